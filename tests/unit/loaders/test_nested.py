from __future__ import annotations

from loaders.lexicon import load_lexicon
from loaders.mention import Mention
from loaders.nested import kept_inside


def kept(text: str, inner: tuple[int, int, str], label: str, rule: str = "ending x") -> Mention | None:
    """Ask what becomes of a piece (from, to, class) of a text that is one name of a class."""
    start, end, of = inner
    outer = Mention(0, len(text), label, text, text, "ending x")
    piece = Mention(start, end, of, text[start:end], text[start:end], rule, nested=True)
    return kept_inside(piece, [outer, piece], load_lexicon())


def test_the_university_of_an_institute_is_its_parent() -> None:
    assert kept("竹海大学德阳研究院", (0, 4, "University"), "ResearchInstitute") is not None


def test_the_second_half_of_a_name_is_none() -> None:
    assert kept("竹海大学德阳研究院", (4, 9, "ResearchInstitute"), "ResearchInstitute") is None


def test_a_laboratory_with_a_branch_stays_and_one_without_goes() -> None:
    assert kept("竹光实验室四川研究院", (0, 5, "Lab"), "ResearchInstitute") is not None
    assert kept("竹光实验室检测平台", (0, 5, "Lab"), "Lab") is None


def test_the_place_of_a_university_and_a_policy_in_a_zones_name_go() -> None:
    assert kept("四川大学", (0, 2, "Region"), "University", "known name") is None
    assert kept("一带一路综合试验区", (0, 4, "Programme"), "Zone", "known name") is None


def test_a_province_before_a_firm_in_a_laboratorys_name_is_cut_off() -> None:
    piece = kept("四川省竹玉药业公司技术中心", (0, 9, "Company"), "Lab", "known name")

    assert piece is not None
    assert (piece.name, piece.start) == ("竹玉药业公司", 3)


def test_a_name_that_joins_two_is_one() -> None:
    assert kept("竹光研发中心暨检测平台", (0, 6, "Lab"), "Lab") is None
