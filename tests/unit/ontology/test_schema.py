"""The vocabulary is complete, agrees with itself, and broken Turtle is refused by name."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.schema import PATH, NodeType, Property, RelationType, Schema, date_precision, load_schema, read_schema

CLASSES = {
    "Region", "City", "District", "Country", "Zone", "University", "ResearchInstitute", "Lab", "Alliance", "Incubator",
    "Company", "GovernmentBody", "ServiceAgency", "Industry", "Cluster", "Policy", "Programme", "Fund", "Event",
    "Technology",
}  # fmt: skip
RELATIONS = {
    "LOCATED_IN", "PART_OF", "MEMBER_OF", "FOCUSES_ON", "RELIES_ON", "BUILT_BY", "COLLABORATES_WITH", "ISSUED_BY",
    "BASED_ON", "APPLIES_TO",
}  # fmt: skip
# Okabe and Ito's palette, and a grey in place of its black so that dark labels stay legible beside it
SAFE_COLOURS = {"#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#999999"}


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema()


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = PATH.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "changed.ttl"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_classes_and_relationships_of_the_model_are_there(schema: Schema) -> None:
    assert set(schema.entity_types) == CLASSES
    assert set(schema.relation_types) == RELATIONS
    assert set(schema.evidence_types) == {"Document", "Passage", "Figure"}
    assert set(schema.evidence_relations) == {"HAS_PASSAGE", "MENTIONED_IN", "HAS_FIGURE"}


def test_everything_is_captioned_in_both_languages(schema: Schema) -> None:
    items: list[NodeType | Property | RelationType] = [*schema.node_types.values(), *schema.properties.values()]
    for item in [*items, *schema.relation_types.values()]:
        assert all((item.label_zh, item.label_en, item.definition_zh, item.definition_en)), item.name
        assert any("\u4e00" <= c <= "\u9fff" for c in item.label_zh), item.name
        assert item.label_en.isascii(), item.name
    for relation in schema.relation_types.values():
        assert relation.inverse_zh, relation.name
        assert relation.inverse_en, relation.name


@pytest.mark.parametrize("attribute", ["label_zh", "label_en"])
def test_no_two_classes_share_a_caption(schema: Schema, attribute: str) -> None:
    captions = Counter(getattr(node, attribute) for node in schema.node_types.values())
    assert [c for c, n in captions.items() if n > 1] == []


def test_colours_are_safe_for_the_colour_blind_and_no_two_classes_look_alike(schema: Schema) -> None:
    looks = [(t.shape, t.colour) for t in (*schema.entity_types.values(), *schema.evidence_types.values())]
    assert {colour for _, colour in looks} <= SAFE_COLOURS
    assert len(set(looks)) == len(looks)


def test_each_superclass_has_a_shape_of_its_own(schema: Schema) -> None:
    groups: dict[str, set[str]] = {}
    for node in schema.entity_types.values():
        groups.setdefault(node.superclasses[0], set()).add(node.shape)
    assert all(len(shapes) == 1 for shapes in groups.values())
    assert len({min(shapes) for shapes in groups.values()}) == len(groups)


def test_labels_run_from_the_root_to_the_class(schema: Schema) -> None:
    assert schema.labels_of("City") == ("Polecore", "Entity", "Place", "City")
    assert schema.labels_of("Event") == ("Polecore", "Entity", "Event")
    assert schema.labels_of("Passage") == ("Polecore", "Passage")


@pytest.mark.parametrize("name", ["Place", "Tie", "Town", ""])
def test_labels_of_what_is_no_class_of_nodes_are_refused(schema: Schema, name: str) -> None:
    with pytest.raises(OntologyError, match="no such class of nodes"):
        schema.labels_of(name)


@pytest.mark.parametrize(
    ("source", "relation", "target"),
    [
        ("Zone", "LOCATED_IN", "City"),
        ("Lab", "LOCATED_IN", "Zone"),
        ("City", "PART_OF", "Region"),
        ("District", "PART_OF", "City"),
        ("Lab", "PART_OF", "Company"),
        ("Programme", "PART_OF", "Policy"),
        ("Company", "MEMBER_OF", "Alliance"),
        ("City", "FOCUSES_ON", "Industry"),
        ("Industry", "RELIES_ON", "Zone"),
        ("Cluster", "BUILT_BY", "City"),
        ("Event", "BUILT_BY", "GovernmentBody"),
        ("City", "COLLABORATES_WITH", "Country"),
        ("Country", "COLLABORATES_WITH", "Zone"),
        ("Policy", "ISSUED_BY", "GovernmentBody"),
        ("Policy", "BASED_ON", "Policy"),
        ("Programme", "APPLIES_TO", "Zone"),
        ("Figure", "MENTIONED_IN", "Passage"),
    ],
)
def test_ties_of_the_model_are_allowed(schema: Schema, source: str, relation: str, target: str) -> None:
    assert schema.allows(source, relation, target)


@pytest.mark.parametrize(
    ("source", "relation", "target"),
    [
        ("University", "BUILT_BY", "City"),
        ("Region", "FOCUSES_ON", "Industry"),
        ("GovernmentBody", "LOCATED_IN", "City"),
        ("City", "PART_OF", "District"),
        ("City", "PART_OF", "University"),
        ("Programme", "BASED_ON", "Policy"),
        ("Country", "COLLABORATES_WITH", "Country"),
        ("Industry", "COLLABORATES_WITH", "City"),
        ("Policy", "APPLIES_TO", "Company"),
        ("Zone", "LOCATED_IN", "Country"),
        ("Place", "PART_OF", "Region"),
        ("City", "NEAR", "City"),
    ],
)
def test_other_ties_are_not(schema: Schema, source: str, relation: str, target: str) -> None:
    assert not schema.allows(source, relation, target)


def test_pairs_are_concrete_and_fill_domain_and_range(schema: Schema) -> None:
    for relation in schema.relation_types.values():
        assert {a for a, _ in relation.pairs} == relation.domain <= CLASSES, relation.name
        assert {b for _, b in relation.pairs} == relation.range <= CLASSES, relation.name


def test_only_collaboration_is_symmetric_and_so_are_its_pairs(schema: Schema) -> None:
    assert [r.name for r in schema.relation_types.values() if r.symmetric] == ["COLLABORATES_WITH"]
    pairs = schema.relation_types["COLLABORATES_WITH"].pairs
    assert {(b, a) for a, b in pairs} == pairs


def test_a_policy_may_carry_number_date_title_and_source_document(schema: Schema) -> None:
    own = {p.name for p in schema.literals_of("Policy")}
    assert {"number", "date", "title", "source_document"} <= own
    assert not own & {"id", "name", "aliases", "documents", "label"}


def test_figures_know_their_kinds_and_bounds(schema: Schema) -> None:
    assert schema.properties["kind"].values == ("actual", "target")
    assert schema.properties["bound"].values == ("max", "min")
    assert schema.properties["value"].datatype == "double"
    assert schema.properties["derived"].datatype == "boolean"
    assert schema.properties["aliases"].many


def test_subclasses_are_the_concrete_ones(schema: Schema) -> None:
    assert schema.subclasses("Place") == ("City", "Country", "District", "Region", "Zone")
    assert schema.subclasses("City") == ("City",)
    with pytest.raises(OntologyError, match="Town: no such class"):
        schema.subclasses("Town")


def test_the_schema_cannot_be_changed(schema: Schema) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        schema.node_types = {}  # type: ignore[misc]
    with pytest.raises(TypeError):
        schema.node_types["Town"] = schema.node_types["City"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("text", "precision"),
    [("2023", "year"), ("2023-11", "month"), ("2023-11-14", "day")]
    + [(t, None) for t in ("2023-13", "2023-02-30", "2023年", "202", "20231114", "", "2023-11-14T00:00", "２０２３")],
)
def test_dates_are_years_months_or_days(text: str, precision: str | None) -> None:
    assert date_precision(text) == precision


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('pc:inverseCaption "拥有"', 'pc:inversCaption "拥有"', "LOCATED_IN has the unknown key inversCaption"),
        ("skos:definition", "skos:defintion", "defintion"),
        ("pc:Zone pc:Lab pc:University", "pc:Zone pc:Laboratory pc:University", "Laboratory is used but not declared"),
        ("rdfs:subClassOf pc:Entity, schema:Place", "rdfs:subClassOf pc:Entiti, schema:Place", "Entiti is used"),
        ('"城市"@zh, "City"@en', '"城市"@zh', "City lacks .*label in @en"),
        ('"城市"@zh, "City"@en', '"城市"@zh, "市"@zh, "City"@en', "City needs .*label once"),
        (
            'pc:colour "#0072B2" ; pc:shape "square"',
            'pc:colour "#0072B2" ; pc:shape "squircle"',
            "Place has the shape squircle",
        ),
        ('pc:role "statement"', 'pc:role "state"', "has the role state"),
        ("pc:abstract true", 'pc:abstract "yes"', "abstract of Entity must be true or false"),
        ("rdfs:range pc:Alliance", "rdfs:comment 'none'", "MEMBER_OF lacks rdfs:range"),
        (
            "pc:Programme pc:Technology ) ]",
            "pc:Programme pc:Event ) ]",
            "PART_OF has pairs outside its domain: Technology",
        ),
        ("pc:Programme pc:Technology ) ]", "pc:Programme pc:Technology pc:Event ) ]", "PART_OF has no pair for Event"),
        ("[ pc:from pc:Zone ; pc:to pc:Zone, pc:Region ]", "[ pc:from pc:Zone ]", "PART_OF has a pc:pair without"),
        ("rdfs:range xsd:double", "rdfs:range xsd:decimal", "needs rdfs:range"),
        ("pc:Entity a owl:Class ;", "pc:Entity a owl:Class ; rdfs:subClassOf pc:City ;", "superclass of itself"),
        ("pc:City a owl:Class ;", "pc:City a owl:Class", "changed.ttl:.*not Turtle"),
    ],
)
def test_a_broken_ontology_is_refused_by_name(tmp_path: Path, old: str, new: str, named: str) -> None:
    with pytest.raises(OntologyError, match=named):
        read_schema(changed(tmp_path, old, new))


def test_a_new_class_needs_turtle_only(tmp_path: Path) -> None:
    hospital = (
        "pc:Hospital a owl:Class ; rdfs:subClassOf pc:Organisation ; rdfs:label '医院'@zh, 'Hospital'@en ;\n"
        "skos:definition '医院。'@zh, 'A hospital.'@en ; pc:colour '#F0E442' .\n\n### Organisations"
    )
    schema = read_schema(changed(tmp_path, "### Organisations", hospital))
    assert schema.labels_of("Hospital") == ("Polecore", "Entity", "Organisation", "Hospital")
    assert schema.allows("Lab", "BUILT_BY", "Hospital")
    assert schema.allows("Hospital", "MEMBER_OF", "Alliance")
    assert schema.node_types["Hospital"].shape == schema.node_types["Organisation"].shape
