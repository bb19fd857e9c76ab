from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.facts import read_facts, without_quotes, write_facts
from tests.unit.command_line import assert_one_line, rows, run
from tests.unit.queries.invented_region import PLAN, region_facts

pytestmark = pytest.mark.usefixtures("elsewhere")


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
    monkeypatch.setattr(
        "graph.console.open_store",
        lambda _, **options: SimpleNamespace(facts=lambda: broken, close=lambda: None),
    )

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


def test_cypher_that_the_embedded_store_would_answer_wrongly_is_refused(uri: str) -> None:
    result = run("cypher", "MATCH (n:Zone|City)-[*2]-(n) RETURN n.id AS id", "--store", uri)

    assert_one_line(result, 1, "error: ", "(n:A|B)")


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
    assert result.stderr == "error: '云大' fits 2 entities; name one by its id\n"


def test_show_of_the_unknown_is_one_line(uri: str) -> None:
    assert_one_line(run("show", "不存在的地方", "--store", uri), 1, "'不存在的地方' fits no entities")


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
