"""Two loads into one store at the same time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import cast

from benchmarks.breaking.killing import Load, Target
from benchmarks.breaking.loading import Judge, made
from graph.cypher_store import CypherStore
from graph.facts import Facts
from graph.store import open_store

REFUSED = "has the store open and shares it with no other"


@dataclass(frozen=True)
class Meeting:
    """What became of two loads that met."""

    same: bool
    """Whether both loaded the same documents."""
    told: tuple[str, str]
    failures: list[str]

    @property
    def refused(self) -> int:
        """Count the loads that were told that another process has the store."""
        return sum(REFUSED in told for told in self.told)


def meetings(target: Target, rounds: int, seed: int, *, number: int, per_document: int) -> Iterator[Meeting]:
    """Let two loads meet, with the same and with different documents by turns; a refused one is run again."""
    new = made(seed, number, per_document)
    judge = Judge(new)
    for turn in range(rounds):
        same = turn % 2 == 0
        uri = target.prepare(False)
        shares: list[list[Facts]] = [new, new] if same else [new[::2], new[1::2]]
        loads = [Load(uri, share) for share in shares]
        told = loads[0].outcome(), loads[1].outcome()
        failures = [one for one in told if one != "done" and REFUSED not in one]
        for load in loads:
            load.kill()
        again = [share for share, one in zip(shares, told, strict=True) if REFUSED in one]
        with closing(cast(CypherStore, open_store(uri))) as store:
            for facts in (facts for share in again for facts in share):
                store.load(facts)
            failures += judge.complaints(store)
            if judge.whole(store) != number:
                failures.append(f"{judge.whole(store)} of {number} documents are in")
        yield Meeting(same, told, failures)
