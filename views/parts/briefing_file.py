"""The files of a briefing: written where nothing stays, and offered for download."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import streamlit as st

from graph.export.api import export
from graph.export.options import POLECORE, Options
from graph.facts import Facts
from graph.selection import Selection
from views.parts import source
from views.parts.escape import markdown
from views.parts.wording import register, say

_MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_OTHER = "application/octet-stream"
register(
    {
        "briefing.failed": ("画不出来", "This cannot be drawn"),
        "briefing.making": (
            "正在生成，整份简报约需一分钟……",
            "Making the file; a whole briefing takes about a minute …",
        ),
        "briefing.download": ("下载 {name}（{size} KB）", "Download {name} ({size} KB)"),
    }
)


def written(
    kind: str, name: str, selection: Callable[[Facts], Selection], diagram: str = POLECORE,
    options: Options | None = None,
) -> tuple[str, bytes]:  # fmt: skip
    """Write the file in a folder that is gone afterwards; give its name and bytes, several files as one archive."""
    facts = source.opened().store.facts()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / name
        paths = export(facts, selection(facts), out, format_=kind, diagram=diagram, options=options)
        if len(paths) == 1:
            return paths[0].name, paths[0].read_bytes()
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in paths:
                # the time at which a file was made must not change its bytes
                archive.writestr(zipfile.ZipInfo(path.name), path.read_bytes(), zipfile.ZIP_DEFLATED)
        return f"{out.stem}.zip", packed.getvalue()


def offer(name: str, data: bytes, language: str, *, key: str) -> None:
    """Show the button that downloads a file."""
    caption = say("briefing.download", language, name=markdown(name), size=f"{len(data) / 1024:,.0f}")
    mime = _MIME.get(name.rpartition(".")[2], _OTHER)
    st.download_button(caption, data, name, mime, key=key, on_click="ignore")
