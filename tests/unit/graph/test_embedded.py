from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import app
from graph.embedded import EmbeddedStore
from graph.facts import Entity, Evidence, Facts
from graph.integrity import Run
from graph.store import Status, Store, open_store
from ontology.errors import QueryError, StoreError
from tests.unit.graph import invented_facts

ROOT = Path(__file__).parents[3]

HOLDER = """
import sys, time
from graph.store import open_store
from tests.unit.graph.test_embedded import cities
store = open_store(sys.argv[1])
store.load(cities("a.md", 50))
print("loaded", flush=True)
number = 0
while True:
    number += 1
    store.load(cities("b.md", number))
"""


def cities(document: str, number: int) -> Facts:
    """Give some cities that one document names."""
    return Facts(
        [
            Entity(
                f"City:{document}{i}", "City", f"{document}{i}", ("别名",), (document,),
                (Evidence(document, "节", 1, i, i + 1, f"文{i}", "made"),),
            )
            for i in range(number)
        ]
    ).sorted()  # fmt: skip


def start_holder(uri: str, folder: Path) -> subprocess.Popen[str]:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, uri],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdout.readline() == "loaded\n", holder.stderr.read() if holder.stderr else ""
    return holder


def test_second_process_is_told_who_holds_the_store(tmp_path: Path) -> None:
    uri = f"embedded:{tmp_path / 'graph'}"
    holder = start_holder(uri, tmp_path)
    try:
        told = rf"process {holder.pid} \(.*\) has the store open and shares it with no other; .* use a Neo4j server"
        with pytest.raises(StoreError, match=told):
            open_store(uri)
    finally:
        holder.kill()
        holder.communicate()


def test_killed_process_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    uri = f"embedded:{tmp_path / 'graph'}"
    holder = start_holder(uri, tmp_path)
    holder.send_signal(signal.SIGKILL)
    holder.communicate()

    store = open_store(uri)

    facts = store.facts()
    first, second = cities("a.md", 50), [e for e in facts.entities if e.documents == ("b.md",)]
    assert [e for e in facts.entities if e.documents == ("a.md",)] == first.entities
    assert second == cities("b.md", len(second)).entities
    assert store.verify() == []  # type: ignore[attr-defined]
    assert {c.outcome for c in store.load(first)} == {"unchanged"}
    store.close()


def test_process_ends_quietly_and_leaves_no_log(tmp_path: Path) -> None:
    code = (
        "from graph.store import open_store\n"
        "from tests.unit.graph.test_embedded import cities\n"
        "open_store('embedded:graph').load(cities('a.md', 3))\n"
        "print('done')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (0, "done\n", "")
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


def test_sigterm_ends_the_process_without_a_crash(tmp_path: Path) -> None:
    holder = start_holder(f"embedded:{tmp_path / 'graph'}", tmp_path)

    holder.terminate()
    _, errors = holder.communicate(timeout=60)

    assert holder.returncode == -signal.SIGTERM
    assert errors == ""
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that was closed in good order, to be copied."""
    folder = tmp_path_factory.mktemp("sound") / "graph"
    store = open_store(f"embedded:{folder}")
    store.load(cities("a.md", 300))
    store.load(cities("b.md", 300))
    store.close()
    return folder


@pytest.fixture
def loaded(tmp_path: Path, sound: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "graph"))


@pytest.mark.parametrize(
    "files",
    [
        "City%7E*_0.*.bucket",
        "City%7E*_out_edges.*.bucket",
        "City%7E*.umtidx",
        "Passage%7E*_0.*.bucket",
        "Passage%7E*_in_edges.*.bucket",
        "Passage%7E*.umtidx",
        "Document%7E*_0.*.bucket",
        "Ledger%7E*_0.*.bucket",
        "Polecore%7EStore_0.*.bucket",
        "MENTIONED_IN_0.*.bucket",
    ],
)
def test_truncated_file_is_found_on_opening(loaded: Path, files: str) -> None:
    (file,) = [path for path in loaded.glob(files) if path.stat().st_size]
    os.truncate(file, 0)

    with pytest.raises(StoreError, match=r"remove the folder and load the documents again"):
        open_store(f"embedded:{loaded}")


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("1", r"written by an older version of Polecore \(format 1, this one writes format 2\); bring it over with"),
        ("3 x", r"written by a newer version of Polecore \(format 3, this one reads format 2\); use that version"),
        ("2 0123456789ab", "written with another ontology, .* bring it over with `polecore copy --from embedded:"),
        ("", "the mark of the store, '', is damaged"),
    ],
)
def test_store_of_another_version_is_refused(loaded: Path, mark: str, told: str) -> None:
    (loaded / "polecore.format").write_text(mark, encoding="ascii")

    with pytest.raises(StoreError, match=told):
        open_store(f"embedded:{loaded}")


def test_changed_value_is_found_although_there_are_no_checksums(tmp_path: Path) -> None:
    folder = tmp_path / "graph"
    with contextlib.closing(open_store(f"embedded:{folder}")) as store:
        store.load(invented_facts.facts())
        names = {entity.name for entity in store.facts().entities}
    (folder / "polecore.sums").unlink()  # as after a kill
    with contextlib.closing(open_store(f"embedded:{folder}")) as store:
        assert {entity.name for entity in store.facts().entities} == names
    (folder / "polecore.sums").unlink()
    (file,) = folder.glob("*%7EZone_0.*.bucket")
    before = file.read_bytes()
    after = before.replace("国家级".encode(), "国宝级".encode())
    assert after != before
    file.write_bytes(after)

    for _ in range(2):  # the first must leave no checksums of the damaged files
        with pytest.raises(StoreError, match="values differ from what the documents state: Zone:青川高新区; remove"):
            open_store(f"embedded:{folder}")


def test_graph_is_looked_at_unless_checksums_vouch_for_it(loaded: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(EmbeddedStore, "verify", lambda store: looked.append(store.uri) or [])
    sums = loaded / "polecore.sums"

    open_store(f"embedded:{loaded}").close()
    assert looked == []
    sums.write_text(json.dumps(json.loads(sums.read_text(encoding="utf-8"))["files"]), encoding="utf-8")  # as before
    open_store(f"embedded:{loaded}").close()
    assert len(looked) == 1
    with contextlib.closing(open_store(f"embedded:{loaded}")) as store, pytest.raises(StoreError):
        store._attempt(lambda run: run("CREATE (:Nonsense {", {}))  # type: ignore[attr-defined]
    assert not sums.exists()
    open_store(f"embedded:{loaded}").close()
    assert (len(looked), sums.exists()) == (2, True)


def test_store_of_an_older_version_can_be_copied(loaded: Path, tmp_path: Path) -> None:
    (loaded / "polecore.format").write_text("1", encoding="ascii")
    (loaded / "polecore.sums").unlink()  # as that version left it
    copied = CliRunner().invoke(app, ["copy", "--from", f"embedded:{loaded}", "--to", f"embedded:{tmp_path / 'new'}"])

    assert copied.exit_code == 0, copied.output
    new = open_store(f"embedded:{tmp_path / 'new'}")
    assert sorted(new.status().documents) == ["a.md", "b.md"]
    new.close()


def test_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")

    with pytest.raises(StoreError, match="the folder holds other files"):
        open_store(f"embedded:{tmp_path}")

    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "graph").write_text("", encoding="utf-8")

    with pytest.raises(StoreError, match="a file stands there"):
        open_store(f"embedded:{tmp_path / 'graph'}")


def test_stores_of_one_process_share_the_database(tmp_path: Path) -> None:
    one, two = (EmbeddedStore(tmp_path / "graph") for _ in range(2))
    one.load(cities("a.md", 3))
    one.close()

    assert two.facts() == cities("a.md", 3)
    assert [c.outcome for c in two.load(cities("a.md", 4))] == ["replaced"]
    two.close()
    again = EmbeddedStore(tmp_path / "graph")
    assert again.facts() == cities("a.md", 4)
    again.close()


def test_what_is_in_a_store_is_counted_again_only_after_a_write(
    embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[int] = []
    count = EmbeddedStore._status

    def counting(store: EmbeddedStore, run: Run) -> Status:
        counted.append(1)
        return count(store, run)

    monkeypatch.setattr(EmbeddedStore, "_status", counting)
    found = [embedded_store.status().labels.get("City", 0)]
    for number in (3, 3, 5):
        embedded_store.load(cities("a.md", number))
        found.append(embedded_store.status().labels["City"])
        assert embedded_store.status() == embedded_store.status()

    assert found == [0, 3, 3, 5]
    assert len(counted) == 3


def test_threads_read_and_write_together(embedded_store: Store) -> None:
    failures: list[BaseException] = []

    def attempt(work: object) -> None:
        assert callable(work)
        try:
            for number in range(1, 6):
                work(number)
        except BaseException as error:
            failures.append(error)

    def read(_: int) -> None:
        names = {row[0] for row in embedded_store.query("MATCH (c:City) RETURN c.name AS name").rows}
        assert {e.name for e in embedded_store.search("md0")} <= names | {"a.md0", "b.md0", "c.md0"}

    jobs = [lambda n, d=d: embedded_store.load(cities(d, n)) for d in ("a.md", "b.md", "c.md")] + [read] * 5
    threads = [threading.Thread(target=attempt, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert len(embedded_store.facts().entities) == 15
    assert embedded_store.verify() == []  # type: ignore[attr-defined]


def test_engine_itself_reads_no_files(embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.guard.check", lambda text, embedded: text)

    for source in ("file:///etc/passwd", "/etc/passwd", "http://127.0.0.1:1/x"):
        with pytest.raises(QueryError, match="cannot be run"):
            embedded_store.query(f"LOAD CSV FROM '{source}' AS line RETURN line")
