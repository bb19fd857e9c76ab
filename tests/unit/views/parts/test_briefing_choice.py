"""The choices of a briefing: from and to the URL, as options, as a command that is understood."""

from __future__ import annotations

import shlex
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from graph.export.options import BRIEFING, CHAIN, HEATMAP, NEIGHBOURHOOD, POLECORE
from tests.unit.views.invented import PLAN, facts
from views.parts import briefing_query
from views.parts.briefing_choice import HELD, Wanted, read
from views.parts.briefing_query import Asked

FULL = Wanted(
    POLECORE, "岚东都市圈", density="light", gaps=7, page="a4", captions="en", documents=(PLAN,), since="2020",
    until="2024-06", confidence=0.85, stated=True, labels=("Lab", "Zone"), industries=("航天材料",),
    asked=Asked("labs_in_zone", (("zone", "岚州高新区"),)),
)  # fmt: skip


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        FULL,
        Wanted(CHAIN, industry="航天材料"),
        Wanted(NEIGHBOURHOOD, entity="Zone:岚州高新区", hops=3),
        Wanted(HEATMAP, captions="en"),
        Wanted(BRIEFING, gaps=5),
        Wanted(BRIEFING, gaps=0),
        Wanted(HEATMAP, asked=Asked(cypher="MATCH (n:Lab) RETURN n.id")),
    ],
)
def test_what_is_written_into_the_url_is_read_again(wanted: Wanted) -> None:
    assert read(wanted.parameters(), "zh") == wanted


def test_nonsense_in_the_url_falls_back() -> None:
    asked = {
        "diagram": ["<b>"], "density": ["x"], "gaps": ["-3"], "page": ["a0"], "captions": ["fr"], "confidence": ["nan"],
        "stated": ["yes"], "hops": ["99"],
    }  # fmt: skip

    assert read(asked, "en") == Wanted(captions="en")


def test_what_a_diagram_does_not_heed_is_dropped() -> None:
    everything = replace(FULL, industry="航天材料", entity="Zone:岚州高新区")

    assert everything.heeded().industry == ""
    assert replace(everything, diagram=CHAIN).heeded().gaps == 0
    assert replace(everything, diagram=CHAIN).heeded().industries == ()
    assert replace(everything, diagram=HEATMAP, map=("a.geojson", "1")).heeded().map == ("", "")
    assert replace(everything, diagram=NEIGHBOURHOOD).heeded().region == ""
    assert replace(everything, diagram=NEIGHBOURHOOD).heeded().entity == "Zone:岚州高新区"


def test_options_and_selection_say_what_was_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing_query, "ids", lambda asked: ("Lab:甲",) if asked == FULL.asked else None)
    options, selection = FULL.options(), FULL.selection(facts())

    assert (options.region, options.gaps, options.page, options.language, options.density) == (
        "岚东都市圈", 7, "a4", "en", "light",
    )  # fmt: skip
    assert (selection.documents, selection.since, selection.until) == ((PLAN,), "2020", "2024-06")
    assert (selection.min_confidence, selection.stated_only, selection.regions) == (0.85, True, ())
    assert (selection.labels, selection.industries, selection.ids) == (("Lab", "Zone"), ("航天材料",), ("Lab:甲",))
    assert options.paper().lines == 2


@pytest.mark.parametrize(
    "wanted",
    [
        FULL,
        Wanted(BRIEFING, gaps=3),
        Wanted(NEIGHBOURHOOD, entity="Zone:岚州'高新区", hops=2),
        Wanted(HEATMAP, asked=Asked(cypher="MATCH (n:Lab) RETURN n.id")),
        Wanted(POLECORE, map=("边界.geojson", "1")),
    ],
)
def test_the_command_is_understood_by_the_command_line(wanted: Wanted) -> None:
    import cli

    words = shlex.split(wanted.command("pdf"))
    assert words[:2] == ["polecore", "export"]
    answer = CliRunner().invoke(cli.app, [*words[1:], "--store", "embedded:/nowhere/graph"])

    # all options are known, only the store is not there
    assert answer.exit_code == 1, answer.output


def test_steps_around_an_entity_are_taken() -> None:
    near, far = (Wanted(NEIGHBOURHOOD, entity="Zone:岚州高新区", hops=hops) for hops in (1, 2))

    taken = [{e.id for e in wanted.data(facts()).apply(facts()).entities} for wanted in (near, far)]
    assert taken[0] < taken[1]
    assert far.selection(facts()).hops == 2
    assert far.data_command("csv", "a").endswith("--entity 'Zone:岚州高新区' --hops 2")


def test_the_command_line_and_the_page_have_the_same_choices() -> None:
    from graph.export.command import export

    options = set(export.__annotations__)
    same = {"labels": "label", "industries": "industry", "documents": "document", "confidence": "min_confidence",
            "stated": "stated_only", "captions": "language"}  # fmt: skip

    apart = {"query", "param", "cypher", "boundaries"}
    assert {same.get(name, name) for name in HELD} | apart | {"format_", "out", "store"} == options - {"return"}


def test_a_question_that_is_not_in_the_library_and_parameters_it_lacks_are_left_out() -> None:
    assert read({"query": ["none_such"], "param": ["zone=a"]}, "zh").asked == Asked()
    assert read({"query": ["labs_in_zone"], "param": ["zone=a", "no=b", "zone"]}, "zh").asked == Asked(
        "labs_in_zone", (("zone", "a"),)
    )
