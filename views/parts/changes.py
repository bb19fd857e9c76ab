"""What documents would do to the graph, sentence by sentence, with a verdict on each single fact."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import streamlit as st

from graph.comparison import Effect, Item, key
from graph.facts import Entity, Figure, Relation
from loaders.apart import Sentence
from views.parts import address
from views.parts.amount import amount, of_year
from views.parts.escape import html
from views.parts.passage import written_forms
from views.parts.vocabulary import vocabulary
from views.parts.wording import register, say
from views.parts.writing import Draft

PAGE_SIZE = 12
SHOWN, AT = "documents_shown", "documents_at"
ALL, AGAINST, UNREAD = "all", "against", "unread"
FILTERS = (ALL, Effect.NEW, Effect.CHANGED, AGAINST, Effect.CONFIRMED, Effect.GONE, UNREAD)
ACTIONS = ("accept", "reject")
register(
    {
        "changes.new": ("新增", "New"),
        "changes.changed": ("变动", "Changed"),
        "changes.confirmed": ("佐证", "Confirmed"),
        "changes.gone": ("移去", "Gone"),
        "changes.against": ("矛盾", "Contradicts"),
        "changes.all": ("全部", "All"),
        "changes.unread": ("未读出事实的句子", "Sentences without facts"),
        "changes.filter": ("只看", "Show"),
        "changes.none": ("没有这样的句子。", "There is no such sentence."),
        "changes.more": ("第 {first}–{last} 句，共 {total} 句", "Sentences {first}–{last} of {total}"),
        "changes.back": ("上一页", "Back"),
        "changes.next": ("下一页", "Next"),
        "changes.accept": ("接受", "Accept"),
        "changes.reject": ("否定", "Reject"),
        "changes.verdict": ("判断", "Verdict"),
        "changes.entity": ("实体", "entity"),
        "changes.was": ("原为", "was"),
        "changes.empty": ("无", "none"),
        "changes.contrary": ("与之矛盾：", "Contradicts: "),
        "changes.stands": ("出处", "source"),
        "changes.lost": (
            "以下内容只见于旧版，装入新版后将移去：",
            "Only the old version says this; it goes when the new one is loaded:",
        ),
        "changes.hint": (
            "不作判断的事实照常装入；否定的不装入；接受的可信度记为 1。黄色为实体，蓝色为数值。",
            "Facts without a verdict are loaded as they are; rejected ones are not; accepted ones get confidence 1. "
            "Yellow marks what is named, blue a value.",
        ),
    }
)
_ASPECTS = {
    "name": ("名称", "name"),
    "class": ("类别", "class"),
    "aliases": ("别名", "other names"),
    "confidence": ("可信度", "confidence"),
    "derived": ("推导", "derived"),
}


def forget() -> None:
    """Forget what was looked at, when a draft is loaded or discarded."""
    for name in [n for n in st.session_state if str(n).startswith("verdict:")]:
        del st.session_state[name]
    st.session_state.pop(AT, None)


def show(draft: Draft, language: str) -> None:
    """Show the sentences with their facts, a page at a time."""
    st.session_state.setdefault(SHOWN, ALL)
    st.segmented_control(
        say("changes.filter", language), FILTERS, key=SHOWN, required=True, persist_state="session",
        on_change=_first, format_func=lambda name: say(f"changes.{name}", language),
    )  # fmt: skip
    st.caption(say("changes.hint", language))
    chosen = st.session_state[SHOWN]
    names = {e.id: e for e in draft.comparison.after.entities}
    if chosen in (ALL, Effect.GONE):
        _gone(draft, names, language)
    found = sentences(draft, chosen)
    if not found and chosen != Effect.GONE:
        st.info(say("changes.none", language))
        return
    at = min(st.session_state.get(AT, 0), max(0, (len(found) - 1) // PAGE_SIZE))
    for number, (document, sentence, items) in enumerate(found[at * PAGE_SIZE : (at + 1) * PAGE_SIZE]):
        with st.container(border=True):
            st.html(_sentence(document, sentence, items, names, language))
            for item in items:
                _fact(draft, item, f"{number}:{sentence.start}", names, language)
    if len(found) > PAGE_SIZE:
        _pages(at, len(found), language)


def sentences(draft: Draft, chosen: str) -> list[tuple[str, Sentence, list[Item]]]:
    """List the sentences of each document with the facts that they state, of one kind or of all."""
    cited: defaultdict[str, list[tuple[int, int, Item]]] = defaultdict(list)
    for item in draft.comparison.items:
        if item.effect is Effect.GONE:
            continue
        spans = sorted({(e.document, e.start, e.end) for e in item.fact.evidence})
        if isinstance(item.fact, Entity):  # named all over; told where it is named first
            spans = _firsts(spans)
        for document, start, end in spans:
            cited[document].append((start, end, item))
    found = []
    for document, listed in sorted(draft.reading.sentences.items()):
        for sentence in listed:
            items = [i for start, end, i in cited[document] if start < sentence.end and end > sentence.start]
            items = list({key(i.fact): i for i in items}.values())
            fitting = [i for i in items if _fits(i, chosen)]
            if (fitting and chosen != UNREAD) or (chosen == UNREAD and not items):
                found.append((document, sentence, sorted(fitting, key=_rank)))
    return found


def _firsts(spans: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    first: dict[str, tuple[str, int, int]] = {}
    for span in spans:
        first.setdefault(span[0], span)
    return list(first.values())


def _fits(item: Item, chosen: str) -> bool:
    if chosen == ALL:
        # that a known entity is named once more says nothing by itself
        return not (isinstance(item.fact, Entity) and item.effect is Effect.CONFIRMED and not item.against)
    return bool(item.against) if chosen == AGAINST else item.effect == chosen


def _rank(item: Item) -> tuple[bool, int, int, str]:
    kinds = (Relation, Figure, Entity)
    return not item.against, list(Effect).index(item.effect), kinds.index(type(item.fact)), key(item.fact)


def _sentence(document: str, sentence: Sentence, items: Sequence[Item], names: dict[str, Entity], language: str) -> str:
    forms: set[str] = set()
    values: set[str] = set()
    for item in items:
        for id_ in _entities(item.fact):
            if id_ in names:
                forms.update(written_forms(names[id_]))
        if isinstance(item.fact, Figure):
            values.add(f"{item.fact.value:f}".rstrip("0").rstrip("."))
            values.update({f"{item.fact.max:f}".rstrip("0").rstrip(".")} if item.fact.max is not None else ())
    parts = [f'<b class="doc">{html(document)}</b>', html(sentence.section)]
    parts.append(say("passage.paragraph", language, number=sentence.paragraph))
    place = " · ".join(part for part in parts if part)
    words = highlighted(sentence.text, forms, values)
    return f'<div class="pc-panel"><blockquote>{words}</blockquote><p class="place">{place}</p></div>'


def _entities(fact: Entity | Relation | Figure) -> tuple[str, ...]:
    if isinstance(fact, Relation):
        return fact.source, fact.target
    return (fact.id,) if isinstance(fact, Entity) else (fact.entity,)


def highlighted(text: str, names: Iterable[str], values: Iterable[str]) -> str:
    """Escape a sentence and mark names and values in it.

    Examples
    --------
    >>> highlighted("<甲市>有12家", ["甲市"], ["12"])
    '&lt;<mark class="a">甲市</mark>&gt;有<mark class="b">12</mark>家'
    """
    ordered = [re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)) if name]
    numbers = [rf"(?<![\d.]){re.escape(value)}(?:\.0+)?(?![\d.]*\d)" for value in sorted(values) if value]
    pattern = "|".join([*(f"(?P<a{n}>{form})" for n, form in enumerate(ordered)), *numbers])
    if not pattern:
        return html(text)
    parts, done = [], 0
    for match in re.finditer(pattern, text):
        kind = "a" if match.lastgroup else "b"
        parts.append(html(text[done : match.start()]))
        parts.append(f'<mark class="{kind}">{html(match.group())}</mark>')
        done = match.end()
    return "".join([*parts, html(text[done:])])


def told(fact: Entity | Relation | Figure, names: dict[str, Entity], language: str) -> str:
    """Write a fact as a line of HTML."""
    words = vocabulary()

    def name(id_: str) -> str:
        return html(names[id_].name if id_ in names else id_.partition(":")[2])

    if isinstance(fact, Relation):
        caption = html(words.tie_caption(fact.type, language))
        mark = f' <em class="derived">{say("canvas.derived", language)}</em>' if fact.derived else ""
        return f'{name(fact.source)} <span class="arrow">— {caption} →</span> {name(fact.target)}{mark}'
    if isinstance(fact, Figure):
        kind = "" if fact.kind == "actual" else say("figure.target", language)
        small = " ".join(part for part in (of_year(fact.year, language), kind) if part)
        value = f"<b>{html(amount(fact, language))}</b> <small>{html(small)}</small>"
        return f"{name(fact.entity)} · {html(fact.indicator)} {value}"
    caption = html(words.class_caption(fact.label, language))
    swatch = f'<i style="background:{html(words.colour(fact.label))}"></i>'
    return f'{name(fact.id)} <span class="chip">{swatch}{caption}</span>'


def _line(item: Item, names: dict[str, Entity], language: str) -> str:
    chips = f'<span class="effect {item.effect}">{say(f"changes.{item.effect}", language)}</span> '
    if item.against:
        chips += f'<span class="effect against">{say("changes.against", language)}</span> '
    sure = "" if isinstance(item.fact, Entity) else f' <small class="sure">{item.fact.confidence:.2f}</small>'
    lines = [f"<p>{chips}{told(item.fact, names, language)}{sure}</p>"]
    for aspect, was, now in item.changes:
        caption = _ASPECTS.get(aspect, (aspect, aspect))[0 if language == "zh" else 1]
        old = html(was or say("changes.empty", language))
        lines.append(
            f'<p class="was">{html(caption)}: {html(now or say("changes.empty", language))} '
            f"({say('changes.was', language)} {old})</p>"
        )
    for other in item.against:
        where = sorted({e.document for e in other.evidence})
        lines.append(
            f'<p class="was">{say("changes.contrary", language)}{told(other, names, language)} '
            f"<small>{html('、'.join(where))}</small></p>"
        )
    return f'<div class="pc-panel fact">{"".join(lines)}</div>'


def _fact(draft: Draft, item: Item, place: str, names: dict[str, Entity], language: str) -> None:
    left, right = st.columns([0.8, 0.2], vertical_alignment="center")
    with left:
        st.html(_line(item, names, language))
    with right:
        id_ = key(item.fact)
        widget = f"verdict:{place}:{id_}"
        held = draft.verdicts.get(id_)
        if st.session_state.get(widget) != held:
            st.session_state[widget] = held
        st.segmented_control(
            say("changes.verdict", language), ACTIONS, key=widget, label_visibility="collapsed",
            format_func=lambda action: say(f"changes.{action}", language), on_change=_judge, args=(draft, id_, widget),
        )  # fmt: skip


def _judge(draft: Draft, id_: str, widget: str) -> None:
    address.hold()
    given = st.session_state.get(widget)
    if given is None:
        draft.verdicts.pop(id_, None)
    else:
        draft.verdicts[id_] = given


def _gone(draft: Draft, names: dict[str, Entity], language: str) -> None:
    gone = [item for item in draft.comparison.items if item.effect is Effect.GONE]
    if not gone:
        return
    with st.expander(f"{say('changes.gone', language)} · {len(gone)}", expanded=st.session_state[SHOWN] == Effect.GONE):
        st.caption(say("changes.lost", language))
        st.html("".join(_line(item, names, language) for item in gone))


def _first() -> None:
    address.hold()
    st.session_state[AT] = 0


def _pages(at: int, total: int, language: str) -> None:
    def turn(step: int) -> None:
        address.hold()
        st.session_state[AT] = at + step

    last = (total - 1) // PAGE_SIZE
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(say("changes.back", language), disabled=at == 0, on_click=turn, args=(-1,), key="changes_back")
        first, end = at * PAGE_SIZE + 1, min(total, (at + 1) * PAGE_SIZE)
        st.caption(say("changes.more", language, first=first, last=end, total=total))
        st.button(say("changes.next", language), disabled=at >= last, on_click=turn, args=(1,), key="changes_next")
