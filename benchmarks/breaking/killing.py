"""Loads that are ended by kill -9 at random moments, and what each left behind."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.breaking import loading
from benchmarks.breaking.loading import OTHER, Judge, judged, made
from graph.facts import Facts
from graph.store import open_store

OPENING = 0.3
"""So many of the kills come while the store is opened or made."""
BEYOND = 1.2
"""Where a span was shorter when it was measured, its end is met as well."""
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
    parts : the documents.
    wait : seconds that it waits for a server that goes away.
    """

    def __init__(self, uri: str, parts: list[Facts], *, wait: float = 120) -> None:
        # Forked from a process that has read all modules and never started a Java machine
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["benchmarks.breaking.loading", "graph.embedded", "graph.neo4j"])
        # the process that all are forked from keeps the environment of the moment when it was made
        own = {name: value for name, value in os.environ.items() if name.startswith("POLECORE_")}
        self._told, theirs = context.Pipe(duplex=False)
        self.process = context.Process(
            target=loading.load, args=(theirs, uri, parts, {**own, "POLECORE_NEO4J_WAIT": str(wait)}), daemon=True
        )
        self.process.start()
        theirs.close()
        self.told: list[str] = []

    def wait_for(self, number: int) -> None:
        """Listen until the process has told so much; RuntimeError if it tells of an error or ends before."""
        while len(self.told) < number:
            if not self._listen(_PATIENCE):
                raise RuntimeError(f"the load told {self.told}, and then nothing more")
            if self.told[-1].startswith("error: "):
                raise RuntimeError(self.told[-1])

    def outcome(self) -> str:
        """Listen until the load has ended, and give its last word: ``done``, or an error."""
        while not (self.told and self.told[-1].startswith(("done", "error: "))) and self._listen(_PATIENCE):
            pass
        return self.told[-1] if self.told else "nothing"

    def _listen(self, seconds: float) -> bool:
        try:
            if not self._told.poll(seconds):
                return False
            self.told.append(self._told.recv())
        except EOFError:
            return False
        return True

    def kill(self) -> None:
        """End the process at once, and take in the rest of what it told."""
        self.process.kill()
        self.process.join()
        while self._listen(0):
            pass
        self._told.close()

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

    Every other load replaces older versions of the documents. How long the store takes to open or to be made, and each
    document to load, is measured first; each kill comes at a random moment of one of these spans, drawn as well.
    """
    draw = random.Random(seed)
    new, old = (made(s, number, per_document) for s in (seed, seed + OTHER))
    judge, tally = Judge(new, old), Tally()
    spans: dict[bool, list[float]] = {}
    while tally.kills < rounds:
        with_older = tally.kills % 2 == 1
        uri = target.prepare(with_older)
        load = Load(uri, new)
        load.wait_for(1)
        if with_older not in spans:
            spans[with_older] = list(_measured(load, number + 2))
            load.kill()
            continue
        span = 0 if draw.random() < OPENING else draw.randrange(1, number + 2)
        moment = draw.uniform(0, BEYOND) * spans[with_older][span]
        load.wait_for(span + 1)
        time.sleep(moment)
        load.kill()
        tally.kills += 1
        tally.phases[load.phase] += 1
        where = f"round {tally.kills}, {'replacing' if with_older else 'new'}, {moment:.2f} s after {load.told[span]!r}"
        tally.failures += [f"{where}: {told}" for told in _judged(uri, load, new, judge, tally)]
        yield tally


def _measured(load: Load, number: int) -> Iterator[float]:
    for messages in range(2, number + 2):
        start = time.perf_counter()
        load.wait_for(messages)
        yield time.perf_counter() - start


def _judged(uri: str, load: Load, new: list[Facts], judge: Judge, tally: Tally) -> Iterator[str]:
    whole, failures = judged(uri, judge, new)
    tally.whole += whole
    tally.absent += len(new) - whole
    yield from failures
    if whole < load.reported:
        yield f"{load.reported} documents were reported as loaded, {whole} are in"
