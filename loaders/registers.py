"""Registers of organisations, CSV or Excel: each row gives a thing and its ties, with file, sheet and row as evidence.

A row that cannot be read is named as a ``Problem``, and so is a cell; the rest goes on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.facts import Evidence, Problem, Severity
from loaders.document_facts import DocumentFacts, Named, Tied
from loaders.lexicon import PLACE_LABELS, Lexicon, load_lexicon
from loaders.patience import alone
from loaders.readers import read_bytes
from loaders.register_columns import ALIASES, CLASS, NAME, Columns, TieColumn, load_columns
from loaders.resolve import fold
from loaders.sheets import SUFFIXES, Row, Sheet, is_formula, read_sheets
from ontology.errors import SourceError
from ontology.schema import Schema, date_precision, load_schema

REFUSED = "refused row"
"""Kind of a ``Problem`` that kept a row or a cell from being loaded."""
RULE = "register"
CONFIDENCE = 0.95
LONGEST_NAME = 120
HEADER_WITHIN = 10
_BETWEEN = re.compile(r"[;；、|\n]")
_BLANK = frozenset({"无", "暂无", "-", "--", "—", "——", "/", "n/a", "none", "null", "nan"})
_LEVELS = ("Region", "Country", "City", "District", "Zone")


@dataclass(frozen=True, slots=True)
class _Item:
    """A row that names a thing; ``cells`` are its other cells by role, one text a column."""

    label: str
    name: str
    aliases: tuple[str, ...]
    cells: Mapping[str, Sequence[str]]
    evidence: Evidence
    where: str


@dataclass(slots=True)
class _Register:
    """One file: what it names, and what it was read to say."""

    out: DocumentFacts
    items: list[_Item] = field(default_factory=list)

    def refuse(self, where: str, message: str, severity: Severity = Severity.ERROR) -> None:
        self.out.problems.append(Problem(severity, REFUSED, where, message))


@dataclass(slots=True)
class _Clerk:
    """Reads registers; ``known`` gives the classes of names of registers first, then those of documents."""

    columns: Columns
    lexicon: Lexicon
    schema: Schema
    known: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def guesses(self, name: str) -> Iterator[str]:
        """Give the classes that a name may be of, the likeliest first."""
        yield from self.known.get(fold(name), ())
        entries = self.lexicon.entries.get(name, ())
        yield from sorted({e.label for e in entries}, key=lambda label: (*_LEVELS, label).index(label))
        for _, end, suffix in self.lexicon.endings(name):
            if end == len(name) and suffix != name:
                yield self.lexicon.suffixes[suffix][0]
        for ending, label in self.columns.endings.items():
            if name.endswith(ending) and len(name) > len(ending) + 1:
                yield label

    def full_name(self, label: str, name: str) -> str:
        """Spell out a short name that the lexicon knows (沈阳 as a city)."""
        return next((e.name for e in self.lexicon.entries.get(name, ()) if e.label == label), name)

    def innermost(self, name: str) -> str:
        """Give the last of several places that are written one after the other (省市区), else the name itself."""
        hits = self.lexicon.find(name)
        joined = len(hits) > 1 and "".join(surface for _, _, surface in hits) == name
        return hits[-1][2] if joined and all(self.lexicon.place(s) for _, _, s in hits) else name


def is_register(path: Path) -> bool:
    """Tell whether a file is read as a register."""
    return path.suffix.lower() in SUFFIXES


def read_registers(
    paths: Sequence[Path], documents: Iterable[DocumentFacts] = ()
) -> Iterator[tuple[Path, DocumentFacts | Problem]]:
    """Read registers, all together, so that a row of one tells what a cell of another names.

    Parameters
    ----------
    paths : CSV and Excel files.
    documents : what the documents of the same load were read to say; their names resolve cells, too.

    Yields
    ------
    path, DocumentFacts or Problem
        the latter, of kind ``unreadable``, for a file that is no register.
    """
    if not paths:
        return
    clerk = _Clerk(load_columns(), load_lexicon(), load_schema())
    read: list[tuple[Path, _Register | Problem]] = []
    for path in paths:
        try:
            with alone(path):
                read.append((path, _read(path, clerk)))
        except SourceError as error:
            read.append((path, Problem(Severity.ERROR, "unreadable", str(path), str(error).removeprefix(f"{path}: "))))
    registers = [register for _, register in read if isinstance(register, _Register)]
    for item in (item for register in registers for item in register.items):
        for name in (item.name, *item.aliases):
            clerk.known[fold(name)][item.label] = None
    for mention in (m for document in documents for m in document.mentions):
        for name in (mention.name, *mention.surfaces):
            clerk.known[fold(name)][mention.label] = None
    shared = _shared_names(item for register in registers for item in register.items)
    for path, register in read:
        if isinstance(register, _Register):
            for item in register.items:
                _tell(register, item, clerk, shared)
            yield path, register.out
        else:
            yield path, register


def _shared_names(items: Iterable[_Item]) -> frozenset[tuple[str, str]]:
    """Find (class, name) that several things bear: as an alias of one it would merge what is not the same."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for item in items:
        for name in (item.name, *item.aliases):
            bearers[item.label, fold(name)].add(fold(item.name))
    return frozenset(key for key, names in bearers.items() if len(names) > 1)


def _read(path: Path, clerk: _Clerk) -> _Register:
    _, sheets = read_sheets(read_bytes(path), path.suffix, str(path))
    register = _Register(DocumentFacts(path.name))
    understood = [_read_sheet(register, sheet, clerk) for sheet in sheets]
    if not any(understood):
        names = ", ".join(clerk.columns.names_of(NAME)[:8])
        raise SourceError(f"{path}: is no register: no column is called {names}, …; name one so (docs/registers.md)")
    return register


def _read_sheet(register: _Register, sheet: Sheet, clerk: _Clerk) -> bool:
    """Read the rows under the header; False if there is none."""
    place = register.out.name + (f", sheet {sheet.name}" if sheet.name else "")
    for at, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        roles = _roles(row, clerk.columns)
        if NAME in roles and (len(row.cells) == 1 or len([r for r in roles if r]) > 1 or at == 0):
            break
    else:
        if sheet.rows:
            note = Problem(Severity.WARNING, "sheet not understood", place, "no column of names; the sheet is skipped")
            register.out.problems.append(note)
        return False
    for header in (c for c, role in zip(row.cells, roles, strict=True) if c and not role):
        message = f"the column {header!r} is not read; a registers.yaml can say what it means (docs/registers.md)"
        register.out.problems.append(Problem(Severity.NOTE, "column not understood", place, message))
    for body in sheet.rows[at + 1 :]:
        item = _item(register, body, roles, sheet.name, f"{place}, row {body.number}", clerk)
        if item is not None:
            register.items.append(item)
    return True


def _roles(row: Row, columns: Columns) -> list[str]:
    """Give the role of each column; of two columns of names or of classes the first counts."""
    roles: list[str] = []
    for cell in row.cells:
        role = columns.role(cell)
        roles.append("" if role in {NAME, CLASS} and role in roles else role)
    return roles


def _item(register: _Register, row: Row, roles: Sequence[str], section: str, where: str, clerk: _Clerk) -> _Item | None:
    cells: dict[str, list[str]] = defaultdict(list)
    for role, cell in zip(roles, row.cells, strict=False):
        if not role or not cell or cell.casefold() in _BLANK:
            continue
        if is_formula(cell):
            register.refuse(where, f"{role}: {cell[:40]!r} is a formula, which is not computed; paste its value")
        else:
            cells[role].append(cell)
    name = "".join(cells[NAME]).replace("\n", "")
    fault = _fault(name)
    if fault:
        register.refuse(where, f"{fault}; the row is skipped")
        return None
    label = _label(register, cells[CLASS], name, where, clerk)
    if not label:
        return None
    aliases = [alias for cell in cells[ALIASES] for alias in _values(cell)]
    evidence = Evidence(register.out.name, section, row.number, row.start, row.end, row.quote, RULE)
    full = clerk.full_name(label, name) if label in PLACE_LABELS else name
    others = tuple(dict.fromkeys(a for a in aliases if fold(a) != fold(full)))
    return _Item(label, full, others, cells, evidence, where)


def _fault(name: str) -> str:
    if not fold(name):
        return "has no name"
    if len(name) > LONGEST_NAME:
        return f"the name has {len(name)} characters, more than {LONGEST_NAME}"
    return f"{name[:40]!r} holds several names, give each a row" if re.search("[;；|]", name) else ""


def _label(register: _Register, words: Sequence[str], name: str, where: str, clerk: _Clerk) -> str:
    if words:
        label = clerk.columns.label(words[0])
        if not label:
            known = ", ".join(sorted(clerk.schema.entity_types))
            register.refuse(where, f"{name}: unknown class {words[0]!r}; the row is skipped. Classes: {known}")
        return label
    label = next(clerk.guesses(name), "")
    if not label:
        register.refuse(where, f"{name}: no class is given, and the name does not tell it; the row is skipped")
    return label


def _values(cell: str) -> list[str]:
    parts = (part.strip() for part in _BETWEEN.split(cell))
    return list(dict.fromkeys(part for part in parts if part and part.casefold() not in _BLANK))


def _tell(register: _Register, item: _Item, clerk: _Clerk, shared: frozenset[tuple[str, str]]) -> None:
    """Say what a row says."""
    aliases = []
    for alias in item.aliases:
        if (item.label, fold(alias)) in shared:
            register.refuse(item.where, f"{item.name}: {alias!r} also names another row; it is not taken as an alias")
        else:
            aliases.append(alias)
            register.out.aliases.append((item.label, alias, item.name))
    properties = _properties(register, item, clerk)
    register.out.mentions.append(
        Named(item.label, item.name, (item.name, *aliases), item.evidence, properties=properties, declared=True)
    )
    for role, tie in clerk.columns.ties.items():
        found = [
            _end(register, item, value, tie, clerk) for cell in item.cells.get(role, ()) for value in _values(cell)
        ]
        ends = [end for end in found if end is not None]
        if tie.type == "LOCATED_IN" and len(item.cells.get(role, ())) > 1:
            # columns for province, city and zone: the most specific place counts
            finest = max((_LEVELS.index(label) for label, _ in ends if label in _LEVELS), default=0)
            ends = [end for end in ends if _LEVELS.index(end[0]) == finest]
        for end in ends:
            source, target = (end, (item.label, item.name)) if tie.inward else ((item.label, item.name), end)
            register.out.ties.append(Tied(source, tie.type, target, CONFIDENCE, False, item.evidence))


def _end(register: _Register, item: _Item, value: str, tie: TieColumn, clerk: _Clerk) -> tuple[str, str] | None:
    """Resolve what a cell names to class and name, and record that the row names it."""
    name = clerk.innermost(value) if tie.type == "LOCATED_IN" else value
    pairs = clerk.schema.relation_types[tie.type].pairs
    allowed = {a for a, b in pairs if b == item.label} if tie.inward else {b for a, b in pairs if a == item.label}
    guesses = [tie.label] if tie.label else list(clerk.guesses(name))
    label = next((guess for guess in guesses if guess in allowed), "")
    if not label or len(name) > LONGEST_NAME:
        ends = (guesses[0], item.label) if guesses and tie.inward else (item.label, *guesses[:1])
        reason = (
            f"the ontology allows no {tie.type} from {ends[0]} to {ends[1]}"
            if guesses
            else "what it is cannot be told; give it a row of its own"
        )
        register.refuse(item.where, f"{item.name}: {value[:40]!r} is not tied by {tie.type}: {reason}")
        return None
    full = clerk.full_name(label, name) if label in PLACE_LABELS else name
    if (label, fold(full)) == (item.label, fold(item.name)):
        register.refuse(item.where, f"{item.name}: {tie.type} would join it to itself; the tie is left out")
        return None
    register.out.mentions.append(Named(label, full, (name,), item.evidence))
    return label, full


def _properties(register: _Register, item: _Item, clerk: _Clerk) -> dict[str, str | int | float | bool]:
    found: dict[str, str | int | float | bool] = {}
    slots = {slot.name: slot for slot in clerk.schema.literals_of(item.label)}
    for name in sorted(clerk.columns.properties & item.cells.keys()):
        text, slot = item.cells[name][0], slots.get(name)
        if slot is None:
            register.refuse(item.where, f"{item.name}: a {item.label} has no {name}; the cell is left out")
            continue
        value: str | int | float = text
        if slot.datatype in {"integer", "double"}:
            match = re.match(r"-?\d{1,15}(?:\.\d+)?", text)
            number = float(match.group()) if match else None
            value = text if number is None else int(number) if slot.datatype == "integer" else number
        wrong = isinstance(value, str) and (
            slot.datatype in {"integer", "double"}
            or (slot.datatype == "date" and date_precision(text) is None)
            or bool(slot.values and text not in slot.values)
        )
        if wrong:
            known = f"; use one of {', '.join(slot.values)}" if slot.values else ""
            register.refuse(item.where, f"{item.name}: {name} is {text[:40]!r}, not a {slot.datatype}{known}")
        else:
            found[name] = value
    return found
