from __future__ import annotations

from dataclasses import replace

from graph.analysis.gap_wording import said
from graph.analysis.gaps import Gap
from graph.facts import Evidence
from views.parts import gap_list
from views.parts.analysis import Gaps

HOSTILE = "<img src=x>"
RANKED = Gap(
    "link", "B2", "航天材料", ("岚州", "白石"), (), "B", said("link", first="岚州", second="白石", field="航天材料"),
    (said("doubt.single"),), {"need": 1.0, "feasibility": None}, 0.75, 0.4, ("岚州：甲所",), ("乙院",),
    ("规划.txt#1-5",),
)  # fmt: skip
LISTED = Gap("link", "—", HOSTILE, ("岚州", "溪口"), (), "C", said("flag.wide"), (), {"need": 0.0})


def test_items_are_kept_by_all_members_field_and_grade() -> None:
    both = [RANKED, LISTED]

    assert gap_list.keep(both, [], "", "") == both
    assert gap_list.keep(both, ["岚州"], "", "") == both
    assert gap_list.keep(both, ["岚州", "白石"], "", "") == [RANKED]
    assert gap_list.keep(both, [], "航天材料", "C") == []


def test_the_table_marks_the_chosen_item_and_escapes() -> None:
    chosen = gap_list.item_id(RANKED)

    table = gap_list.table([RANKED, LISTED], "link", chosen, {"list": ["link"]}, "en")

    assert table.count('class="chosen"') == 1
    assert "◐ B suspected" in table
    assert "○ C too little material" in table
    assert "<img" not in table
    assert "unranked" in table


def test_columns_that_are_empty_in_every_row_are_left_out() -> None:
    assert "Feasible" not in gap_list.table([RANKED], "link", "", {}, "en")
    assert "Score" not in gap_list.table([LISTED], "link", "", {}, "en")


def test_a_download_has_the_places_of_the_passages() -> None:
    told = {"规划.txt#1-5": Evidence("规划.txt", "一", 3, 1, 5, "", "list")}

    columns, rows = gap_list.for_download([RANKED], told, "zh")

    row = dict(zip(columns, rows[0], strict=True))
    assert row["等级"] == "B 疑似"
    assert row["出处"] == "规划.txt § 3 (1–5)"
    assert row["可行"] is None


def test_the_list_with_the_best_founded_items_comes_first() -> None:
    def gap(which: str, grade: str) -> Gap:
        return replace(LISTED, list=which, grade=grade)

    found = Gaps((gap("link", "C"),), (gap("chain", "B"), gap("chain", "C")), (), None)

    assert gap_list.best(found) == "chain"
    assert gap_list.best(Gaps((), (), (), None)) == "link"
    assert "◐ B 1 ○ C 1" in gap_list.by_grade(found, "en")
