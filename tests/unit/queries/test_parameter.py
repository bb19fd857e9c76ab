from __future__ import annotations

import math
from typing import Any

import pytest

from ontology.errors import QueryError
from queries.parameter import Caption, Parameter, literal

WORDS = Caption("值", "value")


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("text", " 沈阳市 ", "沈阳市"),
        ("entity", "", ""),
        ("integer", "12", 12),
        ("integer", 12, 12),
        ("number", "0.5", 0.5),
        ("number", 1, 1.0),
        ("boolean", "是", True),
        ("boolean", "No", False),
        ("boolean", True, True),
        ("list", "甲；乙;丙", ["甲", "乙", "丙"]),
        ("list", ("甲",), ["甲"]),
        ("list", "", []),
    ],
)
def test_value_is_converted(kind: str, value: object, expected: Any) -> None:
    converted = Parameter("p", kind, WORDS).convert(value)

    assert converted == expected
    assert type(converted) is type(expected)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("text", 1),
        ("integer", "1.5"),
        ("integer", True),
        ("integer", "9" * 30),
        ("number", "nan"),
        ("number", math.inf),
        ("number", "1e999"),
        ("number", False),
        ("boolean", "maybe"),
        ("list", [1]),
        ("list", 5),
    ],
)
def test_value_of_another_type_is_refused(kind: str, value: object) -> None:
    with pytest.raises(QueryError, match=r"parameter p: .* is not "):
        Parameter("p", kind, WORDS).convert(value)


def test_choice_is_checked() -> None:
    parameter = Parameter("p", "text", WORDS, choices=("a", "b"))

    assert parameter.convert("a") == "a"
    with pytest.raises(QueryError, match="not one of 'a', 'b'"):
        parameter.convert("c")


def test_only_a_parameter_without_default_is_required() -> None:
    assert Parameter("p", "text", WORDS).required
    assert not Parameter("p", "text", WORDS, default="").required
    assert not Parameter("p", "text", WORDS, default=None).required


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", 2),
        ("-0.5", -0.5),
        ("true", True),
        ("null", None),
        ('["a", 1]', ["a", 1]),
        ('"2"', "2"),
        ("沈阳市", "沈阳市"),
        ("2022年", "2022年"),
        ("[x", "[x"),
        ("truely", "truely"),
        ("", ""),
    ],
)
def test_literal_is_json_where_it_can_be(text: str, value: Any) -> None:
    assert literal(text) == value
