from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph.facts import Facts, Severity
from graph.selection import Selection, neighbourhood
from graph.validation import check_facts
from ontology.errors import QueryError
from tests.unit.queries.invented_region import NOTICE, PLAN, REPORT, region_facts


def chosen(**conditions: Any) -> Facts:
    return Selection(**conditions).apply(region_facts())


def ids(facts: Facts) -> set[str]:
    return {e.id for e in facts.entities}


def test_empty_selection_takes_all() -> None:
    assert chosen() == region_facts()


def test_region_takes_what_stands_in_it_to_any_depth() -> None:
    found = ids(chosen(regions=("临江都市圈",)))

    assert {"Region:临江都市圈", "City:青石市", "Zone:临江软件园", "Company:临江机器人公司"} <= found
    assert not {"City:白桦市", "Country:德国"} & found


def test_region_takes_what_its_cities_build_and_what_applies_to_them() -> None:
    found = ids(chosen(regions=("青石市",)))

    assert "Cluster:新材料集群" in found
    assert "City:临江市" not in found


def test_layout_adds_members_that_the_facts_do_not_state() -> None:
    found = ids(chosen(regions=("临江都市圈",), members={"Region:临江都市圈": ("City:白桦市",)}))

    assert {"City:白桦市", "Zone:白桦经开区"} <= found


@pytest.mark.parametrize("label", ["Platform", "平台"])
def test_superclass_takes_all_of_its_classes(label: str) -> None:
    found = chosen(labels=(label,))

    assert {e.label for e in found.entities} == {"Lab", "Incubator"}
    assert all(r.source in ids(found) and r.target in ids(found) for r in found.relations)
    assert all(f.entity in ids(found) for f in found.figures)


def test_conditions_of_one_kind_widen_and_of_different_kinds_narrow() -> None:
    assert {e.label for e in chosen(labels=("Lab", "Zone")).entities} == {"Lab", "Zone"}
    assert ids(chosen(labels=("Lab", "Zone"), regions=("青石市",))) == {"Zone:青石高新区", "Lab:新材料工程研究中心"}


def test_industry_takes_what_focuses_on_it() -> None:
    found = ids(chosen(industries=("新材料",)))

    assert {"Industry:新材料", "Zone:青石高新区", "Cluster:新材料集群"} <= found
    assert "Zone:白桦经开区" not in found


def test_document_keeps_its_own_statements_only() -> None:
    found = chosen(documents=(REPORT,))

    assert found.documents() == (REPORT,)
    assert all(e.documents in ((REPORT,), ()) for e in found.entities)
    assert {e.document for r in found.relations for e in r.evidence} == {REPORT}
    assert "Company:青石石墨公司" not in ids(found)


def test_confidence_leaves_out_ties_but_no_entities() -> None:
    found = chosen(min_confidence=0.9)

    assert {r.confidence >= 0.9 for r in found.relations} == {True}
    assert ids(found) == ids(region_facts())


def test_stated_only_leaves_out_derived_ties() -> None:
    assert any(r.derived for r in chosen().relations)
    assert not any(r.derived for r in chosen(stated_only=True).relations)


def test_neighbourhood_goes_as_far_as_asked() -> None:
    near = ids(chosen(entities=("University:云岭大学",), hops=1))
    far = ids(chosen(entities=("University:云岭大学",), hops=2))

    assert "Alliance:机器人产业联盟" in near
    assert near < far
    assert neighbourhood(region_facts(), ["City:白桦市"], 0) == {"City:白桦市"}


def test_query_result_selects_by_id() -> None:
    assert ids(chosen(ids=("City:临江市", "nothing"))) == {"City:临江市"}


def dated(*dates: tuple[str, str]) -> Facts:
    from dataclasses import replace

    facts = region_facts()
    known = dict(dates)
    policies = iter(known.items())
    facts.entities = [
        replace(e, properties={"source_document": d[0], "date": d[1]})
        if e.label == "Policy" and (d := next(policies, None))
        else e
        for e in facts.entities
    ]
    return facts


@pytest.mark.parametrize(
    ("since", "until", "documents"),
    [
        ("2022", None, {NOTICE}),
        (None, "2022", {PLAN}),
        ("2021", "2023-11", {PLAN, NOTICE}),
        ("2021-05", None, {PLAN, NOTICE}),
        ("2021-05-02", None, {PLAN, NOTICE}),
    ],
)
def test_dates_choose_the_documents_issued_between(since: str | None, until: str | None, documents: set[str]) -> None:
    facts = dated((PLAN, "2021-05"), (NOTICE, "2023"))

    assert set(Selection(since=since, until=until).apply(facts).documents()) == documents


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"regions": ("无此地",)}, "'无此地': no such place"),
        ({"entities": ("云大",)}, "'云大' is 2 entities"),
        ({"labels": ("Shop",)}, "Shop: no such class"),
        ({"industries": ("无此业",)}, "no such industry"),
        ({"documents": ("x.txt",)}, "x.txt: no such document"),
        ({"since": "2023年"}, "not a date"),
        ({"ids": ()}, "the selection leaves nothing"),
    ],
)
def test_what_fits_nothing_is_told(conditions: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        chosen(**conditions)


@pytest.mark.parametrize(
    "conditions", [{"labels": ("City",)}, {"documents": (PLAN,)}, {"regions": ("青石市",)}, {"min_confidence": 0.9}]
)
def test_what_is_selected_is_still_valid(conditions: dict[str, Any]) -> None:
    assert [p for p in check_facts(chosen(**conditions)) if p.severity is Severity.ERROR] == []


def test_region_leaves_out_what_stands_elsewhere_though_its_parent_stands_within() -> None:
    facts = region_facts()
    tie = next(r for r in facts.relations if r.type == "LOCATED_IN" and r.target == "City:临江市")
    lab = "Lab:新材料工程研究中心"  # stands in 青石高新区
    inner = replace(tie, source=lab, type="PART_OF", target=tie.source)
    placed = [r for r in facts.relations if r.source != lab or r.type not in ("LOCATED_IN", "PART_OF", "BUILT_BY")]
    away = replace(tie, source=lab, target="City:白桦市")

    with_parent = Facts(facts.entities, [*placed, inner], facts.figures)
    stated_away = Facts(facts.entities, [*placed, inner, away], facts.figures)

    assert lab in ids(Selection(regions=("临江市",)).apply(with_parent))
    assert lab not in ids(Selection(regions=("临江市",)).apply(stated_away))
