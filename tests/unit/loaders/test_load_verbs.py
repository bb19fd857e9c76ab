"""``polecore load --dry-run`` and ``polecore copy``."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts import FILES, Facts, write_facts
from tests.unit.command_line import assert_one_line, run
from tests.unit.queries.invented_region import NOTICE, PLAN, region_facts


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder without any graph of the machine's own."""
    monkeypatch.chdir(tmp_path)
    for name in ("POLECORE_STORE", "POLECORE_DOCUMENTS", "POLECORE_CORRECTIONS"):
        monkeypatch.delenv(name, raising=False)


def without_a_figure() -> Facts:
    facts = region_facts()
    facts.figures = [f for f in facts.figures if f.value != 500]
    return facts


def test_dry_run_makes_no_graph() -> None:
    write_facts(region_facts(), Path("facts"))

    result = run("load", "facts", "--dry-run", "--store", "embedded:graph")

    assert result.exit_code == 0, result.output
    assert "  + entity City:临江市  (临江市)" in result.stdout.splitlines()
    assert "nothing was written" in result.stderr
    assert not Path("graph").exists()


def test_dry_run_tells_what_the_load_then_does() -> None:
    write_facts(region_facts(), Path("facts"))
    run("load", "facts", "--store", "embedded:graph")
    write_facts(without_a_figure(), Path("facts"))

    result = run("load", "facts", "--dry-run", "--store", "embedded:graph")

    lines = result.stdout.splitlines()
    (gone,) = [line for line in lines if line.startswith("  ")]
    assert gone.startswith("  - figure ")
    assert gone.endswith("(500 家)")
    assert f"{PLAN}: replaced (1 gone)" in lines
    assert f"{NOTICE}: unchanged" in lines
    done = run("load", "facts", "--store", "embedded:graph").stdout
    assert f"{PLAN}: replaced (" in done
    assert f"{NOTICE}: unchanged (" in done


def test_dry_run_refuses_what_a_load_refuses() -> None:
    facts = region_facts()
    facts.relations[0] = type(facts.relations[0])(
        "City:无", "LOCATED_IN", "City:临江市", 0.9, facts.relations[0].evidence
    )
    write_facts(facts, Path("facts"))

    result = run("load", "facts", "--dry-run", "--store", "embedded:graph")

    assert result.exit_code == 1
    assert "nothing was loaded" in result.stderr


def exported(uri: str, folder: str) -> list[bytes]:
    assert run("export", "facts", "--store", uri, "--out", folder).exit_code == 0
    return [Path(folder, name).read_bytes() for name in FILES]


def test_copy_gives_a_store_of_the_same_facts() -> None:
    write_facts(region_facts(), Path("facts"))
    run("load", "facts", "--store", "embedded:one")

    first = run("copy", "--from", "embedded:one", "--to", "embedded:two")
    second = run("copy", "--from", "embedded:one", "--to", "embedded:two")

    assert first.exit_code == 0, first.output
    assert "3 documents copied; both stores hold the same facts" in first.stderr
    assert {line.split(": ")[1] for line in first.stdout.splitlines()} == {"new"}
    assert {line.split(": ")[1] for line in second.stdout.splitlines()} == {"unchanged"}
    assert exported("embedded:one", "a") == exported("embedded:two", "b")


def test_copy_keeps_and_counts_what_only_the_target_holds_and_names_corrections() -> None:
    facts = region_facts()
    write_facts(facts, Path("facts"))
    run("load", "facts", "--store", "embedded:here/one")
    from tests.contract.made_facts import plan

    write_facts(plan(), Path("other"))
    run("load", "other", "--store", "embedded:there/two")
    Path("here/corrections.yaml").write_text("[]", encoding="utf-8")

    result = run("copy", "--from", "embedded:here/one", "--to", "embedded:there/two")

    assert result.exit_code == 0, result.output
    assert "holds 1 other documents, which stay" in result.stderr
    assert "set POLECORE_CORRECTIONS=here/corrections.yaml" in result.stderr
    assert result.stderr.splitlines()[1] == "3 documents copied"


def test_copy_needs_two_stores_and_something_to_copy() -> None:
    assert run("copy", "--to", "embedded:.polecore/graph").exit_code == 2
    assert_one_line(run("copy", "--to", "embedded:two"), 1, "there is no graph yet")
    assert not Path("two").exists()
