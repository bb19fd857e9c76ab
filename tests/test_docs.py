"""What the pages in docs/ say must be what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cli
from docs import cli_reference, corpus
from queries.catalogue import PAGE as QUERIES_PAGE
from queries.catalogue import catalogue
from queries.registry import Library, load_library

ROOT = Path(__file__).parent.parent
VERBS = [command.callback.__name__ for command in cli.app.registered_commands if command.callback]


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library([])


def test_command_line_page_is_the_help() -> None:
    assert cli_reference.PAGE.read_text(encoding="utf-8") == cli_reference.reference(), (
        "run python docs/cli_reference.py"
    )


def test_queries_page_is_the_catalogue(library: Library) -> None:
    assert QUERIES_PAGE.read_text(encoding="utf-8") == catalogue(library), "run python -m queries.catalogue"


def test_counts_are_those_of_the_bundled_facts() -> None:
    assert corpus.PAGE.read_text(encoding="utf-8") == corpus.page(), "run python docs/corpus.py"


def test_reference_does_not_depend_on_the_settings_of_who_makes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    page = cli_reference.reference()
    monkeypatch.setenv("POLECORE_STORE", "bolt://elsewhere")
    monkeypatch.setenv("COLUMNS", "50")

    assert cli_reference.reference() == page


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_documented_with_an_example(verb: str) -> None:
    page = cli_reference.PAGE.read_text(encoding="utf-8")
    section = page.split(f"\n## polecore {verb}\n")[1].split("\n## ")[0]

    assert f"Example: polecore {verb}" in section


def test_every_option_says_what_it_does() -> None:
    for line in cli_reference.reference().splitlines():
        option = re.match(r"  (--\S+)(?: <[^>]*>| K=V)?$", line)
        assert option is None, f"{line}: no help"


def test_every_question_is_on_its_page_with_a_command_that_works(library: Library) -> None:
    page = QUERIES_PAGE.read_text(encoding="utf-8")

    for question in library.questions.values():
        command = re.search(rf"`polecore query ({question.name})((?: --param \w+=[^ `]+)*)`", page)
        assert command is not None, question.name
        values = dict(part.split("=", 1) for part in command.group(2).split(" --param ")[1:])
        question.bind(values)


def test_every_setting_that_the_program_reads_is_documented() -> None:
    page = cli_reference.PAGE.read_text(encoding="utf-8")
    packages = ("ontology", "graph", "loaders", "queries", "views")
    sources = [ROOT / "cli.py", ROOT / "app.py", *(path for name in packages for path in (ROOT / name).rglob("*.py"))]

    read = {name for path in sources for name in re.findall(r"POLECORE_[A-Z0-9_]+", path.read_text(encoding="utf-8"))}

    assert read
    for name in read:
        assert f"`{name}`" in page
