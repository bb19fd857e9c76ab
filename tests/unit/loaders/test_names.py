from __future__ import annotations

import pytest

from loaders.lexicon import load_lexicon
from loaders.names import bare, left_edge, owner, strip_level
from tests.unit.loaders.reading import sentence


@pytest.mark.parametrize(
    ("text", "ending", "name"),
    [
        ("依托绵阳光电研究院", "研究院", "绵阳光电研究院"),
        ("与绵阳光电研究院", "研究院", "绵阳光电研究院"),
        ("由德阳重装实验室", "实验室", "德阳重装实验室"),
        ("绵阳市，德阳重装实验室", "实验室", "德阳重装实验室"),
        ("成都机器人与智能制造研究院", "研究院", "成都机器人与智能制造研究院"),
    ],
)
def test_left_edge_stops_where_the_name_begins(text: str, ending: str, name: str) -> None:
    edge = left_edge(sentence(text), load_lexicon(), text.rindex(ending), 0)

    assert text[edge:] == name


def test_left_edge_never_goes_below_its_floor() -> None:
    text = "绵阳光电研究院"

    assert left_edge(sentence(text), load_lexicon(), text.index("研究院"), 2) >= 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("绵阳高新区", "绵阳市"),
        ("四川省科技厅", "四川省"),
        ("清华大学深圳研究院", "清华大学"),
        ("众创空间", None),
        ("东岚市", None),
    ],
)
def test_owner_is_the_longest_place_or_organisation_in_front(text: str, name: str | None) -> None:
    found = owner(text, load_lexicon())

    assert (found[1].name if found else None) == name


def test_short_form_of_a_district_owns_nothing() -> None:
    assert owner("涪城创业园", load_lexicon()) is None
    assert owner("涪城区创业园", load_lexicon()) is not None


@pytest.mark.parametrize(
    ("name", "left"), [("国家级重点", ""), ("科技企业（创新）", ""), ("高端涪江创新", "涪江"), ("“菁蓉”创新", "菁蓉")]
)
def test_bare_leaves_what_is_no_generic_word(name: str, left: str) -> None:
    assert bare(name, load_lexicon()) == left


@pytest.mark.parametrize(
    ("name", "left"),
    [("国家级绵阳高新区", "绵阳高新区"), ("省级德阳经开区", "德阳经开区"), ("国家级园区", "国家级园区")],
)
def test_strip_level_drops_levels_in_front_of_long_names(name: str, left: str) -> None:
    assert strip_level(name) == left


def test_aligned_asks_for_word_boundaries() -> None:
    text = "园区支持企业发展"
    words = sentence(text)

    assert words.aligned(text.index("支持"), text.index("企业"))
    assert not words.aligned(text.index("持"), text.index("业"))
