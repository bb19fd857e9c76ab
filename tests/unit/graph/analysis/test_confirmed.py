from __future__ import annotations

from pathlib import Path

import pytest

from graph.analysis.confirmed import read_confirmed
from graph.analysis.gap_report import gaps
from graph.projection.build import Projection
from ontology.errors import QueryError, SourceError
from tests.unit.graph.analysis.plan_facts import IDS, plan
from tests.unit.graph.analysis.test_gaps import HYDRAULICS, MAKERS


@pytest.fixture
def projection() -> Projection:
    return plan(*MAKERS)


def written(folder: Path, text: str) -> Path:
    path = folder / "confirmed.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_confirmed_absences_are_grade_a(tmp_path: Path, projection: Projection) -> None:
    path = written(tmp_path, "- {list: chain, kind: B1, field: 液压, source: 专家访谈}\n"
                   "- {list: link, members: [沈阳, 鞍山], field: 液压, source: 名录}\n"
                   "- {list: policy, members: [阜新], field: 液压, source: 名录}\n")  # fmt: skip

    sure = read_confirmed(path, projection)
    answer = gaps(projection, confirmed=sure)

    assert (sure.chain, sure.policy) == ({("B1", HYDRAULICS)}, {(IDS["阜新"], HYDRAULICS)})
    assert sure.link == {(IDS["沈阳"], IDS["鞍山"], HYDRAULICS)}
    assert [row["grade"] for row in answer.tables["chain"].dicts()] == ["A 已核实"]
    assert answer.tables["policy"].dicts()[0]["grade"] == "A 已核实"
    assert "已确认的缺失3项，依据：专家访谈；名录" in answer.notes


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("{a: b}", "holds no list"),
        ("- [", "cannot be read as YAML"),
        ("- {list: other, field: 液压, source: x}", "entry 1: is no confirmed absence"),
        ("- {list: chain, kind: B1, field: 液压}", "says not who confirms it"),
        ("- {list: chain, kind: B1, field: 飞碟, source: x}", "no industry of that name"),
        ("- {list: chain, kind: B9, field: 液压, source: x}", "choose B1, B2, B3 or B4"),
        ("- {list: link, members: [沈阳], field: 液压, source: x}", "a link entry names 2 members"),
    ],
)
def test_entries_that_cannot_be_read_are_named(text: str, part: str, tmp_path: Path, projection: Projection) -> None:
    with pytest.raises(SourceError, match=part):
        read_confirmed(written(tmp_path, text), projection)


def test_unknown_member_and_file(tmp_path: Path, projection: Projection) -> None:
    with pytest.raises(QueryError, match="大连: no member"):
        read_confirmed(written(tmp_path, "- {list: policy, members: [大连], field: 液压, source: x}"), projection)
    with pytest.raises(SourceError, match=r"none\.yaml"):
        read_confirmed(tmp_path / "none.yaml", projection)
