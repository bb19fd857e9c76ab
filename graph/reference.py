"""Writes docs/property_graph.md, the schema that analysts build on: ``python -m graph.reference [--check]``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph import cypher
from ontology.reference import publish
from ontology.schema import Property, Schema, load_schema

PAGE = Path(__file__).resolve().parent.parent / "docs" / "property_graph.md"
_HEAD = """# The property graph

Generated from the ontology and `graph/cypher.py` by `python -m graph.reference`; edit those, not this page.

What a query finds in the store, the same in Neo4j and in the embedded store. What each class, tie and property means:
[ontology.md](ontology.md). Labels, types, property names and the form of ids stay as they are within a major version;
what is added is told in the [CHANGELOG](../CHANGELOG.md). Polecore writes and removes nodes with the label `Polecore`
only: nodes, labels and properties of your own on other nodes stay untouched, but do not hang properties of your own on
ours, because a load writes them anew.

    (:Polecore:Document)-[:HAS_PASSAGE]->(:Polecore:Passage)
    (:Polecore:Entity:…:City)-[:MENTIONED_IN {rule}]->(:Polecore:Passage)
    (:Polecore:Entity)-[:LOCATED_IN | … {key, passages, rules, confidence, …}]->(:Polecore:Entity)
    (:Polecore:Entity)-[:HAS_FIGURE]->(:Polecore:Figure)-[:MENTIONED_IN {rule}]->(:Polecore:Passage)
"""
_LIFE = """
- **id** of an entity is its class and its fullest name (`City:沈阳市`), of a document its file name, of a passage
  `document#start-end`. They are the same after every load, on every store. Neo4j's own element ids are not.
- A tie's **key** is `source id|TYPE|target id`; there is one tie of a type between two entities, whichever documents
  state it. `passages` holds the ids of the passages that do: no tie is without one, unless `derived` is true.
- An undirected tie is stored once; ask for it without an arrow.
- A property that has no value is absent. Dates are texts (`2023`, `2023-11`, `2023-11-05`), which sort as they should.
- `Ledger` and `Store` nodes are bookkeeping: ask for `:Entity`, `:Figure`, `:Passage` or `:Document`, not for all.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A query of the page; it is run by the tests on every store."""

    zh: str
    en: str
    text: str


EXAMPLES = (
    Example(
        "园区及其所在城市",
        "Zones and their cities",
        """
MATCH (z:Zone)-[:LOCATED_IN]->(c:City)
RETURN c.name AS city, collect(z.name) AS zones ORDER BY city
""".strip(),
    ),
    Example(
        "按名称或别名查找",
        "An entity by any of its names",
        """
MATCH (e:Entity) WHERE e.name = $name OR $name IN e.aliases
RETURN e.id AS id, e.label AS class, e.documents AS documents
""".strip(),
    ),
    Example(
        "城市之间的合作（无向）",
        "Cooperation of cities (undirected)",
        """
MATCH (a:City)-[r:COLLABORATES_WITH]-(b:City) WHERE a.id < b.id
RETURN a.name AS a, b.name AS b, r.confidence AS confidence ORDER BY a, b
""".strip(),
    ),
    Example(
        "一条联系的出处",
        "The passages behind a tie",
        """
MATCH (a:Entity)-[r]->(b:Entity) WHERE r.key = $key
UNWIND r.passages AS id
MATCH (d:Document)-[:HAS_PASSAGE]->(p:Passage {id: id})
RETURN d.name AS document, p.section AS section, p.paragraph AS paragraph, p.text AS text
""".strip(),
    ),
    Example(
        "目标与实际",
        "Targets beside what was reached",
        """
MATCH (e:Entity)-[:HAS_FIGURE]->(t:Figure {kind: 'target'}),
           (e)-[:HAS_FIGURE]->(a:Figure {kind: 'actual'})
WHERE a.indicator = t.indicator
RETURN e.name AS name, t.indicator AS indicator, a.year AS year, a.value AS actual, t.year AS due,
           t.value AS target
ORDER BY name, indicator, year, due
""".strip(),
    ),
    Example(
        "只用文件直接陈述的、较可靠的联系",
        "Only stated ties, the surer ones",
        """
MATCH (a:Entity)-[r]->(b:Entity) WHERE NOT r.derived = true AND r.confidence >= 0.9
RETURN type(r) AS tie, count(r) AS number ORDER BY number DESC, tie
""".strip(),
    ),
)


def page(schema: Schema) -> str:
    """Write the page."""
    return "".join(
        (
            _HEAD,
            _LIFE,
            "\n## Nodes · 节点\n\n",
            *_nodes(schema),
            "\n## Ties · 联系\n\n",
            *_ties(schema),
            "\n## Constraints and indexes of a Neo4j server · 约束与索引\n\n",
            *_indexes(),
            "\n## Examples · 示例\n",
            *_examples(),
        )
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _nodes(schema: Schema) -> Iterator[str]:
    common = ("id*", "name*", "label*", "aliases", "documents", "search_key")
    told = ", ".join(f"`{name.rstrip('*')}`{'*' if name.endswith('*') else ''}" for name in common)
    yield f"Every entity carries {told}; every other node an `id`*, a document its `name`*.\n\n"
    yield _row("labels", "zh", "properties (* always there)")
    yield "|---|---|---|\n"
    kinds = [*schema.entity_types.values(), *schema.evidence_types.values()]
    for node in kinds:
        labels = ":".join(("Polecore", *(name for name in schema.labels_of(node.name) if name != "Polecore")))
        slots = ", ".join(_slot(slot) for slot in schema.literals_of(node.name))
        yield _row(f"`:{labels}`", node.label_zh, slots)


def _slot(slot: Property) -> str:
    kind = f"list of {slot.datatype}" if slot.many else slot.datatype
    return f"`{slot.name}`{'*' if slot.required else ''} {kind}"


def _ties(schema: Schema) -> Iterator[str]:
    carried = ", ".join(_slot(slot) for slot in schema.properties.values() if "Tie" in slot.domain)
    yield f"Every tie between entities carries {carried}.\n\n"
    yield _row("type", "zh", "from", "to", "")
    yield "|---|---|---|---|---|\n"
    for tie in schema.relation_types.values():
        ends = (", ".join(sorted(tie.domain)), ", ".join(sorted(tie.range)))
        yield _row(f"`{tie.name}`", tie.label_zh, *ends, "undirected" if tie.symmetric else "")
    yield "\nNot every pair of these classes goes together; [ontology.md](ontology.md) lists the pairs.\n"


def _indexes() -> Iterator[str]:
    yield "Made and checked before the first write.\n\n"
    for text in (*cypher.CONSTRAINTS.values(), *cypher.INDEXES.values()):
        yield f"    {text}\n"


def _examples() -> Iterator[str]:
    for example in EXAMPLES:
        yield f"\n{example.zh} · {example.en}\n\n```cypher\n{example.text}\n```\n"


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` tell whether it is up to date."""
    return publish(page(load_schema()), PAGE, "graph.reference", arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
