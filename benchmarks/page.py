"""Writes what was measured as a table and a picture: the generated part of benchmarks/README.md."""

from __future__ import annotations

import statistics
from pathlib import Path

from benchmarks.measure import Finding, Growth, Report

HERE = Path(__file__).parent
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
_DETAIL = "question "
ONLY_RATIOS = "ratios only"
"""Note of a finding of which only what was printed is left, as where a run was cut short."""


def write(report: Report) -> None:
    """Put the table and the picture of a report in place of the former."""
    readme = HERE / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    readme.write_text(f"{before}{BEGIN}\n{_text(report)}{END}{after}", encoding="utf-8")
    picture(report, HERE / "ratios.svg")


def _text(report: Report) -> str:
    main = [f for f in report.findings if not f.what.startswith(_DETAIL)]
    questions = [f for f in report.findings if f.what.startswith(_DETAIL)]
    lines = [
        f"Measured on {report.machine}.",
        "",
        "| what | beside | ratio: median (least–most) | goal | | s, ours / peer | clock |",
    ]
    lines += ["|---|---|---|---|---|---|---|", *map(_row, main), ""]
    lines += ["![Ratios with their spread](ratios.svg)", ""]
    for note in dict.fromkeys(f"{f.what} / {f.peer}: {f.note}" for f in main if f.note not in {"", ONLY_RATIOS}):
        lines.append(f"- {note}")
    lines += ["", "| growth of | size | CPU s | s per million | peak MB |", "|---|---|---|---|---|"]
    for growth in report.growths:
        lines += _rows(growth)
    if questions:
        lines += ["", "| question | ms by the store | ms by the bare driver | ratio |", "|---|---|---|---|"]
        lines += [_question(f) for f in questions]
    if report.skipped:
        lines += ["", "Left out:", "", *(f"- {why}" for why in report.skipped)]
    return "\n".join(lines) + "\n"


def _row(f: Finding) -> str:
    ratios = sorted(f.ratios())
    spread = f"{statistics.median(ratios):.2f}×" + (f" ({ratios[0]:.2f}–{ratios[-1]:.2f})" if len(ratios) > 1 else "")
    met = {None: "", True: "met", False: "**missed**"}[f.met()]
    times = (
        "" if f.note == ONLY_RATIOS else f"{_short(statistics.median(f.ours))} / {_short(statistics.median(f.theirs))}"
    )
    return f"| {f.what} | {f.peer} | {spread} | {f.goal} | {met} | {times} | {f.clock} |"


def _short(seconds: float) -> str:
    return f"{seconds:.2f}" if seconds >= 0.01 else f"{seconds:.2g}"


def _rows(growth: Growth) -> list[str]:
    rows = zip(growth.sizes, growth.seconds, growth.megabytes, strict=True)
    return [
        f"| {growth.what} | {size:,} {growth.unit} | {seconds:.2f} | {seconds / size * 1e6:.1f} | {_peak(peak)} |"
        for size, seconds, peak in rows
    ]


def _peak(megabytes: float) -> str:
    return f"{megabytes:.0f}" if megabytes else ""


def _question(f: Finding) -> str:
    ours, theirs = statistics.median(f.ours) * 1000, statistics.median(f.theirs) * 1000
    return f"| {f.what.removeprefix(_DETAIL)} | {ours:.1f} | {theirs:.1f} | {ours / theirs:.2f}× |"


def picture(report: Report, path: Path) -> None:
    """Draw the ratios, as far as there is a goal: what is better than the goal stands right of the line."""
    import matplotlib as mpl
    import matplotlib.pyplot as plt

    mpl.use("Agg")
    mpl.rcParams["svg.hashsalt"] = "polecore"
    found = [f for f in report.findings if f.goal][::-1]
    figure, axes = plt.subplots(figsize=(9, 0.55 * len(found) + 1.2))
    for at, f in enumerate(found):
        goal = float(f.goal[1:].strip(" ×"))
        better = sorted(ratio / goal if f.faster else goal / ratio for ratio in f.ratios())
        middle = statistics.median(better)
        axes.plot([better[0], better[-1]], [at, at], color="#888888", linewidth=3, solid_capstyle="round")
        axes.plot([middle], [at], "o", color="#1b7837" if f.met() else "#b2182b", markersize=7)
    axes.axvline(1, color="black", linewidth=1)
    axes.set_xscale("log")
    axes.set_xticks([0.25, 0.5, 1, 2, 4], ["¼", "½", "1", "2", "4"])
    axes.minorticks_off()
    axes.set_yticks(
        range(len(found)), [f"{f.what.partition(',')[0]}\n/ {f.peer} ({f.goal}, {f.clock})" for f in found], fontsize=7
    )
    axes.set_xlabel("times as good as the goal (line); dot: median, bar: all rounds", fontsize=8)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
