"""Writes docs/ontology.md from the ontology: ``python -m ontology.reference [--check]``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from ontology.schema import Industries, NodeType, Property, RelationType, Schema, load_industries, load_schema

PAGE = Path(__file__).resolve().parent.parent / "docs" / "ontology.md"
_HEAD = """# The model

Generated from `ontology/*.ttl` by `python -m ontology.reference`; edit the Turtle, not this page.

What may exist in the graph is written once, as OWL (`ontology/innovation.ttl`), SKOS (`ontology/industries.ttl`) and
SHACL (`ontology/shapes.ttl`). Labels, relationship types, constraints, checks before a write, captions, colours and
the RDF export are read from there: a class is added by editing Turtle only. Names in `code` are those of the stores
and of the exchange format.
"""
_FACTS = """
A relationship has no life without evidence: each is backed by passages (document, section, paragraph, characters,
rule), or, if it was derived, by the relationships that it was drawn from, and it carries a confidence from 0 to 1. In
RDF it is also a statement (`pc:Tie`) that was derived, in the sense of PROV-O, from its passages.
"""


def page(schema: Schema, industries: Industries) -> str:
    """Write the page."""
    return "".join(
        (
            _HEAD,
            "\n## Classes · 类\n\n",
            *_classes(schema),
            "\n## Relationships · 关系\n",
            _FACTS,
            *_relations(schema),
            "\n## Evidence · 证据\n\n",
            *_evidence(schema),
            "\n## Properties · 属性\n\n",
            *_properties(schema),
            "\n## Industries · 产业\n\n",
            *_industries(industries),
        )
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |\n"


def _codes(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _classes(schema: Schema) -> Iterator[str]:
    yield _row("class", "zh", "en", "what it covers", "under", "aligned with")
    yield "|---|---|---|---|---|---|\n"
    for node in sorted(schema.node_types.values(), key=_place):
        if node.role == "entity":
            name = f"*{node.name}*" if node.abstract else f"`{node.name}`"
            covers = f"{node.definition_zh}<br>{node.definition_en}"
            yield _row(name, node.label_zh, node.label_en, covers, _codes(node.superclasses[:1]), _codes(node.aligned))
    yield "\nClasses in *italics* are abstract: a node carries their label besides that of its own class.\n"


def _place(node: NodeType) -> tuple[tuple[str, ...], bool, str]:
    """Sort each superclass before the classes under it."""
    path = (*reversed(node.superclasses), node.name)
    return (path if node.abstract else path[:-1], not node.abstract, node.name)


def _relations(schema: Schema) -> Iterator[str]:
    for relation in schema.relation_types.values():
        yield f"\n### `{relation.name}` {relation.label_zh} · {relation.label_en}\n\n"
        yield f"{relation.definition_zh}  \n{relation.definition_en}\n\n"
        yield f"- From the other end: {relation.inverse_zh} · {relation.inverse_en}\n"
        if relation.symmetric:
            yield "- Undirected: stored once, whichever end comes first\n"
        if relation.aligned:
            yield f"- Aligned with {_codes(relation.aligned)}\n"
        yield from (f"- {line}\n" for line in _pairs(relation))


def _pairs(relation: RelationType) -> Iterator[str]:
    targets: dict[str, tuple[str, ...]] = {
        source: tuple(sorted(b for a, b in relation.pairs if a == source)) for source in sorted(relation.domain)
    }
    ordered = sorted(targets, key=lambda source: (targets[source], source))
    for ends, sources in groupby(ordered, key=lambda source: targets[source]):
        yield f"{_codes(sources)} → {_codes(ends)}"


def _evidence(schema: Schema) -> Iterator[str]:
    for node in schema.evidence_types.values():
        yield f"- `{node.name}` {node.label_zh}: {node.definition_en}\n"
    for relation in schema.evidence_relations.values():
        special = relation.domain - set(schema.entity_types)
        ends = (["any entity"] if special != relation.domain else []) + [f"`{name}`" for name in sorted(special)]
        path = f"From {' or '.join(ends)} to {_codes(sorted(relation.range))}."
        yield f"- `{relation.name}` {relation.label_zh}: {relation.definition_en} {path}\n"


def _properties(schema: Schema) -> Iterator[str]:
    yield _row("property", "zh", "type", "meaning", "of")
    yield "|---|---|---|---|---|\n"
    for slot in schema.properties.values():
        meaning = f"{slot.definition_zh}<br>{slot.definition_en}"
        yield _row(f"`{slot.name}`", slot.label_zh, _datatype(slot), meaning, _carriers(schema, slot))


def _datatype(slot: Property) -> str:
    kind = _codes(slot.values) if slot.values else slot.datatype
    return f"list of {kind}" if slot.many else f"{kind}, required" if slot.required else kind


def _carriers(schema: Schema, slot: Property) -> str:
    """Name the classes that carry a property, a superclass in place of all that are under it."""
    left, names = set(slot.domain), []
    for node in sorted((n for n in schema.node_types.values() if n.abstract), key=lambda n: len(n.superclasses)):
        under = set(schema.subclasses(node.name))
        if under and under <= left:
            left -= under
            names.append(node.name)
    return _codes(sorted(names) + sorted(left))


def _industries(industries: Industries) -> Iterator[str]:
    labels = sum(len(c.labels) for c in industries.concepts.values())
    yield f"{len(industries)} concepts with {labels} Chinese labels. The two upper levels:\n\n"
    for top in industries.tops():
        below = "、".join(c.name for c in industries.narrower(top.id))
        yield f"- **{top.name}** {top.label_en}{'：' + below if below else ''}\n"


def publish(text: str, path: Path, module: str, arguments: list[str]) -> int:
    """Write a generated page, or with ``--check`` tell whether it is up to date; give the exit status."""
    if "--check" in arguments:
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            return 0
        sys.stderr.write(f"{path.name} is out of date; run `python -m {module}`\n")
        return 1
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return 0


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` tell whether it is up to date."""
    return publish(page(load_schema(), load_industries()), PAGE, "ontology.reference", arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
