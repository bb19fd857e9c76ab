"""Extraction of the invented plan against what a careful reader finds in it.

The plan's places exist in no gazetteer. It is read twice: as a user meets it, and with a lexicon that names its places.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.facts import Facts
from loaders.pipeline import extract
from tests.annotations.score import KINDS, Tally, score_document, total

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = "301_zeyang_plan.md"
FLOORS = {  # 0.03 below what was measured
    "plain": {"entities": 0.738, "relations": 0.373, "figures": 0.423},
    "places": {"entities": 0.886, "relations": 0.683, "figures": 0.423},
}


@pytest.fixture(scope="module")
def plain() -> Facts:
    return extract([EXAMPLES / PLAN])


@pytest.fixture(scope="module")
def places() -> Iterator[Facts]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("POLECORE_LEXICON", str(EXAMPLES / "lexicon"))
        yield extract([EXAMPLES / PLAN])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reading", ["plain", "places"])
def test_score_does_not_fall(reading: str, kind: str, request: pytest.FixtureRequest) -> None:
    tally = Tally()

    score_document(PLAN, EXAMPLES / "expected" / "doc301", request.getfixturevalue(reading), tally)

    assert total(tally, kind).scores[2] >= FLOORS[reading][kind], "\n".join(tally.misses)


@pytest.mark.parametrize(
    "key",
    [
        "Lab:沧岭实验室|BUILT_BY|University:沧岭大学",
        "Lab:沧岭实验室|BUILT_BY|University:泽阳理工大学",
        "Lab:轻合金沧岭省重点实验室|LOCATED_IN|Zone:泽阳高新区",
        "Incubator:汀岸众创空间|LOCATED_IN|Zone:泽阳高新区",
        "Alliance:青砚陶瓷企业家俱乐部|LOCATED_IN|Zone:青砚经开区",
        "Company:泽阳睿感科技有限公司|LOCATED_IN|Zone:泽阳高新区",
        "Zone:岚桥高新区|FOCUSES_ON|Industry:精细化工",
        "Policy:泽阳都市圈科技创新发展规划20242028年|BASED_ON|Policy:沧岭省科学技术进步条例",
    ],
)
def test_tie_is_read(plain: Facts, key: str) -> None:
    assert key in {r.key for r in plain.relations}


@pytest.mark.parametrize(
    "key",
    [
        "City:望川市|PART_OF|Region:泽阳都市圈",
        "City:岚桥市|COLLABORATES_WITH|City:泽阳市",
        "Zone:泽阳高新区|LOCATED_IN|District:临汀区",
        "Zone:云渡港经开区|LOCATED_IN|City:云渡市",
        "Region:东漓省|COLLABORATES_WITH|Region:沧岭省",
        "Lab:云渡海工装备公共检测平台|BUILT_BY|Company:云渡海装集团",
        "Programme:汀英计划|ISSUED_BY|City:泽阳市",
    ],
)
def test_tie_between_known_places_is_read(places: Facts, key: str) -> None:
    assert key in {r.key for r in places.relations}


@pytest.mark.parametrize(
    ("entity", "indicator", "value", "unit", "year", "kind"),
    [
        ("Region:泽阳都市圈", "研发经费投入强度", 2.35, "%", 2023, "actual"),
        ("Region:泽阳都市圈", "高新技术企业数", 6000, "家", 2028, "target"),
        ("Zone:泽阳高新区", "营业收入", 1286, "亿元", 2023, "actual"),
        ("Zone:岚桥高新区", "营业收入", 304.6, "亿元", 2023, "actual"),
        ("Zone:云渡港经开区", "港口货物吞吐量", 9200, "万吨", 2023, "actual"),
    ],
)
def test_figure_is_read(
    plain: Facts, entity: str, indicator: str, value: float, unit: str, year: int, kind: str
) -> None:
    found = {(f.entity, f.indicator, f.value, f.unit, f.year, f.kind) for f in plain.figures}

    assert (entity, indicator, value, unit, year, kind) in found


def test_document_itself_is_a_policy_with_its_number(plain: Facts) -> None:
    (plan,) = [e for e in plain.entities if e.properties.get("source_document") == PLAN]

    assert (plan.label, plan.name) == ("Policy", "泽阳都市圈科技创新发展规划（2024—2028年）")
    assert plan.properties["number"] == "泽都办发〔2024〕6号"


def test_generic_words_of_the_plan_are_no_entities(plain: Facts) -> None:
    assert not {e.name for e in plain.entities} & {"高新区", "经开区", "众创空间", "孵化器", "中试基地", "公共平台"}
