from __future__ import annotations

import pytest

from graph.temporal import iso


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020-01-02", "2020-01-02"),
        ("2020-01-01T10:00", "2020-01-01T10:00:00"),
        ("2020-01-01T10:00:00.000000000+08:00", "2020-01-01T10:00:00+08:00"),
        ("2020-01-01T10:00+08:00[Asia/Shanghai]", "2020-01-01T10:00:00+08:00"),
        ("2020-01-01T10:00:00.120000000+00:00", "2020-01-01T10:00:00.12Z"),
        ("10:00Z", "10:00:00Z"),
        ("P1Y2M3DT4H5M6S", "P1Y2M3DT4H5M6S"),
        ("PT1.500000000S", "PT1.5S"),
        ("PT10S", "PT10S"),
        ("沈阳 10:00", "沈阳 10:00"),
    ],
)
def test_text_of_a_moment_is_the_same_whoever_wrote_it(text: str, expected: str) -> None:
    assert iso(text) == expected
