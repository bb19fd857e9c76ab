from __future__ import annotations

import re

import pytest

from graph.analysis.centrality import MEASURES
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


def test_nulls_and_notes_are_said_in_chinese() -> None:
    answers = (centrality(plan(), network="members"), layout(plan()))
    nulls = [row["null"] for row in answers[1].tables["metrics"].dicts() if row["null"]]

    assert len(nulls) == 2
    assert all(CHINESE.match(report_words.null(text, "zh")) for text in nulls)
    assert "0.0469 (3/64)" in report_words.null(nulls[1], "zh")
    for text in (note for answer in answers for note in answer.notes):
        assert CHINESE.search(report_words.note(text, "zh")), text
        said = report_words.note(text, "en")
        assert "、" not in said
        assert not re.match(r"[a-z]+_[a-z_]+\b|gravity:|core:", said), said


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


def test_a_note_names_no_option_of_the_command_line() -> None:
    said = "2 of 5 documents carry no date (a.txt); they count here, --as-of leaves them out; use --date"

    assert report_words.note(said, "zh").startswith("5 份文件中有 2 份没有日期（a.txt）；")
    assert "--" not in report_words.note(said, "en")
    many = said.replace("a.txt", "a.txt, b.txt, c.txt and 2 more")
    assert "（a.txt、b.txt、c.txt，另有 2 份）" in report_words.note(many, "zh")
    drawn = "ranks were not drawn again: 126 draws by harmonic take too long here; try --measure strength"
    assert report_words.note(drawn, "en").endswith("too long here")
    assert report_words.note(drawn, "zh") == "未重抽来源：126次harmonic在此耗时过长"
