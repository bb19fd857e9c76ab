"""The network of an analysis as a picture: the larger a mark, the greater its measure; line width is tie strength."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

import networkx as nx

from graph.projection.build import Projection
from views.parts import canvas
from views.parts.amount import number
from views.parts.layout import Place
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import Vocabulary
from views.parts.wording import listed, register, say

SMALLEST, LARGEST, NAMED = 6.0, 30.0, 6
_STEP, _ASPECT = 74.0, 1.5
register(
    {
        "network.unknown": ("无值", "no value"),
        "network.tie": ("{a} — {b}\n强度 {weight}：{vehicles}", "{a} — {b}\nstrength {weight}: {vehicles}"),
        "network.empty": (
            "此范围内没有联系可画；文件没有记载，不等于没有合作。",
            "There are no ties to draw in this scope. The documents record none, which does not mean that there are "
            "none.",
        ),
    }
)


def places(graph: nx.Graph[Any], pole: str | None) -> dict[str, Place]:
    """Place a network: with a pole, the others around it; else each connected part by springs, side by side."""
    if pole is not None and pole in graph:
        around = [node for node in graph if node != pole]
        found = {pole: Place(0.0, 0.0, "b")}
        for index, node in enumerate(around):
            turn = 2 * math.pi * index / max(len(around), 1) - math.pi / 2
            x, y = round(330 * math.cos(turn), 1), round(230 * math.sin(turn), 1)
            found[node] = Place(x, y, "b")
        return found
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    boxes = [(part, _part(graph, part)) for part in parts]
    return _packed(boxes)


def _part(graph: nx.Graph[Any], part: list[str]) -> dict[str, tuple[float, float]]:
    if len(part) == 1:
        return {part[0]: (0.0, 0.0)}
    import rustworkx

    drawn: rustworkx.PyGraph[str, None] = rustworkx.PyGraph(multigraph=False)
    index = {node: drawn.add_node(node) for node in part}
    drawn.add_edges_from_no_data([(index[a], index[b]) for a, b in sorted(graph.subgraph(part).edges)])
    points = rustworkx.spring_layout(drawn, seed=7, num_iter=150, k=1.6 / math.sqrt(len(part)))
    scale = _STEP * math.sqrt(len(part))
    return {node: (points[i][0] * scale * 1.3, points[i][1] * scale) for node, i in index.items()}


def _packed(boxes: list[tuple[list[str], dict[str, tuple[float, float]]]]) -> dict[str, Place]:
    """Set the parts in rows, the largest first, in a frame that is about half as wide again as it is high."""
    sized = []
    for part, points in boxes:
        xs, ys = [x for x, _ in points.values()], [y for _, y in points.values()]
        sized.append((part, points, min(xs), min(ys), max(xs) - min(xs) + 190, max(ys) - min(ys) + 80))
    widest = max((width for *_, width, _ in sized), default=0.0)
    frame = max(widest, math.sqrt(sum(width * height for *_, width, height in sized) * _ASPECT))
    found: dict[str, Place] = {}
    x = y = row = 0.0
    for part, points, left, top, width, height in sized:
        if x and x + width > frame:
            x, y, row = 0.0, y + row, 0.0
        for node in part:
            at = (points[node][0] - left + x, points[node][1] - top + y)
            found[node] = Place(round(at[0], 1), round(at[1], 1), "b")
        x, row = x + width, max(row, height)
    return found


def payload(
    snapshot: Snapshot,
    projection: Projection,
    graph: nx.Graph[Any],
    values: Mapping[str, float | None],
    shown: Mapping[str, str],
    words: Vocabulary,
    language: str,
    *,
    members: bool,
    height: int = 520,
    captions: bool = False,
) -> dict[str, Any]:
    """Give what the component draws.

    Parameters
    ----------
    values : measure by node; None is drawn smallest and said in the tooltip.
    shown : what the tooltip says of a node's value and rank.
    """
    at = places(graph, projection.area.pole if members else None)
    most = max((abs(v) for v in values.values() if v is not None), default=0) or 1
    first = set(sorted(graph, key=lambda n: (-(values.get(n) or 0), n))[:NAMED])
    nodes = []
    for node in graph:
        entity = snapshot.entities.get(node)
        label, name = (entity.label, entity.name) if entity else ("", node)
        share = math.sqrt(abs(values.get(node) or 0) / most)
        size = SMALLEST + (LARGEST - SMALLEST) * share
        told = f"{name}\n{words.class_caption(label, language)}\n{shown.get(node, '')}"
        nodes.append(
            {
                "id": node, "text": canvas.shorten(name), "title": told, "x": at[node].x, "y": at[node].y,
                "side": at[node].side, "colour": words.colour(label), "shape": words.shape(label),
                "size": round(size, 1), "border": 1, "fontSize": 15 if node in first else 12, "bold": node in first,
                "degree": len(graph[node]),
            }
        )  # fmt: skip
    drawn = {
        "nodes": nodes, "edges": _edges(snapshot, projection, graph, language, bent=captions), "height": height,
        "legend": _legend(snapshot, graph, words, language),
        "words": {key: say(f"canvas.{key}", language) for key in ("in", "out", "fit", "full", "label")},
        "captions": captions, "captionSize": 19,
    }  # fmt: skip
    return canvas.sign(drawn)


def _legend(snapshot: Snapshot, graph: nx.Graph[Any], words: Vocabulary, language: str) -> list[dict[str, Any]]:
    counts = Counter(snapshot.entities[node].label for node in graph if node in snapshot.entities)
    return [
        {
            "caption": words.class_caption(label, language), "colour": words.colour(label),
            "shape": words.shape(label), "count": counts[label],
        }
        for label in sorted(counts, key=lambda label: (-counts[label], label))
    ]  # fmt: skip


def _edges(
    snapshot: Snapshot, projection: Projection, graph: nx.Graph[Any], language: str, *, bent: bool
) -> list[dict[str, Any]]:
    names = {vehicle.id: vehicle.name for vehicle in projection.vehicles + projection.governance}
    most = max((float(data["weight"]) for _, _, data in graph.edges(data=True)), default=1.0)
    found = []
    for a, b, data in sorted(graph.edges(data=True), key=lambda edge: (edge[0], edge[1])):
        weight = float(data["weight"])
        ends = [snapshot.entities[n].name if n in snapshot.entities else n for n in (a, b)]
        vehicles = listed((names.get(v, v) for v in data["vehicles"][:6]), language)
        title = say(
            "network.tie", language, a=ends[0], b=ends[1], weight=number(round(weight, 2)), vehicles=vehicles
        )  # fmt: skip
        found.append(
            {
                "id": f"{a}|{b}", "from": a, "to": b, "label": number(round(weight, 2)), "title": title,
                "colour": "#5d7189", "opacity": round(0.35 + 0.4 * weight / most, 2),
                "width": round(1 + 4 * weight / most, 2), "derived": False, "directed": False,
                # a number in the middle of a straight line would lie on the line from the pole that crosses it there
                "bend": 0.22 if bent and projection.area.pole not in (a, b) else 0,
            }
        )  # fmt: skip
    return found
