"""Reads documents in a process of its own: one that hangs, crashes or eats memory takes nothing else along."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from graph.facts import Facts
from ontology.errors import PolecoreError, SourceError

Progress = Callable[[str, int, int], None]
SECONDS = 300.0
_MEMORY = 4 * 1024**3
_TICK = 0.2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, table row or line of a document, and where it stands."""

    section: str
    paragraph: int
    start: int
    end: int
    text: str


@dataclass(slots=True)
class Reading:
    """Documents as they were read: their facts before any correction, and their sentences by document."""

    facts: Facts
    sentences: dict[str, tuple[Sentence, ...]] = field(default_factory=dict)


def read(paths: Sequence[Path], progress: Progress | None = None) -> Reading:
    """Read documents in this process."""
    from loaders.pipeline import extract

    facts = extract(paths, progress=progress)
    found: dict[str, tuple[Sentence, ...]] = {}
    for path in paths:
        try:
            found[path.name] = tuple(_sentences(path))
        except SourceError:
            found[path.name] = ()  # the facts carry the problem
    return Reading(facts, found)


def _sentences(path: Path) -> list[Sentence]:
    from loaders.documents import read_document
    from loaders.readers import read_text
    from loaders.registers import is_register

    if is_register(path):
        lines, at = [], 0
        for number, line in enumerate(read_text(path).split("\n"), 1):
            if line.strip():
                lines.append(Sentence("", number, at, at + len(line), line))
            at += len(line) + 1
        return lines
    document = read_document(path)
    found = []
    for paragraph in document.paragraphs:
        for start, end in paragraph.sentences():
            at, to = paragraph.span(start, end)
            found.append(Sentence(" / ".join(paragraph.section), paragraph.number, at, to, paragraph.text[start:end]))
    return found


def read_apart(paths: Sequence[Path], progress: Progress | None = None, seconds: float = SECONDS) -> Reading:
    """Read documents in another process.

    Raises
    ------
    SourceError
        if that takes longer than it may, or the process ends before it is done.
    """
    names = ", ".join(path.name for path in paths)
    context = multiprocessing.get_context("spawn")  # a copy of this process would share its database and threads
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, list(paths)), daemon=True)
    process.start()
    theirs.close()
    until = time.monotonic() + seconds
    try:
        while time.monotonic() < until:
            if not ours.poll(_TICK):
                continue
            kind, value = ours.recv()
            if kind == "done":
                return value  # type: ignore[no-any-return]
            if kind == "error":
                raise SourceError(value)
            if progress:
                progress(*value)
    except EOFError:
        raise SourceError(f"{names}: cannot be read, reading broke off; nothing was changed") from None
    finally:
        ours.close()
        process.kill()
        process.join()
    raise SourceError(f"{names}: reading took longer than {seconds:g} seconds; split the document")


def _serve(out: Connection, paths: list[Path]) -> None:
    _limit()
    try:
        out.send(("done", read(paths, lambda *step: out.send(("step", step)))))
    except PolecoreError as error:
        out.send(("error", str(error)))
    finally:
        out.close()


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return  # Windows has no such limit
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
