"""What a command line needs around a store: messages, a progress bar, a store that is closed again."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.presentation import plain
from graph.store import DEFAULT_URI, Progress, Store, open_store
from ontology.errors import StoreError


def say(message: str) -> None:
    """Write a message for the person at the terminal, on one line of stderr."""
    sys.stderr.write(plain(message) + "\n")


def tell(text: str) -> None:
    """Write a result to stdout."""
    sys.stdout.write(text + "\n")


def width() -> int | None:
    """Give the width of the terminal that results go to; None in a pipe or file, where lines are left whole."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def made(uri: str) -> bool:
    """Say whether a store was ever made; a server always was."""
    scheme, _, path = uri.partition(":")
    return scheme != "embedded" or Path(path or DEFAULT_URI.partition(":")[2]).exists()


@contextmanager
def opened(uri: str, *, reading: bool = True, older: bool = False) -> Iterator[Store]:
    """Open a store and close it again; ``older`` as in `open_store`.

    Raises
    ------
    StoreError
        if it is to be read, is embedded and was never made: reading must not leave an empty graph behind.
    """
    if reading and not made(uri):
        raise StoreError(f"{uri}: there is no graph yet; `polecore load` makes one from the bundled facts")
    store = open_store(uri, older=older)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def progress() -> Iterator[Progress | None]:
    """Show a bar on a terminal; give None in a pipe, where nothing is to be shown."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")

        def advance(stage: str, done: int, total: int) -> None:
            bar.update(task, description=escape(plain(stage)), completed=done, total=total)

        yield advance
