from __future__ import annotations

from graph.facts import Entity
from tests.unit.views.invented import HOSTILE, facts
from views.parts import grid


def test_a_name_is_escaped_in_its_link() -> None:
    link = grid.entity_link(Entity(f"Company:{HOSTILE}", "Company", HOSTILE), select='tie:"')

    assert "<img" not in link
    assert link.count('"') == 6
    assert "&lt;img src=x" in link


def test_a_figure_carries_the_numbers_of_its_sources() -> None:
    figures = [f for f in facts().figures if f.entity == "City:岚州市" and f.kind == "actual"]
    sources: list[str] = []

    cells = [grid.figure(figure, {figures[0].id}, sources, {}, "zh") for figure in figures]

    assert len(sources) == 3
    assert ["⚠" in cell for cell in cells] == [True, False, False]
    assert "<sup>3</sup>" in cells[2]
    assert grid.figure(None, set(), sources, {}, "en") == '<span class="absent">not stated</span>'


def test_a_table_has_a_row_for_each() -> None:
    assert grid.table(["a"], [["1"], ["2"]]).count("<tr>") == 3
