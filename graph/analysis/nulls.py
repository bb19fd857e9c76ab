"""What chance alone would give: the yardsticks that an observed layout or an absent tie is held against."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, islice
from math import ceil, comb, log, sqrt
from typing import Any

import networkx as nx

from graph.analysis.centrality import WEIGHT

Table = Mapping[str, frozenset[Any]]
"""Vehicle -> its members."""
MOST_TABLES = 50_000
DRAWS, FEWEST_DRAWS = 2_000, 200
TRADES, MOST_TRADES = 5, 3_000_000
"""Trades for each vehicle before a table counts as drawn anew, and about how many are made in all."""


def poisson_binomial_tail(chances: Iterable[Fraction], at_least: int) -> Fraction:
    """P(X ≥ at_least) for the number of successes of independent trials with these chances.

    Notes
    -----
    The distribution is built up trial by trial, in fractions: P_k(x) = P_{k−1}(x)·(1−p_k) + P_{k−1}(x−1)·p_k.
    """
    spread = [Fraction(1)]
    for chance in chances:
        spread = [
            (spread[k] if k < len(spread) else Fraction(0)) * (1 - chance)
            + (spread[k - 1] * chance if k else Fraction(0))
            for k in range(len(spread) + 1)
        ]
    return sum(spread[max(at_least, 0) :], Fraction(0))


def pole_null(table: Table, pole: Any, n: int) -> Fraction:
    """P(the pole is in at least as many vehicles as observed) if each vehicle drew its members uniformly.

    Notes
    -----
    Each vehicle v contains the pole with chance k_v/n. The plan names its pole, so no correction for choosing the
    strongest member is due.
    """
    held = sum(pole in members for members in table.values())
    return poisson_binomial_tail([Fraction(len(members), n) for members in table.values()], held)


def dyad_shuffle(graph: nx.Graph[Any], pole: Any) -> Fraction:
    """P(the pole is as strong) if the weights of pairs were shuffled over all pairs.

    Notes
    -----
    Too small, because one vehicle makes several ties at once: shown only to warn against it.
    """
    weights = Counter(Fraction(d[WEIGHT]) for _, _, d in graph.edges(data=True))
    n = graph.number_of_nodes()
    pairs = n * (n - 1) // 2
    weights[Fraction(0)] += pairs - sum(weights.values())
    held = sum((Fraction(d[WEIGHT]) for d in graph[pole].values()), Fraction(0))
    ways: dict[tuple[int, Fraction], int] = {(0, Fraction(0)): 1}
    for weight, copies in weights.items():
        following: defaultdict[tuple[int, Fraction], int] = defaultdict(int)
        for (taken, total), count in ways.items():
            for more in range(min(copies, n - 1 - taken) + 1):
                following[taken + more, total + more * weight] += count * comb(copies, more)
        ways = following
    above = sum(count for (taken, total), count in ways.items() if taken == n - 1 and total >= held)
    return Fraction(above, comb(pairs, n - 1))


def label_permutation(graph: nx.Graph[Any], pole: Any) -> Fraction:
    """P(a member drawn at random is at least as strong as the pole).

    Notes
    -----
    With n members it cannot go below 1/n, so that it says little: shown only to warn against it.
    """
    strength = {node: sum((Fraction(d[WEIGHT]) for d in graph[node].values()), Fraction(0)) for node in graph}
    return Fraction(sum(value >= strength[pole] for value in strength.values()), len(strength))


def tables_with_margins(rows: Sequence[int], columns: Sequence[int]) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Give every 0/1 table with these row and column sums, as the rows that are 1 in each column.

    Notes
    -----
    Column by column; a row that must be 1 in all columns left is, and a column is not begun that cannot be filled.
    """
    width = len(columns)
    to_come = [sum(columns[number:]) for number in range(width + 1)]
    chosen: list[tuple[int, ...]] = []
    left = [tuple(rows)]
    open_: list[Iterator[tuple[int, ...]]] = [_fillings(left[0], columns, 0, to_come)]
    if not width and not any(rows):
        yield ()
    while open_:
        column = next(open_[-1], None)
        if column is None:
            open_.pop()
            left.pop()
            if chosen:
                chosen.pop()
            continue
        taken = set(column)
        after = tuple([count - (i in taken) for i, count in enumerate(left[-1])])
        if len(chosen) + 1 == width:
            if not any(after):
                yield (*chosen, column)
            continue
        chosen.append(column)
        left.append(after)
        open_.append(_fillings(after, columns, len(chosen), to_come))


def _fillings(
    left: tuple[int, ...], columns: Sequence[int], number: int, to_come: Sequence[int]
) -> Iterator[tuple[int, ...]]:
    """Give the ways to fill one column, the rows still having so many ones to place."""
    remaining = len(columns) - number
    if not remaining or max(left, default=0) > remaining or sum(left) != to_come[number]:
        return
    needed = [i for i, count in enumerate(left) if count == remaining]
    free = [i for i, count in enumerate(left) if 0 < count < remaining]
    if len(needed) <= columns[number]:
        for some in combinations(free, columns[number] - len(needed)):
            yield tuple(sorted((*needed, *some)))


def curveball(table: Table, *, draws: int = DRAWS, seed: int = 0) -> Iterator[dict[str, frozenset[Any]]]:
    """Draw tables with the same margins by trading members between pairs of vehicles.

    References
    ----------
    Strona et al. 2014, 10.1038/ncomms5114.
    """
    rng, names = random.Random(seed), list(table)
    current = {name: set(members) for name, members in table.items()}
    if len(names) < 2:
        yield from (dict(table) for _ in range(draws))
        return
    trades = TRADES * len(names)
    for _ in range(draws):
        for _ in range(trades):
            a, b = rng.sample(names, 2)
            shared = current[a] & current[b]
            loose = sorted(current[a] ^ current[b], key=str)
            rng.shuffle(loose)
            cut = len(current[a]) - len(shared)
            current[a], current[b] = shared | set(loose[:cut]), shared | set(loose[cut:])
        yield {name: frozenset(members) for name, members in current.items()}


@dataclass(frozen=True, slots=True)
class PairNull:
    """How often a pair meets: observed, expected under fixed margins, and how surprising few meetings are."""

    observed: int
    expected: float
    deviation: float
    lower: float
    middle: float
    smallest: float
    """The smallest lower tail that any outcome could have; above .05 the pair cannot be tested."""

    @property
    def z(self) -> float | None:
        """Give (observed − expected)/deviation."""
        return (self.observed - self.expected) / self.deviation if self.deviation > 0 else None

    @property
    def testable(self) -> bool:
        """Say whether any outcome could be surprising at .05."""
        return self.smallest <= 0.05

    @property
    def deficit(self) -> float | None:
        """D = 1 − P(X < x) − ½P(X = x): near 1 if the pair meets less than chance; None if it cannot be tested."""
        return 1 - self.middle if self.testable else None


@dataclass(frozen=True, slots=True)
class MarginNull:
    """The null of all pairs; ``tables`` were enumerated, or drawn if not ``exact``."""

    pairs: Mapping[tuple[Any, Any], PairNull]
    tables: int
    exact: bool

    @property
    def smallest(self) -> float | None:
        """Give the smallest tail that any pair could reach."""
        return min((null.smallest for null in self.pairs.values()), default=None)


def fixed_margins(table: Table, members: Sequence[Any], *, draws: int = DRAWS, seed: int = 0) -> MarginNull:
    """Hold how often each member takes part and how large each vehicle is, and let chance decide who meets whom.

    Notes
    -----
    All tables are enumerated if there are at most 50,000, else 2,000 are drawn by `curveball` trades (Strona et al.
    2014, 10.1038/ncomms5114); fewer, 200 at least, where that would take more than 3,000,000 trades. `MarginNull`
    says how many.
    """
    pairs = list(combinations(members, 2))
    observed = Counter(_meetings(table.values(), members))
    place = {member: i for i, member in enumerate(members)}
    sums = [sum(member in group for group in table.values()) for member in members]
    sizes = [len(group & place.keys()) for group in table.values()]
    exact = sum(1 for _ in islice(tables_with_margins(sums, sizes), MOST_TABLES + 1)) <= MOST_TABLES
    tally: defaultdict[tuple[Any, Any], Counter[int]] = defaultdict(Counter)
    number = 0 if exact else min(draws, max(FEWEST_DRAWS, MOST_TRADES // (TRADES * len(table))))
    if exact:
        for columns in tables_with_margins(sums, sizes):
            number += 1
            for (i, j), count in Counter(pair for column in columns for pair in combinations(column, 2)).items():
                tally[members[i], members[j]][count] += 1
    else:
        for drawn in curveball(table, draws=number, seed=seed):
            for pair, count in Counter(_meetings(drawn.values(), members)).items():
                tally[pair][count] += 1
    for pair in pairs:  # what was not counted are the tables in which a pair never meets
        if never := number - sum(tally[pair].values()):
            tally[pair][0] = never
    return MarginNull({pair: _pair_null(observed[pair], tally[pair]) for pair in pairs}, number, exact)


def _meetings(groups: Iterable[frozenset[Any]], members: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    for group in groups:
        yield from combinations([member for member in members if member in group], 2)


def _pair_null(observed: int, tally: Counter[int]) -> PairNull:
    total = sum(tally.values())
    mean = sum(x * count for x, count in tally.items()) / total
    variance = sum((x - mean) ** 2 * count for x, count in tally.items()) / total
    below = sum(count for x, count in tally.items() if x < observed)
    return PairNull(
        observed,
        mean,
        sqrt(variance),
        (below + tally[observed]) / total,
        (below + tally[observed] / 2) / total,
        tally[min(tally)] / total,
    )


def hypergeometric_pair(first: int, second: int, vehicles: int, observed: int) -> tuple[Fraction, Fraction]:
    """Give E and P(X ≤ observed) for two members in ``first`` and ``second`` of all vehicles, whatever their sizes.

    References
    ----------
    Tumminello et al. 2011, 10.1371/journal.pone.0017994. It ignores that vehicles differ in size.
    """
    whole = comb(vehicles, second)
    below = sum(comb(first, x) * comb(vehicles - first, second - x) for x in range(observed + 1) if second >= x)
    return Fraction(first * second, vehicles), Fraction(below, whole)


def vehicles_needed(size: int, members: int, *, level: float = 0.05) -> int:
    """How many vehicles of one size it takes until an average pair's zero would surprise, members drawn uniformly.

    Notes
    -----
    The least v with (1 − k(k−1)/(n(n−1)))^v ≤ level, since one vehicle of k of n members holds a given pair with chance
    k(k−1)/(n(n−1)).
    """
    chance = size * (size - 1) / (members * (members - 1))
    return ceil(log(level) / log(1 - chance))


def gravity(
    masses: Mapping[Any, float], weight: float, *, beta: float = 1.0, gamma: float = 0.0,
    distance: Mapping[frozenset[Any], float] | None = None,
) -> dict[frozenset[Any], float]:  # fmt: skip
    """Expect big members to work with big and near ones: W(m_a·m_b)^β·d_ab^−γ over the sum of all pairs.

    Notes
    -----
    With 30 vehicles or more β may be fitted (`fitted_beta`); with fewer β = 1 and γ = 0 are assumptions.
    """
    raw = {
        frozenset(pair): (masses[pair[0]] * masses[pair[1]]) ** beta
        * ((distance or {}).get(frozenset(pair), 1.0) ** -gamma)
        for pair in combinations(masses, 2)
    }  # fmt: skip
    total = sum(raw.values())
    return {pair: weight * value / total for pair, value in raw.items()} if total else dict.fromkeys(raw, 0.0)


def gravity_share(masses: Mapping[Any, float], pole: Any, *, beta: float = 1.0) -> float:
    """Give the pole tie share T that gravity expects.

    Notes
    -----
    Σ_b E_pb / Σ_ab E_ab with the E of `gravity`. Reads as the T that size alone would give.
    """
    return sum(value for pair, value in gravity(masses, 1.0, beta=beta).items() if pole in pair)


def fitted_beta(masses: Mapping[Any, float], weights: Mapping[frozenset[Any], float], vehicles: int) -> float:
    """Fit β by Poisson pseudo maximum likelihood if there are at least 30 vehicles, else give 1.

    References
    ----------
    Santos Silva and Tenreyro 2006, 10.1162/rest.88.4.641.
    """
    if vehicles < 30:
        return 1.0
    pairs = [frozenset(pair) for pair in combinations(masses, 2)]
    x = [sum(log(masses[m]) for m in pair) for pair in pairs]
    y = [weights.get(pair, 0.0) for pair in pairs]
    share_of = sum(y)
    moment, beta = sum(a * b for a, b in zip(x, y, strict=True)) / share_of, 1.0
    top = max(x)
    for _ in range(100):
        raw = [2.718281828459045 ** (beta * (value - top)) for value in x]
        total = sum(raw)
        mean = sum(a * b for a, b in zip(x, raw, strict=True)) / total
        variance = sum((a - mean) ** 2 * b for a, b in zip(x, raw, strict=True)) / total
        step = (moment - mean) / variance if variance > 0 else 0.0
        beta += max(-1.0, min(1.0, step))
        if abs(step) < 1e-12:
            break
    return beta


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Give the p-values adjusted for their number (false discovery rate).

    References
    ----------
    Benjamini and Hochberg 1995, Controlling the false discovery rate.
    """
    order = sorted(range(len(p_values)), key=lambda i: p_values[i], reverse=True)
    adjusted, least = [0.0] * len(p_values), 1.0
    for place, i in enumerate(order):
        least = min(least, p_values[i] * len(p_values) / (len(p_values) - place))
        adjusted[i] = least
    return adjusted
