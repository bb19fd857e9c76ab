"""An answer of each question over the five documents, checked by reading them.

Only rows that a passage states in so many words are held here, and of them the columns that say it: what else a
question finds may grow with the reading. The comment names the document and the line that was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph.store import Store, open_store
from loaders.intake import BUNDLED, facts_folders, gather
from queries.registry import load_library

PLAN, ZONES, REPORT, PARKS = (
    "000_371c686656207856.txt", "001_119a73429d09f026.txt", "002_5c4221fe6f0a1c0c.txt", "003_2d6fe91a5af628ff.txt",
)  # fmt: skip
ZONE, CITY, REGION = "沈阳高新区", "沈阳市", "沈阳现代化都市圈"
HEALTH, FARMS = "沈阳、本溪生物医药产业集群", "沈阳、鞍山、阜新、铁岭农产品深加工产业集群"
PLAN_NAME = "沈阳现代化都市圈科技创新发展专项规划"
TALENT = "关于实施“钢都英才计划”的若干政策（2.0版）"

CHECKED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "carriers_by_city": ({}, {"city": "鞍山市", "class": "Zone"}),  # 000:114
    "labs_in_zone": ({"zone": ZONE}, {"lab": "国家机器人创新中心"}),  # 000:100, 003:83
    "members_of_region": ({"region": REGION}, {"member": "鞍山市"}),  # 000:92
    "standing_in_place": ({"place": ZONE}, {"class": "Alliance", "name": "机器人产业技术创新战略联盟"}),  # 003:51
    "where_is": ({"name": "国家机器人创新中心"}, {"place": ZONE, "steps": 1}),  # 003:83
    "within_place": ({"place": CITY, "class": "Lab"}, {"name": "国家机器人创新中心"}),  # 003:83
    "zones_of_city": ({"city": "鞍山市"}, {"zone": "腾鳌高新区"}),  # 000:114
    "carriers_of_industry": ({"industry": "生物医药"}, {"carrier": "本溪高新区"}),  # 003:58
    "chain_of_industry": ({"industry": "生物医药"}, {"city": "本溪市"}),  # 003:58
    "clusters_and_builders": ({}, {"cluster": HEALTH, "builders": ["本溪市", CITY]}),  # 000:122
    "industries_of_place": ({"place": "本溪市"}, {"industry": "生物医药"}),  # 003:58
    "industries_without_research": ({}, {"industry": "仪器仪表"}),  # 003:67
    "industry_reach": ({}, {"industry": "生物医药"}),  # 003:58
    "shared_industries": ({"a": CITY, "b": "鞍山市"}, {"industry": "农产品深加工"}),  # 000:122
    "alliances_of_zone": ({"zone": ZONE}, {"alliance": "IC装备产业技术创新战略联盟"}),  # 003:51
    "backbone_organisations": ({}, {"class": "Zone", "organisation": ZONE}),  # 001:102
    "between": ({"a": CITY, "b": "鞍山市"}, {"class": "City", "third": "铁岭市"}),  # 000:122
    "city_partnerships": ({}, {"a": "北京市", "b": CITY, "stated": 1}),  # 000:382
    "foreign_partners": ({}, {"country": "德国", "class": "Zone", "partner": "中德园"}),  # 001:124
    "joint_builders": ({}, {"thing": FARMS, "builders": [CITY, "铁岭市", "阜新市", "鞍山市"]}),  # 000:122
    "labs_without_outside_partner": ({"place": "大连市"}, {"lab": "大连洁净能源国家实验室"}),  # 004:439
    "works_with": ({"name": CITY}, {"partner": "北京市", "derived": False}),  # 000:382
    "issuers": ({}, {"class": "City", "issuer": CITY}),  # 000:331
    "places_without_policy": ({}, {"class": "City", "place": "上海市"}),  # named as a partner alone
    "policies_for_place": ({"place": CITY}, {"policy": "兴沈英才计划", "steps": 0}),  # 000:331
    "policy_basis": ({}, {"policy": PLAN_NAME, "basis": "创新驱动发展战略"}),  # 000:171
    "policy_scope": ({}, {"policy": "兴沈英才计划", "applies_to": CITY}),  # 000:331
    "programmes_of_policy": ({}, {"policy": TALENT, "programme": "钢都英才计划"}),  # 000:333
    "compare_indicator": ({"indicator": "高新技术企业"}, {"name": CITY, "value": 5000.0, "unit": "家"}),  # 002:460
    "figure_conflicts": ({}, {"name": CITY, "value_a": 4200.0, "value_b": 4207.0}),  # 002:255, 000:131
    "figures_of": ({"name": CITY}, {"year": 2021, "value": 215.5, "unit": "亿元"}),  # 002
    "indicators": ({}, {"indicator": "高新技术企业数", "unit": "家"}),  # 000:130
    "targets_vs_actuals": ({}, {"name": CITY, "actual": 394.28, "target": 500.0, "unit": "亿元"}),  # 002
    "corroborated_ties": ({}, {"source": ZONE, "type": "LOCATED_IN", "target": CITY}),  # the city stands in its name
    "documents_overview": ({}, {"document": PLAN}),  # the counts grow with the reading
    "evidence_of_tie": ({"a": ZONE, "b": CITY}, {"type": "LOCATED_IN", "document": PLAN}),
    "mentions_of": ({"name": ZONE}, {"name": ZONE, "document": PARKS}),  # 003:51
    "named_together": ({"name": ZONE}, {"class": "Zone", "other": "大连高新区"}),  # 001:102
    "conflicting_locations": ({}, {"name": "沈阳药科大学", "place_a": "本溪市", "place_b": CITY}),  # 000:314
    "derived_ties": ({}, {"source": "中国科学院沈阳自动化研究所", "target": "东北大学"}),  # 000:252
    "entities_without_ties": ({}, {"class": "City", "name": "苏州市"}),  # 001:88, one of the places to attract from
    "low_confidence_ties": ({}, {"source": "腾鳌高新区", "type": "FOCUSES_ON", "target": "精细化工"}),  # 000:114
    "shared_aliases": ({}, {"alias": "揭榜挂帅"}),  # 000:262 and 002:116 name two projects by it
    "single_source_entities": ({"class": "Company"}, {"name": "中国铁塔", "document": PLAN}),  # 000:300
    "sources_by_type": ({}, {"type": "LOCATED_IN"}),
}
"""Question -> parameters, and what some row must say."""

NONE = {"alliance_members"}
"""What the answer is nothing to: the documents name no member of an alliance, only who leads it (000:281)."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    if not facts_folders(BUNDLED):
        pytest.skip("data/ holds no bundled facts yet")
    opened = open_store(f"embedded:{tmp_path_factory.mktemp('five') / 'graph'}")
    for facts in gather([BUNDLED]):
        opened.load(facts)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", sorted(CHECKED))
def test_answer_that_was_read_in_the_documents_is_given(name: str, store: Store) -> None:
    values, expected = CHECKED[name]

    rows = load_library([]).get(name).run(store, values).dicts()

    assert rows
    assert expected
    matching = [row for row in rows if all(row[key] == value for key, value in expected.items())]
    assert matching, [{key: row[key] for key in expected} for row in rows[:20]]


@pytest.mark.parametrize("name", sorted(NONE))
def test_what_no_document_tells_is_answered_by_nothing(name: str, store: Store) -> None:
    assert load_library([]).get(name).run(store, {}).dicts() == []


def test_every_question_is_checked() -> None:
    assert set(load_library([]).questions) == CHECKED.keys() | NONE
