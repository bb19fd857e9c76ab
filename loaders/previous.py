"""What the part of a sentence before a bare number measures (企业数量翻番，超过8500家; 突破两万大关，达到2.2万家)."""

from __future__ import annotations

import re

# The number's own part holds nothing but how it is reached.
_BARE = re.compile(
    r"(?:目前|现已|已经|已|现|总数|总量|数量|累计|合计|均|截至[^，。；]{2,12})*"
    r"(?:达到?了?|超过?了?|突破了?|增至|增加到|增长到|为|有|逾|约|近|接近|升至|提高到|跃升至|扩大到|共)+"
)
_ROSE = (
    r"(?:实现|首次|再次|继续|保持|连续[^，。；]{1,4}年?)*"
    r"(?:翻番|翻[一两二三]番|倍增|成倍增长|(?:持续|快速|稳步|大幅|显著|不断|逐年|较快|平稳)(?:增长|增加|提升|提高|壮大|扩大|攀升|上升|增多)"
    r"|再?创(?:历史)?新高|(?:突破|跨越|迈上|站上)[^，。；]{1,10}(?:大关|台阶|关口)|迈上新台阶|再上新台阶|实现(?:新|历史性)?突破|突破[^，。；]{1,8})"
)
_BEFORE = re.compile(rf"(?:^|[，。；：])(?P<noun>[^，。；：\d]{{3,28}}?)(?:数量|总数|总量|数)?{_ROSE}，$")


def rising_before(sentence: str, segment: int, start: int) -> str:
    """Give what the part before a number says to have risen, where the number's own part names nothing, else ''.

    Parameters
    ----------
    segment : where the number's own part begins.
    start : where the number begins.
    """
    if not _BARE.fullmatch(sentence[segment:start]):
        return ""
    found = _BEFORE.search(sentence[:segment])
    return found["noun"] if found else ""
