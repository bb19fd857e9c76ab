"""Files that are written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def drafts(*paths: Path) -> Iterator[list[Path]]:
    """Give a draft for each file; the files are replaced when all drafts are written, and else stay as they were.

    Raises
    ------
    OSError
        naming the file or the folder, as when the disk is full; no draft is left then.
    """
    found = [path.with_name(f".{path.name}.part") for path in paths]
    try:
        yield found
        for draft, path in zip(found, paths, strict=True):
            draft.replace(path)
    except OSError as error:
        where = paths[0] if len(paths) == 1 else paths[0].parent
        raise OSError(error.errno, error.strerror, str(where)) from None
    finally:
        for draft in found:
            draft.unlink(missing_ok=True)
