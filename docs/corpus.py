"""Writes the counts of docs/corpus.md from the bundled facts: ``python docs/corpus.py``; what is read there stays."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.facts import Figure, Relation

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "corpus.md"
FACTS = ROOT / "data" / "liaoning"
BEGIN, END = "<!-- counts -->\n", "<!-- end of counts -->\n"


def counts() -> str:
    """Write the tables: how much each document states, by class and by relationship."""
    from graph.facts import read_facts
    from ontology.schema import load_schema

    facts, schema = read_facts(FACTS), load_schema()
    documents = sorted({name for entity in facts.entities for name in entity.documents})
    kinds = sorted({figure.kind for figure in facts.figures})
    parts = [
        _table("class", documents, ((e.label, e.documents) for e in facts.entities), list(schema.entity_types)),
        _table("relationship", documents, ((r.type, _cited(r)) for r in facts.relations), list(schema.relation_types)),
        _table("figure", documents, ((f.kind, _cited(f)) for f in facts.figures), kinds),
    ]
    return "\n".join(parts)


def _cited(fact: Relation | Figure) -> set[str]:
    return {evidence.document for evidence in fact.evidence}


def _table(head: str, documents: list[str], facts: Iterable[tuple[str, Iterable[str]]], order: list[str]) -> str:
    found: dict[str, Counter[str]] = {}
    for kind, where in facts:
        found.setdefault(kind, Counter()).update(["all", *where])
    kinds = [kind for kind in order if kind in found]
    columns = ["all", *documents]
    total = Counter({column: sum(found[kind][column] for kind in kinds) for column in columns})
    rows = [(f"`{kind}`", found[kind]) for kind in kinds] + [("**all**", total)]
    lines = [f"| {head} | all | {' | '.join(name[:3] for name in documents)} |", "|---" * (len(columns) + 1) + "|"]
    lines += [f"| {name} | {' | '.join(str(count[c] or '–') for c in columns)} |" for name, count in rows]
    return "\n".join(lines) + "\n"


def page() -> str:
    """Give the whole page, with the counts of the present facts."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}{counts()}{END}{after}"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    PAGE.write_text(page(), encoding="utf-8")
