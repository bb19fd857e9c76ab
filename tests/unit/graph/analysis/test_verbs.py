from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.facts import write_facts
from tests.unit.command_line import assert_one_line, run
from tests.unit.graph.analysis.plan_facts import plan_facts


@pytest.fixture(scope="module")
def uri(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Load a plan whose region the lexicon knows."""
    folder: Path = tmp_path_factory.mktemp("verbs")
    facts = plan_facts()
    named = [e if e.label != "Region" else _called(e) for e in facts.entities]
    facts.entities[:] = named
    write_facts(facts, folder / "facts")
    assert run("load", folder / "facts", "--store", f"embedded:{folder / 'graph'}").exit_code == 0
    return f"embedded:{folder / 'graph'}"


def _called(entity):  # type: ignore[no-untyped-def]
    from dataclasses import replace

    return replace(entity, name="沈阳现代化都市圈", aliases=("沈阳都市圈",))


def test_centrality(uri: str) -> None:
    words = ("--measure", "strength", "--network", "members", "--top", "2", "--format", "csv")

    result = run("centrality", *words, "--store", uri)

    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0].startswith("rank,name,class,place,degree,strength")
    assert lines[1].startswith("1,沈阳市,City,沈阳市,")
    assert len(lines) == 3


def test_layout(uri: str) -> None:
    result = run("layout", "--store", uri, "--format", "json")

    record = json.loads(result.stdout)
    metrics = {row["metric"]: row["exact"] for row in record["tables"]["metrics"]}
    assert (metrics["pole_tie_share"], metrics["hub_and_spoke"]) == ("4/7", "3/7")
    assert record["projection"]["region"] == "Region:沈阳都市圈"
    assert record["parameters"]["seed"] == 0
    assert [(row["as_of"], row["vehicles"]) for row in record["tables"]["time"]] == [("2017-06-17", 0), ("2023-11", 5)]


def test_gaps(uri: str) -> None:
    result = run("gaps", "--list", "link", "--store", uri)

    assert result.exit_code == 0, result.output
    assert "source families" in result.stdout
    assert "tables: link, gauge" in result.stderr


def test_whatif(uri: str) -> None:
    result = run("whatif", "--add", "辽阳,鞍山", "--part", "changes", "--store", uri, "--format", "csv")

    row = next(line for line in result.stdout.splitlines() if line.startswith("pole_tie_share"))
    assert row.split(",")[1:6] == ["0.5714", "0.5", "-0.0714", "4/7", "1/2"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("layout", "--region", "远方圈"), "region 远方圈: not in the graph"),
        (("layout", "--as-of", "1999"), "no document is dated up to then"),
        (("layout", "--part", "nothing"), "no such table"),
        (("whatif", "--remove", "不存在"), "不存在: names no vehicles"),
    ],
)
def test_mistakes_are_told_in_one_line(words: tuple[str, ...], part: str, uri: str) -> None:
    assert_one_line(run(*words, "--store", uri), 1, part)


def test_whatif_needs_a_change(uri: str) -> None:
    assert run("whatif", "--store", uri).exit_code == 2
