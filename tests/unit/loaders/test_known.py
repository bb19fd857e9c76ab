from __future__ import annotations

import pytest

from loaders.known import choose, known_names
from loaders.lexicon import Entry, load_lexicon
from loaders.mention import Home
from tests.unit.loaders.reading import SICHUAN, facts_of, named, names_in, sentence


def known(text: str, home: Home = SICHUAN) -> list[tuple[str, str]]:
    return [(m.label, m.name) for m in known_names(sentence(text), load_lexicon(), home)]


def test_full_and_short_names_give_the_full_name() -> None:
    assert known("绵阳与德阳市合作。") == [("City", "绵阳市"), ("City", "德阳市")]


def test_place_inside_another_word_is_not_meant() -> None:
    assert ("City", "重庆市") not in known("三重庆祝活动结束。", Home())


def test_everyday_word_that_is_a_district_elsewhere_is_not_meant() -> None:
    assert known("推动高新建设振兴。") == []


def test_short_district_asks_for_its_full_name_or_its_city() -> None:
    plain = Home("四川省", "", frozenset())
    named = Home("四川省", "", frozenset({"江油市"}))

    assert ("District", "江油市") in known("江油企业增多。", named)
    assert ("District", "江油市") in known("绵阳江油企业增多。", plain)


@pytest.mark.parametrize(("province", "parent"), [("辽宁省", "沈阳市"), ("北京市", "北京市")])
def test_home_province_decides_between_districts_of_one_name(province: str, parent: str) -> None:
    entries = [Entry("District", "和谐区", "沈阳市", "辽宁省"), Entry("District", "和谐区", "北京市", "北京市")]

    chosen = choose(entries, Home(province))

    assert chosen is not None
    assert chosen.parent == parent


def test_the_home_city_decides_within_a_province() -> None:
    entries = [Entry("District", "和谐区", "甲市", "乙省"), Entry("District", "和谐区", "丙市", "乙省")]

    chosen = choose(entries, Home("乙省", "丙市"))

    assert chosen is not None
    assert chosen.parent == "丙市"


def test_district_of_many_cities_far_from_home_is_left_open() -> None:
    entries = [Entry("District", "和谐区", f"{c}市", "乙省") for c in "甲丙丁戊"]

    assert choose(entries, Home("丑省")) is None
    assert choose([], Home()) is None


def test_a_city_with_an_everyday_short_form_is_read_before_its_zone() -> None:
    assert ("City", "白银市") in names_in("批复同意白银高新区升级。")
    assert ("City", "白银市") not in names_in("市场上白银价格上涨。")


def test_a_firm_inside_the_full_name_of_a_firm_is_no_second_one() -> None:
    names = names_in("京东方科技集团股份有限公司投产。")

    assert ("Company", "京东方") not in names


def test_a_water_or_laboratory_of_a_districts_name_is_no_district() -> None:
    shandong = Home("山东省")

    assert ("District", "崂山区") not in known("崂山实验室引进人才。", shandong)
    assert ("District", "胶州市") not in known("胶州湾北部园区开工。", shandong)


def test_a_country_whose_policy_is_told_is_no_partner() -> None:
    assert ("Country", "德国") not in known("德国政府战略的实施。")
    assert ("Country", "德国") in known("与德国机构合作。")


def test_a_direction_behind_a_provinces_sign_is_no_wider_area() -> None:
    assert ("Region", "东北地区") not in known("川东北合作揭牌。")


def test_an_everyday_word_between_cities_is_a_city() -> None:
    assert ("City", "日照市") in names_in("与青岛、烟台、日照、潍坊联合编制规划。")
    assert ("City", "日照市") not in names_in("该地日照充足，气候温和。")


def test_banks_hills_and_sides_are_no_places() -> None:
    found = known("建设湘江西岸走廊，统筹长江岸线，提升岳麓山大学城，推动东中西区域互动。")
    assert not {name for _, name in found} & {"江西省", "江岸区", "岳麓区", "西区"}
    assert ("Region", "江西省") in known("江西岸线很短，江西省也建。", Home())[:2]


def test_a_county_that_became_a_city_is_the_city_unless_the_text_names_the_county() -> None:
    assert ("District", "射洪市") in names_in("绵阳与射洪合作。")
    assert ("District", "射洪县") in names_in("绵阳与射洪合作。", Home("四川省", "", frozenset({"射洪县"})))


def test_foot_of_a_range_is_no_province_and_what_rose_is_what_it_is_now() -> None:
    found = named(facts_of("贺兰山东麓葡萄酒产业园与毕节高新区结对。"))
    assert ("City", "毕节市") in found
    assert not {name for label, name in found if label == "Region"}


def test_a_county_called_like_a_word_among_counties() -> None:
    assert {m.name for m in facts_of("支持通城、平江、修水开展合作。").mentions} == {"通城县", "平江县", "修水县"}
    assert not facts_of("在水利、修水、治水方面取得成效，开发北龙湖区域。").mentions


def test_city_that_opens_a_known_name_is_named_too() -> None:
    found = named(facts_of("中国科学院昆明动物研究所设立分院。"))
    assert {("City", "昆明市"), ("ResearchInstitute", "中国科学院昆明动物研究所")} <= found


def test_sea_is_no_district_and_who_acts_together_are_two() -> None:
    found = named(facts_of("陕西省会同国家发展改革委建设南海海洋观测网。"))
    assert {("Region", "陕西省"), ("GovernmentBody", "国家发展和改革委员会")} <= found
    assert not [name for label, name in found if label == "District" or "会同" in name]


def test_seas_and_everyday_words_are_counties_at_home_only() -> None:
    assert known("开发南海资源，发展临海产业、临江经济，建设港口，治理平原地区。", Home()) == []
    assert ("District", "南海区") in known("南海高新区位于南海。", Home("广东省", "佛山市"))
    assert ("District", "临海市") in known("采用“在沪研究+临海制造”模式。", Home())
