"""How the columns of a register are understood: ``lexicon/registers.yaml`` and a user's own ``registers*.yaml``."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders.lexicon import FOLDER, read_yaml
from ontology.errors import SourceError
from ontology.schema import Schema, load_schema

NAME, CLASS, ALIASES = "name", "class", "aliases"
_KEYS = frozenset({"columns", "ties", "properties", "classes", "endings"})
_TIE_KEYS = frozenset({"type", "class", "from"})


@dataclass(frozen=True, slots=True)
class TieColumn:
    """What a column ties the thing of its row to; ``inward`` if the tie begins at what the cell names."""

    type: str
    label: str = ""
    inward: bool = False


@dataclass(slots=True)
class Columns:
    """The words that registers use for columns and classes, all folded."""

    roles: dict[str, str] = field(default_factory=dict)
    ties: dict[str, TieColumn] = field(default_factory=dict)
    properties: frozenset[str] = frozenset()
    classes: dict[str, str] = field(default_factory=dict)
    endings: dict[str, str] = field(default_factory=dict)

    def role(self, header: str) -> str:
        """Give the role of a column, or nothing if its name is not known."""
        return self.roles.get(folded(header), "")

    def label(self, word: str) -> str:
        """Give the class that a word means, or nothing."""
        return self.classes.get(folded(word), "")

    def names_of(self, role: str) -> list[str]:
        """List the names that a column of a role may have."""
        return [header for header, known in self.roles.items() if known == role]


def folded(word: str) -> str:
    """Reduce a column's name or a class to what does not depend on capitals, spaces and marks between words."""
    return re.sub(r"[\s_\-*:：]+", "", unicodedata.normalize("NFKC", word)).casefold()


def load_columns() -> Columns:
    """Read how columns are understood, a user's additions (``POLECORE_LEXICON``) last.

    Raises
    ------
    SourceError
        if a file is broken; the message names file and key.
    """
    return _load(os.environ.get("POLECORE_LEXICON") or "")


@lru_cache(maxsize=2)
def _load(own: str) -> Columns:
    schema, columns = load_schema(), Columns()
    for node in schema.entity_types.values():
        for word in (node.name, node.label_zh, node.label_en):
            columns.classes.setdefault(folded(word), node.name)
    extra = sorted(Path(own).glob("registers*.yaml")) if own else []
    for path in (FOLDER / "registers.yaml", *extra):
        _add(columns, read_yaml(path), path, schema)
    return columns


def _add(columns: Columns, data: Mapping[str, Any], path: Path, schema: Schema) -> None:
    _known(data, _KEYS, path, "key")
    for role, tie in _section(data, "ties", path).items():
        columns.ties[role] = _tie(role, tie, path, schema)
    slots = _section(data, "properties", path)
    _known(slots, schema.properties, path, "property")
    columns.properties |= set(slots)
    headers = _section(data, "columns", path)
    _known(headers, {NAME, CLASS, ALIASES, *columns.ties}, path, "column")
    for role, words in (*headers.items(), *slots.items()):
        for word in _words(words, path, role):
            columns.roles.setdefault(folded(word), role)
    classes = _section(data, "classes", path)
    _known(classes, schema.entity_types, path, "class")
    for label, words in classes.items():
        for word in _words(words, path, label):
            columns.classes.setdefault(folded(word), label)
    endings = _section(data, "endings", path)
    _known(endings.values(), schema.entity_types, path, "class")
    columns.endings.update({str(ending): str(label) for ending, label in endings.items()})


def _tie(role: str, tie: Any, path: Path, schema: Schema) -> TieColumn:
    if not isinstance(tie, Mapping) or "type" not in tie:
        raise SourceError(f"{path}: ties: {role} needs a relationship; write {{type: LOCATED_IN}}")
    _known(tie, _TIE_KEYS, path, "key")
    _known([tie["type"]], schema.relation_types, path, "relationship")
    label = str(tie.get("class") or "")
    _known([label] if label else [], schema.entity_types, path, "class")
    if tie.get("from", "cell") != "cell":
        raise SourceError(f"{path}: ties: {role}: from is {tie['from']!r}; write `from: cell` or leave it out")
    return TieColumn(str(tie["type"]), label, "from" in tie)


def _section(data: Mapping[str, Any], name: str, path: Path) -> Mapping[str, Any]:
    section = data.get(name) or {}
    if not isinstance(section, Mapping):
        raise SourceError(f"{path}: {name} must be a mapping; see loaders/lexicon/registers.yaml")
    return section


def _words(words: Any, path: Path, key: str) -> list[str]:
    if not isinstance(words, list):
        raise SourceError(f"{path}: {key} must be a list of words")
    return [str(word) for word in words]


def _known(names: Iterable[Any], known: Iterable[str], path: Path, what: str) -> None:
    allowed = set(known)
    for name in names:
        if name not in allowed:
            raise SourceError(f"{path}: unknown {what} {name!r}; known are {', '.join(sorted(allowed))}")
