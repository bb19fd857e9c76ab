"""Builds the plain tables of the pages: cells with links, and figures with numbered sources; escaped HTML."""

from __future__ import annotations

from collections.abc import Sequence

from graph.facts import Entity, Figure
from views.parts import links
from views.parts.amount import amount, of_year
from views.parts.escape import html
from views.parts.passage import place
from views.parts.wording import register, say

register(
    {
        "grid.empty": ("未提及", "not stated"),
        "grid.disputed": ("不同出处数值不一，见「指标」页", "Passages disagree; see the page Figures"),
    }
)


def entity_link(entity: Entity, **given: str | list[str]) -> str:
    """Give the name of an entity as a link into Explore."""
    return (
        f'<a class="entity" href="{html(links.to_entity(entity.id, **given))}" target="_self">{html(entity.name)}</a>'
    )


def empty(language: str) -> str:
    """Give a cell of which the documents say nothing."""
    return f'<span class="absent">{say("grid.empty", language)}</span>'


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Build a table; head and cells are HTML already."""
    top = "".join(f"<th>{cell}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f'<div class="pc-panel pc-table"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def figure(found: Figure | None, disputed: set[str], sources: list[str], titles: dict[str, str], language: str) -> str:
    """Build the cell of a figure; its passages are added to ``sources``, whose numbers it carries."""
    if found is None:
        return empty(language)
    notes = []
    for evidence in found.evidence:
        source = place(evidence, language, titles.get(evidence.document, ""))
        if source not in sources:
            sources.append(source)
        notes.append(str(sources.index(source) + 1))
    kind = "" if found.kind == "actual" else say("figure.target", language)
    small = " ".join(part for part in (of_year(found.year, language), kind) if part)
    doubt = f' <span title="{say("grid.disputed", language)}">⚠</span>' if found.id in disputed else ""
    return f"<b>{html(amount(found, language))}</b> <small>{html(small)}</small><sup>{','.join(notes)}</sup>{doubt}"
