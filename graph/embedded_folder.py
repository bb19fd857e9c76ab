"""The folder of an embedded store: who holds it, whether it is finished, and whether its files are as they were left.

Four files of ours stand beside those of the engine: a lock, the mark of the version, a note that the store is being
made, and the sizes and checksums of all files. The last is there only as long as nobody has the store open, and only
if its graph was in order, so that it vouches for the graph: nothing in it need be looked at on opening. A process that
was killed leaves none; what is in the graph is then compared with what its documents state.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from graph import sharing, versions
from ontology.errors import StoreError

LOCK, FORMAT, MAKING, SUMS = "polecore.lock", "polecore.format", "polecore.making", "polecore.sums"
_OURS = frozenset({LOCK, FORMAT, SUMS, sharing.FILE, sharing.HOLDER})
_PASSING = (".lck",)
"""Ends of the names of files that the engine keeps only while it runs."""
_NAMED = 3
_FILES = "files"
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)

Sums = dict[str, tuple[int, int, str]]
"""File -> size, time of the last change, digest."""


class Lock:
    """The right to use a folder, which ends with the process at the latest.

    Raises
    ------
    StoreError
        if another process has it.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = (path / LOCK).open("a+b")
        except OSError as error:
            raise StoreError(f"embedded:{path}: the folder cannot be written to ({error.strerror})") from None
        try:
            _lock(self._file.fileno())
        except OSError as error:
            if error.errno not in _TAKEN:  # no locks on this file system; the engine has one of its own kind
                return
            self._file.close()
            raise held(path) from None

    def release(self) -> None:
        """Let others have it."""
        self._file.close()


def held(path: Path) -> StoreError:
    """Say which other process has a store."""
    return StoreError(
        f"embedded:{path}: {sharing.holder(path)} has the store open and shares it with no other; wait for it "
        "or end it, or use a Neo4j server (--store neo4j://HOST) to serve several"
    )


def _lock(number: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        # Unlike a record lock it survives that someone copies the folder within this process
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


def prepare(path: Path) -> None:
    """Make the folder if it is not there.

    Raises
    ------
    StoreError
        if that cannot be done, or if something else stands there.
    """
    if path.exists() and not path.is_dir():
        raise StoreError(f"embedded:{path}: a file stands there; name a folder for the store")
    if path.exists() and not (path / FORMAT).exists() and not _unfinished(path):
        others = sorted(p.name for p in path.iterdir() if p.name not in _OURS)
        if others:
            what = "an unfinished store" if "schema.json" in others else "other files"
            raise StoreError(f"embedded:{path}: the folder holds {what}; remove it or name another folder")
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"embedded:{path}: the folder cannot be made ({error.strerror}); name another one") from None
    if not os.access(path, os.W_OK):
        raise StoreError(f"embedded:{path}: the folder cannot be written to; change that or name another one")


def check_version(path: Path, *, older: bool = False) -> None:
    """Make sure that a store was written by this version, if one stands in the folder; see `versions.check`."""
    try:
        found = (path / FORMAT).read_bytes().decode("ascii", "replace").strip()
    except FileNotFoundError:
        return
    versions.check(
        f"embedded:{path}",
        found,
        advice=f"bring it over with `polecore copy --from embedded:{path} --to embedded:NEW`, "
        "or load the documents into a new folder",
        older=older,
    )


def begin(path: Path) -> bool:
    """Say whether a store is still to be made in a folder that we have locked, and clear away one that was begun."""
    if (path / FORMAT).exists():
        (path / MAKING).unlink(missing_ok=True)
        return False
    clear(path)
    (path / MAKING).touch()
    return True


def clear(path: Path) -> None:
    """Remove a store that was never finished; nothing was committed to it."""
    for found in sorted(path.iterdir(), key=lambda p: p.name == MAKING):  # the note goes last
        if found.name in {LOCK, sharing.HOLDER}:
            continue
        if found.is_dir():
            shutil.rmtree(found, ignore_errors=True)
        else:
            found.unlink(missing_ok=True)


def seal(path: Path) -> None:
    """Note that the schema is complete, and which version made it."""
    _put(path / FORMAT, versions.mark())
    (path / MAKING).unlink(missing_ok=True)


def take_sums(path: Path) -> Sums:
    """Compare all files with what they were when the store was closed, and give what they were.

    The note of it is removed, since the store will be open. Nothing is given if there is none, or if it is of a time
    when it was left beside a damaged graph as well: it does not vouch for the graph then.

    Raises
    ------
    StoreError
        naming files that are not as they were.
    """
    try:
        noted: dict[str, Any] = json.loads((path / SUMS).read_text(encoding="utf-8"))
        held: dict[str, list[int | str]] = noted.get(_FILES, noted)
        vouches = _FILES in noted
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, AttributeError):
        raise _damaged(path, [f"{SUMS} cannot be read"]) from None
    now = _sums(path)
    odd = [
        f"{name} is missing" if name not in now else f"{name} is not as it was when the store was closed"
        for name, (size, digest) in sorted(held.items())
        if name not in now or [now[name][0], now[name][2]] != [size, digest]
    ]
    if odd:
        raise _damaged(path, odd)
    (path / SUMS).unlink()
    return now if vouches else {}


def leave_sums(path: Path, before: Mapping[str, tuple[int, int, str]]) -> None:
    """Note what all files are, after a sound store was closed; if that cannot be done, there is no note."""
    with contextlib.suppress(OSError):
        now = _sums(path, before)
        files = {name: [size, digest] for name, (size, _, digest) in sorted(now.items())}
        _put(path / SUMS, json.dumps({_FILES: files}))


def _damaged(path: Path, complaints: list[str]) -> StoreError:
    more = f" and {len(complaints) - _NAMED} more" if len(complaints) > _NAMED else ""
    return StoreError(
        f"embedded:{path}: the store is damaged: {'; '.join(complaints[:_NAMED])}{more}; "
        "remove the folder and load the documents again"
    )


def _sums(path: Path, before: Mapping[str, tuple[int, int, str]] | None = None) -> Sums:
    found: Sums = {}
    for file in path.iterdir():
        if (file.name in _OURS and file.name != FORMAT) or file.name.endswith(_PASSING) or not file.is_file():
            continue
        at = file.stat()
        size, changed, digest = (before or {}).get(file.name, (-1, -1, ""))
        if (size, changed) != (at.st_size, at.st_mtime_ns):
            with file.open("rb") as content:
                digest = hashlib.file_digest(content, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
        found[file.name] = (at.st_size, at.st_mtime_ns, digest)
    return found


def _unfinished(path: Path) -> bool:
    return (path / MAKING).exists()


def _put(path: Path, text: str) -> None:
    draft = path.with_name(f"{path.name}.part")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
