"""Loads that are ended by kill -9 at random moments, and what each left behind."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from benchmarks.breaking.loading import OTHER, Judge, made
from graph.cypher_store import CypherStore
from graph.facts import Facts
from graph.store import open_store
from ontology.errors import PolecoreError

ROOT = Path(__file__).parents[2]
LOADING = 2 / 3
"""So many of the kills come after the store was opened."""
BEYOND = 1.05
"""Some kills come when the last document is in already."""
_PATIENCE = 300.0


@dataclass
class Tally:
    """What a series of kills did."""

    kills: int = 0
    phases: Counter[str] = field(default_factory=Counter)
    whole: int = 0
    absent: int = 0
    failures: list[str] = field(default_factory=list)


class Load:
    """A process that loads, and what it has told so far.

    Parameters
    ----------
    uri : the store.
    seed, per_document, number : which documents; see `loading.made`.
    """

    def __init__(self, uri: str, seed: int, per_document: int, number: int) -> None:
        script = Path(__file__).with_name("loading.py")
        words = [sys.executable, str(script), uri, str(seed), str(per_document), str(number)]
        self.process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.told: list[str] = []

    def wait_for(self, word: str) -> None:
        """Read what the process tells up to a line; RuntimeError if it ends before."""
        out = self.process.stdout
        assert out is not None
        while not self.told or self.told[-1] != word:
            line = out.readline()
            if not line:
                raise RuntimeError(f"the load ended by itself: {self.end()}")
            self.told.append(line.strip())

    def kill(self) -> None:
        """End the process at once, and take in the rest of what it told."""
        self.process.kill()
        self.end()

    def end(self) -> str:
        """Wait for the process; give its messages."""
        rest, errors = self.process.communicate(timeout=_PATIENCE)
        self.told += rest.splitlines()
        return errors.strip()

    @property
    def reported(self) -> int:
        """Count the documents that were reported as loaded."""
        return sum(line.startswith("in ") for line in self.told)

    @property
    def phase(self) -> str:
        """Say what the process was at."""
        if "open" not in self.told:
            return "while the store was opened or made"
        return "after the last document" if "done" in self.told else "in a document or between two"


@dataclass
class Target:
    """A store that may be broken as often as one likes.

    Parameters
    ----------
    name : how it is called in the table.
    prepare : makes it ready for a round, with or without older versions of the documents, and gives its URI.
    """

    name: str
    prepare: Callable[[bool], str]


def embedded(place: Path, older: list[Facts]) -> Target:
    """Give an embedded store: a new folder in each round."""
    template, folder = place / "older", place / "graph"
    with closing(open_store(f"embedded:{template}")) as store:
        for facts in older:
            store.load(facts)

    def prepare(with_older: bool) -> str:
        shutil.rmtree(folder, ignore_errors=True)
        if with_older:
            shutil.copytree(template, folder)
        return f"embedded:{folder}"

    return Target("embedded", prepare)


def neo4j(uri: str, account: tuple[str, str], older: list[Facts]) -> Target:
    """Give a store on a server, emptied before each round; each third time without constraint and indexes too."""
    import neo4j as driver_api

    from graph import cypher

    rounds = 0

    def prepare(with_older: bool) -> str:
        nonlocal rounds
        rounds += 1
        with driver_api.GraphDatabase.driver(uri, auth=account) as driver:
            driver.execute_query("MATCH (n:Polecore) DETACH DELETE n")
            for name in (*cypher.CONSTRAINTS, *cypher.INDEXES) if rounds % 3 == 0 else ():
                driver.execute_query(f"DROP {'CONSTRAINT' if name in cypher.CONSTRAINTS else 'INDEX'} {name} IF EXISTS")
        if with_older:
            with closing(open_store(uri)) as store:
                for facts in older:
                    store.load(facts)
        return uri

    return Target("Neo4j", prepare)


def kills(target: Target, rounds: int, seed: int, *, number: int, per_document: int) -> Iterator[Tally]:
    """Kill load after load; give the tally after each.

    Every other load replaces older versions of the documents. A third of the moments are spread evenly over the time
    that it takes to open or make the store, the others over that of loading; both are measured first.
    """
    draw = random.Random(seed)
    new, old = (made(s, number, per_document) for s in (seed, seed + OTHER))
    judge, tally = Judge(new, old), Tally()
    lasting: dict[bool, tuple[float, float]] = {}
    while tally.kills < rounds:
        with_older = tally.kills % 2 == 1
        uri = target.prepare(with_older)
        load = Load(uri, seed, per_document, number)
        load.wait_for("ready")
        start = time.perf_counter()
        if with_older not in lasting:
            load.wait_for("open")
            opening = time.perf_counter() - start
            load.wait_for("done")
            lasting[with_older] = opening, time.perf_counter() - start - opening
            load.kill()
            continue
        phase = int(draw.random() < LOADING)
        moment = draw.uniform(0, BEYOND) * lasting[with_older][phase]
        if phase:
            load.wait_for("open")
        time.sleep(moment)
        load.kill()
        tally.kills += 1
        tally.phases[load.phase] += 1
        where = f"round {tally.kills}, {'replacing' if with_older else 'new'}, {moment:.2f} s after it was {('started', 'open')[phase]}"
        tally.failures += [f"{where}: {told}" for told in _judged(uri, load, new, judge, tally)]
        yield tally


def _judged(uri: str, load: Load, new: list[Facts], judge: Judge, tally: Tally) -> Iterator[str]:
    try:
        with closing(cast(CypherStore, open_store(uri))) as store:
            yield from judge.complaints(store)
            whole = judge.whole(store)
            tally.whole += whole
            tally.absent += len(new) - whole
            if whole < load.reported:
                yield f"{load.reported} documents were reported as loaded, {whole} are in"
            for facts in new:
                store.load(facts)
            yield from (f"after the next load: {told}" for told in judge.complaints(store))
            if judge.whole(store) != len(new):
                yield f"after the next load {judge.whole(store)} of {len(new)} documents are in"
    except PolecoreError as error:
        yield str(error)
