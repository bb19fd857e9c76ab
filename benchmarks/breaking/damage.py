"""Files of an embedded store that are cut short or changed by a byte, and whether opening the store tells of it."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from benchmarks.breaking.loading import graph_of
from graph.cypher_store import CypherStore
from graph.embedded_folder import SUMS
from graph.facts import Facts
from graph.store import open_store
from ontology.errors import PolecoreError

POINTS = (0.0, 0.25, 0.5, 0.75, 0.99)
"""Parts of a file that are left of it."""


@dataclass
class Found:
    """How often damage of one sort of file was told of on opening, had no effect, or went unnoticed."""

    noticed: int = 0
    harmless: int = 0
    unnoticed: list[str] = field(default_factory=list)


def kind(name: str) -> str:
    """Say what a file of the engine holds, by its name.

    Examples
    --------
    >>> kind("City%7EEntity%7EPlace%7EPolecore_0_out_edges.5.65536.v0.bucket")
    'ties of nodes'
    >>> kind("schema.json")
    'schema.json'
    """
    if name.endswith(".bucket"):
        if "_edges." in name:
            return "ties of nodes"
        return "nodes" if "%7E" in name else "ties"
    for end, what in ((".umtidx", "index"), (".dict", "names of properties")):
        if name.endswith(end):
            return what
    return name


def make(folder: Path, parts: list[Facts]) -> tuple[list[str], list[str]]:
    """Load documents into a new store, and give its graph."""
    with closing(cast(CypherStore, open_store(f"embedded:{folder}"))) as store:
        for facts in parts:
            store.load(facts)
        return graph_of(store)


def changes(folder: Path, seed: int, *, each: int, flips: int) -> Iterator[tuple[str, str, int]]:
    """Draw what to damage: file, ``cut`` or ``flip``, and where.

    Parameters
    ----------
    each : files of each kind, at most.
    flips : bytes that are flipped in each of them.
    """
    draw = random.Random(seed)
    kinds: dict[str, list[Path]] = {}
    for path in sorted(folder.iterdir()):
        if path.stat().st_size and path.name not in {SUMS, "polecore.pid", "polecore.lock"}:
            kinds.setdefault(kind(path.name), []).append(path)
    for paths in kinds.values():
        for path in draw.sample(paths, min(each, len(paths))):
            size = path.stat().st_size
            for point in sorted({int(size * p) for p in POINTS}):
                yield path.name, "cut", point
            content = path.read_bytes()
            filled = [at for at, byte in enumerate(content) if byte]
            for _ in range(flips):
                yield path.name, "flip", draw.choice(filled)


def damage(
    folder: Path, place: Path, clean: tuple[list[str], list[str]], drawn: list[tuple[str, str, int]], *, killed: bool
) -> dict[tuple[str, str], Found]:
    """Damage copies of a store one by one, open each, and count by kind of file and of damage.

    Parameters
    ----------
    killed : whether to take away the checksums first, as they are missing after a kill.
    """
    found: dict[tuple[str, str], Found] = {}
    for name, how, at in drawn:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(folder, place)
        if killed:
            (place / SUMS).unlink()
        _spoil(place / name, how, at)
        entry = found.setdefault((kind(name), how), Found())
        try:
            with closing(cast(CypherStore, open_store(f"embedded:{place}"))) as store:
                same = graph_of(store) == clean
        except PolecoreError as error:
            if "\n" in str(error):
                entry.unnoticed.append(f"{name} {how} at {at}: told in several lines: {error}")
            entry.noticed += 1
            continue
        except Exception as error:  # whatever is no message of ours counts as a failure
            entry.unnoticed.append(f"{name} {how} at {at}: {type(error).__name__}: {error}")
            continue
        if same:
            entry.harmless += 1
        else:
            entry.unnoticed.append(f"{name} {how} at {at}: the graph is another one")
    return found


def totals(found: dict[tuple[str, str], Found]) -> Counter[str]:
    """Add up."""
    return Counter(
        noticed=sum(f.noticed for f in found.values()),
        harmless=sum(f.harmless for f in found.values()),
        unnoticed=sum(len(f.unnoticed) for f in found.values()),
    )


def _spoil(path: Path, how: str, at: int) -> None:
    if how == "cut":
        os.truncate(path, at)
        return
    content = bytearray(path.read_bytes())
    content[at] ^= 0xFF
    path.write_bytes(content)
