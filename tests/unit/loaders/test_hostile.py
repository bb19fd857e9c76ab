"""Hostile documents: each is read or refused in one line, and the others of the run are read all the same."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.facts import Facts
from loaders.documents import LONGEST, TOC, parse
from loaders.pipeline import extract
from loaders.readers import read_text
from ontology.errors import SourceError
from tests.unit.loaders.hostile_files import ENDINGS, PDFS, files

GOOD = "岚川大学建在岚川市。"
# recognition of a large picture takes seconds and a gigabyte
_HEAVY = {"a page as large as a house.pdf"}


@pytest.fixture(autouse=True)
def _quiet_pypdf() -> None:
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def told(facts: Facts) -> list[str]:
    """Give what was said of files that could not be read: one line each, that names the file and holds no traceback."""
    said = [f"{p.where}: {p.message}" for p in facts.problems if p.kind == "unreadable"]
    assert all("\n" not in message and "Traceback" not in message for message in said)
    return said


def test_hostile_files_leave_the_others_of_the_run_alone(tmp_path: Path) -> None:
    good = tmp_path / "好.txt"
    good.write_text(GOOD, encoding="utf-8")
    for name, make in files():
        if name not in _HEAVY:
            (tmp_path / name).write_bytes(make())
    listed = {path.name for path in tmp_path.iterdir()}

    facts = extract([tmp_path])

    said = told(facts)
    assert len(said) >= 30
    assert all(sum(name in message for name in listed) >= 1 for message in said)
    assert not any("好.txt" in message for message in said)
    assert any(e.name == "岚川大学" and "好.txt" in e.documents for e in facts.entities)
    assert {path.name for path in tmp_path.iterdir()} == listed
    assert not any("root:" in e.name or "root:" in v.quote for e in facts.entities for v in e.evidence)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(_HEAVY))
def test_picture_that_claims_to_be_vast_is_read_in_bounds(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PDFS[name]())

    assert len(told(extract([tmp_path / name]))) == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ending=st.sampled_from(ENDINGS), head=st.sampled_from((b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"name\n")),
       data=st.binary(max_size=400))  # fmt: skip
def test_any_bytes_under_any_ending_are_read_or_refused_in_one_line(
    tmp_path: Path, ending: str, head: bytes, data: bytes
) -> None:
    path = tmp_path / f"a{ending}"
    path.write_bytes(head + data)
    text, message = "", ""
    try:
        text = read_text(path)
    except SourceError as error:
        message = str(error)

    assert bool(text.strip()) != bool(message)
    assert not message or (message.startswith(str(path)) and "\n" not in message)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="市大学、，。（）《》“”#\t\n.·1-—一专栏 \u200b\u202e甲", max_size=600))
def test_any_text_is_parted_into_paragraphs_that_point_into_it(text: str) -> None:
    for paragraph in parse("a.txt", text).paragraphs:
        assert len(paragraph.offsets) == len(paragraph.text)
        assert all(c == text[at] or c.isspace() for c, at in zip(paragraph.text, paragraph.offsets, strict=True))


def test_line_that_is_too_long_is_parted_behind_a_sentence_and_nothing_is_lost() -> None:
    text = "岚川大学建在岚川市。" * 1000 + "甲" * 5000

    paragraphs = parse("a.txt", text).paragraphs

    assert all(len(p.text) <= LONGEST for p in paragraphs)
    assert "".join(p.text for p in paragraphs) == text
    assert paragraphs[0].text.endswith("。")


def test_line_of_contents_is_still_known() -> None:
    assert TOC.match("第一章 总体要求......... 3 ")
    assert TOC.match("一、目标\t12")
    assert not TOC.match("第一章 甲" + "." * 20_000 + "x")


def test_fault_of_a_reader_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> None:
        raise RecursionError("a line\nand another")

    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    monkeypatch.setattr("loaders.document_facts.read_document", fail)

    assert told(extract([tmp_path])) == [
        f"{tmp_path / 'a.txt'}: cannot be read (RecursionError); save it again or leave it out"
    ]


def test_pipe_is_refused_and_a_ring_of_links_is_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "again").symlink_to(tmp_path)
    (tmp_path / "in" / "ring.txt").symlink_to(tmp_path / "in" / "ring.txt")
    (tmp_path / "in" / "two\nlines\x1b.txt").write_text(GOOD, encoding="utf-8")

    with pytest.raises(SourceError, match="is no file"):
        read_text(tmp_path / "a.txt")
    facts = extract([tmp_path])

    assert [e.name for e in facts.entities if e.label == "University"] == ["岚川大学"]
    assert told(facts) == []
