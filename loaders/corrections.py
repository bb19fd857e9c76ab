"""People's corrections as records in a YAML file that they keep, share and may edit by hand.

The file is a list; entries are applied from top to bottom. Adding appends and undoing takes lines out, so that comments
and the order stay, and two people's additions merge like any text.
"""

from __future__ import annotations

import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from graph.drafts import drafts
from graph.store import DEFAULT_URI
from ontology.errors import SourceError

VARIABLE = "POLECORE_CORRECTIONS"
ACTIONS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "accept": (frozenset(), frozenset({"entity", "tie", "figure"})),
    "reject": (frozenset(), frozenset({"entity", "tie", "figure"})),
    "merge": (frozenset({"entity", "into"}), frozenset({"name"})),
    "split": (frozenset({"entity", "alias"}), frozenset({"class", "ties"})),
    "rename": (frozenset({"entity", "name"}), frozenset()),
    "reclassify": (frozenset({"entity", "class"}), frozenset()),
    "add": (frozenset({"source"}), frozenset({"name", "class", "aliases", "tie", "names"})),
}
"""Action -> the keys that it needs, and those that it may have besides id, action, reason and documents."""
_COMMON = frozenset({"id", "action", "reason", "documents"})
_LISTS = frozenset({"documents", "ties", "aliases", "names"})
_SOURCE = frozenset({"document", "section", "paragraph", "start", "end", "quote", "reference"})
_FIELDS = {"class": "label", "id": "given_id"}
_NUMBERS = frozenset({"paragraph", "start", "end"})
_HEAD = """# Corrections by people, applied from top to bottom whenever facts are loaded (polecore review --help).
# May be edited by hand and belongs under version control.
"""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an added fact stands: a place in a document, or a reference (an address, a title) outside of them."""

    document: str = ""
    section: str = ""
    paragraph: int = 0
    start: int = 0
    end: int = 0
    quote: str = ""
    reference: str = ""

    def record(self) -> dict[str, Any]:
        """Give the record of the file, without what is empty."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name))}


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction; ``label`` is ``class`` in the file. Which of the others are set depends on the action.

    ``documents`` names those that stated the fact when it was corrected: if none of them is loaded, a correction that
    matches nothing is not out of date.
    """

    action: str
    reason: str
    entity: str = ""
    tie: str = ""
    figure: str = ""
    into: str = ""
    alias: str = ""
    name: str = ""
    label: str = ""
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    source: Source | None = None
    documents: tuple[str, ...] = ()
    given_id: str = ""

    @property
    def id(self) -> str:
        """Identify the correction: the id in the file, else a digest of what it does."""
        if self.given_id:
            return self.given_id
        says = {k: v for k, v in self.record(with_id=False).items() if k not in {"reason", "documents"}}
        text = json.dumps(says, ensure_ascii=False, sort_keys=True)
        return f"c{hashlib.sha256(text.encode()).hexdigest()[:8]}"

    def record(self, *, with_id: bool = True) -> dict[str, Any]:
        """Give the record of the file, without what is empty."""
        found: dict[str, Any] = {"id": self.id} if with_id else {}
        for f in fields(self):
            value = getattr(self, f.name)
            if value and f.name != "given_id":
                key = "class" if f.name == "label" else f.name
                found[key] = value.record() if isinstance(value, Source) else list(value) if f.name in _LISTS else value
        return found


def corrections_path(store: str = DEFAULT_URI, environ: Mapping[str, str] | None = None) -> Path:
    """Give the file of a store: what POLECORE_CORRECTIONS names, else corrections.yaml beside the graph."""
    named = (os.environ if environ is None else environ).get(VARIABLE, "")
    return Path(named) if named else beside(store) / "corrections.yaml"


def beside(store: str = DEFAULT_URI) -> Path:
    """Give the folder that the graph stands in; of a server, the one in which a graph would stand."""
    scheme, _, path = store.partition(":")
    graph = path if scheme == "embedded" and path else DEFAULT_URI.partition(":")[2]
    return Path(graph).parent


def read_corrections(path: Path) -> list[Correction]:
    """Read the file; no file means no corrections.

    Raises
    ------
    SourceError
        if it is not such a list; the message names file, line and entry.
    """
    return _parse(_text(path), path)


def add_correction(path: Path, correction: Correction) -> bool:
    """Append a correction; False if it is there already."""
    text = _text(path)
    before = _parse(text, path)
    if any(known.id == correction.id for known in before):
        return False
    start = text if text.strip() else _HEAD
    grown = start + ("" if start.endswith("\n") else "\n") + _dump([correction])
    _write(path, _checked(grown, [*before, correction], path))
    return True


def remove_correction(path: Path, id_: str) -> Correction:
    """Take a correction out again.

    Raises
    ------
    SourceError
        if the id, or the beginning of one, fits none or several.
    """
    text = _text(path)
    before = _parse(text, path)
    found = [i for i, known in enumerate(before) if known.id == id_]
    found = found or [i for i, known in enumerate(before) if id_ and known.id.startswith(id_)]
    if len(found) != 1:
        what = f"{len(found)} corrections begin with {id_!r}" if found else f"no correction {id_!r}"
        raise SourceError(f"{path}: {what}; `polecore review show` lists them")
    rest = [known for i, known in enumerate(before) if i != found[0]]
    _write(path, _checked(_cut(text, found[0]), rest, path))
    return before[found[0]]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: the corrections cannot be read as UTF-8 ({error})") from None


def _parse(text: str, path: Path) -> list[Correction]:
    try:
        data = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise SourceError(f"{path}{line}: is not valid YAML ({getattr(error, 'problem', error)}); mend it") from None
    if data is None:
        return []
    if not isinstance(data, list):
        raise SourceError(f"{path}: must be a list of corrections; docs/corrections.md shows one")
    found = [_read(entry, f"{path}, entry {number}") for number, entry in enumerate(data, 1)]
    seen: set[str] = set()
    for number, correction in enumerate(found, 1):
        if correction.id in seen:
            raise SourceError(f"{path}, entry {number}: the id {correction.id} is there twice; remove one of the two")
        seen.add(correction.id)
    return found


def _read(entry: Any, where: str) -> Correction:
    if not isinstance(entry, Mapping):
        raise SourceError(f"{where}: a correction must be a mapping; docs/corrections.md shows one")
    action = str(entry.get("action") or "")
    if action not in ACTIONS:
        raise SourceError(f"{where}: unknown action {action!r}; use one of {', '.join(ACTIONS)}")
    needed, possible = ACTIONS[action]
    for key in entry:
        if key not in _COMMON | needed | possible:
            raise SourceError(f"{where}: {action} has no key {key!r}; it has {', '.join(sorted(needed | possible))}")
    for key in sorted(needed | {"reason"}):
        if not entry.get(key):
            raise SourceError(f"{where}: {action} needs {key}; add it")
    values: dict[str, Any] = {}
    for key, value in ((str(k), v) for k, v in entry.items()):
        if key == "source":
            values[key] = _source(value, where)
        elif key in _LISTS:
            if not isinstance(value, list):
                raise SourceError(f"{where}: {key} must be a list")
            values[key] = tuple(_word(v, key, where) for v in value)
        else:
            values[_FIELDS.get(key, key)] = _word(value, key, where)
    correction = Correction(**values)
    _whole(correction, where)
    return correction


def _whole(c: Correction, where: str) -> None:
    """Check what one key alone does not tell."""
    if c.action in {"accept", "reject"} and sum(map(bool, (c.entity, c.tie, c.figure))) != 1:
        raise SourceError(f"{where}: {c.action} needs one of entity, tie, figure")
    if c.action == "add" and bool(c.tie) == bool(c.name and c.label):
        raise SourceError(f"{where}: add needs either name and class, or tie")
    for key, tie in (("tie", c.tie), *(("ties", tie) for tie in c.ties)):
        if tie and tie.count("|") < 2:
            raise SourceError(f"{where}: {key} is {tie!r}; write source|TYPE|target")
    if c.names and len(c.names) != 2:
        raise SourceError(f"{where}: names must be those of the two ends of the tie")


def _source(value: Any, where: str) -> Source:
    if not isinstance(value, Mapping) or set(value) - _SOURCE:
        raise SourceError(f"{where}: source has the keys {', '.join(sorted(_SOURCE))}")
    if any(type(value[key]) is not int or value[key] < 0 for key in _NUMBERS & value.keys()):
        raise SourceError(f"{where}: paragraph, start and end of the source must be whole numbers")
    values: dict[str, Any] = {k: v if k in _NUMBERS else _word(v, k, where) for k, v in value.items()}
    found = Source(**values)
    if bool(found.document) == bool(found.reference):
        raise SourceError(f"{where}: a source needs a document with a place in it, or a reference")
    if found.document and not found.paragraph and found.start >= found.end:
        raise SourceError(f"{where}: a source in a document needs a paragraph, or start and end")
    return found


def _word(value: Any, key: str, where: str) -> str:
    if isinstance(value, bool | dict | list) or value is None:
        raise SourceError(f"{where}: {key} must be a text; put it in quotation marks")
    text = str(value).strip()
    if not text or any(unicodedata.category(c) in {"Cc", "Cs"} for c in text):
        raise SourceError(f"{where}: {key} is empty or holds a control character")
    return text


def _dump(corrections: Sequence[Correction]) -> str:
    records = [c.record() for c in corrections]
    return yaml.safe_dump(records, allow_unicode=True, sort_keys=False, width=1000) if records else ""


def _cut(text: str, index: int) -> str:
    """Take the lines of one entry out, and leave the comments around it."""
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    lines = text.splitlines(keepends=True)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        return ""
    starts = [item.start_mark.line for item in node.value]
    end = starts[index + 1] if index + 1 < len(starts) else len(lines)
    while end > starts[index] + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return "".join(lines[: starts[index]] + lines[end:])


def _checked(text: str, wanted: Sequence[Correction], path: Path) -> str:
    """Give the text if it says what is wanted, else the whole list anew: odd layouts lose their comments only."""
    try:
        said = [c.record() for c in _parse(text, path)]
    except SourceError:
        said = []
    right = said == [c.record() for c in wanted] and bool(text)
    return text if right else _HEAD + _dump(wanted)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with drafts(path) as (draft,):
        draft.write_text(text, encoding="utf-8", newline="\n")
