"""Who is central: the table with its intervals, and one node with all its measures, ties and their passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graph.analysis.centrality import MEASURES
from graph.projection.build import Projection
from views.parts import analysis, grid, measures, report_words
from views.parts.amount import number
from views.parts.escape import html
from views.parts.panel import Panel
from views.parts.snapshot import Snapshot
from views.parts.wording import register, say

PASSAGES = 3
register(
    {
        "ranking.ties": ("联系与其载体", "Ties and the vehicles behind them"),
        "ranking.no_ties": ("收录文件未见它的联系。", "The documents record no ties of it."),
        "ranking.click": (
            "单击图中一个节点，查看它的各项指标、联系与出处。",
            "Click a node in the picture for its measures, ties and passages.",
        ),
        "ranking.weight": ("强度 {weight}", "strength {weight}"),
        "ranking.rank": ("名次 {rank}", "rank {rank}"),
        "ranking.value": ("{measure} {value} · 名次 {rank}", "{measure} {value} · rank {rank}"),
        "ranking.only_once": ("只见于一个来源", "in one source only"),
    }
)
SHOWN = ("rank", "name", "class", "place", "value", "leave_one_out", "median_rank", "rank_90", "places", "p_top3")


def ids(graph: nx.Graph[Any], projection: Projection, rows: Sequence[Mapping[str, Any]]) -> dict[int, str]:
    """Give the node of each row, by its class and name."""
    names: dict[tuple[str, str], str] = {}
    for node in graph:
        entity = projection.entities.get(node)
        names[node.partition(":")[0], projection.area.names.get(node) or (entity.name if entity else node)] = node
    found = {number_: names.get((row["class"], row["name"])) for number_, row in enumerate(rows)}
    return {number_: node for number_, node in found.items() if node is not None}


def table(
    rows: Sequence[Mapping[str, Any]], nodes: Mapping[int, str], measure: str, snapshot: Snapshot, panel: Panel
) -> str:
    """Build the table of a measure: tied ranks as ranges, each value with its range."""
    language = panel.language
    most = max((abs(row[measure]) for row in rows if row[measure] is not None), default=0) or 1
    head = [measures.caption(measure, language) if c == "value" else report_words.column(c, language) for c in SHOWN]
    body = []
    for number_, row in enumerate(rows):
        entity = snapshot.entities.get(nodes.get(number_, ""))
        name = grid.entity_link(entity) if entity else html(row["name"])
        value = row[measure]
        width = 0 if value is None else max(1, round(60 * abs(value) / most))
        bar = "—" if value is None else f'<i class="bar" style="width:{width}px"></i>{number(round(value, 4))}'
        cells = [
            f"<b>{html(row['rank'])}</b>",
            name,
            panel.chip(row["class"]),
            _place(row["place"], snapshot, language),
            bar,
        ]
        cells += [report_words.cell(c, row[c], language) for c in SHOWN[5:]]
        body.append(cells)
    return f'<div class="pc-values">{grid.table([html(h) for h in head], body)}</div>'


def _place(place: str, snapshot: Snapshot, language: str) -> str:
    entity = snapshot.entities.get(place)
    return html(entity.name if entity else report_words.word(place, language))


def all_measures(rows: Sequence[Mapping[str, Any]], language: str) -> str:
    """Build the table of all measures side by side."""
    head = [html(report_words.column("name", language)), *(html(measures.caption(m, language)) for m in MEASURES)]
    body = [[html(row["name"]), *(report_words.cell(m, row[m], language) for m in MEASURES)] for row in rows]
    return grid.table(head, body)


def node_panel(
    node: str, graph: nx.Graph[Any], projection: Projection, row: Mapping[str, Any], panel: Panel
) -> str:  # fmt: skip
    """Build the panel of one node."""
    language, snapshot = panel.language, panel.snapshot
    entity = snapshot.entities.get(node)
    name = f"{grid.entity_link(entity)} {panel.chip(entity.label)}" if entity else html(row["name"])
    facts = "".join(
        f"<dt>{html(measures.caption(m, language))}</dt><dd>{report_words.cell(m, row[m], language)}</dd>"
        for m in MEASURES
    )
    parts = [f'<h3 class="entity-name">{name}</h3><dl class="facts">{facts}</dl>']
    parts.append(f"<h4>{say('ranking.ties', language)} <small>{len(graph[node])}</small></h4>")
    if not graph[node]:
        parts.append(f'<p class="none">{say("ranking.no_ties", language)}</p>')
    for other in sorted(graph[node], key=lambda n: (-graph[node][n]["weight"], n)):
        partner = snapshot.entities.get(other)
        shown = grid.entity_link(partner) if partner else html(other)
        weight = say("ranking.weight", language, weight=number(round(float(graph[node][other]["weight"]), 2)))
        head = f"<summary>{shown} <small>{html(weight)}</small></summary>"
        parts.append(f'<details class="tie">{head}{vehicles(node, other, graph, projection, panel)}</details>')
    return f'<div class="pc-panel">{"".join(parts)}</div>'


def vehicles(one: str, other: str, graph: nx.Graph[Any], projection: Projection, panel: Panel) -> str:
    """List the vehicles that two nodes share, each with its passages."""
    held = {v.id: v for v in projection.vehicles + projection.governance}
    known, language = analysis.passages(), panel.language
    ends = [panel.snapshot.entities[node] for node in (one, other) if node in panel.snapshot.entities]
    parts = []
    for vehicle in (held[v] for v in graph[one][other]["vehicles"] if v in held):
        once = f" <small>{say('ranking.only_once', language)}</small>" if len(vehicle.sources) == 1 else ""
        told = [known[i] for i in vehicle.evidence if i in known][:PASSAGES]
        parts.append(f"<p><b>{html(vehicle.name)}</b>{once}</p>{panel.evidence(told, ends)}")
    return "".join(parts)


def tooltips(
    rows: Sequence[Mapping[str, Any]], nodes: Mapping[int, str], measure: str, language: str
) -> dict[str, str]:  # fmt: skip
    """Say value and rank of each node for the picture."""
    found = {}
    for number_, node in nodes.items():
        row = rows[number_]
        value = "—" if row[measure] is None else number(round(row[measure], 4))
        found[node] = say(
            "ranking.value", language, measure=measures.caption(measure, language), value=value, rank=row["rank"] or "—"
        )  # fmt: skip
    return found
