from __future__ import annotations

from fractions import Fraction as F

from graph.analysis.chain import breaks, head_and_chain
from tests.unit.graph.analysis.known_networks import FIX, POLE


def apart(_a: object, _b: object) -> bool:
    return False


def found(
    stages: dict[str, dict[str, int]], **options: object
) -> list[tuple[str, tuple[str, ...], tuple[str, ...], F]]:
    exact = {stage: {m: F(n) for m, n in row.items()} for stage, row in stages.items()}
    rows = breaks("x", exact, options.pop("shared", apart), **options)  # type: ignore[arg-type]
    return [(b.kind, b.members, b.partners, b.need) for b in rows]


def test_production_without_research_anywhere() -> None:
    assert found({"P": {"a": 1}}) == [("B1", ("a",), (), F(1))]


def test_research_of_the_broader_field_counts_half() -> None:
    assert found({"P": {"a": 1}}, parents={"R": {"b": F(1)}}) == [("B2", ("a",), ("b",), F(1, 2))]
    assert found({"P": {"a": 1}}, parents={"R": {"a": F(1), "b": F(1)}}) == []


def test_research_elsewhere_and_nothing_shared() -> None:
    stages = {"P": {"a": 1}, "R": {"b": 1}, "D": {"b": 1}}

    assert found(stages) == [("B2", ("a",), ("b",), F(1))]
    assert found(stages, shared=lambda a, b: {a, b} == {"a", "b"}) == []


def test_research_without_production() -> None:
    assert found({"R": {"a": 1}}) == [("B3", ("a",), (), F(1))]
    assert found({"R": {"a": 1}}, parents={"P": {"b": F(1)}}) == [("B3", ("a",), ("b",), F(1, 2))]
    assert found({"R": {"a": 1}}, parents={"P": {"a": F(1)}}) == []


def test_who_researches_something_close_lacks_no_research() -> None:
    assert found({"P": {"a": 1}, "R": {"b": 1}, "D": {"b": 1}}, near=("a",)) == []


def test_nothing_for_transfer() -> None:
    assert found({"R": {"a": 1}, "P": {"a": 1}}) == [("B4", ("a",), (), F(1))]
    assert found({"R": {"a": 1}, "P": {"a": 1}}, parents={"D": {"b": F(1)}}) == [("B4", ("a",), ("b",), F(1, 2))]


def test_unbroken_chain_and_a_field_without_carriers() -> None:
    assert found({"R": {"a": 1}, "D": {"a": 1}, "P": {"a": 1}}) == []
    assert found({"R": {"a": 0}, "P": {}}) == []


def test_head_and_chain_of_the_plan() -> None:
    def shared(a: str, b: str) -> bool:
        return {a, b} <= FIX["农产品"]

    assert head_and_chain({"阜新", "铁岭"}, POLE, shared) == (F(1), ("铁岭", "阜新"))
    assert head_and_chain({"阜新", "辽阳"}, POLE, shared) == (F(1, 2), ("阜新",))
    assert head_and_chain({POLE}, POLE, shared) == (None, ())
