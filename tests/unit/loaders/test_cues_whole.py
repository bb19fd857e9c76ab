"""Wholes and their parts, builders and partners: further constructions, and sentences that tell no tie."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.document_facts import read_one
from tests.unit.loaders.marked import ties

TOLD = [
    ("[F:甲集团]投资50亿元建设的[Z:乙产业园]开工。", ("乙产业园", "BUILT_BY", "甲集团")),
    ("[C:甲市]高标准规划建设[Z:乙科技城]。", ("乙科技城", "BUILT_BY", "甲市")),
    ("以[F:甲公司]为盟主，成立[A:乙联盟]。", ("乙联盟", "RELIES_ON", "甲公司")),
    ("[C:甲市]与[U:乙大学]签约共建[I:丙研究院]。", ("丙研究院", "BUILT_BY", "乙大学")),
    ("[F:甲公司]是[C:乙市]一家从事[T:无人机]研发的企业。", ("甲公司", "LOCATED_IN", "乙市")),
    ("[F:甲公司]携手[F:乙公司]，布局[T:氢能]。", ("甲公司", "FOCUSES_ON", "氢能")),
    ("[R:甲经济带]覆盖[C:乙市]、[C:丙市]。", ("丙市", "PART_OF", "甲经济带")),
    ("[Z:甲高新区]“一区三园”包括[Z:乙园]、[Z:丙园]。", ("乙园", "PART_OF", "甲高新区")),
    ("以[C:甲市]为核心、[C:乙市]和[C:丙市]为支撑的[R:丁都市圈]。", ("丙市", "PART_OF", "丁都市圈")),
    ("[L:甲中心]是[U:乙大学]下属的科研平台。", ("甲中心", "PART_OF", "乙大学")),
    ("[F:甲公司]旗下的[F:乙公司]。", ("乙公司", "PART_OF", "甲公司")),
    ("[D:甲区]、[D:乙县]隶属[C:丁市]。", ("甲区", "PART_OF", "丁市")),
    ("国务院批准[R:甘肃省]建设[Z:甲自创区]。", ("甲自创区", "LOCATED_IN", "甘肃省")),
    ("[C:甲市]地处[R:乙地区]。", ("甲市", "PART_OF", "乙地区")),
    ("[Z:甲自创区]获批。批复同意[Z:乙高新区]建设国家自主创新示范区。", ("乙高新区", "PART_OF", "甲自创区")),
    ("[Z:甲小镇]发展。依托[U:乙大学]特色及在[T:光电]等领域的科研优势。", ("乙大学", "FOCUSES_ON", "光电")),
    ("[Z:甲科技城]划分为若干片区。[Z:龙湖片区]创新。", ("龙湖片区", "PART_OF", "甲科技城")),
    ("[Z:甲科技城]划分为若干片区。规划了[Z:乙科教园]和[Z:丙园]两个协同发展区。", ("乙科教园", "PART_OF", "甲科技城")),
    ("[Z:甲走廊]布局合理，以[Z:乙科学城]为核心。", ("乙科学城", "PART_OF", "甲走廊")),
    ("记者来到[Z:甲高新区]，街道聚集着多家企业，包括[F:乙公司]。", ("乙公司", "LOCATED_IN", "甲高新区")),
    ("位于[Z:甲新城]的[Z:乙科创港]扩容。", ("乙科创港", "LOCATED_IN", "甲新城")),
    ("[Z:甲高新区]分为两个区块。区块一位于[D:乙县]。", ("甲高新区", "LOCATED_IN", "乙县")),
    ("三、[C:甲市]（2家）：[L:乙实验室]（[U:丁大学]）、[L:丙实验室]。", ("丙实验室", "LOCATED_IN", "甲市")),
    ("[I:甲研究院]（依托[U:乙大学]建设）。", ("甲研究院", "RELIES_ON", "乙大学")),
    ("[A:甲联盟]揭牌，并以[L:乙实验室]为技术依托，聚焦[T:光电]。", ("甲联盟", "RELIES_ON", "乙实验室")),
    ("[A:甲联盟]成立，由[F:乙公司]担任盟主。", ("甲联盟", "RELIES_ON", "乙公司")),
    ("[A:甲联盟]成立，成员包括[U:乙大学]、[F:丙公司]。", ("丙公司", "MEMBER_OF", "甲联盟")),
    ("[Z:甲高新区]向好，作为主导产业的[T:光电]产值增长。", ("甲高新区", "FOCUSES_ON", "光电")),
    ("[B:甲众创空间]、[B:乙加速器]（均由[U:丙大学]合办）。", ("乙加速器", "BUILT_BY", "丙大学")),
    ("由[C:甲市]、[C:乙市]、[C:丙市]三市组成的[R:丁都市圈]。", ("乙市", "PART_OF", "丁都市圈")),
    ("推动[R:丁都市圈][C:甲市]、[C:乙市]两市同城化发展。", ("乙市", "PART_OF", "丁都市圈")),
    ("[C:甲市]、[C:乙市]两市联手打造[K:丙产业集群]。", ("丙产业集群", "BUILT_BY", "乙市")),
    ("[C:甲市]与[U:乙大学]签署协议。根据协议，双方联合共建[L:丙中心]。", ("丙中心", "BUILT_BY", "乙大学")),
    ("[C:甲市]建设[I:乙研究院]，主攻[T:光电]。", ("乙研究院", "FOCUSES_ON", "光电")),
    ("[Z:甲新区][Z:乙新城]布局氢能。", ("乙新城", "PART_OF", "甲新区")),
    ("[Z:甲园]坐落于[C:乙市]，系[Z:丙片区]的组成部分。", ("甲园", "PART_OF", "丙片区")),
    ("设立[M:甲基金]，总规模不低于30亿元，由[F:乙公司]管理运营。", ("甲基金", "BUILT_BY", "乙公司")),
    ("名单如下（括号内为依托单位）：[L:甲实验室]（[U:乙大学]）。", ("甲实验室", "RELIES_ON", "乙大学")),
    ("括号内为依托单位。[L:甲实验室]（[Z:丙高新区]，[I:乙所]）。", ("甲实验室", "LOCATED_IN", "丙高新区")),
    ("括号内为依托单位。[L:甲实验室]（[F:乙公司]，与[U:丙大学]联合共建）。", ("甲实验室", "BUILT_BY", "丙大学")),
]  # fmt: skip

SILENT = [
    "[C:甲市]学习借鉴[C:乙市]、[C:丙市]经验。",
    "对标[Z:甲科学城]、[Z:乙科学城]，建设[Z:丙科学城]。",
    "[C:甲市]组织[F:乙公司]、[F:丙公司]赴[C:丁市]考察。",
    "[G:甲科技厅]批准[L:乙实验室]建设。",
    "[U:甲大学]教授在[C:乙市]作报告。",
    "[F:甲公司]产品远销[N:德国]、[N:日本]。",
    "[C:甲市]举办[T:光电]产业发展大会。",
]


@pytest.mark.parametrize(("marked", "expected"), TOLD)
def test_the_construction_tells_the_tie(marked: str, expected: tuple[str, str, str]) -> None:
    assert expected in ties(marked)


@pytest.mark.parametrize("marked", SILENT)
def test_a_sentence_that_tells_no_tie_gives_none(marked: str) -> None:
    assert not ties(marked)


def test_two_cities_with_a_field_each() -> None:
    found = {(s, o) for s, r, o in ties("[C:甲市]、[C:乙市]分别聚焦[T:光电]、[T:软件]。") if r == "FOCUSES_ON"}
    assert found == {("甲市", "光电"), ("乙市", "软件")}


def test_brackets_tell_nothing_without_a_head_that_says_so() -> None:
    assert not ties("走访[L:甲实验室]（[U:乙大学]）。")


def test_two_things_in_two_places_stand_one_in_each() -> None:
    found = {(s, o) for s, r, o in ties("在[C:甲市]、[C:乙市]分别建设[L:丙基地]、[L:丁中心]。") if r == "LOCATED_IN"}
    assert found == {("丙基地", "甲市"), ("丁中心", "乙市")}


def test_whom_one_side_signs_with_are_no_partners_of_each_other() -> None:
    found = ties("[C:甲市]先后与[U:乙大学]、[U:丙大学]签订战略合作协议。")
    assert {frozenset((a, b)) for a, r, b in found if r == "COLLABORATES_WITH"} == {
        frozenset(("甲市", "乙大学")),
        frozenset(("甲市", "丙大学")),
    }


def test_the_request_that_an_approval_answers_is_by_whom_it_addresses(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    asked = "你们《关于建设光电产业示范区的请示》（国科发〔2020〕1号）收悉。现批复如下："
    lines = [
        "国务院关于同意建设光电产业示范区的批复",
        "科技部、山西省人民政府：",
        asked,
        "一、同意建设。",
        "二、此复。",
    ]
    path.write_text("\n".join(f"　　{line}" for line in lines), encoding="utf-8")
    found = {(t.source[1], t.target[1]) for t in read_one(path).ties if t.type == "ISSUED_BY"}
    assert {who for paper, who in found if paper == "关于建设光电产业示范区的请示"} >= {"山西省人民政府"}
