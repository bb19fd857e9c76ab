from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.facts import Facts, Problem
from loaders import cluster
from loaders.pipeline import attempt, extract
from ontology.errors import ClusterError
from tests.unit.command_line import assert_one_line, run

distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")

EXAMPLES = Path(__file__).parents[3] / "examples"
PLANS = [EXAMPLES / f"{name}" for name in ("301_zeyang_plan.md", "302_zeyang_rolling_plan.md", "304_zeyang_daily.txt")]


@pytest.fixture(scope="module")
def running() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", host="127.0.0.1", silence_logs=50
    ) as found:
        yield found


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    for plan in PLANS:
        for copy in ("a", "b"):
            (tmp_path / f"{copy}_{plan.name}").write_bytes(plan.read_bytes())
    return sorted(tmp_path.iterdir())


def bare(facts: Facts) -> tuple[Any, ...]:
    return facts.entities, facts.relations, facts.figures


def test_cluster_reads_what_one_process_reads(running: Any) -> None:
    seen: list[tuple[int, int]] = []
    broken = PLANS[0].parent / "expected"  # a folder: it cannot be sent

    facts = extract(
        PLANS, scheduler=running.scheduler_address, progress=lambda _, done, all_: seen.append((done, all_))
    )
    unread = list(cluster.read_all(running.scheduler_address, [broken]))

    assert facts == extract(PLANS)
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert [p.where for p in unread if isinstance(p, Problem)] == [str(broken)]


def test_unreadable_document_is_named_as_it_is_called_here(running: Any, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(b"no archive")
    assert list(cluster.read_all(running.scheduler_address, [path])) == [attempt(path)]


def test_worker_with_another_lexicon_is_refused(running: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("POLECORE_LEXICON", str(EXAMPLES / "lexicon"))

    result = run("extract", str(PLANS[0]), "--out", str(tmp_path / "out"), "--scheduler", running.scheduler_address)

    assert_one_line(result, 1, "files of the lexicon (POLECORE_LEXICON) there differ")
    assert not (tmp_path / "out").exists()


def test_killed_worker_loses_nothing(running: Any, documents: list[Path]) -> None:
    killed: list[int] = []

    def kill() -> None:
        """Kill a worker as soon as it has a document in hand."""
        with distributed.Client(running.scheduler_address, set_as_default=False) as client:
            processes = client.run(os.getpid)
            for _ in range(3000):
                busy = [worker for worker, tasks in client.processing().items() if tasks]
                if busy:
                    killed.append(processes[busy[0]])
                    os.kill(killed[0], signal.SIGKILL)
                    return
                time.sleep(0.01)

    killer = threading.Thread(target=kill)
    killer.start()
    facts = extract(documents, scheduler=running.scheduler_address)
    killer.join()

    assert killed
    assert bare(facts) == bare(extract(documents))
    assert facts.documents() == tuple(path.name for path in documents)


def test_document_that_kills_its_workers_is_a_problem() -> None:
    class Future:
        def result(self) -> None:
            raise distributed.scheduler.KilledWorker("task", None, 3)

    problem = cluster._told(Future(), Path("plan.txt"), "tcp://here:1")

    assert isinstance(problem, Problem)
    assert (problem.where, problem.kind) == ("plan.txt", "unreadable")
    assert "died" in problem.message


def test_worker_that_cannot_read_at_all_is_told() -> None:
    class Future:
        def result(self) -> None:
            raise ModuleNotFoundError("No module named 'loaders'", name="loaders")

    with pytest.raises(ClusterError, match="cannot import loaders; install the same Polecore"):
        cluster._told(Future(), Path("plan.txt"), "tcp://here:1")


@pytest.mark.parametrize("address", ["", "quatsch", "http://host:80", "tcp://host"])
def test_what_is_no_address_is_refused(address: str, tmp_path: Path) -> None:
    result = run("extract", str(PLANS[0]), "--out", str(tmp_path / "out"), "--scheduler", address)

    assert_one_line(result, 1, "is not the address of a Dask scheduler")


def test_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 0.5)

    with pytest.raises(ClusterError, match="no Dask scheduler answers there; start one"):
        list(cluster.read_all("tcp://127.0.0.1:9", PLANS))


def test_scheduler_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "WORKER_SECONDS", 0.5)
    with (
        distributed.LocalCluster(
            n_workers=0, dashboard_address="127.0.0.1:0", host="127.0.0.1", silence_logs=50
        ) as empty,
        pytest.raises(ClusterError, match="has no worker; start some with `dask worker"),
    ):
        list(cluster.read_all(empty.scheduler_address, PLANS))


def test_workers_and_scheduler_exclude_each_other() -> None:
    result = run("extract", str(PLANS[0]), "--scheduler", "tcp://127.0.0.1:9", "--workers", "2")

    assert result.exit_code == 2
    assert "give one of the two" in result.stderr


def test_fingerprint_follows_the_lexicon_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POLECORE_LEXICON", raising=False)
    bundled = cluster.fingerprint()
    monkeypatch.setenv("POLECORE_LEXICON", str(EXAMPLES / "lexicon"))

    own = cluster.fingerprint()

    assert [what for what in own if own[what] != bundled[what]] == ["files of the lexicon (POLECORE_LEXICON)"]
