"""Random sequences of loads and removals, compared with a model that keeps plain dictionaries."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.store import Store
from tests.contract.made_facts import together

DOCUMENTS = ("甲.md", "乙.md", "丙.md")
PLACES = ("City:东市", "City:西市", "Zone:北园", "Zone:南园")
TIES = (
    "Zone:北园|LOCATED_IN|City:东市",
    "Zone:南园|LOCATED_IN|City:东市",
    "City:东市|COLLABORATES_WITH|City:西市",
    "Zone:北园|PART_OF|Zone:南园",
)
DERIVED = "Zone:北园|COLLABORATES_WITH|Zone:南园"
PREMISES = TIES[:2]


def passage(document: str, number: int) -> Evidence:
    return Evidence(document, "节", 1, number, number + 1, f"文{number}", "made")


@st.composite
def version(draw: st.DrawFn, document: str) -> Facts:
    """Draw what one document may say; it always names at least one place."""
    numbers = st.lists(st.integers(0, 5), min_size=1, max_size=3, unique=True).map(sorted)
    cited = numbers.map(lambda found: tuple(passage(document, n) for n in found))
    confidence = st.sampled_from([0.25, 0.5, 0.75])
    ties = draw(st.sets(st.sampled_from(TIES), max_size=4))
    measured = draw(st.sets(st.sampled_from(PLACES[2:]), max_size=2))
    named = draw(st.sets(st.sampled_from(PLACES), min_size=1))
    needed = {end for key in ties for end in (key.split("|")[0], key.split("|")[2])} | measured
    if ties.issuperset(PREMISES):
        needed |= {DERIVED.split("|")[0], DERIVED.split("|")[2]}
    aliases = st.sets(st.sampled_from(["别一", "别二"])).map(lambda found: tuple(sorted(found)))
    # An entity that is only an end of a tie is said by no document, so that nothing else is said of it
    entities = [
        Entity(
            id_, id_.partition(":")[0], id_.partition(":")[2], draw(aliases) if id_ in named else (),
            (document,) if id_ in named else (), draw(cited) if id_ in named else (),
        )
        for id_ in sorted(named | needed)
    ]  # fmt: skip
    relations = [
        Relation(key.split("|")[0], key.split("|")[1], key.split("|")[2], draw(confidence), draw(cited))
        for key in sorted(ties)
    ]
    if ties.issuperset(PREMISES) and draw(st.booleans()):
        source, type_, target = DERIVED.split("|")
        relations.append(Relation(source, type_, target, draw(confidence), draw(cited), True, PREMISES))
    figures = [Figure(id_, "产值", 1.5, "亿元", draw(cited), confidence=draw(confidence)) for id_ in sorted(measured)]
    return Facts(entities, relations, figures)


STEPS = st.lists(
    st.one_of(
        *(st.tuples(st.just("load"), version(document)) for document in DOCUMENTS),
        st.tuples(st.just("load"), st.tuples(version(DOCUMENTS[0]), version(DOCUMENTS[1]))),
        st.tuples(st.just("remove"), st.sampled_from(DOCUMENTS)),
        st.tuples(st.just("again"), st.none()),
    ),
    min_size=1,
    max_size=6,
)


@dataclass
class Model:
    """What each document says, last version only; everything else is worked out anew each time."""

    said: dict[str, Facts] = field(default_factory=dict)

    def facts(self) -> Facts:
        documents = sorted(self.said)
        ties = [r for d in documents for r in self.said[d].relations]
        stated = {r.key for r in ties if not r.derived}
        shown = [r for r in ties if not r.derived or stated.issuperset(r.derived_from)]
        return Facts(
            [self._entity(id_) for id_ in sorted({e.id for d in documents for e in self.said[d].entities})],
            [self._tie([r for r in shown if r.key == key]) for key in sorted({r.key for r in shown})],
            [self._figure(key) for key in sorted({f.key for d in documents for f in self.said[d].figures})],
        )

    def _entity(self, id_: str) -> Entity:
        found = [e for d in sorted(self.said) for e in self.said[d].entities if e.id == id_]
        aliases = sorted({a for e in found for a in e.aliases})
        return Entity(
            id_, found[0].label, found[0].name, tuple(aliases), tuple(sorted(d for e in found for d in e.documents)),
            tuple(x for e in found for x in e.evidence),
        )  # fmt: skip

    def _tie(self, found: list[Relation]) -> Relation:
        return Relation(
            found[0].source, found[0].type, found[0].target, max(r.confidence for r in found),
            tuple(x for r in found for x in r.evidence), found[0].derived, found[0].derived_from,
        )  # fmt: skip

    def _figure(self, key: str) -> Figure:
        found = [f for d in sorted(self.said) for f in self.said[d].figures if f.key == key]
        return Figure(
            found[0].entity, "产值", 1.5, "亿元", tuple(x for f in found for x in f.evidence),
            confidence=max(f.confidence for f in found),
        )  # fmt: skip


def drawn(store: Store) -> tuple[list[str], list[str], list[float]]:
    """Read entities, ties and confidences from the graph itself."""
    nodes = store.query("MATCH (n:Entity) RETURN n.id AS id ORDER BY id").rows
    ties = store.query("MATCH (:Entity)-[r]->(:Entity) RETURN r.key AS key, r.confidence AS c ORDER BY key").rows
    return [n[0] for n in nodes], [t[0] for t in ties], [t[1] for t in ties]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_any_sequence_of_loads_and_removals_gives_the_graph_of_the_last_versions(
    store: Store, steps: list[tuple[str, object]]
) -> None:
    for document in store.status().documents:
        store.remove_document(document)
    model = Model()
    for step, what in steps:
        if step == "load":
            versions = what if isinstance(what, tuple) else (what,)
            for one in versions:
                model.said[one.documents()[0]] = one
            store.load(together(*versions))
        elif step == "remove" and what in model.said:
            del model.said[what]  # type: ignore[attr-defined]
            store.remove_document(str(what))
        elif step == "again":
            assert {c.outcome for c in store.load(store.facts())} <= {"unchanged"}
        expected = model.facts()
        assert store.facts() == expected
        assert drawn(store) == (
            [e.id for e in expected.entities],
            [r.key for r in expected.relations],
            [r.confidence for r in expected.relations],
        )
    assert store.verify() == []  # type: ignore[attr-defined]
