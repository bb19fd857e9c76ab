"""How far a rank depends on single sources: sources are drawn again, and what only they say goes with them.

Ties are not independent, sources are; so whole source families are drawn. Drawing again can only lose ties, never
find the missing ones: the result is a sensitivity, not a confidence. (On error in network data: Borgatti, Carley and
Krackhardt 2006, 10.1016/j.socnet.2005.05.001.)
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement
from math import factorial, prod
from typing import Any

from graph.analysis.centrality import Rank, ranks

ENUMERATED = 5
"""Up to this many families every possible draw is counted."""
DRAWS = 2_000

Sources = Mapping[str, Mapping[str, float]]
"""Vehicle -> source family -> confidence."""
Evaluate = Callable[[frozenset[str]], Mapping[Any, float | None]]


def draws_of_families(families: Sequence[str], *, draws: int = DRAWS, seed: int = 0) -> dict[frozenset[str], float]:
    """Give each set of families that drawing with replacement may leave, with its chance.

    Notes
    -----
    For five families the 126 multisets are enumerated with their multinomial weights; for more, 2,000 are drawn.
    """
    found: defaultdict[frozenset[str], float] = defaultdict(float)
    n = len(families)
    if n <= ENUMERATED:
        for multiset in combinations_with_replacement(families, n):
            ways = factorial(n) // prod(factorial(k) for k in Counter(multiset).values())
            found[frozenset(multiset)] += ways / n**n
        return dict(found)
    rng = random.Random(seed)
    for _ in range(draws):
        found[frozenset(rng.choices(families, k=n))] += 1 / draws
    return dict(found)


def survivors(
    sources: Sources, families: Sequence[str], *, thinning: int = 4, seed: int = 0
) -> dict[frozenset[str], float]:
    """Give the sets of vehicles that may be left, with their chances.

    Parameters
    ----------
    thinning : how often evidence is dropped at random, with probability 1 − confidence, for each draw of families.

    Notes
    -----
    A vehicle survives if any of its sources is drawn and its evidence is not dropped. One that a single family of
    five tells of vanishes with chance .8⁵ = .328 even if its evidence is certain.
    """
    rng = random.Random(seed)
    certain = all(c >= 1 for told in sources.values() for c in told.values())
    rounds = 1 if certain else thinning
    found: defaultdict[frozenset[str], float] = defaultdict(float)
    for drawn, chance in sorted(draws_of_families(families, seed=seed).items(), key=lambda item: sorted(item[0])):
        for _ in range(rounds):
            left = frozenset(
                name
                for name, told in sources.items()
                if any(family in drawn and rng.random() < confidence for family, confidence in sorted(told.items()))
            )
            found[left] += chance / rounds
    return dict(found)


def kendall(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Kendall's τ_b: agreement of two orders, 1 for the same, −1 for the reverse; None where one has no order.

    Notes
    -----
    τ_b = (concordant − discordant)/√((pairs − ties_1)(pairs − ties_2)).

    References
    ----------
    Kendall 1945, The treatment of ties in ranking problems.
    """
    agree = ties_first = ties_second = pairs = 0
    for i in range(len(first)):
        for j in range(i):
            a, b = first[i] - first[j], second[i] - second[j]
            pairs += 1
            ties_first += a == 0
            ties_second += b == 0
            agree += (a * b > 0) - (a * b < 0)
    size = ((pairs - ties_first) * (pairs - ties_second)) ** 0.5
    return agree / size if size else None


@dataclass(frozen=True, slots=True)
class Stability:
    """How a node's rank holds: median, interval of 90 %, chance of the first three, and the places it may share."""

    median: float
    low: float
    high: float
    top: float
    place: Rank


def _quantile(values: list[tuple[float, float]], share: float) -> float:
    total, reached = sum(weight for _, weight in values), 0.0
    for value, weight in sorted(values):
        reached += weight
        if reached >= share * total - 1e-12:
            return value
    return max(value for value, _ in values)


def _among_first(rank: Rank, top: int) -> float:
    return max(0.0, min(1.0, (top - rank.first + 1) / (rank.last - rank.first + 1)))


def stability(
    nodes: Iterable[Any], chances: Mapping[frozenset[str], float], evaluate: Evaluate, *, top: int = 3
) -> tuple[dict[Any, Stability], float | None]:
    """Rank the nodes in every draw.

    Returns
    -------
    stability by node, mean Kendall τ with the order of all evidence
        nodes whose intervals overlap share places: their order is not settled by the sources.
    """
    names = list(nodes)
    places: dict[Any, list[tuple[float, float]]] = {node: [] for node in names}
    first: Counter[Any] = Counter()
    whole = evaluate(frozenset().union(*chances)) if chances else {}
    base = [whole.get(node) or 0.0 for node in names]
    agreement = weight_of_agreement = 0.0
    for left, chance in chances.items():
        values = evaluate(left)
        row = {node: values.get(node) or 0.0 for node in names}
        for node, rank in ranks(row).items():
            if rank is not None:
                places[node].append((rank.middle, chance))
                first[node] += chance * _among_first(rank, top)  # type: ignore[assignment]
        tau = kendall(base, list(row.values()))
        if tau is not None:
            agreement, weight_of_agreement = agreement + chance * tau, weight_of_agreement + chance
    spans = {node: (_quantile(rows, 0.05), _quantile(rows, 0.95)) for node, rows in places.items() if rows}
    found = {
        node: Stability(_quantile(places[node], 0.5), low, high, float(first[node]), _place(node, spans))
        for node, (low, high) in spans.items()
    }
    return found, (agreement / weight_of_agreement if weight_of_agreement else None)


def _place(node: Any, spans: Mapping[Any, tuple[float, float]]) -> Rank:
    low, high = spans[node]
    before = sum(other_high < low for other, (_, other_high) in spans.items() if other != node)
    after = sum(other_low > high for other, (other_low, _) in spans.items() if other != node)
    return Rank(before + 1, len(spans) - after)
