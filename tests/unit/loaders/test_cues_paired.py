"""Partners over lists of deeds: pairs told in a row, two places by short forms, and who is not meant."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of


def partners(text: str) -> set[frozenset[str]]:
    return {frozenset((t.source[1], t.target[1])) for t in facts_of(text).ties if t.type == "COLLABORATES_WITH"}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "会上，南通市科技局与上海技术交易所；南通大学与江苏中天科技有限公司签署战略合作协议。",
            {("南通市科技局", "上海技术交易所"), ("南通大学", "江苏中天科技有限公司")},
        ),
        (
            "现场，南通市与南京大学、盐城市与东南大学分别签约。",
            {("南通市", "南京大学"), ("盐城市", "东南大学")},
        ),
        ("南通大学医学院与南通高新区管委会在南通市共同签署协议。", {("南通大学医学院", "南通高新区管委会")}),
        ("组织南通大学科研团队与江苏中天科技有限公司精准对接。", {("南通大学", "江苏中天科技有限公司")}),
        ("推动苏州工业园区、昆山高新区产业协作。", {("苏州工业园区", "昆山高新区")}),
        ("专家建议推动港莞两地在科创领域深入合作。", {("香港", "东莞市")}),
        ("近年来，常州高新区对沪合作持续深入。", {("常州高新区", "上海市")}),
    ],
)
def test_partners_told_in_a_row(text: str, pairs: set[tuple[str, str]]) -> None:
    assert partners(text) == {frozenset(pair) for pair in pairs}


def test_respectively_joins_one_to_one() -> None:
    text = "五华区、呈贡区分别同杨浦区、徐汇区共设研发飞地。"
    assert partners(text) == {frozenset(("五华区", "杨浦区")), frozenset(("呈贡区", "徐汇区"))}


def test_the_firms_of_a_place_are_not_the_place() -> None:
    assert not partners("南通大学与宁夏企业共建氢能中试线，与盐城市企事业单位开展产学研合作。")


def test_two_places_build_and_two_unveil() -> None:
    def makers(text: str) -> set[str]:
        return {t.target[1] for t in facts_of(text).ties if t.type == "BUILT_BY"}

    assert makers("支持成渝两地合作共建西部科学城。") >= {"成都市", "重庆市"}
    assert makers("南通市人民政府与南京大学为南通海洋装备研究院揭牌。") == {"南通市人民政府", "南京大学"}


def test_what_a_school_calls_itself_is_not_the_city_before() -> None:
    text = "济南市领导出席活动。我校分别与山东三齐能源有限公司、山东飞尔康体育有限公司签署合作协议。"
    assert not {pair for pair in partners(text) if "济南市" in pair}


def test_clusters_and_places_lean_on_those_that_lead_them() -> None:
    def pillars(text: str) -> set[str]:
        return {t.target[1] for t in facts_of(text).ties if t.type == "RELIES_ON"}

    text = "1.南通海洋装备产业集群。\n以江苏中天科技有限公司、南通大学为龙头，建设生产基地。"
    assert pillars(text) == {"江苏中天科技有限公司", "南通大学"}
    assert pillars("海门区加快发展家纺，依托海门经济技术开发区，发展新材料。") == {"海门经济技术开发区"}
    assert not pillars("以南通市为中心，以创新为支撑，建设一流园区。")


def test_a_partner_without_a_name_and_provinces_hand_in_hand() -> None:
    text = "青岛高新区聚焦高端资源，与全球知名的转移机构共建青岛国际技术转移中心。"
    assert {t.target[1] for t in facts_of(text).ties if t.type == "BUILT_BY"} == {"青岛高新区"}
    assert partners("川渝共建重点实验室，新闻联合报道。") == {frozenset(("四川省", "重庆市"))}


def test_who_leads_before_the_thing_is_told_did_not_build_the_one_before() -> None:
    text = "支持南通高新区发展。由南通市科技局牵头，南通大学参与，组建南通海洋装备研究院。"
    built = {t.source[1] for t in facts_of(text).ties if t.type == "BUILT_BY"}
    assert built == {"南通海洋装备研究院"}


def test_what_heads_two_lists_of_one_side_is_no_partner_of_that_side() -> None:
    text = "推动南通、盐城等市的海工企业和泰州、扬州的配套企业与上海对接。"
    assert partners(text) == {frozenset((f"{c}市", "上海市")) for c in ("南通", "盐城", "泰州", "扬州")}
    text = "推动南通、盐城的海洋装备产业与宁波的新材料产业对接。"
    assert partners(text) == {frozenset((f"{c}市", "宁波市")) for c in ("南通", "盐城")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("湖南省要主动对接粤港澳大湾区、长三角。", {("湖南省", "粤港澳大湾区"), ("湖南省", "长三角")}),
        ("马鞍山经开区占地大，联动含山县、和县。", {("马鞍山经开区", "含山县"), ("马鞍山经开区", "和县")}),
        ("襄阳市实力强，与十堰市、随州市联动发展。", {("襄阳市", "十堰市"), ("襄阳市", "随州市")}),
        ("河源市积极对接深圳市企业需求。", set()),
        ("推动南宁陆港型、钦州—北海—防城港港口型枢纽对接东盟枢纽。", set()),
    ],
)
def test_whom_a_place_turns_to_is_its_partner(text: str, pairs: set[tuple[str, str]]) -> None:
    assert partners(text) == {frozenset(p) for p in pairs}
