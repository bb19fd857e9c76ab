"""The choices of a briefing: from and to the URL, as options, as a command that is understood."""

from __future__ import annotations

import shlex
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from graph.export.options import BRIEFING, CHAIN, HEATMAP, NEIGHBOURHOOD, POLECORE
from tests.unit.views.invented import PLAN, facts
from views.parts.briefing_choice import Wanted, read

FULL = Wanted(
    POLECORE, "岚东都市圈", density="light", gaps=7, page="a4", captions="en", documents=(PLAN,), since="2020",
    until="2024-06", confidence=0.85, stated=True,
)  # fmt: skip


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        FULL,
        Wanted(CHAIN, industry="航天材料"),
        Wanted(NEIGHBOURHOOD, entity="Zone:岚州高新区"),
        Wanted(HEATMAP, captions="en"),
        Wanted(BRIEFING, gaps=5),
        Wanted(BRIEFING, gaps=0),
    ],
)
def test_what_is_written_into_the_url_is_read_again(wanted: Wanted) -> None:
    assert read(wanted.parameters(), "zh") == wanted


def test_nonsense_in_the_url_falls_back() -> None:
    asked = {
        "diagram": ["<b>"], "density": ["x"], "gaps": ["-3"], "page": ["a0"], "captions": ["fr"], "confidence": ["nan"],
        "stated": ["yes"],
    }  # fmt: skip

    assert read(asked, "en") == Wanted(captions="en")


def test_what_a_diagram_does_not_heed_is_dropped() -> None:
    everything = replace(FULL, industry="航天材料", entity="Zone:岚州高新区")

    assert everything.heeded().industry == ""
    assert replace(everything, diagram=CHAIN).heeded().gaps == 0
    assert replace(everything, diagram=NEIGHBOURHOOD).heeded().region == ""
    assert replace(everything, diagram=NEIGHBOURHOOD).heeded().entity == "Zone:岚州高新区"


def test_options_and_selection_say_what_was_chosen() -> None:
    options, selection = FULL.options(), FULL.selection(facts())

    assert (options.region, options.gaps, options.page, options.language, options.density) == (
        "岚东都市圈", 7, "a4", "en", "light",
    )  # fmt: skip
    assert (selection.documents, selection.since, selection.until) == ((PLAN,), "2020", "2024-06")
    assert (selection.min_confidence, selection.stated_only, selection.regions) == (0.85, True, ())
    assert options.paper().lines == 2


@pytest.mark.parametrize("wanted", [FULL, Wanted(BRIEFING, gaps=3), Wanted(NEIGHBOURHOOD, entity="Zone:岚州'高新区")])
def test_the_command_is_understood_by_the_command_line(wanted: Wanted) -> None:
    import cli

    words = shlex.split(wanted.command("pdf"))
    assert words[:2] == ["polecore", "export"]
    answer = CliRunner().invoke(cli.app, [*words[1:], "--store", "embedded:/nowhere/graph"])

    # all options are known, only the store is not there
    assert answer.exit_code == 1, answer.output
