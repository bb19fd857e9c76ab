from __future__ import annotations

import re

import pytest

from graph.analysis.centrality import MEASURES
from graph.analysis.note_wording import few, note
from graph.analysis.reports import centrality, change, layout, over_time
from graph.analysis.scenario import apply
from tests.unit.graph.analysis.plan_facts import plan
from views.parts import measures, metric_words, report_words

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_every_column_of_the_reports_has_a_caption() -> None:
    answers = (centrality(plan(), network="members"), layout(plan()))
    tables = [*(table for answer in answers for table in answer.tables.values()), over_time(lambda _: plan(), ["2023"])]

    missing = {
        name
        for table in tables
        for name in report_words.kept(table)
        if report_words.column(name, "en") == name or not CHINESE.search(report_words.column(name, "zh") + "界")
    }

    assert missing - {"PageRank"} == set()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_notes_and_what_chance_gives_are_said_in_the_language_of_the_page(language: str) -> None:
    answers = (centrality(plan(), network="members", language=language), layout(plan(), language=language))
    nulls = [row["null"] for row in answers[1].tables["metrics"].dicts() if row["null"]]
    notes = [report_words.note(text, language) for answer in answers for text in answer.notes]

    assert len(nulls) == 2
    assert "0.0469 (3/64)" in nulls[1]
    assert all(CHINESE.match(text) or language == "en" for text in nulls)
    for said in notes:
        assert CHINESE.search(said) if language == "zh" else "、" not in said, said
        assert not re.match(r"[a-z]+_[a-z_]+|gravity|core:|core：", said), said
        assert "--" not in said


def test_every_metric_that_can_change_has_a_caption() -> None:
    before = plan()
    rows = change(before, apply(before, [("add", "辽阳,鞍山")]), ["add"]).tables["changes"].dicts()

    assert [row["metric"] for row in rows if metric_words.caption(row["metric"], "en") == row["metric"]] == []


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_has_its_reading_help(measure: str) -> None:
    told = measures.help_line(measure, "zh")

    assert all(word in told for word in ("怎么算", "怎么读", "注意", "出处"))
    assert re.search(r"10\.\d{4}/", told)


def test_ranges_are_shortened_and_cells_escaped() -> None:
    assert report_words.cell("leave_one_out", "0.0714–0.2", "zh") == "0.071–0.2"
    assert report_words.cell("name", "<b>", "zh") == "&lt;b&gt;"
    assert "—" in report_words.cell("value", None, "zh")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_note_names_no_option_of_the_command_line(language: str) -> None:
    names = few(["a.txt", "b.txt", "c.txt", "d.txt"], language)
    said = [
        report_words.note(note("without_date", language, held=5, out=4, names=names), language),
        report_words.note(note("draws.long", language, draws=126, measure="harmonic"), language),
        report_words.note(note("rows.cut", language, name="targets", shown=9), language),
    ]

    assert not any("--" in text for text in said)
    assert said[0].endswith(
        "；此处计入，选了「截至」日期时不计入" if language == "zh"
        else "; they count here, a date chosen under «As of» leaves them out"
    )  # fmt: skip
    assert ("126次「调和中心性」" if language == "zh" else "126 draws by harmonic") in said[1]
