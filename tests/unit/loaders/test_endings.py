from __future__ import annotations

import pytest

from loaders.endings import names_by_ending, with_neighbours
from loaders.lexicon import load_lexicon
from tests.unit.loaders.reading import facts_of, named, names_in, sentence


def sure(text: str) -> set[tuple[str, str]]:
    return {(m.label, m.name) for m in names_by_ending(sentence(text), load_lexicon())[0]}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依托绵阳高新区建设。", ("Zone", "绵阳高新区")),
        ("启迪科技园（成都）投入使用。", ("Zone", "启迪科技园（成都）")),
        ("由四川长虹电子控股集团有限公司出资。", ("Company", "四川长虹电子控股集团有限公司")),
        ("与四川农业大学签约。", ("University", "四川农业大学")),
        ("四川大学成立百余年。", ("University", "四川大学")),
        ("中国科学院成都生物研究所入驻。", ("ResearchInstitute", "中国科学院成都生物研究所")),
        ("天府兴隆湖实验室挂牌。", ("Lab", "天府兴隆湖实验室")),
        ("组建绵阳光电产业技术创新联盟。", ("Alliance", "绵阳光电产业技术创新联盟")),
        ("依托中国科学院成都生物研究所建设平台。", ("ResearchInstitute", "中国科学院成都生物研究所")),
        ("德阳化工研究院落户高新区。", ("ResearchInstitute", "德阳化工研究院")),
        ("吸纳德阳化工研究院加入。", ("ResearchInstitute", "德阳化工研究院")),
    ],
)
def test_name_begins_where_its_owner_does(text: str, expected: tuple[str, str]) -> None:
    assert expected in sure(text)


@pytest.mark.parametrize(
    "text",
    [
        "各高新区、众创空间和省级以上重点实验室不断增多。",
        "一批重点实验室和若干产业技术研究院落地。",
        "拥有3个国家级孵化器。",
        "鼓励高校和科研院所设立研究院。",
        "四川省高新区加快转型。",
        "形成区域协调发展新格局。",
        "四川高校数量增加。",
        "园区成立管理公司。",
    ],
)
def test_common_nouns_are_no_names(text: str) -> None:
    assert sure(text) == set()


@pytest.mark.parametrize("text", ["努力建设成为绵阳国家创新型产业园", "绵阳大学生科技节", "德阳公司化改革"])
def test_roles_and_longer_words_are_no_names(text: str) -> None:
    assert sure(text) == set()


def test_role_that_a_zone_shall_grow_into_is_no_second_zone() -> None:
    assert sure("把绵阳高新区打造成为国家自主创新示范区。") == {("Zone", "绵阳高新区")}


def test_doubtful_name_is_accepted_beside_a_sure_one_of_its_class() -> None:
    text = "绵阳光电众创空间、涪水谷众创空间成为样板。"
    words = sentence(text)
    certain, doubtful = names_by_ending(words, load_lexicon())

    accepted = {m.name for m in with_neighbours(certain, doubtful, text, 0)}

    assert accepted == {"绵阳光电众创空间", "涪水谷众创空间"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绵阳涪玉药业有限公司技术中心挂牌。", ("Company", "绵阳涪玉药业有限公司")),
        ("支持涪创领创空间·绵阳、德阳众创空间。", ("Incubator", "涪创领创空间·绵阳")),
        ("推动绵阳科学城与新竹活力区协同发展。", ("Zone", "绵阳科学城")),
        ("系统推进绵阳全面改革创新试验区建设。", ("Zone", "绵阳全面改革创新试验区")),
        ("提升绵阳涪城—德阳旌阳新型功能区建设水平。", ("Zone", "绵阳涪城—德阳旌阳新型功能区")),
        ("谋划竹纤维材料创新中心。", ("Lab", "竹纤维材料创新中心")),
        ("川中科技大学科技园开园。", ("University", "川中科技大学")),
    ],
)
def test_names_end_where_they_end(text: str, expected: tuple[str, str]) -> None:
    assert expected in sure(text)


@pytest.mark.parametrize("name", ["绵阳涪玉药业", "德阳旌阳新型功能区", "创新试验区"])
def test_a_piece_of_a_name_is_none(name: str) -> None:
    text = "绵阳涪玉药业有限公司、绵阳涪城—德阳旌阳新型功能区、绵阳全面改革创新试验区。"

    assert name not in {n for _, n in sure(text)}


def test_institute_in_series_keeps_its_first_half() -> None:
    text = "推进涪江国家实验室、竹材与智能装备创新研究院建设。"
    words = sentence(text)
    certain, doubtful = names_by_ending(words, load_lexicon())

    assert "竹材与智能装备创新研究院" in {m.name for m in with_neighbours(certain, doubtful, text, 0)}


@pytest.mark.parametrize(
    "text",
    [
        "竹光院士团队刷新纪录。",
        "协助绵阳实验室扩大学术影响力。",
        "搭建国家实验室+省级实验室+重点实验室体系。",
        "绵阳附属妇产科医院启用。",
    ],
)
def test_first_halves_of_words_and_sums_are_no_names(text: str) -> None:
    names = {n for label, n in sure(text) if label in {"ResearchInstitute", "University"} or "+" in n}

    assert names == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("香港竹纤科技大学（广州）开学。", ("University", "香港竹纤科技大学（广州）")),
        ("四川省政府出台规划。", ("GovernmentBody", "四川省政府")),
        ("由绵阳桑榆航天科技集团共同建设。", ("Company", "绵阳桑榆航天科技集团")),
        ("武汉城市圈大通道开工。", ("Region", "武汉城市圈")),
    ],
)
def test_names_of_other_regions(text: str, expected: tuple[str, str]) -> None:
    assert expected in sure(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("四川大学未来产业科技园开园。", ("Incubator", "四川大学未来产业科技园")),
        ("以国家技术转移绵阳中心为桥梁。", ("ServiceAgency", "国家技术转移绵阳中心")),
        ("德中研发创新联盟落户。", ("Alliance", "德中研发创新联盟")),
        ("由绵竹新区管委会负责。", ("GovernmentBody", "绵竹新区管委会")),
        ("绵阳竹材大学德阳校区坐落其间。", ("University", "绵阳竹材大学德阳校区")),
        ("建成绵阳先进光源园区。", ("Zone", "绵阳先进光源园区")),
        ("获批建设竹白科技改革试验区，推进工作。", ("Zone", "竹白科技改革试验区")),
    ],
)
def test_what_a_whole_name_tells(text: str, expected: tuple[str, str]) -> None:
    assert expected in sure(text)


@pytest.mark.parametrize(
    "text",
    [
        "推进绵阳竹材研究中心建设工程。",
        "绵阳竹材大学油气储运工程学科。",
        "绵阳地区降雨。",
        "绵阳产业集群发展。",
        "新时代高新区建设。",
        "绵阳双创空间布局。",
    ],
)
def test_building_sites_subjects_and_bare_kinds_are_no_names(text: str) -> None:
    assert {n for _, n in sure(text)} <= {"绵阳竹材大学", "绵阳竹材研究中心"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绵竹新区涪江新城布局氢能。", ("Zone", "绵竹新区涪江新城")),
        ("四川自贸区绵阳片区的组成部分。", ("Zone", "四川自贸区绵阳片区")),
        ("责任单位为绵阳市发展改革委。", ("GovernmentBody", "绵阳市发展改革委")),
        ("建立绵德一体化竹业创新联席会议。", ("GovernmentBody", "绵德一体化竹业创新联席会议")),
        ("加入中国—东南亚竹业科技创新联盟。", ("Alliance", "中国—东南亚竹业科技创新联盟")),
        ("绵阳中国动力谷热火朝天。", ("Zone", "绵阳中国动力谷")),
    ],
)
def test_parts_bodies_and_alliances_of_several(text: str, expected: tuple[str, str]) -> None:
    assert expected in sure(text)


def test_two_bodies_that_white_space_parted_are_two() -> None:
    assert ("GovernmentBody", "德阳市科学技术局") in sure("绵阳市科学技术局德阳市科学技术局印发。")


def test_who_elects_is_no_part_of_the_elected() -> None:
    assert sure("理事会推选福州大学为理事长单位。") == {("University", "福州大学")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("理事长单位云岭农业研究院，成员单位沧岭市种业公司。", ("ResearchInstitute", "云岭农业研究院")),
        ("获批能源材料国家技术创新中心。", ("Lab", "能源材料国家技术创新中心")),
        ("国家第三代半导体技术创新中心落户云岭高新区。", ("Lab", "国家第三代半导体技术创新中心")),
        ("联合申建云沧国家自主创新示范区。", ("Zone", "云沧国家自主创新示范区")),
        ("联合承建省部共建草地农业国家重点实验室。", ("Lab", "省部共建草地农业国家重点实验室")),
    ],
)
def test_leading_words_are_cut_and_no_word_is_torn(text: str, expected: tuple[str, str]) -> None:
    assert expected in sure(text)


def test_a_zone_is_also_called_without_its_county() -> None:
    found, _ = names_by_ending(sentence("依托绵阳市云岭高新区建设。"), load_lexicon())
    assert [(m.surface, m.aliases) for m in found if m.label == "Zone"] == [("绵阳市云岭高新区", ("云岭高新区",))]
    found, _ = names_by_ending(sentence("依托绵阳市高新区建设。"), load_lexicon())
    assert all(not m.aliases for m in found)


def test_two_bodies_in_one_breath_are_two() -> None:
    found = names_in("吉林化纤集团联合桐昆集团在吉林经济技术开发区建设碳纤维制品产业园。")
    assert {("Company", "吉林化纤集团"), ("Company", "桐昆集团"), ("Zone", "碳纤维制品产业园")} <= found


def test_an_institute_at_a_place_is_not_cut_at_its_last_character() -> None:
    assert ("ResearchInstitute", "中国科学院长春应用化学研究所") in names_in(
        "中国科学院长春应用化学研究所在绍兴市设立基地。"
    )


def test_words_of_trade_behind_a_place_make_a_firm() -> None:
    assert ("Company", "福建省创新投资集团") in names_in("由福建省创新投资集团管理。")
    assert not [n for n in names_in("引导全省国有企业集团参与。") if n[0] == "Company"]


def test_a_place_that_works_with_a_firm_is_no_part_of_its_name() -> None:
    assert ("Company", "富强康科技集团") in sure("支持绵阳市与富强康科技集团共建研究院。")


def test_a_task_force_is_named_where_it_is_founded() -> None:
    assert ("GovernmentBody", "竹纤维产业链专班") in sure("成立竹纤维产业链专班，抓好落实。")


def test_a_branch_keeps_the_name_of_its_parent() -> None:
    found = names_in("共建煤炭绿色开采全国重点实验室淮北分中心，设在淮北市。")
    assert ("Lab", "煤炭绿色开采全国重点实验室淮北分中心") in found


def test_a_nationwide_alliance_keeps_its_first_word() -> None:
    assert ("Alliance", "全国汽车零部件产业园区联盟") in names_in("加入全国汽车零部件产业园区联盟。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("推动天津滨海—中关村科技园建设。", ("Zone", "天津滨海—中关村科技园")),
        ("支持河南科技大学科技园提质增效。", ("Incubator", "河南科技大学科技园")),
        ("推动国家数字经济（重庆）创新发展试验区建设。", ("Zone", "国家数字经济（重庆）创新发展试验区")),
    ],
)
def test_names_that_hold_a_place_or_a_university(text: str, expected: tuple[str, str]) -> None:
    assert expected in sure(text)


def test_a_district_behind_its_city_is_no_zone_and_a_university_behind_a_place_keeps_its_name() -> None:
    assert not any(label == "Zone" for label, _ in sure("徐工集团在商丘市梁园区投资建厂。"))
    assert ("University", "深圳清华大学") not in sure("与深圳清华大学签约。")
    assert ("University", "桂林电子科技大学") in sure("与桂林电子科技大学签约。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建有油气藏地质教育部工程研究中心。", ("Lab", "油气藏地质教育部工程研究中心")),
        ("共建农业农村部华南水产重点实验室。", ("Lab", "农业农村部华南水产重点实验室")),
        ("推动国家中药资源与制造技术创新中心（江西）建设。", ("Lab", "国家中药资源与制造技术创新中心（江西）")),
    ],
)
def test_laboratories_of_ministries_and_of_two_fields(text: str, expected: tuple[str, str]) -> None:
    assert expected in names_in(text)
    assert not any(label == "GovernmentBody" for label, _ in names_in(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("落实省委省政府部署。", "省委省政府"),
        ("拥有绵阳光电研究与发展中心等12家科研院所。", "绵阳光电研究与发展中心等12家科研院所"),
        ("范围包括绵阳高新区全部陆域空间。", "绵阳高新区全部陆域空间"),
        ("绵阳光电大学联盟揭牌。", "绵阳光电大学"),
        ("某某大学书记李明出席峰会。", "某某大学书记李明出席峰会"),
        ("新增绵阳市级科技企业孵化器1家。", "绵阳市级科技企业孵化器"),
        ("绵阳光电转化大会暨技术创新研究院年会举行。", "绵阳光电转化大会暨技术创新研究院"),
        ("央企总部中国稀土集团挂牌。", "央企总部中国稀土集团"),
    ],
)
def test_what_only_ends_like_a_name(text: str, wrong: str) -> None:
    assert wrong not in {name for _, name in sure(text)}


def test_words_that_lead_up_to_a_name_are_no_part_of_it() -> None:
    assert ("ServiceAgency", "四川省光电产业协会") in sure("希望四川省光电产业协会关心园区。")
    assert ("Company", "绵阳长明科技公司") in sure("考察了园区绵阳长明科技公司。")


def test_centres_of_the_academy_are_institutes_and_kinds_of_universities_none() -> None:
    assert ("ResearchInstitute", "中国科学院绵阳稀土研发中心") in names_in("中国科学院绵阳稀土研发中心成立。")
    assert not [n for n in names_in("建设四川高水平大学。") if n[0] == "University"]
    assert not [n for n in names_in("在四川国际博览中心举行。") if n[0] in {"Lab", "ServiceAgency"}]
    assert not [n for n in names_in("公布2020年度国家级科技企业孵化器名单。") if n[0] == "Incubator"]
    assert not [n for n in names_in("四川省全国重点实验室达到9家。") if n[0] == "Lab"]
    assert not [n for n in names_in("两家人工智能研究院落户。") if n[0] == "ResearchInstitute"]
    assert ("ResearchInstitute", "中国城市规划设计院") in names_in("涪城区委托中国城市规划设计院编制规划。")


def test_parks_of_a_whole_city_are_many() -> None:
    assert not [n for n in names_in("推进绵阳市现代产业园区布局。") if n[0] == "Zone"]
    assert ("Zone", "绵阳工业园区") in names_in("绵阳工业园区建成。")


def test_county_by_its_short_form_and_fairs_by_theirs_open_names() -> None:
    found = named(facts_of("建设海宁泛半导体产业园，办好长春农博会，研制强流重离子加速器、惠州质子加速器。"))
    assert {("Zone", "海宁泛半导体产业园"), ("Event", "长春农博会")} <= found
    assert not {name for label, name in found if label == "Incubator"}
