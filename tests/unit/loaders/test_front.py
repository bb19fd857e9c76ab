"""Titles that were set over several lines."""

from __future__ import annotations

import pytest

from loaders.documents import parse


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "海原市人民政府\n关于印发海原市绿色铝业发展规划\n纲要（2021—2025）的通知\n各县：\n",
            "关于印发海原市绿色铝业发展规划纲要（2021—2025）的通知",
        ),
        (
            "现将《海原市高新区和开放合作试验区发展规划（2021—2025年）》印发给你们。\n\n  海原市高新区和开放\n\n"
            "  合作试验区发展规划（2021—2025年）\n\n  为了发展，制定本规划。",
            "海原市高新区和开放合作试验区发展规划（2021—2025年）",
        ),
        ("海原市绿色铝业发展规划\n（2021—2025）\n第一章 总则", "海原市绿色铝业发展规划（2021—2025）"),
        ("海原市绿色铝业发展规划的通知\n\n2021-03-07\n\n各县：", "海原市绿色铝业发展规划的通知"),
    ],
)
def test_title_over_lines_is_one_paragraph(text: str, title: str) -> None:
    document = parse("a.txt", text)

    found = [p for p in document.paragraphs if p.text == title]
    assert len(found) == 1
    start, end = found[0].span(0, len(title))
    assert "".join(text[start:end].split()) == title


def test_lines_that_are_titles_of_their_own_stay_apart() -> None:
    document = parse("a.txt", "海原市发展规划\n海原市行动方案\n根据《海原市发展规划》和《海原市行动方案》编制。")

    assert [p.text for p in document.paragraphs][:2] == ["海原市发展规划", "海原市行动方案"]


def test_a_title_that_ends_with_its_years_does_not_run_into_the_text() -> None:
    rows = [
        "绵阳市国家自主创新示范区",
        "发展规划纲要",
        "（2016—2025）",
        "绵阳是国家重点支持建设的科技城，在促进我国西部地区崛起，推",
    ]
    lines = [
        *rows,
        "动形成东中西区域良性互动协调发展中具有举足轻重的战略地位，要",
        "全面提高自主创新能力和产业竞争能力，带动全市经济发展提质增",
    ]
    texts = [p.text for p in parse("a.txt", "\n".join([*lines, "效，为全省作出贡献。"])).paragraphs]
    assert not any("纲要" in t and "绵阳是" in t for t in texts)
