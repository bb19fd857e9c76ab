"""What each format held when it was last looked at: the same facts must give the same bytes.

After a change that is meant, look at the files, then write the digests anew: ``python -m tests.golden.test_exports``.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from graph.export.api import EXPORTERS, FOLDERS, export
from graph.export.options import DIAGRAMS, Options
from graph.export.picture import draw
from graph.facts import Facts
from graph.selection import Selection
from tests.unit.graph.invented_facts import facts as invented
from tests.unit.graph.layout.chains import LAYOUT, region

KNOWN = Path(__file__).with_name("exports.json")
ROOT = Path(__file__).parents[2]
DATA = tuple(name for name in EXPORTERS if name not in ("png", "svg", "pdf", "pptx", "docx"))
BYTES = ("png", "svg", "pdf", "pptx", "docx", "briefing", *DATA)
SHOWN = Options(layouts=(LAYOUT,), industry="激光", entity="鞍山市")
_TIME = re.compile(rb"D:20\d{6}|20[2-9]\d-\d\d-\d\dT\d\d|\d\d:\d\d:\d\d \w+ 20[2-9]\d")

_FRACTION = re.compile(r"\d+\.\d+(?:e-\d+)?")


def written(name: str, folder: Path, facts: Facts | None = None) -> list[Path]:
    """Export the invented facts in a format; give all files."""
    out = folder / name if name in FOLDERS else folder / f"a.{'pptx' if name == 'briefing' else name}"
    if name in DATA:
        return export(facts or invented(), Selection(), out, format_=name)
    diagram = "briefing" if name == "briefing" else "polecore"
    return export(facts or region(), Selection(), out, diagram=diagram, options=SHOWN)


def digest(paths: list[Path]) -> str:
    """Sum up files by name and content; of an archive its parts, as their compression depends on the machine."""
    found = hashlib.sha256()
    for path in sorted(paths):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                parts = [(name, archive.read(name)) for name in archive.namelist()]
        else:
            parts = [(path.name, path.read_bytes())]
        for name, content in parts:
            found.update(f"{name} {len(content)} ".encode() + content)
    return found.hexdigest()


def scene_digest(name: str) -> str:
    """Sum up where everything of a diagram stands and what it says; fonts have no part in it."""
    said = _FRACTION.sub(lambda number: f"{float(number[0]):.3f}", repr(draw(region(), name, SHOWN)))
    return hashlib.sha256(said.encode()).hexdigest()


@pytest.mark.parametrize("name", DATA)
def test_file_is_as_it_was(name: str, tmp_path: Path) -> None:
    assert digest(written(name, tmp_path)) == json.loads(KNOWN.read_text())[name]


@pytest.mark.parametrize("name", DIAGRAMS)
def test_diagram_is_as_it_was(name: str) -> None:
    assert scene_digest(name) == json.loads(KNOWN.read_text())[f"diagram {name}"]


@pytest.mark.parametrize("name", BYTES)
def test_order_of_the_facts_and_the_time_leave_no_mark(name: str, tmp_path: Path) -> None:
    facts = invented() if name in DATA else region()
    turned = Facts(facts.entities[::-1], facts.relations[::-1], facts.figures[::-1])

    first, second = written(name, tmp_path / "a", facts), written(name, tmp_path / "b", turned)

    assert [p.name for p in first] == [p.name for p in second]
    for one, other in zip(first, second, strict=True):
        content = one.read_bytes()
        assert content == other.read_bytes(), one.name
        assert name == "html" or not _TIME.search(content), one.name  # vis.js itself names the day of its release


def test_another_process_writes_the_same_bytes(tmp_path: Path) -> None:
    names = ("svg", "pptx", "briefing", "gexf", "html", "turtle")
    code = (
        "import sys; from pathlib import Path; from tests.golden.test_exports import digest, written; "
        f"[print(n, digest(written(n, Path(sys.argv[1]) / n))) for n in {names}]"
    )
    # another order of sets than here
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "other")], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip

    here = [f"{name} {digest(written(name, tmp_path / 'here' / name))}" for name in names]
    assert done.stdout.splitlines() == here


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        found = {name: digest(written(name, Path(place))) for name in DATA}
    found |= {f"diagram {name}": scene_digest(name) for name in DIAGRAMS}
    KNOWN.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")
