from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store
from ontology.schema import load_schema
from queries import browser
from queries.registry import load_library

LIBRARY = load_library([])
SCHEMA = load_schema()
RULE = re.compile(r"(node|relationship)(?:\.(\w+))? \{\n((?:  [a-z-]+: [^;]+;\n)+)\}\n")
SAVED = browser.saved_queries(LIBRARY)


def rules() -> dict[tuple[str, str], dict[str, str]]:
    found = {}
    for kind, name, body in RULE.findall(browser.stylesheet()):
        found[kind, name] = dict(line.strip().rstrip(";").split(": ", 1) for line in body.splitlines())
    return found


def test_stylesheet_is_nothing_but_rules() -> None:
    assert RULE.sub("", browser.stylesheet()).strip() == ""


def test_every_class_has_its_colour_and_stands_after_its_superclasses() -> None:
    found = rules()
    order = [name for kind, name in found if kind == "node"]

    for node in SCHEMA.entity_types.values():
        assert found["node", node.name]["color"] == node.colour
        assert all(order.index(above) < order.index(node.name) for above in node.superclasses)


def test_every_tie_has_its_chinese_caption() -> None:
    found = rules()

    for relation in SCHEMA.relation_types.values():
        assert found["relationship", relation.name]["caption"] == f"'{relation.label_zh}'"


def test_writing_on_a_node_stands_out_from_its_colour() -> None:
    inks = {rule["color"]: rule["text-color-internal"] for (kind, _), rule in rules().items() if kind == "node"}

    assert inks["#F0E442"] == "#000000"
    assert inks["#0072B2"] == "#FFFFFF"


def test_every_question_is_saved_with_all_its_parameters_set() -> None:
    for question in LIBRARY.questions.values():
        text = next(text for name, text in SAVED.items() if name.endswith(f"/{question.name}.cypher"))
        assert text.startswith(f"// {question.title.zh}")
        assert set(re.findall(r"^:param (\w+) => ", text, flags=re.MULTILINE)) == set(question.parameters)
        assert question.cypher in text


def test_archive_holds_folders_of_cypher_files_and_is_the_same_each_time(tmp_path: Path) -> None:
    style, archive = browser.write(tmp_path / "a", LIBRARY)
    again = browser.write(tmp_path / "b", LIBRARY)[1]

    assert style.name == "polecore.grass"
    with zipfile.ZipFile(archive) as opened:
        assert {name: opened.read(name).decode() for name in opened.namelist()} == SAVED
    assert archive.read_bytes() == again.read_bytes()


@pytest.mark.neo4j
def test_every_saved_query_runs_on_a_server(neo4j_store: Store) -> None:
    import os

    import neo4j

    from graph.facts import read_facts
    from loaders.intake import BUNDLED, facts_folders

    for folder in facts_folders(BUNDLED):
        neo4j_store.load(read_facts(folder))
    answered = 0
    with neo4j.GraphDatabase.driver(
        os.environ["POLECORE_TEST_NEO4J"], auth=("neo4j", os.environ["POLECORE_TEST_NEO4J_PASSWORD"])
    ) as driver, driver.session(default_access_mode="READ") as session:  # fmt: skip
        for text in SAVED.values():
            values: dict[str, Any] = {}
            for name, value in re.findall(r"^:param (\w+) => (.*);$", text, flags=re.MULTILINE):
                values[name] = session.run(f"RETURN {value} AS value").single(strict=True)["value"]
            body = re.sub(r"^(//|:param).*\n", "", text, flags=re.MULTILINE)
            answered += bool(session.run(body.rstrip().rstrip(";"), values).data())
    assert answered > len(SAVED) * 0.8
