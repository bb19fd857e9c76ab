"""The notebooks run from the first cell to the last against a real server."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from graph.facts import read_facts
from graph.store import open_store
from loaders.intake import BUNDLED, facts_folders

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(path.name for path in FOLDER.glob("*.ipynb"))


@pytest.fixture(scope="module")
def filled(server_uri: str) -> str:
    """Give a server with the bundled facts; they are loaded once, as the notebooks only read them or add a note."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POLECORE_NEO4J_PASSWORD", os.environ["POLECORE_TEST_NEO4J_PASSWORD"])
        with closing(open_store(server_uri)) as store:
            for document in store.status().documents:
                store.remove_document(document)
            for folder in facts_folders(BUNDLED):
                store.load(read_facts(folder))
    return server_uri


@pytest.fixture
def server(filled: str, server_credentials: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("POLECORE_STORE", filled)
    return filled


def _run(name: str) -> list[Any]:
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    notebook = nbformat.read(FOLDER / name, as_version=4)
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute(cwd=str(FOLDER))
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def _shown(cells: list[Any]) -> str:
    return "\n".join(
        str(output["data"].get("text/plain", "")) for cell in cells for output in cell.outputs if "data" in output
    )


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebooks_are_kept_without_answers(name: str) -> None:
    nbformat = pytest.importorskip("nbformat")
    notebook = nbformat.read(FOLDER / name, as_version=4)
    nbformat.validate(notebook)

    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in notebook.cells)


@pytest.mark.neo4j
def test_official_driver_and_pandas(server: str) -> None:
    cells = _run("driver_pandas.ipynb")

    shown = _shown(cells)
    assert "Industry" in shown
    assert "沈阳市" in shown
    assert "target" in shown
    assert "actual" in shown
    assert "partners" in shown
    assert "高新区" in _shown(cells[-2:])
    assert os.environ["POLECORE_TEST_NEO4J_PASSWORD"] not in shown


@pytest.mark.neo4j
def test_py2neo(server: str) -> None:
    pytest.importorskip("py2neo")

    shown = _shown(_run("py2neo.ipynb"))

    assert "'City:沈阳市'" in shown
    assert "'City', 'Entity', 'Place', 'Polecore'" in shown
    assert "{'name': '沈阳市', 'note': '复核'}" in shown
