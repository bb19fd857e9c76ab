"""The check of licences and vulnerabilities finds what it is there to find."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from docs import dependencies


@pytest.mark.parametrize(
    "licence", ["MIT", "BSD-3-Clause", "Apache-2.0 OR BSD-2-Clause", "MPL-2.0", "ISC License (ISCL)"]
)
def test_permissive_licences_pass(licence: str) -> None:
    assert dependencies.refused({"thing": licence}) == []


@pytest.mark.parametrize(
    "licence", ["GPLv3", "GNU Affero GPL", "MIT AND GPL-2.0", "UNKNOWN", "Business Source 1.1", "Odd"]
)
def test_others_are_named(licence: str) -> None:
    (problem,) = dependencies.refused({"thing": licence})

    assert problem.startswith("thing: licence")


def test_a_known_vulnerability_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = {
        "dependencies": [
            {"name": "holey", "version": "1.0", "vulns": [{"id": "CVE-1", "fix_versions": ["1.1"]}]},
            {"name": "hidden", "skip_reason": "not found"},
        ]
    }
    monkeypatch.setattr(dependencies, "_tool", lambda *words: json.dumps(answer))

    flaws, note = dependencies.audit()

    assert flaws == ["holey 1.0: CVE-1; take 1.1"]
    assert note.startswith("pip-audit: 1 of 2 packages looked up, 1 vulnerabilities")
    assert "does not answer for the others" in note


def test_a_database_out_of_reach_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dependencies, "_tool", lambda *words: "")

    assert dependencies.audit() == (
        [],
        "pip-audit gave no answer: the database of vulnerabilities cannot be reached from here",
    )


def test_the_page_names_what_is_locked() -> None:
    text = dependencies.PAGE.read_text(encoding="utf-8")

    for name, version in dependencies.locked().items():
        assert f"| {name} | {version} |" in text, "run `python docs/dependencies.py`"


def test_an_outdated_page_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "dependencies.md"
    page.write_text("| altair | 0.1 | BSD License |\n", encoding="utf-8")
    monkeypatch.setattr(dependencies, "PAGE", page)
    monkeypatch.setattr(dependencies, "licences", lambda: {"altair": "BSD"})
    monkeypatch.setattr(dependencies, "audit", lambda: ([], ""))

    assert dependencies.main(["--check"]) == 1
    assert "run `python docs/dependencies.py`" in capsys.readouterr().err
    assert dependencies.main([]) == 0
    assert dependencies.main(["--check"]) == 0
