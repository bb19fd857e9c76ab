from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph import embedded_folder as folders
from ontology.errors import StoreError

ROOT = Path(__file__).parents[3]


def finished(folder: Path) -> Path:
    """Give a folder as a closed store leaves it."""
    folder.mkdir()
    (folder / "a.bucket").write_bytes(bytes(range(200)))
    (folder / "b.bucket").write_bytes(b"")
    folders.seal(folder)
    folders.leave_sums(folder, {})
    return folder


def test_what_was_begun_by_a_killed_process_is_begun_anew(tmp_path: Path) -> None:
    folders.prepare(tmp_path)
    assert folders.begin(tmp_path)
    (tmp_path / "schema.json").write_text("{", encoding="utf-8")
    (tmp_path / "part").mkdir()

    folders.prepare(tmp_path)
    assert folders.begin(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [folders.MAKING]
    folders.seal(tmp_path)
    assert not folders.begin(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [folders.FORMAT]


@pytest.mark.parametrize(("name", "told"), [("letter.txt", "other files"), ("schema.json", "an unfinished store")])
def test_files_of_others_are_not_taken_for_an_unfinished_store(tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / name).touch()

    with pytest.raises(StoreError, match=f"the folder holds {told}; remove it or name another folder"):
        folders.prepare(tmp_path)


def test_sums_are_there_only_while_the_store_is_closed(tmp_path: Path) -> None:
    folder = finished(tmp_path / "graph")

    sums = folders.take_sums(folder)

    assert sums.keys() == {"a.bucket", "b.bucket", folders.FORMAT}
    assert not (folder / folders.SUMS).exists()
    assert folders.take_sums(folder) == {}
    (folder / "a.bucket").write_bytes(b"more")
    folders.leave_sums(folder, sums)
    assert folders.take_sums(folder)["a.bucket"] != sums["a.bucket"]


@pytest.mark.parametrize("at", [0, 77, 199])
def test_single_flipped_byte_is_told_each_time(tmp_path: Path, at: int) -> None:
    folder = finished(tmp_path / "graph")
    content = bytearray((folder / "a.bucket").read_bytes())
    content[at] ^= 1
    (folder / "a.bucket").write_bytes(content)

    for _ in range(2):
        with pytest.raises(StoreError, match=r"damaged: a.bucket is not as it was when the store was closed; remove"):
            folders.take_sums(folder)


def test_missing_and_many_damaged_files_make_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.bucket").write_bytes(b"x")
    folders.leave_sums(folder, {})
    (folder / "0.bucket").unlink()
    for number in range(1, 6):
        os.truncate(folder / f"{number}.bucket", 0)

    with pytest.raises(StoreError, match=r"0.bucket is missing; 1.bucket is not .*; 2.bucket is not .* and 3 more;"):
        folders.take_sums(folder)


def test_unreadable_sums_are_damage(tmp_path: Path) -> None:
    folder = finished(tmp_path / "graph")
    os.truncate(folder / folders.SUMS, 10)

    with pytest.raises(StoreError, match=r"polecore\.sums cannot be read"):
        folders.take_sums(folder)


def test_lock_of_another_process_holds_until_it_ends(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from graph.embedded_folder import Lock\n"
        "lock = Lock(Path(sys.argv[1])); print('locked', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert other.stdout is not None
    assert other.stdout.readline() == "locked\n"

    with pytest.raises(StoreError, match="another process has the store open and shares it with no other"):
        folders.Lock(tmp_path)
    other.kill()
    other.communicate()
    folders.Lock(tmp_path).release()
    folders.Lock(tmp_path).release()
