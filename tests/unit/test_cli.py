from __future__ import annotations

import csv
import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from typer.testing import CliRunner

import cli
from graph.facts import Facts, Problem, Severity, read_facts, without_quotes, write_facts
from loaders import intake, pipeline
from tests.unit.queries.invented_region import PLAN, region_facts

ROOT = Path(__file__).parents[2]
VERBS = ["extract", "load", "status", "schema", "validate", "query", "cypher", "show", "export", "serve"]
NO_STORE = "embedded:{tmp}/nowhere/graph"

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every run away from the settings and the graph of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in ("POLECORE_STORE", "POLECORE_DOCUMENTS", "POLECORE_QUERIES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="module")
def uri(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("cli")
    write_facts(region_facts(), folder / "facts")
    uri = f"embedded:{folder / 'graph'}"
    result = CliRunner().invoke(cli.app, ["load", str(folder / "facts"), "--store", uri])
    assert result.exit_code == 0, result.output
    return uri


def run(*words: str) -> Any:
    return CliRunner().invoke(cli.app, [str(word) for word in words])


def assert_one_line(result: Any, status: int, *parts: str) -> None:
    assert result.exit_code == status, result.output
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    for part in parts:
        assert part in lines[0]


def rows(result: Any) -> list[list[str]]:
    return [line.split() for line in result.stdout.splitlines()]


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
        "import sys, cli; cli.app(['--help'], standalone_mode=False); heavy = 'rdflib jpype streamlit networkx neo4j yaml rich'; "
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
        ["export", "docx", "--out", "x"],
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
    assert asked == [{"paths": [Path("a.txt"), Path("b.txt")], "workers": 2, "progress": None}]
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


# status, schema, validate


def test_status_counts_labels_types_and_documents(uri: str) -> None:
    found = rows(run("status", "--store", uri))

    assert ["label", "Lab", "2"] in found
    assert ["relationship", "MEMBER_OF", "2"] in found
    assert ["figure", "all", "6"] in found
    assert [row[1] for row in found if row[0] == "document"] == ["notice_2023.txt", "plan_2021.txt", "report_2022.txt"]


def test_status_as_json(uri: str) -> None:
    records = json.loads(run("status", "--store", uri, "--format", "json").stdout)

    assert {"kind": "label", "name": "Zone", "number": 4} in records


def test_store_may_be_named_by_the_environment(uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLECORE_STORE", uri)

    assert ["label", "Lab", "2"] in rows(run("status"))


def test_schema_names_classes_and_relationships_in_both_languages() -> None:
    records = json.loads(run("schema", "--format", "json").stdout)

    by_name = {record["name"]: record for record in records}
    assert (by_name["Zone"]["kind"], by_name["Zone"]["zh"]) == ("class", "园区")
    assert by_name["LOCATED_IN"]["kind"] == "relationship"
    assert "Zone" in by_name["LOCATED_IN"]["from"]
    assert ["class", "Zone", "园区"] in [row[:3] for row in rows(run("schema"))]


def test_schema_as_turtle_is_the_ontology() -> None:
    from rdflib import Graph

    graph = Graph().parse(data=run("schema", "--format", "turtle").stdout, format="turtle")

    assert len(graph) > 100


def test_validate_of_sound_facts_is_exit_zero(uri: str) -> None:
    result = run("validate", "--store", uri)

    assert result.exit_code == 0, result.output
    assert "27 entities, 40 relations, 6 figures checked: 0 errors" in result.stderr


def test_validate_tells_what_breaks_the_model_and_exits_one(monkeypatch: pytest.MonkeyPatch, uri: str) -> None:
    broken = region_facts()
    broken.relations = [r for r in broken.relations if r.type != "BUILT_BY"]  # a derived tie loses what it stands on
    broken.entities = [e for e in broken.entities if e.id != "Country:德国"]
    monkeypatch.setattr("graph.console.open_store", lambda _: SimpleNamespace(facts=lambda: broken, close=lambda: None))

    result = run("validate", "--store", uri, "--format", "csv")

    assert result.exit_code == 1
    found = list(csv.DictReader(io.StringIO(result.stdout)))
    assert any(row["severity"] == "error" and "Country:德国" in row["where"] + row["message"] for row in found)


# query, cypher


def test_query_without_a_name_lists_the_questions_without_a_store() -> None:
    result = run("query")

    assert result.exit_code == 0
    assert any(row[:3] == ["places", "labs_in_zone", "园区里的实验室与平台"] for row in rows(result))
    assert "name*" in result.stdout


def test_query_answers_in_every_format(uri: str) -> None:
    words = ("query", "labs_in_zone", "--param", "zone=临江高新区", "--store", uri)

    table, as_csv, as_json = (run(*words, "--format", name) for name in ("table", "csv", "json"))

    assert rows(table)[-1] == ["临江高新区", "智能装备重点实验室", "0.9", PLAN]
    assert as_csv.stdout == f"zone,lab,confidence,documents\n临江高新区,智能装备重点实验室,0.9,{PLAN}\n"
    assert json.loads(as_json.stdout) == [
        {"zone": "临江高新区", "lab": "智能装备重点实验室", "confidence": 0.9, "documents": [PLAN]}
    ]


def test_query_cut_short_says_so(uri: str) -> None:
    result = run("query", "carriers_by_city", "--limit", "2", "--store", uri)

    assert len(rows(result)) == 4
    assert "only the first 2 rows are shown" in result.stderr


def test_query_without_rows_says_so(uri: str) -> None:
    result = run("query", "labs_in_zone", "--param", "zone=没有", "--store", uri)

    assert (result.exit_code, result.stderr) == (0, "no rows\n")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["labs_in_zonne"], "did you mean labs_in_zone"),
        (["labs_in_zone", "--param", "city=x"], "no parameter 'city'"),
        (["mentions_of"], "needs name"),
        (["named_together", "--param", "name=x", "--param", "limit=all"], "'all' is not a whole number"),
    ],
)
def test_wrong_question_is_one_line(words: Sequence[str], part: str) -> None:
    assert_one_line(run("query", *words), 1, part)


def test_users_own_question_is_found(tmp_path: Path, uri: str) -> None:
    folder = tmp_path / ".polecore" / "queries"
    folder.mkdir(parents=True)
    (folder / "countries.cypher").write_text(
        "// name: countries\n// group: own\n"
        "// title: {zh: 国家, en: Countries}\n// question: {zh: 国家, en: Countries}\n"
        "// columns:\n//   name: {zh: 名称, en: name}\nMATCH (n:Country) RETURN n.name AS name ORDER BY name\n",
        encoding="utf-8",
    )

    assert rows(run("query", "countries", "--store", uri))[-1] == ["德国"]


def test_broken_question_of_the_user_is_one_line(tmp_path: Path) -> None:
    folder = tmp_path / ".polecore" / "queries"
    folder.mkdir(parents=True)
    (folder / "bad.cypher").write_text("RETURN 1 AS one\n", encoding="utf-8")

    assert_one_line(run("query"), 1, "bad.cypher: starts without a header")


def test_cypher_takes_typed_parameters(uri: str) -> None:
    result = run(
        "cypher", "RETURN $n + 1 AS n, $t AS t, $l AS l, $b AS b, $odd AS odd", "--store", uri, "--format", "json",
        "--param", "n=2", "--param", "t=沈阳", "--param", 'l=["a"]', "--param", "b=true", "--param", "odd=[x",
    )  # fmt: skip

    assert json.loads(result.stdout) == [{"n": 3, "t": "沈阳", "l": ["a"], "b": True, "odd": "[x"}]


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) DETACH DELETE n",
        "CREATE (n:City {id: 'x'})",
        "MATCH (n:City) SET n.name = 'x' RETURN n.name AS name",
        "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
        "MATCH (n:City RETURN n",
    ],
)
def test_cypher_that_writes_or_is_malformed_is_one_line(text: str, uri: str) -> None:
    before = run("status", "--store", uri).stdout

    assert_one_line(run("cypher", text, "--store", uri), 1, "error: ")
    assert run("status", "--store", uri).stdout == before


def test_cypher_warns_of_shapes_that_the_embedded_store_answers_wrongly(uri: str) -> None:
    result = run("cypher", "MATCH (n:Zone|City)-[*2]-(n) RETURN n.id AS id", "--store", uri)

    assert result.exit_code == 0
    assert "warning: the embedded store may answer this wrongly: a closed path" in result.stderr


def test_cypher_rows_are_capped(uri: str) -> None:
    result = run("cypher", "MATCH (n:Entity) RETURN n.id AS id ORDER BY id", "--limit", "3", "--store", uri)

    assert len(rows(result)) == 5
    assert "only the first 3 rows" in result.stderr


# show


def test_show_tells_ties_figures_and_evidence(uri: str) -> None:
    out = run("show", "临江高新区", "--store", uri).stdout

    assert out.startswith("临江高新区  [Zone 园区]  Zone:临江高新区\nalso called: 临江高新技术产业开发区\n")
    assert "→ LOCATED_IN " in out
    assert "← LOCATED_IN " in out
    assert "营业收入: 100 亿元 (actual, 2020)" in out
    assert "plan_2021.txt · 一、布局 / （一）园区 · paragraph 3 · characters 300–340" in out
    assert "“（plan_2021.txt第3段）" in out


@pytest.mark.parametrize("text", ["Zone:临江高新区", "临江高新区", "临江高新技术产业开发区"])
def test_show_takes_id_name_or_alias(text: str, uri: str) -> None:
    assert json.loads(run("show", text, "--format", "json", "--store", uri).stdout)["entity"]["id"] == "Zone:临江高新区"


def test_show_prefers_the_exact_name_or_alias_among_several(uri: str) -> None:
    assert run("show", "临江", "--no-evidence", "--store", uri).stdout.startswith("临江市  ")


def test_show_lists_several_hits_and_exits_one(uri: str) -> None:
    result = run("show", "云大", "--store", uri)

    assert result.exit_code == 1
    assert [row[0] for row in rows(result)[2:]] == ["University:云岭大学", "Company:临江机器人公司"]
    assert result.stderr == "error: '云大' is the name of 2 entities; name one by its id\n"


def test_show_of_the_unknown_is_one_line(uri: str) -> None:
    assert_one_line(run("show", "不存在的地方", "--store", uri), 1, "'不存在的地方' is the name of no entities")


def test_show_says_where_a_quotation_that_is_not_bundled_comes_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_facts(without_quotes(region_facts()), tmp_path / "facts")
    store = f"embedded:{tmp_path / 'graph'}"
    run("load", "facts", "--store", store)

    assert "(quotation not bundled; set POLECORE_DOCUMENTS)" in run("show", "德国", "--store", store).stdout

    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "report_2022.txt").write_text("原" * 2000, encoding="utf-8")
    monkeypatch.setenv("POLECORE_DOCUMENTS", str(tmp_path / "texts"))
    out = run("show", "德国", "--store", store).stdout
    assert "“" + "原" * 40 + "”" in out
    assert "not bundled" not in out


# export


def test_export_of_facts_gives_what_was_loaded(uri: str, tmp_path: Path) -> None:
    result = run("export", "facts", "--out", "a/b", "--store", uri)

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == ["a/b/entities.jsonl", "a/b/relations.jsonl", "a/b/figures.jsonl"]
    assert read_facts(tmp_path / "a" / "b") == region_facts()


def test_export_of_csv(uri: str, tmp_path: Path) -> None:
    assert run("export", "csv", "--out", "out", "--store", uri).exit_code == 0

    text = (tmp_path / "out" / "relations.csv").read_text(encoding="utf-8-sig")
    found = list(csv.DictReader(io.StringIO(text)))
    assert len(found) == 40
    assert {row["source_name"] for row in found if row["type"] == "MEMBER_OF"} == {"云岭大学", "临江机器人公司"}


def test_export_onto_a_file_is_one_line(uri: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")

    assert_one_line(run("export", "csv", "--out", "taken", "--store", uri), 1, "taken: is a file; name a folder")


# serve


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[dict[str, Any]]:
    calls: list[dict[str, Any]] = []

    def start(command: list[str], **options: Any) -> SimpleNamespace:
        calls.append({"command": command, **options})
        return SimpleNamespace(returncode=0)

    (tmp_path / "app.py").touch()
    monkeypatch.setattr(cli, "__file__", str(tmp_path / "cli.py"))
    monkeypatch.setattr(cli.subprocess, "run", start)
    return calls


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serve_starts_the_app_on_this_machine_only(served: list[dict[str, Any]]) -> None:
    port = free_port()

    result = run("serve", "--port", str(port), "--store", "embedded:mine")

    assert (result.exit_code, result.stderr) == (0, "")
    assert served[0]["command"][1:4] == ["-m", "streamlit", "run"]
    assert f"--server.port={port}" in served[0]["command"]
    assert "--server.address=127.0.0.1" in served[0]["command"]
    assert served[0]["env"]["POLECORE_STORE"] == "embedded:mine"


def test_serve_warns_before_it_listens_to_others(served: list[dict[str, Any]]) -> None:
    result = run("serve", "--address", "0.0.0.0", "--port", str(free_port()))

    assert result.stderr.startswith("warning: on 0.0.0.0 everyone")
    assert len(served) == 1


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
