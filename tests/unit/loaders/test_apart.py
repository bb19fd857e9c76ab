"""Reading in another process: the same as here, and its end is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.apart import read, read_apart
from ontology.errors import SourceError

PLAN = Path(__file__).resolve().parents[3] / "examples" / "304_zeyang_daily.txt"


def test_another_process_reads_the_same() -> None:
    steps: list[tuple[str, int, int]] = []

    apart = read_apart([PLAN], lambda *step: steps.append(step))

    assert apart == read([PLAN])
    assert apart.facts.relations
    assert steps == [(PLAN.name, 1, 1)]
    text = PLAN.read_text(encoding="utf-8")
    assert all("".join(text[s.start : s.end].split()) == "".join(s.text.split()) for s in apart.sentences[PLAN.name])


def test_what_takes_too_long_is_ended_and_told() -> None:
    with pytest.raises(SourceError, match="reading took longer"):
        read_apart([PLAN], seconds=0.01)


def test_a_file_that_cannot_be_read_is_a_problem_wherever_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("坏.docx")
    path.write_bytes(b"PK\x03\x04 broken")

    found = read_apart([path])

    assert [p.kind for p in found.facts.problems] == ["unreadable"]
    assert found.sentences == {"坏.docx": ()}


def test_the_rows_of_a_register_are_its_sentences(tmp_path: Path) -> None:
    path = tmp_path / "名录.csv"
    path.write_text("名称,类别\n岚川大学,高校\n", encoding="utf-8")

    assert [s.text for s in read([path]).sentences["名录.csv"]][1].startswith("岚川大学")
