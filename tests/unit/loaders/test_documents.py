from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.documents import Document, parse, read_document

HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from(
            "绵阳高新区一二三、（）。：；“”《》专栏表图第章节#-—•·\t\n \u3000\r\x00\x0c\ue004\u200b\u202e\ufeff<p>/"
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in document.paragraphs]


def same(one: str, other: str) -> bool:
    return unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)


@settings(max_examples=200, deadline=None)
@given(HOSTILE, st.booleans())
@example("绵阳\ue004市 good\nidea\t高新区\n# 一、甲", False)
def test_every_character_knows_where_it_came_from(text: str, whole: bool) -> None:
    document = parse("any.txt", text, whole=whole)

    for paragraph in document.paragraphs:
        assert paragraph.text
        assert len(paragraph.offsets) == len(paragraph.text)
        assert list(paragraph.offsets) == sorted(paragraph.offsets)
        for character, offset in zip(paragraph.text, paragraph.offsets, strict=True):
            # a space may stand for other white space, or for the line break that a Latin word was joined over;
            # marks and figures may be wider or narrower, and quotation marks and dots have one form
            assert text[offset] in {character, *'"•・‧∙．'} or character == " " or same(text[offset], character)
        for start, end in paragraph.cells:
            assert "\t" not in paragraph.text[start:end]
    assert [p.number for p in document.paragraphs] == list(range(1, len(document.paragraphs) + 1))


@settings(max_examples=100, deadline=None)
@given(HOSTILE)
def test_nothing_readable_is_lost(text: str) -> None:
    document = parse("any.txt", text)

    kept = sum(len(p.text) for p in document.paragraphs)
    assert kept or document.skipped or not re.search(r"[\u4e00-\u9fff]", text)


def test_sentence_broken_over_columns_is_joined_and_spans_point_into_the_original() -> None:
    text = (
        "绵阳高新区去年新\n增企业四十家，其中\n科技型企业三十家，\n占比超过七成，增长\n势头良好。\n"
        "　　下一段开始说明情\n况，内容很短。"
    )

    first, second = parse("news.txt", text).paragraphs

    assert first.text == "绵阳高新区去年新增企业四十家，其中科技型企业三十家，占比超过七成，增长势头良好。"
    assert second.text == "下一段开始说明情况，内容很短。"
    start, end = first.span(first.text.index("新增"), first.text.index("新增") + 2)
    assert text[start:end] == "新\n增"


def test_title_broken_inside_quotation_marks_is_joined() -> None:
    document = parse("a.txt", "安居区出台了《遂宁市促\n进成果转化办法》。")

    assert [p.text for p in document.paragraphs] == ["安居区出台了《遂宁市促进成果转化办法》。"]


def test_contents_and_page_furniture_are_left_out_and_counted() -> None:
    text = "目录\n一、现状..............1\n二、目标……………5\n第 3 页\n- 4 -\n一、现状\n绵阳市发展良好。"

    document = parse("a.txt", text)

    assert kinds(document) == [("heading", "一、现状"), ("text", "绵阳市发展良好。")]
    assert document.skipped == {"furniture": 3, "toc": 2}


def test_headings_of_all_levels_nest_and_close() -> None:
    text = (
        "第一章 总则\n第一节 基础\n一、现状\n（一）平台\n1.载体\n（1）数量\n绵阳有载体九家。\n"
        "（二）人才\n人才很多。\n第二章 目标\n翻一番。"
    )

    document = parse("a.txt", text)

    sections = {p.text: p.section for p in document.paragraphs if p.kind == "text"}
    assert sections["绵阳有载体九家。"] == ("第一章总则", "第一节基础", "一、现状", "（一）平台", "1.载体", "（1）数量")
    assert sections["人才很多。"] == ("第一章总则", "第一节基础", "一、现状", "（二）人才")
    assert sections["翻一番。"] == ("第二章目标",)


def test_heading_that_runs_on_is_a_paragraph_of_its_own_section() -> None:
    (paragraph,) = parse("a.txt", "（一）优化布局。绵阳市建设涪江创新谷。").paragraphs

    assert (paragraph.kind, paragraph.section) == ("text", ("（一）优化布局",))
    assert [paragraph.text[a:b] for a, b in paragraph.sentences()] == ["（一）优化布局。", "绵阳市建设涪江创新谷。"]


def test_sentence_keeps_the_quotation_mark_that_closes_it() -> None:
    (paragraph,) = parse("a.txt", "他说：“这里变了。”大家都笑了").paragraphs

    assert [paragraph.text[a:b] for a, b in paragraph.sentences()] == ["他说：“这里变了。”", "大家都笑了"]


def test_run_on_heading_broken_at_the_margin_is_joined() -> None:
    line = "1.打造平台。由涪江大学牵头，联合绵州理工大学、涪江产业技术研究院、绵州光电研"

    document = parse("a.txt", f"{line}\n究所共建涪江实验室，主攻光电材料，带动全市各园区提升创新能力和配套水平。")

    assert len(line) in range(36, 40)
    assert [p.text[len(line) - 2 : len(line) + 2] for p in document.paragraphs] == ["电研究所"]


def test_boxes_hold_their_lists_until_the_next_heading() -> None:
    text = (
        "专栏1 重点园区\n--绵阳高新区：甲、乙；\n　　宜宾新区：动力电池。　　泸州高新区：医药。\n二、下一步\n内容很多。"
    )

    document = parse("a.txt", text)

    assert kinds(document) == [
        ("box", "专栏1重点园区"),
        ("item", "绵阳高新区：甲、乙；"),
        ("text", "宜宾新区：动力电池。"),
        ("text", "泸州高新区：医药。"),
        ("heading", "二、下一步"),
        ("text", "内容很多。"),
    ]
    assert [p.box for p in document.paragraphs] == ["专栏1重点园区"] * 4 + [""] * 2


def test_a_task_in_few_words_ends_a_box_without_a_heading() -> None:
    text = (
        "三、重点任务\n1. 建设平台\n专栏1 平台情况\n涪江实验室：主攻光电材料。\n宜宾研究院：电池检测。\n"
        "共谋重点载体建设。推动绵阳、宜宾建设产业园。\n绵阳依托涪江实验室攻关。"
    )

    document = parse("a.txt", text)

    assert [p.box for p in document.paragraphs][3:] == ["专栏1平台情况"] * 2 + [""] * 2
    assert document.paragraphs[-1].section == document.paragraphs[1].section


def test_table_rows_keep_their_cells() -> None:
    document = parse("a.txt", "表1 主要指标\n城市\t企业数\n绵阳市\t120\n")

    assert [p.kind for p in document.paragraphs] == ["caption", "row", "row"]
    last = document.paragraphs[-1]
    assert [last.text[a:b] for a, b in last.cells] == ["绵阳市", "120"]


def test_markdown_headings_and_bullets_are_read_before_chinese_characters() -> None:
    document = parse("a.md", "# 绵阳市创新规划\n\n## 一、基础\n\n- 绵阳高新区\n• 德阳高新区\n\n### 小结\n内容。")

    assert kinds(document) == [
        ("heading", "绵阳市创新规划"),
        ("heading", "一、基础"),
        ("item", "绵阳高新区"),
        ("item", "德阳高新区"),
        ("heading", "小结"),
        ("text", "内容。"),
    ]
    assert document.paragraphs[2].section == ("绵阳市创新规划", "一、基础")


def test_minus_sign_is_no_bullet() -> None:
    assert kinds(parse("a.txt", "-5℃时启动。")) == [("text", "-5℃时启动。")]


def test_stray_characters_vanish_and_spaces_stay_only_between_latin_words() -> None:
    (paragraph,) = parse("a.txt", "绵\ue004阳高\u200b新区\u202e 用 deep  learning 技术。").paragraphs

    assert paragraph.text == "绵阳高新区用deep learning技术。"


def test_lines_of_a_letterhead_stay_apart() -> None:
    text = (
        "绵阳市人民政府文件\n绵府发〔2023〕7号\n绵阳市人民政府\n关于印发绵阳市科技创新规划的通知\n\n"
        "各县市区：\n现印发给你们。\n绵阳市人民政府\n2023年5月6日\n"
    )

    assert [p.text for p in parse("a.txt", text).paragraphs] == [line for line in text.split("\n") if line]


def test_paragraph_tags_separate_paragraphs() -> None:
    document = parse("a.txt", "<p>绵阳市召开会议</p><p>德阳市跟进</p>")

    assert [p.text for p in document.paragraphs] == ["绵阳市召开会议", "德阳市跟进"]


@pytest.mark.parametrize(("whole", "count"), [(True, 3), (False, 1)])
def test_whole_paragraphs_are_never_joined(whole: bool, count: int) -> None:
    text = "绵阳高新区去年新增的\n科技型企业有三十多家\n大多来自本地高校院所"

    assert len(parse("a.html", text, whole=whole).paragraphs) == count


def test_read_document_names_the_document_after_its_file(tmp_path) -> None:
    (tmp_path / "绵阳.txt").write_text("绵阳市召开会议。", encoding="utf-8")

    document = read_document(tmp_path / "绵阳.txt")

    assert (document.name, document.text, len(document.paragraphs)) == ("绵阳.txt", "绵阳市召开会议。", 1)


def test_columns_that_stand_apart_by_spaces_are_cells() -> None:
    text = "序号  平台名称        依托单位    所在地\n1     云岭储能实验室  云岭大学    沧州市\n"
    rows = [p for p in parse("table.txt", text).paragraphs if p.kind == "row"]
    assert [row.text.split("\t") for row in rows][1] == ["1", "云岭储能实验室", "云岭大学", "沧州市"]


def test_a_numbered_line_that_fills_the_width_goes_on() -> None:
    lines = [
        "2.省级实验室：云岭储能材料实验室落户沧岭市东陵区，由云岭",
        "大学承建，沧岭科技集团参与共建，下设三个研究中心，计划建",
        "3.新型研发机构：沧岭绿色矿冶产业技术研究院（市政府与沧岭",
        "集团共建），下设分析测试和中试两个平台，面向全省开放服务",
        "4.创新联合体：云岭种业创新联盟，理事长单位云岭农业研究院",
        "。",
    ]
    paragraphs = [p.text for p in parse("wrapped.txt", "\n".join(lines)).paragraphs]
    assert any("由云岭大学承建" in text for text in paragraphs)


def test_an_item_with_a_label_begins_anew_though_the_one_before_lacks_its_full_stop() -> None:
    text = "　　绵阳高新区：建设云岭博士后创新基地　　德阳高新区：落实人才政策。"

    assert [p.text for p in parse("a.txt", text).paragraphs] == [
        "绵阳高新区：建设云岭博士后创新基地", "德阳高新区：落实人才政策。",
    ]  # fmt: skip


def test_a_title_is_apart_from_its_preamble() -> None:
    text = (
        "哈尔滨市推进科技成果产业化行动方案（2023—2026年）\n根据省里的要求和市里的部署，结合我市的实际情况，"
        "制定本方案。\n一、目标\n到2026年取得成效。\n"
    )
    assert parse("x.txt", text).paragraphs[0].text == "哈尔滨市推进科技成果产业化行动方案（2023—2026年）"


def test_prose_that_stops_amid_a_sentence_goes_on_below() -> None:
    first = "竹光研究院：依托竹海大学建设的研究机构，聚焦四川省"
    second = "竹材资源调查与利用、绿色竹业与竹基材料、山地灾害防治与生态修复等领域与方向，形成综合性科技创新平台。"
    assert [p.text for p in parse("d.txt", f"{first}\n\n{second}").paragraphs] == [first + second]
