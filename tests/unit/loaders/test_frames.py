"""Frames: who acts with whom, read over the parts of a sentence."""

from __future__ import annotations

from tests.unit.loaders.marked import ties


def test_those_who_signed_make_what_the_next_part_tells() -> None:
    found = ties("[Z:甲高新区]与[Z:乙高新区]签订“结对共建”协议，共同设立[M:甲乙成果转化基金]，规模10亿元。")
    assert ("甲高新区", "COLLABORATES_WITH", "乙高新区") in found
    assert {t for s, r, t in found if s == "甲乙成果转化基金" and r == "BUILT_BY"} == {"甲高新区", "乙高新区"}


def test_a_subject_left_out_acts_with_those_behind_with() -> None:
    found = ties("[I:甲研究院]揭牌。与[F:乙集团]、[U:丙大学]签署三方合作协议，携手组建[L:丁联合实验室]。")
    assert {t for s, r, t in found if r == "BUILT_BY"} == {"甲研究院", "乙集团", "丙大学"}
    assert ("乙集团", "COLLABORATES_WITH", "丙大学") in found


def test_one_of_several_pairs_is_not_joined_with_the_next() -> None:
    found = ties("[C:徐州市]与[C:上海市]、[C:淮北市]与[C:南京市]分别签订合作协议。")
    assert ("徐州市", "COLLABORATES_WITH", "淮北市") not in found
    assert ("徐州市", "COLLABORATES_WITH", "上海市") in found


def test_unknown_names_before_a_known_one_do_not_hide_it() -> None:
    found = ties("[I:甲研究院]还与北方某土、[U:丙大学]达成战略合作。")
    assert ("甲研究院", "COLLABORATES_WITH", "丙大学") in found


def test_bound_in_friendship() -> None:
    found = ties("[C:徐州市]与[C:淮北市]结为友好城市。")
    assert ("徐州市", "COLLABORATES_WITH", "淮北市") in found


def test_hand_in_hand_both_build() -> None:
    found = ties("[C:长春市]携手[C:杭州市]，共同打造[Z:甲产业园]。")
    assert {t for s, r, t in found if r == "BUILT_BY"} == {"长春市", "杭州市"}
    assert ("长春市", "COLLABORATES_WITH", "杭州市") in found or ("杭州市", "COLLABORATES_WITH", "长春市") in found


def test_both_cities_are_the_ones_named_before() -> None:
    found = ties("[C:长治市]与[C:晋城市]相邻。两市将联手打造[Z:上党走廊]。")
    assert {t for s, r, t in found if s == "上党走廊" and r == "BUILT_BY"} == {"长治市", "晋城市"}


def test_who_joins_an_alliance_is_a_member() -> None:
    found = ties("[A:甲联盟]成立。[U:乙学院]、[U:丙学院]加入联盟。")
    assert {s for s, r, t in found if r == "MEMBER_OF" and t == "甲联盟"} == {"乙学院", "丙学院"}
    assert ("乙研究院", "MEMBER_OF", "丁联盟") in ties("[I:乙研究院]揭牌，并作为理事单位加入[A:丁联盟]。")


def test_what_a_body_holds_below_it_is_a_part() -> None:
    assert ("乙空间", "PART_OF", "甲研究院") in ties("[I:甲研究院]发展迅速。下属孵化平台[B:乙空间]获评国家级。")


def test_joint_plans_make_all_of_them_partners() -> None:
    found = ties("[C:威海市]与[C:青岛市]、[C:烟台市]联合编制规划。")
    assert ("烟台市", "COLLABORATES_WITH", "青岛市") in found or ("青岛市", "COLLABORATES_WITH", "烟台市") in found


def test_whoever_develops_it_by_shares_builds_it() -> None:
    found = ties("[Z:甲园区]位于[Z:乙新区]，规划面积26平方公里，由[F:丙集团]和[F:丁集团]按51∶49的比例合资开发。")
    assert {t for s, r, t in found if s == "甲园区" and r == "BUILT_BY"} == {"丙集团", "丁集团"}


def test_what_hangs_on_a_body_relies_on_it() -> None:
    found = ties("[S:甲交易市场]挂靠[G:徐州市科技局]，全年促成交易1860项。")
    assert ("甲交易市场", "RELIES_ON", "徐州市科技局") in found
    assert ("甲交易市场", "PART_OF", "徐州市科技局") not in found


def test_the_first_of_two_partners_goes_on_to_deal_with_a_third() -> None:
    found = ties("[Z:甲园]与[Z:乙园]签署协议；联合[F:丙公司]谋划建设[Z:丁产业园]。")
    assert {t for s, r, t in found if s == "丁产业园" and r == "BUILT_BY"} == {"甲园", "丙公司"}


def test_an_office_in_an_alliance_makes_a_member() -> None:
    found = ties("[Z:甲示范区]是[A:乙联盟]副理事长单位。")
    assert not [t for t in found if t[1] == "MEMBER_OF"]  # a zone is no organisation that joins
    assert ("甲公司", "MEMBER_OF", "乙联盟") in ties("[F:甲公司]是[A:乙联盟]副理事长单位。")
