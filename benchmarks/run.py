"""Runs the benchmarks and writes what they found: ``make bench``, or ``make bench-short`` for a run of seconds.

    python benchmarks/run.py                          all, into out/bench/report.json
    python benchmarks/run.py --only reading,loading
    python benchmarks/run.py --page                   write benchmarks/README.md and its picture from that report

No time decides whether a run succeeds: it fails only if something cannot be done. What does not end in time is left
out, and the report says so: each part has its share of the minutes that are left.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import asking, betweenness, loading, measure, page, reading

PARTS = {
    "reading": reading.measure,
    "loading": loading.measure,
    "asking": asking.measure,
    "betweenness": betweenness.measure,
}
KEPT = Path("out/bench/report.json")


class TimeUp(Exception):
    """The share of a part is over."""


@contextmanager
def share(seconds: float) -> Iterator[None]:
    """End what runs within when its time is over, where the system has alarms."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def over(*_: object) -> None:
        raise TimeUp

    signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 1))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main() -> None:
    """Run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="small sizes and few rounds: says that all runs")
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--add", action="store_true", help="add to the report that is there instead of beginning one")
    parser.add_argument("--report", type=Path, default=KEPT, help="where the report is kept")
    parser.add_argument("--page", action="store_true", help="write README.md and its picture from the report, no more")
    parser.add_argument("--minutes", type=float, default=28, help="how long all parts together may take")
    given = parser.parse_args()
    if given.page:
        page.write(measure.read(given.report))
        return
    report = measure.Report(measure.machine())
    if given.add and given.report.is_file():
        report = measure.read(given.report)
    report.kept = str(given.report)
    names, end = given.only.split(","), time.monotonic() + 60 * given.minutes
    for number, name in enumerate(names):
        try:
            with share((end - time.monotonic()) / (len(names) - number)):
                PARTS[name](report, short=given.short)
        except TimeUp:
            report.skip(f"the rest of {name}", "its share of the time was over; --only and --minutes give it more")
        measure.write(report, given.report)
    if not any(report.findings):
        raise SystemExit("nothing was measured")


if __name__ == "__main__":
    main()
