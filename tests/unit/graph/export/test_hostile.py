"""A hostile corpus in every format: what is written stays in its place, and holds nothing that runs."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from graph.export.api import EXPORTERS, FOLDERS, export
from graph.facts import Entity, Facts, Relation
from graph.selection import Selection
from tests.unit.graph.export.hostile_facts import NAMES, hostile
from tests.unit.graph.invented_facts import PLAN, evidence
from tests.unit.views.hostile_region import hostile as worse

CASES = [(format_, "polecore") for format_ in EXPORTERS] + [(kind, "briefing") for kind in ("docx", "pptx", "pdf")]


_FONTLESS = ("\x07",)


def region() -> Facts:
    """Give the hostile facts, and a region whose own name and those of its cities are as awkward."""
    facts, cited = hostile(), (evidence(900, 908),)
    names = [f"../../{name}" for name in NAMES if not any(c in name for c in _FONTLESS)]
    facts.entities.append(Entity("Region:../r", "Region", names[0], (), (PLAN,), cited))
    for number, name in enumerate(names[1:6]):
        facts.entities.append(Entity(f"City:../{number}", "City", name, (), (PLAN,), cited))
        facts.relations.append(Relation(f"City:../{number}", "PART_OF", "Region:../r", 0.9, cited))
    return facts.sorted()


@pytest.mark.parametrize(("format_", "diagram"), CASES)
def test_nothing_escapes_its_folder_and_nothing_runs(tmp_path: Path, format_: str, diagram: str) -> None:
    home = tmp_path / "deep" / "out"
    home.mkdir(parents=True)

    target = home if format_ in FOLDERS else home / f"a.{format_}"
    written = export(region(), Selection(), target, format_=format_, diagram=diagram)

    found = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert {path.resolve() for path in written} == {path.resolve() for path in found}
    assert all(path.parent == home for path in found)
    for path in found:
        data = path.read_bytes()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                names = archive.namelist()
                data = b"\n".join(archive.read(name) for name in names)
            assert not any(name.startswith("/") or ".." in name or "vbaProject" in name for name in names)
            assert b"<f>" not in data
        if format_ in {"html", "svg"} or diagram == "briefing" or format_ in {"docx", "pptx"}:
            assert b"<img src=x" not in data
        if format_ == "pdf":
            assert not any(mark in data for mark in (b"/JavaScript", b"/Launch", b"/OpenAction", b"/EmbeddedFile"))


@pytest.mark.parametrize("format_", ["svg", "docx", "pptx", "html"])
def test_names_like_markup_addresses_and_paths_are_drawn_as_text(tmp_path: Path, format_: str) -> None:
    facts = worse()
    area = next(e.id for e in facts.entities if e.id.startswith("Region:岚东都市圈"))
    diagram = "polecore" if format_ in {"svg", "html"} else "briefing"

    written = export(facts, Selection(regions=(area,)), tmp_path / f"a.{format_}", format_=format_, diagram=diagram)

    assert {path.parent for path in written} == {tmp_path}
    for path in written:
        parts = {path.name: path.read_bytes()}
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                parts = {name: archive.read(name) for name in archive.namelist()}
        for name, data in parts.items():
            if name.endswith(".csv"):
                continue  # text as it is; its cells are neutralised for formulas
            text = data.decode("utf-8", "replace")
            assert not re.search(r"<(?:img|iframe|base|meta|svg|a)\b[^>]*(?:evil|alert)", text), name
            assert not re.search(r"Target=\"[^\"]*evil", text), name
