"""Writing files: whole or not at all, and the same bytes from run to run."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from graph.drafts import drafts
from ontology.errors import OntologyError, SourceError

_EPOCH = (2000, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def put(path: Path, content: str | bytes) -> Path:
    """Write a file, in UTF-8 with line feeds; the former one is replaced only when the new one is whole.

    Raises
    ------
    SourceError
        if the path is a folder.
    OntologyError
        if the text is not valid Unicode.
    """
    return put_all({path: content})[0]


def put_all(files: Mapping[Path, str | bytes]) -> list[Path]:
    """Write several files of one folder as `put` writes one: the former ones stay until all new ones are whole."""
    encoded = {path: _encoded(path, content) for path, content in files.items()}
    for folder in {path.parent for path in encoded}:
        folder.mkdir(parents=True, exist_ok=True)
    with drafts(*encoded) as parts:
        for draft, content in zip(parts, encoded.values(), strict=True):
            draft.write_bytes(content)
    return [*encoded]


def _encoded(path: Path, content: str | bytes) -> bytes:
    if path.is_dir():
        raise SourceError(f"{path}: is a folder; name a file")
    if isinstance(content, bytes):
        return content
    try:
        return content.encode()
    except UnicodeEncodeError as error:
        bad = error.object[max(0, error.start - 20) : error.end]
        raise OntologyError(f"{path}: {bad!r} is not valid Unicode; correct the record") from None


def settled(archive: bytes) -> bytes:
    """Take the time out of an Office file: that of each part and that of the document."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", content)
            new.writestr(part, content)
    return out.getvalue()


def printable(text: str) -> str:
    r"""Put U+FFFD for what XML cannot carry: control characters and halves of pairs.

    Examples
    --------
    >>> printable("甲\x07乙")
    '甲\ufffd乙'
    """
    return _NOT_XML.sub("\ufffd", text)
