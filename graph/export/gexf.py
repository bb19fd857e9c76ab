"""Export as GEXF 1.2, for Gephi: one node an entity, one edge a tie, coloured by class."""

from __future__ import annotations

import re
from pathlib import Path

import networkx as nx

from graph.export.files import put
from graph.export.network import colours, network
from graph.facts import Facts

SUFFIX = ".gexf"
_STAMP = re.compile(r' lastmodifieddate="[^"]*"')
_SIZE = 10.0


def write(facts: Facts, out: Path) -> list[Path]:
    """Write the file."""
    graph = network(facts)
    shown = colours()
    for _, attributes in graph.nodes(data=True):
        if attributes["class"] in shown:
            red, green, blue = bytes.fromhex(shown[attributes["class"]][0].lstrip("#"))
            attributes["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": _SIZE}
    text = "\n".join(nx.generate_gexf(graph, prettyprint=True, version="1.2draft"))
    return [put(out, _STAMP.sub("", text, count=1) + "\n")]
