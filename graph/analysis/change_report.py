"""What would change, from two projections to an answer: metrics, centralities and roles, gaps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graph.analysis import whatif
from graph.analysis.answer import Answer, exact, number, span
from graph.analysis.brokerage import brokerage
from graph.analysis.centrality import MEASURES, Rank, Values, ranks
from graph.analysis.centrality_report import RESAMPLED_NODES, groups_of
from graph.analysis.gaps import Gap, chain_gaps, link_gaps
from graph.analysis.ground import Ground
from graph.analysis.layout_report import vehicle_rows
from graph.analysis.naming import NETWORKS, all_evidence, date_notes, evidence_of, graph_of, name_of
from graph.analysis.note_wording import Notes
from graph.projection.build import Projection
from graph.store import Progress, Rows

_ROLES = ("coordinator", "itinerant", "gatekeeper", "liaison")


def change(
    before: Projection,
    after: Projection,
    what: Sequence[str],
    *,
    seed: int = 0,
    top: int = 100,
    language: str = "en",
    progress_: Progress | None = None,
) -> Answer:
    """Tell what would change: before, after, difference, and the range with one vehicle left out.

    Parameters
    ----------
    what : the changes in words, as they were asked for.
    language : of the notes, ``zh`` or ``en``.
    """
    if progress_ is not None:
        progress_("before and after", 0, 3)
    changes, evidence = whatif.compare(before, after, seed=seed), all_evidence(before)
    rows = [
        (c.metric, number(c.before), number(c.after), number(c.difference), exact(c.before), exact(c.after),
         span(*c.range_before), span(*c.range_after), evidence)
        for c in changes
    ]  # fmt: skip
    columns = ("metric", "before", "after", "difference", "exact_before", "exact_after", "range_before", "range_after",
               "evidence")  # fmt: skip
    if progress_ is not None:
        progress_("before and after", 1, 3)
    tables = {
        "changes": Rows(columns, tuple(rows)),
        "closed": _closed(before, after, seed),
        "centrality": _moved(before, after, top),
        "vehicles": vehicle_rows(after),
    }
    lead = next((c for c in changes if c.metric == "pole_tie_share"), None)
    said = f"{whatif.WORDING}：T {number(lead.before)} → {number(lead.after)}（算术推演，不是预测）。" if lead else ""
    parameters: dict[str, Any] = {"changes": list(what), "seed": seed, "top": top}
    projection = {**after.describe(), "before": before.describe()}
    notes = Notes(language)
    notes.add("arithmetic")
    notes.lines += date_notes(before, language)
    if tables["centrality"].truncated:
        notes.add("changed.cut")
    return Answer("what if: " + "; ".join(what), parameters, projection, tables, {"zh": said}, tuple(notes.lines))


def _closed(before: Projection, after: Projection, seed: int) -> Rows:
    old, new = (_gaps(Ground(p, seed=seed)) for p in (before, after))
    rows = [("closed", key[1], "、".join(key[2]), key[0], key[3], list(old[key].evidence))
            for key in sorted(old.keys() - new.keys())]  # fmt: skip
    rows += [("opened", key[1], "、".join(key[2]), key[0], key[3], list(new[key].evidence))
             for key in sorted(new.keys() - old.keys())]  # fmt: skip
    return Rows(("link_gap", "field", "members", "list", "kind", "evidence"), tuple(rows))


def _gaps(ground: Ground) -> dict[tuple[str, str, tuple[str, ...], str], Gap]:
    found = [*link_gaps(ground), *chain_gaps(ground)]
    return {(g.list, g.field, g.members, g.kind if g.list == "chain" else ""): g for g in found}


def _values(projection: Projection, network: str) -> Mapping[str, Values]:
    graph: nx.Graph[Any] = graph_of(projection, network)
    if graph.number_of_nodes() > RESAMPLED_NODES:
        return {}
    found = {name: measure(graph) for name, measure in MEASURES.items()}
    if network == "organisations":
        roles = brokerage(graph, groups_of(projection, graph))
        for role in _ROLES:
            found[role] = {node: roles[node].undirected[role] for node in graph}
    return found


def _moved(before: Projection, after: Projection, top: int) -> Rows:
    """List the nodes whose value of a measure changes, with their ranks."""
    rows = []
    for network in reversed(NETWORKS):
        old, new = _values(before, network), _values(after, network)
        for measure in old:
            values = old[measure], new.get(measure, {})
            places = ranks(values[0]), ranks(values[1])
            for node in dict.fromkeys((*values[0], *values[1])):
                first, second = (v.get(node) for v in values)
                if _differs(first, second):
                    rows.append((
                        network, name_of(before if node in values[0] else after, node), measure, number(first),
                        number(second), None if first is None or second is None else number(second - first),
                        _shown(places[0].get(node)), _shown(places[1].get(node)),
                        evidence_of(before, node, network) if node in values[0] else [],
                    ))  # fmt: skip
    columns = ("network", "name", "measure", "before", "after", "difference", "rank_before", "rank_after",
               "evidence")  # fmt: skip
    return Rows(columns, tuple(rows[:top]), truncated=len(rows) > top)


def _differs(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is not second
    return abs(first - second) > 1e-9


def _shown(rank: Rank | None) -> str:
    return str(rank) if rank is not None else ""
