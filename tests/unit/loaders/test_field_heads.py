from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of, named


def fields(text: str) -> set[str]:
    return {name for label, name in named(facts_of(text)) if label == "Industry"}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("3、特钢及金属新材料产业：开发高端产品。", "特钢及金属新材料"),
        ("（二）光伏与储能产业集群。", "光伏与储能"),
        ("机械制造、大健康、服装皮革四大千亿产业集群加快壮大。", "大健康"),
        ("产品广泛应用于航空航天、轨道交通、工程机械等领域。", "航空航天"),
        ("①生态食品制造业：做大规模。", "生态食品制造业"),
    ],
)
def test_a_field_opens_an_item_as_one(text: str, field: str) -> None:
    assert field in fields(text)


@pytest.mark.parametrize("text", ["（一）支柱产业：做大规模。", "（二）推动科技与产业融合。", "（三）开放合作领域。"])
def test_other_headings_open_no_field(text: str) -> None:
    assert not fields(text)


def test_a_plan_for_an_industry_tells_its_place_what_it_is_about() -> None:
    ties = {(t.source[1], t.type, t.target[1]) for t in facts_of("印发《苏州市氢能产业发展规划》。").ties}
    assert ("苏州市", "FOCUSES_ON", "氢能") in ties
