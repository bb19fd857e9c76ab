"""Names that begin further left than their last words tell."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import names_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("智能绿色制造与控制海河实验室揭牌。", ("Lab", "智能绿色制造与控制海河实验室")),
        ("合成材料学怀柔实验室投入运行。", ("Lab", "合成材料学怀柔实验室")),
        ("支持海河实验室建设。", ("Lab", "海河实验室")),
        ("高校与海河实验室合作。", ("Lab", "海河实验室")),
        ("推进粤桂合作特别试验区建设。", ("Zone", "粤桂合作特别试验区")),
        ("广州市、佛山市共建广佛同城融合试验区。", ("Zone", "广佛同城融合试验区")),
    ],
)
def test_a_name_takes_what_belongs_to_it(text: str, name: tuple[str, str]) -> None:
    assert name in names_in(text)


@pytest.mark.parametrize("text", ["打造京津冀协同发展先行区。", "打造粤桂合作试验区。", "建设融合发展试验区。"])
def test_what_neighbours_are_to_become_is_no_zone(text: str) -> None:
    assert not any(label == "Zone" for label, _ in names_in(text))
