"""Who leads and who takes part, hosts and holders, 前者 and 其, agreements and columns set with spaces."""

from __future__ import annotations

import pytest

from loaders.documents import aligned
from tests.unit.loaders.marked import papers, ties
from tests.unit.loaders.reading import facts_of

LED = [
    ("[L:甲实验室]（[F:乙公司]牵头，[U:丙大学]、[U:丁大学]参与）。", ("甲实验室", "BUILT_BY", "丁大学")),
    ("[Z:甲区]建设[L:乙中心]，主要依托[U:丙大学]。", ("乙中心", "RELIES_ON", "丙大学")),
    ("支持[I:甲院]、[L:乙中心]开展联合攻关。", ("甲院", "COLLABORATES_WITH", "乙中心")),
    ("一心即[Z:甲城]，重点布局[T:乙药]。", ("甲城", "FOCUSES_ON", "乙药")),
    ("[Z:甲城]位于[Z:乙区]，由[G:丙管委会]会同[G:丁局]共同打造。", ("甲城", "BUILT_BY", "丁局")),
    ("[B:甲园]（[D:乙区]）、[L:丙中心]（[D:丁区]）。", ("甲园", "LOCATED_IN", "乙区")),
    ("[L:甲实验室]：[U:乙大学]、[U:丙大学]牵头建设，落户[Z:丁区]。", ("甲实验室", "BUILT_BY", "丙大学")),
    ("[L:甲实验室]：[U:乙大学]、[U:丙大学]牵头建设，落户[Z:丁区]。", ("甲实验室", "LOCATED_IN", "丁区")),
    ("[L:甲实验室]：[U:乙大学]牵头，联合[F:丙集团]共建，位于[Z:丁园]。", ("甲实验室", "BUILT_BY", "丙集团")),
    ("[L:甲实验室]：依托[L:乙中心]，由[F:丙公司]组建。", ("甲实验室", "BUILT_BY", "丙公司")),
    ("[K:甲集群]。[F:乙科技]牵头，产值达到9亿元。", ("甲集群", "BUILT_BY", "乙科技")),
    ("以[C:甲市]为核心，依托[Z:乙园]，重点发展[T:丙材]。", ("甲市", "FOCUSES_ON", "丙材")),
    ("[L:甲实验室]由[G:乙政府]主导建设。", ("甲实验室", "BUILT_BY", "乙政府")),
    ("[Z:甲区]以[T:乙药]为主攻方向，依托[Z:丙园]，培育[K:丁集群]。", ("丁集群", "BUILT_BY", "甲区")),
    ("[Z:甲区]以[T:乙药]为主攻方向，依托[Z:丙园]，培育[K:丁集群]。", ("丁集群", "RELIES_ON", "丙园")),
    ("[Z:甲城]与[Z:乙谷]建立联动机制，与[I:丙院]开展联合研究。", ("甲城", "COLLABORATES_WITH", "丙院")),
    ("由[F:丙集团]牵头、[I:丁院]参与，在[C:戊市]组建[L:己实验室]。", ("己实验室", "BUILT_BY", "丁院")),
    ("由[F:丙集团]牵头、[I:丁院]参与，在[C:戊市]组建[L:己实验室]。", ("己实验室", "LOCATED_IN", "戊市")),
    ("[L:甲实验室]由[U:乙大学]牵头、[U:丙大学]等参与建设。", ("甲实验室", "BUILT_BY", "丙大学")),
    ("支持[U:甲大学]牵头组建[I:乙院]，[F:丙集团]共同参与。", ("乙院", "BUILT_BY", "丙集团")),
    ("[L:甲实验室]揭牌，该实验室由[U:乙大学]联合某石化组建。", ("甲实验室", "BUILT_BY", "乙大学")),
    ("[G:甲局]要会同[G:乙管委会]办好[E:丙交易会]。", ("丙交易会", "BUILT_BY", "乙管委会")),
    ("[G:甲局]主办、[U:丙大学]承办的[E:乙论坛]举行。", ("乙论坛", "BUILT_BY", "甲局")),
    ("[G:甲政府]与[U:乙大学]共同出资设立[I:丙院]。", ("丙院", "BUILT_BY", "甲政府")),
    ("[C:甲市]与[C:乙市]结对共建[Z:丙产业园]。", ("丙产业园", "BUILT_BY", "乙市")),
    ("[A:甲联盟]，理事长单位[I:乙院]，副理事长单位[U:丁大学]。", ("丁大学", "MEMBER_OF", "甲联盟")),
    ("[A:甲联盟]，理事长单位[I:乙院]，副理事长单位[U:丁大学]。", ("甲联盟", "BUILT_BY", "乙院")),
    ("[L:甲室]、[L:乙室]分别依托[U:丙大学]、[U:丁大学]建设。", ("乙室", "RELIES_ON", "丁大学")),
    ("[F:甲集团]承担建设[L:乙实验室]。", ("乙实验室", "BUILT_BY", "甲集团")),
    ("[Z:甲高新区]引进[I:乙所]，共建[I:丙院]。", ("丙院", "BUILT_BY", "乙所")),
    ("[L:甲中心]，依托单位[U:乙大学]；共建单位[F:丁公司]。", ("甲中心", "BUILT_BY", "丁公司")),
    ("[Z:甲区]与[Z:乙园]共建[L:丙中心]，委托[F:丁公司]运营。", ("丙中心", "BUILT_BY", "丁公司")),
    ("[C:甲市]依托[I:乙院]发展[T:铝材]。", ("甲市", "FOCUSES_ON", "铝材")),
    ("[C:甲市]、[C:乙市]、[C:丙市]三地互认创新券。", ("甲市", "COLLABORATES_WITH", "丙市")),
    ("[K:甲集群]：链主企业[F:乙公司]、[F:丙公司]。", ("甲集群", "BUILT_BY", "丙公司")),
    ("[K:甲集群]：以[Z:乙高新区]为核心承载区。", ("甲集群", "RELIES_ON", "乙高新区")),
    ("[Z:甲经开区]将以[F:乙集团]为依托打造[K:丙集群]。", ("丙集群", "BUILT_BY", "甲经开区")),
    ("[A:甲联盟]揭牌，[F:乙公司]为盟主。", ("甲联盟", "RELIES_ON", "乙公司")),
    ("[U:甲大学]与[F:乙集团]合建的[L:丙室]，挂牌于[Z:丁经开区]，位于[D:戊区]。", ("丙室", "LOCATED_IN", "戊区")),
    ("依托[U:甲大学]的[L:乙工程实验室]。", ("乙工程实验室", "RELIES_ON", "甲大学")),
    ("[I:甲院]2020年整建制入驻[Z:乙软件园]。", ("甲院", "LOCATED_IN", "乙软件园")),
]  # fmt: skip

UNTOLD = [
    ("[I:甲院]：由[G:乙政府]、[U:丙大学]共建，落户[Z:丁高新区]。", ("丙大学", "LOCATED_IN", "丁高新区")),
    ("[U:甲大学]与[F:乙集团]合建的[L:丙室]，位于[D:戊区]。", ("甲大学", "LOCATED_IN", "戊区")),
    ("[L:甲室]（依托[U:乙大学]）、[L:丙室]（依托单位：[U:丁大学]）。", ("甲室", "RELIES_ON", "丁大学")),
    ("[L:甲室]落户[D:乙区]，由[I:丙所]承建，下设[L:丁中心]。", ("丁中心", "PART_OF", "丙所")),
    ("由[F:丙集团]牵头、[I:丁院]参与，组建[L:己实验室]。", ("丁院", "BUILT_BY", "丙集团")),
    ("[Z:甲经开区]将以[F:乙集团]为依托打造[K:丙集群]。", ("甲经开区", "RELIES_ON", "乙集团")),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "expected"), LED)
def test_the_construction_tells_the_tie(marked: str, expected: tuple[str, str, str]) -> None:
    assert expected in ties(marked)


@pytest.mark.parametrize(("marked", "wrong"), UNTOLD)
def test_the_construction_does_not_tell_another_tie(marked: str, wrong: tuple[str, str, str]) -> None:
    assert wrong not in ties(marked)


def test_the_former_and_the_latter_have_a_field_each() -> None:
    told = ties("[R:甲省]推动[Z:乙区]、[Z:丙区]错位发展，前者重点培育[T:光电]，后者主攻[T:化工]。")
    assert {(s, o) for s, r, o in told if r == "FOCUSES_ON"} == {("乙区", "光电"), ("丙区", "化工")}


def test_of_three_things_none_is_the_latter() -> None:
    told = ties("[R:甲省]推动[Z:乙区]、[Z:丙区]、[Z:丁区]错位发展，后者主攻[T:化工]。")
    assert ("丁区", "FOCUSES_ON", "化工") not in told


def test_its_means_whom_the_sentence_supported_before() -> None:
    told = ties("支持[Z:甲区]与[Z:乙区]开展对口协作；支持其联合[U:丁大学]创办[I:戊院]。")
    assert {("戊院", "BUILT_BY", "甲区"), ("戊院", "BUILT_BY", "丁大学")} <= told
    assert ("戊院", "BUILT_BY", "乙区") not in told


@pytest.mark.parametrize(
    "marked",
    [
        "[C:甲市]、[C:乙市]两市签订[P:《丙合作协议》=丙合作协议]。",
        "[P:《丙合作协议》=丙合作协议]由[C:甲市]、[C:乙市]共同签署。",
    ],
)
def test_an_agreement_is_issued_by_who_signed_it(marked: str) -> None:
    assert {o for _, r, o in papers(marked) if r == "ISSUED_BY"} == {"甲市", "乙市"}


def test_a_plan_that_is_signed_is_no_agreement() -> None:
    assert not [t for t in papers("[C:甲市]、[C:乙市]签署[P:《丙规划》=丙规划]。") if t[1] == "ISSUED_BY"]


_LIST = (
    "认定名单\n序号  平台名称  依托单位  共建单位  所在地\n"
    "1   苏州市甲光重点实验室    苏州大学   南通大学   昆山市\n"
    "2   南通市乙材工程技术研究中心   南通大学   ——   南通市\n"
)


def test_columns_set_with_spaces_are_read_as_a_table() -> None:
    told = {(t.source[1], t.type, t.target[1]) for t in facts_of(_LIST).ties}
    assert ("苏州市甲光重点实验室", "RELIES_ON", "苏州大学") in told
    assert ("苏州市甲光重点实验室", "BUILT_BY", "南通大学") in told
    assert ("苏州市甲光重点实验室", "LOCATED_IN", "昆山市") in told


@pytest.mark.parametrize("text", ["甲  乙  丙\n丁  戊  己\n庚  辛  壬", "序号  名称  所在地\n1  甲  乙"])
def test_a_verse_or_two_lines_are_no_table(text: str) -> None:
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    pieces = [(s, text.find("\n", s) if "\n" in text[s:] else len(text)) for s in starts]
    assert not aligned(text, pieces)


def test_an_approval_is_about_the_zone_that_it_approves() -> None:
    found = facts_of(
        "国务院关于同意南通高新技术产业园区升级为国家高新技术产业开发区的批复\n\n"
        "　　三、要以新能源汽车为主导产业，以生物医药为特色产业。\n"
    )
    told = {(t.source[1], t.target[1]) for t in found.ties if t.type == "FOCUSES_ON"}
    assert any("南通" in s and o == "新能源汽车" for s, o in told)
    assert any("南通" in s and o == "生物医药" for s, o in told)


@pytest.mark.parametrize(("name", "field"), [("沪滇花卉产业联盟", "花卉"), ("天府大数据产业联盟", "大数据")])
def test_a_joint_short_form_of_places_is_no_part_of_a_field(name: str, field: str) -> None:
    assert (name, "FOCUSES_ON", field) in ties(f"[A:{name}]揭牌。")


def test_the_places_that_the_name_of_a_region_strings_together_are_its_parts() -> None:
    found = facts_of("打造德阳—绵阳—成都高端装备产业带。").ties
    told = {t.source[1] for t in found if t.type == "PART_OF" and t.target[1] == "德阳—绵阳—成都高端装备产业带"}
    assert told == {"德阳市", "绵阳市", "成都市"}


def test_who_builds_an_item_does_not_stand_where_the_item_stands() -> None:
    found = ties("[L:甲实验室]：[U:乙大学]牵头建设，落户[Z:丁区]。")
    assert ("乙大学", "LOCATED_IN", "丁区") not in found
