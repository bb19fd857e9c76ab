from __future__ import annotations

import unicodedata

import pytest

from loaders.documents import parse
from loaders.wrapping import sizes

FIRST = "　　一、同意岚州高新技术产业园区更名为岚州国家高新技术产业开发区，实行现行的国家政策，面积12.5平方公里。"
SECOND = (
    "　　二、开发区以航天材料、深海装备和5G通信器件为主导产业，力争到2030年营业收入突破1500亿元，研发投入强度达到"
    "4.5%，建成省级以上研发平台45个，成为全省改革创新的示范。"
)


def wrapped(text: str, columns: int) -> str:
    lines, room = [""], columns
    for character in text:
        size = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        if size > room and character not in "，。、":
            lines.append("")
            room = columns
        lines[-1] += character
        room -= size
    return "\n".join(lines)


@pytest.mark.parametrize("columns", [60, 72, 80])
def test_paragraphs_of_a_text_with_forced_breaks_are_whole(columns: int) -> None:
    text = "\n".join(wrapped(paragraph, columns) for paragraph in (FIRST, SECOND, FIRST, SECOND))

    found = [paragraph.text for paragraph in parse("a.txt", text).paragraphs]

    assert found == [paragraph.strip("\u3000") for paragraph in (FIRST, SECOND, FIRST, SECOND)]


def test_headings_of_unequal_length_stay_alone() -> None:
    text = "一、加强组织领导，完善工作机制，形成推进合力\n各市抓好落实。\n二、强化要素保障\n各县抓好落实。\n"

    assert len(parse("a.txt", text).paragraphs) == 4


def test_sizes_are_characters_and_columns() -> None:
    assert sizes("　甲A1，  ") == (5, 8)
