"""Numbers that rise or fall from one value to another."""

from __future__ import annotations

from loaders.rises import old_value, rise


def test_both_numbers_of_a_rise_share_the_words_before_the_first() -> None:
    text = "孵化器由3家增加到9家"
    assert rise(text, "孵化器由", text.index("家") + 1, text.index("9")) == "孵化器"


def test_the_old_value_may_have_its_own_year() -> None:
    text = "国家级平台由2020年的58个提升至70个"
    at = text.index("58")
    assert old_value(text, at, at + 3) == (True, 2020)
    assert rise(text, text[:at], at + 3, text.index("70")) == "国家级平台"


def test_two_counts_in_a_row_are_no_rise() -> None:
    text = "建成3家孵化器和9家众创空间"
    assert rise(text, "建成", 4, text.index("9")) is None
    assert old_value(text, 2, 4) == (False, None)
