from __future__ import annotations

import pytest

from views.parts.reasons import reason


@pytest.mark.parametrize(
    ("message", "chinese"),
    [
        ("鞍山 takes part in 航空中心 already", "鞍山 已参与 航空中心"),
        ("甲市: no member of 乙都市圈; members: 丙、丁", "甲市 不是 乙都市圈 的成员；成员有：丙、丁"),
        (
            "乙都市圈: no layout names its pole; give --pole, or add it to layouts in places.yaml",
            "没有布局指明它的极核",
        ),
    ],
)
def test_reasons_are_said_in_the_language_of_the_page(message: str, chinese: str) -> None:
    assert chinese in reason(message, "zh")
    assert reason(message, "en") == message


def test_an_unknown_reason_stays_as_it_was_written() -> None:
    assert reason("x: unheard of", "zh") == "x: unheard of"
