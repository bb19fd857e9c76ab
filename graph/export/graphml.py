"""Export as GraphML, for yEd, Cytoscape, igraph and NetworkX: one node an entity, one edge a tie."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from graph.export.files import put
from graph.export.network import network
from graph.facts import Facts

SUFFIX = ".graphml"


def write(facts: Facts, out: Path) -> list[Path]:
    """Write the file."""
    lines = nx.generate_graphml(network(facts), prettyprint=True, named_key_ids=True, edge_id_from_attribute="id")
    return [put(out, '<?xml version="1.0" encoding="utf-8"?>\n' + "\n".join(lines) + "\n")]
