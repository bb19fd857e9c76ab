"""Punctuation and figures of one width: what web pages and typists leave half or twice as wide is read as it is meant.

Each character becomes one character, so that no offset moves, and the original text stays as it is.
"""

from __future__ import annotations

import re

_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff“”‘’《》〈〉（）〔〕【】、。，；：！？…—]"
_FULL = {0xFF0B: "+", 0xFF05: "%", 0xFF06: "&", 0xFF0F: "/", 0xFE59: "（", 0xFE5A: "）", 0xFE5D: "〔", 0xFE5E: "〕",
         0xFE50: "，", 0xFE54: "；", 0xFE55: "：", 0xFE52: "."}  # fmt: skip
_SINGLE = {
    **_FULL,
    **{0xFF10 + i: chr(0x30 + i) for i in range(10)},
    **{start + i: chr(ascii_ + i) for start, ascii_ in ((0xFF21, 0x41), (0xFF41, 0x61)) for i in range(26)},
}
_ODD = re.compile("[" + "".join(map(chr, _SINGLE)) + r",;:!?()\"．•・‧∙]")
_MARKS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
# beside a Chinese character, and not between two digits or letters
_MARK = re.compile(rf"(?<={_WIDE})[,;:!?]|[,;:!?](?={_WIDE})")
_POINT = re.compile(r"(?<=\d)．(?=\d)")
_DOT = re.compile(r"(?<=[\w”）])[•・‧∙](?=[\w“（])")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


def widened(text: str) -> str:
    """Give a line with Chinese punctuation where it is Chinese, and with plain letters and digits.

    Straight quotation marks are taken in pairs; an odd one is left alone.

    Examples
    --------
    >>> widened('到２０２５年,建成"一区"(试点),产值1,200亿元')
    '到2025年，建成“一区”（试点），产值1,200亿元'
    """
    if not _ODD.search(text) or not _CHINESE.search(text):
        return text
    text = text.translate(_SINGLE).replace("(", "（").replace(")", "）")
    text = _quoted(text) if '"' in text else text
    text = _DOT.sub("·", _POINT.sub(".", text))
    return _MARK.sub(lambda found: _MARKS[found[0]], text)


def _quoted(text: str) -> str:
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return text
    return "".join(part + ("" if i == len(parts) - 1 else "“" if i % 2 == 0 else "”") for i, part in enumerate(parts))
