"""The languages that captions and findings are in; names and quotations stay as documents write them."""

from __future__ import annotations

from ontology.errors import QueryError

LANGUAGES = ("zh", "en")


def known(language: str) -> str:
    """Give a language back if there are texts in it.

    Raises
    ------
    QueryError
        if there are none.
    """
    if language not in LANGUAGES:
        raise QueryError(f"language {language}: unknown; choose {' or '.join(LANGUAGES)}")
    return language
