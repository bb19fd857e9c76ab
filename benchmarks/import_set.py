"""Writes a generated region as files for ``neo4j-admin database import``, part by part, whatever its size.

    python benchmarks/import_set.py --nodes 1000000 --out out/import
    neo4j-admin database import full neo4j --overwrite-destination $(cat out/import/arguments)

Of things that several documents name, the first gives the properties. Ledgers are left out: the graph is for
asking, not for loading more. Afterwards run the statements of ``part_000/index.cypher``.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.generator import documents, joined
from graph.export.neo4j_admin import write

DOCUMENTS = 10
"""Documents in a part."""


def write_set(nodes: int, seed: int, out: Path) -> tuple[int, int]:
    """Write parts until there are so many nodes; give how many nodes and ties were written."""
    made, number, counts = documents(seed), 0, [0, 0]
    arguments = [
        "--id-type=string",
        "--array-delimiter=U+001F",
        "--multiline-fields=true",
        "--skip-duplicate-nodes=true",
        f"--bad-tolerance={nodes}",  # what several documents name counts as bad each time after the first
    ]
    while counts[0] < nodes:
        part = joined(itertools.islice(made, DOCUMENTS))
        for path in write(part, out / f"part_{number:03d}"):
            kind = path.name.partition("_")[0]
            if kind in {"node", "tie"}:
                with path.open(encoding="utf-8", newline="") as file:  # a cell may hold several lines
                    lines = sum(1 for _ in csv.reader(file)) - 1
                if lines:
                    counts[kind == "tie"] += lines
                    arguments.append(f"--{'nodes' if kind == 'node' else 'relationships'}={path.resolve()}")
        number += 1
        print(f"{counts[0]:,} nodes, {counts[1]:,} ties", flush=True)
    (out / "arguments").write_text(" ".join(arguments), encoding="utf-8")
    return counts[0], counts[1]


def main() -> None:
    """Write a set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    write_set(given.nodes, given.seed, given.out)


if __name__ == "__main__":
    main()
