"""What characters a pattern cannot do without: most patterns need not be tried on most clauses."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")
_WIDEST = 64
"""Characters of a class above which it tells little."""
_ANY = 1
"""The bit that every text has."""


def _found() -> Any:
    """Give the parser of the standard library's own patterns, which has no name of its own that is promised to stay."""
    try:
        return importlib.import_module("re._parser")
    except ImportError:
        return None


_parser: Any = _found()
"""None: all patterns are tried."""


def needed(pattern: str) -> list[frozenset[str]]:
    """Give sets of characters of each of which any match holds at least one; none where nothing is known.

    Examples
    --------
    >>> sorted(map(sorted, needed("(?:由|被)A?建{1,2}[成好]?")))
    [['建'], ['由', '被']]
    """
    return list(_sequence(_parser.parse(pattern))) if _parser else []


def _sequence(parts: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    for kind, value in parts:
        name = str(kind)
        if name == "LITERAL":
            yield frozenset(chr(value))
        elif name == "IN":
            if found := _class(value):
                yield found
        elif name == "BRANCH":
            best = [min(_sequence(branch), key=len, default=None) for branch in value[1]]
            if None not in best and len(joined := frozenset().union(*(b for b in best if b))) <= _WIDEST:
                yield joined
        elif name == "SUBPATTERN":
            yield from _sequence(value[-1])
        elif name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"} and value[0] > 0:
            yield from _sequence(value[2])
        elif name == "ATOMIC_GROUP":
            yield from _sequence(value)


def _class(members: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    found: set[str] = set()
    for kind, value in members:
        if str(kind) == "LITERAL":
            found.add(chr(value))
        elif str(kind) == "RANGE" and value[1] - value[0] < _WIDEST:
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _WIDEST else None


class Sieve(Generic[T]):
    """Things that go by a pattern, of which those are given that a text may match.

    Parameters
    ----------
    things : each with its pattern, in the order in which they are tried.
    """

    def __init__(self, things: Iterable[tuple[T, re.Pattern[str]]]) -> None:
        self._bits: dict[str, int] = {}
        self._things = [(thing, *self._masks(pattern)) for thing, pattern in things]

    def through(self, text: str) -> Iterator[T]:
        """Give the things that a text may match, in their order; the others cannot match."""
        held = _ANY
        for character in set(text):
            held |= self._bits.get(character, 0)
        for thing, first, second in self._things:
            if held & first and held & second:
                yield thing

    def _masks(self, pattern: re.Pattern[str]) -> tuple[int, int]:
        """Give two of the sets as bits: those with the fewest characters, or what is in every text."""
        sets = set() if pattern.flags & re.IGNORECASE else set(needed(pattern.pattern))
        fewest = sorted(sets, key=lambda found: (len(found), sorted(found)))[:2]
        masks = [self._mask(found) for found in fewest] + [_ANY, _ANY]
        return masks[0], masks[1]

    def _mask(self, characters: frozenset[str]) -> int:
        mask = 0
        for character in characters:
            mask |= self._bits.setdefault(character, 1 << (len(self._bits) + 1))
        return mask
