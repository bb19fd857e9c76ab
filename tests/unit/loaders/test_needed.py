from __future__ import annotations

import re

import pytest

from loaders.clauses import kind
from loaders.cues import CUES
from loaders.needed import Guarded, Sieve, needed


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("A(?:由|被)?建", ["A", "建"]),
        ("(?:合建|共[建办])", ["共合"]),
        ("(?:合建|)", []),
        ("(?<!A)(?=B)[^C]C*D+", ["D"]),
        ("[一-三](?P<all>E{2,3})", ["E", "一丁七三丈二"]),
    ],
)
def test_characters_that_every_match_holds(pattern: str, expected: list[str]) -> None:
    found = {frozenset(characters) for characters in expected}

    if "-" in pattern:
        assert frozenset("E") in needed(pattern)
    else:
        assert set(needed(pattern)) == found


def test_sieve_holds_back_what_cannot_match_and_nothing_else() -> None:
    sieve = Sieve((p, re.compile(p)) for p in ("建.*A", "建", "(?i)x建", "."))

    assert list(sieve.through("A建")) == ["建.*A", "建", "(?i)x建", "."]
    assert list(sieve.through("建")) == ["建", "(?i)x建", "."]
    assert list(sieve.through("无")) == ["(?i)x建", "."]


def test_without_the_parser_everything_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("loaders.needed._parser", None)

    assert list(Sieve([("建", re.compile("建"))]).through("无")) == ["建"]


def test_most_cues_are_held_back() -> None:
    sieve = Sieve((cue, cue.pattern) for cue in CUES)

    assert len(list(sieve.through("今天天气很好"))) < len(CUES) / 4


def test_sieve_knows_the_class_of_a_placeholder_and_not_which_of_its_class_it_is() -> None:
    sieve = Sieve((name, re.compile(f"建{kind(name)}")) for name in ("Lab", "Zone"))
    first, later = kind("Lab")[1], chr(ord(kind("Lab")[1]) + 7)

    assert list(sieve.through(f"建{first}")) == list(sieve.through(f"建{later}")) == ["Lab"]
    assert list(sieve.through("建")) == []


@pytest.mark.parametrize("text", ["甲市建乙园", "建园", "甲市建", "乙园", ""])
def test_guarded_pattern_finds_what_the_pattern_finds(text: str) -> None:
    plain = re.compile(r"(?:甲市?)?建(?P<what>.?[园区])")
    guarded = Guarded(plain.pattern)

    for start in (0, 1):
        found = [m.span("what") for m in guarded.finditer(text, start)]
        assert found == [m.span("what") for m in plain.finditer(text, start)]
        assert bool(guarded.search(text, start)) == bool(plain.search(text, start))
