"""Bearings: in which direction one place lies from another, and how directions are kept apart on a page."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Place = tuple[float, float]
TURN = 360.0


def bearing(origin: Place, target: Place) -> float:
    """Give the initial great-circle bearing in degrees, clockwise from north.

    Examples
    --------
    >>> round(bearing((30.67, 104.07), (31.13, 104.38)))
    30
    """
    (lat1, lon1), (lat2, lon2) = (tuple(map(math.radians, place)) for place in (origin, target))
    east = math.sin(lon2 - lon1) * math.cos(lat2)
    north = math.cos(lat1) * math.sin(lat2) - math.sin(lat1) * math.cos(lat2) * math.cos(lon2 - lon1)
    return math.degrees(math.atan2(east, north)) % TURN


def difference(first: float, second: float) -> float:
    """Give the angle between two directions, 0 to 180."""
    apart = abs(first - second) % TURN
    return min(apart, TURN - apart)


def spread(wanted: Mapping[str, float], apart: float, gap: float) -> dict[str, float]:
    """Move directions as little as possible (least squares) until neighbours are so many degrees apart.

    The widest gap is where the circle is cut; it stays at least ``gap`` wide. With too many directions for both, they
    share what is left evenly.
    """
    names = sorted(wanted, key=lambda name: (wanted[name], name))
    if not names:
        return {}
    start = _after_widest_gap([wanted[name] for name in names])
    names = names[start:] + names[:start]
    base = wanted[names[0]]
    unrolled = [(wanted[name] - base) % TURN for name in names]
    apart = min(apart, (TURN - gap) / len(names))
    # with y_i = x_i - i * apart the task is to make a sequence that never falls: pool adjacent violators
    level = _never_falling([x - i * apart for i, x in enumerate(unrolled)])
    placed = [y + i * apart for i, y in enumerate(level)]
    least, room = apart * (len(names) - 1), TURN - gap
    span = placed[-1] - placed[0]
    if span > room:
        # what is more than needed between neighbours shrinks in proportion; the middle stays where it is
        share, first = (room - least) / (span - least), (placed[0] + placed[-1] - room) / 2
        origin = placed[0]
        placed = [first + i * apart + (x - origin - i * apart) * share for i, x in enumerate(placed)]
    return {name: (base + x) % TURN for name, x in zip(names, placed, strict=True)}


def widest_gap(directions: Sequence[float]) -> tuple[float, float]:
    """Give the middle and the width of the widest empty sector; with no directions, the west."""
    if not directions:
        return 270.0, TURN
    ordered = sorted(directions)
    gaps = [((b - a) % TURN or TURN, a) for a, b in zip(ordered, [*ordered[1:], ordered[0]], strict=True)]
    width, start = max(gaps, key=lambda g: (g[0], -g[1]))
    return (start + width / 2) % TURN, width


def _after_widest_gap(ordered: Sequence[float]) -> int:
    gaps = [(x - ordered[i - 1]) % TURN if len(ordered) > 1 else TURN for i, x in enumerate(ordered)]
    return max(range(len(ordered)), key=lambda i: (gaps[i], -i))


def _never_falling(values: Sequence[float]) -> list[float]:
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, n), (b, m) = pools[-2:]
            pools[-2:] = [((a * n + b * m) / (n + m), n + m)]
    return [mean for mean, number in pools for _ in range(number)]
