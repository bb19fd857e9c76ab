"""Compare extraction with annotations: precision, recall and F1, and what is missing or wrong.

usage: python tests/annotations/score.py [--documents DIR] [--misses FILE] [--floors FILE]

The invented passages of other regions (``passages/``, kept apart, and ``development/``) are always scored; the
annotated corpus (``corpus/``) where its documents are present (``POLECORE_DOCUMENTS``). Things are equal if a name or
alias is, white space and punctuation aside, and the class is; ties by both ends and type; figures by entity, value
and enough of the indicator. Derived ties that the annotations lack are not counted as wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from graph.facts import Facts  # noqa: E402
from loaders.pipeline import extract  # noqa: E402

KINDS = ("entities", "relations", "figures")
LONG_FORMS = (
    ("高新技术产业开发区", "高新区"),
    ("自主创新示范区", "自创区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("自由贸易试验区", "自贸区"),
    ("国家级", "国家"),
)
BANDS = (0.9, 0.8, 0.0)
APART = "passages kept apart"


def squeeze(name: str) -> str:
    """Reduce a name to what is compared."""
    text = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name)).lower()
    for long, short in LONG_FORMS:
        text = text.replace(long, short)
    return text


def keys_of(label: str, names: list[str]) -> set[str]:
    """Give all forms under which a thing of a class may be met."""
    tails = {
        "Industry": r"(?:产业|行业|领域|业)$",
        "City": r"[市区]$",
        "District": r"[市区县]$",
        "Region": r"(?:省|地区)$",
    }
    found = {squeeze(n) for n in names} - {""}
    if label in tails:
        found |= {re.sub(tails[label], "", k) or k for k in found}
    return found


@dataclass
class Count:
    """Hits among what is annotated and among what was extracted."""

    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0

    @property
    def scores(self) -> tuple[float, float, float]:
        precision = self.right / self.predicted if self.predicted else 1.0
        recall = self.found / self.gold if self.gold else 1.0
        return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass
class Tally:
    """All counts of a run: by (document, kind) and by (kind, class or type), with misses and reliability."""

    documents: dict[tuple[str, str], Count] = field(default_factory=lambda: defaultdict(Count))
    types: dict[tuple[str, str], Count] = field(default_factory=lambda: defaultdict(Count))
    bands: dict[float, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    misses: list[str] = field(default_factory=list)

    def add(self, document: str, kind: str, type_: str, **counts: int) -> None:
        for count in (self.documents[document, kind], self.types[kind, type_]):
            for name, n in counts.items():
                setattr(count, name, getattr(count, name) + n)


def _read(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _band(confidence: float) -> float:
    return next(b for b in BANDS if confidence >= b)


def score_document(name: str, gold: Path, facts: Facts, tally: Tally) -> None:
    """Count one document."""
    entities = {e["id"]: e for e in _read(gold / "entities.jsonl")}
    mine = [e for e in facts.entities if name in e.documents and e.label != "Technology"]
    index: dict[str, set[str]] = defaultdict(set)
    labels = {e.id: e.label for e in facts.entities}
    for e in facts.entities:
        for key in keys_of(e.label, [e.name, *e.aliases]):
            index[key].add(e.id)
    ends = {
        g: set().union(*(index[k] for k in keys_of(e["class"], [e["name"], *e["aliases"]])))
        for g, e in entities.items()
    }
    exact = {g: {i for i in ids if labels[i] == entities[g]["class"]} for g, ids in ends.items()}
    here = {e.id for e in mine}
    hit = set().union(*exact.values()) & here if exact else set()
    for g, e in entities.items():
        found = bool(exact[g] & here)
        tally.add(name, "entities", e["class"], gold=1, found=found)
        if not found:
            tally.misses.append(f"{name} missing {e['class']} {e['name']}")
    for e in mine:
        tally.add(name, "entities", e.label, predicted=1, right=e.id in hit)
        if e.id not in hit:
            tally.misses.append(f"{name} wrong {e.label} {e.name}")
    _score_relations(name, gold, facts, tally, entities, ends)
    _score_figures(name, gold, facts, tally, entities, ends)


def _score_relations(
    name: str, gold: Path, facts: Facts, tally: Tally, entities: dict, ends: dict[str, set[str]]
) -> None:
    back: dict[str, set[str]] = defaultdict(set)
    for g, ids in ends.items():
        for i in ids:
            back[i].add(g)

    def key(s: str, t: str, o: str) -> tuple[str, str, str]:
        if t == "RELIES_ON" and entities[s]["class"] == "Industry":
            s, t, o = o, "FOCUSES_ON", s
        return (min(s, o), t, max(s, o)) if t == "COLLABORATES_WITH" else (s, t, o)

    wanted = {key(r["s"], r["r"], r["o"]) for r in _read(gold / "relations.jsonl")}
    found: set[tuple[str, str, str]] = set()
    for r in facts.relations:
        if not any(e.document == name for e in r.evidence):
            continue
        hits = {key(s, r.type, o) for s in back[r.source] for o in back[r.target]} & wanted
        found |= hits
        if hits or not r.derived:
            tally.add(name, "relations", r.type, predicted=1, right=bool(hits))
            band = tally.bands[_band(r.confidence)]
            band[0] += 1
            band[1] += bool(hits)
            if not hits:
                tally.misses.append(f"{name} wrong {r.key} ({r.evidence[0].rule})")
    for s, t, o in wanted:
        tally.add(name, "relations", t, gold=1, found=(s, t, o) in found)
        if (s, t, o) not in found:
            tally.misses.append(f"{name} missing {entities[s]['name']} {t} {entities[o]['name']}")


def _score_figures(
    name: str, gold: Path, facts: Facts, tally: Tally, entities: dict, ends: dict[str, set[str]]
) -> None:
    mine = [f for f in facts.figures if any(e.document == name for e in f.evidence)]
    used: set[str] = set()
    for g in _read(gold / "figures.jsonl"):
        words = Counter(set(squeeze(g["indicator"])))

        def same(f, g=g, words=words) -> bool:
            other = set(squeeze(f.indicator))
            near = g["value"] is not None and abs(f.value - g["value"]) <= 1e-6 * max(1.0, abs(g["value"]))
            return (
                f.entity in ends[g["about"]] and near and len(other & set(words)) >= 0.4 * min(len(other), len(words))
            )

        hits = [f for f in mine if same(f)]
        used |= {f.key for f in hits}
        tally.add(name, "figures", g["kind"], gold=1, found=bool(hits))
        if not hits:
            tally.misses.append(f"{name} missing figure {entities[g['about']]['name']} {g['indicator']} {g['value']}")
    for f in mine:
        tally.add(name, "figures", f.kind, predicted=1, right=f.key in used)
        if f.key not in used:
            tally.misses.append(f"{name} wrong figure {f.entity} {f.indicator} {f.value}")


def sets(documents: Path | None) -> list[tuple[str, list[Path], Path]]:
    """Give (title, documents, folder of annotations) of each set that can be scored here."""
    found = [
        (title, sorted((HERE / folder).glob("*.txt")), HERE / folder)
        for title, folder in ((APART, "passages"), ("passages to learn from", "development"))
    ]
    if documents and documents.is_dir():
        found.append(("corpus", sorted(documents.glob("*.txt")), HERE / "corpus"))
    return found


def run(title: str, paths: list[Path], gold: Path) -> Tally:
    """Extract the documents of a set and compare."""
    tally = Tally()
    facts = extract(paths)
    for path in paths:
        folder = gold / f"doc{path.name[:3]}"
        if folder.is_dir():
            score_document(path.name, folder, facts, tally)
    del title
    return tally


def total(tally: Tally, kind: str) -> Count:
    """Add up a kind over all documents."""
    result = Count()
    for (_, k), count in tally.documents.items():
        if k == kind:
            for name in ("gold", "found", "predicted", "right"):
                setattr(result, name, getattr(result, name) + getattr(count, name))
    return result


def show(title: str, tally: Tally) -> None:
    """Print the tables of a set."""
    print(f"== {title}")
    for kind in KINDS:
        for name in sorted({d for d, k in tally.documents if k == kind}):
            _line(f"{name[:24]:26}{kind:10}", tally.documents[name, kind])
        _line(f"{'all':26}{kind:10}", total(tally, kind))
    for (kind, type_), count in sorted(tally.types.items()):
        _line(f"  {kind:10}{type_:24}", count)
    for band in BANDS:
        n, right = tally.bands[band]
        print(f"  ties at confidence >= {band}: {n}, of which right {right / n if n else 1.0:.3f}")


def _line(head: str, count: Count) -> None:
    p, r, f = count.scores
    print(f"{head} P {p:.3f} R {r:.3f} F1 {f:.3f}   annotated {count.gold} extracted {count.predicted}")


def main() -> int:
    """Score every set that is present; exit 1 if a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, default=os.environ.get("POLECORE_DOCUMENTS"))
    parser.add_argument("--misses", type=Path, help="list what is missing or wrong here, save of the set kept apart")
    parser.add_argument("--floors", type=Path, default=HERE / "floors.json")
    options = parser.parse_args()
    floors = json.loads(options.floors.read_text(encoding="utf-8")) if options.floors.exists() else {}
    below, misses = [], []
    for title, paths, gold in sets(Path(options.documents) if options.documents else None):
        tally = run(title, paths, gold)
        show(title, tally)
        misses += tally.misses if title != APART else []
        for kind in KINDS:
            reached = total(tally, kind).scores[2]
            if reached < floors.get(title, {}).get(kind, 0.0):
                below.append(f"{title}: {kind} F1 {reached:.3f} is below the floor {floors[title][kind]}")
    if options.misses:
        options.misses.parent.mkdir(parents=True, exist_ok=True)
        options.misses.write_text("\n".join(misses) + "\n", encoding="utf-8")
        print(f"{options.misses}: what is missing or wrong, one a line")
    print("\n".join(below))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
