"""What things and places are about, and what names side by side say: constructions on invented names."""

from __future__ import annotations

import pytest

from loaders.mention import Home
from tests.unit.loaders.marked import ties

TOLD = [
    ("[Z:甲园]要抓住机遇，打造国际化的[T:智能制造]创新创业生态。", ("甲园", "FOCUSES_ON", "智能制造")),
    ("[F:甲公司]将成为全国的[T:精细化工]产业创新高地。", ("甲公司", "FOCUSES_ON", "精细化工")),
    ("为提升水平，[C:甲市]支持[U:乙大学]。在[T:光电]、[T:量子]等领域加强学科建设。", ("甲市", "FOCUSES_ON", "量子")),
    ("[Z:甲科技城]：重点布局[T:空天]、[T:先进材料]。", ("甲科技城", "FOCUSES_ON", "空天")),
    ("[L:甲实验室]主要开展[T:量子信息]、[T:脑科学]等前沿领域研究。", ("甲实验室", "FOCUSES_ON", "脑科学")),
    ("在[T:新材料]领域建设[L:甲实验室]。", ("甲实验室", "FOCUSES_ON", "新材料")),
    ("聚焦[T:光电]、[T:量子]等领域，组建[I:甲研究院]。", ("甲研究院", "FOCUSES_ON", "光电")),
    ("[F:甲公司]是国内[T:锂电池]材料龙头企业。", ("甲公司", "FOCUSES_ON", "锂电池")),
    ("[K:甲产业集群]涵盖[T:电子信息]、[T:智能终端]。", ("甲产业集群", "FOCUSES_ON", "智能终端")),
    ("[C:甲市]的[T:工程机械]产业集群全球领先。", ("甲市", "FOCUSES_ON", "工程机械")),
    ("[C:甲市]要发挥[T:装备制造]产业优势。", ("甲市", "FOCUSES_ON", "装备制造")),
    ("[C:甲市]抢占[T:人工智能]、[T:元宇宙]等新赛道。", ("甲市", "FOCUSES_ON", "元宇宙")),
    ("[Z:甲高新区]吸引了一批[T:人工智能]企业入驻。", ("甲高新区", "FOCUSES_ON", "人工智能")),
    ("[Z:甲高新区]发展良好。[T:光电]产业规模居全国之首。", ("甲高新区", "FOCUSES_ON", "光电")),
    ("[C:甲市]、[C:乙市]以[T:绿色农业]为重点，共建[Z:丙示范带]。", ("丙示范带", "FOCUSES_ON", "绿色农业")),
    ("依托[Z:甲高新区]，重点发展[T:集成电路]、[T:软件]产业。", ("甲高新区", "FOCUSES_ON", "集成电路")),
    ("以[C:甲市]、[C:乙市]等地为重点，大力发展[T:新型显示]、[T:软件]。", ("乙市", "FOCUSES_ON", "新型显示")),
    ("[T:电子信息]产业，以[C:甲市]、[C:乙市]为核心。", ("甲市", "FOCUSES_ON", "电子信息")),
    ("[F:甲公司]、[F:乙公司]等[T:光电]企业。", ("乙公司", "FOCUSES_ON", "光电")),
    ("聚集了[T:光电]企业，包括[F:甲公司]、[F:乙公司]。", ("甲公司", "FOCUSES_ON", "光电")),
    ("[G:甲部][I:乙研究所]发布报告。", ("乙研究所", "PART_OF", "甲部")),
    ("[C:甲市]首个重大科技基础设施——[L:乙装置]启动。", ("乙装置", "LOCATED_IN", "甲市")),
    ("[Z:甲科学城][L:乙实验室]召开会议。", ("乙实验室", "LOCATED_IN", "甲科学城")),
    ("[Z:甲科学城]建成了[L:乙实验室]，先后揭牌运行[L:丙实验室]。", ("丙实验室", "LOCATED_IN", "甲科学城")),
    ("在[Z:甲科学城]湖畔，[L:乙实验室]、[I:丙院]等平台加速聚集。", ("丙院", "LOCATED_IN", "甲科学城")),
    ("在[L:甲实验室]，[L:乙中心]、[L:丙中心]等平台建成投用。", ("丙中心", "PART_OF", "甲实验室")),
    ("[I:甲研究院]挂牌。重点建设[L:乙中心]、[L:丙平台]。", ("丙平台", "PART_OF", "甲研究院")),
    ("[R:甲都市圈]是[R:乙城市群]的核心区域。", ("甲都市圈", "PART_OF", "乙城市群")),
    ("由[G:甲管委会]和[U:乙大学]联合建设。", ("甲管委会", "COLLABORATES_WITH", "乙大学")),
    ("[C:甲市]还引进[U:乙大学]、[I:丙院]等建立研发平台。", ("甲市", "COLLABORATES_WITH", "丙院")),
    ("[F:甲公司]与[I:乙研究所]联合攻关。", ("甲公司", "COLLABORATES_WITH", "乙研究所")),
    ("[G:甲管委会]与[U:乙大学]、[F:丙公司]战略合作框架协议签订。", ("甲管委会", "COLLABORATES_WITH", "丙公司")),
    ("加快[C:甲市][C:乙市]同城化发展。", ("甲市", "COLLABORATES_WITH", "乙市")),
    ("“甲乙对口合作”、[R:丙省]和[R:丁省]对口合作等机遇。", ("丙省", "COLLABORATES_WITH", "丁省")),
    ("[C:甲市]引进[U:乙大学]共建[I:丙研究院]。", ("丙研究院", "BUILT_BY", "甲市")),
    ("[B:甲孵化器]系[F:乙公司]投资建设。", ("甲孵化器", "BUILT_BY", "乙公司")),
    ("[C:甲市]与[U:乙大学]签署协议，双方共建[I:丙研究院]。", ("丙研究院", "BUILT_BY", "乙大学")),
    ("依托[U:甲大学]，组建[L:乙实验室]。", ("乙实验室", "RELIES_ON", "甲大学")),
    ("[A:甲联盟]成立。[Z:乙高新区]被推选为联盟首届理事长单位。", ("甲联盟", "BUILT_BY", "乙高新区")),
    ("[A:甲联盟]成立。[F:乙公司]、[U:丙大学]为副理事长单位。", ("丙大学", "MEMBER_OF", "甲联盟")),
    ("[U:甲大学]、[F:乙公司]等都是[A:丙联盟]成员组织。", ("乙公司", "MEMBER_OF", "丙联盟")),
    ("国务院批复同意[Z:甲高新区]、[Z:乙高新区]建设[Z:丙自创区]。", ("乙高新区", "PART_OF", "丙自创区")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), TOLD)
def test_the_construction_tells_the_tie(marked: str, expected: tuple[str, str, str]) -> None:
    found = ties(marked)
    source, type_, target = expected
    assert expected in found or (type_ == "COLLABORATES_WITH" and (target, type_, source) in found)


def test_whom_a_city_brings_in_to_build_does_not_stand_there() -> None:
    found = ties("[C:甲市]引进[U:乙大学]、[U:丙大学]等建立研发平台。")
    assert not any(r == "LOCATED_IN" for _, r, _ in found)


def test_founders_of_an_alliance_that_is_only_spoken_of_are_no_pairs() -> None:
    found = ties("该联盟由[U:甲大学]、[I:乙所]、[F:丙公司]联合发起成立。")
    assert not any(r == "COLLABORATES_WITH" for _, r, _ in found)


def test_what_is_only_promoted_does_not_act_after_a_comma() -> None:
    found = ties("[U:甲大学]、[F:乙公司]以创新为目标，推动[Z:丙经开区]融合发展，成立[A:丁联盟]。")
    assert {t for s, r, t in found if r == "BUILT_BY"} == {"甲大学", "乙公司"}


def test_unknown_items_do_not_end_an_enumeration_of_subjects() -> None:
    found = ties("[U:甲大学]、某某学会、[F:乙公司]成立[A:丁联盟]。")
    assert {t for s, r, t in found if r == "BUILT_BY"} == {"甲大学", "乙公司"}


def test_the_city_of_a_document_gathers_industries() -> None:
    found = ties("经济总量过万亿，聚集[T:新型显示]、[T:集成电路]等新兴产业。", Home("安徽省", "合肥市"))
    assert ("合肥市", "FOCUSES_ON", "集成电路") in found


def test_the_planned_area_lists_the_members_of_its_region() -> None:
    home = Home("陕西省", "", frozenset(), "甲都市圈")
    found = ties("规划范围主要包括[C:西安市]全域（含[Z:乙新区]），[C:咸阳市][D:丙区]、[D:丁县]，[C:铜川市]。", home)
    assert {s for s, r, t in found if t == "甲都市圈"} == {"西安市", "丙区", "丁县", "铜川市"}
    assert ("乙新区", "LOCATED_IN", "西安市") in found


def test_a_city_of_our_province_is_part_of_it() -> None:
    assert ("白银市", "PART_OF", "甘肃省") in ties("[C:兰州市]、[C:白银市]两市是我省创新的主要区域。", Home("甘肃省"))
