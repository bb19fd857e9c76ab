from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts import Facts, without_quotes, write_facts
from loaders import intake, pipeline
from ontology.errors import SourceError
from tests.unit.queries.invented_region import region_facts


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    folder = tmp_path / "facts"
    write_facts(region_facts(), folder)
    return folder


def test_facts_folder_is_read_as_it_is(facts: Path) -> None:
    assert intake.gather([facts]) == [region_facts()]


def test_folder_of_facts_folders_is_read_in_order(facts: Path, tmp_path: Path) -> None:
    write_facts(Facts(), tmp_path / "a")

    assert intake.facts_folders(tmp_path) == [tmp_path / "a", facts]
    assert intake.gather([tmp_path]) == [Facts(), region_facts()]


def test_documents_are_extracted_together(facts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[list[Path], int]] = []
    empty = Facts()

    def extract(paths: list[Path], *, workers: int, progress: object) -> Facts:
        asked.append((paths, workers))
        return empty

    monkeypatch.setattr(pipeline, "extract", extract)
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.touch()
    two.touch()

    found = intake.gather([one, facts, two], workers=2)

    assert asked == [([one, two], 2)]
    assert found == [region_facts(), empty]


def test_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere: no such file or folder"):
        intake.gather([tmp_path / "nowhere"])


def test_broken_facts_are_refused(facts: Path) -> None:
    (facts / "relations.jsonl").write_text("{", encoding="utf-8")

    with pytest.raises(SourceError, match=r"relations\.jsonl:1: not a JSON record"):
        intake.gather([facts])


def test_quotations_are_filled_in_from_the_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bare = without_quotes(region_facts())
    monkeypatch.setattr(pipeline, "hydrate", lambda facts, folder: (facts, folder))

    assert intake.with_quotes(bare, {"POLECORE_DOCUMENTS": str(tmp_path)}) == (bare, tmp_path)
    assert intake.with_quotes(bare, {}) is bare
    quoted = region_facts()
    assert intake.with_quotes(quoted, {"POLECORE_DOCUMENTS": str(tmp_path)}) is quoted


def test_folder_of_documents_must_be_one() -> None:
    with pytest.raises(SourceError, match="POLECORE_DOCUMENTS: nowhere is not a folder"):
        intake.with_quotes(without_quotes(region_facts()), {"POLECORE_DOCUMENTS": "nowhere"})


def test_installation_without_bundled_facts_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(intake, "BUNDLED", tmp_path)

    with pytest.raises(SourceError, match="no bundled facts"):
        intake.bundled()
