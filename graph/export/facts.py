"""Export in the exchange format: three JSON Lines files that load again to the same graph."""

from __future__ import annotations

from pathlib import Path

from graph.facts import FILES, Facts, write_facts


def write(facts: Facts, out: Path) -> list[Path]:
    """Write the exchange format into a folder; give the files."""
    write_facts(facts, out)
    return [out / name for name in FILES]
