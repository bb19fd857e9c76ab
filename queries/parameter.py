"""The parameters of a question: their types, and how a value from a command line or a form becomes one."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ontology.errors import QueryError

if TYPE_CHECKING:
    from graph.store import Value

REQUIRED = object()
"""The default of a parameter that has none: the asker must give a value."""
_TRUE, _FALSE = {"true", "yes", "1", "是"}, {"false", "no", "0", "否"}
_INTEGER = re.compile(r"\s*[+-]?\d{1,18}\s*")
_NUMBER = re.compile(r"\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?\s*")


@dataclass(frozen=True, slots=True)
class Caption:
    """A text for people, in Chinese and in English."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question.

    ``entity`` is a text that the query compares with names and aliases; ``classes`` says of which classes, for a
    face that offers a choice. ``list`` is a list of texts, written with ``;`` between them on the command line.
    """

    name: str
    type: str
    description: Caption
    default: Any = REQUIRED
    choices: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Say whether the asker must give a value."""
        return self.default is REQUIRED

    def convert(self, value: object) -> Value:
        """Turn a value, typed or as text from a command line, into the declared type.

        Raises
        ------
        QueryError
            if the value is not of the type or not among the choices.

        Examples
        --------
        >>> Parameter("year", "integer", Caption("年份", "year")).convert("2025")
        2025
        """
        phrase, function = _CONVERTERS[self.type]
        converted = function(value)
        if converted is None:
            raise QueryError(f"parameter {self.name}: {value!r} is not {phrase}")
        if self.choices and converted not in self.choices:
            raise QueryError(f"parameter {self.name}: {value!r} is not one of {', '.join(map(repr, self.choices))}")
        return converted


def literal(value: str) -> Any:
    """Read a value of an ad hoc query: JSON if it is a number, list, quoted text, true, false or null; else a text.

    Examples
    --------
    >>> literal("2"), literal('["a"]'), literal("沈阳"), literal('"2"')
    (2, ['a'], '沈阳', '2')
    """
    if re.match(r'-?\d|\[|"|(true|false|null)$', value):
        try:
            return json.loads(value)
        except json.JSONDecodeError:
            return value
    return value


# each converter gives None for a value that it cannot convert


def _text(value: object) -> str | None:
    return value.strip() if isinstance(value, str) else None


def _integer(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return int(value) if isinstance(value, str) and _INTEGER.fullmatch(value) else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        return None
    number = float(value)
    return number if math.isfinite(number) else None


def _boolean(value: object) -> bool | None:
    word = str(value).strip().lower()
    return True if word in _TRUE else False if word in _FALSE else None


def _texts(value: object) -> list[str] | None:
    if isinstance(value, str):
        return [part.strip() for part in re.split(r"[;；]", value) if part.strip()]
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return list(value)
    return None


_CONVERTERS: dict[str, tuple[str, Callable[[object], Value | None]]] = {
    "text": ("a text", _text),
    "entity": ("the name of an entity", _text),
    "integer": ("a whole number", _integer),
    "number": ("a number", _number),
    "boolean": ("true or false", _boolean),
    "list": ("a list of texts (a;b;c)", _texts),
}
TYPES = tuple(_CONVERTERS)
