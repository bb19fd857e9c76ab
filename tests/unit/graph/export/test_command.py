from __future__ import annotations

import zipfile
from importlib import import_module
from pathlib import Path

import pytest

from graph.export.api import EXPORTERS, FOLDERS
from graph.facts import read_facts, write_facts
from tests.unit.command_line import assert_one_line, run
from tests.unit.graph.layout.region import crowded

FILES = sorted(set(EXPORTERS) - FOLDERS)


@pytest.fixture(scope="module")
def cities(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("cities")
    write_facts(crowded(4, 2), folder / "facts")
    uri = f"embedded:{folder / 'graph'}"
    assert run("load", folder / "facts", "--store", uri).exit_code == 0
    return uri


@pytest.mark.parametrize("format_", FILES)
def test_every_format_is_written_and_said(format_: str, cities: str, tmp_path: Path) -> None:
    out = tmp_path / f"graph{import_module(f'graph.export.{EXPORTERS[format_]}').SUFFIX}"

    result = run("export", format_, "--out", out, "--store", cities)

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[0] == str(out)
    assert all(Path(line).stat().st_size for line in result.stdout.splitlines())


@pytest.mark.parametrize("format_", sorted(FOLDERS))
def test_every_format_of_several_files_fills_a_folder(format_: str, uri: str, tmp_path: Path) -> None:
    result = run("export", format_, "--out", tmp_path / "out", "--store", uri)

    assert result.exit_code == 0, result.output
    assert sorted(result.stdout.splitlines()) == sorted(str(path) for path in (tmp_path / "out").iterdir())


def test_selection_reaches_the_files(uri: str, tmp_path: Path) -> None:
    words = ["--label", "Lab", "--label", "Zone", "--region", "青石市", "--stated-only", "--min-confidence", "0.5"]

    result = run("export", "facts", "--out", tmp_path / "out", "--store", uri, *words)

    assert result.exit_code == 0, result.output
    assert {e.id for e in read_facts(tmp_path / "out").entities} == {"Zone:青石高新区", "Lab:新材料工程研究中心"}


def test_wrong_selection_is_one_line(uri: str, tmp_path: Path) -> None:
    result = run("export", "facts", "--out", tmp_path / "out", "--store", uri, "--region", "无此地")

    assert_one_line(result, 1, "no such place in the graph")
    assert not (tmp_path / "out").exists()


def test_folder_in_place_of_a_file_is_one_line(uri: str, tmp_path: Path) -> None:
    assert_one_line(run("export", "xlsx", "--out", tmp_path, "--store", uri), 1, "is a folder; name a file for xlsx")


def test_unknown_page_is_wrong_usage(uri: str, tmp_path: Path) -> None:
    assert run("export", "png", "--out", tmp_path / "a.png", "--page", "a3", "--store", uri).exit_code == 2


def test_page_size_is_taken(cities: str, tmp_path: Path) -> None:
    result = run("export", "pptx", "--out", tmp_path / "a.pptx", "--page", "a4", "--store", cities)

    assert result.exit_code == 0, result.output
    with zipfile.ZipFile(tmp_path / "a.pptx") as archive:
        assert b'cx="10692079"' in archive.read("ppt/presentation.xml")


def test_region_without_a_layout_is_drawn_from_what_the_facts_say(cities: str, tmp_path: Path) -> None:
    named, alone = tmp_path / "a.svg", tmp_path / "b.svg"

    result = run("export", "svg", "--out", named, "--region", "示例都市圈", "--store", cities)
    run("export", "svg", "--out", alone, "--store", cities)

    assert result.exit_code == 0, result.output
    assert named.read_bytes() == alone.read_bytes()


def test_region_that_is_too_small_for_a_picture_is_one_line(uri: str, tmp_path: Path) -> None:
    result = run("export", "svg", "--out", tmp_path / "a.svg", "--region", "临江都市圈", "--store", uri)

    assert_one_line(result, 1, "临江都市圈", "members in the graph")


def test_query_of_the_library_is_a_selection(uri: str, tmp_path: Path) -> None:
    words = ["--query", "labs_in_zone", "--param", "zone=青石高新区", "--out", tmp_path / "out", "--store", uri]

    result = run("export", "facts", *words)

    assert result.exit_code == 0, result.output
    assert "Lab:新材料工程研究中心" in {e.id for e in read_facts(tmp_path / "out").entities}
    assert "City:青石市" not in {e.id for e in read_facts(tmp_path / "out").entities}


def test_cypher_is_a_selection(uri: str, tmp_path: Path) -> None:
    words = ["--cypher", "MATCH (l:Lab) RETURN l.id", "--out", tmp_path / "out", "--store", uri]

    result = run("export", "facts", *words)

    assert result.exit_code == 0, result.output
    assert {e.label for e in read_facts(tmp_path / "out").entities} == {"Lab"}


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--cypher", "RETURN 1"], "names no entity by id or name"),
        (["--query", "no_such_question"], "no_such_question"),
        (["--cypher", "MATCH (l:Lab) RETURN l.name", "--document", "none.txt"], "no such document"),
    ],
)
def test_query_that_selects_nothing_is_one_line(words: list[str], part: str, uri: str, tmp_path: Path) -> None:
    result = run("export", "facts", "--out", tmp_path / "out", "--store", uri, *words)

    assert_one_line(result, 1, part)


@pytest.mark.parametrize(
    "words",
    [
        ["--query", "a", "--cypher", "b"],
        ["--param", "a=b"],
        ["--diagram", "chain"],
        ["--diagram", "neighbourhood"],
        ["--diagram", "nothing"],
        ["--language", "fr"],
        ["--gaps", "99"],
        ["--region", "a", "--region", "b"],
    ],
)
def test_options_that_contradict_are_wrong_usage(words: list[str], tmp_path: Path) -> None:
    result = run("export", "png", "--out", tmp_path / "a.png", "--store", f"embedded:{tmp_path / 'none'}", *words)

    assert result.exit_code == 2, result.output
    assert not list(tmp_path.iterdir())


def test_briefing_is_one_command(cities: str, tmp_path: Path) -> None:
    out = tmp_path / "briefing.pptx"

    result = run("export", "briefing", "--region", "示例都市圈", "--out", out, "--store", cities)

    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [str(out)]
    assert_one_line(run("export", "briefing", "--out", tmp_path / "a.png", "--store", cities), 1, "pptx, docx or pdf")


@pytest.mark.parametrize(
    "words", [["collaboration", "--gaps", "2"], ["neighbourhood", "--entity", "鞍山市", "--language", "en"]]
)
def test_diagrams_are_drawn(words: list[str], cities: str, tmp_path: Path) -> None:
    result = run("export", "svg", "--out", tmp_path / "a.svg", "--store", cities, "--diagram", *words)

    assert result.exit_code == 0, result.output
    assert (tmp_path / "a.svg").stat().st_size > 10_000
