"""The ranked lists of gaps as a table whose rows can be chosen, and as rows for a download."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from graph.analysis.gaps import CHAIN, COMPONENTS, LINK, LISTS, Gap
from graph.facts import Evidence
from views.parts import address, gap_words
from views.parts.amount import number
from views.parts.analysis import Gaps
from views.parts.escape import html
from views.parts.wording import listed, register, say

MARKS = {"A": "●", "B": "◐", "C": "○", "—": "◇"}
"""A shape for each grade, so that colour is never needed to tell them apart."""
register(
    {
        "gaps.grade": ("等级", "Grade"),
        "gaps.field": ("产业", "Industry"),
        "gaps.members": ("成员", "Members"),
        "gaps.partners": ("对方", "Partners"),
        "gaps.kind": ("类型", "Kind"),
        "gaps.score": ("综合分", "Score"),
        "gaps.top": ("稳居前十", "Stays in top 10"),
        "gaps.flag": ("提示", "Remark"),
        "gaps.candidates": ("候选机构", "Candidate partners"),
        "gaps.between": ("可居间者", "Go-betweens"),
        "gaps.statement": ("表述", "Statement"),
        "gaps.doubt": ("为何可能有误", "Why this could be wrong"),
        "gaps.places": ("出处", "Passages"),
        "gaps.unranked": ("不排名", "unranked"),
    }
)


def item_id(gap: Gap) -> str:
    """Name an item in the URL."""
    return "~".join((gap.list, gap.kind, gap.field, "+".join(gap.members)))


def keep(gaps: Sequence[Gap], members: Sequence[str], field: str, grade: str) -> list[Gap]:
    """Keep the items of a field and grade that concern all the chosen members, as places or as partners."""
    wanted = set(members)
    return [
        gap
        for gap in gaps
        if wanted <= {*gap.members, *gap.partners}
        and (not field or gap.field == field)
        and (not grade or gap.grade == grade)
    ]


def best(found: Gaps) -> str:
    """Name the list that holds the best-founded items; the first of those that are alike."""
    order = {grade: place for place, grade in enumerate("ABC")}
    return min(LISTS, key=lambda which: min((order.get(gap.grade, len(order)) for gap in found.of(which)), default=9))


def by_grade(found: Gaps, language: str) -> str:
    """Say how many items of each grade each list holds."""
    told = []
    for which in LISTS:
        counts = Counter(gap.grade for gap in found.counted(which))
        held = " ".join(f"{MARKS.get(grade, '')} {grade} {counts[grade]}" for grade in sorted(counts))
        told.append(f"{say(f'gap.{which}', language)} {held or 0}")
    return ("；" if language == "zh" else "; ").join(told)


def chip(gap: Gap, language: str) -> str:
    """Show a grade by shape, letter and word."""
    return (
        f'<span class="grade g{html(gap.grade)}" title="{html(say(f"gap.{gap.grade}_help", language))}">'
        f"{MARKS.get(gap.grade, '')} {html(gap.grade)} {html(say(f'gap.{gap.grade}', language))}</span>"
    )


def bar(value: float | None, language: str) -> str:
    """Show a share of one as a bar with its number; what is not known stays empty."""
    if value is None:
        return '<span class="absent">—</span>'
    return f'<i class="bar" style="width:{max(1, round(34 * min(value, 1)))}px"></i>{number(round(value, 2))}'


def table(gaps: Sequence[Gap], which: str, chosen: str, given: Mapping[str, list[str]], language: str) -> str:
    """Build the table of a list; the name of each item is a link that chooses it."""
    columns = ["grade", "field", "members", "kind", *_more_columns(gaps, which)]
    head = "".join(f'<th scope="col"{_help(name, language)}>{html(_caption(name, language))}</th>' for name in columns)
    body = []
    for gap in gaps:
        name = item_id(gap)
        state: dict[str, str | list[str]] = {**given, "item": [name]}
        link = address.link("", **state)
        cells = [_cell(gap, column, link, name == chosen, language) for column in columns]
        here = ' class="chosen"' if name == chosen else ""
        body.append(f"<tr{here}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    return (
        '<div class="pc-panel pc-table pc-gaps"><table><thead><tr>'
        f"{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _more_columns(gaps: Sequence[Gap], which: str) -> list[str]:
    """Give the columns of a list; one that is empty in every row is left out."""
    if which == LINK:
        known = [name for name in COMPONENTS if any(gap.components.get(name) is not None for gap in gaps)]
        return known + (["score", "top"] if any(gap.score is not None for gap in gaps) else [])
    flagged = ["flag"] if any(gap.flagged for gap in gaps) else []
    return ["partners", *flagged] if which == CHAIN else flagged


def _caption(name: str, language: str) -> str:
    return say(f"gap.{name}" if name in COMPONENTS else f"gaps.{name}", language)


def _help(name: str, language: str) -> str:
    return f' title="{html(say(f"gap.{name}_help", language))}"' if name in COMPONENTS else ""


def _cell(gap: Gap, column: str, link: str, here: bool, language: str) -> str:
    if column == "grade":
        return chip(gap, language)
    if column == "field":
        current = ' aria-current="true"' if here else ""
        return f'<a class="pick" href="{html(link)}" target="_self"{current}>{html(gap.field)}</a>'
    if column in ("members", "partners"):
        return html(listed(getattr(gap, column), language))
    if column == "kind":
        return f'<span title="{html(gap_words.kind(gap, language))}">{html(gap_words.short_kind(gap, language))}</span>'
    if column == "flag":
        return html(gap.flag(language))
    if column in COMPONENTS:
        return bar(gap.components.get(column), language)
    if gap.score is None:
        return f"<small>{say('gaps.unranked', language)}</small>" if column == "score" else ""
    return bar(gap.score if column == "score" else gap.top_share, language)


def for_download(
    gaps: Sequence[Gap], passages: Mapping[str, Evidence], language: str
) -> tuple[list[str], list[list[object]]]:
    """Give columns and rows with everything that is known of the items."""
    names = (
        "grade", "kind", "field", "members", "partners", *COMPONENTS, "score", "top", "flag", "candidates", "between",
        "statement", "doubt", "places",
    )  # fmt: skip
    rows: list[list[object]] = []
    for gap in gaps:
        where = (passages[i] for i in gap.evidence if i in passages)
        rows.append(
            [
                f"{gap.grade} {say(f'gap.{gap.grade}', language)}", gap_words.kind(gap, language), gap.field,
                listed(gap.members, language), listed(gap.partners, language),
                *(gap.components.get(name) for name in COMPONENTS),
                gap.score, gap.top_share, gap.flag(language), "; ".join(gap.candidates),
                "; ".join(gap.between), gap.statement(language), gap.doubt(language),
                "; ".join(f"{e.document} § {e.paragraph} ({e.start}–{e.end})" for e in where),
            ]
        )  # fmt: skip
    return [_caption(name, language) for name in names], rows
