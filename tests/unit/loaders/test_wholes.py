"""Members of areas, pieces of layouts, branches, what moves into a zone: on names of no region."""

from __future__ import annotations

import pytest

from loaders.wholes import of_district
from ontology.schema import load_schema
from tests.unit.loaders.marked import paragraph_of, ties, unmark

TOLD = [
    ("[R:甲圈]包括[C:乙]两市全域，[C:丁市][D:戊区]、[D:己市]，以及[Z:庚区]。", ("己市", "PART_OF", "甲圈")),
    ("[R:甲圈]包括[C:乙]两市全域，[C:丁市][D:戊区]、[D:己市]，以及[Z:庚区]。", ("庚区", "PART_OF", "甲圈")),
    ("[Z:甲科学城]构建“一心两翼”格局。“一心”为[Z:乙科创核]；“东翼”为[Z:丁小镇]。", ("丁小镇", "PART_OF", "甲科学城")),
    ("[Z:甲高新区]实行“一区四园”格局，即[Z:乙园]、[Z:丙园]和[Z:丁园]。", ("丙园", "PART_OF", "甲高新区")),
    ("发挥[Z:甲自创区]“一区二十一园”的作用，[Z:乙科技园]发展[T:软件]。", ("乙科技园", "PART_OF", "甲自创区")),
    ("发挥[Z:甲自创区]龙头作用，推动区内[Z:乙高新区]协同发展。", ("乙高新区", "PART_OF", "甲自创区")),
    ("[U:甲大学]在[C:乙市]设立[I:丙分院]。", ("丙分院", "PART_OF", "甲大学")),
    ("推进[Z:甲高新区]“一区多园”建设，[Z:乙科技城]、[Z:丙园]一体发展。", ("丙园", "PART_OF", "甲高新区")),
    ("[R:甲走廊]以[C:乙市]为核心，包括[C:乙市]全域，[C:丙市][D:丁区]。", ("丁区", "PART_OF", "甲走廊")),
    ("[L:甲实验室]新址在[D:乙县]丙镇启用。", ("甲实验室", "LOCATED_IN", "乙县")),
    ("[Z:甲产业园]隶属[Z:乙高新区]。", ("甲产业园", "PART_OF", "乙高新区")),
    ("[L:甲实验室]设[L:乙研究部]、[L:丙研究部]两个研究部。", ("丙研究部", "PART_OF", "甲实验室")),
    ("[Z:甲产业园]开园，首批23家企业入驻，包括[F:乙公司]、[F:丙公司]等。", ("丙公司", "LOCATED_IN", "甲产业园")),
    ("[F:甲公司]、[F:乙公司]等在[C:丙市]布局配套工厂。", ("甲公司", "LOCATED_IN", "丙市")),
    ("[I:甲研究院]新址在[D:丙区]启用。", ("甲研究院", "LOCATED_IN", "丙区")),
    ("[K:甲集群]：布局[Z:乙工业城]，规模600万锭。", ("甲集群", "LOCATED_IN", "乙工业城")),
    ("[K:甲集群]：以[Z:乙高新区]为核心承载区，[Z:丙园]、[Z:丁园]为协同园区。", ("甲集群", "LOCATED_IN", "丁园")),
    ("以[Z:甲高新区]为核心区，以[Z:乙新区]、[Z:丁园]为辐射区，建设[Z:丙示范区]。", ("甲高新区", "PART_OF", "丙示范区")),
    ("以[Z:甲高新区]为核心区，以[Z:乙新区]、[Z:丁园]为辐射区，建设[Z:丙示范区]。", ("丁园", "PART_OF", "丙示范区")),
    ("统筹[Z:甲生物城]、[Z:乙科技城]等资源，建设[Z:丙科学城]。", ("乙科技城", "PART_OF", "丙科学城")),
    ("[Z:甲新区]打造“一核两翼”体系。“两翼”即北部[Z:乙园]与南部[Z:丁园]。", ("丁园", "PART_OF", "甲新区")),
    ("[L:甲中心]选址[Z:乙高新区][Z:丙片区]。", ("甲中心", "LOCATED_IN", "丙片区")),
    ("以[C:甲市]为核心，依托[Z:乙开发区]、[Z:丙高新区]，重点发展[T:光电]。", ("甲市", "RELIES_ON", "丙高新区")),
    ("[Z:甲示范区]建设以[Z:乙高新区]、[Z:丙开发区]为主体。", ("甲示范区", "RELIES_ON", "丙开发区")),
    ("依托[U:甲大学]、[U:乙大学]，建设[B:丙科技园]和[L:丁设施]。", ("丁设施", "RELIES_ON", "乙大学")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), TOLD)
def test_the_construction_tells_the_tie(marked: str, expected: tuple[str, str, str]) -> None:
    assert expected in ties(marked)


UNTOLD = [
    ("以[Z:甲高新区]为核心区，以[Z:乙新区]为辐射区，建设[Z:丙示范区]。", ("甲高新区", "PART_OF", "乙新区")),
    ("[R:甲都市圈]包括[C:乙]两市全域，[C:丁市][D:戊区]、[D:己市]，面积2万平方公里。", ("丁市", "PART_OF", "甲都市圈")),
    ("[C:子市]构建“一核两翼”格局。“一核”为[Z:乙高新区]，“东翼”为[Z:丁小镇]。", ("丁小镇", "PART_OF", "乙高新区")),
    ("[U:甲大学]与[F:乙公司]在[C:丙市]共建[I:丁分院]。", ("丁分院", "PART_OF", "乙公司")),
    ("[Z:甲新区]发展。以[Z:乙高新区]为龙头，重点发展[T:光电]。", ("乙高新区", "PART_OF", "甲新区")),
    ("[I:甲研究院]（依托[U:乙大学]建设）、[B:丙孵化中心]。", ("丙孵化中心", "RELIES_ON", "乙大学")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "wrong"), UNTOLD)
def test_what_a_sentence_does_not_say_is_no_tie(marked: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in ties(marked)


def test_the_zones_of_a_district_s_entry_stand_there() -> None:
    text, mentions = unmark(
        "（一）[D:甲县]。以[Z:乙产业园]为核心，发展[T:光电]，与[Z:丁高新区]合作，[Z:丙园]发展[T:软件]。"
    )
    found = {(c.source[1], c.target[1]) for c in of_district(paragraph_of(text), mentions, load_schema())}
    assert found == {("乙产业园", "甲县"), ("丙园", "甲县")}
