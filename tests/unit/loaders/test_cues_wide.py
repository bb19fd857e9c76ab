"""Constructions of plans, news and lists of any region, on names of no region."""

from __future__ import annotations

import pytest

from loaders.mention import Home
from tests.unit.loaders.marked import papers, ties

TOLD = [
    ("[L:甲实验室]设在[Z:乙高新区]，由[F:丙公司]牵头，会同[U:丁大学]组建。", ("甲实验室", "BUILT_BY", "丁大学")),
    ("[F:甲公司]在[Z:乙高新区]设立[I:丙研究院]。", ("丙研究院", "BUILT_BY", "甲公司")),
    ("[B:甲孵化基地]（[F:乙公司]运营）在孵企业多。", ("甲孵化基地", "BUILT_BY", "乙公司")),
    ("[Z:甲高新区]聚焦[T:光电]，联合[U:乙大学]共建[I:丙研究院]。", ("丙研究院", "BUILT_BY", "甲高新区")),
    ("[G:甲市政府]与[F:乙集团]签署协议，双方将在[Z:丙园]共建[I:丁研究院]。", ("丁研究院", "BUILT_BY", "乙集团")),
    ("[L:甲中心]依托单位：[U:乙大学]；共建单位：[F:丙公司]。", ("甲中心", "BUILT_BY", "乙大学")),
    ("[U:甲大学]牵头，[F:乙公司]、[I:丙所]参与，共同组建[L:丁实验室]。", ("丁实验室", "BUILT_BY", "甲大学")),
    ("支持[U:甲大学]组建[I:乙研究院]，落户[Z:丙新区]。", ("乙研究院", "LOCATED_IN", "丙新区")),
    ("[U:甲大学]、[I:乙研究院]等科研机构落户[Z:丙科学城]。", ("乙研究院", "LOCATED_IN", "丙科学城")),
    ("[C:甲市]（3家）：[L:乙中心]（依托[U:丙大学]）。", ("乙中心", "LOCATED_IN", "甲市")),
    ("[L:乙中心]（依托[U:丙大学]）获批。", ("乙中心", "RELIES_ON", "丙大学")),
    ("以[U:甲大学]为主体建设的[L:乙装置]通过验收。", ("乙装置", "RELIES_ON", "甲大学")),
    ("[C:甲市]、[C:乙市]两市在[D:丙区]举行科技合作签约仪式。", ("甲市", "COLLABORATES_WITH", "乙市")),
    ("[S:甲交易所]与[S:乙交易所]、[S:丙交易所]互联互通。", ("甲交易所", "COLLABORATES_WITH", "丙交易所")),
    ("[C:甲市]对口帮扶[C:乙市]。", ("甲市", "COLLABORATES_WITH", "乙市")),
    ("[C:甲市]与[N:德国]在[T:光电]领域开展合作。", ("甲市", "COLLABORATES_WITH", "德国")),
    ("[Z:甲高新区]以[T:光电]为主导，[T:软件]为支撑。", ("甲高新区", "FOCUSES_ON", "软件")),
    ("[Z:甲高新区]深耕[T:光电]，做优[T:软件]。", ("甲高新区", "FOCUSES_ON", "软件")),
    ("[C:甲市]推动[T:光电]产业延链补链。", ("甲市", "FOCUSES_ON", "光电")),
    ("[Z:甲高新区]、[Z:乙高新区]、[Z:丙高新区]（统称[Z:丁高新区]）创建示范区。", ("乙高新区", "PART_OF", "丁高新区")),
    ("[C:甲市]、[C:乙市]、[C:丙市]共同组成[R:丁都市圈]。", ("乙市", "PART_OF", "丁都市圈")),
    ("[Z:甲高新区]纳入[Z:乙自创区]范围。", ("甲高新区", "PART_OF", "乙自创区")),
    ("[A:甲联盟]壮大，吸纳[F:乙公司]、[F:丙公司]参加。", ("丙公司", "MEMBER_OF", "甲联盟")),
    ("[A:甲联盟]会员单位包括[F:乙公司]、[U:丙大学]。", ("丙大学", "MEMBER_OF", "甲联盟")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), TOLD)
def test_the_construction_tells_the_tie(marked: str, expected: tuple[str, str, str]) -> None:
    found = ties(marked)
    source, type_, target = expected
    assert expected in found or (type_ == "COLLABORATES_WITH" and (target, type_, source) in found)


UNTOLD = [
    ("[Z:甲经开区]打造[Z:乙园]、[I:丙院]、[Z:丁园]“三位一体”的创新格局。", ("丙院", "LOCATED_IN", "甲经开区")),
    ("[L:甲中心]设在[Z:乙高新区]，由[F:丙公司]牵头组建。", ("乙高新区", "BUILT_BY", "丙公司")),
    ("[U:甲大学]在[C:乙市]建设[I:丙研究院]。", ("丙研究院", "BUILT_BY", "乙市")),
    ("[C:甲市]、[C:乙市]分别做强[T:光电]、[T:软件]。", ("甲市", "FOCUSES_ON", "软件")),
    ("[L:甲中心]依托[F:乙公司]（[Z:丙高新区]）建设。", ("甲中心", "RELIES_ON", "丙高新区")),
    ("[F:甲公司]、[F:乙公司]等9家单位加入[A:丙联盟]，秘书处设在[Z:丁园]。", ("乙公司", "LOCATED_IN", "丁园")),
    ("深化[R:粤港澳大湾区]与周边联动发展。", ("广东省", "COLLABORATES_WITH", "粤港澳大湾区")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "wrong"), UNTOLD)
def test_what_a_sentence_does_not_say_is_no_tie(marked: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in ties(marked, Home("广东省"))


def test_respectively_joins_one_to_one() -> None:
    found = ties("[C:甲市]、[C:乙市]分别做强[T:光电]、[T:软件]。")
    assert {("甲市", "FOCUSES_ON", "光电"), ("乙市", "FOCUSES_ON", "软件")} <= found


def test_who_runs_what_was_just_founded() -> None:
    found = ties("[Z:甲高新区]与[I:乙所]联合成立[I:丙研究院]，由[U:丁大学]负责运营。")
    assert ("丙研究院", "BUILT_BY", "丁大学") in found
    assert ("乙所", "BUILT_BY", "丁大学") not in found


def test_papers_speak_of_papers() -> None:
    assert ("乙方案", "BASED_ON", "甲规划") in papers("为落实[P:《甲规划》]，[G:丙市科技局]制定[P:《乙方案》]。")
    assert ("丁工程", "PART_OF", "甲规划") in papers("[P:《甲规划》]提出实施[W:丁工程]。")
    assert ("甲办法", "APPLIES_TO", "乙高新区") in papers("[P:《甲办法》]适用于[Z:乙高新区]。")
    issued = papers("[G:甲省发展改革委]会同[G:甲省科技厅]制定[P:《乙规划》]。")
    assert {("乙规划", "ISSUED_BY", "甲省发展改革委"), ("乙规划", "ISSUED_BY", "甲省科技厅")} <= issued
    assert ("乙方案", "ISSUED_BY", "甲省科技厅") in papers("[G:甲省科技厅]等三部门关于印发[P:《乙方案》]的通知")
