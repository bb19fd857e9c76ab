from __future__ import annotations

import pytest

from loaders.spots import spots


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [("甲院", "甲院与甲院", [(0, 2), (3, 5)]), ("甲甲", "甲甲甲", [(0, 2)]), ("乙", "甲", []), ("", "甲", [])],
)
def test_spans_of_a_word(word: str, text: str, expected: list[tuple[int, int]]) -> None:
    assert list(spots(word, text)) == expected
