"""A lexicon for another region: what it adds to the reading of a page, as docs/lexicon.md says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from graph.facts import Facts
from loaders.lexicon import load_lexicon
from loaders.pipeline import extract

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = EXAMPLES / "hefei"
PAGE = FOLDER / "321_hefei_notes.txt"


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Let the environment name no lexicon yet."""
    monkeypatch.delenv("POLECORE_LEXICON", raising=False)
    return monkeypatch


@pytest.fixture
def readings(own: pytest.MonkeyPatch) -> tuple[Facts, Facts]:
    before = extract([PAGE])
    own.setenv("POLECORE_LEXICON", str(FOLDER))
    return before, extract([PAGE])


def _names(facts: Facts) -> dict[str, str]:
    return {e.id: e.name for e in facts.entities}


def _ties(facts: Facts) -> set[tuple[str, str, str]]:
    name = _names(facts)
    return {(name[r.source], r.type, name[r.target]) for r in facts.relations}


def test_names_that_only_the_region_knows_are_found(readings: tuple[Facts, Facts]) -> None:
    before, after = ({(e.label, e.name) for e in facts.entities} for facts in readings)
    assert after - before >= {
        ("Company", "国盾量子"),
        ("Company", "本源量子"),
        ("ResearchInstitute", "中国科学院合肥物质科学研究院"),
        ("Zone", "中国声谷"),
    }
    assert before - after == {("Region", "合肥经济圈"), ("ResearchInstitute", "合肥物质院")}


def test_ties_go_to_the_right_ends(readings: tuple[Facts, Facts]) -> None:
    before, after = map(_ties, readings)
    institute = "中国科学院合肥物质科学研究院"
    wrong = ("合肥市", "COLLABORATES_WITH", "安徽大学")
    assert wrong in before
    assert wrong not in after
    assert (institute, "COLLABORATES_WITH", "安徽大学") in after
    assert {("国盾量子", "LOCATED_IN", "合肥高新区"), ("科大硅谷", "BUILT_BY", "合肥市")} <= after
    assert len(after) > len(before)


def test_what_the_lexicon_names_stands_where_it_says(readings: tuple[Facts, Facts]) -> None:
    before, after = map(_ties, readings)
    assert ("董铺科学岛", "LOCATED_IN", "合肥市") in after - before
    assert [[_names(facts)[f.entity] for f in facts.figures] for facts in readings] == [["科大硅谷"], ["科大硅谷"]]


def test_lexicon_names_the_pole_and_its_points(readings: tuple[Facts, Facts]) -> None:
    (layout,) = [x for x in load_lexicon().layouts if x["region"] == "合肥都市圈"]
    members = {s for s, t, o in _ties(readings[1]) if t == "PART_OF" and o == "合肥都市圈"}
    assert layout["pole"] == "合肥市"
    assert set(layout["members"]) == members


@pytest.mark.parametrize(
    ("lexicon", "text", "pole", "points"),
    [("hefei", "hefei/321_hefei_notes.txt", "合肥", 6), ("lexicon", "301_zeyang_plan.md", "泽阳", 5)],
)
def test_another_area_is_analysed_by_its_lexicon_alone(
    lexicon: str, text: str, pole: str, points: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POLECORE_LEXICON", str(EXAMPLES / lexicon))
    store = f"embedded:{tmp_path / 'graph'}"
    loaded = CliRunner().invoke(app, ["load", str(EXAMPLES / text), "--store", store])
    assert loaded.exit_code == 0, loaded.output

    found = CliRunner().invoke(app, ["layout", "--format", "json", "--store", store])

    record = json.loads(found.stdout)
    assert record["projection"]["pole_name"] == f"{pole}市"
    assert len(record["tables"]["points"]) == points
