"""What characters a pattern cannot do without: most patterns need not be tried on most clauses."""

from __future__ import annotations

import importlib
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar

from loaders.clauses import BASE, BLOCK, LABELS

T = TypeVar("T")
_WIDEST = 64
"""Characters of a class above which it tells little."""
_BEYOND = BASE + BLOCK * len(LABELS)


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

    All placeholders of a class count as one character, the first of them.

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
            yield frozenset(folded(chr(value)))
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
            found.add(folded(chr(value)))
        elif str(kind) == "RANGE" and value[0] >= BASE and value[1] < _BEYOND:
            found.update(folded(chr(at)) for at in (*range(value[0], value[1], BLOCK), value[1]))
        elif str(kind) == "RANGE" and value[1] - value[0] < _WIDEST:
            found.update(folded(chr(at)) for at in range(value[0], value[1] + 1))
        else:
            return None
    return frozenset(found) if len(found) <= _WIDEST else None


def folded(character: str) -> str:
    """Give the first placeholder of its class for a placeholder (see ``loaders.clauses``), else the character."""
    at = ord(character) - BASE
    return chr(BASE + at - at % BLOCK) if 0 <= at < _BEYOND - BASE else character


class Guarded:
    """A pattern that is tried only where a text holds two of the sets of characters that it needs, the smallest.

    Most patterns begin with something that stands nearly everywhere, and are slow where they do not match.

    Parameters
    ----------
    pattern : as for ``re.compile``.
    """

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)
        self.pattern = pattern
        fewest = sorted(_sets(self._pattern), key=lambda found: (_width(found), sorted(found)))[:2]
        self._needs = [re.compile(_any_of(found)).search for found in fewest]

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Give all matches, as a pattern does."""
        for needs in self._needs:
            if not needs(text, start, end):
                return iter(())
        return self._pattern.finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Give the first match, as a pattern does."""
        for needs in self._needs:
            if not needs(text, start, end):
                return None
        return self._pattern.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match at the start, as a pattern does; untried it would not be quicker."""
        return self._pattern.match(text, start, end)


def _width(found: frozenset[str]) -> int:
    return sum(BLOCK if BASE <= ord(c) < _BEYOND else 1 for c in found)


def _any_of(found: frozenset[str]) -> str:
    parts = (f"{c}-{chr(ord(c) + BLOCK - 1)}" if BASE <= ord(c) < _BEYOND else re.escape(c) for c in sorted(found))
    return f"[{''.join(parts)}]"


class Sieve(Generic[T]):
    """Things that go by a pattern, of which those are given that a text may match.

    Parameters
    ----------
    things : each with its pattern, in the order in which they are tried.

    Notes
    -----
    Each thing is filed under the characters of its rarest set, so that a text looks only at the things of which it
    holds one such character; of these it must hold one character of every other set, too. A set is taken for the
    rarer, the fewer patterns need its characters.
    """

    def __init__(self, things: Iterable[tuple[T, re.Pattern[str]]]) -> None:
        listed = [(thing, _sets(pattern)) for thing, pattern in things]
        every = sorted({found for _, sets in listed for found in sets}, key=sorted)
        bits = {found: 1 << number for number, found in enumerate(every)}
        common = Counter(character for _, sets in listed for found in sets for character in found)
        self._things = [(thing, sum(bits[found] for found in sets)) for thing, sets in listed]
        self._always: list[int] = []
        self._filed: defaultdict[str, list[int]] = defaultdict(list)
        for number, (_, sets) in enumerate(listed):
            rarest = min(sets, key=lambda found: (sum(common[c] for c in found), sorted(found)), default=None)
            for filed in [self._always] if rarest is None else [self._filed[c] for c in rarest]:
                filed.append(number)
        self._met: dict[str, int] = defaultdict(int)
        for found in every:
            for character in found:
                self._met[character] |= bits[found]

    def through(self, text: str) -> Iterator[T]:
        """Give the things that a text may match, in their order; the others cannot match."""
        met, numbers = 0, set(self._always)
        for character in set(text):
            if character not in self._met:
                character = folded(character)
                if character not in self._met:
                    continue
            met |= self._met[character]
            numbers.update(self._filed.get(character, ()))
        for number in sorted(numbers):
            thing, needs = self._things[number]
            if needs & met == needs:
                yield thing


def _sets(pattern: re.Pattern[str]) -> set[frozenset[str]]:
    """Give what a pattern needs; nothing where a letter may be large or small."""
    return set() if pattern.flags & re.IGNORECASE else set(needed(pattern.pattern))
