"""Subsidies: what an amount is granted for, where the clause before it tells (对新获批的平台，给予500万元资助)."""

from __future__ import annotations

import re

# The amount's own clause tells only that something is given.
_GIVEN = re.compile(
    r"(?:再|分别|可|最高|每[年个家人名项]|一次性|单个项目|按规定|连续\S{1,3}年)*"
    r"(?:给予|予以|奖励|资助|补助|补贴|支持|奖补|不超过|最高|每[年个家人名项]|一次性|资金|经费)+"
)
_FOR_WHOM = re.compile(r"(?:对于?|支持|鼓励)(?P<whom>[^，。；：]{3,36}?)(?:的)?，(?:[^，。；：]{0,16}，)?$")
_NOUN = re.compile(r"(?:的)?(?P<noun>资金(?:支持|奖励|补助|资助)?|经费(?:支持)?|奖励|资助|补助|补贴|奖补|奖金|支持)")


def granted(sentence: str, end: int, segment: int, indicator: str) -> str:
    """Name a subsidy by its recipient; other indicators stay as they are.

    Parameters
    ----------
    sentence : the sentence with the amount, which ends at ``end``.
    segment : where the amount's own part of the sentence begins.
    """
    if not _GIVEN.fullmatch(indicator):
        return indicator
    noun = match.group("noun") if (match := _NOUN.match(sentence, end)) else ""
    whom = _FOR_WHOM.search(sentence[:segment])
    if whom is None:
        return indicator + noun if noun and not indicator.endswith(noun) else indicator
    plain = re.sub(r"(?:一次性|给予|予以|不超过|按规定)", "", indicator)
    own = plain if re.search(r"奖励|资助|补助|补贴|支持|奖补", plain) else plain + (noun or "资助")
    return re.sub(r"(?<=新)(获批|认定)的", r"\1", whom.group("whom")) + own


def recipient(before: str) -> str:
    """Name who is given a sum, by the words before it."""
    match = re.search(r"(?:对于?|给予|支持)([^，。；]{2,14}?)(?:给予|的|建设|每[人年家个]|最高|进行|$)", before)
    return match.group(1) if match else ""
