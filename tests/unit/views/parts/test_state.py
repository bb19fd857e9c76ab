from __future__ import annotations

import pytest

from views.parts.neighbourhood import Filters
from views.parts.state import Exploration, read, write

STATES = [
    Exploration(),
    Exploration("City:岚州市"),
    Exploration(
        "City:岚州市",
        3,
        400,
        ("Zone:甲", "Zone:乙"),
        ("tie", "a|T:x|b"),
        Filters(("City",), ("T",), ("d.txt",), 0.35, "derived", "2019", "2021-03-09"),
        ("Lab:丙",),
        ("Lab:丁", "Lab:戊"),
        "City:己",
    ),
]


@pytest.mark.parametrize("state", STATES)
def test_what_is_written_is_read_again(state: Exploration) -> None:
    assert read(write(state)) == state


@pytest.mark.parametrize(
    "parameters",
    [{"hops": ["99"]}, {"hops": ["x"]}, {"cap": ["-1"]}, {"confidence": ["nan"]}, {"confidence": ["7"]},
     {"origin": ["<b>"]}, {"since": ["soon"]}, {"until": ["2019-1"]}, {"select": ["script:x"]}, {"select": ["node:"]}],
)  # fmt: skip
def test_nonsense_in_the_url_falls_back_to_defaults(parameters: dict[str, list[str]]) -> None:
    assert read({"entity": ["City:岚州市"], **parameters}) == Exploration("City:岚州市")


def test_a_new_centre_forgets_what_was_expanded_but_keeps_the_filters() -> None:
    moved = STATES[2].centred("City:乙")

    assert (moved.expanded, moved.selected, moved.filters) == ((), ("", ""), STATES[2].filters)


def test_expanding_twice_folds_again() -> None:
    state = Exploration("City:甲")

    assert state.toggled("Zone:乙").expanded == ("Zone:乙",)
    assert state.toggled("Zone:乙").toggled("Zone:乙").expanded == ()
    assert state.toggled("City:甲").expanded == ()


def test_what_is_hidden_is_neither_expanded_nor_pinned_nor_selected() -> None:
    state = Exploration("City:甲", expanded=("Zone:乙",), selected=("node", "Zone:乙"), pinned=("Zone:乙",))

    hidden = state.hiding("Zone:乙")

    assert hidden == Exploration("City:甲", hidden=("Zone:乙",))
    assert hidden.showing("Zone:乙") == Exploration("City:甲")
    assert state.hiding("City:甲") == state


def test_centre_and_end_of_a_path_are_shown_even_if_they_were_hidden() -> None:
    state = Exploration("City:甲", hidden=("Zone:乙", "Zone:丙"))

    assert state.centred("Zone:乙").hidden == ("Zone:丙",)
    assert state.towards("Zone:丙").hidden == ("Zone:乙",)
    assert state.towards("Zone:丙").hiding("Zone:丙").path == "Zone:丙"
    assert state.towards("City:甲").path == ""
    assert state.towards("Zone:丙").centred("Zone:丙").path == ""


def test_pinning_twice_lets_go() -> None:
    state = Exploration("City:甲").pinning("Zone:乙")

    assert state.pinned == ("Zone:乙",)
    assert state.centred("Zone:丁").pinned == ("Zone:乙",)
    assert state.pinning("Zone:乙").pinned == ()
