"""Dates, times and durations as one text, whichever store gives them."""

from __future__ import annotations

import re

_TIME = re.compile(
    r"(?P<date>\S+T)?(?P<minutes>\d\d:\d\d)(?P<seconds>:\d\d)?(?P<fraction>\.\d+)?"
    r"(?P<offset>Z|[+-]\d\d:\d\d(?::\d\d)?)?(?:\[[^]]*\])?"
)
_SECONDS = re.compile(r"(\.\d*?)0+(?=S$)")


def iso(text: str) -> str:
    """Write a temporal value with seconds, without idle zeros, the offset in place of the name of a time zone.

    Other texts stay as they are.

    Examples
    --------
    >>> iso("2020-01-01T10:00+08:00[Asia/Shanghai]"), iso("10:00:00.500000000+00:00"), iso("PT1.500S")
    ('2020-01-01T10:00:00+08:00', '10:00:00.5Z', 'PT1.5S')
    """
    match = _TIME.fullmatch(text)
    if match is None:
        return _SECONDS.sub(lambda found: found[1].rstrip("."), text) if text.startswith(("P", "-P")) else text
    fraction = (match["fraction"] or "").rstrip("0").rstrip(".")
    offset = "Z" if match["offset"] in {"+00:00", "-00:00"} else match["offset"] or ""
    return f"{match['date'] or ''}{match['minutes']}{match['seconds'] or ':00'}{fraction}{offset}"
