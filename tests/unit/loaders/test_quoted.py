from __future__ import annotations

import pytest

from loaders.lexicon import load_lexicon
from loaders.quoted import quoted_names, titles
from tests.unit.loaders.reading import mentions_in


def quoted(text: str) -> set[tuple[str, str]]:
    return {(m.label, m.name) for m in quoted_names(text, load_lexicon())}


def test_title_with_its_number_keeps_the_number_as_alias() -> None:
    (mention,) = titles("出台《绵阳市科技成果转化办法》（绵府发〔2021〕3号）后")

    assert (mention.label, mention.name, mention.aliases) == (
        "Policy",
        "绵阳市科技成果转化办法",
        ("绵府发〔2021〕3号",),
    )
    assert mention.surface == "《绵阳市科技成果转化办法》（绵府发〔2021〕3号）"


def test_title_with_a_year_of_revision_has_no_alias() -> None:
    (mention,) = titles("依据《涪江创新条例》（2020年修订）执行")

    assert (mention.name, mention.aliases, mention.end) == ("涪江创新条例", (), 19)


@pytest.mark.parametrize(
    "text", ["《经济观察》杂志刊文", "上榜《百强名单》榜单", "读《蜀》", "毕马威《园区观察报告》称"]
)
def test_titles_of_papers_and_lists_are_no_policies(text: str) -> None:
    assert list(titles(text)) == []


def test_two_titles_are_two_policies() -> None:
    assert [m.name for m in titles("《创新驱动规划》和《人才强市意见》")] == ["创新驱动规划", "人才强市意见"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施“天府英才”计划", ("Programme", "天府英才计划")),
        ("推进“蜀道先锋”专项行动", ("Programme", "蜀道先锋专项行动")),
        ("建设“川北走廊”经济带", ("Region", "川北走廊经济带")),
        ("设立“涪江种子”专项资金", ("Fund", "涪江种子专项资金")),
    ],
)
def test_quoted_part_and_its_ending_make_one_name(text: str, expected: tuple[str, str]) -> None:
    assert quoted(text) == {expected}


@pytest.mark.parametrize(
    "text", ["推进“十四五”规划", "“一核多点，协同发展”格局", "“放管服”改革", "“国家创新型城市”", "实施“揭榜”和重大工程"]
)
def test_slogans_and_titles_to_be_won_are_no_names(text: str) -> None:
    assert quoted(text) == set()


def test_name_with_an_ending_of_its_own_inside_quotation_marks() -> None:
    assert quoted("入驻“涪江云谷软件园”") == {("Zone", "涪江云谷软件园")}


def test_a_paper_of_so_many_articles_is_a_policy() -> None:
    assert quoted("出台“竹乡创新先锋15条”") == {("Policy", "竹乡创新先锋15条")}


def test_a_zone_may_be_called_after_a_programme() -> None:
    assert quoted("建设“一带一路”综合试验区") == {("Zone", "一带一路综合试验区")}
    assert quoted("打造成为“一带一路”综合试验区") == set()


def test_a_weak_ending_in_quotes_is_a_place_once_it_is_begun() -> None:
    assert quoted("启动建设“科竹硅谷”") == {("Zone", "科竹硅谷")}
    assert quoted("打造“中国硅谷”") == set()


def test_a_service_platform_may_have_a_quoted_first_half() -> None:
    assert quoted("“政产学研金服用”融合服务平台组建") == {("ServiceAgency", "政产学研金服用融合服务平台")}
    assert quoted("“一站式”线上服务平台") == set()


def test_an_incubator_may_have_a_quoted_first_half() -> None:
    assert quoted("“天竹云”众创空间开放") == {("Incubator", "天竹云众创空间")}


def test_a_quoted_agreement_and_a_quoted_name_with_a_bracket() -> None:
    assert quoted("签署“竹海孵化”战略合作协议") == {("Policy", "竹海孵化战略合作协议")}
    assert quoted("签署“竹海一号”应用推广战略合作协议") == set()
    assert quoted("共同设立“竹业深度融合发展示范区（绵阳园）”") == {("Zone", "竹业深度融合发展示范区（绵阳园）")}


def test_a_layout_is_no_zone() -> None:
    assert quoted("按照“一核一轴三带多组团”进行布局") == set()


def test_count_of_several_things_is_no_name() -> None:
    assert quoted("以“一国研一院一校四中心”为支撑") == set()


def test_deeds_in_marks_may_share_their_kind() -> None:
    found = {
        m.name for m in mentions_in("实施高新区“攀高”、科技企业“登顶”行动，组织实施“主体培育、服务提升”两大工程。")
    }
    assert {"攀高行动", "登顶行动", "主体培育", "服务提升"} <= found
    assert {"江海英才", "智汇通城"} <= {m.name for m in mentions_in("持续打造“江海英才”“智汇通城”等品牌。")}
    assert not [m for m in mentions_in("落实“强省会”战略部署，打造“智造”名片。") if m.label in {"Policy", "Programme"}]


def test_whom_a_deed_in_marks_is_for_is_a_part_of_what_it_is_called() -> None:
    (deed,) = [m for m in mentions_in("深入实施学科建设“百优”提升工程。") if m.label == "Programme"]
    assert "学科建设“百优”提升工程" in deed.aliases
