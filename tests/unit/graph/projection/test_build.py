from __future__ import annotations

from dataclasses import replace
from fractions import Fraction as F

import pytest

from graph.analysis.polecore import layout
from graph.projection.build import project
from graph.projection.places import EXTERNAL, UNPLACED
from graph.projection.region import Layout, find_area, layouts, read_layouts
from graph.projection.sources import document_dates, only, source_families, until
from graph.projection.vehicles import EXISTING, PLANNED, status_of
from ontology.errors import QueryError, SourceError
from tests.unit.graph.analysis.plan_facts import (
    IDS,
    LAYOUT,
    OLD,
    PLAN,
    REGION,
    TASKS,
    entity,
    evidence,
    plan,
    plan_facts,
    tie,
)  # fmt: skip


def test_all_member_vehicles_go_to_the_governance_layer() -> None:
    everyone = [tie("Alliance:联席会议", "BUILT_BY", i, 800) for i in IDS.values()]
    found = plan(entity("Alliance:联席会议"), *everyone)

    assert [v.name for v in found.governance] == ["联席会议"]
    assert layout(found.members, found.area.pole).hub_and_spoke == F(3, 7)
    assert project(found.facts, [LAYOUT], layer="governance").members.number_of_edges() == 28


def test_plan_issued_by_the_offices_of_all_members_is_governance() -> None:
    offices = [entity(f"GovernmentBody:{i.partition(':')[2]}科技局") for i in IDS.values()]
    issued = [tie("Policy:规划2023", "ISSUED_BY", office.id, 810) for office in offices]

    assert [v.name for v in plan(*offices, *issued).governance] == ["规划2023"]


def test_area_wide_platform_is_governance() -> None:
    found = plan(entity("ServiceAgency:都市圈平台"), tie("ServiceAgency:都市圈平台", "LOCATED_IN", REGION, 820))

    assert [v.name for v in found.governance] == ["都市圈平台"]


def test_what_is_planned_stands_apart() -> None:
    wish = [tie("Lab:中试基地", "BUILT_BY", IDS[m], 830, section=TASKS) for m in ("鞍山", "辽阳")]
    told = replace(entity("Lab:中试基地"), evidence=(evidence(830, section=TASKS),))
    found = plan(told, *wish)

    assert "Lab:中试基地" not in found.table
    assert set(replace(found, layer=PLANNED).table) == {"Lab:中试基地"}


def test_thing_that_another_passage_tells_of_as_there_exists() -> None:
    wish = [tie("Lab:实验室", "BUILT_BY", IDS[m], 830, section=TASKS) for m in ("鞍山", "辽阳")]
    told = replace(entity("Lab:实验室"), evidence=(evidence(830, section=TASKS), evidence(40, OLD, "一、基础")))

    assert "Lab:实验室" in plan(told, *wish).table


def test_quotation_of_something_done_goes_before_the_heading() -> None:
    def told(quote: str, rule: str = "invented") -> str:
        return status_of([replace(evidence(1, section=TASKS, rule=rule), quote=quote)])

    assert told("园区已与25家企业签订协议") == told("某市集聚了项目362个") == EXISTING
    assert told("将打造产业园") == PLANNED
    assert told("充分发挥某市产业优势", "Z的I产业优势") == EXISTING


def test_status_is_told_by_the_innermost_heading_or_the_rule() -> None:
    assert status_of([evidence(1)]) == EXISTING
    assert status_of([evidence(1, section=TASKS)]) == PLANNED
    assert status_of([evidence(1, section=f"{TASKS} / 专栏5平台建设情况")]) == EXISTING
    assert status_of([evidence(1, section=TASKS), evidence(2)]) == EXISTING
    assert status_of([evidence(1, rule="A、B联合推进")]) == PLANNED
    assert status_of([evidence(1, section="")]) == EXISTING


def test_agreement_confirms_the_vehicle_of_its_passage() -> None:
    pair = ("City:沈阳市", "COLLABORATES_WITH", "City:辽阳市")
    same, other = tie(*pair, 200), tie(*pair, 6000)
    derived = tie(*pair, 6000, derived=True, derived_from=("Cluster:航空|BUILT_BY|City:沈阳市",))

    assert len(plan(same).table) == 5
    assert len(plan(other).table) == 6
    assert len(plan(derived).table) == 5


def test_reliance_of_a_city_is_no_vehicle() -> None:
    found = plan(entity("University:辽科大"), tie(IDS["鞍山"], "RELIES_ON", "University:辽科大", 850))

    assert len(found.chosen) == 5


def test_first_member_on_the_way_up_counts_alone() -> None:
    found = plan(
        tie(IDS["沈抚"], "LOCATED_IN", IDS["沈阳"], 860), entity("Lab:甲"),
        tie("Lab:甲", "LOCATED_IN", IDS["沈抚"], 870), tie("Lab:甲", "LOCATED_IN", IDS["沈阳"], 880),
    ).places  # fmt: skip

    assert found.shares("Lab:甲") == {IDS["沈抚"]: 1}


def test_places_split_end_outside_or_nowhere() -> None:
    found = plan(
        entity("City:大连市"), entity("Company:甲"), tie("Company:甲", "LOCATED_IN", "City:大连市", 890),
        entity("Lab:乙"), entity("University:沈阳化工大学"), entity("Company:沈阳大连公司"), entity("District:浑南区"),
        tie("District:浑南区", "PART_OF", IDS["沈阳"], 895), entity("Zone:园"),
        tie("Zone:园", "LOCATED_IN", "District:浑南区", 897),
    ).places  # fmt: skip

    assert found.shares("Company:甲") == {EXTERNAL + "大连市": 1}
    assert found.shares("Lab:乙") == {UNPLACED: 1}
    assert found.shares("University:沈阳化工大学") == {IDS["沈阳"]: 1}
    assert found.shares("Company:沈阳大连公司") == {UNPLACED: 1}, "two cities in a name tell nothing"
    assert found.shares("Zone:园") == {IDS["沈阳"]: 1}
    assert (found.home("Company:甲"), found.home("Lab:乙")) == ("大连市", "未定位")


def test_external_parties_are_reported_apart() -> None:
    found = plan(entity("City:大连市"), tie("Cluster:航空", "BUILT_BY", "City:大连市", 300))

    assert [(v.name, place) for v, _, place in found.external()] == [("航空", EXTERNAL + "大连市")]
    assert layout(found.members, found.area.pole).pole_tie_share == F(4, 7)


def test_slip_of_a_name_is_merged() -> None:
    known = replace(LAYOUT, slips={"阜宁市": "阜新市"})
    facts = plan_facts([entity("City:阜宁市"), tie("City:阜宁市", "PART_OF", REGION, 899)])

    found = project(facts, [known])

    assert len(found.area.members) == 8
    assert found.places.shares("City:阜宁市") == {IDS["阜新"]: 1}
    assert any("阜宁市" in note for note in found.area.notes)


def test_other_areas_are_analysed_by_naming_them() -> None:
    facts = plan_facts([entity("Region:临江圈"), *(entity(f"City:{n}市") for n in "甲乙丙"),
                        *(tie(f"City:{n}市", "PART_OF", "Region:临江圈", 901) for n in "甲乙丙")])  # fmt: skip

    found = find_area(facts, [LAYOUT], "临江圈", "乙市")

    assert (found.pole, found.points) == ("City:乙市", ("City:丙市", "City:甲市"))
    with pytest.raises(QueryError, match="no layout names its pole"):
        find_area(facts, [LAYOUT], "临江圈")
    with pytest.raises(QueryError, match="not among its members"):
        find_area(facts, [LAYOUT], "临江圈", "丁市")
    with pytest.raises(QueryError, match="region 远方圈: not in the graph"):
        find_area(facts, [LAYOUT], "远方圈")
    with pytest.raises(QueryError, match="--region"):
        find_area(facts, [Layout("远方圈", "甲市")])


def test_layouts_are_read_and_checked(tmp_path: object) -> None:
    path = tmp_path / "places.yaml"  # type: ignore[operator]
    path.write_text("layouts:\n  - {region: 甲圈, pole: 甲市, members: [甲市, 乙市]}\n", encoding="utf-8")

    assert read_layouts(path) == [Layout("甲圈", "甲市", ("甲市", "乙市"))]
    with pytest.raises(SourceError, match="is no layout"):
        layouts([{"region": "甲圈"}])
    with pytest.raises(SourceError, match="cannot be read"):
        read_layouts(path.parent / "none.yaml")


def test_documents_up_to_a_date() -> None:
    facts = plan_facts([entity("Lab:旧", OLD), tie("Lab:旧", "LOCATED_IN", IDS["阜新"], 910, OLD),
                        tie("Lab:旧", "BUILT_BY", IDS["阜新"], 911, "undated.txt")])  # fmt: skip

    early, undated = until(facts, "2019")

    assert document_dates(facts) == {PLAN: "2023-11", OLD: "2017-06-17"}
    assert [r.type for r in early.relations] == ["LOCATED_IN"]
    assert undated == ("undated.txt",)
    assert project(facts, [LAYOUT], as_of="2019").table == {}
    assert project(facts, [LAYOUT], as_of="2023-11").undated == ("undated.txt",)
    with pytest.raises(QueryError, match="no document is dated up to then"):
        project(facts, [LAYOUT], as_of="2001")
    with pytest.raises(QueryError, match="layer x: unknown"):
        project(facts, [LAYOUT], layer="x")


def test_text_printed_again_is_one_source() -> None:
    again = [
        replace(r, evidence=(*r.evidence, evidence(r.evidence[0].start, "reprint.txt"))) for r in plan_facts().relations
    ]

    family = source_families(replace(plan_facts(), relations=again, figures=[]))

    assert family == {PLAN: PLAN, OLD: OLD, "reprint.txt": PLAN}
    assert only(plan_facts(), frozenset({OLD})).relations == []


def test_stated_facts_only() -> None:
    derived = [tie("Lab:丙", "BUILT_BY", IDS[m], 920, derived=True) for m in ("鞍山", "辽阳")]

    assert len(plan(entity("Lab:丙"), *derived).table) == 6
    assert len(plan(entity("Lab:丙"), *derived, stated_only=True).table) == 5


def test_carriers_are_counted_by_field_stage_and_place() -> None:
    found = plan(
        entity("Industry:机器人"), entity("Industry:激光"), entity("Zone:园"),
        tie("Zone:园", "LOCATED_IN", IDS["鞍山"], 930),
        tie("Zone:园", "FOCUSES_ON", "Industry:机器人", 931), tie("Zone:园", "FOCUSES_ON", "Industry:激光", 932),
        entity("Lab:鞍山激光实验室"), entity("Lab:鞍山激光中试基地"), tie("Industry:激光", "RELIES_ON", "Zone:园", 933),
    )  # fmt: skip

    assert found.counts["Industry:激光"] == {"P": {IDS["鞍山"]: F(1, 2)}, "R": {IDS["鞍山"]: 1}, "D": {IDS["鞍山"]: 1}}
    assert found.presence[IDS["鞍山"]] == {"Industry:机器人", "Industry:激光"}, "an official designation"
    bare = plan(entity("Industry:激光"), entity("Lab:鞍山激光实验室"))
    assert bare.presence[IDS["鞍山"]] == frozenset(), "one source and no designation"


def test_projection_says_what_made_it() -> None:
    found = plan().describe()

    assert (found["region"], found["pole"], found["vehicles"]) == (REGION, IDS["沈阳"], 5)
    assert found["documents"] == {PLAN: "2023-11", OLD: "2017-06-17"}


def test_special_field_belongs_to_the_known_one_in_its_name() -> None:
    names = ("医疗器械", "海凭医疗器械", "生物医药", "无名")
    fields = plan(*(entity(f"Industry:{name}") for name in names)).fields

    assert "Industry:医疗器械" in fields.broader("Industry:海凭医疗器械")
    assert fields.broader("Industry:无名") == frozenset()
    assert "Industry:海凭医疗器械" in fields.narrower("Industry:医疗器械")
    assert fields.in_name("海凭医疗器械产业联盟") == ("Industry:海凭医疗器械",)
    assert not fields.related("Industry:无名", "Industry:医疗器械")


def test_agreement_of_the_whole_area_with_others_binds_no_member_to_another() -> None:
    found = plan(entity("Region:京津冀"), tie(REGION, "COLLABORATES_WITH", "Region:京津冀", 950))

    assert found.governance == ()
    assert [v.parties for v in found.abroad] == [("Region:京津冀", REGION)]
    assert [(party, place) for _, party, place in found.external()] == [("Region:京津冀", UNPLACED)]


def test_body_that_bears_the_name_of_the_area_is_governance() -> None:
    found = plan(entity("GovernmentBody:沈阳都市圈联席会议"))

    assert [(v.name, v.derived) for v in found.governance] == [("沈阳都市圈联席会议", ("area in the name",))]
    assert plan(entity("GovernmentBody:沈阳都市圈联席会议"), stated_only=True).governance == ()


def test_disciplines_of_a_city_are_research() -> None:
    field, made = "Industry:应用化学", "Industry:钢铁"
    section = "三、任务 / 专栏7各市高校院所及重点学科情况"
    found = plan(entity(field), entity(made), tie(IDS["鞍山"], "FOCUSES_ON", field, 960, section=section),
                 tie(IDS["鞍山"], "FOCUSES_ON", made, 970))  # fmt: skip

    assert found.counts[field] == {"R": {IDS["鞍山"]: F(1, 1)}}
    assert found.counts[made] == {"P": {IDS["鞍山"]: F(1, 1)}}
    assert found.fields.disciplines == {field}


def test_disciplines_of_a_city_name_the_schools_of_the_same_passage() -> None:
    section = "三、任务 / 专栏7各市高校院所及重点学科情况"
    schools = [
        tie(IDS["鞍山"], "RELIES_ON", f"University:{n}", start) for n, start in (("甲大学", 960), ("乙大学", 1960))
    ]
    found = plan(
        entity("Industry:钢铁"), entity("University:甲大学"), entity("University:乙大学"), *schools,
        tie(IDS["鞍山"], "FOCUSES_ON", "Industry:钢铁", 960, section=section),
        tie(IDS["鞍山"], "FOCUSES_ON", "Industry:钢铁", 2000),
    )  # fmt: skip

    told = {c.stage: c.name for c in found.carriers if c.id == IDS["鞍山"]}
    assert told == {"R": "鞍山市重点学科（甲大学）", "P": "鞍山市"}


def test_two_names_of_one_concept_are_one_field() -> None:
    names = ("农产品深加工", "农副产品及加工业")
    industries = [entity("Industry:农产品深加工", PLAN, OLD), entity("Industry:农副产品及加工业")]
    zones = [tie(f"Zone:{n}园", "FOCUSES_ON", f"Industry:{n}", 960) for n in names]
    placed = [tie(f"Zone:{n}园", "LOCATED_IN", IDS["铁岭"], 970) for n in names]
    found = plan(*industries, *(entity(f"Zone:{n}园") for n in names), *zones, *placed)

    assert found.fields.one("Industry:农副产品及加工业") == "Industry:农产品深加工"
    assert found.counts["Industry:农产品深加工"]["P"] == {IDS["铁岭"]: F(2)}
    assert "Industry:农副产品及加工业" not in found.counts


def test_name_tells_a_broader_field_where_no_fact_names_its_own() -> None:
    fields = plan(entity("Industry:装备制造")).fields

    assert fields.in_name("某某路桥机械工程技术研究中心") == ("Industry:装备制造",)
    assert fields.plain_in_name("某某路桥机械工程技术研究中心") == frozenset()
    assert fields.plain_in_name("某某装备制造厂") == {"Industry:装备制造"}


def test_discipline_serves_the_industry_next_to_it_and_none_around_that() -> None:
    names = ("自动化", "工业自动化", "高端装备制造")
    fields = plan(*(entity(f"Industry:{n}") for n in names)).fields

    assert fields.broader("Industry:自动化") == {"Industry:工业自动化"}
    assert "Industry:高端装备制造" in fields.broader("Industry:工业自动化")


def test_laboratory_of_a_science_serves_the_field_that_is_named_otherwise() -> None:
    fields = plan(entity("Industry:新材料")).fields

    assert fields.in_name("沈阳材料科学国家研究中心") == ("Industry:新材料",)
    assert plan().fields.in_name("沈阳材料科学国家研究中心") == ()


def test_institute_of_a_university_stands_with_it_unless_its_name_tells_another_city() -> None:
    facts = [entity("University:东方大学"), tie("University:东方大学", "LOCATED_IN", IDS["沈阳"], 980)]
    for name in ("东方大学新材料研究院", "东方大学鞍山本溪研究院"):
        facts += [entity(f"ResearchInstitute:{name}"),
                  tie(f"ResearchInstitute:{name}", "PART_OF", "University:东方大学", 990)]  # fmt: skip
    facts += [entity("ResearchInstitute:科学院"), entity("ResearchInstitute:某所"),
              tie("ResearchInstitute:某所", "PART_OF", "ResearchInstitute:科学院", 991),
              tie("ResearchInstitute:科学院", "LOCATED_IN", IDS["沈阳"], 992)]  # fmt: skip
    places = plan(*facts).places

    assert places.shares("ResearchInstitute:东方大学新材料研究院") == {IDS["沈阳"]: 1}
    assert places.shares("ResearchInstitute:东方大学鞍山本溪研究院") == {UNPLACED: 1}
    assert places.shares("ResearchInstitute:某所") == {UNPLACED: 1}


@pytest.mark.parametrize(
    ("given", "part"),
    [
        (["plan_2017.txt"], "write DOCUMENT=DATE"),
        (["other=2019"], "names no documents"),
        (["plan=2019"], "names 2 documents"),
        (["plan_2017=2019-13"], "is no date"),
    ],
)
def test_dates_given_by_hand_are_checked(given: list[str], part: str) -> None:
    with pytest.raises(QueryError, match=part):
        plan(dated=given)


def test_date_asked_for_must_be_one() -> None:
    with pytest.raises(QueryError, match="--as-of yesterday: is no date"):
        project(plan_facts(), [LAYOUT], as_of="yesterday")


def test_thing_with_a_part_elsewhere_is_not_placed_by_its_parent() -> None:
    made = [entity(i) for i in ("Company:某公司", "Lab:联合中心", "Lab:联合中心远市开放实验室", "City:远市")]
    ties = [
        tie("Company:某公司", "LOCATED_IN", IDS["沈阳"], 991),
        tie("Lab:联合中心", "PART_OF", "Company:某公司", 992),
    ]
    part = tie("Lab:联合中心远市开放实验室", "PART_OF", "Lab:联合中心", 993)

    assert plan(*made, *ties).places.home("Lab:联合中心") == "沈阳市"
    assert plan(*made, *ties, part).places.home("Lab:联合中心") == "未定位"
