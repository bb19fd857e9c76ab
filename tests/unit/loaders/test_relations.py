"""Ties read from whole paragraphs: subjects that carry on, joint builders, names that speak."""

from __future__ import annotations

from loaders.lexicon import load_lexicon
from loaders.mention import Home, Mention
from loaders.relations import from_signs, topic_of
from ontology.schema import load_schema
from tests.unit.loaders.marked import candidates, ties, unmark


def test_the_subject_of_a_paragraph_carries_to_its_sentences() -> None:
    found = ties("[Z:徐州高新区]是一座园区。重点发展[T:光电]产业。建设了[L:甲光实验室]、[L:乙光实验室]等平台。")
    assert ("徐州高新区", "FOCUSES_ON", "光电") in found
    assert ("乙光实验室", "BUILT_BY", "徐州高新区") in found
    assert ("甲光实验室", "LOCATED_IN", "徐州高新区") in found


def test_a_new_subject_takes_over() -> None:
    found = ties("[Z:徐州高新区]发展良好。[Z:无锡高新区]表现突出。重点发展[T:光电]产业。")
    assert ("无锡高新区", "FOCUSES_ON", "光电") in found
    assert ("徐州高新区", "FOCUSES_ON", "光电") not in found


def test_joint_builders_collaborate_as_a_conclusion() -> None:
    made = candidates("[C:徐州市]、[C:淮北市]、[C:宿州市]共同创建[K:光电产业集群]。")
    built = {c.target[1] for c in made if c.type == "BUILT_BY"}
    pairs = [c for c in made if c.type == "COLLABORATES_WITH"]
    assert built == {"徐州市", "淮北市", "宿州市"}
    assert len({(c.source, c.target) for c in pairs}) == 3
    assert all(c.derived for c in pairs)


def test_founders_of_an_alliance_are_members_and_no_pairs() -> None:
    made = candidates("[U:江南大学]、[F:甲光公司]共同发起成立[A:甲光联盟]。")
    found = {(c.source[1], c.type, c.target[1]) for c in made}
    assert ("江南大学", "MEMBER_OF", "甲光联盟") in found
    assert ("甲光联盟", "BUILT_BY", "甲光公司") in found
    assert not any(c.type == "COLLABORATES_WITH" for c in made)


def test_who_leads_and_who_joins_both_build() -> None:
    found = ties("[I:甲光研究院]：由[U:江南大学]牵头，联合[U:常州大学]、[F:甲光公司]等单位共同组建。")
    assert {(s, o) for s, r, o in found if r == "BUILT_BY"} == {
        ("甲光研究院", "江南大学"),
        ("甲光研究院", "常州大学"),
        ("甲光研究院", "甲光公司"),
    }


def test_both_sides_build_what_the_two_build() -> None:
    found = ties("[C:长春市]与[C:天津市]签署协议，双方共建[Z:甲光产业园]。")
    assert ("甲光产业园", "BUILT_BY", "天津市") in found
    assert ("甲光产业园", "BUILT_BY", "长春市") in found


def test_a_third_party_is_dealt_with_by_the_subject_alone() -> None:
    found = ties("[R:宁夏回族自治区]与[R:福建省]深化协作，与[U:中国农业大学]共建[I:甲光研究院]。")
    assert any({"宁夏回族自治区", "中国农业大学"} == {a, b} for a, r, b in found if r == "COLLABORATES_WITH")
    assert not any({"福建省", "中国农业大学"} == {a, b} for a, r, b in found if r == "COLLABORATES_WITH")


def test_the_home_stands_for_a_missing_subject() -> None:
    found = ties("加强与[R:京津冀]的科技合作。", Home(province="山西省"))
    assert {frozenset((a, b)) for a, r, b in found if r == "COLLABORATES_WITH"} == {frozenset(("山西省", "京津冀"))}


def test_cities_counted_are_members_of_the_region_of_the_title() -> None:
    home = Home(province="江苏省", subject="徐州都市圈")
    found = ties("[C:徐州市]、[C:淮北市]、[C:宿州市]等三市联合编制。", home)
    assert {s for s, r, o in found if r == "PART_OF" and o == "徐州都市圈"} == {"徐州市", "淮北市", "宿州市"}


def test_a_zone_stands_in_the_city_of_its_name() -> None:
    found = candidates("介绍[Z:绵阳高新区]。")
    assert [(c.source[1], c.type, c.target[1]) for c in found] == [("绵阳高新区", "LOCATED_IN", "绵阳市")]
    assert found[0].confidence >= 0.9


def test_an_institute_is_part_of_the_university_in_its_name() -> None:
    found = candidates("走访[I:清华大学苏州汽车研究院]。")
    assert {(c.type, c.target[1]) for c in found} == {("PART_OF", "清华大学"), ("LOCATED_IN", "苏州市")}
    assert any(m.name == "清华大学" for c in found for m in c.implied)


def test_an_institute_of_the_academy_is_part_of_it() -> None:
    assert ("中科院光电研究所", "PART_OF", "中国科学院") in ties("走访[I:中科院光电研究所]。")


def test_an_office_is_part_of_its_body() -> None:
    found = ties("报送[G:徐州市科技创新领导小组办公室]。")
    assert ("徐州市科技创新领导小组办公室", "PART_OF", "徐州市科技创新领导小组") in found


def test_the_compass_in_a_name_is_no_place() -> None:
    assert ties("介绍[S:东北技术交易市场]。") == set()


def test_an_alliance_is_about_the_field_of_its_name() -> None:
    found = ties("介绍[A:江苏省集成电路产业技术创新战略联盟]。")
    assert {(r, o) for _, r, o in found} == {("FOCUSES_ON", "集成电路"), ("LOCATED_IN", "江苏省")}


def test_short_forms_name_partners() -> None:
    text, mentions = unmark("以京津对口合作为契机，深化协作。")
    made = list(from_signs(text, (0, len(text)), mentions, load_lexicon(), Home(), load_schema()))
    assert {frozenset((c.source[1], c.target[1])) for c, _ in made} == {frozenset(("北京市", "天津市"))}
    assert {m.name for _, others in made for m in others} == {"北京市", "天津市"}


def test_short_forms_of_countries_need_a_home() -> None:
    text = "加强日韩德合作。"
    here = list(from_signs(text, (0, len(text)), [], load_lexicon(), Home(province="山西省"), load_schema()))
    assert {c.target[1] for c, _ in here} | {c.source[1] for c, _ in here} == {"山西省", "日本", "韩国", "德国"}
    assert not list(from_signs(text, (0, len(text)), [], load_lexicon(), Home(), load_schema()))


def test_a_paragraph_is_about_what_opens_it() -> None:
    text, mentions = unmark("其中，[Z:徐州高新区]发展良好。")
    topic = topic_of(mentions, text, 0)
    assert topic is not None
    assert topic.name == "徐州高新区"
    assert topic_of([Mention(0, 3, "Region", "山西省", "山西省", "marked")], "山西省发展良好。", 0) is None


def test_evidence_is_the_sentence() -> None:
    made = candidates("先说别的。[F:甲光公司]位于[Z:徐州高新区]。")
    located = next(c for c in made if c.source[1] == "甲光公司")
    assert (located.start, located.end) == (5, 5 + len("甲光公司位于徐州高新区。"))


def test_who_is_told_to_hold_a_meeting_holds_it_alone() -> None:
    found = ties("推动[Z:甲城]与[Z:乙谷]联动。举办[E:丙论坛]，由[G:丁政府]主办。")
    assert ("丙论坛", "BUILT_BY", "丁政府") in found
    assert ("丙论坛", "BUILT_BY", "甲城") not in found


def test_what_a_district_does_is_not_done_by_the_zone_before_it() -> None:
    found = ties("[Z:甲区]重点布局[T:乙药]，[D:丙县]大力发展[T:丁茶]。")
    assert ("甲区", "FOCUSES_ON", "丁茶") not in found


def test_who_is_told_to_work_with_one_does_not_work_with_its_like() -> None:
    found = ties("[C:甲市]、[C:乙市]与[C:丙市]协同发展。")
    assert {("甲市", "COLLABORATES_WITH", "丙市"), ("乙市", "COLLABORATES_WITH", "丙市")} <= found
    assert ("甲市", "COLLABORATES_WITH", "乙市") not in found


def test_an_industry_relies_on_nobody_where_it_is_only_developed() -> None:
    found = ties("[Z:甲区]重点发展[T:乙药]、[T:丙机]，依托[L:丁实验室]，打造高地。")
    assert ("甲区", "RELIES_ON", "丁实验室") in found
    assert ("丙机", "RELIES_ON", "丁实验室") not in found


def test_core_and_ring_are_parts_of_what_they_make() -> None:
    found = ties("以[Z:甲高新区]为核心区，以[Z:乙新区]、[Z:丙开发区]为辐射区，建设[Z:丁自创区]。")
    assert {(s, o) for s, r, o in found if r == "PART_OF"} == {
        ("甲高新区", "丁自创区"),
        ("乙新区", "丁自创区"),
        ("丙开发区", "丁自创区"),
    }
    assert not any(
        r == "PART_OF" for _, r, _ in ties("[Z:甲组团]是承载地，[C:徐州市]以[Z:乙科学城]为核心，规划发展轴。")
    )


def test_fields_of_a_cooperation_are_not_those_of_what_it_builds() -> None:
    text = "双方在[T:光电]、[T:氢能]等领域的合作，共建[I:甲研究院]。"
    assert not any(r == "FOCUSES_ON" for _, r, _ in ties(text))


def test_the_cities_around_its_centre_make_up_a_region() -> None:
    found = ties("[R:洛阳都市圈]是指以[C:洛阳市]为中心，与联系紧密的[C:焦作市]、[C:三门峡市]共同组成。")
    assert {s for s, r, o in found if r == "PART_OF"} == {"洛阳市", "焦作市", "三门峡市"}
    assert not any(
        r == "PART_OF" and s == "日本" for s, r, _ in ties("[R:洛阳都市圈]以[C:洛阳市]为中心，与[N:日本]合作。")
    )


def test_each_of_several_stands_in_a_place_of_its_own() -> None:
    found = ties("[L:甲光实验室]、[L:乙光实验室]分别落户[D:南开区]和[Z:某保税区]。")
    assert {("甲光实验室", "LOCATED_IN", "南开区"), ("乙光实验室", "LOCATED_IN", "某保税区")} == found
    both = ties("[L:甲光实验室]、[L:乙光实验室]分别落户[D:南开区]。")
    assert {s for s, r, o in both if o == "南开区"} == {"甲光实验室", "乙光实验室"}


def test_a_zone_has_the_areas_that_it_counts() -> None:
    found = ties("[Z:某工业园区]下辖两个功能区：[Z:甲湖区]、[Z:乙湖商务区]。")
    assert {s for s, r, o in found if r == "PART_OF" and o == "某工业园区"} == {"甲湖区", "乙湖商务区"}


def test_what_stands_in_a_place_may_be_named_behind_a_dash() -> None:
    assert ("甲创新港", "LOCATED_IN", "乙新区") in ties("走进位于[Z:乙新区]的总窗口——[Z:甲创新港]。")


def test_a_city_lives_on_what_it_has() -> None:
    found = ties("[C:白山市]依托山地资源发展[T:人参]、[T:饮料]等特色产业。")
    assert {o for s, r, o in found if (s, r) == ("白山市", "FOCUSES_ON")} == {"人参", "饮料"}


def test_we_of_a_quotation_are_not_the_home() -> None:
    assert not ties("“我们与[F:甲能源]共建了多个联合体。”", home=Home("陕西省", "榆林市"))
