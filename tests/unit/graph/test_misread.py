"""Likely slips, and numbers that were read but not understood."""

from __future__ import annotations

import pytest

from graph.facts import Entity, Evidence, Facts, Figure, Problem
from graph.misread import slips, unread_numbers


def proof(quote: str = "", start: int = 0) -> Evidence:
    return Evidence("901_plan.txt", "一、基础", 3, start, start + 40, quote, "test")


def lab(name: str, times: int = 1, aliases: tuple[str, ...] = ()) -> Entity:
    return Entity(f"Lab:{name}", "Lab", name, aliases, evidence=tuple(proof(start=n) for n in range(times)))


def found(*entities: Entity) -> list[Problem]:
    return list(slips(Facts(list(entities)), {e.id: e.name for e in entities}))


def test_rare_name_that_differs_by_a_character_is_a_likely_slip() -> None:
    (problem,) = found(lab("泽阳先进材料实验室", 3), lab("泽阳先进材枓实验室"))
    assert problem.where == "泽阳先进材枓实验室"
    assert problem.message.startswith("泽阳先进材枓实验室 differs from 泽阳先进材料实验室")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("泽阳第一人民医院", "泽阳第二人民医院"),
        ("泽阳东科技园区", "泽阳西科技园区"),
        ("泽阳理工大学校", "泽阳化工大学校"),
        ("泽阳所", "泽阴所"),
        ("泽阳先进材料实验室", "泽阳先进材料研究院"),
    ],
)
def test_names_that_tell_two_things_apart_are_no_slips(first: str, second: str) -> None:
    assert found(lab(first), lab(second)) == []


def test_alias_with_a_wrong_character_is_told() -> None:
    (problem,) = found(lab("泽阳市统计局", aliases=("泽阴市统计局", "统计局")))
    assert problem.message == "泽阳市统计局 is also written 泽阴市统计局; they are kept as one"


def test_number_without_a_figure_is_not_understood() -> None:
    quote = "泽阳高新区投资3.5亿元，入驻企业40家，2030年建成。"
    entity = Entity("Zone:泽阳高新区", "Zone", "泽阳高新区", evidence=(proof(quote),))
    figure = Figure("Zone:泽阳高新区", "入驻企业数", 40, "家", (proof(quote),))
    (problem,) = unread_numbers(Facts([entity], [], [figure]))
    assert problem.message == "1 numbers in 1 passages became no figure: 3.5亿元"
    assert problem.where == "901_plan.txt, paragraph 3, characters 0–40"


def test_passages_without_words_are_passed_over() -> None:
    assert list(unread_numbers(Facts([lab("泽阳先进材料实验室")]))) == []
