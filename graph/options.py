"""Options that verbs of several packages share."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.presentation import Format

StoreOption = Annotated[
    str,
    typer.Option(
        "--store", envvar="POLECORE_STORE", help="embedded:PATH, neo4j://HOST, neo4j+s://HOST or bolt://HOST."
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the answer.")]
