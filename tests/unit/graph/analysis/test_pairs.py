from __future__ import annotations

import pytest

from graph.analysis.bridges import bridge_rows
from graph.analysis.capabilities import capability_rows
from graph.analysis.ground import Ground
from graph.analysis.pairs import pair_rows
from graph.projection.build import project
from tests.unit.graph.analysis.plan_facts import IDS, LAYOUT, PLAN, entity, plan, plan_facts, tie

FIELD = "Industry:机器人"


def test_each_pair_stands_beside_its_nulls() -> None:
    rows = {frozenset((row["first"], row["second"])): row for row in pair_rows(Ground(plan())).dicts()}
    pair = rows[frozenset(("沈阳", "鞍山"))]

    assert len(rows) == 28
    assert (pair["observed"], pair["expected"], pair["p_at_most"]) == (1, 1.5231, pytest.approx(31 / 65, abs=1e-4))
    assert (pair["expected_sizeless"], pair["p_sizeless"]) == (1.6, 0.4)
    assert (pair["remark"], pair["p_adjusted"]) == ("不可检验", None)
    assert sum(row["gravity"] for row in rows.values()) == pytest.approx(7, abs=0.01)
    assert pair["evidence"] == [f"{PLAN}#500-540"]


def test_pairs_that_can_be_tested_are_adjusted_for_their_number() -> None:
    extra = [tie(f"Cluster:圈{i}", "BUILT_BY", IDS[m], 3000 + i * 100) for i in range(16)
             for m in (("沈阳", "鞍山") if i % 2 else ("本溪", "抚顺"))]  # fmt: skip
    ground = Ground(plan(*(entity(f"Cluster:圈{i}") for i in range(16)), *extra))

    able = [row for row in pair_rows(ground).dicts() if not row["remark"]]

    assert able
    assert all(row["p_adjusted"] >= row["p_at_most"] for row in able)
    assert able[0]["p_at_most"] <= 0.05


def test_no_vehicles_no_pairs() -> None:
    empty = project(plan_facts(), [LAYOUT], as_of="2019")

    assert pair_rows(Ground(empty)).rows == ()


def chained() -> Ground:
    """Two makers in two cities, each tied to one broker, none to the other."""
    facts = [entity(FIELD), *(entity(f"Company:{n}") for n in "甲乙"), entity("University:丙")]
    places = [("甲", "本溪"), ("乙", "鞍山")]
    facts += [tie(f"Company:{n}", "LOCATED_IN", IDS[c], 700 + i * 100) for i, (n, c) in enumerate(places)]  # type: ignore[misc]
    facts += [tie(f"Company:{n}", "FOCUSES_ON", FIELD, 720 + i * 100) for i, (n, _) in enumerate(places)]  # type: ignore[misc]
    facts += [tie("University:丙", "LOCATED_IN", IDS["沈阳"], 950)]  # type: ignore[list-item]
    facts += [tie(f"Company:{n}", "COLLABORATES_WITH", "University:丙", 3000 + i * 100) for i, n in enumerate("甲乙")]  # type: ignore[misc]
    return Ground(plan(*facts))


def test_open_pair_names_gain_broker_and_who_stands_between() -> None:
    rows, notes = bridge_rows(chained(), 10)
    (found,) = [row for row in rows.dicts() if {row["first"], row["second"]} == {"甲", "乙"}]

    assert found["gain"] == pytest.approx(2 - 2 * 1.125, abs=1e-4), "a triangle constrains its ends more"
    assert (found["loses"], found["loss"]) == ("丙", pytest.approx(1.125 - 0.5, abs=1e-4))
    assert found["resource_allocation"] == 0.5
    assert found["between"] == ["丙"]
    assert found["fields"] == "机器人"
    assert found["chance_of_tie"] + found["p_untied"] == pytest.approx(1)
    assert found["p_adjusted"] >= found["p_untied"]
    assert found["evidence"] == [f"{PLAN}#720-760", f"{PLAN}#820-860"]
    assert any("尚无联系的机构共" in note for note in notes)


def test_search_by_bound_finds_the_greatest_gains(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = [entity(FIELD), *(entity(f"Company:{n}") for n in "甲乙丙丁戊己庚辛")]
    for i, n in enumerate("甲乙丙丁戊己庚辛"):
        facts += [tie(f"Company:{n}", "LOCATED_IN", IDS[("本溪", "鞍山", "沈阳")[i % 3]], 700 + i * 100)]
        facts += [tie(f"Company:{n}", "FOCUSES_ON", FIELD, 720 + i * 100)]
    ties = ("甲乙", "乙丙", "丙丁", "丁甲", "戊甲", "己甲", "己乙", "庚丁", "辛庚")
    facts += [
        tie(f"Company:{min(a, b)}", "COLLABORATES_WITH", f"Company:{max(a, b)}", 3000 + i * 100)
        for i, (a, b) in enumerate(ties)
    ]
    ground = Ground(plan(*facts))
    every = [row["gain"] for row in bridge_rows(ground, 50)[0].dicts() if row["gain"] is not None]
    monkeypatch.setattr("graph.analysis.bridges.MOST_PAIRS", 1)
    for top in (1, 3, 5, len(every)):
        found, notes = bridge_rows(ground, top, "en")
        assert [row["gain"] for row in found.dicts()] == every[:top]
        assert notes[0].startswith("bridges: more than 1 open pairs"), notes
    monkeypatch.setattr("graph.analysis.bridges.MOST_LOOKED", 2)
    assert "看过2对后停止" in bridge_rows(ground, 3)[1][0]


def test_organisations_of_one_city_or_of_no_common_field_are_no_open_pair() -> None:
    rows, _ = bridge_rows(Ground(plan()), 10)

    assert not {("沈阳市", "沈阳市")} & {(r["first_place"], r["second_place"]) for r in rows.dicts()}


def test_capabilities_tell_stage_presence_advantage_and_density() -> None:
    zones = [entity(f"Zone:园{i}") for i in range(6)]
    ties = [tie(f"Zone:园{i}", "LOCATED_IN", IDS["鞍山" if i < 5 else "本溪"], 1000 + i * 100) for i in range(6)]
    ties += [tie(f"Zone:园{i}", "FOCUSES_ON", FIELD, 1010 + i * 100) for i in range(6)]
    other = [entity("Industry:激光"), entity("Lab:鞍山激光实验室")]
    found = {
        (row["member"], row["field"]): row
        for row in capability_rows(plan(entity(FIELD), *zones, *ties, *other), 50).dicts()
    }

    robots, laser = found["鞍山", "机器人"], found["鞍山", "激光"]
    assert (robots["research"], robots["production"], robots["present"], robots["because"]) == (0, 5, "1", "official")
    assert robots["rca"] == pytest.approx((5 / 6) / (6 / 7), abs=1e-4)
    assert (laser["research"], laser["present"], laser["families"]) == (1, "0", 1)
    assert found["本溪", "机器人"]["rca"] is None, "one carrier is too few"
    assert len(robots["evidence"]) == 5
