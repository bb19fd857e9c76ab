"""Fields of industry: which one a name speaks of, and which is broader than which."""

from __future__ import annotations

from collections.abc import Iterable

from graph.facts import Facts
from graph.text import fold
from ontology.industries import GENERIC, Industries, load_industries

_SHORT = 2
_SCIENCES = {"材料科学": "新材料", "材料国家实验室": "新材料", "材料实验室": "新材料", "材料学院": "新材料"}
"""What laboratories and schools are called whose field documents name otherwise."""


def _within(name: str, taxonomy: Industries) -> str | None:
    """Give the concept whose label a name contains, the longest: 海凭医疗器械 is a kind of 医疗器械."""
    hits = [(len(label), concept.id) for label, concept in taxonomy.lexicon() if len(label) > 1 and label in name]
    return max(hits)[1] if hits else None


class Fields:
    """The industries that the facts name, with the order of the taxonomy between them."""

    def __init__(self, facts: Facts, taxonomy: Industries | None = None) -> None:
        taxonomy = taxonomy or load_industries()
        self.names = {e.id: e.name for e in facts.entities if e.label == "Industry"}
        self._broader: dict[str, frozenset[str]] = {}
        self._labels: dict[str, str] = {}
        concept_of: dict[str, str] = {}
        special: dict[str, str] = {}
        for entity in facts.entities:
            if entity.label != "Industry":
                continue
            forms = (entity.name, *entity.aliases)
            concept = next((c for form in forms if (c := taxonomy.find(form)) and not c.grouping), None)
            if concept is not None:
                concept_of[entity.id] = concept.id
            elif within := _within(entity.name, taxonomy):
                special[entity.id] = within
            for form in forms:
                if len(form) >= _SHORT and form not in GENERIC:
                    self._labels.setdefault(fold(form), entity.id)
        known = {e.name: e.id for e in facts.entities if e.label == "Industry"}
        for form, name in _SCIENCES.items():
            if name in known:
                self._labels.setdefault(fold(form), known[name])
        holder: dict[str, str] = {}
        for entity_id, concept_id in concept_of.items():
            holder.setdefault(concept_id, entity_id)
        for entity_id, concept_id in concept_of.items():
            above = (c.id for c in taxonomy.ancestors(concept_id) if not c.grouping)
            self._broader[entity_id] = frozenset(holder[c] for c in above if c in holder) - {entity_id}

        for entity_id, concept_id in special.items():
            around = (concept_id, *(c.id for c in taxonomy.ancestors(concept_id) if not c.grouping))
            self._broader[entity_id] = frozenset(holder[c] for c in around if c in holder)

    def broader(self, field: str) -> frozenset[str]:
        """Give the broader fields that the facts also name."""
        return self._broader.get(field, frozenset())

    def narrower(self, field: str) -> frozenset[str]:
        """Give the narrower fields that the facts also name."""
        return frozenset(other for other, above in self._broader.items() if field in above)

    def related(self, a: str, b: str) -> bool:
        """Say whether two fields are one, or one is broader than the other."""
        return a == b or a in self.broader(b) or b in self.broader(a)

    def touches(self, fields: Iterable[str], field: str) -> bool:
        """Say whether any of some fields is related to one."""
        return any(self.related(other, field) for other in fields)

    def in_name(self, name: str) -> tuple[str, ...]:
        """Give the fields that a name contains, the longest words first, none inside another."""
        text, found = fold(name), []
        for label in sorted(self._labels, key=lambda form: (-len(form), form)):
            if label in text:
                text = text.replace(label, "\n")
                found.append(self._labels[label])
        return tuple(dict.fromkeys(found))
