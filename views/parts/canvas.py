"""Draws a neighbourhood with the vis-network that pyvis bundles, in a small component; clicks come back to Python."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from ontology.errors import PolecoreError
from views.parts import address
from views.parts.layout import Place, columns, place
from views.parts.neighbourhood import Neighbourhood
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import Vocabulary
from views.parts.wording import listed, say

_ICONS = {
    "in": "M8 2v12M2 8h12",
    "out": "M2 8h12",
    "fit": "M3 8h10M8 3v10M3 8l2-2M3 8l2 2M13 8l-2-2M13 8l-2 2M8 3L6 5M8 3l2 2M8 13l-2-2M8 13l2-2",
    "full": "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
}
_BUTTONS = "".join(
    f'<button data-act="{act}"><svg viewBox="0 0 16 16"><path d="{path}"/></svg></button>'
    for act, path in _ICONS.items()
)
HTML = (
    '<div class="pc-graph" role="application" tabindex="0"><div class="pc-canvas"></div>'
    f'<div class="pc-tools">{_BUTTONS}</div><div class="pc-legend"></div></div>'
)
KEY = "explore_canvas"
LABEL_LENGTH = 20
CAPTIONS_UP_TO = 24
ARROWS_UP_TO = 80
SENT, HEARD = "sent", "heard"
_SOURCE_MAP = "//# sourceMappingURL"
_SPARE = """export default function () {
  const run = () => globalThis.vis?.Network || globalThis.polecoreVis();
  (globalThis.requestIdleCallback ?? setTimeout)(run);
}
"""


@cache
def library() -> str:
    """Read vis-network out of pyvis; it makes itself known to the whole page, when it is first needed or time is spare.

    To run it takes a browser as long as to show the rest of the first screen, on which nothing is drawn yet.
    """
    import pyvis

    found = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-9*/vis-network.min.js"))
    if not found:
        raise PolecoreError(
            "pyvis is installed without its copy of vis-network; install the packages again (make setup)"
        )
    bundled = found[-1].read_text(encoding="utf-8").partition(_SOURCE_MAP)[0]
    return f"globalThis.polecoreVis ??= () => {{\n{bundled}\n}};\n{_SPARE}"


@cache
def _loader() -> Any:
    return st.components.v2.component("polecore_vis", js=library())


def load(key: str = "polecore_vis") -> None:
    """Bring the library to the browser; once on a page that draws, and outside of the fragment in which it draws.

    A component carries its script with every rerun: with half a megabyte of library in it each click would, too.
    """
    _loader()(key=key)


@cache
def _renderer() -> Any:
    script = Path(__file__).with_name("graph.js").read_text(encoding="utf-8")
    css = Path(__file__).with_name("graph.css").read_text(encoding="utf-8")
    return st.components.v2.component("polecore_graph", html=HTML, css=css, js=script)


def shorten(name: str) -> str:
    """Cut a long name for the picture; the panel and the tooltip have the whole."""
    return name if len(name) <= LABEL_LENGTH else name[: LABEL_LENGTH - 1] + "…"


def positions(snapshot: Snapshot, part: Neighbourhood, vocabulary: Vocabulary) -> dict[str, Place]:
    """Place the entities of a neighbourhood: siblings by class, then name."""
    order = {label: number for number, label in enumerate(vocabulary.classes())}

    def rank(entity: str) -> tuple[int, str]:
        record = snapshot.entities[entity]
        return (order.get(record.label, len(order)), record.name)

    if part.ranked:
        return columns(part.depth, rank)
    labels = {entity: shorten(snapshot.entities[entity].name) for entity in part.depth}
    ends = [(snapshot.ties[key].source, snapshot.ties[key].target) for key in part.ties]
    return place(part.centre, part.parent, labels, rank, ends)


def payload(
    snapshot: Snapshot, part: Neighbourhood, vocabulary: Vocabulary, language: str, *, height: int = 640
) -> dict[str, Any]:
    """Give what the component draws; the signature tells it whether anything has changed."""
    places = positions(snapshot, part, vocabulary)
    hubs = set(part.parent.values())
    nodes = [_node(snapshot, part, entity, places[entity], entity in hubs, vocabulary, language) for entity in places]
    counts = Counter(snapshot.entities[entity].label for entity in part.depth)
    legend = [
        {
            "caption": vocabulary.class_caption(label, language),
            "colour": vocabulary.colour(label),
            "shape": vocabulary.shape(label),
            "count": counts[label],
        }
        for label in sorted(counts, key=lambda label: (-counts[label], label))
    ]
    words = {key: say(f"canvas.{key}", language) for key in ("in", "out", "fit", "full", "label", "stated", "derived")}
    edges = _edges(snapshot, part, vocabulary, language)
    drawn = {"nodes": nodes, "edges": edges, "legend": legend, "words": words, "height": height}
    drawn["captions"] = len(edges) <= CAPTIONS_UP_TO
    return sign(drawn)


def _node(
    snapshot: Snapshot, part: Neighbourhood, entity: str, spot: Place, hub: bool, vocabulary: Vocabulary, language: str
) -> dict[str, Any]:
    record = snapshot.entities[entity]
    centre = entity == part.centre
    aliases = listed(record.aliases[:6], language)
    lines = [record.name, vocabulary.class_caption(record.label, language), aliases]
    lines.append(say("canvas.ties", language, count=snapshot.degree(entity)))
    return {
        "id": entity,
        "text": shorten(record.name),
        "title": "\n".join(line for line in lines if line),
        "x": spot.x,
        "y": spot.y,
        "side": spot.side,
        "colour": vocabulary.colour(record.label),
        "shape": vocabulary.shape(record.label),
        "size": 24 if centre else 11 if hub else 7,
        "border": 3 if centre else 2 if entity in part.pinned else 1,
        "pinned": entity in part.pinned,
        "fontSize": 17 if centre else 14 if hub else 13,
        "bold": centre or hub,
        "degree": snapshot.degree(entity),
    }


def _edges(snapshot: Snapshot, part: Neighbourhood, vocabulary: Vocabulary, language: str) -> list[dict[str, Any]]:
    arrows = len(part.ties) <= ARROWS_UP_TO
    beside: Counter[frozenset[str]] = Counter()
    total = Counter(frozenset((snapshot.ties[key].source, snapshot.ties[key].target)) for key in part.ties)
    edges = []
    for key in part.ties:
        tie = snapshot.ties[key]
        pair = frozenset((tie.source, tie.target))
        number = beside[pair]
        beside[pair] += 1
        # several ties of one pair fan out, and a derived one keeps clear of the path that it was drawn from; the bend
        # turns with the direction, so ties that run back do not cross
        bend = (number - (total[pair] - 1) / 2) * 0.22 if total[pair] > 1 else 0.16 * tie.derived
        if tie.source > tie.target:
            bend = -bend
        outer = tie.source if part.depth[tie.source] >= part.depth[tie.target] else tie.target
        caption = vocabulary.tie_caption(tie.type, language)
        origin = say("canvas.derived" if tie.derived else "canvas.stated", language)
        ends = f"{snapshot.entities[tie.source].name} → {snapshot.entities[tie.target].name}"
        edges.append(
            {
                "id": key,
                "from": tie.source,
                "to": tie.target,
                "label": caption,
                "title": f"{caption} · {origin} · {tie.confidence:.2f}\n{ends}",
                "colour": vocabulary.colour(snapshot.entities[outer].label),
                "opacity": round(0.25 + 0.35 * tie.confidence, 2),
                "width": 1.4,
                "derived": tie.derived,
                "directed": arrows and not vocabulary.undirected(tie.type),
                "bend": round(bend, 3),
            }
        )
    return edges


def fresh(events: Any, heard: int) -> tuple[list[dict[str, str]], int]:
    """Give the events that were not heard before, in their order, and the number of the last one.

    Two events that follow each other closely may reach Python in one message, of which only the last value counts; so
    the browser sends its last few events each time, numbered.
    """
    found = []
    for event in events if isinstance(events, list) else []:
        if not isinstance(event, dict) or not isinstance(event.get("serial"), int | float):
            continue
        if event["serial"] > heard and isinstance(event.get("id"), str):
            heard = int(event["serial"])
            found.append({"kind": str(event.get("kind")), "id": event["id"]})
    return found, heard


def draw(
    drawn: dict[str, Any],
    selected: tuple[str, str],
    on_event: Callable[[dict[str, str]], None],
    *,
    key: str = KEY,
) -> None:
    """Mount the component; ``on_event`` gets ``{kind, id}``: node, tie, none, expand, centre, hide or pin.

    A picture that the browser has is not sent again: a click then costs little however large the picture is.
    """
    sent, heard = f"{key}:{SENT}", f"{key}:{HEARD}"

    def changed() -> None:
        # the browser's URL may be from before the last click, also where it only asks for the picture again
        address.hold()
        events, st.session_state[heard] = fresh(st.session_state[key].get("events"), st.session_state.get(heard, 0))
        for event in events:
            if event["kind"] == "again":
                st.session_state.pop(sent, None)
            else:
                on_event(event)

    known = st.session_state.get(sent) == drawn["signature"]
    st.session_state[sent] = drawn["signature"]
    data: dict[str, Any] = {"signature": drawn["signature"]} if known else dict(drawn)
    data["selected"] = {"kind": selected[0], "id": selected[1]}
    data["heard"] = st.session_state.get(heard, 0)
    _renderer()(key=key, data=data, height=drawn["height"], on_events_change=changed)


def sign(drawn: dict[str, Any]) -> dict[str, Any]:
    """Add the signature, by which the component tells whether anything has changed."""
    drawn["signature"] = hashlib.sha256(json.dumps(drawn, sort_keys=True).encode()).hexdigest()[:16]
    return drawn
