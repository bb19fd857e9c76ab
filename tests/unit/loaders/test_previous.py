from __future__ import annotations

import pytest

from loaders.periods import segment_start
from loaders.previous import rising_before


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("某市瞪羚企业数量翻番，超过800家", "某市瞪羚企业"),
        ("瞪羚企业首次突破两万大关，达到2.2万家", "瞪羚企业"),
        ("外贸出口额再创新高，达到9亿元", "外贸出口额"),
        ("市场主体持续增长，目前已达7万户", "市场主体"),
        ("营商环境大幅提升，新增企业70户", ""),
        ("改革不断深化，达到7项", ""),
    ],
)
def test_the_part_before_names_what_a_bare_number_measures(text: str, noun: str) -> None:
    at = next(i for i, c in enumerate(text) if c.isdigit())
    assert rising_before(text, segment_start(text, at), at) == noun
