"""Finds the one entity that a person means by an id, a name or another name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph.facts import Entity, Facts
from graph.store import Profile, Store

LIMIT = 20
"""Most hits that a person is shown to choose from."""


def find(store: Store, text: str, *, limit: int = LIMIT) -> list[Entity]:
    """Find the entities that a text may mean.

    Returns
    -------
    list[Entity]
        one entity if the text is its id, or is exactly its name or an alias and no other's, or if it alone was
        found; else all that were found, for the person to choose from.
    """
    text = text.strip()
    profile = store.profile(text) if ":" in text else None
    if profile is not None:
        return [profile.entity]
    hits = store.search(text, limit=limit) if text else []
    named = [hit for hit in hits if hit.name == text]
    called = [hit for hit in hits if text in hit.aliases]
    # a name goes before an alias: 沈阳 may be an alias of several places, 沈阳市 is the name of one
    for exact in (named, called):
        if len(exact) == 1 and not (exact is called and named):
            return exact
    return hits


def quoted(profile: Profile, fill: Callable[[Facts], Facts]) -> Profile:
    """Fill in the quotations of a profile with a function that fills in those of facts."""
    entities, relations, figures = [profile.entity], [t.relation for t in profile.ties], list(profile.figures)
    filled = fill(Facts(entities, relations, figures))
    by_key = {relation.key: relation for relation in filled.relations}
    return Profile(
        filled.entities[0] if filled.entities else profile.entity,
        [replace(tie, relation=by_key.get(tie.relation.key, tie.relation)) for tie in profile.ties],
        filled.figures or profile.figures,
    )
