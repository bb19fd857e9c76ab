"""Every pair of members against chance: how often they meet, how often they would, and whether that can be tested."""

from __future__ import annotations

from graph.analysis import nulls
from graph.analysis.answer import number
from graph.analysis.gap_wording import word
from graph.analysis.ground import Ground
from graph.analysis.layout_report import FIRMS, fitted, masses
from graph.analysis.naming import known as known_
from graph.projection.networks import likeliest
from graph.store import Rows

_COLUMNS = ("first", "second", "observed", "expected", "z", "p_at_most", "p_adjusted", "smallest_p", "remark",
            "expected_sizeless", "p_sizeless", "gravity", "weight", "evidence")  # fmt: skip


def pair_rows(ground: Ground, *, indicator: str = FIRMS, language: str = "zh") -> Rows:
    """Set each pair beside three nulls, the most surprising lack first.

    Notes
    -----
    ``expected``, ``z`` and ``p_at_most`` are of null A, all tables with the same margins; ``p_adjusted`` after
    Benjamini and Hochberg over the pairs that can be tested. The columns ``sizeless`` are hypergeometric and ignore how
    large vehicles are. ``gravity`` is the weight that the members' masses would give, of the same total as ``weight``.
    """
    null, area, graph = ground.null, ground.area, ground.projection.members
    if null is None:
        return Rows(_COLUMNS, ())
    table = likeliest(ground.projection.table)
    sums = {m: sum(m in group for group in table.values()) for m in area.members}
    able = [pair for pair, found in null.pairs.items() if found.testable]
    adjusted = dict(zip(able, nulls.benjamini_hochberg([null.pairs[p].lower for p in able]), strict=True))
    known = masses(ground.projection, indicator)
    total = sum(float(d["weight"]) for _, _, d in graph.edges(data=True))
    whole = len(known) == len(area.members)
    heavy = nulls.gravity(known, total, beta=fitted(ground.projection, known)) if whole else {}
    untestable = word("flag.untestable", language)
    rows = []
    for (a, b), found in null.pairs.items():
        even, chance = nulls.hypergeometric_pair(sums[a], sums[b], len(table), found.observed)
        weight = graph[a][b]["weight"] if graph.has_edge(a, b) else 0
        rows.append((
            area.short(a), area.short(b), found.observed, number(found.expected), number(found.z),
            number(found.lower), number(adjusted.get((a, b))), number(found.smallest),
            "" if found.testable else untestable, number(even), number(chance), number(heavy.get(frozenset((a, b)))),
            number(weight), ground.pair_evidence(a, b),
        ))  # fmt: skip
    rows.sort(key=lambda row: (known_(row[5]), known_(row[2]) - known_(row[3]), row[0], row[1]))
    return Rows(_COLUMNS, tuple(rows))
