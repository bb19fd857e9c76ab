"""Zones that a layout, a count or their administration tells."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of, names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实行“一区三园”格局，即东岭本部园、南川软件园和与江州市合办的西桥新材料园。", ["东岭本部园", "西桥新材料园"]),
        ("“一核”即滨江产业整合区，重点发展光电。", ["滨江产业整合区"]),
        ("“东翼”为临湖芯港小镇，主导产业为集成电路。", ["临湖芯港小镇"]),
        ("拥有整机产业园、电控产业园、模具产业园三大产业聚集区。", ["整机产业园", "电控产业园", "模具产业园"]),
        ("布局两大产业园区：南湖光电产业园、北岸新材料产业园。", ["南湖光电产业园", "北岸新材料产业园"]),
        ("建成云谷软件园、湖西光电产业园等产业园10个。", ["云谷软件园", "湖西光电产业园"]),
        ("即高新南区、东岭未来科技城、北湖生物城三大园区。", ["东岭未来科技城", "北湖生物城"]),
        ("加快推动“生命谷”“能源谷”建设。", ["生命谷", "能源谷"]),
        ("“量子大道”周边集聚企业60家。", ["量子大道"]),
        ("中关村丰台园管委会与苏州工业园区管委会签约。", ["中关村丰台园", "苏州工业园区"]),
    ],
)
def test_zones_of_layouts_counts_and_administrations(text: str, names: list[str]) -> None:
    found = names_in(text)
    assert all(("Zone", name) in found for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "“一核”为主城区，“两翼”为东部新城和西部园区。",
        "形成核心区、拓展区、辐射区三大板块。",
        "规划建设生命健康、数字经济、智能制造三大产业园区。",
        "布局整机产业园、电控产业园五大产业聚集区。",
        "打造“东方芯谷”，努力成为“世界光谷”。",
        "建成创新产业园、高新产业园等产业园10个。",
        "各开发区管委会、高新区管委会要加强领导。",
    ],
)
def test_roles_kinds_and_slogans_are_no_zones(text: str) -> None:
    assert not any(label == "Zone" for label, _ in names_in(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推进重离子装备制造基地二期主体工程封顶。", "重离子装备制造基地"),
        ("集团在商丘市梁园区投资建设装备再制造产业园。", "装备再制造产业园"),
        ("与东岭公司签约，合作建设节水灌溉示范园。", "节水灌溉示范园"),
        ("以人工智能科创港、碳纤维科创港为代表的载体增多。", "碳纤维科创港"),
        ("正式发布清溪科学城总体规划。", "清溪科学城"),
        ("选址空港经济区建设。", "空港经济区"),
        ("统筹东岭生物城、未来科技城和成都高新区。", "未来科技城"),
        ("启动建设万达开协同创新示范区。", "万达开协同创新示范区"),
        ("太忻一体化经济区（太原片区）发展方向。", "太忻一体化经济区（太原片区）"),
        ("中国（合肥）智能语音及人工智能产业基地发展良好。", "中国（合肥）智能语音及人工智能产业基地"),
        ("福州、宁德和平潭综合实验区参加。", "平潭综合实验区"),
    ],
)
def test_words_around_tell_one_zone(text: str, name: str) -> None:
    assert ("Zone", name) in names_in(text)


def test_the_second_name_of_a_zone_is_the_same_zone() -> None:
    facts = facts_of("温州高新区（浙南科技城）加快发展。")
    assert ("Zone", "浙南科技城", "温州高新区") in facts.aliases
    assert not facts_of("沈大自创区（大连高新区）加快发展。").aliases


def test_the_half_verb_of_a_headline_is_no_part_of_a_name() -> None:
    assert not any("建" in name for _, name in names_in("甘肃建飞天科创大走廊，未来将贯通四市"))


def test_what_comes_beside_a_zone_does_not_stand_in_it() -> None:
    text = "东岭高新区发展快。清河产业园签约落户，总投资30亿元的北湖软件园建成启用。"
    ties = {(t.source[1], t.type, t.target[1]) for t in facts_of(text).ties}
    assert ("北湖软件园", "LOCATED_IN", "清河产业园") not in ties


def test_counted_parks_are_parts_of_their_zone() -> None:
    ties = {(t.source[1], t.type) for t in facts_of("东岭高新区拥有整机产业园、电控产业园两大园区。").ties}
    assert ("整机产业园", "PART_OF") in ties
    assert ("整机产业园", "LOCATED_IN") not in ties


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("建设中韩盐城产业园。", ("中韩盐城产业园", "LOCATED_IN", "盐城市")),
        ("太忻一体化经济区（太原片区）发展。", ("太忻一体化经济区（太原片区）", "PART_OF", "太忻一体化经济区")),
        ("兰州新区推进重离子装备制造基地二期主体封顶。", ("重离子装备制造基地", "LOCATED_IN", "兰州新区")),
        ("常州高新区发展以碳纤维科创港为代表的载体。", ("碳纤维科创港", "LOCATED_IN", "常州高新区")),
    ],
)
def test_where_zones_stand(text: str, tie: tuple[str, str, str]) -> None:
    assert tie in {(t.source[1], t.type, t.target[1]) for t in facts_of(text).ties}
