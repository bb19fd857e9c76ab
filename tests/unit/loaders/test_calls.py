from __future__ import annotations

import pytest

from loaders.calls import called, of_home
from loaders.lexicon import load_lexicon
from loaders.mention import Home
from tests.unit.loaders.reading import SICHUAN, names_in, sentence

MIANYANG = Home("四川省", "绵阳市")


def calls(text: str, home: Home = SICHUAN) -> set[tuple[str, str]]:
    return {(m.label, m.name) for m in called(sentence(text), load_lexicon(), home)}


@pytest.mark.parametrize(
    ("text", "home", "expected"),
    [
        ("省科技厅印发通知。", SICHUAN, ("GovernmentBody", "四川省科学技术厅")),
        ("省教育厅会同省财政厅印发通知。", SICHUAN, ("GovernmentBody", "四川省财政厅")),
        ("省政府高度重视。", SICHUAN, ("GovernmentBody", "四川省人民政府")),
        ("市委召开会议。", MIANYANG, ("GovernmentBody", "中共绵阳市委")),
        ("中共四川省委作出部署。", SICHUAN, ("GovernmentBody", "中共四川省委")),
        ("党中央作出部署。", SICHUAN, ("GovernmentBody", "中共中央")),
        ("深入实施科技型企业梯度培育工程。", SICHUAN, ("Programme", "科技型企业梯度培育工程")),
        ("举办首届川南绿色算力论坛。", SICHUAN, ("Event", "川南绿色算力论坛")),
        ("落实乡村振兴战略。", SICHUAN, ("Policy", "乡村振兴战略")),
        ("中共中央政治局审议通过意见。", SICHUAN, ("GovernmentBody", "中共中央政治局")),
        ("你们关于竹乡高新区升级的请示收悉。", SICHUAN, ("Policy", "关于竹乡高新区升级的请示")),
        ("落实省委竹乡振兴三年行动工作方案，推进工作。", SICHUAN, ("Policy", "竹乡振兴三年行动工作方案")),
        (
            "进一步落实四川科协2020年服务竹业发展行动方案，推进工作。",
            SICHUAN,
            ("Policy", "四川科协2020年服务竹业发展行动方案"),
        ),
        ("会议审议了四川竹业创新发展联盟章程、名单。", SICHUAN, ("Policy", "四川竹业创新发展联盟章程")),
        ("四川省第十四届人民代表大会第五次会议召开。", SICHUAN, ("Event", "四川省第十四届人民代表大会第五次会议")),
        ("依托省科学院等资源，打造集群。", SICHUAN, ("ResearchInstitute", "四川省科学院")),
        ("亮相广交会和西博会。", SICHUAN, ("Event", "西博会")),
        ("深入实施竹业创新工程和新竹材新场景大规模应用示范行动。", SICHUAN, ("Programme", "竹业创新工程")),
        (
            "深入实施竹业创新工程和新竹材新场景大规模应用示范行动。",
            SICHUAN,
            ("Programme", "新竹材新场景大规模应用示范行动"),
        ),
        ("记者从省科技厅获悉。", SICHUAN, ("GovernmentBody", "四川省科学技术厅")),
        ("党的二十大报告指出方向。", SICHUAN, ("Policy", "党的二十大报告")),
        ("深化乡村科技特派行动，服务农户。", SICHUAN, ("Programme", "乡村科技特派行动")),
        ("实施了省科技创新重大专项，取得突破。", SICHUAN, ("Programme", "省科技创新重大专项")),
    ],
)
def test_cue_calls_a_name(text: str, home: Home, expected: tuple[str, str]) -> None:
    assert expected in calls(text, home)


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("省政府高度重视。", Home()),
        ("市政府印发方案。", SICHUAN),
        ("各市政府高度重视。", MIANYANG),
        ("省委员会召开会议。", SICHUAN),
        ("实施一批重大工程。", SICHUAN),
        ("实施重点研发计划。", SICHUAN),
        ("召开专题座谈会。", SICHUAN),
    ],
)
def test_without_home_or_name_nothing_is_called(text: str, home: Home) -> None:
    assert calls(text, home) == set()


@pytest.mark.parametrize(
    ("name", "label", "spelled"),
    [
        ("省科技创新联盟", "Alliance", "四川省科技创新联盟"),
        ("市科技馆", "ServiceAgency", "绵阳市科技馆"),
        ("省级实验室", "Lab", "省级实验室"),
        ("省内联盟", "Alliance", "省内联盟"),
        ("市场监管局", "GovernmentBody", "市场监管局"),
        ("省创新条例", "Policy", "省创新条例"),
    ],
)
def test_province_and_city_stand_for_those_of_the_document(name: str, label: str, spelled: str) -> None:
    assert of_home(name, label, MIANYANG) == spelled
    assert of_home(name, label, Home()) == name


def test_a_conference_of_a_place_is_an_event_where_it_has_a_spirit_or_is_held() -> None:
    assert ("Event", "四川省竹业创新大会") in calls("根据四川省竹业创新大会精神，制定规划。")
    assert not [name for label, name in calls("四川省竹业创新大会场馆开放。") if label == "Event"]


def test_an_office_of_the_city_is_that_of_the_documents_home() -> None:
    home = Home(province="四川省", city="绵阳市")
    assert ("GovernmentBody", "绵阳市科技局") in calls("（责任单位：市科技局、市财政局）", home)
    assert not calls("市科技局负责解释。", Home())


def test_a_meeting_that_is_held_somewhere_opens_its_clause() -> None:
    assert ("Event", "2031年云沧科技合作大会") in calls("9月2日，2031年云沧科技合作大会在绵阳市举行，吸引代表600人。")
    assert not any(label == "Event" for label, _ in calls("工作大会在绵阳市召开。"))


def test_assemblies_and_meetings_of_the_home_place() -> None:
    found = names_in("在市人大、市政协的监督支持下，落实全市科技创新大会部署。", Home("江苏省", "南通市"))
    assert {
        ("GovernmentBody", "南通市人民代表大会"),
        ("GovernmentBody", "南通市政协"),
        ("Event", "全市科技创新大会"),
    } <= found
    assert ("GovernmentBody", "江苏省科学技术厅") in names_in("记者从科技厅获悉，平台增加。", Home("江苏省"))
