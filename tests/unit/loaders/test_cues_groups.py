"""Groups: who builds over commas, what several places hold, whose parks and members lists tell; names of no region."""

from __future__ import annotations

import pytest

from loaders.hosts import far
from loaders.lexicon import load_lexicon
from loaders.mention import Mention
from loaders.parks import parks
from tests.unit.loaders.marked import ties

TOLD = [
    ("[L:甲实验室]位于[C:乙市]，依托[U:丙大学]，与[F:戊公司]等单位共建。", ("甲实验室", "BUILT_BY", "戊公司")),
    ("[I:甲研究院]选址[Z:乙园]，联合[F:丙公司]、[U:丁大学]共同组建。", ("甲研究院", "BUILT_BY", "丁大学")),
    ("[Z:甲新城]位于[C:乙市]、[C:丙市]交界处。", ("甲新城", "LOCATED_IN", "丙市")),
    ("[Z:甲走廊]横跨[D:乙区]、[D:丙区]和[D:丁区]。", ("甲走廊", "LOCATED_IN", "丁区")),
    ("[Z:甲新城]规划面积700平方公里，横跨[Z:乙高新区]和[Z:丙经开区]。", ("甲新城", "LOCATED_IN", "丙经开区")),
    ("[Z:甲高新区]核心区位于[Z:乙新区]。", ("甲高新区", "LOCATED_IN", "乙新区")),
    ("[Z:甲科创城]布局了[I:乙研究所]、[I:丙研究院]等院所。", ("丙研究院", "LOCATED_IN", "甲科创城")),
    ("[F:甲集团]、[I:乙研究院]、[L:丙中心]等平台齐聚[C:丁市]。", ("丙中心", "LOCATED_IN", "丁市")),
    ("[Z:甲自贸港]重点园区包括[Z:乙开发区]、[Z:丙科技城]等。", ("丙科技城", "PART_OF", "甲自贸港")),
    ("[Z:甲产业园]是[Z:乙科技园]的园中园。", ("甲产业园", "PART_OF", "乙科技园")),
    ("[Z:甲片区]核心区为[Z:乙高新区]，辐射区包括[Z:丙新区]、[Z:丁经开区]。", ("丁经开区", "PART_OF", "甲片区")),
    ("[I:甲科学院]在[R:乙省]布局有[I:丙研究所]、[I:丁研究所]等研究机构。", ("丁研究所", "PART_OF", "甲科学院")),
    ("[Z:甲高新区]、[Z:乙工业区]纳入[Z:丙高新区]统一管理。", ("乙工业区", "PART_OF", "丙高新区")),
    ("[Z:甲高新区]由[D:乙区]、[D:丙区]的部分区域整合而成。", ("甲高新区", "LOCATED_IN", "丙区")),
    ("[Z:甲新区]位于江边，包括[D:乙区]、[D:丙县]部分区域。", ("甲新区", "LOCATED_IN", "丙县")),
    ("[Z:甲高新区]环境优良，[F:乙动力]、[F:丙股份]总部均设于此。", ("丙股份", "LOCATED_IN", "甲高新区")),
    ("[Z:甲片区]内，[F:乙集团]、[I:丙研究院]等单位加快集聚。", ("丙研究院", "LOCATED_IN", "甲片区")),
    ("[Z:甲创新园]坐落于[Z:乙新区]；园内设[I:丙研究院]、[L:丁中心]。", ("丁中心", "LOCATED_IN", "甲创新园")),
    ("[F:甲科技]、[F:乙电气]在[Z:丙经开区]建有生产基地。", ("乙电气", "LOCATED_IN", "丙经开区")),
    ("[Z:甲片区]46.8平方公里（含[Z:乙综合保税区]2.37平方公里）。", ("乙综合保税区", "PART_OF", "甲片区")),
    ("[F:甲装备公司]、[F:乙电源]均隶属于[F:丙集团]。", ("乙电源", "PART_OF", "丙集团")),
    ("深海所（[I:甲研究所]）位于[D:乙区]。", ("甲研究所", "LOCATED_IN", "乙区")),
    ("[Z:甲高新区]发展快；位于[D:乙区]的[Z:丙工业区]依托丁石化，聚集[F:戊医疗]、[F:己集团]等企业。",
     ("己集团", "LOCATED_IN", "丙工业区")),
    ("[L:甲实验室]由[I:乙研究院]牵头，[U:丙大学]参与，总部设在[D:戊区]。", ("甲实验室", "LOCATED_IN", "戊区")),
    ("“一廊”为[Z:甲走廊]，“一室”为[L:乙实验室]，位于[Z:丙高新区]。", ("乙实验室", "LOCATED_IN", "丙高新区")),
    ("[F:甲股份]、[F:乙生物]总部位于[Z:丙高新区]。", ("甲股份", "LOCATED_IN", "丙高新区")),
    ("[F:甲集团]坐落[D:乙市]。", ("甲集团", "LOCATED_IN", "乙市")),
    ("[Z:甲高新区]“一区三园”分别为[Z:乙园]、[Z:丙城]、[Z:丁园]。", ("丙城", "PART_OF", "甲高新区")),
    ("[Z:甲高新区]形成[Z:乙园区]、[Z:丙园区]和[Z:丁园区]的“一区多园”格局。", ("丁园区", "PART_OF", "甲高新区")),
    ("[L:甲实验室]（[C:乙市]，依托单位：[F:丙集团]）；[L:丁中心]（[C:戊市]，依托单位：[U:己大学]）。",
     ("丁中心", "RELIES_ON", "己大学")),
    ("[L:甲实验室]（[C:乙市]，依托单位：[F:丙集团]）。", ("甲实验室", "LOCATED_IN", "乙市")),
    ("[Z:甲高新区]发展快，由[Z:乙新城]、[Z:丙新区]两大板块构成。", ("丙新区", "PART_OF", "甲高新区")),
    ("[Z:甲高新区]（乙园区）由[Z:丙园]、[Z:丁园]组成。", ("丁园", "PART_OF", "甲高新区")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), TOLD)
def test_the_construction_tells_the_tie(marked: str, expected: tuple[str, str, str]) -> None:
    assert expected in ties(marked)


UNTOLD = [
    ("在[Z:甲生物城]布局[L:乙实验室]。", ("乙实验室", "BUILT_BY", "甲生物城")),
    ("[L:甲实验室]落户[Z:乙园]，依托[U:丙大学]。", ("乙园", "RELIES_ON", "丙大学")),
    ("[L:甲中心]地处[Z:乙新区]丙岛，由[C:丁市]与[G:戊厅]共建。", ("乙新区", "BUILT_BY", "丁市")),
    ("[Z:甲高新区]：[U:乙大学]、[F:丙公司]共建[I:丁研究院]。", ("甲高新区", "BUILT_BY", "丙公司")),
    ("在[Z:甲开发区]建设平台，位于[C:乙市]的[L:丙站]为其站点。", ("甲开发区", "LOCATED_IN", "乙市")),
    ("[Z:甲园]、[Z:乙城]，包括[Z:丙城]，横跨[D:丁区]、[D:戊区]。", ("丙城", "LOCATED_IN", "丁区")),
    ("[L:甲实验室]依托[U:乙大学]，联合[U:丙大学]组建；[C:丁市]支持。", ("丁市", "COLLABORATES_WITH", "丙大学")),
    ("[Z:甲高新区]包括[Z:乙新区]、[Z:丙园]，[Z:丁区]、[Z:戊区]发挥配套作用。", ("戊区", "PART_OF", "甲高新区")),
    ("[F:甲公司]位于[R:乙]矿区，发展核技术。", ("甲公司", "LOCATED_IN", "乙")),
    ("[F:甲动力]、[F:乙股份]均属优质企业，供货[F:丙集团]。", ("乙股份", "PART_OF", "丙集团")),
    ("[L:甲实验室]由[I:乙研究院]牵头，[U:丁大学]参与，总部设在[D:戊区]。", ("丁大学", "LOCATED_IN", "戊区")),
    ("[Z:甲高新区]形成[Z:乙园区]、[Z:丙园区]和[Z:丁园区]的“一区多园”格局。[Z:戊城]。", ("戊城", "PART_OF", "丁园区")),
    ("[U:甲大学]联合[R:乙省][C:丙]农垦、[F:丁水产]成立[A:戊联盟]。", ("戊联盟", "BUILT_BY", "丙")),
    ("[I:甲院]坐落[Z:乙开发区]，依托[F:丙晶电]发展。", ("乙开发区", "RELIES_ON", "丙晶电")),
    ("[L:甲实验室]（[C:乙市]，依托单位：[F:丙集团]）；[L:丁中心]（[C:戊市]，依托单位：[U:己大学]）。",
     ("甲实验室", "RELIES_ON", "己大学")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "wrong"), UNTOLD)
def test_what_a_sentence_does_not_say_is_no_tie(marked: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in ties(marked)


def test_a_list_tells_the_parks_of_a_zone() -> None:
    text = "某高新区由晋某园区、南某园区、安某园区组成，推动产业园、科技园建设。"
    zone = Mention(0, 4, "Zone", "某高新区", "某高新区", "", 0.9)
    found = [m.name for m in parks(text, [zone], load_lexicon())]
    assert found == ["晋某园区", "南某园区", "安某园区"]


def test_a_word_that_is_also_a_far_county_is_no_place() -> None:
    lexicon = load_lexicon()
    park = Mention(0, 5, "Zone", "云龙产业园", "云龙产业园", "", 0.9)
    county = Mention(0, 2, "District", "云龙县", "云龙", "", 0.9)
    assert far(park, county, frozenset({"海口市"}), lexicon)
    assert not far(park, county, frozenset({"昆明市"}), lexicon)
    assert not far(park, county, frozenset(), lexicon)
