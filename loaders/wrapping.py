"""At what width a text breaks its lines by force, as PDF files and newspapers do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

_LEAST, _MOST = 20, 60
_UNITS = ((0, 1), (1, 3))
"""Characters, then columns of half a Chinese character; with each, how far short of the width a full line may fall."""
_AROUND, _AHEAD = 6, 8
_FEWEST = 3


class Line(Protocol):
    """A line of which the kind is known; ``sizes`` are its characters and its columns before it was cleaned."""

    kind: str
    sizes: tuple[int, int]


def sizes(text: str) -> tuple[int, int]:
    """Measure a line: its characters, and its columns, of which a wide character takes two."""
    text = text.rstrip()
    return len(text), len(text) + sum(ord(char) > 0x2E7F or char in "“”‘’—…·" for char in text)


class Wrapping:
    """The width that full lines reach, and none passes.

    It is told by half of the lines around, or by a quarter of all. A line may be measured in characters or, with
    letters and figures in it, in columns, of which the last stay empty where the next character is a wide one or may
    not begin a line.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        prose = [line.sizes for line in lines if line.kind in {"text", "heading"}]
        self._all = [_width([size[unit] for size in prose], unit, slack, 4) for unit, slack in _UNITS]

    def full(self, i: int) -> bool:
        """Say whether line i fills the width, and so goes on in the next."""
        around = self._lines[max(0, i - _AROUND) : i + _AHEAD]
        near = [line.sizes for line in around if line.kind in {"text", "heading"}]
        for whole, (unit, slack) in zip(self._all, _UNITS, strict=True):
            size = self._lines[i].sizes[unit]
            if any(w and size >= w - slack for w in (whole, _width([n[unit] for n in near], unit, slack, 2))):
                return True
        return False


def _width(found: list[int], unit: int, slack: int, share: int) -> int:
    """Give the width that one of so many lines reaches; 0 if there is none."""
    width = max(found, default=0)
    full = sum(size >= width - slack for size in found)
    return width if _LEAST <= width >> unit < _MOST and full >= max(_FEWEST, len(found) // share) else 0
