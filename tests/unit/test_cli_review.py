from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.facts import write_facts
from loaders import review_verbs
from tests.unit.command_line import assert_one_line, run
from tests.unit.queries.invented_region import PLAN, region_facts

VERBS = ["list", "accept", "reject", "merge", "split", "rename", "reclassify", "add", "undo", "show"]
BECAUSE = ("--reason", "compared with the passage")

pytestmark = pytest.mark.usefixtures("elsewhere")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "kept.yaml"
    monkeypatch.setenv("POLECORE_CORRECTIONS", str(path))
    return path


def shown(entity: str, store: str) -> Any:
    return json.loads(run("show", entity, "--format", "json", "--store", store).stdout)


def test_every_verb_has_an_example() -> None:
    names = [
        command.name or command.callback.__name__
        for command in review_verbs.app.registered_commands
        if command.callback
    ]

    assert names == VERBS
    for name in VERBS:
        help_ = run("review", name, "--help")
        assert help_.exit_code == 0
        assert f"Example: polecore review {name}" in " ".join(help_.output.split())


def test_list_gives_refs_that_can_be_judged(uri: str, kept: Path) -> None:
    found = json.loads(run("review", "list", "--format", "json", "--store", uri).stdout)
    ref = found[0]["ref"]

    done = run("review", "accept", ref, *BECAUSE, "--store", uri)
    assert done.exit_code == 0, done.output
    after = json.loads(run("review", "list", "--format", "json", "--store", uri).stdout)

    assert ref not in [row["ref"] for row in after]
    assert len(run("review", "list", "--top", "1", "--format", "csv", "--store", uri).stdout.splitlines()) == 2


def test_corrections_are_applied_on_load_and_undone_as_easily(tmp_path: Path, kept: Path) -> None:
    write_facts(region_facts(), tmp_path / "facts")
    store = f"embedded:{tmp_path / 'own' / 'graph'}"
    run("load", "facts", "--store", store)
    before = shown("临江市", store)
    words = ("临江市", "COLLABORATES_WITH", "白桦市", "--reference", "https://example.org/a", "--quote", "两市签约")

    for verb in (
        ("reject", "Zone:临江高新区|LOCATED_IN|City:临江市"),
        ("rename", "白桦经开区", "白桦新城"),
        ("add", *words),
    ):
        done = run("review", *verb, *BECAUSE, "--store", store)
        assert done.exit_code == 0, done.output
    assert run("load", "facts", "--store", store).exit_code == 0

    ties = {(t["type"], t["other"]["name"]): t for t in shown("临江市", store)["ties"]}
    assert ("LOCATED_IN", "临江高新区") not in ties
    assert ties["COLLABORATES_WITH", "白桦市"]["evidence"][0]["document"] == "added: https://example.org/a"
    assert shown("白桦新城", store)["entity"]["id"] == "Zone:白桦新城"
    listed = json.loads(run("review", "show", "--format", "json", "--store", store).stdout)
    assert [row["reason"] for row in listed] == [BECAUSE[1]] * 3

    for row in listed:
        assert run("review", "undo", row["id"], "--store", store).exit_code == 0
    done = run("load", "facts", "--store", store)
    assert "added: https://example.org/a: removed" in done.stdout
    assert shown("临江市", store) == before


def test_correction_that_matches_nothing_any_more_is_named_on_load(tmp_path: Path, kept: Path) -> None:
    write_facts(region_facts(), tmp_path / "facts")
    entry = f"- {{id: c1, action: reject, reason: r, entity: 'Zone:无此区', documents: [{PLAN}]}}\n"
    kept.write_text(entry, encoding="utf-8")

    done = run("load", "facts", "--store", f"embedded:{tmp_path / 'own' / 'graph'}")

    assert done.exit_code == 0
    assert "correction c1: reject Zone:无此区: matches nothing any more; `polecore review undo c1`" in done.stderr


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("reject", "无此物"), "no entity of this id or name"),
        (("accept", "a|b|c"), "no such tie or figure"),
        (("merge", "临江市", "City:临江市"), "are one entity already"),
        (("split", "临江市", "无"), "is no other name of City:临江市"),
        (("split", "临江市", "临江", "--tie", "青石市"), "names something that is no tie"),
        (("rename", "临江市", "临江市"), "changes nothing; nothing was stored"),
        (("reclassify", "临江市", "Wizard"), "no class 'Wizard'"),
        (("add", "新物", "--class", "Lab"), "a source is needed"),
        (("add", "新物", "--reference", "x"), "add needs a name and --class"),
        (("add", "新物", "--class", "Lab", "--document", "x"), "x: is not in the store"),
        (("add", "临江市", "MEMBER_OF", "青石市", "--reference", "x"), "allows no tie"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_mistake_is_one_line_and_stores_nothing(words: tuple[str, ...], part: str, uri: str, kept: Path) -> None:
    assert_one_line(run("review", *words, *BECAUSE, "--store", uri), 1, "error: ", part)
    assert not kept.exists()


def test_undo_and_show_of_what_is_not_there(kept: Path) -> None:
    assert_one_line(run("review", "undo", "c1"), 1, "no correction 'c1'")
    assert_one_line(run("review", "show", "c1"), 1, "no correction 'c1'")
    assert run("review", "show").exit_code == 0


def test_reason_is_asked_for(uri: str, kept: Path) -> None:
    assert run("review", "reject", "临江市", "--store", uri).exit_code == 2


def test_register_with_bad_rows_loads_the_rest(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(
        "name,class,place\n甲大学,Wizard,沈阳市\n乙大学,University,沈阳市\n", encoding="utf-8"
    )

    done = run("load", "r.csv", "--store", f"embedded:{tmp_path / 'graph'}")

    assert done.exit_code == 1
    assert "r.csv, row 2: 甲大学: unknown class 'Wizard'; the row is skipped" in done.stderr
    assert "r.csv: new (2 entities, 1 relations, 0 figures)" in done.stdout
