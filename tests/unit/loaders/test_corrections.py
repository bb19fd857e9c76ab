from __future__ import annotations

from pathlib import Path

import pytest

from loaders.corrections import (
    Correction,
    Source,
    add_correction,
    corrections_path,
    read_corrections,
    remove_correction,
)
from ontology.errors import SourceError

ONE = Correction("reject", "wrong zone", tie="Zone:甲|LOCATED_IN|City:乙", documents=("a.txt",))
TWO = Correction("add", "signed", name="丙", label="Lab", source=Source(reference="https://x", quote="丙建成"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "corrections.yaml"


def records(path: Path) -> list[dict[str, object]]:
    return [c.record() for c in read_corrections(path)]


def test_no_file_means_no_corrections(path: Path) -> None:
    assert read_corrections(path) == []


def test_what_is_added_is_read_back_in_order(path: Path) -> None:
    assert add_correction(path, ONE)
    assert add_correction(path, TWO)

    assert records(path) == [ONE.record(), TWO.record()]
    assert "甲" in path.read_text(encoding="utf-8")


def test_the_same_again_is_one_entry_whatever_the_reason(path: Path) -> None:
    add_correction(path, ONE)
    text = path.read_text(encoding="utf-8")

    assert not add_correction(path, Correction("reject", "other words", tie=ONE.tie))
    assert path.read_text(encoding="utf-8") == text


def test_comments_of_people_stay(path: Path) -> None:
    add_correction(path, ONE)
    mine = (
        path.read_text(encoding="utf-8")
        + "\n# asked the bureau\n- {action: rename, reason: r, entity: 'Zone:甲', name: 丁}\n"
    )
    path.write_text(mine, encoding="utf-8")

    add_correction(path, TWO)
    assert path.read_text(encoding="utf-8").startswith(mine)
    assert remove_correction(path, TWO.id) is not None
    assert path.read_text(encoding="utf-8") == mine
    remove_correction(path, ONE.id)
    assert "# asked the bureau" in path.read_text(encoding="utf-8")
    assert [c.action for c in read_corrections(path)] == ["rename"]


@pytest.mark.parametrize("layout", ["[{action: rename, reason: r, entity: 'Zone:甲', name: 丁}]\n", "[]\n"])
def test_any_layout_can_be_added_to_and_taken_from(layout: str, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(layout, encoding="utf-8")
    before = records(path)

    add_correction(path, ONE)
    assert [r["action"] for r in records(path)] == [*(r["action"] for r in before), "reject"]
    remove_correction(path, ONE.id[:5])
    assert records(path) == before


def test_unknown_and_ambiguous_ids_are_refused(path: Path) -> None:
    add_correction(path, ONE)
    add_correction(path, TWO)

    for id_, message in (("x", "no correction 'x'"), ("c", "2 corrections begin with 'c'"), ("", "no correction ''")):
        with pytest.raises(SourceError, match=message):
            remove_correction(path, id_)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [", r"corrections.yaml:\d+: is not valid YAML"),
        ("a: b", "must be a list"),
        ("- x", "entry 1: a correction must be a mapping"),
        ("- {action: erase}", "unknown action 'erase'"),
        ("- {action: rename, reason: r, entity: 'A:b', nmae: x}", "rename has no key 'nmae'"),
        ("- {action: rename, reason: r, entity: 'A:b'}", "rename needs name"),
        ("- {action: reject, entity: 'A:b'}", "reject needs reason"),
        ("- {action: reject, reason: r}", "needs one of entity, tie, figure"),
        ("- {action: reject, reason: r, tie: x}", "write source|TYPE|target"),
        ("- {action: rename, reason: r, entity: 'A:b', name: [x]}", "name must be a text"),
        ('- {action: rename, reason: r, entity: "A:b", name: "x\\u0007"}', "control character"),
        ("- {action: add, reason: r, name: x, class: Lab}", "add needs source"),
        ("- {action: add, reason: r, name: x, source: {reference: y}}", "either name and class, or tie"),
        ("- {action: add, reason: r, name: x, class: Lab, source: {document: y}}", "needs a paragraph"),
        ("- {action: add, reason: r, name: x, class: Lab, source: {url: y}}", "source has the keys"),
        ("- {action: add, reason: r, name: x, class: Lab, source: {document: y, start: -1}}", "whole numbers"),
        ("- {action: split, reason: r, entity: 'A:b', alias: x, ties: y}", "ties must be a list"),
        (
            "- {id: c1, action: reject, reason: r, entity: 'A:b'}\n- {id: c1, action: accept, reason: r, tie: x|y|z}",
            "entry 2: the id c1 is there twice",
        ),
    ],
)
def test_broken_file_is_refused_with_its_place(text: str, message: str, path: Path) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SourceError, match=message.replace("|", r"\|")):
        read_corrections(path)


def test_file_stands_beside_the_graph_or_where_it_is_named() -> None:
    assert corrections_path("embedded:/a/graph", {}) == Path("/a/corrections.yaml")
    assert corrections_path("neo4j://host", {}) == Path(".polecore/corrections.yaml")
    assert corrections_path("embedded:/a/graph", {"POLECORE_CORRECTIONS": "b.yaml"}) == Path("b.yaml")
