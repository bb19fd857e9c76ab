from __future__ import annotations

import re
from fractions import Fraction as F
from pathlib import Path

import pytest

from graph.analysis.gap_report import gaps
from graph.analysis.gap_wording import LANGUAGES, WORDS, said
from graph.analysis.gaps import CLOSED, chain_gaps, link_gaps, policy_gaps
from graph.analysis.grading import Ends, grade, wording
from graph.analysis.ground import Ground
from graph.analysis.policy import covered
from graph.facts import read_facts
from graph.projection.build import project
from graph.projection.region import read_layouts
from graph.projection.sources import only
from ontology.errors import QueryError
from tests.unit.graph.analysis.plan_facts import IDS, LAYOUT, OLD, PLAN, REGION, TASKS, entity, plan, tie

ROOT = Path(__file__).parents[4]
BUNDLED = ROOT / "data" / "liaoning"
HYDRAULICS = "Industry:液压"
MAKERS = (
    entity(HYDRAULICS, PLAN, OLD), entity("Zone:阜新高新区", PLAN, OLD),
    tie("Zone:阜新高新区", "LOCATED_IN", IDS["阜新"], 700, PLAN, OLD),
    tie("Zone:阜新高新区", "FOCUSES_ON", HYDRAULICS, 710),
)  # fmt: skip
HELPERS = (
    entity("Alliance:液压产业技术创新战略联盟", OLD), entity("Lab:阜新液压装备工程技术研究中心", OLD),
    tie("Alliance:液压产业技术创新战略联盟", "LOCATED_IN", "Zone:阜新高新区", 720, OLD),
    tie("Lab:阜新液压装备工程技术研究中心", "LOCATED_IN", "Zone:阜新高新区", 730, OLD),
)  # fmt: skip


def test_one_document_makes_a_gap_of_grade_c() -> None:
    (found,) = chain_gaps(Ground(plan(*MAKERS)))

    assert (found.kind, found.field, found.members, found.grade) == ("B1", "液压", ("阜新",), "C")
    assert found.statement().startswith(
        "在已收录的2份文件（截至2023-11）中，未见液压方向的研发机构记载；不等于不存在研发机构"
    )
    assert found.evidence == (f"{PLAN}#710-750",)


def test_older_document_closes_the_gap_and_is_flagged() -> None:
    (found,) = chain_gaps(Ground(plan(*MAKERS, *HELPERS)))

    assert (found.kind, found.field, found.flag()) == (CLOSED, "液压", "2017年证据")
    assert "阜新：阜新液压装备工程技术研究中心" in found.candidates


@pytest.mark.skipif(not BUNDLED.is_dir(), reason="the bundled facts are not here")
def test_hydraulics_of_the_real_documents() -> None:
    facts = read_facts(BUNDLED)
    known = read_layouts(ROOT / "loaders" / "lexicon" / "places.yaml")
    plan_2023 = next(d for d in facts.documents() if d.startswith("000"))

    alone = [g for g in chain_gaps(Ground(project(only(facts, frozenset({plan_2023})), known))) if g.field == "液压"]
    both = [g for g in chain_gaps(Ground(project(facts, known))) if g.field == "液压"]

    assert [(g.kind, g.grade) for g in alone] == [("B1", "C")]
    assert [(g.kind, g.flag()) for g in both] == [(CLOSED, "2017年证据")]


def linked() -> Ground:
    field = "Industry:机器人"
    facts = [entity(field, PLAN, OLD)]
    for name, city in (("甲", "本溪"), ("乙", "鞍山")):
        zone = f"Zone:{name}园"
        facts += [entity(zone, PLAN, OLD), entity(f"Alliance:{name}联盟", PLAN)]
        ties = [
            tie(zone, "LOCATED_IN", IDS[city], 800, PLAN, OLD), tie(zone, "FOCUSES_ON", field, 810, PLAN, OLD),
            tie(f"Alliance:{name}联盟", "BUILT_BY", IDS[city], 820),
            tie(f"Alliance:{name}联盟", "BUILT_BY", IDS["辽阳"], 830),
            tie(f"Alliance:{name}联盟", "FOCUSES_ON", field, 840),
        ]  # fmt: skip
        facts += ties  # type: ignore[arg-type]
    return Ground(plan(*facts))


def test_pair_that_a_source_could_have_named_is_suspected_and_ranked() -> None:
    found = {g.members: g for g in link_gaps(linked())}

    gap = found["鞍山", "本溪"]
    assert (gap.grade, gap.label(), gap.flag()) == ("B", "B 疑似", "不可检验")
    assert gap.score is not None
    assert gap.components["deficit"] is None
    assert "未见鞍山与本溪在机器人方向的合作记载；不等于不存在合作，建议核实" in gap.statement()
    assert not any(word in gap.statement() for word in ("没有", "空白"))


def test_expert_settles_an_absence() -> None:
    sure = frozenset({(IDS["本溪"], IDS["鞍山"], "Industry:机器人")})

    first = link_gaps(linked(), confirmed=sure)[0]

    assert (first.grade, first.label()) == ("A", "A 已核实")
    assert "已经核实" in first.statement()


def test_sharing_a_field_or_a_place_makes_no_tie() -> None:
    ground = linked()

    assert ground.shared("Industry:机器人", IDS["本溪"], IDS["辽阳"])
    assert not ground.shared("Industry:机器人", IDS["本溪"], IDS["鞍山"])
    behind = ground.projection.members[IDS["本溪"]][IDS["鞍山"]]["vehicles"]
    assert behind == ("Cluster:节能环保",)


def test_policies_cover_cells_or_the_whole_area_only() -> None:
    ground = Ground(plan(
        *MAKERS, entity("Policy:阜新市液压产业办法"), tie("Policy:阜新市液压产业办法", "APPLIES_TO", IDS["阜新"], 900),
        entity("Policy:辽阳市液压产业办法"), tie("Policy:辽阳市液压产业办法", "APPLIES_TO", IDS["辽阳"], 910),
        tie("Policy:规划2023", "APPLIES_TO", REGION, 920),
    ))  # fmt: skip
    found, share = policy_gaps(ground)

    assert share == 1
    assert [(g.kind, g.members) for g in found] == [("Pol∧¬M", ("辽阳",))]
    cover = covered(ground)
    assert (IDS["阜新"], HYDRAULICS) in cover.cells
    assert set(cover.wide) == {HYDRAULICS}


def test_policies_of_a_region_around_the_area_cover_it_too() -> None:
    around = [entity("Region:某省"), tie(REGION, "PART_OF", "Region:某省", 930), entity("Policy:某省液压产业办法"),
              tie("Policy:某省液压产业办法", "APPLIES_TO", "Region:某省", 940)]  # fmt: skip

    found, _ = policy_gaps(Ground(plan(*MAKERS, *around)))

    assert [(g.members, g.flag()) for g in found] == [(("阜新",), "仅有全域政策")]
    assert policy_gaps(Ground(plan(*MAKERS)))[0][0].flag() == ""


def test_capability_without_a_policy_of_its_own_is_flagged() -> None:
    found, share = policy_gaps(Ground(plan(*MAKERS, tie("Policy:规划2023", "APPLIES_TO", REGION, 920))))

    assert share == F(0)
    assert [(g.kind, g.members, g.flag()) for g in found] == [("M∧¬Pol", ("阜新",), "仅有全域政策")]


def test_grades_need_two_sources_at_both_ends_and_one_that_could_have_told() -> None:
    two, one = frozenset("ab"), frozenset("a")

    assert grade(Ends(two, two, one)) == "B"
    assert grade(Ends(two, one, one)) == "C"
    assert grade(Ends(two, two, frozenset())) == "C"
    assert grade(Ends(one, one, frozenset()), confirmed=True) == "A"


def test_wording_is_prescribed() -> None:
    found = wording(said("link", first="A", second="B", field="i"), said("absent.link"), 5, "2023-11")

    assert found.tell("zh") == (
        "在已收录的5份文件（截至2023-11）中，未见A与B在i方向的合作记载；不等于不存在合作，建议核实。"
    )
    assert found.tell("en") == (
        "In the 5 documents held (up to 2023-11) no record was found of cooperation between A and B in i; this does "
        "not mean that there is none. Worth checking."
    )
    with pytest.raises(QueryError, match="language fr: unknown"):
        found.tell("fr")


def test_report_has_the_gauge_beside_every_list() -> None:
    answer, told = (gaps(plan(*MAKERS), which="chain", language=language) for language in ("en", "zh"))

    assert list(answer.tables) == ["chain", "gauge"]
    assert any("3120 tables enumerated; smallest attainable p 0.1346" in note for note in answer.notes)
    assert any("0 of 28 pairs" in note for note in answer.notes)
    assert len(told.notes) == len(answer.notes)
    assert any("穷举3120张表；可达到的最小p为0.1346；28对中0对可检验" in note for note in told.notes)
    assert all(re.search("[一-鿿]", note) for note in told.notes), "all of it in the language asked for"
    assert not any(re.search("[一-鿿]", note) for note in answer.notes)
    assert list(gaps(plan()).tables) == ["link", "chain", "policy", "gauge", "pairs", "bridges"]
    with pytest.raises(QueryError, match="list nothing: unknown"):
        gaps(plan(), which="nothing")
    assert LAYOUT.pole == "沈阳市"


def test_measure_that_names_a_member_covers_its_capability() -> None:
    aim = tie("Zone:阜新高新区", "FOCUSES_ON", HYDRAULICS, 960, section=TASKS)

    found, share = policy_gaps(Ground(plan(*MAKERS, aim)))

    assert (found, share) == ([], 1)


def test_measure_for_something_close_counts_half_and_is_named() -> None:
    wide = entity("Industry:装备制造", PLAN)
    aim = tie("Zone:阜新高新区", "FOCUSES_ON", "Industry:装备制造", 960, section=TASKS)

    found, share = policy_gaps(Ground(plan(*MAKERS, wide, aim)))
    gap = next(g for g in found if g.kind == "M∧¬Pol")

    assert (gap.field, gap.flag(), gap.components["need"], gap.between) == (
        "液压",
        "仅有相近方向政策",
        0.5,
        ("装备制造",),
    )
    assert "未见点名阜新液压方向的政策措施记载；不等于不存在政策" in gap.statement()
    assert f"{PLAN}#960-1000" in gap.evidence
    assert share == 0


def test_measure_without_anything_that_stands() -> None:
    field = "Industry:激光"
    aim = tie("Zone:阜新高新区", "FOCUSES_ON", field, 960, section=TASKS)

    found, _ = policy_gaps(Ground(plan(*MAKERS, entity(field), aim)))

    assert [(g.kind, g.field) for g in found] == [("M∧¬Pol", "液压"), ("Pol∧¬M", "激光")]
    assert "现有载体记载（仅有规划）" in found[1].statement()


def test_least_covered_capabilities_come_first() -> None:
    fields = ("钢铁", "激光", "石化")
    told = [tie("Zone:阜新高新区", "FOCUSES_ON", f"Industry:{f}", 960 + 50 * n) for n, f in enumerate(fields)]
    law = [entity("Policy:石化产业办法"), tie("Policy:石化产业办法", "APPLIES_TO", REGION, 1500)]

    found, _ = policy_gaps(Ground(plan(*MAKERS, *(entity(f"Industry:{f}") for f in fields), *told, *law)))

    assert [(g.field, g.components["need"]) for g in found][-1] == ("石化", 0.5)
    assert {g.components["need"] for g in found[:-1]} == {1.0}


def test_disciplines_are_no_chains() -> None:
    section = "三、任务 / 专栏7各市高校院所及重点学科情况"
    taught = tie(IDS["鞍山"], "FOCUSES_ON", "Industry:应用化学", 960, section=section)

    assert chain_gaps(Ground(plan(entity("Industry:应用化学"), taught))) == []


def test_body_of_unknown_place_is_named_as_a_doubt() -> None:
    (found,) = chain_gaps(Ground(plan(*MAKERS, entity("Lab:东方液压重点实验室"))))

    assert "所在地不详的机构未计入（东方液压重点实验室）" in found.doubt()


def test_points_that_make_a_field_are_judged_by_other_carriers_than_what_they_share() -> None:
    made, focus = "Industry:农产品", [tie("Cluster:农产品", "FOCUSES_ON", "Industry:农产品", 950)]
    zone = [entity("Zone:铁岭园"), tie("Zone:铁岭园", "LOCATED_IN", IDS["铁岭"], 960)]
    ground = Ground(plan(entity(made), *focus, *zone, tie("Zone:铁岭园", "FOCUSES_ON", made, 970)))

    assert ground.makers(made) == {IDS["铁岭"]}
    assert ground.carriers(IDS["鞍山"], made, "P")
    assert ground.shared_now(made, IDS["铁岭"], IDS["沈阳"])


def test_report_is_said_in_english_on_request() -> None:
    answer = gaps(plan(*MAKERS), language="en")

    (row,) = answer.tables["chain"].dicts()
    assert row["grade"] == "C too little material"
    assert row["statement"].startswith("In the 2 documents held (up to 2023-11) no record was found of research")
    assert row["why_this_could_be_wrong"].endswith("of reporting it")
    told = f"{row['statement']}{row['why_this_could_be_wrong']}"
    assert not re.search("[一-鿿]", told.replace("液压", ""))
    assert {row["remark"] for row in answer.tables["pairs"].dicts()} == {"cannot be tested"}


@pytest.mark.parametrize("key", WORDS)
def test_every_text_has_both_languages_with_the_same_values(key: str) -> None:
    chinese, english = WORDS[key]

    assert re.search("[一-鿿、；]", chinese)
    assert not re.search("[一-鿿、；]", english)
    assert english
    assert set(re.findall(r"{(\w+)}", chinese)) == set(re.findall(r"{(\w+)}", english))
    assert len(WORDS[key]) == len(LANGUAGES)


def test_absence_is_never_stated_below_grade_a() -> None:
    for name in ("open", "link", "B1", "B2", "B3", "B4", "policy", "carrier", "closed"):
        assert not any(word in WORDS[name][0] for word in ("没有", "空白"))


def test_partners_stand_in_the_order_of_the_layout() -> None:
    field = "Industry:机器人"
    zone = [
        entity("Zone:甲园"),
        tie("Zone:甲园", "LOCATED_IN", IDS["阜新"], 800),
        tie("Zone:甲园", "FOCUSES_ON", field, 805),
    ]
    labs = [
        fact
        for number, city in enumerate(("铁岭", "鞍山", "沈阳", "本溪"))
        for fact in (
            entity(f"Lab:{city}室"), tie(f"Lab:{city}室", "LOCATED_IN", IDS[city], 810 + 20 * number),
            tie(f"Lab:{city}室", "FOCUSES_ON", field, 815 + 20 * number),
        )
    ]  # fmt: skip
    ground = Ground(plan(entity(field), *zone, *labs))

    gap = next(g for g in chain_gaps(ground) if g.kind == "B2")
    assert list(gap.partners) == [
        ground.area.short(m) for m in ground.area.members if ground.area.short(m) in gap.partners
    ]
    assert len(gap.partners) == 4


def test_research_of_a_broad_field_is_no_break_where_a_narrower_one_is_made() -> None:
    wide = (entity("Industry:化工"), entity("Lab:鞍山化工重点实验室"))
    made = (entity("Industry:精细化工"), entity("Zone:园"), tie("Zone:园", "LOCATED_IN", IDS["抚顺"], 960),
            tie("Zone:园", "FOCUSES_ON", "Industry:精细化工", 970))  # fmt: skip

    assert ("化工", "B3") in {(g.field, g.kind) for g in chain_gaps(Ground(plan(*wide)))}
    assert ("化工", "B3") not in {(g.field, g.kind) for g in chain_gaps(Ground(plan(*wide, *made)))}


def test_stated_facts_alone_leave_no_suspicion_of_a_broken_chain() -> None:
    found = chain_gaps(Ground(plan(*MAKERS, stated_only=True)))

    assert {g.grade for g in found} == {"C"}
    assert all("仅由名称表明方向" in g.doubt() for g in found)
