"""Captions, colours and shapes of classes and ties, as the ontology gives them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.schema import Schema, load_schema

UNKNOWN_COLOUR, UNKNOWN_SHAPE = "#7a8694", "dot"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The ontology as the pages speak it; a class or tie that it does not know is shown by its own name."""

    schema: Schema

    def classes(self) -> tuple[str, ...]:
        """List the classes of entities, by superclass and then as declared."""
        known = self.schema.entity_types
        return tuple(sorted(known, key=lambda name: (known[name].superclasses, name)))

    def class_caption(self, label: str, language: str) -> str:
        """Caption a class."""
        known = self.schema.node_types.get(label)
        if known is None:
            return label
        return known.label_zh if language == "zh" else known.label_en

    def class_names(self, label: str) -> tuple[str, ...]:
        """List what people may type to mean a class, in lower case without spaces."""
        known = self.schema.node_types.get(label)
        names = (label, known.label_zh, known.label_en) if known else (label,)
        return tuple("".join(name.split()).lower() for name in names)

    def tie_caption(self, kind: str, language: str) -> str:
        """Caption a tie, read from source to target."""
        known = self.schema.relation_types.get(kind)
        if known is None:
            return kind
        return known.label_zh if language == "zh" else known.label_en

    def inverse_caption(self, kind: str, language: str) -> str:
        """Caption a tie, read from target to source."""
        known = self.schema.relation_types.get(kind)
        if known is None:
            return f"← {kind}"
        return known.inverse_zh if language == "zh" else known.inverse_en

    def undirected(self, kind: str) -> bool:
        """Tell whether a tie has no direction."""
        known = self.schema.relation_types.get(kind)
        return known is not None and known.symmetric

    def colour(self, label: str) -> str:
        """Give the colour of a class."""
        known = self.schema.node_types.get(label)
        return known.colour if known else UNKNOWN_COLOUR

    def shape(self, label: str) -> str:
        """Give the shape of a class."""
        known = self.schema.node_types.get(label)
        return known.shape if known else UNKNOWN_SHAPE


@cache
def vocabulary() -> Vocabulary:
    """Give the vocabulary of the project's ontology."""
    return Vocabulary(load_schema())
