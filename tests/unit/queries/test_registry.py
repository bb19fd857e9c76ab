from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.store import Rows, Store
from ontology.errors import QueryError
from queries.registry import Library, load_library, read_question, user_folders

GOOD = """\
// name: zones
// group: own
// title: {zh: 园区, en: Zones}
// question: {zh: 有哪些园区？, en: "Which zones are there?"}
// parameters:
//   least:
//     type: integer
//     default: 0
//     description: {zh: 最少, en: at least}
// columns:
//   zone: {zh: 园区, en: zone}
MATCH (z:Zone)
WHERE size(z.documents) >= $least
RETURN z.name AS zone
ORDER BY zone
"""


def written(folder: Path, text: str, name: str = "zones") -> Path:
    path = folder / f"{name}.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def test_question_is_read_with_all_that_its_header_says(tmp_path: Path) -> None:
    question = read_question(written(tmp_path, GOOD))

    assert (question.name, question.group, question.title.zh, question.question.en) == (
        "zones", "own", "园区", "Which zones are there?",
    )  # fmt: skip
    assert question.bind({}) == {"least": 0}
    assert question.bind({"least": "2"}) == {"least": 2}
    assert list(question.columns) == ["zone"]
    assert question.cypher.startswith("MATCH (z:Zone)")


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("// group: own", "// group: own\n// colour: red", "unknown key 'colour'"),
        ("// group: own", "// group: none", "unknown group 'none'"),
        ("// group: own\n", "", "lacks group"),
        ("// group: own", "// group: own\n// group: places", "'group' stands twice"),
        ("type: integer", "type: whole", "unknown type 'whole'"),
        ("type: integer", "kind: integer", "unknown key 'kind'"),
        ("default: 0", "default: many", "'many' is not a whole number"),
        ("{zh: 最少, en: at least}", "{zh: 最少}", "must have the texts zh and en"),
        ("$least", "$most", "most: used but not declared"),
        ("size(z.documents) >= $least", "true", "least: declared in the header but not used"),
        ("z.name AS zone", "z.name AS name", "promises the columns zone; the query returns name"),
        ("z.name AS zone", "z.name AS zone, z.id AS id", "returns zone, id"),
        ("// name: zones", "// name: parks", "the file is called 'zones'"),
        ("// name: zones", "// name: Zones", "must be lower-case"),
        ("// columns:", "// columns: [", "not valid YAML"),
        ("RETURN z.name", "SET z.x = 1\nRETURN z.name", "SET: the library only reads"),
        ("MATCH (z:Zone)", "MATCH (z:Zone)-->(c:City)\nWHERE z.a OR c.b = 1\nMATCH (z:Zone)", "may lose rows here"),
        ("// name: zones\n", "", "lacks name"),
        (GOOD[GOOD.index("MATCH") :], "", "no query below the header"),
        ("// title: {zh: 园区, en: Zones}", "// title: 园区", "title must be a mapping"),
        (
            "//   zone: {zh: 园区, en: zone}",
            "//   zone: {zh: 园区, en: zone}\n// example: {most: 1}",
            "no parameter 'most'",
        ),
    ],
)
def test_wrong_header_is_refused_with_file_and_reason(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new))

    with pytest.raises(QueryError) as caught:
        read_question(path)

    assert str(path) in str(caught.value)
    assert complaint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_file_without_a_header_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="starts without a header"):
        read_question(written(tmp_path, "RETURN 1 AS one ORDER BY one"))


def test_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "zones.cypher"
    path.write_bytes(GOOD.encode("gbk"))

    with pytest.raises(QueryError, match="cannot be read as UTF-8"):
        read_question(path)


def test_users_folder_is_read_with_the_bundled_questions(tmp_path: Path) -> None:
    written(tmp_path, GOOD)

    library = load_library([tmp_path])

    assert library.get("zones").title.en == "Zones"
    assert list(library.questions)[-1] == "zones"
    assert [q.name for q in library.groups()["own"]] == ["zones"]


def test_name_that_is_taken_is_refused_with_both_files(tmp_path: Path) -> None:
    written(tmp_path, GOOD.replace("name: zones", "name: labs_in_zone"), "labs_in_zone")

    with pytest.raises(QueryError, match=r"labs_in_zone is already taken by .*labs_in_zone\.cypher"):
        load_library([tmp_path])


def test_folders_come_from_the_environment_or_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert user_folders({}) == []

    (tmp_path / ".polecore" / "queries").mkdir(parents=True)
    assert user_folders({}) == [Path(".polecore/queries")]
    assert user_folders({"POLECORE_QUERIES": str(tmp_path)}) == [tmp_path]

    with pytest.raises(QueryError, match="POLECORE_QUERIES: nowhere is not a folder"):
        user_folders({"POLECORE_QUERIES": "nowhere"})


def test_unknown_question_names_the_nearest() -> None:
    library = load_library([])

    with pytest.raises(QueryError, match=r"no query named 'labs_in_zones'; did you mean labs_in_zone"):
        library.get("labs_in_zones")
    with pytest.raises(QueryError, match="`polecore query` lists the questions"):
        Library({}).get("x")


@pytest.mark.parametrize(
    ("name", "values", "complaint"),
    [
        ("mentions_of", {}, "query mentions_of: needs name"),
        ("labs_in_zone", {"place": "x"}, "query labs_in_zone: no parameter 'place'; its parameters: zone"),
        ("issuers", {"x": "1"}, "its parameters: none"),
        ("named_together", {"name": "x", "limit": "many"}, "parameter limit: 'many' is not a whole number"),
        ("works_with", {"min_confidence": "high"}, "'high' is not a number"),
        ("figures_of", {"kind": "planned"}, "'planned' is not one of '', 'actual', 'target'"),
    ],
)
def test_wrong_parameter_is_refused(name: str, values: Mapping[str, object], complaint: str) -> None:
    with pytest.raises(QueryError) as caught:
        load_library([]).get(name).bind(values)

    assert complaint in str(caught.value)


class Answering:
    """A store that gives one fixed answer."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.asked: list[dict[str, Any]] = []

    def query(self, _cypher: str, parameters: dict[str, Any], **options: Any) -> Rows:
        self.asked.append({**parameters, **options})
        return self.rows


def test_run_hands_parameters_and_limits_to_the_store() -> None:
    store = Answering(Rows(("zone", "lab", "confidence", "documents"), ()))

    load_library([]).get("labs_in_zone").run(store, {"zone": " 临江高新区 "}, limit=5, timeout=2.0)  # type: ignore[arg-type]

    assert store.asked == [{"zone": "临江高新区", "limit": 5, "timeout": 2.0}]


def test_store_that_breaks_the_promise_of_columns_is_told() -> None:
    store = Answering(Rows(("a", "b"), ((1, 2),)))

    with pytest.raises(QueryError, match="query labs_in_zone: answered a, b, promised zone, lab"):
        load_library([]).get("labs_in_zone").run(store)  # type: ignore[arg-type]


def test_promised_columns_stand_also_where_a_store_knows_none() -> None:
    rows = load_library([]).get("issuers").run(Answering(Rows((), ())))  # type: ignore[arg-type]

    assert rows.columns == ("class", "issuer", "number", "works")


def test_question_of_the_user_runs_on_a_store(tmp_path: Path, region_store: Store) -> None:
    written(tmp_path, GOOD)

    rows = load_library([tmp_path]).get("zones").run(region_store, {"least": 2})

    assert rows.rows == (("临江高新区",),)


def test_question_that_writes_is_refused_by_the_store(tmp_path: Path, region_store: Store) -> None:
    text = GOOD.replace("RETURN z.name", "SET z.name = 'x' RETURN z.name")
    written(tmp_path, text)

    with pytest.raises(QueryError):
        load_library([tmp_path]).get("zones").run(region_store)
