from __future__ import annotations

from pathlib import Path

import pytest

from graph.export.files import printable, put
from ontology.errors import OntologyError, SourceError


def test_text_is_written_with_line_feeds_and_folders_are_made(tmp_path: Path) -> None:
    path = put(tmp_path / "a" / "b.txt", "甲\n乙")

    assert path.read_bytes() == "甲\n乙".encode()
    assert [p.name for p in path.parent.iterdir()] == ["b.txt"]


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a folder; name a file"):
        put(tmp_path, "x")


def test_half_of_a_pair_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    path = put(tmp_path / "x", "old")

    with pytest.raises(OntologyError, match="not valid Unicode"):
        put(path, "甲\ud800")
    assert path.read_text(encoding="utf-8") == "old"


def test_what_xml_cannot_carry_is_marked() -> None:
    assert printable("a\x00b\ud800\tc\U00020000") == "a\ufffdb\ufffd\tc\U00020000"
