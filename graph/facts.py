"""The records that everything passes around, and their exchange format (three JSON Lines files)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from graph.drafts import drafts
from ontology.errors import SourceError

T = TypeVar("T")
FILES = ("entities.jsonl", "relations.jsonl", "figures.jsonl")


def by_fields(record: Any) -> tuple[type[Any], tuple[Any, ...]]:
    """Take a record apart for another process, as its ``__reduce__``: many times as fast as Python's own way."""
    kind = type(record)
    return kind, tuple([getattr(record, name) for name in kind.__slots__])


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One passage of one document that states a fact.

    Parameters
    ----------
    document : file name of the source.
    section : path of headings, outermost first, joined with `` / ``.
    paragraph : number of the paragraph in the document, from 1.
    start, end : span in characters of the decoded original text, half open.
    quote : ``text[start:end]``, verbatim; empty in facts that are bundled as locators only.
    rule : name of the rule that read it.
    """

    document: str
    section: str
    paragraph: int
    start: int
    end: int
    quote: str
    rule: str

    __reduce__ = by_fields

    def record(self) -> dict[str, Any]:
        """Give the exchange record."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing, however many surface forms the documents use.

    ``label`` is the class (``class`` in the exchange format); ``evidence`` lists the passages that mention it;
    ``properties`` holds literal attributes that the ontology declares (a document's number, issue date, …).
    """

    id: str
    label: str
    name: str
    aliases: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    properties: Mapping[str, str | int | float | bool] = field(default_factory=dict)

    def record(self) -> dict[str, Any]:
        """Give the exchange record."""
        return {
            "id": self.id,
            "class": self.label,
            "name": self.name,
            "aliases": list(self.aliases),
            "documents": list(self.documents),
            "properties": dict(sorted(self.properties.items())),
            "evidence": [e.record() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Relation:
    """One tie; ``derived_from`` holds the keys of the relations that a derived one was drawn from."""

    source: str
    type: str
    target: str
    confidence: float
    evidence: tuple[Evidence, ...]
    derived: bool = False
    derived_from: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Identify the tie: ``source|TYPE|target``."""
        return f"{self.source}|{self.type}|{self.target}"

    def record(self) -> dict[str, Any]:
        """Give the exchange record."""
        return {
            "source": self.source,
            "type": self.type,
            "target": self.target,
            "confidence": self.confidence,
            "derived": self.derived,
            "derived_from": list(self.derived_from),
            "evidence": [e.record() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value of an entity; ``max`` closes a range, ``bound`` is ``min``, ``max`` or None."""

    entity: str
    indicator: str
    value: float
    unit: str
    evidence: tuple[Evidence, ...]
    max: float | None = None
    year: int | None = None
    kind: str = "actual"
    bound: str | None = None
    confidence: float = 0.9

    __reduce__ = by_fields

    @property
    def key(self) -> str:
        """Identify the figure by all that it says."""
        parts = (self.entity, self.indicator, self.value, self.max, self.unit, self.year, self.kind, self.bound)
        return "|".join("" if p is None else str(p) for p in parts)

    @property
    def id(self) -> str:
        """Give a stable id: the entity and a digest of the key."""
        return f"Figure:{hashlib.sha256(self.key.encode()).hexdigest()[:16]}"

    def record(self) -> dict[str, Any]:
        """Give the exchange record."""
        return {
            "entity": self.entity,
            "indicator": self.indicator,
            "value": self.value,
            "max": self.max,
            "unit": self.unit,
            "year": self.year,
            "kind": self.kind,
            "bound": self.bound,
            "confidence": self.confidence,
            "evidence": [e.record() for e in self.evidence],
        }


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that was skipped, refused or doubtful, and where it stands."""

    severity: Severity
    kind: str
    where: str
    message: str


@dataclass(slots=True)
class Facts:
    """Entities, relations and figures together, with the problems met on the way (not exported)."""

    entities: list[Entity] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def documents(self) -> tuple[str, ...]:
        """List the documents that anything is stated in, sorted."""
        names = {d for e in self.entities for d in e.documents}
        names.update(e.document for r in self.relations for e in r.evidence)
        names.update(e.document for f in self.figures for e in f.evidence)
        return tuple(sorted(names))

    def sorted(self) -> Facts:
        """Give the same facts in canonical order."""
        return Facts(
            sorted(self.entities, key=lambda e: e.id),
            sorted(self.relations, key=lambda r: r.key),
            sorted(self.figures, key=lambda f: f.key),
            list(self.problems),
        )


def without_quotes(facts: Facts) -> Facts:
    """Strip the quotations and keep the locators, as bundled facts do."""

    def bare(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(Evidence(e.document, e.section, e.paragraph, e.start, e.end, "", e.rule) for e in evidence)

    return Facts(
        [Entity(e.id, e.label, e.name, e.aliases, e.documents, bare(e.evidence), e.properties) for e in facts.entities],
        [
            Relation(r.source, r.type, r.target, r.confidence, bare(r.evidence), r.derived, r.derived_from)
            for r in facts.relations
        ],
        [
            Figure(
                f.entity, f.indicator, f.value, f.unit, bare(f.evidence), f.max, f.year, f.kind, f.bound, f.confidence
            )
            for f in facts.figures
        ],
        list(facts.problems),
    )


def write_facts(facts: Facts, folder: Path) -> None:
    """Write the three files of the exchange format, sorted, each replaced only when all are written."""
    folder.mkdir(parents=True, exist_ok=True)
    ordered = facts.sorted()
    parts: tuple[Sequence[Entity | Relation | Figure], ...] = (ordered.entities, ordered.relations, ordered.figures)
    with drafts(*(folder / name for name in FILES)) as found:
        for draft, records in zip(found, parts, strict=True):
            with draft.open("w", encoding="utf-8", newline="\n") as out:
                for item in records:
                    out.write(json.dumps(item.record(), ensure_ascii=False) + "\n")


def _lines(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SourceError(f"{path}: no such file; a facts folder holds {', '.join(FILES)}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read as UTF-8 ({error})") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{path}:{number}"
            try:
                record = json.loads(line)
            except json.JSONDecodeError as error:
                raise SourceError(f"{where}: not a JSON record ({error.msg}); mend or remove the line") from None
            if not isinstance(record, dict):
                raise SourceError(f"{where}: a record must be a JSON object; mend or remove the line")
            yield where, record


def _evidence(record: Mapping[str, Any]) -> tuple[Evidence, ...]:
    found = []
    for e in record.get("evidence") or ():
        start, end = int(e["start"]), int(e["end"])
        found.append(
            Evidence(
                str(e["document"]),
                str(e.get("section") or ""),
                int(e.get("paragraph") or 0),
                start,
                end,
                str(e.get("quote") or ""),
                str(e.get("rule") or "imported"),
            )
        )
    return tuple(found)


def _entity(r: Mapping[str, Any]) -> Entity:
    return Entity(
        str(r["id"]),
        str(r["class"]),
        str(r["name"]),
        tuple(map(str, r.get("aliases") or ())),
        tuple(map(str, r.get("documents") or ())),
        _evidence(r),
        dict(r.get("properties") or {}),
    )


def _relation(r: Mapping[str, Any]) -> Relation:
    return Relation(
        str(r["source"]),
        str(r["type"]),
        str(r["target"]),
        float(r.get("confidence", 1.0)),
        _evidence(r),
        bool(r.get("derived", False)),
        tuple(map(str, r.get("derived_from") or ())),
    )


def _figure(r: Mapping[str, Any]) -> Figure:
    return Figure(
        str(r["entity"]),
        str(r["indicator"]),
        float(r["value"]),
        str(r.get("unit") or ""),
        _evidence(r),
        None if r.get("max") is None else float(r["max"]),
        None if r.get("year") is None else int(r["year"]),
        str(r.get("kind") or "actual"),
        r.get("bound"),
        float(r.get("confidence", 0.9)),
    )


def read_facts(folder: Path) -> Facts:
    """Read a facts folder.

    Raises
    ------
    SourceError
        if a file is missing, a line is not JSON or a record lacks a key; the message names file and line.
    """
    return Facts(
        _parsed(folder / FILES[0], _entity), _parsed(folder / FILES[1], _relation), _parsed(folder / FILES[2], _figure)
    )


def _parsed(path: Path, parse: Callable[[Mapping[str, Any]], T]) -> list[T]:
    records: list[T] = []
    for where, record in _lines(path):
        try:
            records.append(parse(record))
        except KeyError as error:
            raise SourceError(f"{where}: the record lacks the key {error}; see the exchange format") from None
        except (AttributeError, TypeError, ValueError) as error:
            raise SourceError(f"{where}: a value has the wrong type ({error}); see the exchange format") from None
    return records
