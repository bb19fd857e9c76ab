"""Who leads, joins, pays for and runs a thing that is told once, and the tasks of plans and reports."""

from __future__ import annotations

import pytest

from tests.unit.loaders.marked import ties
from tests.unit.loaders.reading import facts_of, names_in

TOLD = [
    ("建设[L:甲中心]，由[U:乙大学]牵头，[U:丙大学]、[F:丁公司]参加。", ("甲中心", "BUILT_BY", "丁公司")),
    ("建设[L:甲中心]，由[U:乙大学]牵头，[U:丙大学]、[F:丁公司]参加。", ("乙大学", "COLLABORATES_WITH", "丁公司")),
    ("建设[S:甲市场]，由[G:乙局]主管、[F:丙公司]负责日常运营。", ("甲市场", "BUILT_BY", "丙公司")),
    ("[Z:甲城]由[G:乙管委会]主管，[F:丙公司]负责日常运营。", ("甲城", "BUILT_BY", "乙管委会")),
    ("[M:甲基金]由[F:乙公司]发起，[G:丙局]、[G:丁政府]共同出资。", ("甲基金", "BUILT_BY", "丁政府")),
    ("[A:甲联盟]由[F:乙公司]发起，[U:丙大学]、[U:丁大学]等23家单位参加。", ("丁大学", "MEMBER_OF", "甲联盟")),
    ("加快[L:甲实验室]建设，支持[U:乙大学]、[U:丙学院]参与建设。", ("甲实验室", "BUILT_BY", "丙学院")),
    ("[F:甲公司]承担的[L:乙中心]通过验收。", ("乙中心", "BUILT_BY", "甲公司")),
    ("鼓励[F:甲公司]建立[L:乙中心]。", ("乙中心", "BUILT_BY", "甲公司")),
    ("[L:甲实验室]的建设主体为[U:乙大学]。", ("甲实验室", "BUILT_BY", "乙大学")),
    ("委托[F:甲公司]运营[B:乙孵化器]。", ("乙孵化器", "BUILT_BY", "甲公司")),
    ("[U:甲大学]、[F:乙公司]联合申报国家项目。", ("甲大学", "COLLABORATES_WITH", "乙公司")),
    ("推动[D:甲区]、[D:乙区]与[Z:丙高新区]协同创新。", ("乙区", "COLLABORATES_WITH", "丙高新区")),
    ("深化[C:甲市]与[C:乙市]、[C:丙市]的产业协作。", ("甲市", "COLLABORATES_WITH", "丙市")),
    ("[Z:甲高新区]以[Z:乙园]为主阵地，重点发展[T:丙药]。", ("甲高新区", "RELIES_ON", "乙园")),
    ("[D:甲区]立足[Z:乙园]，做大[T:丙药]。", ("甲区", "RELIES_ON", "乙园")),
    ("[D:甲市]、[D:乙市]依托[Z:丙区]，发展[T:丁工]。", ("乙市", "RELIES_ON", "丙区")),
    ("以[Z:甲区]为核心承载区，建设[K:乙集群]。", ("乙集群", "RELIES_ON", "甲区")),
    ("以[F:甲公司]为龙头，打造[K:乙集群]。", ("乙集群", "RELIES_ON", "甲公司")),
    ("以[Z:甲区]为引领，带动[Z:乙区]、[Z:丙区]发展[T:丁件]产业。", ("丙区", "FOCUSES_ON", "丁件")),
    ("[Z:甲区]形成以[T:乙车]为主导、[T:丙药]和[T:丁材]为支撑的产业体系。", ("甲区", "FOCUSES_ON", "丁材")),
    ("[Z:甲区][T:乙车]产业产值突破1000亿元。", ("甲区", "FOCUSES_ON", "乙车")),
    ("[Z:甲区]（含[Z:乙园]、[Z:丙城]）面积扩大。", ("丙城", "PART_OF", "甲区")),
    ("[Z:甲区]下辖[Z:乙园]、[Z:丙城]。", ("乙园", "PART_OF", "甲区")),
    ("将[Z:乙园]纳入[Z:甲区]统一管理。", ("乙园", "PART_OF", "甲区")),
    ("以[C:甲市]为中心，[C:乙市]、[C:丙市]为支撑，建设[R:丁都市圈]。", ("丙市", "PART_OF", "丁都市圈")),
    ("[F:甲公司]在[D:乙县]投资建设[Z:丙园]。", ("甲公司", "LOCATED_IN", "乙县")),
    ("[D:甲区]加快建设[Z:乙园]。", ("乙园", "LOCATED_IN", "甲区")),
    ("以[F:甲公司]为主体，联合[U:乙大学]、[U:丙学院]，创建[L:丁中心]。", ("丁中心", "BUILT_BY", "丙学院")),
    ("以[F:甲公司]为主体，联合[U:乙大学]、[U:丙学院]，创建[L:丁中心]。", ("丁中心", "RELIES_ON", "甲公司")),
    ("[Z:甲区]与[Z:乙区]签约，在[D:丙区]建成[B:丁孵化中心]。", ("丁孵化中心", "BUILT_BY", "甲区")),
    ("[D:甲县]与[D:乙县]、[D:丙县]与[D:丁县]签订[T:白酒]产业协议。", ("丙县", "COLLABORATES_WITH", "丁县")),
    ("[Z:甲区]产业集聚，[T:乙药]、[T:丙材]两大主导产业加快壮大。", ("甲区", "FOCUSES_ON", "丙材")),
    ("[I:甲所]挂牌[L:乙中心]。", ("乙中心", "RELIES_ON", "甲所")),
    ("建设[L:甲中心]，中心选址[D:乙区]。", ("甲中心", "LOCATED_IN", "乙区")),
    ("支持[U:甲大学]牵头，联合[I:乙院]、[F:丙公司]，创建[L:丁室]。", ("丁室", "BUILT_BY", "丙公司")),
    ("[Z:甲区]加快建设[Z:乙城]，谋划布局[Z:丙园]。", ("丙园", "BUILT_BY", "甲区")),
    ("[F:甲集团]出资20亿元设立[M:乙基金]。", ("乙基金", "BUILT_BY", "甲集团")),
    ("[F:甲集团]总投资30.5亿元建设[Z:乙园]。", ("乙园", "BUILT_BY", "甲集团")),
    ("推动[I:甲院]、[I:乙院]资源共享。", ("甲院", "COLLABORATES_WITH", "乙院")),
    ("[F:甲公司]与[U:乙大学]联合实验室获奖。", ("甲公司", "COLLABORATES_WITH", "乙大学")),
    ("鼓励[I:甲院]联合[U:乙大学]、[F:丙公司]申报[L:丁中心]。", ("丁中心", "BUILT_BY", "丙公司")),
    ("[D:甲县]做强[T:乙材]，建好[Z:丙园]。", ("丙园", "BUILT_BY", "甲县")),
    ("[C:甲市]做好与[D:乙县]、[D:丙县]的对口协作。", ("甲市", "COLLABORATES_WITH", "丙县")),
    ("[C:甲市]、[C:乙市]两市在[D:丙区]、[D:丁区]交界区域规划建设[Z:戊区]。", ("戊区", "BUILT_BY", "乙市")),
    ("[D:甲县]、[D:乙县]立足[Z:丙园]、[Z:丁园]，做大[T:戊药]。", ("乙县", "RELIES_ON", "丁园")),
    ("设立[B:甲孵化器]和[Z:乙飞地]，分别由[F:丙公司]、[F:丁公司]运营管理。", ("乙飞地", "BUILT_BY", "丁公司")),
    ("举办[E:甲论坛]，论坛由[G:乙政府]主办，[G:丙委]承办。", ("甲论坛", "BUILT_BY", "丙委")),
    ("推动[U:甲大学]加入[A:乙联盟]。", ("甲大学", "MEMBER_OF", "乙联盟")),
    ("[D:甲区]援助[D:乙县]、[D:丙区]援助[D:丁县]资金1.2亿元。", ("丙区", "COLLABORATES_WITH", "丁县")),
    ("[D:甲区]以[F:乙公司]为龙头，打造[K:丙集群]。", ("丙集群", "RELIES_ON", "乙公司")),
    ("[D:甲县]与[D:乙区]共建[Z:丙园]，引进[F:丁公司]运营。", ("丙园", "BUILT_BY", "丁公司")),
    ("推动[C:甲市]、[C:乙市]、[C:丙市]三市仪器设备开放共享。", ("甲市", "COLLABORATES_WITH", "丙市")),
    ("[U:甲大学]建设的[L:乙中心]、[U:丙大学]建设的[L:丁室]完成验收。", ("丁室", "BUILT_BY", "丙大学")),
    ("[C:甲市]对口支援[D:乙县]、[D:丙县]。", ("甲市", "COLLABORATES_WITH", "丙县")),
    ("[C:甲市]援建[D:乙县]项目竣工。", ("甲市", "COLLABORATES_WITH", "乙县")),
    ("设立[M:甲基金]，由[F:乙集团]管理，重点投向[T:丙电路]。", ("甲基金", "FOCUSES_ON", "丙电路")),
]
UNTOLD = [
    ("[U:甲大学]建设的[L:乙中心]、[U:丙大学]建设的[L:丁室]完成验收。", ("丁室", "BUILT_BY", "乙中心")),
    ("[D:甲县]、[D:乙县]立足[Z:丙园]、[Z:丁园]，做大[T:戊药]。", ("甲县", "RELIES_ON", "丁园")),
    ("支持[Z:甲园]扩区升级，推动[I:乙院]、[I:丙院]资源共享，加快组建[I:丁院]。", ("丁院", "BUILT_BY", "甲园")),
    ("[I:甲院]牵头，[F:乙公司]参与，组建[L:丙中心]。", ("丙中心", "PART_OF", "甲院")),
    ("加强[Z:甲园]、[Z:乙园]等合作园区建设。", ("甲园", "COLLABORATES_WITH", "乙园")),
    ("在[D:甲区]、[C:乙市]分别设立[B:丙孵化器]和[Z:丁飞地]。", ("丁飞地", "BUILT_BY", "乙市")),
    ("依托[F:甲公司]、[I:乙所]组建[L:丙基地]。", ("丙基地", "BUILT_BY", "乙所")),
    ("[Z:甲区]与[Z:乙区]签约，在[D:丙区]建成[B:丁孵化中心]。", ("丁孵化中心", "BUILT_BY", "乙区")),
    ("[Z:甲区]依托[Z:乙城]发展[T:丙材]。", ("乙城", "FOCUSES_ON", "丙材")),
    ("[L:甲实验室]由[U:乙大学]牵头，推动[Z:丙区]由[G:丁管委会]管理。", ("甲实验室", "BUILT_BY", "丁管委会")),
    ("[M:甲基金]由[F:乙公司]发起，[G:丙局]共同出资。", ("乙公司", "COLLABORATES_WITH", "丙局")),
    ("[A:甲联盟]由[F:乙公司]发起，[U:丙大学]参加。", ("甲联盟", "BUILT_BY", "丙大学")),
]


@pytest.mark.parametrize(("marked", "expected"), TOLD)
def test_told(marked: str, expected: tuple[str, str, str]) -> None:
    assert expected in ties(marked)


@pytest.mark.parametrize(("marked", "unexpected"), UNTOLD)
def test_not_told(marked: str, unexpected: tuple[str, str, str]) -> None:
    assert unexpected not in ties(marked)


def test_a_verb_between_two_bodies_ends_the_first() -> None:
    told = facts_of("　　襄阳高新区下辖深圳工业园、襄阳科技城。\n").ties
    assert ("深圳工业园", "襄阳高新区") in {(t.source[1], t.target[1]) for t in told if t.type == "PART_OF"}


def test_a_park_named_after_a_zone_stands_in_it() -> None:
    told = {(t.source[1], t.type, t.target[1]) for t in facts_of("　　福州新区元洪食品产业园入驻企业20家。\n").ties}
    assert ("福州新区元洪食品产业园", "LOCATED_IN", "福州新区") in told
    assert ("福州新区元洪食品产业园", "LOCATED_IN", "福州市") not in told


def test_a_part_of_a_science_park_is_called_after_its_district() -> None:
    told = facts_of("　　支持石家庄高新区与中关村科技园区丰台园结成合作园区。\n").ties
    pairs = {frozenset((t.source[1], t.target[1])) for t in told if t.type == "COLLABORATES_WITH"}
    assert frozenset(("石家庄高新区", "中关村科技园区丰台园")) in pairs


def test_a_task_of_a_plan_is_for_its_home_and_not_for_whom_the_sentence_before_named() -> None:
    found = facts_of(
        "石家庄市科技创新平台实施方案（2024—2027年）\n\n"
        "　　支持河北师范大学与南开大学开展联合培养。依托京津冀技术市场联盟，建设石家庄科技大市场。\n"
    )
    built = {(t.source[1], t.target[1]) for t in found.ties if t.type == "BUILT_BY"}
    assert ("石家庄科技大市场", "河北师范大学") not in built


def test_a_park_on_which_a_zone_stands_is_named() -> None:
    found = facts_of("　　栾城区立足窦妪智能制造产业园，做大通信设备。\n")
    assert any(t.type == "RELIES_ON" and "智能制造产业园" in t.target[1] for t in found.ties)


def test_an_integrated_circuit_does_not_end_a_name() -> None:
    found = facts_of("　　建设山东省集成电路硅材料重点实验室，由齐鲁工业大学牵头。\n")
    assert any(t.source[1] == "山东省集成电路硅材料重点实验室" and t.type == "BUILT_BY" for t in found.ties)


def test_who_helps_to_build_does_not_hide_on_what_a_thing_leans() -> None:
    told = ties("依托[L:甲中心]，会同[U:乙大学]建设[I:丙院]。")
    assert ("丙院", "RELIES_ON", "甲中心") in told


NAMED = [
    ("依托五矿铜业（湖南）有限公司发展。", ("Company", "五矿铜业（湖南）有限公司")),
    ("建滔（衡阳）实业有限公司参股。", ("Company", "建滔（衡阳）实业有限公司")),
    ("支援四川省乐山市马边县发展。", ("District", "马边彝族自治县")),
    ("绍兴滨海新区管委会负责建设。", ("Zone", "绍兴滨海新区")),
    ("浙江省特色工艺半导体重点企业研究院投用。", ("ResearchInstitute", "浙江省特色工艺半导体重点企业研究院")),
    ("加入“科创中国”东西部科技园区联盟。", ("Alliance", "“科创中国”东西部科技园区联盟")),
    ("与哈尔滨工程大学青岛创新发展基地合作。", ("Lab", "哈尔滨工程大学青岛创新发展基地")),
    ("与宁夏大学科技园合作。", ("Incubator", "宁夏大学科技园")),
    ("齐鲁化学工业区获评示范。", ("Zone", "齐鲁化学工业区")),
    ("规划建设济淄一体化先行区。", ("Zone", "济淄一体化先行区")),
    ("前湾新区沪浙合作发展区揭牌。", ("Zone", "前湾新区沪浙合作发展区")),
    ("上海交通大学医学院附属瑞金医院参与。", ("University", "上海交通大学医学院附属瑞金医院")),
]


@pytest.mark.parametrize(("line", "expected"), NAMED)
def test_names_of_plans(line: str, expected: tuple[str, str]) -> None:
    assert expected in names_in(line)


def test_a_road_called_after_a_place_is_not_the_place() -> None:
    assert ("City", "沈阳市") not in names_in("以沈阳路、文昌路沿线为轴。")


def test_what_is_founded_without_a_name_is_none() -> None:
    assert "ResearchInstitute" not in {label for label, _ in names_in("支持南华大学在深圳设立产业技术研究院。")}


@pytest.mark.parametrize("line", ["杭襄同城化加快推进。", "深化武襄产业一体化。"])
def test_two_cities_by_one_character_each(line: str) -> None:
    found = facts_of(f"襄阳市科技创新“十四五”规划\n\n　　{line}\n")
    assert "COLLABORATES_WITH" in {t.type for t in found.ties}


def test_where_something_is_done_is_not_who_does_it() -> None:
    found = facts_of("襄阳市科技创新“十四五”规划\n\n　　在上海市、苏州市设立襄阳科创飞地。\n")
    assert ("襄阳科创飞地", "上海市") not in {(t.source[1], t.target[1]) for t in found.ties if t.type == "BUILT_BY"}
