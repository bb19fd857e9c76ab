"""Fields of funds, of places a clause leaves out, and of names."""

from __future__ import annotations

import pytest

from loaders.document_facts import read_facts_of
from loaders.documents import parse


def focus(text: str) -> set[tuple[str, str]]:
    facts = read_facts_of(parse("d.txt", text))
    said = {m.name: {*m.surfaces, m.name} for m in facts.mentions if m.label == "Industry"}
    return {
        (t.source[1], min(said.get(t.target[1], {t.target[1]}), key=lambda s: (s != t.target[1], s)))
        for t in facts.ties
        if t.type == "FOCUSES_ON"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "设立芜湖市成果转化引导基金，总规模8亿元，由芜湖产投集团管理，重点投向新材料、都市农业。",
            {("芜湖市成果转化引导基金", "新材料"), ("芜湖市成果转化引导基金", "都市农业")},
        ),
        ("芜湖高新区做精特色园，培育氢能产业。", {("芜湖高新区", "氢能")}),
        (
            "芜湖高新区以大数据为首位产业，以机器人、新材料为支撑产业。",
            {("芜湖高新区", "大数据"), ("芜湖高新区", "机器人"), ("芜湖高新区", "新材料")},
        ),
        (
            "芜湖高新区形成以氢能为主导，徽墨制品、竹笋食品为支撑的产业体系。",
            {("芜湖高新区", "氢能"), ("芜湖高新区", "徽墨制品"), ("芜湖高新区", "竹笋食品")},
        ),
        ("芜湖市与马鞍山市结对发展氢能产业。", {("芜湖市", "氢能"), ("马鞍山市", "氢能")}),
        ("芜湖高新区打造国家级氢能产业基地。", {("芜湖高新区", "氢能")}),
        ("芜湖市智能竹基材料产业集群揭牌。", {("芜湖市智能竹基材料产业集群", "智能竹基材料")}),
        ("芜湖市淮海新能源产业基金完成备案。", {("芜湖市淮海新能源产业基金", "新能源")}),
        ("芜湖市以华瑞恒升集团有限公司为龙头，主攻氢能。", {("芜湖市", "氢能")}),
        ("芜湖市先进制造业氢能产业集群培育方案", {("芜湖市先进制造业氢能产业集群", "氢能")}),
        ("芜湖高新区把氢能作为“一号产业”。", {("芜湖高新区", "氢能")}),
        ("芜湖市将机器人、氢能列为重点产业链。", {("芜湖市", "机器人"), ("芜湖市", "氢能")}),
        ("芜湖高新区锚定氢能、机器人两大赛道。", {("芜湖高新区", "氢能"), ("芜湖高新区", "机器人")}),
        (
            "芜湖高新区氢能、新材料、机器人等产业集聚发展。",
            {("芜湖高新区", "氢能"), ("芜湖高新区", "新材料"), ("芜湖高新区", "机器人")},
        ),
        (
            "芜湖高新区抢抓机遇，布局氢能、现代生命科学、新材料。",
            {("芜湖高新区", "氢能"), ("芜湖高新区", "生命科学"), ("芜湖高新区", "新材料")},
        ),
        ("芜湖高新区重点打造氢能、新材料。", {("芜湖高新区", "氢能"), ("芜湖高新区", "新材料")}),
        (
            "芜湖高新区氢能、新材料产值分别完成20亿元、30亿元。",
            {("芜湖高新区", "氢能"), ("芜湖高新区", "新材料")},
        ),
    ],
)
def test_fields_find_whose_they_are(text: str, expected: set[tuple[str, str]]) -> None:
    assert focus(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "依托芜湖大学科技园，重点发展氢能，芜湖某院参加。",
        "哈长知识产权联盟成立。",
        "芜湖市高新区产业协作联盟成立。",
    ],
)
def test_carriers_and_common_words_have_no_field(text: str) -> None:
    assert not {f for f in focus(text) if f[0] != "芜湖大学科技园"}
