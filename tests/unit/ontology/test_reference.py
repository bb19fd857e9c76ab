"""docs/ontology.md is what the Turtle says."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology import reference
from ontology.schema import load_industries, load_schema


def test_the_page_is_up_to_date() -> None:
    assert reference.main(["--check"]) == 0, "run `python -m ontology.reference`"


def test_the_page_names_every_class_relationship_and_property() -> None:
    schema = load_schema()
    text = reference.page(schema, load_industries())
    for name in (*schema.entity_types, *schema.evidence_types, *schema.properties, *schema.evidence_relations):
        assert f"`{name}`" in text
    for relation in schema.relation_types.values():
        assert f"### `{relation.name}` {relation.label_zh} · {relation.label_en}\n" in text


def test_every_table_row_has_as_many_cells_as_its_head() -> None:
    width = 0
    for line in reference.page(load_schema(), load_industries()).splitlines():
        cells = line.count("|")
        if not line.startswith("|"):
            width = 0
        else:
            width = width or cells
            assert cells == width, line


def test_drift_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(reference, "PAGE", tmp_path / "docs" / "ontology.md")
    assert reference.main(["--check"]) == 1
    assert "ontology.md is out of date" in capsys.readouterr().err
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
