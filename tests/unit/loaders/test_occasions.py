"""Occasions of the news, the programmes of one kind, and the papers that tell their parties and issuers."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of, named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本报讯（记者某某）近日，“智汇江海”高端装备产学研对接活动在南通举行。", "“智汇江海”高端装备产学研对接活动"),
        ("2023年第二季度南通市重大产业项目集中开工仪式举行。", "2023年第二季度南通市重大产业项目集中开工仪式"),
        ("近日，2022海洋装备创新交流大会在南通召开。", "2022海洋装备创新交流大会"),
    ],
)
def test_occasions_that_are_held(text: str, name: str) -> None:
    assert ("Event", name) in named(facts_of(text))


def test_what_is_no_occasion() -> None:
    assert not [n for label, n in named(facts_of("全市多次举办系列活动。本次对接会在南通举行。")) if label == "Event"]


def test_what_is_counted_at_an_occasion() -> None:
    facts = facts_of(
        "本报讯（记者某某）近日，“智汇江海”高端装备产学研对接活动在南通举行。会上，南通大学与企业代表签约，现场签约项目12个。"
    )
    assert ("Event", 12) in [(f.subject[0], f.figure.value) for f in facts.figures]
    facts = facts_of("近日，2023年第二季度南通市重大产业项目集中开工仪式举行，南通高新区9个项目集中开工。")
    assert [f.subject[0] for f in facts.figures] == ["Zone"]


def test_programmes_share_their_kind() -> None:
    found = named(facts_of("方案明确，实施盐碱地综合治理、黄河滩区生态修复、特色种业振兴等行动。"))
    assert {("Programme", "盐碱地综合治理"), ("Programme", "特色种业振兴")} <= found
    assert not [n for label, n in named(facts_of("实施重点项目、相关工作等行动。")) if label == "Programme"]


def test_an_agreement_names_its_parties() -> None:
    facts = facts_of("会上签署了《扬州大学与高邮市人民政府全面战略合作协议》。")
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    paper = "扬州大学与高邮市人民政府全面战略合作协议"
    assert (paper, "ISSUED_BY", "高邮市人民政府") in found
    assert {"扬州大学", "高邮市人民政府"} in [{a, b} for a, r, b in found if r == "COLLABORATES_WITH"]


def test_numbers_tell_the_issuer_and_receivers_issue_nothing() -> None:
    facts = facts_of(
        "科技部关于支持三明市建设国家农业科技创新先行区的函\n国科函农〔2020〕12号\n\n福建省人民政府：\n"
        "《关于商请支持三明市和南平市建设国家农业科技创新先行区的函》（闽政函〔2019〕8号）收悉。现函复如下。\n"
        "根据《关于印发农业科技园区指南的通知》（国科发农〔2018〕3号）要求，支持三明市建设。"
    )
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    asked = "关于商请支持三明市和南平市建设国家农业科技创新先行区的函"
    assert (asked, "ISSUED_BY", "福建省人民政府") in found
    assert {(asked, "APPLIES_TO", "三明市"), (asked, "APPLIES_TO", "南平市")} <= found
    assert ("关于印发农业科技园区指南的通知", "ISSUED_BY", "科学技术部") in found
    told = facts_of("福建省政府办公厅向三明市、南平市人民政府印发《福建省人民政府关于设立两个园区的批复》。")
    issuers = {t.target[1] for t in told.ties if t.type == "ISSUED_BY"}
    assert "福建省人民政府" in issuers
    assert not issuers & {"三明市人民政府", "南平市人民政府"}


def test_names_stop_at_what_people_do() -> None:
    found = named(
        facts_of(
            "香港科技大学校长表示，这标志香港科技大学与长三角展开合作。泰州学院党委书记出席峰会。四至范围：东至海堤，南至大道。"
        )
    )
    assert ("University", "香港科技大学") in found
    assert not {n for label, n in found if label in {"Event", "District"} or n.startswith("标志")}


def test_the_authorities_of_an_autonomous_region() -> None:
    found = named(
        facts_of("宁夏日报消息，宁夏回族自治区石嘴山高新区经自治区政府批复设立。近年来，自治区党委、政府高度重视园区。")
    )
    assert ("GovernmentBody", "宁夏回族自治区人民政府") in found
    assert ("GovernmentBody", "中共宁夏回族自治区委员会") in found


def test_those_who_hold_a_meeting_are_named_each() -> None:
    facts = facts_of("福建石狮消息，会议由石狮市发改局、科技局承办，制伞产业技术创新联盟协办。")
    assert {("GovernmentBody", "石狮市科技局"), ("Alliance", "制伞产业技术创新联盟")} <= named(facts)
    assert not [n for label, n in named(facts) if label == "Company"]


def test_a_firm_stands_before_the_laboratory_of_its_province() -> None:
    facts = facts_of("获批的实验室分别是：山东鲁星轴承股份有限公司山东省精密轴承工程实验室。")
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    assert ("山东省精密轴承工程实验室", "PART_OF", "山东鲁星轴承股份有限公司") in found
    assert ("Lab", "山东省精密轴承工程实验室") in named(facts)


def test_zones_stand_on_older_ones_and_cities_belong_to_their_region() -> None:
    facts = facts_of(
        "同意漳平市以漳平工业园区为基础设立省级高新区，名称为漳平高新技术产业开发区。将联同在珠海、中山等粤港澳大湾区城市的基地，完善布局。"
    )
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    assert ("漳平高新技术产业开发区", "RELIES_ON", "漳平工业园区") in found
    assert {("珠海市", "PART_OF", "粤港澳大湾区"), ("中山市", "PART_OF", "粤港澳大湾区")} <= found


def test_quoted_agreements_and_short_forms_in_brackets() -> None:
    facts = facts_of("会上，集美区政府与厦门大学签订了“区校科技合作协议”，厦门海洋芯片研究院（简称“海芯院”）揭牌。")
    assert ("Policy", "区校科技合作协议") in named(facts)
    assert ("海芯院", "厦门海洋芯片研究院") in [(short, name) for _, short, name in facts.aliases]
