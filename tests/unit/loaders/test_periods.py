"""Years, and what tells aims from results."""

from __future__ import annotations

import pytest

from loaders.periods import document_year, is_goal_section, year_at, years_in


def _year(text: str, mark: str, document: int | None = None) -> int | None:
    at = text.index(mark)
    return year_at(text, at, at + len(mark), years_in(text, document))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("到2025年，企业达到9家。", 2025),
        ("“十三五”末，企业达到9家。", 2020),
        ("今年，企业达到9家。", 2023),
        ("去年，企业达到9家。", 2022),
        ("收入较2010年增长，企业达到9家。", None),
        ("甲园区于2008年经批准设立，入驻企业9家。", None),
        ("2017年成立以来，服务企业9家。", None),
        ("企业9家（2019年）。", 2019),
    ],
)
def test_year_of_a_number(text: str, year: int | None) -> None:
    assert _year(text, "9家", 2023) == year


@pytest.mark.parametrize(
    ("date", "text", "year"),
    [
        ("2019-05-02", "正文", 2019),
        ("", "2022-11-03 08:00，正文：某地新闻。", 2022),
        ("", "某市发展规划（2021-2025年）\n正文", 2021),
        ("", "截至2020年底完成。今年继续。", 2021),
        ("", "没有日期。", None),
    ],
)
def test_year_of_a_document(date: str, text: str, year: int | None) -> None:
    assert document_year(date, text) == year


@pytest.mark.parametrize(
    ("section", "goal"),
    [
        (("二、重点任务", "（一）平台建设"), True),
        (("一、发展基础", "（一）平台建设"), False),
        (("三、重点任务", "专栏2平台情况"), False),
        (("二、思路", "（三）发展目标"), True),
        ((), None),
    ],
)
def test_sections_of_aims(section: tuple[str, ...], goal: bool | None) -> None:
    assert is_goal_section(section) is goal
