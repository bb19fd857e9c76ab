"""Measures work beside a peer: rounds that alternate, a ratio for each round, and what machine that was."""

from __future__ import annotations

import gc
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
Clock = Callable[[], float]
CPU: Clock = time.process_time
"""Processor time of this process: other work of the machine counts little."""
WALL: Clock = time.perf_counter


@dataclass
class Finding:
    """Times of one thing and of its peer, round by round; ``goal`` is empty where a peer is only shown beside it."""

    what: str
    peer: str
    ours: list[float]
    theirs: list[float]
    goal: str = ""
    clock: str = "CPU"
    note: str = ""

    @property
    def faster(self) -> bool:
        """Say whether the ratio tells how many times as fast we are, and not how much of the time we take."""
        return self.goal.startswith("≥")

    def ratios(self) -> list[float]:
        """Give the ratio of each round."""
        pairs = zip(self.ours, self.theirs, strict=True)
        return [their / our if self.faster else our / their for our, their in pairs]

    def met(self) -> bool | None:
        """Say whether the median keeps the goal."""
        if not self.goal:
            return None
        bound, ratio = float(self.goal[1:].strip(" ×")), statistics.median(self.ratios())
        return ratio >= bound if self.faster else ratio <= bound


@dataclass
class Growth:
    """How time and peak memory grow with the size."""

    what: str
    unit: str
    sizes: list[int]
    seconds: list[float]
    megabytes: list[float]
    note: str = ""


@dataclass
class Report:
    """All that one run measured."""

    machine: str
    findings: list[Finding] = field(default_factory=list)
    growths: list[Growth] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    kept: str = ""
    """Where each finding is written at once, so that a run that is cut short leaves what it found."""

    def add(self, finding: Finding | Growth) -> None:
        """Keep a finding and print it."""
        if isinstance(finding, Growth):
            self.growths.append(finding)
            rows = zip(finding.sizes, finding.seconds, finding.megabytes, strict=True)
            print(f"{finding.what}: " + ", ".join(f"{n:,} {finding.unit} {s:.2f} s {m:.0f} MB" for n, s, m in rows))
        else:
            self.findings.append(finding)
            print(f"{finding.what} / {finding.peer}: {told(finding)}")
        sys.stdout.flush()
        if self.kept:
            write(self, Path(self.kept))

    def skip(self, what: str, why: str) -> None:
        """Note what was left out."""
        self.skipped.append(f"{what}: {why}")
        print(f"{what}: skipped, {why}", flush=True)


def told(finding: Finding) -> str:
    """Tell the ratio with its spread."""
    ratios = sorted(finding.ratios())
    middle = statistics.median(ratios)
    spread = f" ({ratios[0]:.2f}–{ratios[-1]:.2f})" if len(ratios) > 1 else ""
    goal = f", goal {finding.goal}" if finding.goal else ""
    return f"{middle:.2f}×{spread}{goal}"


def compare(
    what: str,
    peer: str,
    ours: Callable[[], Any],
    theirs: Callable[[], Any],
    *,
    rounds: int,
    goal: str = "",
    clock: Clock = CPU,
    before: Callable[[], Any] = lambda: None,
    note: str = "",
) -> Finding:
    """Take turns; who begins changes from round to round.

    Parameters
    ----------
    before : makes ready for one turn, and is not counted.
    """
    times: dict[str, list[float]] = {"ours": [], "theirs": []}
    turns = [("ours", ours), ("theirs", theirs)]
    for number in range(rounds):
        for name, work in turns if number % 2 == 0 else turns[::-1]:
            before()
            times[name].append(timed(work, clock))
    return Finding(what, peer, times["ours"], times["theirs"], goal, "CPU" if clock is CPU else "wall", note)


def timed(work: Callable[[], Any], clock: Clock = CPU) -> float:
    """Give how long work took."""
    gc.collect()
    start = clock()
    work()
    return clock() - start


@contextmanager
def one_core() -> Iterator[None]:
    """Keep this process on one core, where the system allows it."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


_PEAK = """
import pathlib
held = pathlib.Path('/proc/self/status')
if held.exists():  # what getrusage says begins with the peak of the process that started this one
    peak = next(int(line.split()[1]) / 1024 for line in held.read_text().splitlines() if line.startswith('VmHWM'))
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == 'darwin' else 1024)
"""


def alone(script: str, *words: str, environment: dict[str, str] | None = None) -> tuple[float, float, Any]:
    """Run Python in a process of its own; give its CPU seconds and its peak memory in MB, as it prints them.

    Parameters
    ----------
    script : its text; it may use ``words``, must set ``seconds``, and may set ``answer``.
    """
    text = (
        f"import json, resource, sys, time\nwords = sys.argv[1:]\nanswer = None\n{script}\n"
        f"{_PEAK}"
        "print('\\n' + json.dumps([seconds, peak, answer]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", text, *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    seconds, peak, answer = json.loads(done.stdout.splitlines()[-1])
    return seconds, peak, answer


def machine() -> str:
    """Name the machine: processor, cores, memory, system, load before the run."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        lines = (line.partition(":")[2].strip() for line in info.read_text().splitlines() if "model name" in line)
        name = next(lines, name)
    memory = ""
    if hasattr(os, "sysconf"):
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB"
    load = f", load at the start {os.getloadavg()[0]:.0f}" if hasattr(os, "getloadavg") else ""
    python = platform.python_version()
    return f"{name}, {os.cpu_count()} cores{memory}, {platform.system()} {platform.release()}, Python {python}{load}"


def write(report: Report, path: Path) -> None:
    """Keep a report."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(report), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> Report:
    """Read a report that was kept."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    findings = [Finding(**item) for item in kept["findings"]]
    return Report(kept["machine"], findings, [Growth(**item) for item in kept["growths"]], kept["skipped"])
