"""The library of questions: reads the .cypher files, checks their headers and runs them on any store."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ontology.errors import QueryError
from queries import syntax
from queries.lint import REFUSED, lint
from queries.parameter import REQUIRED, TYPES, Caption, Parameter

if TYPE_CHECKING:
    from graph.store import Rows, Store, Value

BUNDLED = Path(__file__).parent
USER_FOLDER = Path(".polecore/queries")
USER_VARIABLE = "POLECORE_QUERIES"

_HEADER_KEYS = {"name", "group", "title", "question", "parameters", "columns", "example"}
_PARAMETER_KEYS = {"type", "default", "description", "choices", "classes"}
_NAME = re.compile(r"[a-z][a-z0-9_]*")


GROUPS: Mapping[str, Caption] = {
    "places": Caption("区域与园区", "Places and zones"),
    "industries": Caption("产业与链条", "Industries and chains"),
    "cooperation": Caption("合作与联盟", "Cooperation and alliances"),
    "policies": Caption("政策与计划", "Policies and programmes"),
    "figures": Caption("指标与数据", "Figures"),
    "evidence": Caption("出处与证据", "Evidence"),
    "quality": Caption("数据质量", "Data quality"),
    "own": Caption("自定义", "Our own"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the library: what is asked, with what parameters, and the columns that answer it."""

    name: str
    group: str
    title: Caption
    question: Caption
    parameters: Mapping[str, Parameter]
    columns: Mapping[str, Caption]
    cypher: str
    path: Path
    example: Mapping[str, Any] = field(default_factory=dict)

    def bind(self, values: Mapping[str, object] | None = None) -> dict[str, Value]:
        """Convert the given values and fill in the defaults.

        Raises
        ------
        QueryError
            for an unknown parameter, a value of the wrong type, or a required parameter that is missing.
        """
        given = dict(values or {})
        for name in given:
            if name not in self.parameters:
                known = ", ".join(self.parameters) or "none"
                raise QueryError(f"query {self.name}: no parameter {name!r}; its parameters: {known}")
        bound: dict[str, Value] = {}
        for name, parameter in self.parameters.items():
            if name in given:
                try:
                    bound[name] = parameter.convert(given[name])
                except QueryError as error:
                    raise QueryError(f"query {self.name}: {error}") from None
            elif parameter.required:
                raise QueryError(f"query {self.name}: needs {name} ({parameter.description.en}); give --param {name}=…")
            else:
                bound[name] = parameter.default
        return bound

    def run(
        self,
        store: Store,
        values: Mapping[str, object] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Rows:
        """Ask a store.

        Raises
        ------
        QueryError
            as `bind`, or if the store does not answer in the promised columns.
        """
        rows = store.query(self.cypher, self.bind(values), limit=limit, timeout=timeout)
        if not rows.rows and not rows.columns:  # a store may know no columns where there are no rows
            return replace(rows, columns=tuple(self.columns))
        if rows.columns != tuple(self.columns):
            promised = ", ".join(self.columns)
            raise QueryError(f"query {self.name}: answered {', '.join(rows.columns)}, promised {promised}")
        return rows


@dataclass(frozen=True, slots=True)
class Library:
    """All questions, in the order of their groups, then by name."""

    questions: Mapping[str, Question]

    def get(self, name: str) -> Question:
        """Find a question by name; QueryError with the nearest names if there is none."""
        if name in self.questions:
            return self.questions[name]
        near = difflib.get_close_matches(name, self.questions, n=3, cutoff=0.4)
        hint = f"; did you mean {', '.join(near)}?" if near else "; `polecore query` lists the questions"
        raise QueryError(f"no query named {name!r}{hint}")

    def groups(self) -> dict[str, list[Question]]:
        """Give the questions by group; groups without a question are left out."""
        found: dict[str, list[Question]] = {}
        for question in self.questions.values():
            found.setdefault(question.group, []).append(question)
        return found


def user_folders(environ: Mapping[str, str] | None = None) -> list[Path]:
    """List the folders of the user's own questions: those in POLECORE_QUERIES, else .polecore/queries if it is there.

    Raises
    ------
    QueryError
        if POLECORE_QUERIES names something that is not a folder.
    """
    named = (os.environ if environ is None else environ).get(USER_VARIABLE, "")
    if not named:
        return [USER_FOLDER] if USER_FOLDER.is_dir() else []
    folders = [Path(part) for part in named.split(os.pathsep) if part]
    for folder in folders:
        if not folder.is_dir():
            raise QueryError(f"{USER_VARIABLE}: {folder} is not a folder; name folders that hold .cypher files")
    return folders


def load_library(folders: Sequence[Path] | None = None) -> Library:
    """Read the bundled questions and those of the user's folders, and check them all.

    Raises
    ------
    QueryError
        if a file's header is wrong, or two files give the same name.
    """
    found: dict[str, Question] = {}
    for folder in (BUNDLED, *(user_folders() if folders is None else folders)):
        for path in sorted(folder.glob("*.cypher")):
            question = read_question(path)
            if question.name in found:
                raise QueryError(f"{path}: the name {question.name} is already taken by {found[question.name].path}")
            found[question.name] = question
    order = list(GROUPS)
    ranked = sorted(found.values(), key=lambda q: (order.index(q.group), q.name))
    return Library({q.name: q for q in ranked})


def read_question(path: Path) -> Question:
    """Read one .cypher file and check that its header and its query agree.

    Raises
    ------
    QueryError
        naming the file and what is wrong with it.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read as UTF-8 ({error})") from None
    cut = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = _header(path, lines[:cut])
    cypher = "\n".join(lines[cut:]).strip()
    if not cypher:
        raise QueryError(f"{path}: there is no query below the header")
    if header["name"] != path.stem:
        raise QueryError(f"{path}: the header says name {header['name']!r}, the file is called {path.stem!r}")
    group = header["group"]
    if group not in GROUPS:
        raise QueryError(f"{path}: unknown group {group!r}; use one of {', '.join(GROUPS)}")
    declared = _mapping(path, "parameters", header.get("parameters") or {})
    question = Question(
        name=str(header["name"]),
        group=str(group),
        title=_caption(path, "title", header["title"]),
        question=_caption(path, "question", header["question"]),
        parameters={name: _parameter(path, name, body) for name, body in declared.items()},
        columns={
            name: _caption(path, f"columns.{name}", body)
            for name, body in _mapping(path, "columns", header["columns"]).items()
        },
        cypher=cypher,
        path=path,
        example=_mapping(path, "example", header.get("example") or {}),
    )
    _check(question)
    return question


def _header(path: Path, lines: Sequence[str]) -> dict[str, Any]:
    import yaml

    try:
        header = yaml.load("\n".join(line[2:].removeprefix(" ") for line in lines), Loader=_strict_loader())
    except yaml.YAMLError as error:
        detail = " ".join(str(error).split())
        raise QueryError(f"{path}: the header is not valid YAML ({detail})") from None
    if not isinstance(header, dict):
        raise QueryError(f"{path}: starts without a header; write it as YAML in // comments at the top of the file")
    _only(path, "header", header, _HEADER_KEYS)
    missing = sorted({"name", "group", "title", "question", "columns"} - header.keys())
    if missing:
        raise QueryError(f"{path}: the header lacks {', '.join(missing)}")
    if not isinstance(header["name"], str) or not _NAME.fullmatch(header["name"]):
        raise QueryError(f"{path}: name {header['name']!r} must be lower-case letters, digits and underscores")
    return header


def _parameter(path: Path, name: str, body: object) -> Parameter:
    where = f"parameters.{name}"
    record = _mapping(path, where, body)
    _only(path, where, record, _PARAMETER_KEYS)
    kind = record.get("type")
    if kind not in TYPES:
        raise QueryError(f"{path}: {where}: unknown type {kind!r}; use one of {', '.join(TYPES)}")
    parameter = Parameter(
        name=name,
        type=kind,
        description=_caption(path, f"{where}.description", record.get("description")),
        default=record.get("default", REQUIRED),
        choices=tuple(map(str, record.get("choices") or ())),
        classes=tuple(map(str, record.get("classes") or ())),
    )
    if not parameter.required:
        try:
            parameter.convert(parameter.default)
        except QueryError as error:
            raise QueryError(f"{path}: the default of {error}") from None
    return parameter


def _check(question: Question) -> None:
    for finding in lint(question.cypher):
        if finding.rule in REFUSED:
            raise QueryError(f"{question.path}: {finding.message}")
    used, declared = syntax.parameters(question.cypher), set(question.parameters)
    for names, complaint in (
        (used - declared, "used but not declared in the header"),
        (declared - used, "declared in the header but not used"),
    ):
        if names:
            raise QueryError(f"{question.path}: parameter {', '.join(sorted(names))}: {complaint}")
    for columns in syntax.returned(question.cypher):
        if columns != tuple(question.columns):
            raise QueryError(
                f"{question.path}: the header promises the columns {', '.join(question.columns)}; "
                f"the query returns {', '.join(columns) or 'none'}"
            )
    try:
        question.bind(question.example)
    except QueryError as error:
        raise QueryError(f"{question.path}: the example: {error}") from None


def _only(path: Path, where: str, record: Mapping[str, Any], allowed: set[str]) -> None:
    for key in record:
        if key not in allowed:
            raise QueryError(f"{path}: {where}: unknown key {key!r}; known: {', '.join(sorted(allowed))}")


def _mapping(path: Path, where: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise QueryError(f"{path}: {where} must be a mapping from names to values")
    return value


def _caption(path: Path, where: str, value: object) -> Caption:
    record = _mapping(path, where, value)
    if set(record) != {"zh", "en"} or not all(isinstance(text, str) and text for text in record.values()):
        raise QueryError(f"{path}: {where} must have the texts zh and en, and nothing else")
    return Caption(record["zh"], record["en"])


def _strict_loader() -> type[Any]:
    """Give YAML's safe loader with one change: a key that stands twice in a mapping is an error, not a silent loss."""
    import yaml

    class Strict(yaml.SafeLoader):
        def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
            keys = [self.construct_object(key, deep=True) for key, _ in node.value]
            for key in keys:
                if keys.count(key) > 1:
                    problem = f"the key {key!r} stands twice"
                    raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
            return super().construct_mapping(node, deep)

    return Strict
