from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

import cli
from graph.facts import Facts, Problem, Severity, read_facts, without_quotes, write_facts
from loaders import intake, pipeline
from tests.unit.command_line import assert_one_line, rows, run
from tests.unit.queries.invented_region import PLAN, region_facts

ROOT = Path(__file__).parents[2]
VERBS = ["extract", "load", "copy", "status", "schema", "validate", "query", "cypher", "browser", "show", "export"]
VERBS += ["serve", "centrality", "layout", "gaps", "whatif"]
NO_STORE = "embedded:{tmp}/nowhere/graph"

pytestmark = pytest.mark.usefixtures("elsewhere")


# every verb


def test_every_verb_is_there_and_has_an_example() -> None:
    commands = {command.callback.__name__: command for command in cli.app.registered_commands if command.callback}

    assert list(commands) == VERBS
    for name in VERBS:
        result = run(name, "--help")
        assert result.exit_code == 0
        assert f"Example: polecore {name}" in " ".join(result.output.split())


def test_help_needs_nothing_heavy() -> None:
    code = (
        "import sys, cli; cli.app(['--help'], standalone_mode=False); "
        "heavy = 'rdflib jpype streamlit networkx neo4j yaml rich'; "
        "print([m for m in heavy.split() if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "words",
    [
        ["status"],
        ["validate"],
        ["query", "issuers"],
        ["cypher", "RETURN 1 AS one"],
        ["show", "临江市"],
        ["export", "csv", "--out", "out"],
    ],
    ids=lambda words: words[0],
)
def test_reading_without_a_graph_is_one_line_and_makes_none(words: Sequence[str], tmp_path: Path) -> None:
    result = run(*words, "--store", NO_STORE.format(tmp=tmp_path))

    assert_one_line(result, 1, "error: embedded:", "there is no graph yet; `polecore load`")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", [["status"], ["load", "facts"], ["show", "x"]], ids=lambda words: words[0])
def test_store_of_an_unknown_kind_is_one_line(words: Sequence[str], tmp_path: Path) -> None:
    write_facts(region_facts(), tmp_path / "facts")

    assert_one_line(run(*words, "--store", "sqlite:x"), 1, "sqlite:x: unknown kind of store")


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["status", "--fromat", "csv"],
        ["status", "--format", "xml"],
        ["extract"],
        ["export", "csv"],
        ["export", "bmp", "--out", "x"],
        ["serve", "--port", "99999"],
        ["cypher", "RETURN 1 AS one", "--limit", "0"],
        ["query", "issuers", "--param", "novalue"],
        ["query", "issuers", "--param", "=v"],
        ["query", "issuers", "--param", "a=1", "--param", "a=2"],
        ["query", "--param", "a=1"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_two(words: Sequence[str]) -> None:
    result = run(*words)

    assert result.exit_code == 2
    assert "Traceback" not in result.output
    assert result.stdout == ""


# extract


def reading(monkeypatch: pytest.MonkeyPatch, *problems: Problem, facts: Facts | None = None) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = []

    def extract(paths: Sequence[Path], **options: Any) -> Facts:
        asked.append({"paths": list(paths), **options})
        found = region_facts() if facts is None else facts
        found.problems.extend(problems)
        return found

    monkeypatch.setattr(pipeline, "extract", extract)
    return asked


UNREADABLE = Problem(Severity.ERROR, "unreadable", "b.pdf", "b.pdf: holds no text; scan it with text recognition")
DOUBTFUL = Problem(Severity.NOTE, "dropped", "resolution", "2 ties whose end was not found")


def test_extract_writes_facts_and_counts_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = reading(monkeypatch, DOUBTFUL)

    result = run("extract", "a.txt", "b.txt", "--out", "made/facts", "--workers", "2")

    assert result.exit_code == 0, result.output
    assert asked == [{"paths": [Path("a.txt"), Path("b.txt")], "workers": 2, "scheduler": None, "progress": None}]
    assert read_facts(tmp_path / "made" / "facts") == region_facts()
    assert ["class", "Zone", "4"] in rows(result)
    assert ["relationship", "LOCATED_IN", "12"] in rows(result)
    assert ["skipped", "(note)", "dropped", "1"] in rows(result)
    assert "facts of 3 documents written to made/facts" in result.stderr


def test_extract_goes_on_after_an_unreadable_file_and_exits_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reading(monkeypatch, UNREADABLE)

    result = run("extract", "a.txt", "b.pdf", "--out", "facts", "--report", "sub/report.json")

    assert result.exit_code == 1
    assert "b.pdf: holds no text" in result.stderr
    assert read_facts(tmp_path / "facts") == region_facts()
    report = json.loads((tmp_path / "sub" / "report.json").read_text(encoding="utf-8"))
    assert report["problems"][0]["kind"] == "unreadable"


def test_extract_writes_nothing_where_nothing_was_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reading(monkeypatch, facts=Facts())

    assert_one_line(run("extract", "a.txt", "--out", "facts"), 1, "no facts found in a.txt; nothing was written")
    assert not (tmp_path / "facts").exists()


def test_extract_of_a_path_that_is_not_there() -> None:
    assert_one_line(run("extract", "nowhere.txt"), 1, "error: nowhere.txt: no such file or folder")


def test_extract_into_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reading(monkeypatch)
    (tmp_path / "taken").write_text("mine", encoding="utf-8")

    assert_one_line(run("extract", "a.txt", "--out", "taken"), 1, "error: taken: ")
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


# load


def test_load_counts_and_tells_of_each_document_and_loads_again_without_change(tmp_path: Path) -> None:
    write_facts(region_facts(), tmp_path / "facts")
    store = f"embedded:{tmp_path / 'graph'}"

    first, second = (run("load", "facts", "--store", store) for _ in range(2))

    assert (first.exit_code, second.exit_code) == (0, 0), first.output + second.output
    assert ["class", "City", "3"] in rows(first)
    assert ["figure", "all", "6"] in rows(first)
    assert [line.split(" (")[0] for line in first.stdout.splitlines()[-3:]] == [
        "notice_2023.txt: new", "plan_2021.txt: new", "report_2022.txt: new",
    ]  # fmt: skip
    assert all(": unchanged (" in line for line in second.stdout.splitlines()[-3:])


def test_load_replaces_a_document_that_changed(tmp_path: Path) -> None:
    facts = region_facts()
    write_facts(facts, tmp_path / "facts")
    store = f"embedded:{tmp_path / 'graph'}"
    run("load", "facts", "--store", store)
    facts.figures = [f for f in facts.figures if f.value != 500]
    write_facts(facts, tmp_path / "facts")

    result = run("load", "facts", "--store", store)

    assert any(line.startswith(f"{PLAN}: replaced (") for line in result.stdout.splitlines()), result.output


def test_load_of_documents_extracts_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    reading(monkeypatch, UNREADABLE)
    (tmp_path / "a.txt").touch()
    store = f"embedded:{tmp_path / 'graph'}"

    result = run("load", "a.txt", "--store", store)

    assert result.exit_code == 1, result.output
    assert "b.pdf: holds no text" in result.stderr
    assert ["skipped", "(error)", "unreadable", "1"] in rows(result)
    assert ["label", "City", "3"] in rows(run("status", "--store", store))


def test_load_without_a_path_takes_the_bundled_facts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_facts(region_facts(), tmp_path / "data")
    monkeypatch.setattr(intake, "BUNDLED", tmp_path / "data")

    result = run("load", "--store", f"embedded:{tmp_path / 'graph'}")

    assert result.exit_code == 0, result.output
    assert ["class", "Zone", "4"] in rows(result)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        (lambda path: path.unlink(), "no such file"),
        (lambda path: path.write_text("{", encoding="utf-8"), "relations.jsonl:1: not a JSON record"),
        (lambda path: path.write_text('{"source": "x"}', encoding="utf-8"), "lacks the key"),
        (lambda path: path.write_bytes(b"\xff\xfe"), "cannot be read as UTF-8"),
    ],
    ids=["missing", "not JSON", "key", "encoding"],
)
def test_load_of_broken_facts_changes_nothing(change: Callable[[Path], Any], part: str, tmp_path: Path) -> None:
    write_facts(region_facts(), tmp_path / "facts")
    change(tmp_path / "facts" / "relations.jsonl")

    assert_one_line(run("load", "facts", "--store", f"embedded:{tmp_path / 'graph'}"), 1, "relations.jsonl", part)
    assert not (tmp_path / "graph").exists()


def test_load_of_facts_that_break_the_model_changes_nothing(tmp_path: Path) -> None:
    facts = region_facts()
    write_facts(facts, tmp_path / "facts")
    path = tmp_path / "facts" / "relations.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace('"LOCATED_IN"', '"STANDS_AT"', 1), encoding="utf-8")

    result = run("load", "facts", "--store", f"embedded:{tmp_path / 'graph'}")

    assert result.exit_code == 1
    assert "STANDS_AT" in result.stderr
    assert "nothing was loaded" in result.stderr
    assert not (tmp_path / "graph").exists()


def test_load_fills_in_quotations_from_the_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write_facts(without_quotes(region_facts()), tmp_path / "facts")
    (tmp_path / "texts").mkdir()
    for name in region_facts().documents():
        (tmp_path / "texts" / name).write_text("句" * 2000, encoding="utf-8")
    monkeypatch.setenv("POLECORE_DOCUMENTS", str(tmp_path / "texts"))
    store = f"embedded:{tmp_path / 'graph'}"

    assert run("load", "facts", "--store", store).exit_code == 0
    monkeypatch.delenv("POLECORE_DOCUMENTS")

    assert "“" + "句" * 40 + "”" in run("show", "临江高新区", "--store", store).stdout


# serve


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[dict[str, Any]]:
    calls: list[dict[str, Any]] = []

    def start(program: str, command: list[str]) -> None:
        calls.append({"program": program, "command": command, "store": os.environ["POLECORE_STORE"]})

    (tmp_path / "app.py").touch()
    monkeypatch.setattr(cli, "__file__", str(tmp_path / "cli.py"))
    monkeypatch.setattr(cli.os, "execv", start)
    monkeypatch.setenv("POLECORE_STORE", "")
    return calls


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serve_starts_the_app_on_this_machine_only(served: list[dict[str, Any]]) -> None:
    port = free_port()

    result = run("serve", "--port", str(port), "--store", "embedded:mine")

    assert (result.exit_code, result.stderr) == (0, "")
    assert served[0]["command"][1:3] == ["-m", "views.serve"]
    assert f"--server.port={port}" in served[0]["command"]
    assert "--server.address=127.0.0.1" in served[0]["command"]
    assert not any("allowedHosts" in word for word in served[0]["command"])
    assert served[0]["store"] == "embedded:mine"
    assert served[0]["program"] == sys.executable


def test_serve_warns_before_it_listens_to_others(served: list[dict[str, Any]]) -> None:
    result = run("serve", "--address", "0.0.0.0", "--port", str(free_port()))

    assert result.stderr.startswith("warning: 0.0.0.0: whoever reaches it can read the graph")
    assert len(served) == 1
    assert "--server.allowedHosts=*" in served[0]["command"]


def test_serve_leaves_the_names_that_are_set_alone(
    served: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STREAMLIT_SERVER_ALLOWED_HOSTS", "graph.example.org")

    run("serve", "--address", "0.0.0.0", "--port", str(free_port()))

    assert not any("allowedHosts" in word for word in served[0]["command"])


def test_serve_on_a_port_that_is_taken_is_one_line(served: list[dict[str, Any]]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run("serve", "--port", str(taken.getsockname()[1]))

    assert_one_line(result, 1, "cannot listen there", "choose another --port")
    assert served == []


def test_serve_without_the_app_is_one_line(served: list[dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "app.py").unlink()

    assert_one_line(run("serve"), 1, "the app is not part of this installation")


# the process


def process(*words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *words],
        env={**os.environ, **settings}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "status", "lines"),
    [
        (["schema"], 0, 0),
        (["query", "nothing"], 1, 1),
        (["extract", "nowhere.txt"], 1, 1),
        (["status", "--store", "embedded:nowhere"], 1, 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_exit_status_of_the_process(words: list[str], status: int, lines: int) -> None:
    done = process(*words)

    assert done.returncode == status
    assert len(done.stderr.splitlines()) == lines
    assert "Traceback" not in done.stderr


def test_wrong_usage_of_the_process_is_exit_two() -> None:
    assert process("status", "--nothing").returncode == 2


def test_chinese_is_written_whatever_the_encoding_of_the_terminal() -> None:
    done = process("schema", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")

    assert done.returncode == 0
    assert "园区" in done.stdout


def test_reader_that_closes_the_pipe_early_sees_no_traceback() -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "schema", "--format", "turtle"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == ""
