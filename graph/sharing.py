"""Where a process that holds an embedded store answers others of the same user: a file beside the store.

The file holds a port on the loopback interface and the passwords of two accounts, one that may only read. It is made
anew at each start and readable by its owner alone.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "polecore.bolt"
HOLDER = "polecore.pid"
READER, WRITER = "reader", "writer"


@dataclass(frozen=True, slots=True)
class Address:
    """A port, the process behind it, the database, and the passwords of the accounts `READER` and `WRITER`."""

    port: int
    pid: int
    database: str
    reader: str
    writer: str

    @property
    def uri(self) -> str:
        """The URI for a driver."""
        return f"bolt://127.0.0.1:{self.port}"


def announce(folder: Path, address: Address) -> None:
    """Write the address of a store; OSError if that cannot be done."""
    file = folder / FILE
    file.unlink(missing_ok=True)
    # Exclusive, so that nobody else's file with laxer rights is written to
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as out:
        json.dump(asdict(address), out)


def withdraw(folder: Path) -> None:
    """Remove the address of a store."""
    with contextlib.suppress(OSError):
        (folder / FILE).unlink()


def find(folder: Path) -> Address | None:
    """Give the address at which another living process answers for a store, or None."""
    try:
        found = Address(**json.loads((folder / FILE).read_text(encoding="ascii")))
    except (OSError, ValueError, TypeError):
        return None
    return found if found.pid != os.getpid() and _alive(found.pid) else None


def hold(folder: Path) -> None:
    """Note which process holds a store, and what it is doing."""
    words = [Path(sys.argv[0]).name if sys.argv else "", *sys.argv[1:2]]
    what = " ".join(word for word in words if word.isprintable() and not word.startswith("-"))
    with contextlib.suppress(OSError):
        (folder / HOLDER).write_text(f"{os.getpid()} {what}".strip(), encoding="utf-8")


def release(folder: Path) -> None:
    """Remove the note."""
    with contextlib.suppress(OSError):
        (folder / HOLDER).unlink()


def holder(folder: Path) -> str:
    """Say which process holds a store."""
    try:
        pid, _, what = (folder / HOLDER).read_text(encoding="utf-8").partition(" ")
        return f"process {int(pid)} ({what})" if what else f"process {int(pid)}"
    except (OSError, ValueError):
        return "another process"


def _alive(pid: int) -> bool:
    if os.name == "nt":  # there, signal 0 would end the process
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
