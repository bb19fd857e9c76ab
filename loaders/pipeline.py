"""From files to facts: read, mention, relate, measure, resolve, check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from graph.facts import Entity, Evidence, Facts, Figure, Problem, Relation, Severity
from loaders.conclusions import conclude
from loaders.crew import Crew
from loaders.document_facts import DocumentFacts, Tied, read_one
from loaders.lexicon import load_lexicon
from loaders.readers import READERS, read_text
from loaders.registers import is_register, read_registers
from loaders.resolve import Registry, in_order
from ontology.errors import SourceError
from ontology.schema import load_schema

Progress = Callable[[str, int, int], None]


def find_files(paths: Sequence[Path]) -> list[Path]:
    """List the documents that paths name; a folder gives all files in it that can be read, sorted.

    Raises
    ------
    SourceError
        if a path does not exist, or a folder holds no document.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in READERS and not p.name.startswith(".")
            )
            if not inside:
                raise SourceError(f"{path}: holds no document ({', '.join(READERS)})")
            files.extend(inside)
        elif path.exists():
            files.append(path)
        else:
            raise SourceError(f"{path}: no such file or folder")
    names: dict[str, Path] = {}
    for file in files:
        if file.name in names and names[file.name] != file:
            raise SourceError(
                f"{file}: has the same name as {names[file.name]}; documents are told apart by file name, rename one"
            )
        names[file.name] = file
    return list(names.values())


def attempt(path: Path) -> DocumentFacts | Problem:
    """Read one file; what keeps it from being read is a ``Problem``, so that the others go on."""
    try:
        return read_one(path)
    except SourceError as error:
        # the place is told with every problem; named in the message too, it would stand there twice
        return _lost(path, str(error).removeprefix(f"{path}: "))


def _lost(path: Path, message: str) -> DocumentFacts | Problem:
    return Problem(Severity.ERROR, "unreadable", str(path), message)


def _read_all(
    files: Sequence[Path], workers: int, scheduler: str | None, progress: Progress | None
) -> Iterator[DocumentFacts | Problem]:
    if scheduler is not None:
        from loaders.cluster import read_all

        yield from read_all(scheduler, files, progress)
        return
    alone = workers <= 1 or len(files) < 2
    crew = Crew(attempt, _lost, min(workers, len(files)))
    for done, result in enumerate(map(attempt, files) if alone else crew.results(files), 1):
        if progress:
            progress(files[done - 1].name, done, len(files))
        yield result


def extract(
    paths: Sequence[Path], *, workers: int = 1, scheduler: str | None = None, progress: Progress | None = None
) -> Facts:
    """Read documents into facts.

    Parameters
    ----------
    paths : files and folders.
    workers : processes to read with; the result does not depend on it.
    scheduler : address of a Dask scheduler whose workers are to read in place of processes here; nor on this.
    progress : called with (file name, done, total).

    Raises
    ------
    SourceError
        if a path is missing, two documents share a name, or the lexicon is broken. An unreadable document is a
        ``Problem`` of severity error in the result, and the others go on.
    ClusterError
        if a scheduler is named and cannot be used.
    """
    files = find_files(paths)
    lexicon = load_lexicon()
    readings: list[DocumentFacts] = []
    problems: list[Problem] = []
    documents = [file for file in files if not is_register(file)]
    registers = [file for file in files if is_register(file)]
    for result in _read_all(documents, workers, scheduler, progress):
        if isinstance(result, Problem):
            problems.append(result)
        else:
            readings.append(result)
            problems.extend(result.problems)
    for number, (path, result) in enumerate(read_registers(registers, list(readings)), len(documents) + 1):
        if progress:
            progress(path.name, number, len(files))
        if isinstance(result, Problem):
            problems.append(result)
        else:
            readings.append(result)
            problems.extend(result.problems)
    return replace_problems(resolve(sorted(readings, key=lambda r: r.name), Registry(lexicon)), problems)


def replace_problems(facts: Facts, problems: Sequence[Problem]) -> Facts:
    """Add problems met before resolution."""
    facts.problems[:0] = problems
    return facts


def resolve(readings: Sequence[DocumentFacts], registry: Registry) -> Facts:
    """Give one entity to each real thing over all documents, and attach ties and figures to them."""
    for reading in readings:
        for m in reading.mentions:
            key = registry.add(m.label, m.name, m.surfaces, m.evidence, m.official)
            registry.nodes[key].properties.update(m.properties)
            registry.nodes[key].declared |= m.declared
    for reading in readings:
        for label, short, name in reading.aliases:
            registry.alias(label, short, name)
    registry.one_class()
    relations: dict[str, Relation] = {}
    proofs: dict[str, set[Evidence]] = {}
    figures: dict[str, Figure] = {}
    dropped = 0
    for reading in readings:
        for tie in reading.ties:
            source, target = registry.key(*tie.source), registry.key(*tie.target)
            if source == target:
                continue
            for key, (label, name) in ((source, tie.source), (target, tie.target)):
                if key not in registry.nodes:
                    registry.add(label, name, (), tie.evidence)
            merged = _merge_tie(relations, registry.id(source), registry.id(target), tie)
            proofs.setdefault(merged, set()).add(tie.evidence)
        for figure in reading.figures:
            key = registry.key(*figure.subject)
            if key in registry.nodes:
                _merge_figure(figures, replace(figure.figure, entity=registry.id(key)))
            else:
                dropped += 1
    for tied, found in proofs.items():
        if len(found) > 1:
            relations[tied] = replace(relations[tied], evidence=tuple(sorted(found, key=in_order)))
    facts = Facts([registry.entity(k) for k in registry.nodes], conclude(relations), list(figures.values()))
    if dropped:
        facts.problems.append(
            Problem(Severity.NOTE, "dropped", "resolution", f"{dropped} ties or figures whose end was not found")
        )
    return _consistent(_permitted(facts)).sorted()


def _permitted(facts: Facts) -> Facts:
    """Leave out ties that the model does not allow any more, since a thing turned out to be of another class."""
    labels = {e.id: e.label for e in facts.entities}
    schema, kept = load_schema(), []
    for r in facts.relations:
        source, target = labels.get(r.source, ""), labels.get(r.target, "")
        if not source or not target or schema.allows(source, r.type, target):
            kept.append(r)
            continue
        message = f"{r.key} is left out: the ontology allows no {r.type} from {source} to {target}"
        where = ", ".join(sorted({e.document for e in r.evidence}))
        facts.problems.append(Problem(Severity.WARNING, "classes not permitted", where, message))
    facts.relations = kept
    return facts


def _merge_tie(relations: dict[str, Relation], source: str, target: str, tie: Tied) -> str:
    """Enter a tie between two entities, or make the one that is there surer, and give its key."""
    if tie.type == "COLLABORATES_WITH" and target < source:
        source, target = target, source
    key = f"{source}|{tie.type}|{target}"
    found = relations.get(key)
    if found is None:
        relations[key] = Relation(source, tie.type, target, tie.confidence, (tie.evidence,), tie.derived)
    elif tie.confidence > found.confidence or (found.derived and not tie.derived):
        relations[key] = replace(
            found, confidence=max(found.confidence, tie.confidence), derived=found.derived and tie.derived
        )
    return key


def _merge_figure(figures: dict[str, Figure], figure: Figure) -> None:
    found = figures.get(figure.key)
    figures[figure.key] = (
        figure if found is None else replace(found, evidence=tuple(sorted({*found.evidence, *figure.evidence})))
    )


def _consistent(facts: Facts) -> Facts:
    """Check that every end exists; keep the keys of what was derived from to those that exist."""
    ids = {e.id for e in facts.entities}
    facts.relations = [r for r in facts.relations if r.source in ids and r.target in ids]
    keys = {r.key for r in facts.relations}
    facts.relations = [replace(r, derived_from=tuple(k for k in r.derived_from if k in keys)) for r in facts.relations]
    return facts


def hydrate(facts: Facts, folder: Path) -> Facts:
    """Fill the quotations of facts that are bundled as locators from the documents in a folder.

    A document that is absent, or too short for a locator, leaves its quotations empty and is named in a ``Problem``.
    """
    texts: dict[str, str] = {}
    problems = list(facts.problems)
    for name in facts.documents():
        try:
            texts[name] = read_text(folder / name)
        except SourceError as error:
            problems.append(Problem(Severity.WARNING, "no quotations", name, str(error)))

    short: set[str] = set()

    def filled(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(replace(e, quote=quote(e)) for e in evidence)

    def quote(e: Evidence) -> str:
        text = texts.get(e.document)
        if e.quote or text is None:
            return e.quote
        if e.end > len(text):
            short.add(e.document)
        return text[e.start : e.end] if e.end <= len(text) else ""

    entities: list[Entity] = [replace(e, evidence=filled(e.evidence)) for e in facts.entities]
    relations = [replace(r, evidence=filled(r.evidence)) for r in facts.relations]
    figures = [replace(f, evidence=filled(f.evidence)) for f in facts.figures]
    problems += [
        Problem(
            Severity.WARNING,
            "no quotations",
            name,
            f"{folder / name}: is shorter than when the facts were read; extract it again",
        )
        for name in sorted(short)
    ]
    return Facts(entities, relations, figures, problems)
