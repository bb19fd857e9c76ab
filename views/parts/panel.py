"""Builds the side panel: an entity with its figures and ties, or one tie, with the evidence of each; escaped HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.facts import Entity, Evidence, Figure, Relation
from views.parts.address import link
from views.parts.amount import amount, of_year
from views.parts.escape import html
from views.parts.neighbourhood import Filters, Neighbourhood
from views.parts.passage import passage, written_forms
from views.parts.snapshot import Snapshot
from views.parts.vocabulary import Vocabulary
from views.parts.wording import listed, say

SHOWN = 40
FEW = 6


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel needs to know to show anything."""

    snapshot: Snapshot
    vocabulary: Vocabulary
    language: str
    hops: int = 1

    def name(self, entity: str) -> str:
        """Give the name of an entity as a link to it, escaped."""
        found = self.snapshot.entities.get(entity)
        text = html(found.name if found else entity)
        if found is None:
            return text
        return f'<a class="entity" href="{html(link(entity=entity, hops=str(self.hops)))}" target="_self">{text}</a>'

    def chip(self, label: str) -> str:
        """Give the class of an entity with its colour, escaped."""
        caption = html(self.vocabulary.class_caption(label, self.language))
        return f'<span class="chip"><i style="background:{html(self.vocabulary.colour(label))}"></i>{caption}</span>'

    def head(self, entity: Entity) -> str:
        """Show the name, class, id, other names and documents of an entity."""
        rows = [("panel.id", f"<code>{html(entity.id)}</code>")]
        if entity.aliases:
            rows.append(("panel.aliases", html(listed(entity.aliases, self.language))))
        rows.extend((name, html(value)) for name, value in self._properties(entity))
        rows.append(("panel.documents", "<br>".join(self.document(name) for name in entity.documents) or "—"))
        known = {"panel.id", "panel.aliases", "panel.documents"}
        body = "".join(
            f"<dt>{say(name, self.language) if name in known else html(name)}</dt><dd>{value}</dd>"
            for name, value in rows
        )
        return (
            f'<h3 class="entity-name">{html(entity.name)} {self.chip(entity.label)}</h3><dl class="facts">{body}</dl>'
        )

    def _properties(self, entity: Entity) -> Iterable[tuple[str, str]]:
        for name, value in sorted(entity.properties.items()):
            known = self.vocabulary.schema.properties.get(name)
            caption = name if known is None else known.label_zh if self.language == "zh" else known.label_en
            yield caption, str(value)

    def document(self, name: str) -> str:
        """Give the title of a document with its file name, escaped."""
        title = self.snapshot.titles.get(name)
        return f"{html(title)} <small>{html(name)}</small>" if title else html(name)

    def evidence(self, found: Sequence[Evidence], ends: Sequence[Entity]) -> str:
        """Show every passage, with the words of the ends marked."""
        forms = [written_forms(end) for end in ends]
        return "".join(
            passage(item, forms, self.language, self.snapshot.titles.get(item.document, "")) for item in found
        )

    def figures(self, figures: Sequence[Figure]) -> str:
        """List the figures of an entity; each opens to its passages."""
        if not figures:
            return ""
        items = []
        for figure in figures:
            year = of_year(figure.year, self.language)
            kind = say(f"figure.{figure.kind}", self.language)
            entity = self.snapshot.entities[figure.entity]
            items.append(
                f'<details class="tie"><summary><span>{html(figure.indicator)}</span> '
                f"<b>{html(amount(figure, self.language))}</b> <small>{html(year)} {html(kind)}</small></summary>"
                f"{self.evidence(figure.evidence, [entity])}</details>"
            )
        caption = f"{say('panel.figures', self.language)} <small>{len(figures)}</small>"
        if len(items) <= FEW:
            return f"<h4>{caption}</h4>{''.join(items)}"
        whole = link("./figures", of=figures[0].entity)
        further = f'<p><a href="{html(whole)}" target="_self">{say("panel.all_figures", self.language)}</a></p>'
        return f'<details class="group"><summary>{caption}</summary>{further}{"".join(items)}</details>'

    def ties(self, entity: str, filters: Filters, *, everything: bool = False) -> tuple[str, int, int]:
        """List the ties of an entity by kind and direction.

        Returns
        -------
        the HTML, how many ties the filters hold back, how many more there are than are listed.
        """
        groups: dict[str, list[tuple[Relation, str]]] = {}
        held = 0
        for relation in self.snapshot.ties_of(entity):
            other = relation.target if relation.source == entity else relation.source
            label = self.snapshot.entities[other].label
            admitted = filters.admits_tie(relation, self.snapshot.tie_documents[relation.key], self.snapshot.dates)
            if not admitted or (filters.classes and label not in filters.classes):
                held += 1
                continue
            groups.setdefault(self._group(relation, entity), []).append((relation, other))
        parts, more = [], 0
        for caption, members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
            members.sort(key=lambda item: (self.snapshot.entities[item[1]].label, self.snapshot.entities[item[1]].name))
            shown = members if everything else members[:SHOWN]
            more += len(members) - len(shown)
            inner = "".join(self._tie(relation, other) for relation, other in shown)
            parts.append(f"<h4>{html(caption)} <small>{len(members)}</small></h4>{inner}")
        return "".join(parts), held, more

    def _group(self, relation: Relation, entity: str) -> str:
        kind = self.vocabulary
        outgoing = relation.source == entity
        return (
            kind.tie_caption(relation.type, self.language)
            if outgoing
            else kind.inverse_caption(relation.type, self.language)
        )

    def _tie(self, relation: Relation, other: str) -> str:
        label = self.snapshot.entities[other].label
        return (
            f'<details class="tie"><summary>{self.name(other)} {self.chip(label)}{self.marks(relation)}</summary>'
            f"{self.body(relation)}</details>"
        )

    def marks(self, relation: Relation) -> str:
        """Say how sure a tie is, and whether it was concluded."""
        derived = f' <em class="derived">{say("canvas.derived", self.language)}</em>' if relation.derived else ""
        return f' <small title="{say("panel.confidence", self.language)}">{relation.confidence:.2f}</small>{derived}'

    def body(self, relation: Relation) -> str:
        """Show the passages of a tie and, if it was concluded, the ties that it was drawn from with theirs."""
        ends = [self.snapshot.entities[relation.source], self.snapshot.entities[relation.target]]
        # a derived tie rests on the passages of the ties that it was drawn from: they are shown there, once
        drawn = relation.derived_from and all(key in self.snapshot.ties for key in relation.derived_from)
        parts = [] if drawn else [self.evidence(relation.evidence, ends)]
        if relation.derived_from:
            parts.append(f'<p class="from">{say("panel.derived_from", self.language)}</p>')
        for key in relation.derived_from:
            base = self.snapshot.ties.get(key)
            if base is None:
                parts.append(f"<p><code>{html(key)}</code></p>")
                continue
            ends = [self.snapshot.entities[base.source], self.snapshot.entities[base.target]]
            parts.append(f'<div class="base"><p>{self.sentence(base)}</p>{self.evidence(base.evidence, ends)}</div>')
        if not relation.evidence and not relation.derived_from:
            parts.append(f'<p class="none">{say("panel.no_evidence", self.language)}</p>')
        return "".join(parts)

    def sentence(self, relation: Relation) -> str:
        """Write a tie as a line: source, caption, target."""
        caption = html(self.vocabulary.tie_caption(relation.type, self.language))
        return f'{self.name(relation.source)} <span class="arrow">— {caption} →</span> {self.name(relation.target)}'

    def summary(self, relation: Relation) -> str:
        """Say in a line whether a tie is stated or concluded, how sure it is and how many passages say so."""
        parts = [
            say("canvas.derived" if relation.derived else "canvas.stated", self.language),
            f"{say('panel.confidence', self.language)} {relation.confidence:.2f}",
        ]
        if relation.evidence:
            parts.append(say("panel.passages", self.language, count=len(relation.evidence)))
        return " · ".join(parts)

    def tie(self, relation: Relation) -> str:
        """Show one tie alone."""
        return (
            f'<h3 class="entity-name">{self.sentence(relation)}</h3>'
            f'<p class="summary">{self.summary(relation)}</p>{self.body(relation)}'
        )

    def way(self, part: Neighbourhood) -> str:
        """List the ties of a path in the order of its steps, each with its passages; those of a short one are open."""
        last = max(part.depth, key=part.depth.__getitem__)
        ties = [self.snapshot.ties[key] for key in part.ties]
        ties.sort(key=lambda tie: (min(part.depth[tie.source], part.depth[tie.target]), tie.key))
        shown = " open" if len(ties) <= FEW else ""
        items = "".join(
            f'<details class="tie"{shown}><summary>{self.sentence(tie)}{self.marks(tie)}</summary>'
            f"{self.body(tie)}</details>"
            for tie in ties
        )
        return f'<h3 class="entity-name">{self.name(part.centre)} … {self.name(last)}</h3>{items}'

    def mentions(self, entity: Entity) -> str:
        """List the passages that mention an entity, folded."""
        if not entity.evidence:
            return ""
        shown = entity.evidence[:SHOWN]
        caption = f"{say('panel.mentions', self.language)} <small>{len(entity.evidence)}</small>"
        return f'<details class="tie mentions"><summary>{caption}</summary>{self.evidence(shown, [entity])}</details>'
