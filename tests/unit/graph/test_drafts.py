from __future__ import annotations

import errno
from pathlib import Path

import pytest

from graph.drafts import drafts


def test_files_are_there_when_all_are_written(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    with drafts(one, two) as (first, second):
        first.write_text("1", encoding="utf-8")
        second.write_text("2", encoding="utf-8")
        assert not one.exists()

    assert [(p.name, p.read_text(encoding="utf-8")) for p in sorted(tmp_path.iterdir())] == [
        ("one.txt", "1"),
        ("two.txt", "2"),
    ]


def test_full_disk_leaves_the_former_file_and_no_draft(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text("before", encoding="utf-8")

    def write() -> None:
        with drafts(file) as (draft,):
            draft.write_text("half", encoding="utf-8")
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left on device") as raised:
        write()
    assert raised.value.filename == str(file)
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [("one.txt", "before")]
