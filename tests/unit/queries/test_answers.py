"""Every question of the library, asked of an embedded store that holds the invented region."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graph.store import Store
from ontology.schema import load_schema
from queries import syntax
from queries.lint import lint
from queries.registry import Question, load_library
from tests.unit.queries.answers import ANSWERS

LIBRARY = load_library([])
QUESTIONS = list(LIBRARY.questions.values())


def plain(value: Any) -> Any:
    return list(value) if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_question_gives_its_example_answer(question: Question, region_store: Store) -> None:
    values, expected = ANSWERS[question.name]

    rows = question.run(region_store, values)

    assert rows.columns == tuple(question.columns)
    assert [tuple(map(plain, row)) for row in rows.rows] == expected


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_rows_are_told_apart_by_the_order(question: Question, region_store: Store) -> None:
    """An order that leaves two rows level would leave them to chance."""
    values = {} if not any(p.required for p in question.parameters.values()) else ANSWERS[question.name][0]
    order = re.split(r"\bORDER\s+BY\b", syntax.mask(question.cypher))[-1]
    keys = re.findall(r"\w+", re.sub(r"\b(?:DESC|ASC|LIMIT\s+\$?\w+)\b|\$\w+", "", order))

    rows = question.run(region_store, values).dicts()

    seen = [tuple(str(row[key]) for key in keys if key in row) for row in rows]
    assert len(set(seen)) == len(seen)


OF_ENTITIES = [q for q in QUESTIONS if any(p.type == "entity" for p in q.parameters.values())]


@pytest.mark.parametrize("question", OF_ENTITIES, ids=lambda q: q.name)
def test_asking_for_what_is_not_there_gives_no_rows(question: Question, region_store: Store) -> None:
    entities = {p.name: "没有这个名字" for p in question.parameters.values() if p.type == "entity"}

    assert question.run(region_store, entities | _needed(question, entities)).rows == ()


def _needed(question: Question, given: dict[str, str]) -> dict[str, Any]:
    values = ANSWERS[question.name][0]
    return {p.name: values[p.name] for p in question.parameters.values() if p.required and p.name not in given}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)
def test_question_has_no_shape_that_stores_answer_differently(question: Question) -> None:
    schema = load_schema()

    found = lint(question.cypher, labels=schema.node_types, types=schema.relation_types)

    assert found == []


def test_library_is_worth_having() -> None:
    assert len(QUESTIONS) >= 30
    assert set(ANSWERS) == set(LIBRARY.questions)


@pytest.mark.parametrize(
    ("name", "by_name", "by_alias"),
    [
        ("labs_in_zone", {"zone": "临江高新区"}, {"zone": "临江高新技术产业开发区"}),
        ("shared_industries", {"a": "临江市", "b": "青石市"}, {"a": "临江", "b": "青石"}),
        ("policies_for_place", {"place": "临江市"}, {"place": "临江"}),
        ("figures_of", {"name": "临江市"}, {"name": "临江"}),
    ],
)
def test_place_may_be_given_by_name_or_alias(
    name: str, by_name: dict[str, str], by_alias: dict[str, str], region_store: Store
) -> None:
    question = LIBRARY.get(name)

    assert question.run(region_store, by_name).rows == question.run(region_store, by_alias).rows != ()


def test_two_cities_share_the_same_industries_whichever_is_first(region_store: Store) -> None:
    question = LIBRARY.get("shared_industries")

    one = question.run(region_store, {"a": "临江市", "b": "青石市"}).rows
    other = question.run(region_store, {"a": "青石市", "b": "临江市"}).rows

    assert one == (("临江市", "青石市", "新材料", 2, 3),)
    assert other == (("青石市", "临江市", "新材料", 3, 2),)
