"""Export as one HTML file that works without a network: the graph, search, legend, evidence on click."""

from __future__ import annotations

import html
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import rustworkx as rx
from pyvis.network import Network

from graph.export.files import printable, put
from graph.export.network import said
from graph.facts import Evidence, Facts
from graph.layout.wording import say
from ontology.errors import QueryError
from ontology.schema import load_schema

SUFFIX = ".html"
MOST = 3000
_PAGE = Path(__file__).with_name("page.html")
_EXTERNAL = re.compile(r"<link\b[^>]*?/?>|<script\b[^>]*\bsrc=[^>]*>\s*</script>|<!--.*?-->", re.DOTALL)
_ADDRESS = re.compile(r"https?://(?!www\.w3\.org/)")
_POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-inline'; "
    "style-src 'unsafe-inline'; img-src data: blob:\">"
)
_OPTIONS = {
    "physics": {"enabled": False},
    "interaction": {"hover": True, "hideEdgesOnDrag": True, "multiselect": False},
    "edges": {"smooth": False, "color": {"opacity": 0.45}, "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}}},
    "nodes": {"scaling": {"label": {"drawThreshold": 8, "maxVisible": 20}}, "borderWidth": 1},
}
_WORDS = {"also": "html.also", "between": "between", "figures": "html.figures", "evidence": "html.evidence"}
_CODES = {"zh": "zh-Hans", "en": "en"}
_SEED, _ROUNDS, _ROOM = 20, 300, 150.0


def write(facts: Facts, out: Path, language: str = "zh") -> list[Path]:
    """Write the page, its captions in ``zh`` or ``en``; names and quotations stay as documents write them.

    Raises
    ------
    QueryError
        if there are more entities than a browser shows with ease.
    """
    return [put(out, page(facts.sorted(), language))]


def page(facts: Facts, language: str = "zh") -> str:
    """Compose the page."""
    if len(facts.entities) > MOST:
        raise QueryError(
            f"{len(facts.entities):,} entities are more than the {MOST:,} that a page shows; narrow the selection"
        )
    net = Network(cdn_resources="in_line", directed=True, height="100vh", width="100%")
    net.set_options(json.dumps(_OPTIONS))
    schema = load_schema()
    places = _places(facts)
    ties = Counter(end for r in facts.relations for end in (r.source, r.target))
    numbers = {entity.id: number for number, entity in enumerate(facts.entities)}
    for entity in facts.entities:
        type_ = schema.node_types.get(entity.label) or schema.node_types["Entity"]
        weight = min(ties[entity.id], 60)
        x, y = places[entity.id]
        net.add_node(
            numbers[entity.id], label=_shown(entity.name), x=x, y=y, shape=type_.shape, color=type_.colour,
            size=6 + weight**0.5 * 2.5, font={"size": 11 + weight**0.5 * 8},
        )  # fmt: skip
    for number, relation in enumerate(facts.relations):
        # pyvis would look through all nodes for each edge
        net.edges.append(
            {
                "id": f"e{number}",
                "from": numbers[relation.source],
                "to": numbers[relation.target],
                "dashes": relation.derived,
                "color": {"color": "#8A94A3"},
            }
        )
    text = _EXTERNAL.sub("", net.generate_html())
    text = _ADDRESS.sub("", text).replace("<head>", f"<head>{_POLICY}<title>Polecore</title>", 1)
    ours = _PAGE.read_text(encoding="utf-8")
    ours = ours.replace("<!-- legend -->", _legend(facts, language)).replace(
        "<!-- find -->", say("html.find", language)
    )
    ours = ours.replace("/* words */ null", _json({name: say(key, language) for name, key in _WORDS.items()}))
    ours = ours.replace("/* details */ null", _json(_details(facts, language)))
    return text.replace("<html>", f'<html lang="{_CODES[language]}">', 1).replace("</body>", f"{ours}</body>")


def _shown(name: str) -> str:
    text = printable(name).replace("\n", " ")
    return text if len(text) <= 18 else text[:17] + "…"


def _places(facts: Facts) -> dict[str, tuple[float, float]]:
    """Lay each connected part out by springs, the same way each time, and set the parts side by side."""
    graph: Any = rx.PyGraph()
    numbers = {e.id: graph.add_node(e.id) for e in facts.entities}
    graph.add_edges_from([(numbers[r.source], numbers[r.target], 1.0) for r in facts.relations])
    parts = sorted((sorted(part) for part in rx.connected_components(graph)), key=lambda p: (-len(p), p))
    places: dict[str, tuple[float, float]] = {}
    left, top, row, across = 0.0, 0.0, 0.0, 0.0
    for part in parts:
        found = rx.spring_layout(graph.subgraph(part), seed=_SEED, num_iter=_ROUNDS, k=2.6 / len(part) ** 0.5)
        side = _ROOM * len(part) ** 0.5
        across = across or side
        if left + side > max(across, side) + 1:
            left, top, row = 0.0, top + row, 0.0
        spots = np.array([found[n] for n in range(len(part))])
        low, high = spots.min(axis=0), spots.max(axis=0)
        scaled = (spots - low) / np.where(high > low, high - low, 1.0) * (side - _ROOM * 0.6)
        for number, (x, y) in zip(part, scaled, strict=True):
            places[graph[number]] = round(left + float(x), 1), round(top + float(y) * 0.75, 1)
        left, row = left + side, max(row, side * 0.75)
    return places


def _legend(facts: Facts, language: str) -> str:
    counts = Counter(e.label for e in facts.entities)
    types = load_schema().entity_types
    rows = [
        f'<li><i class="{types[label].shape}" style="--c:{types[label].colour}"></i>'
        f"{html.escape(_class(label, language))} <b>{number}</b></li>"
        for label, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        if label in types
    ]
    return "".join(rows)


def _class(label: str, language: str) -> str:
    """Name a class of entities or relations as the ontology does."""
    schema = load_schema()
    type_ = schema.entity_types.get(label) or schema.relation_types.get(label)
    return label if type_ is None else type_.label_zh if language == "zh" else type_.label_en


def _details(facts: Facts, language: str) -> dict[str, Any]:
    figures: defaultdict[str, list[str]] = defaultdict(list)
    for figure in facts.figures:
        figures[figure.entity].append(said(figure, language))
    names = {e.id: e.name for e in facts.entities}
    nodes = [
        {
            "name": e.name,
            "also": list(e.aliases),
            "class": _class(e.label, language),
            "figures": figures[e.id],
            "evidence": _cited(e.evidence, language),
        }
        for e in facts.entities
    ]
    edges = {
        f"e{number}": {
            "name": f"{names[r.source]} — {names[r.target]}",
            "class": _class(r.type, language),
            "note": say("html.sure.derived" if r.derived else "html.sure", language, share=f"{r.confidence:.2f}"),
            "evidence": _cited(r.evidence, language),
        }
        for number, r in enumerate(facts.relations)
    }
    return {"nodes": nodes, "edges": edges}


def _cited(evidence: Iterable[Evidence], language: str) -> list[list[str]]:
    return [
        [
            say("html.place", language, document=e.document, paragraph=e.paragraph, start=e.start, end=e.end),
            e.section,
            e.quote,
        ]
        for e in dict.fromkeys(evidence)
    ]


def _json(value: Any) -> str:
    """Write JSON that cannot end the script that it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return _ADDRESS.sub(lambda found: found.group().replace("/", "\\u002f"), text)
