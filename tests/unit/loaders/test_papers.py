"""Papers that stand without marks, and the report that a government gives."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of, named


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("7月1日，江苏省海洋装备集群培育行动方案印发，提出建设基地。", "江苏省海洋装备集群培育行动方案"),
        ("南通市组织编制沿海科创带建设方案。", "沿海科创带建设方案"),
        ("南通高新区出台海洋装备若干措施，支持企业。", "海洋装备若干措施"),
    ],
)
def test_papers_without_marks(text: str, name: str) -> None:
    assert ("Policy", name) in named(facts_of(text))


def test_what_is_no_paper() -> None:
    text = "制定和完善高新区发展规划，编制具体实施方案，出台一系列政策措施，制定年度工作要点，发布产业发展规划。"
    assert not [n for label, n in named(facts_of(text)) if label == "Policy"]


def test_the_report_of_a_government_is_for_its_place() -> None:
    text = "1月9日，南通市第十六届人民代表大会第五次会议开幕，市长作政府工作报告。"
    ties = {(t.source[1], t.type, t.target[1]) for t in facts_of(text).ties}
    assert ("南通市政府工作报告", "APPLIES_TO", "南通市") in ties


def test_whom_a_title_names_a_paper_is_for() -> None:
    text = "重庆市出台《关于支持西部科学城加快建设的意见》。"
    ties = [t for t in facts_of(text).ties if t.type == "APPLIES_TO"]
    assert [t.target[1] for t in ties] == ["西部科学城"]


def test_the_basis_goes_on_behind_other_words() -> None:
    text = (
        "南通市海洋装备产业发展规划\n\n通政发〔2021〕4号\n\n根据《江苏省海洋经济发展规划》等文件精神及《江苏省海洋条例》要求，结合我市实际，"
        "制定本规划。"
    )
    basis = {t.target[1] for t in facts_of(text).ties if t.type == "BASED_ON"}
    assert basis == {"江苏省海洋经济发展规划", "江苏省海洋条例"}
