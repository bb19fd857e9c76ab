from __future__ import annotations

import pytest

from loaders.items import ending_label, item_mention
from loaders.lexicon import load_lexicon
from tests.unit.loaders.reading import facts_of, named


@pytest.mark.parametrize(
    ("name", "expected"),
    [("竹海科技园（绵阳）", ("Zone", "科技园")), ("竹海众创空间", ("Incubator", "众创空间")), ("竹海", ("", ""))],
)
def test_an_ending_tells_the_class_also_before_a_bracket(name: str, expected: tuple[str, str]) -> None:
    label, _, suffix = ending_label(name, load_lexicon())

    assert (label, suffix) == expected


@pytest.mark.parametrize(
    ("item", "told", "label"),
    [
        ("竹海科技园", "Incubator", "Incubator"),
        ("竹海软件园", "Incubator", "Zone"),
        ("竹乡普及行动计划", "Event", "Programme"),
        ("科技活动周", "Event", "Event"),
    ],
)
def test_class_of_an_item_is_its_own_or_that_of_the_list(item: str, told: str, label: str) -> None:
    mention = item_mention(item, 0, len(item), told, load_lexicon(), "list")

    assert mention is not None
    assert mention.label == label


@pytest.mark.parametrize(("item", "told"), [("加强管理", "Industry"), ("3家企业", "Company"), ("", "Lab")])
def test_what_is_no_name_gives_no_mention(item: str, told: str) -> None:
    assert item_mention(item, 0, len(item), told, load_lexicon(), "list") is None


def test_a_remark_in_brackets_is_no_part_of_an_items_name() -> None:
    item = "竹玉材料研究院（依托四川大学建设）"
    mention = item_mention(item, 0, len(item), "ResearchInstitute", load_lexicon(), "list")

    assert mention is not None
    assert mention.name == "竹玉材料研究院"


def test_brackets_of_a_list_are_opened_and_close_with_it() -> None:
    text = "芜湖市，重点发展装备制造（工程机械、机器人及智能装备）、汽车（节能与新能源汽车）、新材料等产业。"
    names = {name for label, name in named(facts_of(text)) if label == "Industry"}
    assert {"工程机械", "汽车", "新材料", "装备制造"} <= names
    assert not {n for n in names if "）" in n or "（" in n}


def test_a_verb_before_the_first_body_of_a_list_is_no_part_of_it() -> None:
    found = facts_of("三方联合清华大学、复旦大学、南京大学等高校共建实验室。").mentions
    assert {m.name for m in found if m.label == "University"} == {"清华大学", "复旦大学", "南京大学"}


def test_a_strong_province_is_part_of_a_committees_name() -> None:
    found = facts_of("省委关于数字强省建设的要求，省数字强省建设领导小组办公室制定方案。").mentions
    assert "省数字强省建设领导小组办公室" in {s for m in found if m.label == "GovernmentBody" for s in m.surfaces}
