from __future__ import annotations

import pytest

from tests.unit.loaders.marked import ties

TOLD = [
    ("[T:光电]产业是[Z:甲高新区]的核心产业。", ("甲高新区", "光电")),
    ("[T:光电]、[T:汽车]成为[C:甲市]两大支柱产业。", ("甲市", "汽车")),
    ("[C:甲市]的支柱产业——[T:光电]稳步增长。", ("甲市", "光电")),
    ("[Z:甲园]建设加快。未来形成涵盖[T:光电]、[T:新药]等领域的产业集聚区。", ("甲园", "新药")),
    ("[Z:甲园]现有企业50家，涵盖[T:光电]、[T:新药]等产业。", ("甲园", "新药")),
    ("[C:甲市]聚集了全省大部分[T:光电]和[T:新药]生产企业。", ("甲市", "新药")),
    ("以[F:甲]、[F:乙]等为代表的企业均强力布局[T:人工智能]领域。", ("乙", "人工智能")),
    ("[F:甲公司]是一家专业从事[T:动力电池]研发的企业。", ("甲公司", "动力电池")),
    ("- [T:光电]：[Z:甲高新区]拥有多家企业。", ("甲高新区", "光电")),
    ("[Z:甲园]成绩突出。在[T:新药]领域，集聚了众多企业。", ("甲园", "新药")),
    ("[T:光电]产业主要集中在[C:甲市]、[C:乙市]等市。", ("乙市", "光电")),
    ("构建以[C:甲市]、[C:乙市]为核心，多地联动发展的[T:光电]产业格局。", ("乙市", "光电")),
    ("[U:甲大学]建有8个[T:新能源]领域国家级平台。", ("甲大学", "新能源")),
    ("[F:甲公司]等8家小巨人企业涵盖[T:新药]、[T:器械]等多个领域。", ("甲公司", "器械")),
    ("依托[Z:甲经开区]，突出以化领焦，发展[T:精细化工]。", ("甲经开区", "精细化工")),
]


@pytest.mark.parametrize(("marked", "told"), TOLD)
def test_a_profile_tells_the_field(marked: str, told: tuple[str, str]) -> None:
    assert (told[0], "FOCUSES_ON", told[1]) in ties(marked)


@pytest.mark.parametrize(
    "marked", ["[T:光电]产业是国民经济的支柱产业，[C:甲市]应当学习。", "[C:甲市]聚集人才，[T:光电]论坛举行。"]
)
def test_what_is_said_of_no_place_is_no_focus(marked: str) -> None:
    assert not {t for t in ties(marked) if t[1] == "FOCUSES_ON"}
