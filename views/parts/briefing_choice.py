"""What a briefing shows: the choices, as the command line has them, as one value that lives in the URL."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import streamlit as st

from graph.export.options import (
    BRIEFING,
    CHAIN,
    COLLABORATION,
    DENSITIES,
    DIAGRAMS,
    MOST_GAPS,
    NEIGHBOURHOOD,
    POLECORE,
    Options,
)
from graph.export.picture import listed_members
from graph.facts import Facts
from graph.language import LANGUAGES
from graph.projection.region import Layout, layouts
from graph.selection import Selection
from loaders.lexicon import load_lexicon
from views.parts import address, briefing_map, briefing_query, briefing_taken
from views.parts.briefing_map import Map
from views.parts.briefing_query import NOTHING, Asked
from views.parts.briefing_taken import key
from views.parts.scope import members_of
from views.parts.snapshot import Snapshot
from views.parts.state import HOPS
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say

CHOICES = (*DIAGRAMS, BRIEFING)
FORMATS = ("pptx", "docx", "pdf", "png", "svg")
PAGES = ("16:9", "a4")
REGIONAL = (POLECORE, COLLABORATION, BRIEFING)
GAPS = 5
register(
    {
        "briefing.diagram": ("图", "Diagram"),
        "briefing.polecore": ("极核布局", "Pole-core layout"),
        "briefing.collaboration": ("合作网络", "Collaboration network"),
        "briefing.chain": ("产业链", "Chain of an industry"),
        "briefing.neighbourhood": ("实体的周边", "Neighbourhood"),
        "briefing.heatmap": ("城市 × 产业", "Cities × industries"),
        "briefing.briefing": ("整份简报", "Whole briefing"),
        "briefing.region": ("区域", "Region"),
        "briefing.any": ("（自动）", "(automatic)"),
        "briefing.industry": ("产业", "Industry"),
        "briefing.entity": ("实体", "Entity"),
        "briefing.hops": ("取用几步之内（图中画一步）", "Steps taken (the picture draws one)"),
        "briefing.density": ("疏密", "Density"),
        "briefing.full": ("详细：尽量列出名称", "full: as many names as fit"),
        "briefing.medium": ("适中", "medium"),
        "briefing.light": ("简略：每处一两个名称", "light: one or two names each"),
        "briefing.gaps": ("虚线画出证据最充分的缺口（条）", "Best founded gaps, dashed"),
        "briefing.gaps_listed": ("画出并列出的缺口（条）", "Gaps drawn and listed"),
        "briefing.page": ("页面", "Page"),
        "briefing.16:9": ("幻灯片 16:9", "slide 16:9"),
        "briefing.a4": ("A4", "A4"),
        "briefing.captions": ("图中文字", "Captions"),
        "briefing.zh": ("中文", "Chinese"),
        "briefing.en": ("英文", "English"),
        "briefing.more": ("取用范围", "What to take"),
    }
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown; hashable, so that a picture is drawn once."""

    diagram: str = POLECORE
    region: str = ""
    industry: str = ""
    entity: str = ""
    hops: int = 1
    density: str = "full"
    gaps: int = 0
    page: str = PAGES[0]
    captions: str = "zh"
    labels: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    confidence: float = 0.0
    stated: bool = False
    asked: Asked = NOTHING
    map: Map = ("", "")

    def heeded(self) -> Wanted:
        """Drop what the diagram does not heed, so that links and commands say nothing that has no effect."""
        return replace(
            self,
            region="" if self.diagram == NEIGHBOURHOOD else self.region,
            industry=self.industry if self.diagram == CHAIN else "",
            entity=self.entity if self.diagram == NEIGHBOURHOOD else "",
            hops=self.hops if self.diagram == NEIGHBOURHOOD else 1,
            density=self.density if self.diagram in (POLECORE, BRIEFING) else "full",
            gaps=self.gaps if self.diagram in REGIONAL else 0,
            industries=() if self.diagram == CHAIN else self.industries,
            map=self.map if self.diagram in REGIONAL else ("", ""),
        )

    def parameters(self) -> dict[str, list[str]]:
        """Give the URL parameters; what has its default value is left out, but the diagram. A map is not in them."""
        found = {"diagram": [self.diagram], "document": list(self.documents), **self.asked.parameters()}
        found |= {"label": list(self.labels), "field": list(self.industries)}
        plain = Wanted()
        for name in ("region", "industry", "entity", "density", "page", "captions", "since", "until"):
            value = getattr(self, name)
            found[name] = [value] if value and value != getattr(plain, name) else []
        found["hops"] = [str(self.hops)] if self.hops != plain.hops else []
        found["gaps"] = [str(self.gaps)] if self.gaps != _gaps(self.diagram) else []
        found["confidence"] = [f"{self.confidence:g}"] if self.confidence else []
        found["stated"] = ["1"] if self.stated else []
        return {name: values for name, values in found.items() if values}

    def options(self) -> Options:
        """Give the options of the picture."""
        return Options(
            page=self.page, language=self.captions, region=self.region or None, industry=self.industry or None,
            entity=self.entity or None, gaps=self.gaps, layouts=known_layouts(), density=self.density,
            areas=briefing_map.areas(self.map),
        )  # fmt: skip

    def selection(self, facts: Facts) -> Selection:
        """Give what to take from the facts."""
        return Selection(
            members=listed_members(facts, known_layouts()), labels=self.labels, industries=self.industries,
            documents=self.documents, since=self.since or None, until=self.until or None,
            min_confidence=self.confidence, entities=(self.entity,) if self.entity else (), hops=self.hops,
            stated_only=self.stated, ids=briefing_query.ids(self.asked),
        )  # fmt: skip

    def data(self, facts: Facts) -> Selection:
        """Give what to take as data: the same, and of the graph only what the picture is about."""
        return replace(
            self.selection(facts),
            regions=(self.region,) if self.region else (),
            industries=(*self.industries, *([self.industry] if self.industry else [])),
        )

    def data_command(self, kind: str, name: str) -> str:
        """Write the command that gives the same data."""
        language = ["--language", self.captions] if kind == "html" else []
        return shlex.join(["polecore", "export", kind, "--out", name, *self._taken(), *language])

    def command(self, kind: str) -> str:
        """Write the command that does the same."""
        briefing = self.diagram == BRIEFING
        words = ["polecore", "export", BRIEFING if briefing else kind, "--out", f"polecore-{self.diagram}.{kind}"]
        if not briefing:
            words += ["--diagram", self.diagram]
        words += self._taken()
        words += ["--boundaries", self.map[0]] if self.map[0] else []
        words += ["--density", self.density] if self.density != "full" else []
        words += ["--gaps", str(self.gaps)] if self.diagram in REGIONAL else []
        return shlex.join([*words, "--page", self.page, "--language", self.captions])

    def _taken(self) -> list[str]:
        words = []
        for name in ("region", "industry", "entity", "since", "until"):
            if getattr(self, name):
                words += [f"--{name}", getattr(self, name)]
        for option, values in (
            ("--label", self.labels),
            ("--industry", self.industries),
            ("--document", self.documents),
        ):
            for value in values:
                words += [option, value]
        words += ["--hops", str(self.hops)] if self.hops != 1 else []
        words += self.asked.words()
        words += ["--min-confidence", f"{self.confidence:g}"] if self.confidence else []
        return words + (["--stated-only"] if self.stated else [])


HELD = tuple(name for name in Wanted.__slots__ if name not in ("asked", "map"))
"""What is kept in the session by name; the rest has a place of its own."""


@cache
def known_layouts() -> tuple[Layout, ...]:
    """Give the layouts of the lexicon, which name the poles and members of regions."""
    return tuple(layouts(load_lexicon().layouts, "lexicon"))


def _gaps(diagram: str) -> int:
    return GAPS if diagram == BRIEFING else 0


def read(parameters: Mapping[str, list[str]], language: str) -> Wanted:
    """Read the choices from URL parameters; a value that cannot be understood falls back to its default."""

    def one(name: str, allowed: Sequence[str] = ()) -> str:
        value = (parameters.get(name) or [""])[-1]
        return value if not allowed or value in allowed else ""

    diagram = one("diagram", CHOICES) or POLECORE
    gaps, sure, hops = one("gaps"), one("confidence"), one("hops")
    try:
        confidence = float(sure or 0)
    except ValueError:
        confidence = 0.0
    return Wanted(
        diagram, one("region"), one("industry"), one("entity"), int(hops) if hops in map(str, HOPS) else 1,
        one("density", tuple(DENSITIES)) or "full",
        int(gaps) if gaps in map(str, range(MOST_GAPS + 1)) else _gaps(diagram), one("page", PAGES) or PAGES[0],
        one("captions", LANGUAGES) or language, tuple(parameters.get("label") or ()),
        tuple(parameters.get("field") or ()), tuple(parameters.get("document") or ()), one("since"), one("until"),
        round(confidence, 2) if 0 <= confidence <= 1 else 0.0, one("stated") == "1", briefing_query.read(parameters),
    )  # fmt: skip


def show(snapshot: Snapshot, language: str, arrived: bool) -> Wanted:
    """Show the choices, and give what they say."""
    # a link of the sidebar brings no parameters: what was chosen before stays
    told = arrived and "diagram" in address.parameters()
    if told or key("diagram") not in st.session_state:
        told_by_link = read(address.parameters(), language)
        for name in HELD:
            value = getattr(told_by_link, name)
            st.session_state[key(name)] = list(value) if isinstance(value, tuple) else value
        briefing_query.adopt(told_by_link.asked)
    diagram = _one("diagram", CHOICES, language, changed=_diagram)
    regions = members_of(snapshot)
    if diagram != NEIGHBOURHOOD:
        names = dict.fromkeys([*(la.region for la in known_layouts()), *(snapshot.entities[r].name for r in regions)])
        there = {form for e in snapshot.entities.values() if e.label == "Region" for form in (e.name, *e.aliases)}
        _one("region", ["", *(n for n in names if n in there)], language, lambda n: n or say("briefing.any", language))
    if diagram == CHAIN:
        _one("industry", ["", *_industries(snapshot)], language, lambda name: name or "…")
    if diagram == NEIGHBOURHOOD:
        _entity(snapshot, language)
        st.selectbox(
            say("briefing.hops", language), HOPS, key=key("hops"), on_change=address.hold, persist_state="session"
        )
    if diagram in (POLECORE, BRIEFING):
        _one("density", tuple(DENSITIES), language)
    if diagram in REGIONAL:
        label = "briefing.gaps_listed" if diagram == BRIEFING else "briefing.gaps"
        st.slider(say(label, language), 0, MOST_GAPS, key=key("gaps"), on_change=address.hold, persist_state="session")
    _one("page", PAGES, language)
    _one("captions", LANGUAGES, language)
    chosen = briefing_map.show(language) if diagram in REGIONAL else ("", "")
    with st.expander(say("briefing.more", language)):
        asked = briefing_taken.show(snapshot, language, industries=[] if diagram == CHAIN else _industries(snapshot))
    plain = Wanted()
    held: dict[str, Any] = {n: st.session_state.get(key(n), getattr(plain, n)) for n in HELD}
    for name in ("labels", "industries", "documents"):
        held[name] = tuple(held[name])
    held["since"], held["until"] = held["since"].strip(), held["until"].strip()
    return Wanted(**held, asked=asked, map=chosen).heeded()


def _one(
    name: str, options: Sequence[str], language: str, caption: Callable[[str], str] | None = None,
    changed: Callable[[], None] = address.hold,
) -> str:  # fmt: skip
    if st.session_state[key(name)] not in options:
        st.session_state[key(name)] = options[0]
    return str(
        st.selectbox(
            say(f"briefing.{name}", language),
            options,
            key=key(name),
            on_change=changed,
            persist_state="session",
            format_func=caption or (lambda value: say(f"briefing.{value}", language)),
        )
    )


def _diagram() -> None:
    address.hold()
    st.session_state[key("gaps")] = _gaps(st.session_state[key("diagram")])


def _industries(snapshot: Snapshot) -> list[str]:
    """List the industries that something focuses on, those of most ties first."""
    counts = {
        e.name: sum(1 for tie in snapshot.ties_of(e.id) if tie.type == "FOCUSES_ON")
        for e in snapshot.entities.values()
        if e.label == "Industry"
    }
    return sorted((name for name in counts if counts[name]), key=lambda name: (-counts[name], name))


def _entity(snapshot: Snapshot, language: str) -> None:
    words = vocabulary()

    def caption(id_: str) -> str:
        entity = snapshot.entities.get(id_)
        return f"{entity.name} · {words.class_caption(entity.label, language)}" if entity else "…"

    tied = [e for e in snapshot.entities if snapshot.degree(e)]
    _one("entity", ["", *sorted(tied, key=lambda e: (-snapshot.degree(e), e))], language, caption)
