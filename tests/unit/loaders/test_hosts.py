"""Where things stand whose names hold a place amid other words."""

from __future__ import annotations

import pytest

from loaders.hosts import amid, bracketed, surfaced, twin_hosts
from loaders.lexicon import load_lexicon
from loaders.mention import Mention
from tests.unit.loaders.reading import facts_of, mentions_in


def _mention(label: str, name: str, surface: str = "") -> Mention:
    return Mention(0, len(surface or name), label, name, surface or name, "ending", 0.9)


@pytest.mark.parametrize(
    ("name", "home", "hosts"),
    [
        ("喀什—深圳产业园", "", ["喀什地区"]),
        ("龙岩—广州产业合作园", "广东省", ["广州市"]),
        ("天津滨海—中关村科技园", "", ["天津市"]),
        ("南京江宁—马鞍山博望新型功能区", "", ["江宁区", "博望区"]),
        ("苏州工业园区", "", []),
    ],
)
def test_twin_zones_stand_in_the_first_place_at_home_or_on_both_sides(name: str, home: str, hosts: list[str]) -> None:
    found = twin_hosts(_mention("Zone", name), load_lexicon(), frozenset({home} if home else ()))
    assert [e.name for e in found] == hosts


def test_a_cluster_stands_in_the_cities_of_its_core() -> None:
    text = "支撑沈阳、大连为核心的软件产业集群发展。"
    cluster = next(m for m in mentions_in(text) if m.label == "Cluster")
    assert cluster.name == "沈阳、大连软件产业集群"
    assert [e.name for e in twin_hosts(cluster, load_lexicon(), frozenset())] == ["沈阳市", "大连市"]


def test_a_zone_spelled_out_of_a_list_stands_in_the_district_of_its_name() -> None:
    zone = next(m for m in mentions_in("葫芦岛、绥中等省级高新区加快发展。") if m.name == "绥中高新区")
    assert [m.name for m, _ in surfaced(zone, load_lexicon())] == ["绥中县"]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("国家大数据（贵州）综合试验区", "贵州省"),
        ("上海交通大学云南（大理）研究院", "大理白族自治州"),
        ("启迪科技园（沈阳）", "沈阳市"),
        ("某某集团（控股）有限公司", None),
    ],
)
def test_places_in_brackets(name: str, place: str | None) -> None:
    found = bracketed(name, load_lexicon())
    assert (found[0].name if found else None) == place


@pytest.mark.parametrize(
    ("label", "name", "place"),
    [
        ("Lab", "国家超级计算天津中心", ("City", "天津市")),
        ("Company", "OPPO广东移动通信有限公司", ("Region", "广东省")),
        ("Company", "贵安新区产业发展控股集团", ("Zone", "贵安新区")),
        ("Company", "保定产投集团", ("City", "保定市")),
        ("Company", "东方电气集团", None),
        ("Zone", "中山火炬高新区", ("City", "中山市")),
        ("Lab", "国家纳米科学中心", None),
    ],
)
def test_places_amid_other_words(label: str, name: str, place: tuple[str, str] | None) -> None:
    found = [(m.label, m.name) for m, _ in amid(_mention(label, name), load_lexicon())]
    assert found == ([place] if place else [])


def test_a_place_that_the_text_puts_before_a_known_zone_tells_where_it_stands() -> None:
    lexicon = load_lexicon()
    assert [m.name for m, _ in surfaced(_mention("Zone", "中关村", "北京中关村"), lexicon)] == ["北京市"]
    assert list(surfaced(_mention("Zone", "中关村"), lexicon)) == []


def test_the_full_name_that_only_the_lexicon_knows_tells_no_place() -> None:
    def placed(text: str) -> set[str]:
        return {t.target[1] for t in facts_of(text).ties if t.type == "LOCATED_IN"}

    assert placed("园区与沈阳新松机器人合作。") == {"沈阳市"}
    assert placed("园区与新松公司合作。") == set()
