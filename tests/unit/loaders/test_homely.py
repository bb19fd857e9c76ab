from __future__ import annotations

import pytest

from loaders.homely import homely
from loaders.lexicon import load_lexicon
from loaders.mention import Home
from tests.unit.loaders.reading import facts_of, mentions_in, named, paragraph

MIANYANG = Home("四川省", "绵阳市")


def found(text: str, home: Home = MIANYANG) -> set[tuple[str, str]]:
    return {(m.label, m.name) for m in homely(paragraph(text), mentions_in(text, home), load_lexicon(), home)}


def test_cluster_is_called_after_the_place_that_builds_it() -> None:
    assert found("江油市打造竹钢复合材料产业集群，三台县种桑。") == {("Cluster", "江油市竹钢复合材料产业集群")}


@pytest.mark.parametrize("text", ["江油市打造千亿级产业集群。", "江油市培育一批特色产业集群。"])
def test_a_grand_aim_is_no_cluster(text: str) -> None:
    assert found(text) == set()


def test_zone_named_by_its_kind_is_the_citys_own() -> None:
    assert found("绵阳稳步发展，经开区培育桐油新材料。") == {("Zone", "绵阳经开区")}


def test_without_a_home_city_a_kind_of_zone_names_none() -> None:
    assert found("绵阳稳步发展，经开区培育桐油新材料。", Home("四川省")) == set()


def test_the_office_of_a_joint_body_is_told_by_its_seat() -> None:
    facts = facts_of("建立绵德一体化竹业创新联席会议，办公室设在绵阳市科技局。")

    assert ("GovernmentBody", "绵德一体化竹业创新联席会议办公室") in named(facts)


def test_an_office_without_a_joint_body_names_nothing() -> None:
    assert not [name for _, name in named(facts_of("办公室设在绵阳市科技局。")) if name.endswith("办公室")]


def test_the_place_that_builds_a_cluster_may_stand_before_other_words() -> None:
    assert found("江油市依托四川大学科技园打造竹钢复合材料产业集群。") == {("Cluster", "江油市竹钢复合材料产业集群")}
    assert found("江油市以桑蚕为主攻方向，依托甲园，培育桑蚕产业集群。") == {("Cluster", "江油市桑蚕产业集群")}


def test_a_cluster_named_before_with_its_place_is_meant_by_its_kind() -> None:
    facts = facts_of("打造绵阳市竹钢材料产业集群，提升能级。\n到2025年，竹钢材料产业集群产值突破500亿元。\n")
    assert ("绵阳市竹钢材料产业集群", 500) in {(f.subject[1], f.figure.value) for f in facts.figures}


def test_zones_in_a_row_share_the_place_that_stands_once() -> None:
    facts = facts_of("洛阳高新区、经开区错位发展，高新区重点发展智能装备，经开区主攻新材料。")
    ties = {(t.source[1], t.target[1]) for t in facts.ties if t.type == "FOCUSES_ON"}

    assert ties == {("洛阳高新区", "智能装备"), ("洛阳经开区", "新材料")}


def test_a_new_town_is_that_of_its_county() -> None:
    text = "苏州市吴江区人民政府工作报告\n各位代表：\n加快建设吴江新城，发展智能传感器、物联网两大主导产业。\n"
    found = facts_of(text)
    assert ("Zone", "吴江新城") in {(m.label, m.name) for m in found.mentions}
    assert not any(t.source == ("City", "苏州市") and t.type == "FOCUSES_ON" for t in found.ties)
