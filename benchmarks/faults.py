"""Breaks stores in many ways and says what was left of them: kills, outages, full disks, two loads at once, bad files.

    python benchmarks/faults.py                                    # all on the embedded store: 100 kills and the rest
    python benchmarks/faults.py --kills 20 --only kills,together
    eval "$(tests/server/neo4j.sh start)"; python benchmarks/faults.py --server   # the same on that server, and outages

Every store is compared, node by node and tie by tie, with a clean load of the documents that it names; then the load is
run again and must complete. The server is emptied, killed and started again: only one of tests/server/neo4j.sh will do.
A full disk is a small file system in memory, which needs the right to mount one.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.breaking import damage, killing, outages, room, together
from benchmarks.breaking.loading import OTHER, made
from graph.facts import Facts

NUMBER, PER_DOCUMENT = 5, 8
PARTS = ("kills", "together", "outages", "room", "damage")


def main() -> None:
    """Break stores and print the tables; exit with 1 if any was left in a bad state."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--server", action="store_true", help="the test server instead of the embedded store")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    given = parser.parse_args()
    wanted = given.only.split(",")
    with tempfile.TemporaryDirectory() as name:
        place, older = Path(name), made(given.seed + OTHER, NUMBER, PER_DOCUMENT)
        target = _server(older) if given.server else killing.embedded(place, older)
        jobs: dict[str, Callable[[], list[str]]] = {
            "kills": lambda: _kills(target, given.kills, given.seed),
            "together": lambda: _together(target, given.seed),
        }
        if given.server:
            jobs["outages"] = lambda: _outages(target, given.seed)
        else:
            jobs["room"] = lambda: _room(place, given.seed)
            jobs["damage"] = lambda: _damage(place, given.seed)
        failures = [f"{part}: {one}" for part, job in jobs.items() if part in wanted for one in job()]
    for one in failures:
        print(f"FAILED {one}")
    raise SystemExit(1 if failures else 0)


def _server(older: list[Facts]) -> killing.Target:
    uri, password = (os.environ.get(name, "") for name in ("POLECORE_TEST_NEO4J", "POLECORE_TEST_NEO4J_PASSWORD"))
    if not uri or not password:
        raise SystemExit('faults: no server; eval "$(tests/server/neo4j.sh start)" names one')
    os.environ["POLECORE_NEO4J_PASSWORD"] = password
    return killing.neo4j(uri, ("neo4j", password), older)


def _kills(target: killing.Target, rounds: int, seed: int) -> list[str]:
    tally = killing.Tally()
    for tally in killing.kills(target, rounds, seed, number=NUMBER, per_document=PER_DOCUMENT):
        if tally.kills % 10 == 0:
            print(f"  {tally.kills} kills, {len(tally.failures)} failures", flush=True)
    _told(f"kill -9 of a load into {target.name}", [*sorted(tally.phases.items())])
    _told("documents after reopening", [("whole", tally.whole), ("absent or older", tally.absent)])
    return tally.failures


def _together(target: killing.Target, seed: int) -> list[str]:
    met = list(together.meetings(target, 6, seed, number=NUMBER, per_document=PER_DOCUMENT))
    done = sum(told == "done" for meeting in met for told in meeting.told)
    refused = sum(meeting.refused for meeting in met)
    _told(f"two loads at once into {target.name}", [("done", done), ("refused, run again", refused)])
    return [failure for meeting in met for failure in meeting.failures]


def _outages(target: killing.Target, seed: int) -> list[str]:
    home = Path(os.environ.get("NEO4J_HOME") or outages.SCRIPT.parents[2] / ".neo4j/home-5.26.30")
    port = int(os.environ["POLECORE_TEST_NEO4J"].rpartition(":")[2])
    cases = [outages.Outage(killed, away) for away in (0, 3, 15, 40) for killed in (True, False)]
    cases += [outages.Outage(killed, 30, waits=10) for killed in (True, False)]
    failures = []
    for ending in outages.outages(target, home, port, cases, seed, number=NUMBER, per_document=PER_DOCUMENT):
        print(f"  {ending.outage}: {ending.whole} of {NUMBER} documents in; {ending.told}", flush=True)
        failures += ending.failures
    return failures


def _room(place: Path, seed: int) -> list[str]:
    failures = []
    try:
        for ran in (
            *room.loads(place, seed, number=NUMBER, per_document=PER_DOCUMENT),
            *room.exports(place, seed, number=NUMBER, per_document=PER_DOCUMENT),
        ):
            print(f"  {ran.what}: {ran.message}", flush=True)
            failures += ran.failures
    except PermissionError as error:
        print(f"  skipped: {error}")
    return failures


def _damage(place: Path, seed: int) -> list[str]:
    clean = damage.make(place / "whole", made(seed, 3, PER_DOCUMENT))
    drawn = list(damage.changes(place / "whole", seed, each=2, flips=3))
    failures = []
    for killed in (False, True):
        found = damage.damage(place / "whole", place / "damaged", clean, drawn, killed=killed)
        print(f"  {'after a kill' if killed else 'after closing'}: {dict(damage.totals(found))}")
        for (what, how), one in sorted(found.items()):
            print(f"    {what}, {how}: {one.noticed} told, {one.harmless} harmless, {len(one.unnoticed)} unnoticed")
        failures += [text for one in found.values() for text in one.unnoticed]
    return failures


def _told(what: str, counts: Iterable[tuple[str, int]]) -> None:
    found = Counter(dict(counts))
    print(f"{what}: {found.total()} ({', '.join(f'{number} {name}' for name, number in found.items())})", flush=True)


if __name__ == "__main__":
    main()
