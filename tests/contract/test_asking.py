"""The contract of every store when it is asked: search, profiles, counts, queries, and what is refused."""

from __future__ import annotations

import pytest

from graph.facts import Facts
from graph.slice import split
from graph.store import Store
from ontology.errors import QueryError
from tests.contract.made_facts import (
    CITY,
    COMPANY,
    IN_CITY,
    IN_ZONE,
    LAB,
    PLAN,
    ZONE,
    cite,
    entity,
    news,
    plan,
    together,
)


def test_search_puts_whole_names_first_then_beginnings_then_the_rest(store: Store) -> None:
    facts = Facts(
        [
            entity(f"Company:{name}", cite(PLAN, 10 * i), aliases=aliases)
            for i, (name, aliases) in enumerate(
                [
                    ("大泽阳光", ()),
                    ("泽阳光电", ()),
                    ("泽阳光", ()),
                    ("甲", ("泽阳光",)),
                    ("乙乙", ("泽 阳　光学",)),
                    ("光", ()),
                ]
            )
        ]
    )
    store.load(facts)

    assert [e.name for e in store.search("泽阳光")] == ["甲", "泽阳光", "乙乙", "泽阳光电", "大泽阳光"]
    assert [e.name for e in store.search("泽阳光", limit=2)] == ["甲", "泽阳光"]
    assert next(e.name for e in store.search("光")) == "光"
    assert store.search("泽阳光", limit=1) == [facts.entities[3]]


@pytest.mark.parametrize("text", ["ZYphotonics", "zy PHOTONICS", "ＺＹ　Ｐｈｏｔｏｎｉｃｓ", "hotonic", "泽阳Photo"])
def test_search_knows_no_width_case_or_space(store: Store, text: str) -> None:
    store.load(news())

    assert [e.id for e in store.search(text)] == [COMPANY]


@pytest.mark.parametrize("text", ["", "  　", "不存在", "%", "*", '"', "泽阳市\n泽"])
def test_search_without_an_answer(store: Store, text: str) -> None:
    store.load(news())

    assert store.search(text) == []


def test_profile_gives_ties_other_ends_and_figures_with_evidence(store: Store) -> None:
    store.load(together(plan(), news()))
    facts = store.facts()

    profile = store.profile(ZONE)

    assert profile is not None
    assert profile.entity == next(e for e in facts.entities if e.id == ZONE)
    assert list(profile.figures) == facts.figures
    seen = [(t.relation.key, t.other.id, t.outgoing) for t in profile.ties]
    assert seen == [(IN_CITY, CITY, True), (IN_ZONE, LAB, False)]
    assert {t.relation for t in profile.ties} <= set(facts.relations)
    assert all(t.other in facts.entities for t in profile.ties)
    assert store.profile("City:无") is None


def test_status_counts(store: Store) -> None:
    store.load(together(plan(), news()))

    status = store.status()

    assert dict(status.labels) == {"City": 1, "Company": 1, "Lab": 1, "University": 1, "Zone": 1}
    assert dict(status.relations) == {"LOCATED_IN": 3}
    assert (status.figures, status.passages) == (2, 15)
    assert dict(status.documents) == {name: part.content_hash for name, part in split(together(plan(), news())).items()}


def test_query_gives_plain_values(store: Store) -> None:
    store.load(plan())

    found = store.query(
        "MATCH p = (z:Zone)-[r]->(c:City) "
        "RETURN z.name AS name, c, r, p, [1, 2.5, 'x', null, true] AS list, {a: [1]} AS map"
    )

    assert found.columns == ("name", "c", "r", "p", "list", "map")
    name, city, relation, path, several, mapping = found.rows[0]
    assert (name, several, mapping) == ("泽阳高新区", [1, 2.5, "x", None, True], {"a": [1]})
    assert city["labels"] == ["City", "Entity", "Place", "Polecore"]
    assert city["properties"]["id"] == CITY
    assert relation["type"] == "LOCATED_IN"
    assert relation["properties"]["derived"] is False
    assert [node["properties"]["id"] for node in path["nodes"]] == [ZONE, CITY]
    assert path["relationships"] == [relation]


@pytest.mark.parametrize(
    ("cypher", "value"),
    [
        ("date('2020-01-02')", "2020-01-02"),
        ("datetime('2020-01-01T10:00:00+08:00')", "2020-01-01T10:00:00+08:00"),
        ("datetime('2020-01-01T10:00:00[Asia/Shanghai]')", "2020-01-01T10:00:00+08:00"),
        ("datetime('2020-01-01T10:00:00.120Z')", "2020-01-01T10:00:00.12Z"),
        ("localdatetime('2020-01-01T10:00')", "2020-01-01T10:00:00"),
        ("time('10:00:00+08:00')", "10:00:00+08:00"),
        ("[localtime('10:00:00')]", ["10:00:00"]),
        ("duration('P1Y2M3DT4H5M6S')", "P1Y2M3DT4H5M6S"),
        ("duration.between(date('2020-01-01'), date('2021-03-04'))", "P1Y2M3D"),
        ("date('2020-01-31') + duration('P1M')", "2020-02-29"),
        ("point({longitude: 123.4, latitude: 41.8})", {"x": 123.4, "y": 41.8, "srid": 4326}),
        ("7 / 2", 3),
        ("7 / 2.0", 3.5),
        ("-5 % 3", -2),
        ("round(-2.5)", -2.0),
        ("size('𠮷')", 1),
        ("substring('沈阳市', 0, 2)", "沈阳"),
    ],
)
def test_values_are_the_same_from_every_store(store: Store, cypher: str, value: object) -> None:
    assert store.query(f"RETURN {cypher} AS x").rows == ((value,),)


def test_query_without_rows_still_names_its_columns(store: Store) -> None:
    assert store.query("MATCH (c:City) RETURN c.name AS name, count(*) AS n ORDER BY name").columns == ("name", "n")


def test_row_cap_says_that_it_cut(store: Store) -> None:
    whole = store.query("UNWIND range(1, 5) AS x RETURN x", limit=5)
    cut = store.query("UNWIND range(1, 6) AS x RETURN x", limit=5)

    assert (len(whole.rows), whole.truncated) == (5, False)
    assert (len(cut.rows), cut.truncated) == (5, True)


@pytest.mark.parametrize(
    ("cypher", "parameters", "message"),
    [
        ("MATCH (n) RETRUN n", {}, "cannot be run"),
        ("MATCH (n) RETURN m", {}, "cannot be run"),
        ("MATCH (n {id: $id}) RETURN n", {}, r"needs a value for \$id"),
        ("MATCH (n {id: $id}) RETURN n", {"id": object()}, "no value of Cypher"),
        ("MATCH (n {id: $id}) RETURN n", {"id": 1 << 70}, "64 bits"),
        ("", {}, "empty"),
        ("MATCH (n:Entity) SET n.name = 'x'", {}, "SET is not allowed"),
        ("CALL { CREATE (:X) } RETURN 1", {}, "CREATE is not allowed"),
    ],
)
def test_query_refuses(store: Store, cypher: str, parameters: dict[str, object], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        store.query(cypher, parameters)


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:X {id: 1})",
        "MATCH (n:Entity) DETACH DELETE n",
        "MATCH (n:Entity) SET n.name = 'x' RETURN n",
        "MATCH (n:Entity) REMOVE n:Entity RETURN n",
        "MERGE (n:Entity {id: 'x'}) RETURN n",
        "CALL { MATCH (n) DETACH DELETE n } RETURN 1",
        "FOREACH (x IN [1] | CREATE (:X))",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "DROP CONSTRAINT polecore_id",
    ],
)
def test_store_itself_refuses_to_write_where_the_guard_is_blind(
    store: Store, cypher: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.load(plan())
    monkeypatch.setattr("graph.guard.check", lambda text, embedded: text)

    with pytest.raises(QueryError):
        store.query(cypher)

    assert store.facts() == plan()
    assert store.verify() == []  # type: ignore[attr-defined]


def test_deadline_returns_even_if_the_query_does_not_end(store: Store) -> None:
    # far longer than deadline and grace on a fast machine too: no store looks at the clock inside one expression
    endless = "RETURN reduce(s = '', i IN range(1, 100000) | s + 'xxxxxxxxxx') AS s"

    with pytest.raises(QueryError, match=r"did not end within 0\.2 seconds"):
        store.query(endless, timeout=0.2)

    assert store.query("RETURN 1 AS one").rows == ((1,),)
