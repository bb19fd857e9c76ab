"""A map of the user for the diagrams of a briefing: a GeoJSON file, read in memory and kept while the page is open."""

from __future__ import annotations

import hashlib

import streamlit as st

from graph.layout.boundaries import MOST_BYTES, Area, parsed_areas
from ontology.errors import SourceError
from views.parts import address
from views.parts.escape import markdown
from views.parts.reasons import reason
from views.parts.wording import register, say

KINDS = ("geojson", "json")
MEGABYTES = MOST_BYTES // 1024 // 1024
_HELD = "briefing_map_areas"
register(
    {
        "briefing.map": ("底图（GeoJSON）", "Map below it (GeoJSON)"),
        "briefing.map_help": (
            "含多边形的 GeoJSON 文件（WGS 84，不超过 {size} MB）。只在打开此页时留在内存中，不保存。",
            "A GeoJSON file with polygons (WGS 84, up to {size} MB). It stays in memory while this "
            "page is open and is not stored.",
        ),
        "briefing.map_areas": ("{name}：{count} 个区域", "{name}: {count} areas"),
        "briefing.map_failed": ("底图不能使用", "This map cannot be used"),
    }
)
Map = tuple[str, str]
"""File name and a digest of its content; both empty without a map."""


def show(language: str) -> Map:
    """Show the field for the file; give what was chosen. A file that cannot be used is refused with the reason."""
    file = st.file_uploader(
        say("briefing.map", language), type=list(KINDS), max_upload_size=MEGABYTES, key="briefing_map",
        help=say("briefing.map_help", language, size=MEGABYTES), on_change=address.hold,
    )  # fmt: skip
    if file is None:
        st.session_state.pop(_HELD, None)
        return "", ""
    content = file.getvalue()
    chosen = (str(file.name), hashlib.sha256(content).hexdigest())
    if st.session_state.get(_HELD, (None,))[0] != chosen:
        st.session_state.pop(_HELD, None)
        try:
            st.session_state[_HELD] = (chosen, tuple(parsed_areas(content, chosen[0])))
        except SourceError as error:
            told = markdown(reason(error, language))
            st.error(f"**{say('briefing.map_failed', language)}** — {told}")
            return "", ""
    st.caption(
        say("briefing.map_areas", language, name=markdown(chosen[0]), count=len(st.session_state[_HELD][1]))
    )  # fmt: skip
    return chosen


def areas(chosen: Map) -> tuple[Area, ...]:
    """Give the areas of the map that was chosen."""
    held = st.session_state.get(_HELD)
    return held[1] if held and held[0] == chosen and chosen[1] else ()
