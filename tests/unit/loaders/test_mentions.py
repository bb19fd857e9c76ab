from __future__ import annotations

from loaders.mention import Mention
from loaders.mentions import sentences_of, settle
from tests.unit.loaders.reading import SICHUAN, mentions_in, names_in, paragraph


def a_mention(start: int, end: int, confidence: float = 0.9, label: str = "Lab") -> Mention:
    return Mention(start, end, label, "名", "名", "rule", confidence)


def test_longest_of_overlapping_mentions_is_kept() -> None:
    assert [(m.start, m.end, m.nested) for m in settle([a_mention(0, 4), a_mention(2, 9)])] == [(2, 9, False)]


def test_mention_wholly_inside_another_is_nested() -> None:
    assert [(m.start, m.end, m.nested) for m in settle([a_mention(0, 2), a_mention(0, 9)])] == [
        (0, 9, False),
        (0, 2, True),
    ]


def test_of_two_readings_of_one_span_the_surer_is_kept() -> None:
    (kept,) = settle([a_mention(0, 4, 0.7, "Zone"), a_mention(0, 4, 0.9, "Lab")])

    assert kept.label == "Lab"


def test_spans_of_the_second_sentence_are_those_of_the_paragraph() -> None:
    text = "会议召开。绵阳高新区发展。"

    second = sentences_of(paragraph(text))[1]
    zone = next(m for m in mentions_in(text) if m.label == "Zone")

    assert [text[t.start : t.end] for t in second.tokens] == [t.word for t in second.tokens]
    assert text[zone.start : zone.end] == "绵阳高新区"


def test_place_inside_a_name_is_nested_and_a_parent_institution_stays() -> None:
    found = {(m.label, m.name, m.nested) for m in mentions_in("中国科学院成都生物研究所入驻。")}

    assert found == {
        ("ResearchInstitute", "中国科学院成都生物研究所", False),
        ("ResearchInstitute", "中国科学院", True),
        ("City", "成都市", True),
    }


def test_name_inside_a_longer_name_is_no_entity_of_its_own() -> None:
    names = names_in("组建绵阳光电产业技术创新联盟。")

    assert [n for label, n in names if label == "Alliance"] == ["绵阳光电产业技术创新联盟"]


def test_of_what_a_title_holds_only_places_are_named() -> None:
    assert names_in("印发《绵阳高新区科技企业孵化器管理办法》。") == {
        ("Policy", "绵阳高新区科技企业孵化器管理办法"),
        ("Zone", "绵阳高新区"),
        ("City", "绵阳市"),
    }


def test_province_alone_means_the_home_province() -> None:
    assert ("Alliance", "四川省科技创新联盟") in names_in("省科技创新联盟成立。", SICHUAN)


def test_sentence_of_common_nouns_names_nothing() -> None:
    assert names_in("各高新区、众创空间和省级以上重点实验室不断增多，高校和企业共同发力。") == set()


def test_a_laboratory_before_the_place_of_its_branch_is_one_of_its_own() -> None:
    found = {(m.label, m.name, m.nested) for m in mentions_in("四川竹光实验室德阳研究院运行。")}

    assert ("Lab", "四川竹光实验室", True) in found


def test_a_firm_that_owns_a_firm_stays_and_a_short_form_goes() -> None:
    owned = {m.name for m in mentions_in("中国石化竹海石油化工有限公司投产。") if m.label == "Company"}
    short = {m.name for m in mentions_in("潍柴动力股份有限公司投产。") if m.label == "Company"}

    assert "中国石化" in owned
    assert short == {"潍柴动力股份有限公司"}
