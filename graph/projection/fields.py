"""Fields of industry: which one a name speaks of, and which is broader than which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.facts import Entity, Facts
from graph.text import fold
from ontology.industries import GENERIC, Industries, Industry, load_industries

_SHORT = 2
_ALSO = {
    "自动化": "自动化学科", "材料国家实验室": "材料科学", "材料实验室": "材料科学", "材料学院": "材料科学",
    "装备": "装备制造", "药物": "生物医药",
}  # fmt: skip
"""What names say of a concept whose labels are longer; too short or too wide to be looked for in running text."""
_DISCIPLINES = "academic-disciplines"


def _within(name: str, taxonomy: Industries) -> str | None:
    """Give the concept whose label a name contains, the longest: 海凭医疗器械 is a kind of 医疗器械."""
    hits = [(len(label), concept.id) for label, concept in taxonomy.lexicon() if len(label) > 1 and label in name]
    return max(hits)[1] if hits else None


class Fields:
    """The industries that the facts name, with the order of the taxonomy between them.

    Notes
    -----
    Entities that name one concept are one field (农副产品及加工业 and 农产品深加工): `one` gives it for each of them.
    """

    def __init__(self, facts: Facts, taxonomy: Industries | None = None) -> None:
        self._taxonomy = taxonomy or load_industries()
        industries = [e for e in facts.entities if e.label == "Industry"]
        concepts, special = self._concepts(industries)
        self._holder: dict[str, str] = {}
        for entity in sorted(industries, key=lambda e: (-len(e.documents), e.id)):
            if entity.id in concepts:
                self._holder.setdefault(concepts[entity.id], entity.id)
        self._one = {e: self._holder[c] for e, c in concepts.items()}
        self.names = {e.id: e.name for e in industries if self.one(e.id) == e.id}
        self._broader = {self._holder[c]: self._held(self._around(c)) for c in set(concepts.values())}
        for entity_id, concept_id in special.items():
            around = (self._taxonomy.concepts[concept_id], *self._taxonomy.ancestors(concept_id))
            self._broader[entity_id] = self._held(around)
        self._narrower: defaultdict[str, set[str]] = defaultdict(set)
        for entity_id, above in self._broader.items():
            for broader in above:
                self._narrower[broader].add(entity_id)
        self.disciplines = frozenset(self._holder[c] for c in set(concepts.values()) if self._taught(c))
        self._labels, self._vague = self._read_labels(industries)
        self._by_start: defaultdict[str, list[str]] = defaultdict(list)  # thousands of words, and a name has few
        for label in self._labels:
            self._by_start[label[:_SHORT]].append(label)

    def _concepts(self, industries: Iterable[Entity]) -> tuple[dict[str, str], dict[str, str]]:
        """Give the concept of each industry that names one, and for others the concept that their name contains."""
        concepts: dict[str, str] = {}
        special: dict[str, str] = {}
        for entity in industries:
            forms = (entity.name, *entity.aliases)
            found = (self._taxonomy.find(_ALSO.get(form, form)) for form in forms)
            concept = next((c for c in found if c and not c.grouping), None)
            if concept is not None:
                concepts[entity.id] = concept.id
            elif within := _within(entity.name, self._taxonomy):
                special[entity.id] = within
        return concepts, special

    def _held(self, concepts: Iterable[Industry]) -> frozenset[str]:
        return frozenset(self._holder[c.id] for c in concepts if not c.grouping and c.id in self._holder)

    def _around(self, concept_id: str) -> Iterable[Industry]:
        """Give the concepts above one; above a discipline only the industry that it serves, and none around that."""
        if not self._taught(concept_id):
            return self._taxonomy.ancestors(concept_id)
        above = [self._taxonomy.concepts[c] for c in self._taxonomy.concepts[concept_id].broader]
        further = [c for one in above if self._taught(one.id) for c in self._around(one.id)]
        return [*(c for c in above if not c.grouping), *further]

    def _taught(self, concept_id: str) -> bool:
        return any(c.id == _DISCIPLINES for c in self._taxonomy.ancestors(concept_id))

    def _read_labels(self, industries: Iterable[Entity]) -> tuple[dict[str, str], frozenset[str]]:
        """Give the words in names that tell a field, and those of them that tell only a broader one.

        Notes
        -----
        Words of the facts go before those of the taxonomy. A word of the taxonomy for what no fact names tells the
        nearest broader field that one does: a centre for road machinery is one for machinery.
        """
        labels: dict[str, str] = {}
        for entity in industries:
            for form in (entity.name, *entity.aliases):
                if len(form) >= _SHORT and form not in GENERIC:
                    labels.setdefault(fold(form), self.one(entity.id))
        vague: set[str] = set()
        also = [(word, concept) for word, name in _ALSO.items() if (concept := self._taxonomy.find(name))]
        for label, concept in (*also, *self._taxonomy.lexicon()):
            around = (concept, *self._around(concept.id))
            held = next((self._holder[c.id] for c in around if not c.grouping and c.id in self._holder), None)
            if held is None or len(label) < _SHORT or fold(label) in labels:
                continue
            labels[fold(label)] = held
            if concept.id not in self._holder:
                vague.add(fold(label))
        return labels, frozenset(vague)

    def one(self, field: str) -> str:
        """Give the entity that stands for a field."""
        return self._one.get(field, field)

    def broader(self, field: str) -> frozenset[str]:
        """Give the broader fields that the facts also name."""
        return self._broader.get(field, frozenset()) - {field}

    def narrower(self, field: str) -> frozenset[str]:
        """Give the narrower fields that the facts also name."""
        return frozenset(self._narrower.get(field, ())) - {field}

    def related(self, a: str, b: str) -> bool:
        """Say whether two fields are one, or one is broader than the other."""
        return a == b or a in self.broader(b) or b in self.broader(a)

    def touches(self, fields: Iterable[str], field: str) -> bool:
        """Say whether any of some fields is related to one."""
        return any(self.related(other, field) for other in fields)

    def in_name(self, name: str) -> tuple[str, ...]:
        """Give the fields that a name contains, the longest words first, none inside another."""
        return tuple(dict.fromkeys(self._labels[label] for label in self._words(name)))

    def plain_in_name(self, name: str) -> frozenset[str]:
        """Give the fields that a name says itself, without those that it only lies within."""
        return frozenset(self._labels[label] for label in self._words(name) if label not in self._vague)

    def _words(self, name: str) -> list[str]:
        text, found = fold(name), []
        starts = {text[i : i + _SHORT] for i in range(len(text))}
        near = (label for start in starts for label in self._by_start.get(start, ()))
        for label in sorted(near, key=lambda word: (-len(word), word)):
            if label in text:
                text = text.replace(label, "\n")
                found.append(label)
        return found
