from __future__ import annotations

from tests.unit.loaders.reading import facts_of, named


def firms(text: str) -> set[str]:
    return {name for label, name in named(facts_of(text)) if label == "Company"}


def test_proper_name_beside_known_firms_is_a_firm() -> None:
    assert firms("参加签约的还有华为、阿里巴巴、英诺赛科等。") == {"华为", "阿里巴巴", "英诺赛科"}


def test_common_nouns_and_other_names_beside_a_firm_are_none() -> None:
    assert firms("参加签约的还有华为、高校、绵阳高新区等。") == {"华为"}


def test_a_firm_is_told_by_its_acts() -> None:
    assert firms("三安光电在泉州建设半导体基地。") == {"三安光电"}


def test_a_body_that_is_no_firm_does_not_become_one() -> None:
    assert not firms("市科协在泉州建设工作站。")
