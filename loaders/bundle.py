"""Bundled facts: what extraction yields from a folder of documents, with locators in place of quotations.

usage: python -m loaders.bundle DOCUMENTS [--out FOLDER] [--check]

With ``--check`` nothing is written; the exit status is 1 if the bundled facts differ from what extraction yields.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from graph.facts import Facts, read_facts, without_quotes, write_facts
from loaders.pipeline import extract
from ontology.errors import PolecoreError

BUNDLED = Path(__file__).parent.parent / "data" / "liaoning"


def differences(bundled: Facts, extracted: Facts) -> list[str]:
    """List the records that only one side has, as lines to print."""
    lines = []
    for name in ("entities", "relations", "figures"):
        old, new = (
            {json.dumps(r.record(), ensure_ascii=False) for r in getattr(side, name)} for side in (bundled, extracted)
        )
        lines += [f"{name}: only bundled: {r[:160]}" for r in sorted(old - new)]
        lines += [f"{name}: only extracted: {r[:160]}" for r in sorted(new - old)]
    return lines


def main(arguments: list[str] | None = None) -> int:
    """Write or check the bundled facts; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path)
    parser.add_argument("--out", type=Path, default=BUNDLED)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args(arguments)
    try:
        facts = without_quotes(extract([options.documents])).sorted()
        if not options.check:
            write_facts(facts, options.out)
            return 0
        lines = differences(read_facts(options.out), facts)
    except PolecoreError as error:
        sys.stderr.write(f"error: {error}\n")
        return 1
    sys.stderr.writelines(f"{line}\n" for line in lines[:40])
    if lines:
        sys.stderr.write(f"{len(lines)} records differ; run python -m loaders.bundle {options.documents}\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
