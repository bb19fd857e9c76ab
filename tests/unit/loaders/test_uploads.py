"""Which uploads are taken, where they are written, and what is kept of them."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from graph.slice import split
from loaders import uploads
from loaders.uploads import (
    MOST_BYTES,
    MOST_FILES,
    Upload,
    admitted,
    document_name,
    forget,
    keep,
    laid_out,
    originals,
    uploads_folder,
)
from ontology.errors import SourceError
from tests.unit.views.invented import PLAN, facts


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(uploads, "BUNDLED", tmp_path / "nothing")
    return f"embedded:{tmp_path / 'home' / 'graph'}"


@pytest.mark.parametrize(
    "name",
    [
        "../规划.txt", "/etc/passwd.txt", "..\\规划.txt", "C:规划.txt", "a/b.md", ".hidden.md", "-rf.md", "~x.md",
        "..txt",
        "con.txt", "LPT1.csv", "规划\u202etxt.exe.md", "规划\x00.md", "规划\n.md", "<img src=x>.md", "a|b.md",
        ".md", "", "  ",
        "规" * 60 + ".md", "程序.exe", "规划.md.sh", "无后缀", "a.xlsm", "a.docm", "a.svg",
    ],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_hides_or_is_of_another_kind_is_refused(name: str) -> None:
    with pytest.raises(SourceError):
        document_name(name)


@pytest.mark.parametrize("name", ["规划.txt", "2024 年报（修订）.PDF", "a.b.docx", "é.md"])
def test_a_plain_name_stays(name: str) -> None:
    assert document_name(name) == name


def test_composed_and_decomposed_letters_are_one_name() -> None:
    assert document_name("e\u0301.md") == document_name("é.md")


def test_what_is_refused_is_told_and_the_others_go_on() -> None:
    files = [
        Upload("好.md", "规划".encode()),
        Upload("空.md", b""),
        Upload("大.md", b"x" * (MOST_BYTES + 1)),
        Upload("假.pdf", b"MZ\x90"),
        Upload("假.docx", b"<html>"),
        Upload("好.md", "又一份".encode()),
    ]

    taken, refused = admitted(files)

    assert [file.name for file in taken] == ["好.md"]
    assert [line.partition(":")[0] for line in refused] == ["空.md", "大.md", "假.pdf", "假.docx", "好.md"]


def test_more_files_than_allowed_are_not_all_read() -> None:
    taken, refused = admitted([Upload(f"{n}.md", b"x") for n in range(MOST_FILES + 3)])

    assert len(taken) == MOST_FILES
    assert str(MOST_FILES) in refused[0]


def test_a_draft_lies_in_the_folder_cannot_be_run_and_is_gone_afterwards(store: str) -> None:
    with laid_out([Upload("规划.md", b"#!/bin/sh\ntouch owned\n")], store) as paths:
        assert paths[0].is_relative_to(uploads_folder(store))
        assert stat.S_IMODE(paths[0].stat().st_mode) == 0o600

    assert list(uploads_folder(store).iterdir()) == []


def test_a_link_in_the_folder_is_not_followed(store: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("mine", encoding="utf-8")
    uploads_folder(store).mkdir(parents=True)
    (uploads_folder(store) / PLAN).symlink_to(outside)

    keep([Upload(PLAN, b"theirs")], facts(), store)

    assert outside.read_text(encoding="utf-8") == "mine"
    assert (uploads_folder(store) / PLAN).read_bytes() == b"theirs"


def test_what_was_read_is_kept_as_it_was_and_forgotten(store: str) -> None:
    keep([Upload(PLAN, b"text")], facts(), store)

    held = split(originals(store))
    assert set(held) == {PLAN}
    assert held[PLAN].content_hash == split(facts())[PLAN].content_hash

    assert forget(PLAN, store) is True
    assert originals(store).entities == []
    assert forget(PLAN, store) is False


def test_forgetting_a_document_of_an_odd_name_removes_nothing(store: str, tmp_path: Path) -> None:
    precious = tmp_path / "precious.md"
    precious.write_text("x", encoding="utf-8")

    assert forget("../../precious.md", store) is False
    assert precious.exists()
