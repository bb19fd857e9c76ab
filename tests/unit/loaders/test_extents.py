"""Names that begin further left than their last words tell."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import names_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("智能绿色制造与控制海河实验室揭牌。", ("Lab", "智能绿色制造与控制海河实验室")),
        ("布局空天动力陕西实验室。", ("Lab", "空天动力陕西实验室")),
        ("形成了以西咸新区、宝鸡高新区为支撑的格局。", ("Zone", "西咸新区")),
        ("合成材料学怀柔实验室投入运行。", ("Lab", "合成材料学怀柔实验室")),
        ("支持海河实验室建设。", ("Lab", "海河实验室")),
        ("建设人工智能与数字经济江西省实验室。", ("Lab", "人工智能与数字经济江西省实验室")),
        ("加快环大罗山科创走廊建设。", ("Zone", "环大罗山科创走廊")),
        ("“中国氢谷”位于张家口市。", ("Zone", "中国氢谷")),
        ("推进上海、成都国家新一代人工智能创新发展试验区建设。", ("Zone", "上海国家新一代人工智能创新发展试验区")),
        ("加快上海张江、安徽合肥综合性国家科学中心建设。", ("Lab", "上海张江综合性国家科学中心")),
        ("深圳—香港—广州创新集群居全球第二。", ("Cluster", "深圳—香港—广州创新集群")),
        ("高校与海河实验室合作。", ("Lab", "海河实验室")),
        ("推进粤桂合作特别试验区建设。", ("Zone", "粤桂合作特别试验区")),
        ("广州市、佛山市共建广佛同城融合试验区。", ("Zone", "广佛同城融合试验区")),
    ],
)
def test_a_name_takes_what_belongs_to_it(text: str, name: tuple[str, str]) -> None:
    assert name in names_in(text)


def test_short_names_of_counties_are_also_words() -> None:
    assert not any(label == "District" for label, _ in names_in("加快环大罗山科创走廊建设，强化“双城”联动。"))


@pytest.mark.parametrize(
    "text",
    ["布局大型综合性陕西实验室体系。", "打造京津冀协同发展先行区。", "打造粤桂合作试验区。", "建设融合发展试验区。"],
)
def test_what_neighbours_are_to_become_is_no_zone(text: str) -> None:
    assert not any(label in {"Zone", "Lab"} for label, _ in names_in(text))
