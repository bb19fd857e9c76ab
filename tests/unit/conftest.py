from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from graph.facts import write_facts
from tests.unit.queries.invented_region import region_facts


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every run away from the settings and the graph of whoever runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in ("POLECORE_STORE", "POLECORE_DOCUMENTS", "POLECORE_QUERIES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def uri(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("cli")
    write_facts(region_facts(), folder / "facts")
    uri = f"embedded:{folder / 'graph'}"
    result = CliRunner().invoke(cli.app, ["load", str(folder / "facts"), "--store", uri])
    assert result.exit_code == 0, result.output
    return uri
