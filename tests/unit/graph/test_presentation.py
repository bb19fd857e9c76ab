from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from graph.facts import Entity, Evidence, Facts, Figure, Problem, Relation, Severity
from graph.presentation import (
    Format,
    counts,
    figure_text,
    locator,
    plain,
    profile_record,
    profile_text,
    render,
    to_json,
    to_table,
    write_report,
)
from graph.store import Profile, Rows, Tie

QUOTED = Evidence("plan.txt", "一、总则", 3, 10, 20, "甲区设在甲市", "list")
BARE = Evidence("plan.txt", "", 4, 30, 40, "", "list")
CITY = Entity("City:甲市", "City", "甲市", ("甲",), ("plan.txt",), (QUOTED,))
ZONE = Entity("Zone:甲区", "Zone", "甲区", (), ("plan.txt",), (QUOTED, BARE), {"level": "国家级"})
PROFILE = Profile(
    ZONE,
    [
        Tie(Relation(ZONE.id, "LOCATED_IN", CITY.id, 0.9, (QUOTED, BARE)), CITY, True),
        Tie(Relation(CITY.id, "COLLABORATES_WITH", ZONE.id, 0.5, (BARE,), True, ("x|BUILT_BY|y",)), CITY, False),
    ],
    [Figure(ZONE.id, "营业收入", 100.0, "亿元", (QUOTED,), 120.0, 2025, "target", "min")],
)
ATTACK = "甲\x1b[31m\u202e乙\x07\u2066\u009b丙"


def test_plain_strips_what_a_terminal_would_obey() -> None:
    assert plain(ATTACK) == "甲[31m乙丙"
    assert plain("a\r\nb\tc\u2028d") == "a b c d"
    assert plain("普通 text — “x”") == "普通 text — “x”"


@pytest.mark.parametrize("format_", list(Format))
def test_no_format_lets_control_characters_through(format_: Format) -> None:
    text = render(Rows(("name", ATTACK), ((ATTACK, [ATTACK]),)), format_)

    assert not any(c in text for c in "\x1b\x07\u202e\u2066\u009b")


def test_json_keeps_what_it_escapes() -> None:
    value = [{"name": ATTACK, "list": ["沈阳市", 1, None]}]

    text = to_json(value)

    assert json.loads(text) == value
    assert "沈阳市" in text
    assert "\u202e" not in text


def test_table_is_aligned_by_display_width_and_keeps_markup_as_text() -> None:
    text = to_table(["name", "number"], [("沈阳市", 5.0), ("[red]x[/red]", 12.5)])

    lines = text.split("\n")
    assert "[red]x[/red]" in lines[-1]
    assert lines[-2].endswith("   5")
    assert lines[-1].endswith("12.5")
    assert lines[0].split() == ["name", "number"]


def test_table_leaves_rows_whole_unless_a_width_is_given() -> None:
    row = ("长" * 100, "b")

    assert len(to_table(["a", "b"], [row]).split("\n")) == 3
    assert len(to_table(["a", "b"], [row], width=40).split("\n")) > 5


def test_table_without_rows_shows_the_columns() -> None:
    assert to_table(["zone", "lab"], []).split("\n")[0].split() == ["zone", "lab"]


def test_csv_neutralises_texts_but_not_numbers() -> None:
    rows = Rows(("a", "b", "c"), (("=1+1", -5, ["-x", "y"]),))

    assert render(rows, Format.CSV) == "a,b,c\n'=1+1,-5,'-x; y"


def test_json_rows_are_records() -> None:
    assert json.loads(render(Rows(("a", "b"), ((1, "二"),)), Format.JSON)) == [{"a": 1, "b": "二"}]


def test_counts_are_sorted_and_name_what_was_skipped() -> None:
    problems = [Problem(Severity.ERROR, "unreadable", "x", "y"), Problem(Severity.NOTE, "dropped", "x", "y")]

    rows = counts(
        [Facts([CITY, ZONE], [], [], problems), Facts([ZONE], [PROFILE.ties[0].relation], [*PROFILE.figures])]
    )

    assert rows.rows == (
        ("class", "Zone", 2),
        ("class", "City", 1),
        ("relationship", "LOCATED_IN", 1),
        ("figure", "all", 1),
        ("skipped (error)", "unreadable", 1),
        ("skipped (note)", "dropped", 1),
    )


def test_report_lists_every_problem(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "report.json"

    write_report(Facts([CITY], problems=[Problem(Severity.ERROR, "unreadable", "a.pdf", "no text")]), path)

    assert json.loads(path.read_text(encoding="utf-8")) == {
        "documents": ["plan.txt"],
        "problems": [{"severity": "error", "kind": "unreadable", "where": "a.pdf", "message": "no text"}],
    }
    assert list(path.parent.iterdir()) == [path]


def test_locator_leaves_out_a_section_that_is_not_there() -> None:
    assert locator(QUOTED) == "plan.txt · 一、总则 · paragraph 3 · characters 10–20"
    assert locator(BARE) == "plan.txt · paragraph 4 · characters 30–40"


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (PROFILE.figures[0], "营业收入: ≥ 100–120 亿元 (target, 2025)"),
        (Figure("x", "企业数", 3.0, "家", ()), "企业数: 3 家 (actual)"),
        (Figure("x", "强度", 2.5, "", (), bound="max"), "强度: ≤ 2.5 (actual)"),
    ],
)
def test_figure_is_told_on_one_line(figure: Figure, text: str) -> None:
    assert figure_text(figure) == text


def test_profile_tells_names_ties_figures_and_evidence() -> None:
    text = profile_text(PROFILE, caption=lambda name: f"<{name}>")

    assert text.split("\n") == [
        "甲区  [<Zone>]  Zone:甲区",
        "also called: —",
        "named in: plan.txt (2 passages)",
        "level: 国家级",
        "",
        "→ <LOCATED_IN> (1)",
        "  甲市 [<City>]  confidence 0.9",
        "      plan.txt · 一、总则 · paragraph 3 · characters 10–20",
        "        “甲区设在甲市”",
        "      plan.txt · paragraph 4 · characters 30–40",
        "        (quotation not bundled; set POLECORE_DOCUMENTS)",
        "",
        "← <COLLABORATES_WITH> (1)",
        "  甲市 [<City>]  confidence 0.5, derived",
        "      plan.txt · paragraph 4 · characters 30–40",
        "        (quotation not bundled; set POLECORE_DOCUMENTS)",
        "",
        "figures (1)",
        "  营业收入: ≥ 100–120 亿元 (target, 2025)  confidence 0.9",
        "      plan.txt · 一、总则 · paragraph 3 · characters 10–20",
        "        “甲区设在甲市”",
    ]


def test_profile_without_evidence_is_short() -> None:
    assert "characters" not in profile_text(PROFILE, evidence=False)


def test_profile_record_is_json() -> None:
    record = json.loads(to_json(profile_record(PROFILE)))

    assert record["entity"]["id"] == "Zone:甲区"
    assert [(t["outgoing"], t["other"]["name"], t["type"]) for t in record["ties"]] == [
        (True, "甲市", "LOCATED_IN"),
        (False, "甲市", "COLLABORATES_WITH"),
    ]
    assert record["figures"][0]["max"] == 120.0


def test_passage_that_two_rules_have_read_is_shown_once() -> None:
    twice = Tie(Relation(ZONE.id, "LOCATED_IN", CITY.id, 0.9, (QUOTED, replace(QUOTED, rule="name"))), CITY, True)

    assert profile_text(Profile(ZONE, [twice])).count("“甲区设在甲市”") == 1
