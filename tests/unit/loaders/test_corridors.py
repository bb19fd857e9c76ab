"""Regions named by the places they join, and who works with whom in them."""

from __future__ import annotations

import pytest

from loaders.corridors import corridors, provinces
from loaders.lexicon import load_lexicon
from tests.unit.loaders.reading import facts_of


def _ties(text: str) -> set[tuple[str, str, str]]:
    return {(t.type, t.source[1], t.target[1]) for t in facts_of(text).ties}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("规划建设合肥—芜湖—宣城等科创走廊", ["合肥—芜湖—宣城科创走廊"]),
        ("推进“合肥—芜湖—宣城”科创走廊建设", ["合肥—芜湖—宣城科创走廊"]),
        ("“创新引领区”包括合肥市、芜湖市，重点布局", ["创新引领区"]),
        ("“创新引领区”包括创新、创业两类园区", []),
        ("研究建设沿合芜宣产业创新带", ["沿合芜宣产业创新带"]),
        ("研究沿合芜宣、沿合六庐经济带", ["沿合芜宣经济带", "沿合六庐经济带"]),
        ("加快沿江、沿海经济带建设", []),
        ("深化与沪苏浙合作", ["沪苏浙"]),
        ("推动湘赣毗邻地区发展", ["湘赣"]),
        ("深化沪滇协作", []),
        ("支持辽宁合作", []),
        ("建设京津合作示范区", []),
        ("推动德阳市与绵阳市共建德绵先进制造产业带", ["德绵先进制造产业带"]),
        ("德阳市与绵阳市共建德眉产业带", []),
        ("推动德阳市、绵阳市建设先进制造产业带", []),
    ],
)
def test_what_is_a_region_of_its_places(text: str, names: list[str]) -> None:
    assert [m.name for m in corridors(text, load_lexicon())] == names


def test_a_run_names_its_provinces_at_their_characters() -> None:
    run = next(corridors("全面加强与沪苏浙协作", load_lexicon()))

    assert [(m.name, m.start, m.surface) for m in provinces(run, load_lexicon())] == [
        ("上海市", 5, "沪"),
        ("江苏省", 6, "苏"),
        ("浙江省", 7, "浙"),
    ]


def test_who_works_with_a_run_works_with_each_and_each_is_part_of_it() -> None:
    ties = _ties("安徽省发展规划\n一、总体要求\n主动作为，联手苏浙。")

    assert {frozenset(t[1:]) for t in ties if t[0] == "COLLABORATES_WITH"} == {
        frozenset({"安徽省", "江苏省"}),
        frozenset({"安徽省", "浙江省"}),
    }
    assert ("PART_OF", "江苏省", "苏浙") in ties


def test_a_chain_of_towns_pairs_their_districts() -> None:
    ties = {
        frozenset(t[1:]) for t in _ties("鼓励滁州汊河-南京六合等跨省城镇圈协同发展。") if t[0] == "COLLABORATES_WITH"
    }

    assert frozenset({"滁州市", "六合区"}) in ties


def test_one_works_with_each_of_several_not_these_among_themselves() -> None:
    ties = {frozenset(t[1:]) for t in _ties("支持蚌埠与宿州、阜阳联动发展。") if t[0] == "COLLABORATES_WITH"}

    assert ties == {frozenset({"蚌埠市", "宿州市"}), frozenset({"蚌埠市", "阜阳市"})}
