"""What the analysis says of the source documents themselves, where they are present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.analysis.gaps import CLOSED, chain_gaps, link_gaps
from graph.analysis.ground import Ground
from graph.analysis.reports import layout
from graph.facts import Facts
from graph.projection.build import project
from graph.projection.region import read_layouts
from graph.projection.sources import only
from loaders.pipeline import extract

LAYOUTS = read_layouts(Path(__file__).parents[2] / "loaders" / "lexicon" / "places.yaml")
pytestmark = [pytest.mark.documents, pytest.mark.slow]


@pytest.fixture(scope="module")
def facts() -> Facts:
    """Read the plan of 2023 and the plan of 2017."""
    folder = os.environ.get("POLECORE_DOCUMENTS")
    if not folder:
        pytest.skip("POLECORE_DOCUMENTS names no folder with the source documents")
    return extract([next(Path(folder).glob(f"{number}_*")) for number in ("000", "003")])


def of(facts: Facts, *numbers: str) -> Ground:
    return Ground(project(only(facts, frozenset(d for d in facts.documents() if d[:3] in numbers)), LAYOUTS))


def test_hydraulics_is_a_thin_gap_in_one_document_and_none_in_both(facts: Facts) -> None:
    alone = [g for g in chain_gaps(of(facts, "000")) if g.field == "液压"]
    both = [g for g in chain_gaps(of(facts, "000", "003")) if g.field == "液压"]

    assert [(g.kind, g.members, g.grade) for g in alone] == [("B1", ("阜新",), "C")]
    assert [(g.kind, g.flag()) for g in both] == [(CLOSED, "2017年证据")]
    assert any("液压装备工程技术研究中心" in name for name in both[0].candidates)


def test_no_gap_below_grade_a_says_that_something_is_not_there(facts: Facts) -> None:
    ground = of(facts, "000", "003")

    for gap in (*chain_gaps(ground), *link_gaps(ground)):
        assert not any(word in gap.statement() for word in ("没有", "空白")), gap
        assert gap.kind == CLOSED or "不等于" in gap.statement()


def test_gravity_reads_the_table_of_the_plan(facts: Facts) -> None:
    answer = layout(of(facts, "000").projection)

    (share,) = [row for row in answer.tables["metrics"].dicts() if row["metric"] == "pole_tie_share"]
    assert "0.8749 (β=½: 0.6088)" in share["null"]
    vehicles = {row["vehicle"]: set(row["members"].split("、")) for row in answer.tables["vehicles"].dicts()}
    assert vehicles["航空智能制造中心"] == {"沈阳", "辽阳"}
    assert {"鞍山", "本溪", "抚顺", "阜新"} in vehicles.values()
