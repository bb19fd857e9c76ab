from __future__ import annotations

import contextlib
import json
import os
import pty
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph.facts import write_facts
from tests.unit.command_line import assert_one_line, run
from tests.unit.graph.analysis.plan_facts import IDS, entity, plan_facts, tie

ROOT = Path(__file__).parents[4]


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


def test_gaps_with_confirmed_absences(uri: str, tmp_path: Path) -> None:
    path = tmp_path / "confirmed.yaml"
    path.write_text("- {list: link, members: [沈阳], field: 液压, source: x}", encoding="utf-8")

    assert_one_line(run("gaps", "--confirmed", path, "--store", uri), 1, "entry 1: field 液压: no industry")


def test_pairs_are_a_table_of_their_own(uri: str) -> None:
    result = run("gaps", "--list", "link", "--part", "pairs", "--format", "csv", "--store", uri)

    assert result.stdout.startswith("first,second,observed,expected")
    assert len(result.stdout.splitlines()) == 29
    assert "measure" not in result.stdout.splitlines()[0]
    assert "layer existing" in result.stdout.splitlines()[1]


def test_document_may_be_dated(uri: str) -> None:
    words = ("layout", "--as-of", "2017", "--date", "2023=2016-05", "--part", "metrics", "--format", "json")

    record = json.loads(run(*words, "--store", uri).stdout)

    assert record["projection"]["dated_by_hand"] == {"plan_2023.txt": "2016-05"}
    assert record["projection"]["vehicles"] == 5


def test_whatif(uri: str) -> None:
    result = run("whatif", "--add", "辽阳,鞍山", "--part", "changes", "--store", uri, "--format", "csv")

    row = next(line for line in result.stdout.splitlines() if line.startswith("pole_tie_share"))
    assert row.split(",")[1:6] == ["0.5714", "0.5", "-0.0714", "4/7", "1/2"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("layout", "--region", "远方圈"), "region 远方圈: not in the graph"),
        (("layout", "--as-of", "soon"), "--as-of soon: is no date"),
        (("layout", "--date", "other=2019"), "names no documents"),
        (("layout", "--as-of", "1999"), "no document is dated up to then"),
        (("layout", "--part", "nothing"), "no such table"),
        (("whatif", "--remove", "不存在"), "不存在: names no vehicles"),
    ],
)
def test_mistakes_are_told_in_one_line(words: tuple[str, ...], part: str, uri: str) -> None:
    assert_one_line(run(*words, "--store", uri), 1, part)


def test_whatif_needs_a_change(uri: str) -> None:
    assert run("whatif", "--store", uri).exit_code == 2


def _interrupted(words: list[str]) -> tuple[int, bytes, bytes]:
    """Interrupt a command once it shows its progress; give its status, what it wrote, and what the terminal showed."""
    told, side = pty.openpty()
    # a shell's background jobs are started deaf to the interruption
    hearing = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(words, cwd=ROOT, stderr=side, stdout=subprocess.PIPE) as process:
        signal.signal(signal.SIGINT, hearing)
        os.close(side)
        seen = b""
        with contextlib.suppress(OSError):  # a terminal that nobody writes to any more
            while b"drawn again" not in seen:
                seen += os.read(told, 4096)
            process.send_signal(signal.SIGINT)
            while part := os.read(told, 4096):
                seen += part
        assert process.stdout is not None
        written = process.stdout.read()
    os.close(told)
    return process.returncode, written, seen


def test_interrupted_run_shows_progress_and_ends_cleanly(tmp_path: Path) -> None:
    rng, documents = random.Random(3), [f"d{i}.txt" for i in range(5)]
    parties = [f"Company:企业{i}" for i in range(200)]
    more = [entity(party, documents[i % 5]) for i, party in enumerate(parties)]
    more += [entity(f"Alliance:联盟{i}", documents[i % 5]) for i in range(200)]
    ties = {
        t.key: t
        for i in range(200)
        for party in (parties[i], *rng.sample(parties, 2))
        for t in [tie(party, "MEMBER_OF", f"Alliance:联盟{i}", i * 100, documents[i % 5], confidence=0.9)]
    }
    facts = plan_facts([*more, *ties.values(), *(
        tie(p, "LOCATED_IN", list(IDS.values())[i % 8], 90_000, documents[i % 5]) for i, p in enumerate(parties)
    )])  # fmt: skip
    facts.entities[:] = [_called(e) if e.label == "Region" else e for e in facts.entities]
    write_facts(facts, tmp_path / "facts")
    assert run("load", tmp_path / "facts", "--store", f"embedded:{tmp_path / 'graph'}").exit_code == 0

    words = [sys.executable, "-m", "cli", "centrality", "--store", f"embedded:{tmp_path / 'graph'}"]
    for _ in range(6):  # a quick machine may be done before the signal reaches it
        status, written, seen = _interrupted(words)
        if status:
            break
    assert status == 130
    assert written == b""
    assert seen.rstrip().endswith(b"interrupted")
    assert b"Traceback" not in seen
