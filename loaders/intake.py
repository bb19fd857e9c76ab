"""What a load takes in: facts folders and documents, told apart, read, and their quotations filled in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from graph.facts import FILES, Facts, read_facts
from ontology.errors import SourceError

DOCUMENTS_VARIABLE = "POLECORE_DOCUMENTS"
BUNDLED = Path(__file__).parent.parent / "data"

Progress = Callable[[str, int, int], None]


def facts_folders(path: Path) -> list[Path]:
    """List the facts folders at a path: the folder itself, or those in it; none if it holds documents."""
    if (path / FILES[0]).is_file():
        return [path]
    return sorted(file.parent for file in path.glob(f"*/{FILES[0]}"))


def gather(
    paths: Sequence[Path], *, workers: int = 1, progress: Progress | None = None, store: str | None = None
) -> list[Facts]:
    """Read every facts folder as it is, and extract all documents and registers together: they share their entities.

    Parameters
    ----------
    paths : facts folders, documents, registers, and folders of these.
    workers : processes that read documents.
    progress : called with (file name, done, total).
    store : the store that is to take the facts in; people's corrections that belong to it are applied.

    Raises
    ------
    SourceError
        if a path is missing, or a facts folder or the corrections cannot be read.
    """
    found: list[Facts] = []
    documents: list[Path] = []
    for path in paths:
        if not path.exists():
            raise SourceError(f"{path}: no such file or folder; name a facts folder or documents")
        folders = facts_folders(path) if path.is_dir() else []
        found.extend(with_quotes(read_facts(folder)) for folder in folders)
        if not folders:
            documents.append(path)
    if documents:
        from loaders.pipeline import extract

        found.append(extract(documents, workers=workers, progress=progress))
    if store is not None:
        from loaders.corrections import corrections_path
        from loaders.review import correct

        found = correct(found, corrections_path(store))
    return found


def outdated(documents: Iterable[str], parts: Iterable[Facts], store: str) -> list[str]:
    """List the references among a store's documents whose corrections were undone; they are to be removed."""
    from loaders.corrections import corrections_path
    from loaders.review import outdated as of_file

    return of_file(documents, parts, corrections_path(store))


def bundled() -> Path:
    """Give the folder of the bundled facts; SourceError if this installation has none."""
    if not facts_folders(BUNDLED):
        raise SourceError(f"{BUNDLED}: no bundled facts in this installation; name a facts folder or documents to load")
    return BUNDLED


def with_quotes(facts: Facts, environ: Mapping[str, str] | None = None) -> Facts:
    """Fill in quotations that are missing, from the folder that POLECORE_DOCUMENTS names; else give the facts as is.

    Raises
    ------
    SourceError
        if the variable names something that is not a folder.
    """
    named = (os.environ if environ is None else environ).get(DOCUMENTS_VARIABLE, "")
    if not named or _quoted(facts):
        return facts
    folder = Path(named)
    if not folder.is_dir():
        raise SourceError(f"{DOCUMENTS_VARIABLE}: {folder} is not a folder; name the one that holds the documents")
    from loaders.pipeline import hydrate

    return hydrate(facts, folder)


def _quoted(facts: Facts) -> bool:
    evidence = [entity.evidence for entity in facts.entities]
    evidence += [relation.evidence for relation in facts.relations]
    evidence += [figure.evidence for figure in facts.figures]
    return all(passage.quote for passages in evidence for passage in passages)
