"""Short forms that the text itself does not define."""

from __future__ import annotations

from loaders.lexicon import load_lexicon
from loaders.shortened import short_forms

FULL = ("ResearchInstitute", "厦门大学能源材料研究院")
SHORT = ("ResearchInstitute", "能源材料研究院")


def test_the_last_part_of_one_full_name_is_its_short_form() -> None:
    assert list(short_forms([SHORT, FULL], load_lexicon())) == [(*SHORT, FULL[1])]


def test_two_full_names_leave_it_open() -> None:
    other = ("ResearchInstitute", "兰州大学能源材料研究院")
    assert not list(short_forms([SHORT, FULL, other], load_lexicon()))


def test_a_name_with_an_owner_stands_for_itself() -> None:
    named = [("Zone", "长春高新区"), ("Zone", "吉林长春高新区")]
    assert not list(short_forms(named, load_lexicon()))


def test_a_firm_is_the_same_with_its_legal_form() -> None:
    named = [("Company", "某某化学公司"), ("Company", "某某化学有限责任公司"), ("Company", "某某化工公司")]
    assert list(short_forms(named, load_lexicon())) == [("Company", "某某化学公司", "某某化学有限责任公司")]
