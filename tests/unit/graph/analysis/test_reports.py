from __future__ import annotations

import json
from dataclasses import replace

import pytest
from rich.cells import cell_len

from graph.analysis import centrality_report, gap_report, large, layout_report, reports
from graph.analysis.answer import Answer, span
from graph.analysis.gap_wording import said
from graph.analysis.gaps import CLOSED, Gap
from graph.analysis.polecore import layout as measure
from graph.analysis.reading import kind_of, read
from graph.analysis.targets import differing, in_base, indicator_key, newest, progress
from graph.facts import Figure
from graph.presentation import Format
from graph.projection.build import project
from graph.store import Rows
from ontology.errors import QueryError
from tests.unit.graph.analysis.known_networks import FIX, POLE, weighted
from tests.unit.graph.analysis.plan_facts import (
    IDS,
    LAYOUT,
    PLAN,
    REGION,
    entity,
    evidence,
    plan,
    plan_facts,
    tie,
)
from views.parts.indicator import latest


def test_layout_carries_value_null_range_and_evidence() -> None:
    answer = reports.layout(plan())
    metrics = {row["metric"]: row for row in answer.tables["metrics"].dicts()}

    share, lead = metrics["pole_tie_share"], metrics["hub_and_spoke"]
    assert (share["value"], share["exact"], share["leave_one_out"]) == (0.5714, "4/7", "0.5–0.8")
    assert "gravity by 高新技术企业: 0.8749 (β=½: 0.6088)" in share["null"]
    assert "= 0.0469 (3/64)" in lead["null"]
    assert f"{PLAN}#100-140" in share["evidence"]
    assert answer.projection["pole"] == IDS["沈阳"]
    remarks = {row["point"]: row["remark"] for row in answer.tables["points"].dicts()}
    assert [p for p, remark in remarks.items() if remark] == ["沈抚示范区"]
    assert answer.tables["core"].dicts()[0]["best_core"] == "沈阳"


def test_layout_shows_why_the_weaker_nulls_are_weaker() -> None:
    (lead,) = [r for r in reports.layout(plan()).tables["metrics"].dicts() if r["metric"] == "hub_and_spoke"]

    assert "shuffled pairs 0.0087, too small" in lead["null"]
    assert "shuffled labels 1/8, never below 1/8" in lead["null"]


def test_gravity_takes_the_exact_value_of_the_newest_year() -> None:
    pole, other = IDS["沈阳"], IDS["鞍山"]
    told = [
        Figure(pole, "高新技术企业数", 4200, "家", (evidence(1),), year=2023, bound="min"),
        Figure(pole, "高新技术企业数", 4207, "家", (evidence(2),), year=2023),
        Figure(other, "高新技术企业", 1, "家", (evidence(3),), year=2010),
    ]

    assert layout_report.masses(plan(*told), "高新技术企业")[pole] == 4207
    assert layout_report.masses(plan(*told), "高新技术企业")[other] == 588
    assert any("gravity null left out" in note for note in reports.layout(plan(), indicator="论文").notes)


def test_governance_is_not_read_as_a_layout() -> None:
    everyone = [tie("Alliance:联席会议", "BUILT_BY", i, 800) for i in IDS.values()]

    answer = reports.layout(plan(entity("Alliance:联席会议"), *everyone, layer="governance"))

    assert answer.reading["zh"].startswith("治理层：1个机制或平台")
    assert "Governance: 1 arrangement covering all members" in answer.reading["en"]


def test_reading_says_when_one_source_names_everything() -> None:
    reading = reports.layout(plan()).reading

    assert "全部载体只见于其中一个来源" in reading["caveat_zh"]
    assert "in 2 sources" in reading["caveat_en"]


def test_roles_carry_z_and_the_share_of_shufflings() -> None:
    answer = reports.centrality(plan(), network="members")

    (pole,) = [r for r in answer.tables["brokerage"].dicts() if r["name"] == "沈阳市"]
    assert 0 < pole["p_liaison"] <= 1
    assert pole["liaison"] > 0
    assert pole["evidence"]


def test_csv_says_what_made_it() -> None:
    text = reports.centrality(plan(), measure="strength", top=1).write(Format.CSV)

    header, row = text.splitlines()
    assert header.endswith(",made_by")
    for part in ("measure=strength", "seed=0", "layer existing", f"{PLAN} 2023-11", "2 source families"):
        assert part in row


def test_documents_without_a_date_are_told() -> None:
    undated = tie("Cluster:航空", "BUILT_BY", IDS["辽阳"], 300, PLAN, "无日期.txt")
    facts = plan_facts([undated])

    whole, early = project(facts, [LAYOUT]), project(facts, [LAYOUT], as_of="2023-11")

    assert any("1 of 3 documents carry no date (无日期.txt)" in note for note in reports.layout(whole).notes)
    assert any("1 without a known date are left out (无日期.txt)" in note for note in reports.layout(early).notes)
    assert any(
        "1份日期不详的" in n or "有1份日期不详（无日期.txt）" in n for n in reports.layout(whole, language="zh").notes
    )
    rows = reports.over_time(lambda day: project(facts, [LAYOUT], as_of=day), ["2019", "2023-11"], whole).dicts()
    assert [(r["as_of"], r["documents"], r["left_out_undated"]) for r in rows] == [
        ("2019", 1, 1), ("2023-11", 2, 1), ("all", 3, 0),
    ]  # fmt: skip
    dated = project(facts, [LAYOUT], as_of="2023-11", dated=["无日期=2016-05"])
    assert (dated.undated, len(dated.family)) == ((), 3)
    assert any("dated by hand: 无日期.txt 2016-05" in note for note in reports.layout(dated).notes)


def test_layout_is_read_in_two_languages_with_a_caveat() -> None:
    reading = reports.layout(plan()).reading

    assert reading["zh"].startswith("极核引领、多点支撑")
    assert "未记载不等于不存在" in reading["caveat_zh"]
    assert "may still exist" in reading["caveat_en"]


def test_kinds_of_layout() -> None:
    star = {f"v{m}": frozenset({POLE, m}) for m in ("鞍山", "抚顺", "本溪", "阜新", "辽阳", "铁岭", "沈抚")}
    ring = {"a": frozenset({"鞍山", "抚顺", "本溪", "阜新", "辽阳", "铁岭", "沈抚"}), "b": frozenset({"鞍山", "抚顺"}),
            "c": frozenset({"沈抚", "铁岭"})}  # fmt: skip

    assert kind_of(measure(weighted(FIX), POLE), 7) == "pole-core"
    assert kind_of(measure(weighted(star), POLE), 7) == "dependent"
    assert kind_of(measure(weighted(ring), POLE), 7) == "no pole"
    assert kind_of(measure(weighted({}), POLE), 7) == "loose"
    found = measure(weighted(FIX), POLE)
    lead = found.hub_and_spoke
    assert lead is not None
    assert "结论就会改变" in read(found, 7, vehicles=5, families=1, lead=(-lead, lead)).caveat_zh


@pytest.mark.parametrize("network", reports.NETWORKS)
def test_centrality_ranks_with_interval_and_shared_places(network: str) -> None:
    answer = reports.centrality(plan(), measure="strength", network=network)
    rows = answer.tables["centrality"].dicts()

    assert (rows[0]["rank"], rows[0]["name"], rows[0]["strength"]) == ("1", "沈阳市", 4)
    assert [row["rank"] for row in rows if row["strength"] == 2] == ["3–4", "3–4"]
    assert rows[0]["leave_one_out"] == "3–4"
    assert rows[0]["evidence"]


def test_unknown_measure_and_network_are_refused() -> None:
    with pytest.raises(QueryError, match="measure fame"):
        reports.centrality(plan(), measure="fame")
    with pytest.raises(QueryError, match="network web"):
        reports.centrality(plan(), network="web")


def test_large_networks_say_what_was_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(centrality_report, "RESAMPLED_NODES", 3)
    monkeypatch.setattr(large, "EXACT_NODES", 3)
    monkeypatch.setattr(large, "EXACT_WORK", 0)

    answer = reports.centrality(plan())

    assert any("not drawn again" in note for note in answer.notes)
    assert answer.tables["centrality"].dicts()[0]["name"] == "沈阳市"


def test_draws_that_would_take_too_long_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(centrality_report, "RESAMPLED_WORK", 10)

    answer = reports.centrality(plan())

    assert any("try --measure strength" in note for note in answer.notes)
    assert any("no vehicle was left out" in note for note in answer.notes)
    assert answer.tables["centrality"].dicts()[0]["rank_90"] == ""


def test_answers_are_written_three_ways() -> None:
    answer = reports.layout(plan())

    assert "[metrics]" in answer.write(Format.TABLE)
    assert "evidence" not in answer.write(Format.TABLE, "metrics").splitlines()[3]
    assert answer.write(Format.CSV).startswith("metric,value,exact")
    assert json.loads(answer.write(Format.JSON, "core"))["tables"].keys() == {"core"}
    with pytest.raises(QueryError, match="no such table"):
        answer.write(Format.CSV, "nothing")
    assert isinstance(answer, Answer)
    assert span(None, None) == ""


def test_same_measures_over_time() -> None:
    facts = plan_facts()

    rows = reports.over_time(lambda date: project(facts, [LAYOUT], as_of=date), ["2023-11"]).dicts()

    assert [(r["as_of"], r["vehicles"], r["pole_tie_share"]) for r in rows] == [("2023-11", 5, 0.5714)]


def test_targets_stand_beside_what_is_reached() -> None:
    target = Figure(REGION, "高新技术企业数", 9000, "家", (evidence(1),), year=2027, kind="target", bound="min")
    reached = Figure(REGION, "高新技术企业", 5807, "家", (evidence(2),), year=2022)
    old = Figure(REGION, "高新技术企业", 5000, "家", (evidence(3),), year=2021)

    (found,) = [p for p in progress(plan_facts([target, reached, old])) if p.entity == REGION]

    assert (found.value, found.target, found.value_year, found.target_year) == (5807, 9000, 2022, 2027)
    assert found.share == pytest.approx(5807 / 9000)
    assert found.yearly == pytest.approx((9000 / 5807) ** 0.2 - 1)
    assert indicator_key("专利数量") == "专利"
    assert indicator_key("各级各类科技创新平台数") == indicator_key("科技创新平台数") == "科技创新平台"


def test_units_and_names_of_a_value_and_its_target_are_brought_together() -> None:
    target = Figure(REGION, "国家高新技术企业数", 2, "万家", (evidence(1),), year=2027, kind="target")
    reached = Figure(REGION, "高新技术企业", 15000, "个", (evidence(2),), year=2022)
    done = Figure(IDS["鞍山"], "技术合同成交额", 5, "亿元", (evidence(3),), year=2023)
    goal = Figure(IDS["鞍山"], "技术市场合同成交额", 40000, "万元", (evidence(4),), year=2025, kind="target")

    found = {p.entity: p for p in progress(plan_facts([target, reached, done, goal]))}

    assert (found[REGION].value, found[REGION].target, found[REGION].unit, found[REGION].doubt) == (
        15000,
        20000,
        "家",
        "",
    )
    assert (found[IDS["鞍山"]].target, found[IDS["鞍山"]].unit) == (4, "亿元")
    assert "目标为增量" in found[IDS["鞍山"]].doubt
    assert in_base(3, "") == (3, "")


def test_value_much_older_than_its_target_gives_no_share() -> None:
    target = Figure(REGION, "高新技术企业数", 2000, "家", (evidence(1),), year=2021, kind="target")
    at_start = Figure(REGION, "高新技术企业", 1700, "家", (evidence(2),), year=2016)
    too_old = Figure(REGION, "高新技术企业", 1539, "家", (evidence(3),), year=2015)

    (fresh,) = [p for p in progress(plan_facts([target, at_start])) if p.entity == REGION]
    (stale,) = [p for p in progress(plan_facts([target, too_old])) if p.entity == REGION]

    assert (fresh.older, fresh.share, fresh.doubt) == (5, 0.85, "")
    assert (stale.older, stale.share) == (6, None)
    assert stale.doubt == "现状比目标年早6年，不计完成度"


def test_newest_value_is_one_choice_and_tells_what_differs() -> None:
    here = IDS["鞍山"]
    low = Figure(here, "高新技术企业数", 4200, "家", (evidence(1),), year=2022)
    high = Figure(here, "高新技术企业数", 4207, "家", (evidence(2),), year=2022)
    old = Figure(here, "高新技术企业数", 9000, "家", (evidence(3),), year=2020)
    goal = Figure(here, "高新技术企业数", 9999, "家", (evidence(3),), year=2027, kind="target")

    assert newest([low, high, old, goal]) == newest([goal, old, high, low]) == latest([low, high, old], high.indicator)
    assert newest([goal]) is None
    assert differing(high, [low, high, old, goal]) == [low]
    assert differing(old, [low, high, old, goal]) == []


def test_values_without_a_year_differ_only_within_a_document() -> None:
    here = IDS["鞍山"]
    one = Figure(here, "专利数", 1, "件", (evidence(1),))
    same = Figure(here, "专利数", 2, "件", (evidence(2),))
    other = Figure(here, "专利数", 3, "件", (replace(evidence(3), document="another.txt"),))

    assert differing(one, [one, same, other]) == [same]


def test_chains_that_only_older_documents_close_are_no_gaps_in_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    found = gap_report.chain_gaps
    closed = Gap("chain", CLOSED, "某产业", (), (), "—", said("doubt.old"))
    monkeypatch.setattr(gap_report, "chain_gaps", lambda *given, **more: [*found(*given, **more), closed])

    answer = gap_report.gaps(plan(), which="chain", top=400, language="en")

    number = len(answer.tables["chain"].rows)
    told = f"chain: {number} items ({number - 1} gaps; closed by older documents only, no gaps: 1), {number} shown"
    assert told in answer.notes


def test_terminal_gets_what_fits_and_is_told_the_rest() -> None:
    names = ("kind", "field", "members", "partners", "candidates", "statement", "none")
    rows = Rows(names, (("B1", "某业", "甲", "乙", ["甲院", "乙院"], "很长的话" * 30, None),))
    answer = Answer("t", {}, {"region": "Region:甲", "region_name": "甲都市圈"}, {"chain": rows})

    narrow, wide = answer.write(Format.TABLE, width=60), answer.write(Format.TABLE)

    assert "甲院 +1" in narrow
    assert "很长的话" not in narrow
    assert "too wide for this terminal: statement; --format json or csv has them" in narrow
    assert "none" not in narrow
    assert max(map(cell_len, narrow.splitlines()[2:])) <= 80
    assert "乙院" in wide
    assert "很长的话" * 30 in wide
    assert "乙院" in answer.write(Format.CSV, width=60)
    assert "region 甲都市圈" in narrow
