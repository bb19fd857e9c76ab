"""Writes the catalogue of the questions, docs/queries.md, from their headers: ``python -m queries.catalogue``."""

from __future__ import annotations

import sys
from pathlib import Path

from graph.store import Rows
from queries.parameter import Parameter
from queries.registry import GROUPS, Library, Question, load_library

PAGE = Path(__file__).parent.parent / "docs" / "queries.md"

_HEAD = """# The questions

Generated from the headers of `queries/*.cypher` by `python -m queries.catalogue`; edit those, not this page.

    polecore query                                          # lists them
    polecore query labs_in_zone --param zone=沈阳高新区     # asks one
    polecore query labs_in_zone --format csv > labs.csv

Where a parameter asks for an entity, its name or any of its other names will do. A parameter marked * must be given;
the others have a default, and an empty text means all.

Questions of your own go into `.polecore/queries/` (or the folders that `POLECORE_QUERIES` names), one `.cypher` file
each, with a header like those of the bundled ones; `polecore query` lists and checks them together with the rest.
"""


def catalogue(library: Library) -> str:
    """Write the page."""
    parts = [_HEAD]
    for group, questions in library.groups().items():
        parts.append(f"\n## {GROUPS[group].zh} · {GROUPS[group].en}\n")
        parts.extend(_entry(question) for question in questions)
    return "".join(parts)


def listing(library: Library) -> Rows:
    """Give the questions as rows, one each, with the parameters that they take."""
    rows = tuple(
        (
            q.group,
            q.name,
            q.title.zh,
            q.title.en,
            [f"{p.name}*" if p.required else p.name for p in q.parameters.values()],
        )
        for q in library.questions.values()
    )
    return Rows(("group", "name", "zh", "en", "parameters (* needed)"), rows)


def _entry(question: Question) -> str:
    given = "".join(f" --param {name}={value}" for name, value in question.example.items())
    lines = [
        f"\n### `{question.name}` {question.title.zh}",
        "",
        f"{question.question.zh}  ",
        question.question.en,
        "",
    ]
    lines += [_parameter(parameter) for parameter in question.parameters.values()]
    columns = ", ".join(f"`{name}` {caption.zh}" for name, caption in question.columns.items())
    lines += [f"- Columns: {columns}", f"- Example: `polecore query {question.name}{given}`", ""]
    return "\n".join(lines)


def _parameter(parameter: Parameter) -> str:
    if parameter.required:
        star, default = "*", ""
    else:
        star, default = "", "" if parameter.default == "" else f"; default {parameter.default}"
    about = f"{parameter.description.zh} ({parameter.description.en})"
    return f"- Parameter `{parameter.name}`{star}, {parameter.type}: {about}{default}"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(catalogue(load_library([])), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")
