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
from graph.facts import Facts
from graph.projection.region import Layout, layouts
from graph.selection import Selection
from loaders.lexicon import load_lexicon
from views.parts import address
from views.parts.scope import members_of
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say

CHOICES = (*DIAGRAMS, BRIEFING)
FORMATS = ("pptx", "docx", "pdf", "png", "svg")
PAGES = ("16:9", "a4")
LANGUAGES = ("zh", "en")
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
        "briefing.documents": ("只用这些文件", "Only these documents"),
        "briefing.since": ("此后发布（如 2023）", "Issued since (2023)"),
        "briefing.until": ("此前发布（如 2024-06）", "Issued until (2024-06)"),
        "briefing.confidence": ("最低可信度", "Least confidence"),
        "briefing.stated": ("只用明文联系", "Stated ties only"),
    }
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown; hashable, so that a picture is drawn once."""

    diagram: str = POLECORE
    region: str = ""
    industry: str = ""
    entity: str = ""
    density: str = "full"
    gaps: int = 0
    page: str = PAGES[0]
    captions: str = "zh"
    documents: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    confidence: float = 0.0
    stated: bool = False

    def heeded(self) -> Wanted:
        """Drop what the diagram does not heed, so that links and commands say nothing that has no effect."""
        return replace(
            self,
            region="" if self.diagram == NEIGHBOURHOOD else self.region,
            industry=self.industry if self.diagram == CHAIN else "",
            entity=self.entity if self.diagram == NEIGHBOURHOOD else "",
            density=self.density if self.diagram in (POLECORE, BRIEFING) else "full",
            gaps=self.gaps if self.diagram in REGIONAL else 0,
        )

    def parameters(self) -> dict[str, list[str]]:
        """Give the URL parameters; what has its default value is left out, but the diagram."""
        found = {"diagram": [self.diagram], "document": list(self.documents)}
        plain = Wanted()
        for name in ("region", "industry", "entity", "density", "page", "captions", "since", "until"):
            value = getattr(self, name)
            found[name] = [value] if value and value != getattr(plain, name) else []
        found["gaps"] = [str(self.gaps)] if self.gaps != _gaps(self.diagram) else []
        found["confidence"] = [f"{self.confidence:g}"] if self.confidence else []
        found["stated"] = ["1"] if self.stated else []
        return {name: values for name, values in found.items() if values}

    def options(self) -> Options:
        """Give the options of the picture."""
        return Options(
            page=self.page, language=self.captions, region=self.region or None, industry=self.industry or None,
            entity=self.entity or None, gaps=self.gaps, layouts=known_layouts(), density=self.density,
        )  # fmt: skip

    def selection(self, facts: Facts) -> Selection:
        """Give what to take from the facts."""
        ids = {e.name: e.id for e in facts.entities if e.label in ("City", "Zone", "District")}
        members = {
            entity.id: tuple(ids[name] for name in layout.members if name in ids)
            for layout in known_layouts()
            for entity in facts.entities
            if entity.label == "Region" and layout.region in (entity.name, *entity.aliases)
        }
        return Selection(
            members=members, documents=self.documents, since=self.since or None,
            until=self.until or None, min_confidence=self.confidence, stated_only=self.stated,
        )  # fmt: skip

    def command(self, kind: str) -> str:
        """Write the command that does the same."""
        briefing = self.diagram == BRIEFING
        words = ["polecore", "export", BRIEFING if briefing else kind, "--out", f"polecore-{self.diagram}.{kind}"]
        if not briefing:
            words += ["--diagram", self.diagram]
        for name in ("region", "industry", "entity", "since", "until"):
            if getattr(self, name):
                words += [f"--{name}", getattr(self, name)]
        words += ["--density", self.density] if self.density != "full" else []
        for document in self.documents:
            words += ["--document", document]
        words += ["--min-confidence", f"{self.confidence:g}"] if self.confidence else []
        words += ["--stated-only"] if self.stated else []
        words += ["--gaps", str(self.gaps)] if self.diagram in REGIONAL else []
        return shlex.join([*words, "--page", self.page, "--language", self.captions])


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
    gaps, sure = one("gaps"), one("confidence")
    try:
        confidence = float(sure or 0)
    except ValueError:
        confidence = 0.0
    return Wanted(
        diagram, one("region"), one("industry"), one("entity"), one("density", tuple(DENSITIES)) or "full",
        int(gaps) if gaps in map(str, range(MOST_GAPS + 1)) else _gaps(diagram), one("page", PAGES) or PAGES[0],
        one("captions", LANGUAGES) or language, tuple(parameters.get("document") or ()), one("since"), one("until"),
        round(confidence, 2) if 0 <= confidence <= 1 else 0.0, one("stated") == "1",
    )  # fmt: skip


def _key(name: str) -> str:
    return f"briefing_choice_{name}"


def show(snapshot: Snapshot, language: str, arrived: bool) -> Wanted:
    """Show the choices, and give what they say."""
    # a link of the sidebar brings no parameters: what was chosen before stays
    told = arrived and "diagram" in address.parameters()
    if told or _key("diagram") not in st.session_state:
        asked = read(address.parameters(), language)
        for name in Wanted.__slots__:
            value = getattr(asked, name)
            st.session_state[_key(name)] = list(value) if isinstance(value, tuple) else value
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
    if diagram in (POLECORE, BRIEFING):
        _one("density", tuple(DENSITIES), language)
    if diagram in REGIONAL:
        label = "briefing.gaps_listed" if diagram == BRIEFING else "briefing.gaps"
        st.slider(say(label, language), 0, MOST_GAPS, key=_key("gaps"), on_change=address.hold, persist_state="session")
    _one("page", PAGES, language)
    _one("captions", LANGUAGES, language)
    with st.expander(say("briefing.more", language)):
        _taken(snapshot, language)
    plain = Wanted()
    held: dict[str, Any] = {n: st.session_state.get(_key(n), getattr(plain, n)) for n in Wanted.__slots__}
    held["documents"] = tuple(held["documents"])
    held["since"], held["until"] = held["since"].strip(), held["until"].strip()
    return Wanted(**held).heeded()


def _one(
    name: str, options: Sequence[str], language: str, caption: Callable[[str], str] | None = None,
    changed: Callable[[], None] = address.hold,
) -> str:  # fmt: skip
    if st.session_state[_key(name)] not in options:
        st.session_state[_key(name)] = options[0]
    return str(
        st.selectbox(
            say(f"briefing.{name}", language),
            options,
            key=_key(name),
            on_change=changed,
            persist_state="session",
            format_func=caption or (lambda value: say(f"briefing.{value}", language)),
        )
    )


def _diagram() -> None:
    address.hold()
    st.session_state[_key("gaps")] = _gaps(st.session_state[_key("diagram")])


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


def _taken(snapshot: Snapshot, language: str) -> None:
    held = [name for name in st.session_state[_key("documents")] if name in snapshot.documents]
    if held != st.session_state[_key("documents")]:
        st.session_state[_key("documents")] = held
    st.multiselect(
        say("briefing.documents", language), snapshot.documents, key=_key("documents"), on_change=address.hold,
        placeholder=say("explore.all", language), persist_state="session",
    )  # fmt: skip
    for name in ("since", "until"):
        st.text_input(
            say(f"briefing.{name}", language), key=_key(name), on_change=address.hold, max_chars=10,
            persist_state="session",
        )  # fmt: skip
    st.slider(
        say("briefing.confidence", language), 0.0, 1.0, step=0.05, key=_key("confidence"), on_change=address.hold,
        persist_state="session",
    )  # fmt: skip
    st.checkbox(say("briefing.stated", language), key=_key("stated"), on_change=address.hold, persist_state="session")
