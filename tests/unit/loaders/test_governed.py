"""Industries that only the verb before them tells."""

from __future__ import annotations

import pytest

from loaders.document_facts import read_facts_of
from loaders.documents import parse


def fields(text: str) -> set[str]:
    facts = read_facts_of(parse("d.txt", text))
    return {s.removesuffix("产业") for m in facts.mentions if m.label == "Industry" for s in m.surfaces}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("芜湖市做大做强绿色石化、海工装备。", {"绿色石化", "海工装备"}),
        ("芜湖高新区重点发展新一代信息技术、海洋高新。", {"新一代信息技术", "海洋高新"}),
        ("芜湖高新区聚焦医疗器械和打印机，建设园区。", {"医疗器械", "打印机"}),
        ("研究院瞄准海洋防护材料、生物基材料两大方向。", {"海洋防护材料", "生物基材料"}),
        ("芜湖高新区以电子信息、先进智造等产业方向为核心。", {"电子信息", "先进智造"}),
        ("芜湖高新区形成以生物医药为主导，粮油食品为支撑的产业体系。", {"生物医药", "粮油食品"}),
        ("芜湖高新区研究方向包括金属材料、高分子材料。", {"金属材料", "高分子材料"}),
        ("做精做优电机、信创、集成电路等高成长性产业。", {"电机", "信创", "集成电路"}),
        ("打造有竞争优势的新材料、特色装备两大产业集群。", {"新材料", "特色装备"}),
        ("芜湖高新区以生物医药、船舶配套装备为主。", {"生物医药", "船舶配套装备"}),
        ("基金重点投向新能源装备、海洋食品、山地农业。", {"新能源装备", "海洋食品", "山地农业"}),
        ("设置“深海探测前沿技术”“山地装备系统”两大研究方向。", {"深海探测前沿技术", "山地装备系统"}),
        ("芜湖长江实验室设磁性材料、防腐材料两个研究部。", {"磁性材料", "防腐材料"}),
        ("增加值97亿元，其中装备制造26.1亿元、新材料14.7亿元。", {"装备制造", "新材料"}),
        ("芜湖高新区着力发展竹基板材、山地农机具制造和徽派食品。", {"竹基板材", "山地农机具制造", "徽派食品"}),
        ("芜湖高新区主攻薄壁件深加工和山地机械零部件。", {"薄壁件深加工", "山地机械零部件"}),
        ("芜湖高新区聚焦湖泊科技、山洪监测应用两大主导产业。", {"湖泊科技", "山洪监测应用"}),
        ("芜湖市做大莼菜食品、做强竹基材料、做优徽墨制品。", {"莼菜食品", "竹基材料", "徽墨制品"}),
        ("芜湖市围绕竹基材料精深加工、徽墨制品延链补链强链。", {"竹基材料精深加工", "徽墨制品"}),
        ("芜湖市打造全国重要的竹基新材料生产基地。", {"竹基新材料"}),
        ("芜湖高新区推动竹基家居、徽墨制品、氢能产业集群高质量发展。", {"竹基家居", "徽墨制品", "氢能"}),
        ("芜湖高新区重点承接电池、竹基材料加工、山货食品加工。", {"电池", "竹基材料加工", "山货食品加工"}),
        ("芜湖市重点发展氢能、光伏光电产业。", {"氢能", "光伏光电"}),
        ("芜湖市打造全省领先的竹笋食品加工基地和徽墨制品产业高地。", {"竹笋食品加工", "徽墨制品"}),
    ],
)
def test_lists_are_read_whole(text: str, expected: set[str]) -> None:
    assert fields(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "芜湖市培育高新技术企业。",
        "芜湖市围绕重点任务、目标要求，推进工作。",
        "以芜湖大学为核心，建设平台。",
        "芜湖市做大总量、做优质量。",
        "芜湖市打造创新高地、人才高地。",
        "芜湖市聚焦政务服务、关键设备，优化营商环境。",
        "芜湖市打造对外开放高地和人才集聚区。",
        "芜湖市推动科技创新、产业创新融合发展。",
        "芜湖高新区研发以竹片清洗设备、竹片干燥设备为代表的产品。",
    ],
)
def test_what_is_no_industry_stays_out(text: str) -> None:
    assert fields(text) == set()


def test_place_before_an_industry_is_no_part_of_it() -> None:
    assert fields("支持芜湖装备制造、安徽家电等产业发展。") == {"装备制造", "家电"}


def test_items_that_hold_several_fields_are_opened() -> None:
    text = "芜湖市重点布局和发展生物医药、新能源和新材料、冶金（黑色金属、有色金属加工）等产业。"
    assert fields(text) == {"生物医药", "新能源", "新材料", "冶金", "黑色金属", "有色金属加工"}


def test_industry_in_the_name_of_a_house_alone_is_none() -> None:
    assert fields("推动集成电路产业研究院建设。") == set()


def test_field_of_an_alliance_without_its_cities() -> None:
    assert fields("沪滇氢能产业联盟成立。") == {"氢能"}


def test_fields_that_lead_or_are_the_body_of_a_system() -> None:
    assert fields("芜湖市以新材料为引领、以装备制造为主体、以数字经济为支撑。") == {"新材料", "装备制造", "数字经济"}
    assert fields("芜湖市以企业为主体、以福祥股份为引领。") == set()
