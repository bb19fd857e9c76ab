"""What the README tells a user to do must work, word for word."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

import cli
from loaders.intake import BUNDLED, facts_folders
from loaders.lexicon import load_lexicon

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TOUR = [
    re.split(r"\s+#", line.strip())[0]
    for line in README.split("<!-- tour -->")[1].split("<!-- end of tour -->")[0].splitlines()
    if line.strip().startswith("polecore ")
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    if not facts_folders(BUNDLED):
        pytest.skip("data/ holds no bundled facts yet")
    uri = f"embedded:{tmp_path_factory.mktemp('readme') / 'graph'}"
    result = CliRunner().invoke(cli.app, ["load", "--store", uri])
    assert result.exit_code == 0, result.output
    return uri


def test_tour_shows_the_most_used_verbs() -> None:
    assert {line.split()[1] for line in TOUR} >= {"status", "show", "query", "cypher", "validate", "export"}


@pytest.mark.parametrize("line", TOUR)
def test_tour_runs_on_the_bundled_facts(line: str, store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("POLECORE_STORE", store)
    words = shlex.split(line.partition(" > ")[0])[1:]

    result = CliRunner().invoke(cli.app, words)

    assert result.exit_code == 0, result.output
    assert "no rows" not in result.stderr
    assert result.stdout.strip() or words[0] == "validate"


def lexicon_blocks(folder: Path) -> list[tuple[str, str]]:
    blocks = re.findall(r"```yaml\n# lexicon/(\S+\.yaml)[^\n]*\n(.*?)```", README, flags=re.DOTALL)
    for name, block in blocks:
        (folder / name).write_text(block, encoding="utf-8")
    return blocks


def test_lexicon_of_the_readme_is_understood(tmp_path: Path) -> None:
    blocks = lexicon_blocks(tmp_path)

    lexicon = load_lexicon(str(tmp_path))

    assert {name for name, _ in blocks} == {"places.yaml", "organisations.yaml"}
    for _, block in blocks:
        for label, items in yaml.safe_load(block).items():
            if label == "layouts":
                assert {item["region"] for item in items} <= lexicon.entries.keys()
                continue
            for item in items:
                name = item if isinstance(item, str) else item["name"]
                kinds = {"regions": "Region", "cities": "City", "districts": "District", "zones": "Zone"}
                label_of = kinds.get(label, label)
                assert label_of in {entry.label for entry in lexicon.entries[name]}


def test_invented_region_works_with_the_lexicon_of_the_readme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon_blocks(tmp_path)
    monkeypatch.setenv("POLECORE_LEXICON", str(tmp_path))
    command = next(c for c in re.findall(r"`polecore (load examples/[^`]*)`", README))
    words = [word.replace("embedded:.polecore", f"embedded:{tmp_path}") for word in shlex.split(command)]
    monkeypatch.chdir(ROOT)
    store, region = ["--store", words[-1]], ["--region", "泽阳都市圈"]
    briefing = tmp_path / "briefing.docx"
    for line in (
        words,
        ["layout", *region, *store],
        ["gaps", *region, *store],
        ["export", "briefing", *region, "--out", str(briefing), *store],
    ):
        result = CliRunner().invoke(cli.app, line)
        assert result.exit_code == 0, (line, result.output)
    assert briefing.stat().st_size > 10_000


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/design.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    targets = [link for link in re.findall(r"\]\(([^)#][^)]*)\)", text) if "://" not in link]

    assert [link for link in targets if not ((ROOT / page).parent / link).exists()] == []


def test_make_knows_every_target_that_is_told() -> None:
    told = set(re.findall(r"(?:`|^    )make ([a-z0-9-]+)", README + CONTRIBUTING, flags=re.MULTILINE))

    assert told >= {"run", "test", "check", "setup"}
    assert told <= set(re.findall(r"^([a-z][a-z0-9-]*):", MAKEFILE, flags=re.MULTILINE))


def test_every_setting_that_is_told_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")

    assert {name for name in re.findall(r"POLECORE_[A-Z0-9_]+", README) if f"`{name}`" not in page} == set()
