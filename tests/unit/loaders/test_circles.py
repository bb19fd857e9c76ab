"""Metropolitan areas whose members are listed with insertions."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of

TEXT = (
    "洛阳都市圈是以洛阳市为中心，包括洛阳市全域（含伊滨区），三门峡市湖滨区、陕州区、灵宝市（不含卢氏县），"
    "焦作市孟州市，总面积2.7万平方公里，常住人口960万人。"
)


def test_all_of_a_list_with_insertions_belong_to_the_area() -> None:
    found = {t.source[1] for t in facts_of(TEXT).ties if (t.type, t.target[1]) == ("PART_OF", "洛阳都市圈")}
    assert {"洛阳市", "湖滨区", "陕州区", "灵宝市", "孟州市"} <= found
    assert not {"卢氏县", "伊滨区"} & found


def test_what_is_measured_behind_the_list_is_the_area() -> None:
    assert {(m.subject[1], m.figure.value) for m in facts_of(TEXT).figures} == {
        ("洛阳都市圈", 2.7),
        ("洛阳都市圈", 960),
    }


def test_a_short_list_or_another_verb_is_no_membership() -> None:
    assert not any("insertions" in t.evidence.rule for t in facts_of("洛阳都市圈支持洛阳市、焦作市、济源市发展。").ties)


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("长株潭都市圈规划范围为长沙市、株洲市、湘潭市全域（不含茶陵县）。", {"长沙市", "株洲市", "湘潭市"}),
        ("西安都市圈由西安市全域（不含周至县），咸阳市秦都区、渭城区共同组成。", {"西安市", "秦都区", "渭城区"}),
        ("杭州都市圈是指杭州市、湖州市及衢州市。", {"杭州市", "湖州市", "衢州市"}),
        ("成都都市圈（包括成都市、德阳市、资阳市）发展快。", {"成都市", "德阳市", "资阳市"}),
        ("鲁南经济圈地跨济宁市、枣庄市、菏泽市三市。", {"济宁市", "枣庄市", "菏泽市"}),
        ("西安都市圈由西安市、咸阳市、渭南市共同推进。", set()),
    ],
)
def test_an_area_is_told_by_what_it_spans_or_is_made_of(text: str, members: set[str]) -> None:
    found = {t.source[1] for t in facts_of(text).ties if "insertions" in t.evidence.rule and t.type == "PART_OF"}
    assert found == members


def test_a_sentence_that_goes_on_with_the_list_measures_the_area() -> None:
    text = "福州都市圈以福州市为中心。主要包括：莆田市、宁德市蕉城区、福安市（城区）、霞浦县，面积2.6万平方公里。"
    facts = facts_of(text)
    assert {(m.subject[1], m.figure.value) for m in facts.figures} == {("福州都市圈", 2.6)}
    assert ("霞浦县", "宁德市") in {(t.source[1], t.target[1]) for t in facts.ties if t.type == "PART_OF"}


def test_what_a_bracket_leaves_out_is_no_name_but_part_of_its_city() -> None:
    facts = facts_of("规划范围为石家庄市（不含赞皇县、灵寿县等重点生态功能区和井陉矿区）、辛集市全域。")
    assert not any(m.name.startswith("不含") for m in facts.mentions)
    parts = {t.source[1] for t in facts.ties if (t.type, t.target[1]) == ("PART_OF", "石家庄市")}
    assert {"赞皇县", "灵寿县", "井陉矿区"} <= parts


def test_places_that_an_area_turns_to_and_areas_that_are_counted() -> None:
    text = "广州都市圈聚焦广州市、佛山市全域，以及肇庆市的端州区、鼎湖区。"
    members = {t.source[1] for t in facts_of(text).ties if t.type == "PART_OF" and t.target[1] == "广州都市圈"}
    assert members == {"广州市", "佛山市", "端州区", "鼎湖区"}
    found = facts_of("广东省五大都市圈加快建设，五大都市圈地区生产总值达10万亿元。")
    assert {m.name for m in found.mentions} == {"广东省"}


def test_two_places_make_an_area_where_they_are_all_of_it() -> None:
    text = "湛茂都市圈聚焦湛江市、茂名市两市全域。"
    assert {t.source[1] for t in facts_of(text).ties if t.type == "PART_OF"} == {"湛江市", "茂名市"}
    assert not facts_of("湛茂都市圈聚焦湛江市、茂名市的需求。").ties
