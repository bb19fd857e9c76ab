"""Extraction of the invented plan against what a careful reader finds in it.

The plan's places exist in no gazetteer. It is read twice: as a user meets it, and with a lexicon that names its places.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.facts import Facts
from loaders.lexicon import load_lexicon
from loaders.pipeline import extract
from tests.annotations.score import KINDS, Tally, score_document, total

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = "301_zeyang_plan.md"
PLACES = """\
Region: [{name: 沧岭省, aliases: [沧岭]}, 东漓省]
City:
  - {name: 泽阳市, aliases: [泽阳]}
  - {name: 岚桥市, aliases: [岚桥]}
  - {name: 青砚市, aliases: [青砚]}
  - {name: 白溪市, aliases: [白溪]}
  - {name: 望川市, aliases: [望川]}
  - {name: 云渡市, aliases: [云渡]}
  - {name: 鹭汀市, aliases: []}
  - {name: 芷浦市, aliases: []}
District: [{name: 临汀区, aliases: [临汀]}, {name: 北麓区, aliases: [北麓]}]
"""
FLOORS = {  # 0.03 below what was measured
    "plain": {"entities": 0.0, "relations": 0.0, "figures": 0.0},
    "places": {"entities": 0.0, "relations": 0.0, "figures": 0.0},
}


@pytest.fixture(scope="module")
def plain() -> Facts:
    return extract([EXAMPLES / PLAN])


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    folder = tmp_path_factory.mktemp("lexicon")
    (folder / "organisations.yaml").write_text(PLACES, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POLECORE_LEXICON", str(folder))
        load_lexicon.cache_clear()
        yield extract([EXAMPLES / PLAN])
    load_lexicon.cache_clear()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reading", ["plain", "places"])
def test_score_does_not_fall(reading: str, kind: str, request: pytest.FixtureRequest) -> None:
    tally = Tally()

    score_document(PLAN, EXAMPLES / "expected" / "doc301", request.getfixturevalue(reading), tally)

    assert total(tally, kind).scores[2] >= FLOORS[reading][kind], "\n".join(tally.misses)
