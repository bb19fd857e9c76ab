"""Events and the numbers and years of their editions."""

from __future__ import annotations

import pytest

from loaders.editions import with_editions
from loaders.mention import Mention


def _event(text: str, name: str) -> Mention:
    at = text.index(name)
    return Mention(at, at + len(name), "Event", name, name, "ending 大会", 0.9)


@pytest.mark.parametrize(
    ("text", "name", "also"),
    [
        ("第六届苍山科创大会开幕", "苍山科创大会", ("第六届苍山科创大会",)),
        ("2023苍山科创大会开幕", "2023苍山科创大会", ("苍山科创大会",)),
        ("首届苍山科创大会开幕", "苍山科创大会", ("首届苍山科创大会",)),
        ("在苍山科创大会上", "苍山科创大会", ()),
        ("苍山市第十届人民代表大会第二次会议", "第十届人民代表大会第二次会议", ()),
    ],
)
def test_an_event_is_known_with_and_without_its_edition(text: str, name: str, also: tuple[str, ...]) -> None:
    [event] = with_editions(text, [_event(text, name)])
    assert event.aliases == also
