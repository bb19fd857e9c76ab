from __future__ import annotations

import csv
from pathlib import Path

import pytest

from graph.export import csv as csv_export
from graph.export import facts as facts_export
from graph.facts import Entity, Evidence, Facts, Figure, Relation, read_facts

PLACE = Evidence("plan.txt", "一、总则", 1, 0, 4, "=HYPERLINK", "list")
FACTS = Facts(
    [
        Entity("City:甲市", "City", "甲市", ("甲", "+甲"), ("plan.txt",), (PLACE,)),
        Entity("Zone:@乙区", "Zone", "@乙区", (), ("plan.txt",), (), {"number": 5}),
    ],
    [Relation("Zone:@乙区", "LOCATED_IN", "City:甲市", 0.9, (PLACE,))],
    [Figure("City:甲市", "-增速", -2.5, "%", (PLACE,), year=2025)],
)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-x", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "-2.5%", "=", "+"])
def test_formula_is_neutralised(text: str) -> None:
    assert csv_export.neutralise(text) == "'" + text


@pytest.mark.parametrize("text", ["", "沈阳市", "-2.5", "+3", "-1e-05", "1=1", "a-b", "'=1"])
def test_other_texts_and_numbers_stay(text: str) -> None:
    assert csv_export.neutralise(text) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (500.0, "500"),
        (0.05, "0.05"),
        (-2.5, "-2.5"),
        (float("inf"), "inf"),
        (7, "7"),
        (["a", None, 2.0], "a; ; 2"),
        ({"b": "二", "a": 1}, '{"a": 1, "b": "二"}'),
    ],
)
def test_cell(value: object, text: str) -> None:
    assert csv_export.cell(value) == text


def test_four_files_hold_all_facts(tmp_path: Path) -> None:
    files = csv_export.write(FACTS, tmp_path / "new" / "csv")

    assert [file.name for file in files] == ["entities.csv", "relations.csv", "figures.csv", "evidence.csv"]
    entities, relations, figures, evidence = map(read, files)
    assert [(e["id"], e["name"], e["aliases"], e["number"]) for e in entities] == [
        ("City:甲市", "甲市", "甲; +甲", ""),
        ("Zone:@乙区", "'@乙区", "", "5"),
    ]
    assert (relations[0]["source_name"], relations[0]["target_name"], relations[0]["documents"]) == (
        "'@乙区", "甲市", "plan.txt",
    )  # fmt: skip
    assert (figures[0]["indicator"], figures[0]["value"], figures[0]["max"]) == ("'-增速", "-2.5", "")
    assert [(e["fact"], e["quote"]) for e in evidence] == [
        ("entity", "'=HYPERLINK"), ("relation", "'=HYPERLINK"), ("figure", "'=HYPERLINK"),
    ]  # fmt: skip


def test_files_open_in_excel_and_leave_nothing_behind(tmp_path: Path) -> None:
    files = csv_export.write(FACTS, tmp_path)

    assert all(file.read_bytes().startswith(b"\xef\xbb\xbf") for file in files)
    assert sorted(tmp_path.iterdir()) == sorted(files)


def test_failed_export_leaves_the_former_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {file: file.read_bytes() for file in csv_export.write(FACTS, tmp_path)}
    monkeypatch.setattr(csv_export, "_evidence", lambda _: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        csv_export.write(Facts(), tmp_path)

    assert {file: file.read_bytes() for file in before} == before


def test_exchange_format_is_read_back_as_it_was(tmp_path: Path) -> None:
    files = facts_export.write(FACTS, tmp_path)

    assert [file.name for file in files] == ["entities.jsonl", "relations.jsonl", "figures.jsonl"]
    assert read_facts(tmp_path) == FACTS.sorted()
