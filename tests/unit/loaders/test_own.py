from __future__ import annotations

import pytest

from loaders.lexicon import load_lexicon
from loaders.own import abbreviations, home_of, own_policy
from tests.unit.loaders.reading import document, facts_of

NOTICE = (
    "绵阳市人民政府文件\n绵府发〔2023〕7号\n绵阳市人民政府\n关于印发绵阳市科技创新发展规划的通知\n\n各县（市、区）人民政府：\n现印发给你们，请认真落实。\n"
    "绵阳市人民政府\n2023年5月6日\n\n绵阳市科技创新发展规划\n\n一、基础\n绵阳市基础扎实。涪城区、江油市、绵阳高新区发展良好。\n"
)


def test_notice_gives_title_number_date_and_issuer() -> None:
    own = own_policy(document(NOTICE))

    assert own.title == "绵阳市科技创新发展规划"
    assert own.number == "绵府发〔2023〕7号"
    assert own.date == "2023-05-06"
    assert [issuer for issuer, _ in own.issuers] == ["绵阳市人民政府"]
    assert "绵府发〔2023〕7号" in own.aliases


def test_title_in_markdown_and_its_years_are_read() -> None:
    own = own_policy(
        document("# 绵阳市科技创新规划（2024—2028年）\n\n绵府发〔2024〕6号\n\n## 一、基础\n\n绵阳市基础扎实。")
    )

    assert (own.title, own.number) == ("绵阳市科技创新规划（2024—2028年）", "绵府发〔2024〕6号")


def test_month_without_a_day_is_a_date() -> None:
    assert own_policy(document("绵阳市科技创新发展规划\n\n2023年12月\n\n一、基础\n内容。")).date == "2023-12"


def test_day_of_issue_goes_before_the_month_of_the_title_page() -> None:
    text = NOTICE.replace("绵阳市科技创新发展规划\n\n一", "绵阳市科技创新发展规划\n\n2023年3月\n\n一")

    assert own_policy(document(text)).date == "2023-05-06"


def test_news_has_no_title_of_its_own() -> None:
    own = own_policy(document("绵阳高新区企业增多。记者获悉，园区去年新增企业四十家，势头良好。"))

    assert (own.title, own.issuers) == ("", ())


def test_home_is_the_province_and_city_of_title_and_text() -> None:
    text = document(NOTICE)

    home = home_of(text, own_policy(text), load_lexicon())

    assert (home.province, home.city) == ("四川省", "绵阳市")
    assert home.districts == {"涪城区", "江油市"}


def test_document_of_a_whole_province_has_no_home_city() -> None:
    text = document("四川省创新规划\n\n全省以成都市为核心，成都市发展迅速。")

    home = home_of(text, own_policy(text), load_lexicon())

    assert (home.province, home.city) == ("四川省", "")


def test_report_of_a_city_is_at_home_there_whatever_its_province_does() -> None:
    text = document("2022年德阳市政府工作报告\n\n一、回顾\n德阳市产值居全省第二，成都市、绵阳市、成都市领先。")

    assert home_of(text, own_policy(text), load_lexicon()).city == "德阳市"


@pytest.mark.parametrize(
    "text",
    [
        "《德阳日报》\n\n产业向新\n\n记者获悉，四川成都、绵阳企业增多，成都客商到访。",
        "德阳新增四家企业技术中心\n\n记者获悉，企业数量居全省第三，成都、绵阳分列前两位。",
        "德阳市科技创新综述\n\n德阳市研发投入占全省比重提高，全市企业增多，成都市也在增长。",
    ],
)
def test_news_is_at_home_in_the_city_of_its_headline_or_paper(text: str) -> None:
    read = document(text)

    assert home_of(read, own_policy(read), load_lexicon()).city == "德阳市"


def test_home_of_a_text_without_places_is_nowhere() -> None:
    text = document("园区企业增多。")

    assert home_of(text, own_policy(text), load_lexicon()).province == ""


def test_region_of_the_title_is_what_the_text_calls_the_region() -> None:
    text = document("成都都市圈科技创新发展规划\n\n一、基础\n都市圈发展良好。")

    assert home_of(text, own_policy(text), load_lexicon()).subject == "成都都市圈"


def test_abbreviations_are_found_where_their_brackets_open() -> None:
    text = "绵阳光电产业联盟（以下简称“光电联盟”）与某中心（以下简称中心）"

    assert abbreviations(text) == [(text.index("（"), "光电联盟"), (text.rindex("（"), "中心")]


def test_a_number_behind_the_title_is_no_part_of_it() -> None:
    own = own_policy(
        document("江苏省科学技术厅关于公布甲光中心认定结果的通知\n苏科发〔2023〕12号\n\n各有关单位：\n现予公布。")
    )
    assert own.title == "江苏省科学技术厅关于公布甲光中心认定结果的通知"
    assert own.number == "苏科发〔2023〕12号"


def test_the_report_of_a_government_is_its_own() -> None:
    own = own_policy(document("2023年徐州市政府工作报告（摘要）\n徐州市市长　王某\n各位代表：\n现在报告工作。"))
    assert own.title == "2023年徐州市政府工作报告"
    assert [name for name, _ in own.issuers] == ["徐州市人民政府"]


def test_a_report_without_a_place_in_its_title_is_that_of_whom_it_was_read_to() -> None:
    text = "政府工作报告\n——2024年1月10日在赣州市第六届人民代表大会第四次会议上\n过去一年，创新动能加速集聚。\n"
    assert [name for name, _ in own_policy(document(text)).issuers] == ["赣州市人民政府"]


def test_the_headline_of_a_signing_is_no_document() -> None:
    assert not own_policy(document("包头市与上海交通大学签署共建协议\n本报讯 6月11日，双方举行签约仪式。\n")).title


def test_the_report_of_a_county_is_at_home_in_the_county() -> None:
    text = document("长兴县政府工作报告\n\n深化与上海市合作，上海市企业入驻，上海市投资。县科技局牵头。")
    home = home_of(text, own_policy(text), load_lexicon())

    assert (home.seat, home.city, home.province) == ("长兴县", "湖州市", "浙江省")
    assert (home.called("县"), home.called("市"), home.called("区")) == ("长兴县", "湖州市", "")


def test_a_county_level_city_is_what_its_report_calls_the_city() -> None:
    text = document(
        "政府工作报告\n——2024年1月9日在昆山市第十八届人民代表大会第三次会议上\n\n一、工作回顾\n加快建设苏州市域一体化。"
    )
    home = home_of(text, own_policy(text), load_lexicon())

    assert (home.called("市"), home.seat) == ("昆山市", "昆山市")


def test_a_title_may_stand_without_its_issuer() -> None:
    own = own_policy(
        document("沧岭省人民政府\n关于支持沧东新区高质量发展的若干意见\n沧政发〔2022〕13号\n现提出以下意见。\n")
    )

    assert (own.title, own.aliases) == ("关于支持沧东新区高质量发展的若干意见", ("沧政发〔2022〕13号",))
    assert [body for body, _ in own.issuers] == ["沧岭省人民政府"]


def test_years_below_the_title_belong_to_it() -> None:
    own = own_policy(document("绵阳市光电产业行动方案\n（2024—2026年）\n\n一、基础\n绵阳市基础扎实。"))
    assert own.title == "绵阳市光电产业行动方案（2024—2026年）"
    report = own_policy(document("绵阳市政府工作报告\n（2024年1月20日）\n\n一、回顾\n绵阳市基础扎实。"))
    assert report.title == "绵阳市政府工作报告"


def test_a_report_is_of_the_place_for_which_it_speaks() -> None:
    text = document(
        "政府工作报告\n\n各位代表：\n\n现在，我代表武胜县人民政府，向大会报告工作。\n\n广安市支持我县发展。"
    )
    assert home_of(text, own_policy(text), load_lexicon()).county == "武胜县"


def test_a_place_in_its_province_is_at_home_in_itself() -> None:
    text = document("绵阳市瞪羚企业增多，增速居全省第2位。")
    assert home_of(text, own_policy(text), load_lexicon()).city == "绵阳市"
    text = document("全省瞪羚企业增多，绵阳市最多。")
    assert home_of(text, own_policy(text), load_lexicon()).city == ""


def test_offices_of_party_and_government_sign_apart() -> None:
    title = "中共南通市委办公室 南通市人民政府办公室关于印发《南通市强科技实施方案》的通知"
    own = own_policy(document(f"{title}\n\n各县（市、区）：\n\n现印发给你们。"))
    assert [name for name, _ in own.issuers] == ["中共南通市委办公室", "南通市人民政府办公室"]


def test_a_page_of_a_site_labels_title_and_issuers() -> None:
    text = (
        "发文机关：湖南省科学技术厅　湖南省财政厅\n标题：关于印发《湖南省园区发展规划》的通知\n"
        "发文字号：湘科发〔2022〕55号\n发布日期：2022年07月01日\n各市州科技局：\n现将《湖南省园区发展规划》印发给你们，请贯彻执行。\n"
    )
    own = own_policy(document(text))
    assert own.title == "湖南省园区发展规划"
    assert [name for name, _ in own.issuers] == ["湖南省科学技术厅", "湖南省财政厅"]


@pytest.mark.parametrize(
    ("text", "title", "issuers"),
    [
        (
            "各市：\n现将《银川市葡萄酒产业发展规划》印发给你们，请认真贯彻执行。\n银川市人民政府\n2022年6月20日\n依据有关文件，制定本规划。",
            "银川市葡萄酒产业发展规划",
            ["银川市人民政府"],
        ),
        (
            "当前位置：首页\n台州市人民政府 浙江省科学技术厅浙江省财政厅关于印发台州湾科创走廊规划的"
            "通知（本文有删减）\n各县：\n请贯彻落实。",
            "台州湾科创走廊规划",
            ["台州市人民政府", "浙江省科学技术厅", "浙江省财政厅"],
        ),
        (
            "国务院关于同意设立兰州新区的批复（国函〔2012〕104号）\n甘肃省人民政府：\n现批复如下。",
            "国务院关于同意设立兰州新区的批复",
            [],
        ),
        (
            "首页机构设置政策法规联系我们\n湖北省人民政府关于印发《武汉城市圈规划》的通知\n各市：\n请落实。",
            "武汉城市圈规划",
            ["湖北省人民政府"],
        ),
        ("近日，银川市人民政府将《银川市葡萄酒产业发展规划》列入计划，全市企业四十家。", "", []),
    ],
)
def test_the_front_tells_title_and_issuers_however_it_is_set(text: str, title: str, issuers: list[str]) -> None:
    own = own_policy(document(text))

    assert own.title == title
    assert [name for name, _ in own.issuers] == issuers


def test_a_report_to_the_congress_of_a_province_speaks_for_the_province() -> None:
    text = (
        "政府工作报告\n——2026年1月20日在云南省第十四届人民代表大会第四次会议上\n各位代表：\n"
        "昆明生物医药获评特色产业集群。昆明综保区进入前列。新增高新技术企业1200家。\n"
    )
    facts = facts_of(text)
    assert {m.subject[1] for m in facts.figures} == {"云南省"}
    assert ("政府工作报告", "云南省") in {(t.source[1], t.target[1]) for t in facts.ties if t.type == "APPLIES_TO"}


def test_who_signs_at_the_end_issued_a_document_whose_front_names_nobody() -> None:
    text = "甲省开发区高质量发展行动方案\n为推动发展，制定本方案。\n一、总体要求\n支持创新。"
    signed = own_policy(document(f"{text}\n科技部　财政部\n2022年2月15日\n"))
    assert [name for name, _ in signed.issuers] == ["科技部", "财政部"]
