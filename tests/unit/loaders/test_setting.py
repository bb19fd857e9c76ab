"""Whom a text is about when its sentences do not say."""

from __future__ import annotations

from loaders.lexicon import load_lexicon
from loaders.mention import Home
from loaders.setting import approved, default_subject, headline, is_official, place_named, presented, titled
from tests.unit.loaders.marked import paragraph_of, unmark
from tests.unit.loaders.reading import document

SICHUAN = Home("四川省")


def test_headline_ends_before_the_number_of_the_document() -> None:
    assert headline(document("绵阳市创新工作通知\n绵府〔2023〕7号\n\n各单位：")).startswith("绵阳市创新工作通知")


def test_a_text_that_begins_with_a_heading_has_no_headline() -> None:
    assert headline(document("第三章 创新布局\n\n企业增加。")) == ""


def test_reports_and_parts_of_plans_speak_for_a_place() -> None:
    assert is_official(document("2023年绵阳市科技工作总结\n\n企业增加。"))
    assert is_official(document("第三章 创新布局\n\n企业增加。"))


def test_news_profiles_and_approvals_do_not() -> None:
    assert not is_official(document("绵阳科技工作会议\n\n本报记者报道，企业增加。"))
    assert not is_official(document("绵阳高新区简介\n\n企业增加。"))
    assert not is_official(document("关于同意绵阳高新区扩区的批复\n\n企业增加。"))


def test_place_of_the_headline_then_home() -> None:
    lexicon = load_lexicon()

    titled_text = document("2023年绵阳市科技工作总结\n\n企业增加。")
    part = document("第三章 创新布局\n\n企业增加。")

    assert default_subject(SICHUAN, "", lexicon, titled_text) == ("City", "绵阳市")
    assert default_subject(SICHUAN, "", lexicon, part) == ("Region", "四川省")
    assert default_subject(SICHUAN, "", lexicon, document("绵阳会议\n\n记者获悉，企业增加。")) is None


def test_year_before_the_place_of_a_title_does_not_matter() -> None:
    assert default_subject(SICHUAN, "2022年德阳市政府工作报告", load_lexicon()) == ("City", "德阳市")


def test_no_place_is_named() -> None:
    assert place_named("企业增加", load_lexicon()) is None


def test_a_profile_presents_the_body_that_opens_it() -> None:
    text, mentions = unmark("[Z:甲高新技术产业开发区]创建于1994年，企业众多。")
    assert presented(paragraph_of(text), mentions) == ("Zone", "甲高新技术产业开发区")

    text, mentions = unmark("[Z:甲高新技术产业开发区]召开大会。")
    assert presented(paragraph_of(text), mentions) is None


def test_zone_of_the_first_words() -> None:
    text, mentions = unmark("2023年[Z:甲高新区]发展情况")
    assert titled(paragraph_of(text), mentions) == ("Zone", "甲高新区")

    text, mentions = unmark("[Z:甲高新区]建成平台3个，计划再建2个。")
    assert titled(paragraph_of(text), mentions) is None

    text, mentions = unmark("[Z:甲高新区]、[Z:乙高新区]发展情况")
    assert titled(paragraph_of(text), mentions) is None


def test_the_zone_that_gets_its_orders() -> None:
    text, mentions = unmark("二、[Z:甲示范区]要大胆创新。")
    assert approved(paragraph_of(text), mentions) == ("Zone", "甲示范区")

    text, mentions = unmark("二、支持[Z:甲示范区]要素流动。")
    assert approved(paragraph_of(text), mentions) is None
