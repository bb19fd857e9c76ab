"""Documents that come through the app: which are taken, where they are kept, and what they were read to state.

A file is written in one folder beside the store only, under its own name, which must be a plain one; it is read, never
run. The facts are kept as they were read, before corrections, so that a correction can be undone without reading again.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.drafts import drafts
from graph.facts import FILES, Facts, read_facts, write_facts
from graph.slice import Slice, split
from loaders.corrections import beside
from loaders.intake import BUNDLED, facts_folders, with_quotes
from loaders.readers import READERS
from ontology.errors import SourceError

KINDS = tuple(READERS)
MOST_BYTES = 20 * 1024 * 1024
MOST_FILES = 20
_LONGEST = 150
_FORBIDDEN = frozenset('/\\:*?"<>|')
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})
_BEGINNINGS = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: the name that the sender gave it, and its bytes."""

    name: str
    data: bytes


def uploads_folder(store: str) -> Path:
    """Give the folder in which documents of a store are kept."""
    return beside(store) / "uploads"


def _facts_folder(store: str) -> Path:
    return beside(store) / "facts"


def document_name(given: str) -> str:
    """Give the name that a document is kept and cited under.

    Raises
    ------
    SourceError
        if it is no plain file name of a kind that is read: it must not lead anywhere else, be hidden or reserved.

    Examples
    --------
    >>> document_name("规划.txt")
    '规划.txt'
    """
    name = unicodedata.normalize("NFC", given).strip()
    shown = "".join(c if c.isprintable() else "\ufffd" for c in name)[:80] or "(no name)"
    stem, suffix = Path(name).stem, Path(name).suffix.lower()
    if any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in name):
        raise SourceError(f"{shown}: the name holds characters that cannot be seen; rename the file")
    if _FORBIDDEN & set(name):
        raise SourceError(f"{shown}: a file name must hold none of {' '.join(sorted(_FORBIDDEN))}; rename the file")
    if name.startswith((".", "-", "~")) or not stem.strip(" .") or stem.partition(".")[0].strip().lower() in _RESERVED:
        raise SourceError(f"{shown}: such a name is hidden or reserved on some systems; rename the file")
    if len(name.encode()) > _LONGEST:
        raise SourceError(f"{shown}…: the name is longer than {_LONGEST} bytes; rename the file")
    if suffix not in KINDS:
        raise SourceError(f"{shown}: is not of a kind that is read; choose {', '.join(KINDS)}")
    return name


def admitted(files: Sequence[Upload]) -> tuple[list[Upload], list[str]]:
    """Divide files into those that may be read, under the names that they are kept by, and why the others may not."""
    taken: dict[str, Upload] = {}
    refused = [f"{len(files)} files: at most {MOST_FILES} at once"] if len(files) > MOST_FILES else []
    for file in files[:MOST_FILES]:
        try:
            name = document_name(file.name)
            _check(name, file.data)
            if name in taken:
                raise SourceError(f"{name}: two files have this name; rename one")
        except SourceError as error:
            refused.append(str(error))
        else:
            taken[name] = Upload(name, file.data)
    return list(taken.values()), refused


def _check(name: str, data: bytes) -> None:
    if not data:
        raise SourceError(f"{name}: is empty")
    if len(data) > MOST_BYTES:
        raise SourceError(f"{name}: is larger than {MOST_BYTES // 1024 // 1024} MB; split the document")
    wanted = _BEGINNINGS.get(Path(name).suffix.lower())
    if wanted and not data.startswith(wanted):
        raise SourceError(f"{name}: does not begin like a {Path(name).suffix} file; save it again in that format")


@contextmanager
def laid_out(files: Sequence[Upload], store: str) -> Iterator[list[Path]]:
    """Lay files out for reading, in a folder beside the store that is gone afterwards."""
    home = uploads_folder(store)
    home.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".draft-", dir=home))
    try:
        paths = []
        for file in files:
            path = draft / document_name(file.name)
            _write(path, file.data)
            paths.append(path)
        yield paths
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    # made anew, for the owner alone and without the right to run it; a link of that name is not followed
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(data)


def keep(files: Iterable[Upload], read: Facts, store: str) -> None:
    """Keep documents, and what each was read to state."""
    parts = split(read)
    for file in files:
        name = document_name(file.name)
        home = uploads_folder(store)
        home.mkdir(parents=True, exist_ok=True)
        with drafts(home / name) as (draft,):
            draft.unlink(missing_ok=True)
            _write(draft, file.data)
        write_facts(_stated(parts.get(name, Slice(name))), _facts_folder(store) / name)


def forget(document: str, store: str) -> bool:
    """Remove a document that was kept, with its facts; say whether there was one."""
    try:
        name = document_name(document)
    except SourceError:
        return False  # never came through here
    path = uploads_folder(store) / name
    found = path.is_file()
    path.unlink(missing_ok=True)
    shutil.rmtree(_facts_folder(store) / name, ignore_errors=True)
    return found


def originals(store: str) -> Facts:
    """Give all that is known as it was read, before corrections: the bundled facts, and what came through the app."""
    found: dict[str, Slice] = {}
    for folder in facts_folders(BUNDLED):
        found.update(split(with_quotes(read_facts(folder))))
    home = _facts_folder(store)
    for folder in sorted(home.iterdir()) if home.is_dir() else ():
        if (folder / FILES[0]).is_file():
            found.update(split(read_facts(folder)))
    return joined(found.values())


def joined(parts: Iterable[Slice]) -> Facts:
    """Put documents together; a conclusion whose grounds are in none of them is left out."""
    facts = Facts()
    for part in parts:
        stated = _stated(part)
        facts.entities += stated.entities
        facts.relations += stated.relations
        facts.figures += stated.figures
    while True:
        known = {r.key for r in facts.relations}
        grounded = [r for r in facts.relations if known.issuperset(r.derived_from)]
        if len(grounded) == len(facts.relations):
            return facts
        facts.relations = grounded


def _stated(part: Slice) -> Facts:
    return Facts(list(part.entities.values()), list(part.relations.values()), list(part.figures.values()))
