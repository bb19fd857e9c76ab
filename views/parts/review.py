"""The queue of doubtful facts, and the corrections that a person makes there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from graph.facts import Entity, Facts, Figure, Relation
from loaders import judging
from loaders.corrections import Correction, corrections_path
from loaders.doubts import Doubt, doubts, ref
from ontology.errors import PolecoreError
from ontology.schema import load_schema
from views.parts import access, address, changes, links, reasons, source, writing
from views.parts.escape import html, markdown
from views.parts.passage import passage, wordless, written_forms
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say

TOP, REASON, SAID = 15, "review_reason", "review_said"
register(
    {
        "review.left": (
            "共 {total} 条存疑事实，最不确定的在前；这里是前 {shown} 条。",
            "{total} doubtful facts, the least sure first; these are the first {shown}.",
        ),
        "review.none": ("没有存疑的事实。", "There are no doubtful facts."),
        "review.low": ("可信度低", "low confidence"),
        "review.conflict": ("数值不一：{values}", "values disagree: {values}"),
        "review.reason": (
            "理由（写入更正记录，供日后查看）",
            "Reason (kept with the correction, for those who read it later)",
        ),
        "review.default_reason": ("与原文核对", "compared with the passage"),
        "review.accept": ("接受", "Accept"),
        "review.reject": ("否定", "Reject"),
        "review.stored": (
            "已记入更正 {id}。要使它生效，请到「更正记录」按「立即生效」，或重新装入文档。",
            "Stored as correction {id}. It takes effect when you choose «Put into effect» under Corrections, or when "
            "the documents are loaded again.",
        ),
        "review.known": ("更正 {id} 早已记录。", "Correction {id} was stored before."),
        "review.failed": ("未记录", "Not stored"),
        "review.more": ("改正实体", "Correct an entity"),
        "review.merge": ("合并", "Merge"),
        "review.split": ("拆分", "Split"),
        "review.rename": ("改名", "Rename"),
        "review.reclassify": ("改类别", "Change the class"),
        "review.entity": ("实体", "Entity"),
        "review.into": ("并入", "Merge into"),
        "review.alias": ("要拆出的别名", "Other name to split off"),
        "review.class": ("类别", "Class"),
        "review.same": ("（同原实体）", "(as it is)"),
        "review.name": ("新名称", "New name"),
        "review.do": ("记录更正", "Store the correction"),
        "review.no_alias": ("此实体没有别名，无可拆分。", "This entity has no other name to split off."),
    }
)


@dataclass(slots=True)
class Queue:
    """The facts as the corrections make them, and what is doubtful among them."""

    facts: Facts
    found: list[Doubt]
    entities: dict[str, Entity]
    stated: dict[str, Relation | Figure]


@st.cache_resource(max_entries=1, show_spinner=False)
def _queue(uri: str, print_: str, path: str, corrections: str) -> Queue:
    facts = judging.corrected(source.opened().store.facts(), Path(path))
    stated: list[Relation | Figure] = [*facts.relations, *facts.figures]
    return Queue(facts, doubts(facts), {e.id: e for e in facts.entities}, {ref(fact): fact for fact in stated})


def queue() -> Queue:
    """Give the queue; worked out anew when the store or the corrections have changed."""
    uri = source.uri()
    path = corrections_path(uri)
    text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    return _queue(uri, source.fingerprint(source.status(uri)), str(path), text)


def show(language: str) -> None:
    """Show the queue, and for editors what can be done."""
    said = st.session_state.pop(SAID, None)
    if said:
        kind, text = said
        (st.success if kind == "good" else st.error)(text)
    links.follow()
    work = queue()
    editor = access.may_edit()
    if editor:
        st.session_state.setdefault(REASON, say("review.default_reason", language))
        st.text_input(say("review.reason", language), key=REASON, persist_state="session", max_chars=200, width=620)
    if not work.found:
        st.info(say("review.none", language))
    else:
        if wordless(source.snapshot()[0]):
            st.info(say("explore.wordless", language))
        shown = work.found[:TOP]
        st.caption(say("review.left", language, total=f"{len(work.found):,}", shown=len(shown)))
        for doubt in shown:
            _doubt(work, doubt, editor, language)
    if editor:
        st.subheader(say("review.more", language))
        _entities(work, language)


def _doubt(work: Queue, doubt: Doubt, editor: bool, language: str) -> None:
    fact = work.stated[doubt.ref]
    with st.container(border=True):
        left, right = st.columns([0.76, 0.24], vertical_alignment="center")
        with left:
            st.html(_shown(work, doubt, fact, language))
        with right, st.container(horizontal=True):
            for action in ("accept", "reject") if editor else ():
                st.button(
                    say(f"review.{action}", language), key=f"{action}:{doubt.ref}", on_click=_judge,
                    args=(work, action, doubt.ref, language),
                )  # fmt: skip


def _shown(work: Queue, doubt: Doubt, fact: Relation | Figure, language: str) -> str:
    why = [say("review.low", language)] if "low confidence" in doubt.why else []
    if "conflict: " in doubt.why:
        why.append(say("review.conflict", language, values=doubt.why.partition("conflict: ")[2]))
    ends = [fact.source, fact.target] if isinstance(fact, Relation) else [fact.entity]
    forms = [written_forms(work.entities[end]) for end in ends if end in work.entities]
    titles = source.snapshot()[0].titles
    proof = "".join(passage(e, forms, language, titles.get(e.document, "")) for e in fact.evidence[:2])
    head = f'{changes.told(fact, work.entities, language)} <small class="sure">{fact.confidence:.2f}</small>'
    chip = f'<span class="effect against">{html(" · ".join(why))}</span>'
    return f'<div class="pc-panel fact"><p>{head} {chip}</p>{proof}</div>'


def _reason(language: str) -> str:
    return str(st.session_state.get(REASON) or "").strip() or say("review.default_reason", language)


def _judge(work: Queue, action: str, text: str, language: str) -> None:
    _store(work, lambda reason: judging.verdict(work.facts, action, text, reason), language)


def _store(work: Queue, make: Callable[[str], Correction], language: str) -> None:
    address.hold()
    try:
        stored = writing.store(make(_reason(language)), work.facts)
    except PolecoreError as error:
        st.session_state[SAID] = (
            "bad",
            f"**{say('review.failed', language)}** — {markdown(reasons.reason(error, language))}",
        )
        return
    text = say("review.stored" if stored.new else "review.known", language, id=stored.correction.id)
    notes = "".join(f"  \n{markdown(note)}" for note in stored.notes)
    st.session_state[SAID] = ("good", text + notes)


def _entities(work: Queue, language: str) -> None:
    actions = ("merge", "split", "rename", "reclassify")
    action = st.segmented_control(
        say("review.more", language), actions, key="review_action", default="merge", required=True,
        label_visibility="collapsed", format_func=lambda name: say(f"review.{name}", language),
        on_change=address.hold,
    )  # fmt: skip
    with st.container(width=760):
        entity = _pick(work, "review.entity", language)
        if entity is None:
            return
        make = {"merge": _merge, "split": _split, "rename": _rename, "reclassify": _reclassify}[action]
        made = make(work, entity, language)
        st.button(
            say("review.do", language), type="primary", key="review_do", disabled=made is None,
            on_click=lambda: _store(work, made, language) if made else None,
        )  # fmt: skip


def _pick(work: Queue, label: str, language: str, without: str = "") -> str | None:
    words = vocabulary()

    def caption(id_: str) -> str:
        entity = work.entities[id_]
        return f"{entity.name} · {words.class_caption(entity.label, language)}"

    options = sorted((i for i in work.entities if i != without), key=lambda i: (work.entities[i].name, i))
    found = st.selectbox(
        say(label, language), options, index=None, key=label.replace(".", "_"), format_func=caption,
        on_change=address.hold, placeholder="…",
    )  # fmt: skip
    return None if found is None else str(found)


Make = Callable[[str], Correction] | None


def _merge(work: Queue, entity: str, language: str) -> Make:
    into = _pick(work, "review.into", language, entity)
    return None if into is None else lambda reason: judging.merging(work.facts, entity, into, reason)


def _split(work: Queue, entity: str, language: str) -> Make:
    aliases = work.entities[entity].aliases
    if not aliases:
        st.info(say("review.no_alias", language))
        return None
    alias = st.selectbox(say("review.alias", language), aliases, key="review_alias", on_change=address.hold)
    label = _class(language, say("review.same", language))
    return lambda reason: judging.splitting(work.facts, entity, str(alias), reason, label)


def _rename(work: Queue, entity: str, language: str) -> Make:
    name = st.text_input(say("review.name", language), key="review_name", max_chars=120, on_change=address.hold).strip()
    return (lambda reason: judging.renaming(work.facts, entity, name, reason)) if name else None


def _reclassify(work: Queue, entity: str, language: str) -> Make:
    label = _class(language, "…")
    return (lambda reason: judging.reclassifying(work.facts, entity, label, reason)) if label else None


def _class(language: str, none: str) -> str:
    words, known = vocabulary(), ["", *sorted(load_schema().entity_types)]
    chosen = st.selectbox(
        say("review.class", language), known, key="review_class", on_change=address.hold,
        format_func=lambda label: words.class_caption(label, language) if label else none,
    )  # fmt: skip
    return str(chosen or "")
