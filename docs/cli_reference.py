"""Writes docs/cli.md from the help of every verb: ``python docs/cli_reference.py``."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "cli.md"
_HEAD = """# The command line

Generated from `polecore --help` by `python docs/cli_reference.py`; edit the verbs in `cli.py`, not this page.

Results go to stdout, messages to stderr, and a progress bar is shown only on a terminal. Exit status: 0 done, 1 a
mistake or a refused fact (said in one line on stderr), 2 wrong usage.

| setting | meaning |
|---|---|
| `POLECORE_STORE` | the store, as `--store` |
| `POLECORE_NEO4J_USER`, `POLECORE_NEO4J_PASSWORD`, `POLECORE_NEO4J_DATABASE` | account and database on a Neo4j server |
| `POLECORE_NEO4J_WAIT` | seconds that a load waits for a Neo4j server that goes away meanwhile (120; 0: not at all) |
| `POLECORE_DOCUMENTS` | folder of the documents, from which quotations are filled in that facts leave out |
| `POLECORE_QUERIES` | folders of your own questions; without it `.polecore/queries` |
| `POLECORE_LEXICON` | folder of your own `places*.yaml`, `organisations*.yaml` and `registers*.yaml` |
| `POLECORE_CORRECTIONS` | file of people's corrections; without it `corrections.yaml` beside the graph |
| `POLECORE_EDITORS`, `POLECORE_READERS` | who may edit, or read, in the app ([signin.md](signin.md)) |
| `POLECORE_OPEN` | `1`: without sign-in whoever reaches the app may edit, wherever it listens |
"""


def _verbs(command: Any) -> Iterator[list[str]]:
    """Give the words of the program and of every verb, those of a group after the group."""
    yield []
    for name, verb in getattr(command, "commands", {}).items():
        yield from ([name, *words] for words in _verbs(verb))


def reference() -> str:
    """Write the page."""
    import typer
    from typer.testing import CliRunner

    from cli import app

    # the page must not depend on the settings or the terminal of whoever makes it
    clean = {"COLUMNS": "100", "POLECORE_STORE": None, "TERMINAL_WIDTH": "100"}
    runner, parts = CliRunner(), [_HEAD]
    for words in _verbs(typer.main.get_command(app)):
        result = runner.invoke(app, [*words, "--help"], prog_name="polecore", env=clean, terminal_width=100)
        title = " ".join(["polecore", *words])
        parts.append(f"\n## {title}\n\n```text\n{result.output.rstrip()}\n```\n")
    return "".join(parts)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.chdir(ROOT)
    PAGE.write_text(reference(), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
