from __future__ import annotations

from fractions import Fraction as F

import networkx as nx
import pytest

from graph.analysis import whatif
from graph.analysis.polecore import layout
from graph.analysis.reports import change
from graph.analysis.scenario import apply
from graph.projection.build import Projection
from ontology.errors import QueryError
from tests.unit.graph.analysis.plan_facts import IDS, entity, plan, tie


def metrics(projection: object) -> dict[str, F | None]:
    return layout(projection.members, projection.area.pole).numbers()  # type: ignore[attr-defined]


def test_new_vehicle_of_two_points() -> None:
    before = plan()
    found = {
        c.metric: (c.before, c.after) for c in whatif.compare(before, whatif.add_vehicle(before, ["辽阳", "鞍山"]))
    }

    assert found["pole_tie_share"] == (F(4, 7), F(1, 2))
    assert found["hub_and_spoke"] == (F(3, 7), F(1, 3))
    assert found["supporting_points"] == (5, F(36, 7))
    assert found["removal_loss"] == (F(7, 34), 0)
    assert found["dependency 辽阳"] == (1, F(1, 2))
    assert found["freeman"] == (F(1, 3), F(10, 21)), "binary centralisation rises: another point becomes the top"


def test_removed_vehicle() -> None:
    found = metrics(whatif.remove_vehicle(plan(), "农产品"))

    assert (found["pole_tie_share"], found["supporting_points"]) == (F(3, 5), F(49, 11))


def test_adding_and_removing_restores_everything() -> None:
    before = plan()
    added = whatif.add_vehicle(before, ["辽阳", "鞍山"])
    name = next(v.id for v in added.vehicles if v.id.startswith("whatif:"))

    assert whatif.numbers(whatif.remove_vehicle(added, name)) == whatif.numbers(before)
    joined = whatif.add_member(before, "航空", "鞍山")
    assert metrics(joined) != metrics(before)
    assert metrics(whatif.remove_member(joined, "航空", "鞍山")) == metrics(before)


def test_what_is_not_there_cannot_be_removed() -> None:
    with pytest.raises(QueryError, match="不存在: names no vehicles of layer existing"):
        whatif.remove_vehicle(plan(), "不存在")
    with pytest.raises(QueryError, match="鞍山 takes no part in 航空"):
        whatif.remove_member(plan(), "航空", "鞍山")
    with pytest.raises(QueryError, match="辽阳 takes part in 航空 already"):
        whatif.add_member(plan(), "航空", "辽阳")
    with pytest.raises(QueryError, match="大连: no member"):
        whatif.add_vehicle(plan(), ["大连", "鞍山"])
    with pytest.raises(QueryError, match="two members"):
        whatif.add_vehicle(plan(), ["鞍山"])
    with pytest.raises(QueryError, match="no industry"):
        whatif.add_vehicle(plan(), ["鞍山", "辽阳"], "飞碟")


def test_member_may_leave_the_area_but_not_the_pole() -> None:
    found = whatif.remove_node(plan(), "沈抚示范区")

    assert len(found.area.members) == 7
    assert metrics(found)["pole_tie_share"] == F(4, 7)
    assert metrics(whatif.remove_node(plan(), "辽阳"))["pole_tie_share"] == F(1, 2)
    with pytest.raises(QueryError, match="is the pole"):
        whatif.remove_node(plan(), "沈阳")


def test_kite_without_its_bridge_falls_apart() -> None:
    kite = nx.krackhardt_kite_graph()
    kite.remove_edge(7, 8)

    assert nx.number_connected_components(kite) == 2
    with pytest.raises(nx.NetworkXError):
        kite.remove_edge(7, 8)


def test_changes_are_read_as_people_write_them() -> None:
    found = apply(
        plan(), [("remove", "农产品"), ("add", "辽阳，鞍山"), ("join", "航空=鞍山"), ("leave", "节能环保=抚顺")]
    )

    assert {v.name for v in found.vehicles} == {"农业带", "航空", "生物医药", "节能环保", "假设：辽阳、鞍山"}
    with pytest.raises(QueryError, match="write VEHICLE=MEMBER"):
        apply(plan(), [("join", "航空")])
    with pytest.raises(QueryError, match="no such change"):
        apply(plan(), [("paint", "x")])


def test_report_says_that_it_is_arithmetic() -> None:
    before = plan()
    answer = change(before, whatif.add_vehicle(before, ["辽阳", "鞍山"]), ["add 辽阳,鞍山"])

    assert answer.reading["zh"].startswith("若其他合作不变，指标变化为")
    row = next(r for r in answer.tables["changes"].dicts() if r["metric"] == "pole_tie_share")
    assert (row["exact_before"], row["exact_after"], row["difference"]) == ("4/7", "1/2", -0.0714)
    assert row["range_before"] == "0.5–0.8"


def test_place_may_join_the_area_and_leave_it_again() -> None:
    before = plan(entity("City:大连市"), tie("Cluster:航空", "BUILT_BY", "City:大连市", 300))

    wider = whatif.add_node(before, "大连")

    assert len(wider.area.members) == 9
    assert polecore_share(wider) != polecore_share(before)
    assert metrics(whatif.remove_node(wider, "大连市")) == metrics(before)
    with pytest.raises(QueryError, match="is a member"):
        whatif.add_node(before, "鞍山")
    with pytest.raises(QueryError, match="names no cities"):
        whatif.add_node(before, "远方")


def polecore_share(projection: Projection) -> F | None:
    return metrics(projection)["point_density"]


def test_organisation_may_leave_all_vehicles() -> None:
    before = plan(entity("University:甲大学"), tie("University:甲大学", "LOCATED_IN", IDS["鞍山"], 700),
                  tie("Cluster:航空", "BUILT_BY", "University:甲大学", 300))  # fmt: skip

    after = whatif.remove_node(before, "甲大学")

    assert metrics(after) == metrics(plan())
    assert metrics(before) != metrics(after)
    with pytest.raises(QueryError, match="neither a member"):
        whatif.remove_node(before, "乙大学")


def test_report_shows_moved_nodes_and_gaps_of_both_lists() -> None:
    before = plan()
    answer = change(before, whatif.add_vehicle(before, ["辽阳", "鞍山"]), ["add 辽阳,鞍山"], top=500)
    moved = {(r["network"], r["name"], r["measure"]): r for r in answer.tables["centrality"].dicts()}

    row = moved["members", "辽阳市", "strength"]
    assert (row["before"], row["after"], row["difference"], row["rank_before"]) == (1, 2, 1, "5–7")
    assert ("members", "铁岭市", "strength") not in moved
    assert any(measure == "liaison" for _, _, measure in moved)
    assert answer.tables["closed"].columns[:3] == ("link_gap", "field", "members")
    assert change(before, before, ["nothing"]).tables["centrality"].rows == ()
