"""Runs the app on the invented region in memory; POLECORE_TEST_CROWD adds that many entities."""

import os
import runpy
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import views.parts.source as source  # noqa: E402
from tests.unit.views.invented import MemoryStore, crowded, facts  # noqa: E402

CROWD = int(os.environ.get("POLECORE_TEST_CROWD", "0"))
source.open_store = lambda uri: MemoryStore(crowded(CROWD) if CROWD else facts(), uri)  # type: ignore[assignment]
runpy.run_path(str(ROOT / "app.py"), run_name="__main__")
