"""Names that hold two fields."""

from __future__ import annotations

import pytest

from loaders.compound import taken_apart
from loaders.lexicon import load_lexicon
from loaders.mention import Mention


@pytest.mark.parametrize(
    ("surface", "fields"),
    [
        ("化工及精细化工", ["化工", "精细化工"]),
        ("高端装备（含机器人）", ["高端装备制造", "机器人"]),
        ("新一代信息技术（数字经济）产业", ["新一代信息技术", "数字经济"]),
        ("汽车及汽车零部件", None),
        ("精细化工", None),
    ],
)
def test_second_fields_stand_for_themselves(surface: str, fields: list[str] | None) -> None:
    lexicon = load_lexicon()
    whole = Mention(5, 5 + len(surface), "Industry", lexicon.industries.get(surface, surface), surface, "known name")
    apart = taken_apart([whole], lexicon)
    if fields is None:
        assert apart == [whole]
        return
    assert [m.name for m in apart] == fields
    assert apart[0].aliases == (surface,)
    assert all(surface[m.start - 5 : m.end - 5] == m.surface for m in apart)
