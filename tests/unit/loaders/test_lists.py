from __future__ import annotations

import pytest

from loaders.boxed import owned_list, title_label
from loaders.documents import Paragraph
from loaders.items import split_items
from loaders.lexicon import load_lexicon
from loaders.lists import Listing, headed_lists
from loaders.mentions import find_mentions, sentences_of
from tests.unit.loaders.reading import SICHUAN, facts_of


def owned(text: str, box: str) -> Listing | None:
    item = Paragraph(1, "item", (), text, range(len(text)), (), box)
    return owned_list(item, find_mentions(item, sentences_of(item), load_lexicon(), SICHUAN), load_lexicon())


def headed(text: str) -> list[tuple[str, list[str]]]:
    whole = Paragraph(1, "text", (), text, range(len(text)))
    return [(x.label, [i.name for i in x.items]) for x in headed_lists(whole, sentences_of(whole), load_lexicon())]


def test_list_of_a_zone_takes_its_class_from_the_box() -> None:
    listing = owned("绵阳高新区：涪江众创空间、创新谷孵化器、长虹加速器。", "专栏2 创新创业载体")

    assert listing is not None
    assert listing.owner is not None
    assert (listing.owner.name, listing.label) == ("绵阳高新区", "Incubator")
    assert [i.name for i in listing.items] == ["涪江众创空间", "创新谷孵化器", "长虹加速器"]


def test_semicolon_that_closes_a_list_is_no_part_of_it() -> None:
    listing = owned("绵阳高新区：涪江众创空间、创新谷孵化器；", "专栏2 创新创业载体")

    assert listing is not None
    assert [i.name for i in listing.items] == ["涪江众创空间", "创新谷孵化器"]


def test_items_share_the_ending_of_the_last_one() -> None:
    listing = owned("德阳经开区：智能传感、虚拟现实产业技术创新联盟。", "专栏3 产业技术创新联盟")

    assert listing is not None
    assert {i.name for i in listing.items} == {"智能传感产业技术创新联盟", "虚拟现实产业技术创新联盟"}


def test_industries_under_a_title_are_split_at_the_conjunction() -> None:
    listing = owned("成都高新区：电子信息、生物医药和新材料。", "专栏1 主导产业")

    assert listing is not None
    assert [i.name for i in listing.items] == ["电子信息", "生物医药", "新材料"]


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("绵阳高新区：推进众创空间建设。", "专栏2 众创空间"),
        ("绵阳高新区：甲、乙，下一步扩大。", "专栏2 众创空间"),
        ("主要举措：涪江众创空间、创新谷孵化器。", "专栏2 众创空间"),
        ("绵阳高新区：涪江众创空间、创新谷孵化器。", ""),
    ],
)
def test_prose_and_untitled_lists_are_no_lists_of_a_zone(text: str, box: str) -> None:
    assert owned(text, box) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("优先支持蓉创茶馆、菁蓉汇、“侠客岛”等一批众创空间。", ("Incubator", ["蓉创茶馆", "菁蓉汇", "侠客岛"])),
        ("重点发展电子信息、生物医药、装备制造等产业。", ("Industry", ["电子信息", "生物医药", "装备制造"])),
        ("聚集了华为、京东方、长虹等龙头企业。", ("Company", ["华为", "京东方", "长虹"])),
        (
            "绵阳人工智能、德阳重型装备等产业集群加快成长。",
            ("Cluster", ["绵阳人工智能产业集群", "德阳重型装备产业集群"]),
        ),
    ],
)
def test_head_noun_tells_the_class_of_a_list(text: str, expected: tuple[str, list[str]]) -> None:
    assert headed(text) == [expected]


@pytest.mark.parametrize("text", ["在医疗、教育等领域开展应用。", "加快人才、资金等要素流动。", "这些问题等待解决。"])
def test_lists_of_other_things_name_nothing(text: str) -> None:
    assert not [names for _, names in headed(text) if names]


def test_split_keeps_brackets_and_quotation_marks_together() -> None:
    text = "甲中心（东、西区）、“乙、丙”基地、丁园和绵阳高新区"

    items = [text[a:b] for a, b in split_items(text, 0, len(text), load_lexicon())]

    assert items[:2] == ["甲中心（东、西区）", "“乙、丙”基地"]
    assert "绵阳高新区" in items


def test_nearest_title_that_tells_a_class_decides() -> None:
    lexicon = load_lexicon()

    assert title_label(["专栏2 创新创业载体", "专栏3 产业技术创新联盟"], lexicon) == "Incubator"
    assert title_label(["保障措施", "产业技术创新联盟"], lexicon) == "Alliance"
    assert title_label(["保障措施"], lexicon) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "园区已与华为、京东方、长虹等25家知名企业签订了全方位的产业合作协议。",
            ("Company", ["华为", "京东方", "长虹"]),
        ),
        ("华为、京东方、长虹三家企业与基地达成合作。", ("Company", ["华为", "京东方", "长虹"])),
        ("持续开展“科技活动周”、“竹乡日”等大型专题科普活动。", ("Event", ["科技活动周", "竹乡日"])),
        (
            "支持蓉创工坊、绵阳加速器、德阳创业邦、东方云谷、启明科技园（绵阳）等一批孵化载体。",
            ("Incubator", ["蓉创工坊", "绵阳加速器", "德阳创业邦", "东方云谷", "启明科技园（绵阳）"]),
        ),
    ],
)
def test_lists_closed_by_a_counted_head_or_made_of_quoted_names(text: str, expected: tuple[str, list[str]]) -> None:
    assert headed(text) == [expected]


def test_counted_firms_need_no_proper_name() -> None:
    assert headed("街道聚集着20多家竹材企业，包括青竹材料、涪竹材料、蜀竹材料等。") == [
        ("Company", ["青竹材料", "涪竹材料", "蜀竹材料"])
    ]


def test_subjects_begin_behind_the_university_that_teaches_them() -> None:
    (listing,) = headed("德阳市依托四川竹业大学油竹储运工程、应用竹学、桑蚕养护学等优势学科，发挥作用。")

    assert listing == ("Industry", ["油竹储运工程", "应用竹学", "桑蚕养护学"])


def test_facilities_of_science_are_named_by_what_they_are() -> None:
    found = facts_of("布局合肥先进光源、高海拔射线观测站、强磁场装置等重大科技基础设施。").mentions
    assert {m.name for m in found if m.label == "Lab"} == {"合肥先进光源", "高海拔射线观测站", "强磁场装置"}
    assert not any(m.label == "Lab" for m in facts_of("建设大科学装置、新型实验装置等重大科技基础设施。").mentions)


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("甲原量子、乙盾量子、丙仪量子3家企业入选榜单。", {"甲原量子", "乙盾量子", "丙仪量子"}),
        ("甲原量子、乙盾量子、丙仪量子等5家企业入选榜单。", set()),
        ("新能源、新材料、电子3家企业入选榜单。", set()),
        ("正泰、德力西、青山等龙头企业发展。", {"正泰", "德力西", "青山"}),
    ],
)
def test_as_many_firms_as_are_counted_are_named(text: str, firms: set[str]) -> None:
    assert {m.name for m in facts_of(text).mentions if m.label == "Company"} == firms


def test_firms_of_a_trade_are_firms() -> None:
    found = facts_of("集聚甲讯飞、寒武纪、科大讯飞等现代服务业龙头企业。").mentions
    assert {m.name for m in found if m.label == "Company"} == {"甲讯飞", "寒武纪", "科大讯飞"}
    fields = facts_of("发展研发设计、检验检测、现代物流等生产性服务业。").mentions
    assert sum(m.label == "Industry" for m in fields) >= 3


def test_fields_that_marks_or_blocks_close_are_listed() -> None:
    expected = ("Industry", ["新材料", "汽车电子", "氢能"])
    assert headed("吉林高新区形成新材料、汽车电子、氢能“三大主导产业”。") == [expected]
    assert headed("吉林高新区新材料、汽车电子、氢能三大板块竞相发展。") == [expected]
