from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.facts import Entity, Evidence, Facts, Figure, Relation, Severity
from graph.validation import check_facts
from loaders.correcting import is_accepted
from loaders.corrections import Correction, Source, add_correction, read_corrections, remove_correction
from loaders.doubts import doubts, find_entity, find_fact, ref
from loaders.review import STALE, apply, correct, outdated
from ontology.errors import OntologyError, SourceError
from tests.unit.queries.invented_region import PLAN, REPORT, region_facts

ZONE, CITY, SCHOOL = "Zone:临江高新区", "City:临江市", "University:云岭大学"
TIE = f"{ZONE}|LOCATED_IN|{CITY}"


def entity(facts: Facts, id_: str) -> Entity:
    return next(e for e in facts.entities if e.id == id_)


def keys(facts: Facts) -> set[str]:
    return {r.key for r in facts.relations}


def ids(facts: Facts) -> set[str]:
    return {e.id for e in facts.entities}


def body(facts: Facts) -> Facts:
    return replace(facts.sorted(), problems=[])


def stale(facts: Facts) -> list[str]:
    return [p.where for p in facts.problems if p.kind == STALE]


def c(action: str, **values: object) -> Correction:
    return Correction(action, "because", **values)  # type: ignore[arg-type]


def test_nothing_to_correct_changes_nothing() -> None:
    assert apply(region_facts(), []) == region_facts()


def test_accepted_facts_are_sure_and_marked_in_each_document() -> None:
    facts = apply(region_facts(), [c("accept", tie=TIE), c("accept", entity=SCHOOL)])

    tie = next(r for r in facts.relations if r.key == TIE)
    assert tie.confidence == 1.0
    assert [e.document for e in tie.evidence if e.rule == "accepted"] == [PLAN, REPORT]
    assert is_accepted(entity(facts, SCHOOL).evidence)


def test_accepted_figure_is_sure() -> None:
    figure = region_facts().figures[0]

    facts = apply(region_facts(), [c("accept", figure=figure.key)])

    found = next(f for f in facts.figures if f.key == figure.key)
    assert (found.confidence, is_accepted(found.evidence)) == (1.0, True)


def test_rejected_entity_goes_with_all_that_hangs_on_it() -> None:
    facts = apply(region_facts(), [c("reject", entity=CITY)])

    assert CITY not in ids(facts)
    assert not [k for k in keys(facts) if CITY in k.split("|")]
    assert CITY not in {f.entity for f in facts.figures}


def test_conclusion_goes_with_its_premise() -> None:
    source = region_facts()
    derived = next(r for r in source.relations if r.derived)

    facts = apply(source, [c("reject", tie=derived.derived_from[0])])

    assert keys(source) - keys(facts) == {derived.derived_from[0], derived.key}


def test_undirected_tie_is_found_from_either_end() -> None:
    source = region_facts()
    tie = next(r for r in source.relations if r.type == "COLLABORATES_WITH")

    facts = apply(source, [c("reject", tie=f"{tie.target}|{tie.type}|{tie.source}")])

    assert keys(source) - keys(facts) == {tie.key}


def test_merge_keeps_names_and_passages_and_moves_ties_and_figures() -> None:
    source, old, into = region_facts(), "Zone:青石高新区", ZONE

    facts = apply(source, [c("merge", entity=old, into=into)])

    both = entity(facts, into)
    assert {"青石高新区", "临江高新技术产业开发区"} <= set(both.aliases)
    assert set(both.evidence) == {*entity(source, old).evidence, *entity(source, into).evidence}
    assert {f"{into}|LOCATED_IN|City:青石市", TIE} <= keys(facts)
    assert not [k for k in keys(facts) if old in k.split("|")]
    assert {f.indicator for f in source.figures if f.entity in (old, into)} == {
        f.indicator for f in facts.figures if f.entity == into
    }


def test_merge_into_what_another_document_names() -> None:
    facts = apply(region_facts(), [c("merge", entity=ZONE, into="Zone:别处高新区", name="别处高新区")])

    assert entity(facts, "Zone:别处高新区").name == "别处高新区"
    assert stale(facts) == []


def test_merge_says_what_it_cannot_take_along() -> None:
    facts = apply(region_facts(), [c("merge", entity=ZONE, into=CITY)])

    messages = " ".join(p.message for p in facts.problems)
    assert "would join a thing to itself" in messages
    assert "ontology allows no" in messages
    assert not [p for p in check_facts(facts) if p.severity is Severity.ERROR]


def split_facts() -> Facts:
    def said(start: int, quote: str) -> Evidence:
        return Evidence("a.txt", "", start, start * 100, start * 100 + len(quote), quote, "r")

    city, circle = said(1, "甲市建设大学"), said(2, "甲都市圈聚焦铝材")
    return Facts(
        [
            Entity("City:甲市", "City", "甲市", ("甲", "甲都市圈"), ("a.txt",), (city, circle)),
            Entity("City:乙市", "City", "乙市", (), ("a.txt",), (city,)),
        ],
        [Relation("City:乙市", "COLLABORATES_WITH", "City:甲市", 0.9, (city, circle))],
        [Figure("City:甲市", "大学", 3.0, "所", (city,)), Figure("City:甲市", "铝材", 5.0, "吨", (circle,))],
    )


def test_split_divides_by_what_the_passages_name() -> None:
    facts = apply(split_facts(), [c("split", entity="City:甲市", alias="甲都市圈", label="Region")])

    new, old = entity(facts, "Region:甲都市圈"), entity(facts, "City:甲市")
    assert [e.quote for e in new.evidence] == ["甲都市圈聚焦铝材"]
    assert [e.quote for e in old.evidence] == ["甲市建设大学"]
    assert old.aliases == ("甲",)
    assert {(f.entity, f.indicator) for f in facts.figures} == {("City:甲市", "大学"), ("Region:甲都市圈", "铝材")}


def test_split_without_quotations_moves_only_what_is_named() -> None:
    from graph.facts import without_quotes

    tie = "City:乙市|COLLABORATES_WITH|City:甲市"
    bare = without_quotes(split_facts())

    left = apply(bare, [c("split", entity="City:甲市", alias="甲都市圈")])
    moved = apply(bare, [c("split", entity="City:甲市", alias="甲都市圈", ties=(tie,))])

    assert keys(left) == {tie}
    assert keys(moved) == {"City:乙市|COLLABORATES_WITH|City:甲都市圈"}
    assert entity(left, "City:甲都市圈").evidence == entity(left, "City:甲市").evidence


def test_rename_keeps_the_old_name_and_moves_ties() -> None:
    facts = apply(region_facts(), [c("rename", entity=ZONE, name="临江科技城")])

    assert "临江高新区" in entity(facts, "Zone:临江科技城").aliases
    assert f"Zone:临江科技城|LOCATED_IN|{CITY}" in keys(facts)


def test_new_class_keeps_what_the_ontology_allows() -> None:
    facts = apply(region_facts(), [c("reclassify", entity=SCHOOL, label="ResearchInstitute")])

    assert "ResearchInstitute:云岭大学" in ids(facts)
    assert f"ResearchInstitute:云岭大学|LOCATED_IN|{CITY}" in keys(facts)
    with pytest.raises(OntologyError, match="no class 'Wizard'"):
        apply(region_facts(), [c("reclassify", entity=SCHOOL, label="Wizard")])


def test_added_tie_cites_its_reference() -> None:
    key = "City:临江市|COLLABORATES_WITH|City:新城市"
    one = c("add", tie=key, names=("临江市", "新城市"), source=Source(reference="报道", quote="两市合作"))
    two = c("add", name="新中心", label="Lab", source=Source(reference="报道", quote="另一句话在此"))

    facts = apply(region_facts(), [one, two])

    proof = next(r for r in facts.relations if r.key == key).evidence[0]
    other = entity(facts, "Lab:新中心").evidence[0]
    assert (proof.document, proof.start, proof.end, proof.rule) == ("added: 报道", 0, 4, "added")
    assert (other.start, other.end) == (5, 11)
    assert not [p for p in check_facts(facts) if p.severity is Severity.ERROR]


def test_added_fact_cites_a_passage_of_a_document() -> None:
    known = entity(region_facts(), ZONE).evidence[0]
    source = Source(document=known.document, paragraph=known.paragraph)

    facts = apply(region_facts(), [c("add", name="新中心", label="Lab", source=source)])

    (proof,) = entity(facts, "Lab:新中心").evidence
    assert (proof.start, proof.quote, proof.rule) == (known.start, known.quote, "added")
    nowhere = replace(source, paragraph=99)
    assert stale(apply(region_facts(), [c("add", name="新中心", label="Lab", source=nowhere)]))


def test_added_tie_must_be_allowed() -> None:
    with pytest.raises(OntologyError, match="allows no tie"):
        apply(region_facts(), [c("add", tie=f"{CITY}|MEMBER_OF|{ZONE}", source=Source(reference="x"))])


def test_correction_that_matches_nothing_is_reported_if_its_documents_are_there() -> None:
    gone = c("reject", entity="Zone:无此区")

    assert len(stale(apply(region_facts(), [gone]))) == 1
    assert stale(apply(region_facts(), [replace(gone, documents=("elsewhere.txt",))])) == []
    assert len(stale(apply(region_facts(), [replace(gone, documents=("elsewhere.txt", PLAN))]))) == 1


def test_references_are_a_part_of_their_own_and_go_when_undone(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    added = c("add", name="新中心", label="Lab", source=Source(reference="报道"))
    add_correction(path, added)
    add_correction(path, c("reject", tie=TIE))

    first, last = correct([region_facts()], path)

    assert TIE not in keys(first)
    assert "Lab:新中心" not in ids(first)
    assert (ids(last), last.documents()) == ({"Lab:新中心"}, ("added: 报道",))
    assert outdated([PLAN, "added: 报道"], [first, last], path) == []
    remove_correction(path, added.id)
    assert outdated([PLAN, "added: 报道"], correct([region_facts()], path), path) == ["added: 报道"]
    assert outdated(["added: 报道"], [], tmp_path / "none.yaml") == []


# properties

FACTS = region_facts()
IDS = st.sampled_from(sorted(ids(FACTS)))
CLASSES = st.sampled_from(["Zone", "Lab", "City", "Company", "Alliance"])
TIES = st.sampled_from(sorted(keys(FACTS)))
CORRECTIONS = st.one_of(
    st.builds(lambda e: c("reject", entity=e), IDS),
    st.builds(lambda e: c("accept", entity=e), IDS),
    st.builds(lambda t: c("reject", tie=t), TIES),
    st.builds(lambda t: c("accept", tie=t), TIES),
    st.builds(lambda f: c("accept", figure=f.key), st.sampled_from(FACTS.figures)),
    st.builds(lambda f: c("reject", figure=f.key), st.sampled_from(FACTS.figures)),
    st.builds(lambda a, b: c("merge", entity=a, into=b), IDS, IDS),
    st.builds(lambda e, n: c("rename", entity=e, name=n), IDS, st.sampled_from(["新名一", "新名二"])),
    st.builds(lambda e, k: c("reclassify", entity=e, label=k), IDS, CLASSES),
    st.builds(lambda e: c("split", entity=e, alias="云大"), st.sampled_from([SCHOOL, "Company:临江机器人公司"])),
    st.builds(lambda k: c("add", name="新物", label=k, source=Source(reference="报道")), CLASSES),
)
LISTS = st.lists(CORRECTIONS, max_size=6, unique_by=lambda found: found.id)
EASY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@EASY
@given(LISTS)
def test_any_corrections_leave_whole_facts_and_the_given_ones_alone(corrections: list[Correction]) -> None:
    given_ = region_facts()
    before = copy.deepcopy(given_)

    facts = apply(given_, corrections)

    assert given_ == before
    assert [p for p in check_facts(facts) if p.severity is Severity.ERROR] == []
    assert facts == apply(region_facts(), corrections)


@EASY
@given(CORRECTIONS)
def test_applying_again_changes_nothing(correction: Correction) -> None:
    once = apply(region_facts(), [correction])

    assert body(apply(once, [correction])) == body(once)


@EASY
@given(LISTS, CORRECTIONS)
def test_undo_restores(tmp_path_factory: pytest.TempPathFactory, before: list[Correction], one: Correction) -> None:
    path = tmp_path_factory.mktemp("undo") / "corrections.yaml"
    for correction in before:
        add_correction(path, correction)
    text = path.read_text(encoding="utf-8") if before else ""
    restored = body(apply(region_facts(), read_corrections(path)))

    if add_correction(path, one):
        apply(region_facts(), read_corrections(path))
        remove_correction(path, one.id)

    assert body(apply(region_facts(), read_corrections(path))) == restored
    assert not before or path.read_text(encoding="utf-8") == text


# what is doubtful


def test_least_sure_facts_come_first_then_conflicts() -> None:
    facts = region_facts()
    unsure = next(r for r in facts.relations if r.key == TIE)
    facts.relations = [replace(r, confidence=0.31) if r is unsure else r for r in facts.relations]

    found = doubts(facts)

    assert (found[0].confidence, found[0].fact) == (0.31, "临江高新区 LOCATED_IN 临江市")
    low = ["low" in d.why for d in found]
    assert low == sorted(low, reverse=True)
    assert any("conflict" in d.why for d in found)
    assert found[0].ref not in [d.ref for d in doubts(apply(facts, [c("accept", tie=TIE)]))]


def test_facts_are_found_by_ref_key_id_and_name() -> None:
    facts = region_facts()
    tie = next(r for r in facts.relations if r.key == TIE)

    assert find_fact(facts, ref(tie)) == find_fact(facts, TIE) == tie
    assert find_fact(facts, facts.figures[0].id) == facts.figures[0]
    assert find_fact(facts, "临江高新技术产业开发区") == find_entity(facts, ZONE)
    with pytest.raises(SourceError, match="means Company:临江机器人公司, University:云岭大学"):
        find_entity(facts, "云大")
    with pytest.raises(SourceError, match="no entity of this id or name"):
        find_entity(facts, "无")
    with pytest.raises(SourceError, match="no such tie"):
        find_fact(facts, "a|b|c")
