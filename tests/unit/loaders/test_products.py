from __future__ import annotations

import pytest

from tests.unit.loaders.marked import ties
from tests.unit.loaders.reading import facts_of

FOCUS = "FOCUSES_ON"


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("[C:甲市]快报。位于[Z:乙城]的[L:丙中心]，聚焦[T:光电]、[T:量子]等领域攻关。", {"丙中心"}),
        ("[Z:甲城]提速。丙丁集团专注于[T:量子]、[T:光电]。", set()),
        ("[C:甲市]推动[Z:乙科学城]扩容，重点布局[T:光电]、[T:量子]等产业。", {"乙科学城"}),
        ("[Z:甲科学城]要攻坚，支持[U:乙大学]、[I:丙院]等建设机构，发展[T:量子]、[T:光电]等产业。", {"甲科学城"}),
        ("[Z:甲科学城]支持[U:乙大学]、[U:丙大学]等加强建设，以[T:量子]、[T:光电]等为特色学科。", {"乙大学", "丙大学"}),
    ],
)  # fmt: skip
def test_what_is_moved_on_acts_and_a_school_develops_no_trade(marked: str, who: set[str]) -> None:
    assert {s for s, r, o in ties(marked) if r == FOCUS and o == "量子"} == who


def test_each_place_of_a_chain_has_the_fields_behind_it() -> None:
    told = ties("形成了[C:甲市]的[T:光电]、[C:乙市]的[T:汽车]及[T:轴承]、[C:丙市]的[T:化工]等产业集群。")
    assert {(s, o) for s, r, o in told if r == FOCUS} == {
        ("甲市", "光电"),
        ("乙市", "汽车"),
        ("乙市", "轴承"),
        ("丙市", "化工"),
    }


def test_a_series_of_pairs_stays_pairs() -> None:
    text = "推动岳阳与监利、咸宁与岳阳、九江与黄冈合作。"
    pairs = {frozenset((t.source[1], t.target[1])) for t in facts_of(text).ties if t.type == "COLLABORATES_WITH"}
    assert pairs == {frozenset(p) for p in (("岳阳市", "监利市"), ("咸宁市", "岳阳市"), ("九江市", "黄冈市"))}


def test_what_several_found_together_leans_on_them_and_on_no_laboratory_before() -> None:
    text = "推动东湖综合性国家科学中心创建。依托武汉大学、华中科技大学等高校，联合组建武汉绿色航运创新联盟。"
    ties = {(t.type, t.target[1]) for t in facts_of(text).ties if t.source[1] == "武汉绿色航运创新联盟"}
    leans = {("RELIES_ON", "武汉大学"), ("RELIES_ON", "华中科技大学")}
    assert {t for t in ties if t[0] in {"RELIES_ON", "BUILT_BY"}} == leans
