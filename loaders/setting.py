"""Settings: whom a document is about when its sentences do not say, by the kind of text that it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.documents import Document, Paragraph
from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention

OPENING = 160  # characters in which a text shows what kind it is
NEWS = re.compile(
    r"(?:电|讯)[（(]|电记者|讯记者|本报|记者|通讯员|来源[：:]|新华社|中新[网社]|人民网|[日晚晨]报|\d{4}-\d{1,2}-\d{1,2}|获悉|举行|召开|开幕"
)
APPROVAL = re.compile(r"批复|的?函$|关于(?:同意|支持)|同意(?:设立|建设|认定)")
OFFICIAL = re.compile(
    r"工作报告|规划|计划|方案|意见|纲要|要点|总结|通知|公告|公示|通报|决定|办法|措施|若干政策|白皮书|统计公报|政策|名单"
)
REPORT = re.compile(r"工作报告|统计公报|发展公报|计划执行情况")
PROFILE = re.compile(r"概况|简介|介绍|基本情况|简况")
PAST = re.compile(r"情况|总结|概况|简介|成效|回顾|公报")
TITLE_LENGTH = 80
PLACE_LABELS = {"City", "Zone", "District", "Region"}


def is_report(title: str) -> bool:
    """Say whether a title is that of the yearly report of a place, in which every sentence tells of that place."""
    return bool(REPORT.search(title))


def headline(document: Document) -> str:
    """Give the words with which a document opens, '' for one that opens with a numbered heading."""
    first = next(iter(document.paragraphs), None)
    if first is None or first.kind == "heading" or first.section:
        return ""
    return re.split(r"[。！？〔]|本报讯", first.text, maxsplit=1)[0][:TITLE_LENGTH]


def is_official(document: Document) -> bool:
    """Say whether a document without a recognised title speaks for a place: a report, plan or notice, or a part of one.

    News speaks of what it names, an approval of what is approved, and a profile of whom it presents.
    """
    opening = "\n".join(p.text for p in document.paragraphs[:4])[:OPENING]
    title = headline(document)
    begun = document.paragraphs[0].text if document.paragraphs else ""
    if APPROVAL.search(title) or PROFILE.search(title) or PROFILE.search(begun[:20]) or NEWS.search(opening):
        return False
    numbered = bool(document.paragraphs) and document.paragraphs[0].section != ()
    return numbered or bool(OFFICIAL.search(title))


def place_named(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Give the first city, district or area that a title names."""
    for _, _, surface in lexicon.find(text):
        entry = lexicon.place(surface)
        if entry is not None and entry.label in PLACE_LABELS:
            return entry.label, entry.name
    return None


def default_subject(
    home: Home, title: str, lexicon: Lexicon, document: Document | None = None
) -> tuple[str, str] | None:
    """Give whom a document is about when a sentence does not say.

    The area or place that the title names; for a report, plan or notice without a recognised title, the place of its
    first words, or where it is at home. None for news, profiles and approvals: ``begin_paragraph`` then takes the
    city, zone or alliance that the text names first.
    """
    if home.subject:
        return "Region", home.subject
    if not title or APPROVAL.search(title):
        if document is None or not is_official(document):
            return None
        return place_named(headline(document), lexicon) or home_place(home)
    title = re.sub(r"^(?:关于)?(?:(?:19|20)\d{2}年度?)?", "", title)
    return _innermost(title, lexicon) or home_place(home)


def _innermost(title: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Give the last of the places that a title opens with one inside the other (某省某市…)."""
    found, at = None, 0
    while entry := next((e for n in range(6, 1, -1) if (e := lexicon.place(title[at : at + n]))), None):
        if found and entry.province != found[1] and entry.parent != found[1]:
            break
        found = entry.label, entry.name
        at += next(n for n in range(6, 1, -1) if lexicon.place(title[at : at + n]))
    return found


def home_place(home: Home) -> tuple[str, str] | None:
    """Give the innermost place where a document is at home."""
    if home.county:
        return "District", home.county
    if home.city:
        return "City", home.city
    return ("Region", home.province) if home.province else None


def presented(paragraph: Paragraph, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """Give the body that a profile presents: the one that opens a paragraph and is told where it lies or began."""
    for mention in mentions:
        if mention.nested or mention.start > 1 or mention.label in {"City", "Region", "District", "Policy", "Industry"}:
            continue
        told = re.match(
            r"[”’]?(?:[（(][^（）()]{2,40}[）)])?，?(?:是|位于|地处|坐落|成立于|始建于|建于|创建于|前身|于(?:19|20)\d\d年|(?:19|20)\d\d年|规划|占地|由)",
            paragraph.text[mention.end :],
        )
        if told:
            return mention.label, mention.name
    return None


def titled(paragraph: Paragraph, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """Give the zone that the first words of a text name (2023年某高新区发展情况)."""
    for mention in mentions:
        lead, behind = paragraph.text[: mention.start], paragraph.text[mention.end :]
        if mention.label == "Zone" and not mention.nested and re.fullmatch(r"(?:(?:19|20)\d{2}年度?)?《?", lead):
            kind = re.match(r"(?![、和与及等])[^，。；：]{0,40}", behind)
            title = kind is not None and (PAST.search(kind.group()) or OFFICIAL.search(kind.group()))
            return (mention.label, mention.name) if title else None
    return None


def approved(paragraph: Paragraph, mentions: Sequence[Mention]) -> tuple[str, str] | None:
    """Give the zone to which an approval gives its orders (某某示范区要…)."""
    for mention in mentions:
        lead = paragraph.text[: mention.start]
        if mention.nested or mention.label != "Zone" or not re.fullmatch(r"(?:[一二三四五六七八九十]{1,2}、)?", lead):
            continue
        if re.match(r"(?:建设)?(?:要|应|应当|须)(?!求)", paragraph.text[mention.end :]):
            return mention.label, mention.name
    return None
