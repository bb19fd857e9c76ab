"""A disk that is full before a load or an export has ended."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.breaking.loading import Judge, judged, made
from graph.facts import write_facts
from graph.store import open_store

ROOT = Path(__file__).parents[2]
ROOMY = 256 << 20
SHARES = (0.02, 0.3, 0.6, 0.8, 0.9, 0.97)
"""Parts of what a clean load needs that there is room for."""
FORMATS = ("facts", "csv", "xlsx", "graphml", "gexf", "turtle", "jsonld", "cypher", "neo4j-admin", "html", "png", "pdf")
EXPORTED = 16 << 10
"""Bytes of room for an export."""


@dataclass(frozen=True)
class Ran:
    """What a command did on a full disk."""

    what: str
    status: int
    message: str
    failures: list[str]


@contextmanager
def small_disk(place: Path, size: int) -> Iterator[Path]:
    """Mount a file system of a few bytes in memory; PermissionError if this user may not."""
    place.mkdir(parents=True, exist_ok=True)
    _mount(place, f"size={size}")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=False)


def _mount(place: Path, options: str) -> None:
    words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        raise PermissionError(f"{place}: a file system cannot be mounted; run as root")


def polecore(*words: str | Path, cwd: Path = ROOT) -> tuple[int, str]:
    """Run a verb; give its exit status and what it wrote to stderr."""
    done = subprocess.run(
        [sys.executable, "-m", "cli", *map(str, words)],
        cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False, timeout=900,
    )  # fmt: skip
    return done.returncode, done.stderr.strip()


def loads(place: Path, seed: int, *, number: int, per_document: int) -> Iterator[Ran]:
    """Load into an embedded store on a disk that is too small, then with enough room."""
    parts = made(seed, number, per_document)
    judge = Judge(parts)
    given = [place / f"facts{index}" for index in range(number)]
    for folder, facts in zip(given, parts, strict=True):
        write_facts(facts, folder)
    disk = place / "disk"
    with small_disk(disk, ROOMY):
        polecore("load", *given, "--store", f"embedded:{disk}/graph")
        needed = sum(path.stat().st_blocks * 512 for path in (disk / "graph").iterdir())
    for share in SHARES:
        with small_disk(disk, int(needed * share)):
            uri = f"embedded:{disk}/graph"
            status, told = polecore("load", *given, "--store", uri)
            _mount(disk, f"remount,size={ROOMY}")
            failures = [] if _is_one_line(status, told) else [f"exit {status}: {told}"]
            whole, wrong = judged(uri, judge, parts)
            failures += wrong
            yield Ran(f"load, room for {share:.0%}; {whole} of {number} documents in", status, told, failures)


def exports(place: Path, seed: int, *, number: int, per_document: int) -> Iterator[Ran]:
    """Export and extract to a disk that is too small, where an older file stands."""
    uri = f"embedded:{place / 'graph'}"
    with closing(open_store(uri)) as store:
        for facts in made(seed, number, per_document):
            store.load(facts)
    document = place / "long.md"
    document.write_text("# 泽阳市规划\n\n" + "\n".join(_sentences()), encoding="utf-8")
    disk = place / "disk"
    for name in (*FORMATS, "extract"):
        with small_disk(disk, EXPORTED):
            folder = name in {"facts", "csv", "neo4j-admin", "extract"}
            out = disk / "out" if folder else disk / f"out.{name}"
            older = out / "relations.jsonl" if folder else out
            older.parent.mkdir(parents=True, exist_ok=True)
            older.write_text("older", encoding="utf-8")
            words = ("extract", document) if name == "extract" else ("export", name, "--store", uri)
            status, told = polecore(*words, "--out", out)
            left = sorted(path for path in disk.rglob("*") if path.is_file())
            failures = [] if _is_one_line(status, told) and str(disk) in told else [f"exit {status}: {told}"]
            if left != [older] or older.read_text(encoding="utf-8") != "older":
                failures.append(f"left behind: {', '.join(path.name for path in left)}")
            yield Ran(name, status, told, failures)


def _sentences() -> Iterator[str]:
    for index, facts in enumerate(made(1, 4, 40)):
        for entity in facts.entities:
            yield f"{index}. {entity.name}位于泽阳市，重点发展激光产业。"


def _is_one_line(status: int, told: str) -> bool:
    return status == 1 and len(told.splitlines()) == 1 and "Traceback" not in told
