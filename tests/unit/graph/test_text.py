from __future__ import annotations

import pytest

from graph.text import all_han, fold, search_key, search_terms


@pytest.mark.parametrize(
    ("text", "folded"),
    [("ＡＢＣ　高新 区（东）", "abc高新区(东)"), ("Straße\n", "strasse"), ("①号", "1号"), (" \u3000\t", "")],
)
def test_width_case_and_space_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_key_tells_whole_names_and_beginnings_by_containment() -> None:
    key = search_key(["沈阳市", "沈阳", "沈　阳", ""])
    terms = search_terms("沈 阳")

    assert terms is not None
    assert key == "\n沈阳\n沈阳市\n"
    assert all(term in key for term in terms.values())
    assert search_terms(" ") is None


@pytest.mark.parametrize(("text", "han"), [("沈阳", True), ("沈", False), ("沈阳a", False), ("", False)])
def test_text_of_han_characters_only(text: str, han: bool) -> None:
    assert all_han(text) is han
