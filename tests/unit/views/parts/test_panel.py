from __future__ import annotations

import pytest
import streamlit as st

from tests.unit.views.invented import HOSTILE, LINKED, facts
from views.parts.neighbourhood import Filters
from views.parts.panel import Panel
from views.parts.snapshot import build
from views.parts.vocabulary import vocabulary

CENTRE = "City:岚州市"


@pytest.fixture
def panel(monkeypatch: pytest.MonkeyPatch) -> Panel:
    monkeypatch.setattr(st, "session_state", {"language": "zh"})
    monkeypatch.setattr(st, "query_params", {})
    return Panel(build(facts()), vocabulary(), "zh", 2)


def test_hostile_names_and_quotations_are_text(panel: Panel) -> None:
    shown, _, _ = panel.ties(CENTRE, Filters())

    assert "<img" not in shown
    assert "<script" not in shown
    assert "&lt;img src=x onerror=" in shown
    assert 'href="javascript' not in shown


@pytest.mark.parametrize("entity", [f"Company:{HOSTILE}", f"Company:{LINKED}"])
def test_a_link_to_a_hostile_name_is_a_link_within_the_app(panel: Panel, entity: str) -> None:
    assert panel.name(entity).startswith('<a class="entity" href="?entity=Company%3A')


def test_ties_are_grouped_by_kind_and_direction_with_their_counts(panel: Panel) -> None:
    shown, held, more = panel.ties(CENTRE, Filters())

    assert "<h4>拥有 <small>5</small></h4>" in shown
    assert "<h4>属于 <small>1</small></h4>" in shown
    assert (held, more) == (0, 0)


def test_the_filters_hold_back_and_say_how_many(panel: Panel) -> None:
    shown, held, _ = panel.ties(CENTRE, Filters(ties=("PART_OF",)))

    assert held == 6
    assert "拥有" not in shown


def test_a_derived_tie_shows_the_ties_it_was_drawn_from_with_their_passages(panel: Panel) -> None:
    derived = next(tie for tie in panel.snapshot.ties.values() if tie.derived)

    shown = panel.tie(derived)

    assert "推导得出" in shown
    assert shown.count("<blockquote>") == 2
    assert shown.count('class="base"') == 2


def test_figures_open_to_their_passages(panel: Panel) -> None:
    shown = panel.figures(panel.snapshot.figures[CENTRE])

    assert "≥ 4%" in shown
    assert shown.count("<blockquote>") == 4


def test_an_entity_shows_its_other_names_and_documents(panel: Panel) -> None:
    shown = panel.head(panel.snapshot.entities[CENTRE])

    assert "City:岚州市" in shown
    assert "<dt>别名</dt><dd>岚州</dd>" in shown
    assert "岚川年报.txt" in shown


def test_many_figures_are_folded_and_lead_to_their_page(panel: Panel) -> None:
    shown = panel.figures(panel.snapshot.figures[CENTRE] * 3)

    assert shown.startswith('<details class="group">')
    assert "./figures?of=City%3A" in shown
    assert shown.count('<details class="tie">') == 12
