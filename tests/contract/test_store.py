"""The contract of every store: what is written, kept, replaced, taken away, found and refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graph.facts import Entity, Facts, Relation, read_facts, write_facts
from graph.slice import split
from graph.store import Store
from ontology.errors import StoreError
from tests.contract.made_facts import (
    CITY,
    COMPANY,
    IN_CITY,
    IN_ZONE,
    LAB,
    LAB_IN_CITY,
    NEWS,
    PLAN,
    UNIVERSITY,
    ZONE,
    cite,
    entity,
    news,
    plan,
    tie,
    together,
)  # fmt: skip


def outcomes(store: Store, facts: Facts) -> dict[str, str]:
    return {change.document: change.outcome for change in store.load(facts)}


def rows(store: Store, cypher: str, **parameters: object) -> list[tuple[object, ...]]:
    return list(store.query(cypher, parameters).rows)


def test_load_writes_the_graph_that_the_model_describes(store: Store) -> None:
    store.load(plan())

    assert rows(
        store, "MATCH (z:Zone) RETURN z.id, z.name, z.label, z.aliases, z.documents, z.level, z.established"
    ) == [(ZONE, "泽阳高新区", "Zone", ["高新区"], [PLAN], "国家级", 1992)]
    assert rows(store, "MATCH (n:Polecore:Entity:Place) RETURN n.id AS id ORDER BY id") == [(CITY,), (ZONE,)]
    assert rows(
        store,
        "MATCH (a:Entity)-[r:LOCATED_IN]->(b:Entity {id: $city}) RETURN a.id, r.key, r.passages, r.rules, r.documents, "
        "r.confidence, r.derived, r.derived_from",
        city=CITY,
    ) == [(ZONE, IN_CITY, [f"{PLAN}#40-46"], ["made"], [PLAN], 0.8, False, [])]
    assert rows(
        store,
        "MATCH (e:Entity {id: $city})-[m:MENTIONED_IN]->(p:Passage)<-[:HAS_PASSAGE]-(d:Document) "
        "RETURN d.id, d.name, p.id, p.document, p.section, p.paragraph, p.start, p.end, p.text, m.rule "
        "ORDER BY p.start",
        city=CITY,
    ) == [
        (PLAN, PLAN, f"{PLAN}#0-6", PLAN, "一 / 二", 1, 0, 6, "引文0", "made"),
        (PLAN, PLAN, f"{PLAN}#10-16", PLAN, "一 / 二", 2, 10, 16, "引文10", "other"),
    ]
    assert rows(
        store,
        "MATCH (e:Zone)-[:HAS_FIGURE]->(f:Figure)-[m:MENTIONED_IN]->(p:Passage) "
        "RETURN f.id, f.entity, f.indicator, f.value, f.max, f.unit, f.year, f.kind, f.bound, f.documents, p.id",
    ) == [(plan().figures[0].id, ZONE, "总产值", 51.5, None, "亿元", 2022, "actual", None, [PLAN], f"{PLAN}#60-66")]


def test_what_was_loaded_comes_back(store: Store) -> None:
    store.load(together(plan(), news()))

    assert store.facts() == Facts(
        [
            replace(plan().entities[0], documents=(NEWS, PLAN), evidence=(cite(NEWS, 0), *plan().entities[0].evidence)),
            *[e for e in news().entities if e.id == COMPANY],
            *[e for e in plan().entities if e.id == LAB],
            *[e for e in news().entities if e.id == UNIVERSITY],
            replace(
                plan().entities[2],
                aliases=("泽阳高新技术产业开发区", "高新区"),
                documents=(NEWS, PLAN),
                evidence=(cite(NEWS, 20), cite(PLAN, 20)),
            ),
        ],
        [
            tie(IN_ZONE, cite(PLAN, 50)),
            tie(f"{UNIVERSITY}|LOCATED_IN|{CITY}", cite(NEWS, 50)),
            tie(IN_CITY, cite(NEWS, 40), cite(PLAN, 40), confidence=0.95),
        ],
        [
            news().figures[0],
            replace(news().figures[1], evidence=(cite(NEWS, 60), cite(PLAN, 60))),
        ],
    )


def test_loading_again_changes_nothing(store: Store) -> None:
    graph = "MATCH (n:Polecore) WHERE NOT n:Store RETURN n.id AS id, properties(n) ORDER BY id"
    assert outcomes(store, plan()) == {PLAN: "new"}
    before = rows(store, graph)

    assert outcomes(store, plan()) == {PLAN: "unchanged"}
    assert rows(store, graph) == before


def test_order_of_records_and_aliases_is_no_change(store: Store) -> None:
    facts = together(plan(), news())
    store.load(facts)
    turned = Facts(facts.entities[::-1], facts.relations[::-1], facts.figures[::-1])

    assert set(outcomes(store, turned).values()) == {"unchanged"}


def test_facts_exported_and_loaded_again_are_unchanged(store: Store, tmp_path: Path) -> None:
    store.load(plan())
    store.load(news())
    write_facts(store.facts(), tmp_path / "facts")

    assert outcomes(store, read_facts(tmp_path / "facts")) == {PLAN: "unchanged", NEWS: "unchanged"}


def test_facts_exported_give_the_same_graph_in_an_empty_store(store: Store, tmp_path: Path) -> None:
    store.load(together(plan(), news()))
    facts = store.facts()
    for document in facts.documents():
        store.remove_document(document)
    assert store.facts() == Facts()
    write_facts(facts, tmp_path / "facts")

    store.load(read_facts(tmp_path / "facts"))

    assert store.facts() == facts


def test_new_version_replaces_what_only_the_old_one_said(store: Store) -> None:
    store.load(plan())
    store.load(news())
    newer = plan()
    newer.entities = [e for e in newer.entities if e.id != LAB]
    newer.relations = [r for r in newer.relations if r.key == IN_CITY]
    newer.figures = []

    assert outcomes(store, newer) == {PLAN: "replaced"}

    facts = store.facts()
    assert [e.id for e in facts.entities] == [CITY, COMPANY, UNIVERSITY, ZONE]
    assert [r.key for r in facts.relations] == [f"{UNIVERSITY}|LOCATED_IN|{CITY}", IN_CITY]
    assert [f.evidence for f in facts.figures if f.indicator == "总产值"] == [(cite(NEWS, 60),)]
    assert rows(store, "MATCH (p:Passage {document: $plan}) RETURN p.start AS start ORDER BY start", plan=PLAN) == [
        (0,), (10,), (20,), (40,)
    ]  # fmt: skip
    assert store.status().documents[PLAN] == split(newer)[PLAN].content_hash


def test_removal_leaves_the_rest_as_if_the_document_had_never_been_loaded(store: Store) -> None:
    store.load(plan())
    before = rows(store, "MATCH (n:Entity) RETURN n.id AS id, properties(n) ORDER BY id")
    ties = rows(store, "MATCH (:Entity)-[r]->(:Entity) RETURN r.key AS key, properties(r) ORDER BY key")
    store.load(news())

    change = store.remove_document(NEWS)

    assert (change.document, change.outcome) == (NEWS, "removed")
    assert (change.entities, change.relations, change.figures) == (4, 2, 2)
    assert store.facts() == plan()
    assert rows(store, "MATCH (n:Entity) RETURN n.id AS id, properties(n) ORDER BY id") == before
    assert rows(store, "MATCH (:Entity)-[r]->(:Entity) RETURN r.key AS key, properties(r) ORDER BY key") == ties
    assert rows(store, "MATCH (n:Polecore) WHERE n.document = $news OR n.id = $news RETURN n.id", news=NEWS) == []


def test_removing_what_was_never_loaded_names_what_is_there(store: Store) -> None:
    store.load(plan())

    with pytest.raises(StoreError, match=f"nowhere.md: never loaded .* documents there: {PLAN}"):
        store.remove_document("nowhere.md")


def test_two_documents_that_state_one_tie_give_one_tie_with_two_pieces_of_evidence(store: Store) -> None:
    store.load(plan())
    store.load(news())

    assert rows(
        store,
        "MATCH (:Entity)-[r:LOCATED_IN {key: $key}]->() RETURN r.documents, r.passages, r.confidence",
        key=IN_CITY,
    ) == [([NEWS, PLAN], [f"{NEWS}#40-46", f"{PLAN}#40-46"], 0.95)]


def test_derived_tie_stands_only_while_its_premises_do(store: Store) -> None:
    cited = (cite(NEWS, 40, "by way of"), cite(PLAN, 50, "by way of"))
    derived = tie(LAB_IN_CITY, *cited, derived_from=(IN_ZONE, IN_CITY))
    facts = together(plan(), news())
    facts.relations = [r for r in facts.relations if not (r.key == IN_CITY and r.evidence[0].document == PLAN)]
    facts.relations.append(derived)
    store.load(facts)
    assert derived.key in {r.key for r in store.facts().relations}

    store.remove_document(NEWS)
    assert [r.key for r in store.facts().relations] == [IN_ZONE]
    assert rows(store, "MATCH (:Entity)-[r]->(:Entity) RETURN r.key") == [(IN_ZONE,)]

    store.load(news())
    assert derived.key in {r.key for r in store.facts().relations}


def test_entity_of_another_class_keeps_its_ties_and_mentions(store: Store) -> None:
    store.load(together(plan(), news()))
    facts = store.facts()
    facts.entities = [replace(e, label="District") if e.id == CITY else e for e in facts.entities]

    store.load(facts)

    assert store.facts() == facts
    assert rows(store, "MATCH (n:City) RETURN n.id") == []
    standing = rows(store, "MATCH (n:District)<-[r:LOCATED_IN]-(z) RETURN z.id AS id ORDER BY id")
    assert standing == [(UNIVERSITY,), (ZONE,)]
    assert rows(store, "MATCH (n:District)-[r:MENTIONED_IN]->(p) RETURN count(r)") == [(3,)]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda f: f.relations.append(tie(f"{CITY}|OWNS|{ZONE}", cite(PLAN, 0))), "no relationship 'OWNS'"),
        (lambda f: f.relations.append(tie(f"{CITY}|LOCATED_IN|{ZONE}", cite(PLAN, 0))), "does not allow LOCATED_IN"),
        (lambda f: f.relations.append(tie(f"{LAB}|BUILT_BY|Company:无", cite(PLAN, 0))), "Company:无 is not among"),
        (lambda f: f.relations.append(tie(f"{LAB}|BUILT_BY|{CITY}")), "has no evidence"),
        (lambda f: f.relations.append(tie(f"{LAB}|BUILT_BY|{CITY}", cite(PLAN, 0), confidence=1.5)), "confidence 1.5"),
        (lambda f: f.entities.append(entity("Castle:某处", cite(PLAN, 0))), "no class 'Castle'"),
        (lambda f: f.entities.append(Entity("City:空", "City", "空")), "stated by no document"),
        (lambda f: f.entities.append(entity("City:空", cite(PLAN, 0), colour="红")), "no property 'colour'"),
        (lambda f: f.entities.append(entity("Zone:空", cite(PLAN, 0), established="古")), "not a integer"),
        (lambda f: f.figures.append(replace(f.figures[0], value=float("nan"))), "finite"),
        (lambda f: f.entities.append(entity("City:空", replace(cite(PLAN, 0), quote="另"))), "two different texts"),
        (lambda f: f.entities.append(entity("City:\ud800", cite(PLAN, 0))), "valid Unicode"),
    ],
)  # fmt: skip
def test_refused_fact_keeps_everything_out(store: Store, spoil: object, message: str) -> None:
    store.load(news())
    facts = together(plan())
    assert callable(spoil)
    spoil(facts)

    with pytest.raises(StoreError, match="nothing was written") as error:
        store.load(facts)

    assert message in str(error.value)
    assert store.facts() == news()
    assert list(store.status().documents) == [NEWS]


def test_failure_in_the_middle_of_a_document_is_rolled_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.load(news())
    graph = "MATCH (n:Polecore) RETURN n.id AS id, properties(n) ORDER BY id"
    before = rows(store, graph)
    monkeypatch.setattr("graph.cypher.write_mentions", lambda *, merge: "UNWIND $rows AS row RETURN 0 AS written")

    with pytest.raises(StoreError, match=r"wrote 0 of \d+ rows"):
        store.load(plan())

    assert store.facts() == news()
    assert rows(store, graph) == before
    monkeypatch.undo()
    assert outcomes(store, plan()) == {PLAN: "new"}


def test_documents_before_the_one_at_fault_stay(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, int, int]] = []

    def stop(document: str, done: int, total: int) -> None:
        seen.append((document, done, total))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.load(together(plan(), news()), progress=stop)

    first = sorted([PLAN, NEWS])[0]
    assert seen == [(first, 1, 2)]
    assert list(store.status().documents) == [first]


HOSTILE = [
    "'; MATCH (n) DETACH DELETE n //", '"} ) DELETE n', "`City`", "$id", "\\u0027", "a\\", "{id: 1}", "泽|PART_OF|市",
    "名\n字\t又\r\n", "\x00\x01", "😀𠮷", "‮反", "a" * 5000, "%s %(x)s {0}", "<script>alert(1)</script>", "~#/..",
]  # fmt: skip


def test_hostile_text_is_kept_as_it_is(store: Store) -> None:
    document = "'; DROP \\u0022 `x`~.md"
    entities = [
        Entity(f"City:{text}", "City", text, (f"别{text}",), (document,), (cite(document, 10 * i, text),))
        for i, text in enumerate(HOSTILE)
    ]
    ties = [
        Relation(entities[0].id, "COLLABORATES_WITH", e.id, 0.5, (cite(document, 10 * i, "r"),))
        for i, e in enumerate(entities[1:], 1)
    ]
    facts = Facts(entities, ties).sorted()

    store.load(facts)

    assert store.facts() == facts
    for found in entities:
        profile = store.profile(found.id)
        assert profile is not None
        assert profile.entity == found
        assert rows(store, "MATCH (n:City {name: $name}) RETURN n.id", name=found.name) == [(found.id,)]
    assert {t.relation for t in store.profile(entities[0].id).ties} == set(ties)  # type: ignore[union-attr]
    store.remove_document(document)
    assert store.facts() == Facts()


def test_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()

    with pytest.raises(StoreError, match="closed"):
        store.facts()
