"""A server that is stopped or killed in the middle of a load, and started again after a while."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.breaking.killing import Load, Target
from benchmarks.breaking.loading import OTHER, Judge, judged, made

SCRIPT = Path(__file__).parents[2] / "tests/server/neo4j.sh"
WAITS = 240.0
"""Seconds that a load waits for the server; a busy machine takes long to start one."""


@dataclass(frozen=True)
class Outage:
    """How a server goes, how long it stays away, and how long the load waits for it."""

    killed: bool
    seconds: float
    waits: float = WAITS

    def __str__(self) -> str:
        return f"{'kill -9' if self.killed else 'stop'}, away {self.seconds:g} s, load waits {self.waits:g} s"


def stop(home: Path, *, killed: bool) -> None:
    """End the server of a home directory."""
    if not killed:
        subprocess.run([SCRIPT, "stop"], env={**os.environ, "NEO4J_HOME": str(home)}, check=True)
        return
    file = home / "server.pid"
    os.kill(int(file.read_text()), signal.SIGKILL)
    file.unlink()  # its number may be there for a while yet, and would pass for a running server


def start(home: Path, port: int) -> None:
    """Start it again on its port."""
    while not _free(port):  # the threads of a killed server end one by one
        time.sleep(0.1)
    changed = {"NEO4J_HOME": str(home), "NEO4J_PORT": str(port)}
    subprocess.run([SCRIPT, "start"], env={**os.environ, **changed}, check=True, stdout=subprocess.DEVNULL)


def _free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


@dataclass(frozen=True)
class Ending:
    """What became of a load."""

    outage: Outage
    at: str
    told: str
    whole: int
    failures: list[str]


def outages(
    target: Target, home: Path, port: int, cases: list[Outage], seed: int, *, number: int, per_document: int
) -> Iterator[Ending]:
    """Let the server go away at a random moment of a load, case after case, and tell what became of each."""
    draw = random.Random(seed)
    new, old = (made(s, number, per_document) for s in (seed, seed + OTHER))
    judge = Judge(new, old)
    for case in cases:
        uri = target.prepare(draw.random() < 0.5)
        load = Load(uri, new, wait=case.waits)
        load.wait_for(draw.randrange(2, number + 2))
        time.sleep(draw.uniform(0, 0.5))
        at = load.told[-1]
        stop(home, killed=case.killed)
        time.sleep(case.seconds)
        if case.seconds > case.waits:
            load.outcome()
        start(home, port)
        told = load.outcome()
        load.kill()
        whole, failures = judged(uri, judge, new)
        if whole < load.reported or (told == "done") != (whole == number):
            failures.append(f"the load told {load.told}, and {whole} documents were in")
        yield Ending(case, at, told, whole, failures)
