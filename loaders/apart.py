"""Reads documents in a process of its own: one that hangs, crashes or eats memory takes nothing else along."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path

from graph.facts import Facts, Problem, Severity, read_facts, write_facts
from loaders.patience import limit_memory
from ontology.errors import PolecoreError, SourceError

Progress = Callable[[str, int, int], None]
SECONDS = 300.0
_TOLD = "reading.json"
_ROOT = Path(__file__).resolve().parent.parent


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
    with tempfile.TemporaryDirectory(prefix=".read-", dir=paths[0].parent) as folder:
        # a copy of this process, or one that imports the app again, would share its database and threads
        # it runs in another folder, so that paths are given whole
        command = [sys.executable, "-m", "loaders.apart", *(str(path.resolve()) for path in (Path(folder), *paths))]
        process = subprocess.Popen(
            command, cwd=_ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )  # fmt: skip
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        try:
            for line in process.stdout or ():
                step = json.loads(line)
                if progress:
                    progress(*step)
            process.wait()
            late = not timer.is_alive()
        finally:
            timer.cancel()
            process.kill()
            process.wait()
        if late:
            raise SourceError(f"{names}: reading took longer than {seconds:g} seconds; split the document")
        return _taken(Path(folder), names)


def _taken(folder: Path, names: str) -> Reading:
    try:
        told = json.loads((folder / _TOLD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise SourceError(f"{names}: cannot be read, reading broke off; nothing was changed") from None
    if "error" in told:
        raise SourceError(told["error"])
    facts = read_facts(folder)
    facts.problems = [Problem(Severity(p[0]), *p[1:]) for p in told["problems"]]
    return Reading(facts, {name: tuple(Sentence(*s) for s in listed) for name, listed in told["sentences"].items()})


def main(folder: Path, paths: Sequence[Path]) -> None:
    """Read documents and write what was found into a folder; progress goes to stdout, a line of JSON a step."""
    limit_memory()

    def advance(*step: object) -> None:
        sys.stdout.write(json.dumps(step) + "\n")
        sys.stdout.flush()

    told: dict[str, object]
    try:
        found = read(paths, advance)
    except PolecoreError as error:
        told = {"error": str(error)}
    else:
        write_facts(found.facts, folder)
        listed = {name: [astuple(sentence) for sentence in known] for name, known in found.sentences.items()}
        told = {"problems": [astuple(problem) for problem in found.facts.problems], "sentences": listed}
    (folder / _TOLD).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(word) for word in sys.argv[2:]])
