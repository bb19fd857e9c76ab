from __future__ import annotations

from dataclasses import replace

import pytest

from graph import versions
from ontology.errors import StoreError
from ontology.schema import load_schema


def test_own_mark_passes_in_silence() -> None:
    versions.check("embedded:graph", versions.mark(), advice="load again")


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ("1", "embedded:graph: written by an older version of Polecore .format 1, .*; load again"),
        (f"{versions.FORMAT} 000000000000", "embedded:graph: written with another ontology, .*; load again"),
    ],
)
def test_older_store_is_refused_unless_it_is_only_read(found: str, told: str) -> None:
    with pytest.raises(StoreError, match=told):
        versions.check("embedded:graph", found, advice="load again")
    versions.check("embedded:graph", found, advice="load again", older=True)


@pytest.mark.parametrize("found", [f"{versions.FORMAT + 1} x", "", "0", "two"])
def test_newer_or_damaged_mark_is_refused_even_for_reading(found: str) -> None:
    with pytest.raises(StoreError, match=r"newer version|is damaged"):
        versions.check("embedded:graph", found, advice="load again", older=True)


def test_mark_follows_what_a_store_holds_and_not_how_it_is_called() -> None:
    schema = load_schema()
    city = schema.node_types["City"]
    named = replace(schema, node_types={**schema.node_types, "City": replace(city, label_en="town")})
    moved = replace(schema, node_types={**schema.node_types, "City": replace(city, superclasses=("Entity",))})

    assert versions.model(named) == versions.model(schema) != versions.model(moved)
