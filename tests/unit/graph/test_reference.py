"""docs/property_graph.md is what the ontology and the statements say."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import cypher, reference
from ontology.schema import load_schema


def test_the_page_is_up_to_date() -> None:
    assert reference.main(["--check"]) == 0, "run `python -m graph.reference`"


def test_the_page_names_every_class_tie_constraint_and_index() -> None:
    schema, text = load_schema(), reference.page(load_schema())
    for node in (*schema.entity_types.values(), *schema.evidence_types.values()):
        assert f":{node.name}` | {node.label_zh} |" in text
    for tie in schema.relation_types.values():
        assert f"| `{tie.name}` | {tie.label_zh} |" in text
    for statement in (*cypher.CONSTRAINTS.values(), *cypher.INDEXES.values()):
        assert statement in text


def test_drift_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(reference, "PAGE", tmp_path / "docs" / "property_graph.md")
    assert reference.main(["--check"]) == 1
    assert "run `python -m graph.reference`" in capsys.readouterr().err
    assert reference.main([]) == 0
    assert reference.main(["--check"]) == 0
