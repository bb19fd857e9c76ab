from __future__ import annotations

import pytest

from loaders.shares import share_of


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("集聚了全省", "以上的软件企业、", "软件企业占全省比重"),
        ("", "的动漫企业", "动漫企业占比重"),
        ("产出了约", "的GDP、", "GDP占比重"),
        ("按投资额的", "的比例", ""),
        ("研发投入强度达到", "的企业", ""),
    ],
)
def test_a_share_is_named_by_what_stands_behind_it(before: str, after: str, expected: str) -> None:
    assert share_of("%", before, after) == expected
    assert share_of("家", before, after) == ""
