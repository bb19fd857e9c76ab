"""Names that marks set off: titles in 《》 and names in “”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import BECOMING, bare, owner

TITLE = re.compile(
    r"《([^《》]{4,90})》((?:（(?:[^（）]{0,6}发|[^（）]{0,8}函|[^（）]{0,8}办)?[^（）]{0,8}〔?\[?\d{4}[〕\]]?[^（）]{0,6}号）)|(?:（\d{4}年(?:修订)?）))?"
)
QUOTED = re.compile(r"“([^“”]{2,36})”")


def titles(text: str) -> Iterable[Mention]:
    """Find the titles of documents, with the number that follows one as its alias."""
    for match in TITLE.finditer(text):
        title = re.sub(r"(?<=见)见$", "", match.group(1))
        before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 30]
        if (
            re.match(r"(?:[和、与及]《[^》]{2,20}》)*(?:栏目|杂志|榜单|报讯|节目|一书)", after)
            or re.search(r"(?:毕马威|出版|杂志|专栏)$", before)
            or re.match("(?:专题片|宣传片|纪录片|微视频|短片|歌曲|画册|一文)", after)
            or title.endswith("政策》")
            or re.search(r"(?:日报|晚报|晨报|早报|时报|都市报|周刊|学报|杂志)$", title)
        ):
            continue
        aliases = (match.group(2).strip("（）"),) if match.group(2) and "号" in match.group(2) else ()
        year = re.fullmatch(r"（(\d{4}年.*?)）", match.group(2) or "")
        del year
        yield Mention(
            match.start(), match.end(), "Policy", title, match.group(), "title in 《》", 0.97, aliases=aliases
        )


QUOTED_TAIL = re.compile(
    r"(?P<gap>[\u4e00-\u9fff]{0,8}?)(?P<kind>专项行动|行动计划|行动|计划|工程|攻关项目|(?:国家)?重点研发项目|重大科技项目|示范项目|人才项目|战略(?!布局|格局|合作|定位|目标|任务|机遇|地位|部署|举措)|沿海经济带|经济带|产业带|产业合作区|综合试验区|先行区|专项资金|服务平台|众创空间|孵化器|加速器|战略合作协议|合作框架协议)(?!机|技术|化|师|性)"
)
TAIL_LABELS = {
    "战略": "Policy",
    "沿海经济带": "Region",
    "经济带": "Region",
    "产业带": "Region",
    "产业合作区": "Zone",
    "综合试验区": "Zone",
    "先行区": "Zone",
    "专项资金": "Fund",
    "服务平台": "ServiceAgency",
    "战略合作协议": "Policy",
    "合作框架协议": "Policy",
    "众创空间": "Incubator",
    "孵化器": "Incubator",
    "加速器": "Incubator",
}
# A zone may be called after a programme that has a name of its own (“一带一路”综合试验区).
PLACES_OF_AIMS = frozenset({"综合试验区", "先行区", "产业合作区"})
VERBAL_GAP = re.compile(r"建设|推进|开展|实施|等|[和与及的为在]")


def quoted_names(text: str, lexicon: Lexicon) -> Iterable[Mention]:
    """Find names in quotes, and names made of a quoted part and an ending (“…”行动)."""
    for match in QUOTED.finditer(text):
        inner = match.group(1)
        yield from _of_one_kind(match, text)
        counted = "+" in inner and re.match(r"[\u4e00-\u9fff]{2,8}(?:计划|工程|行动)", text[match.end() :])
        if re.search(r"[，。；、]" if counted else r"[，。；、+]", inner) or re.match(
            r"[一二三四五六七八九十]年", inner
        ):
            continue
        tail = QUOTED_TAIL.match(text, match.end())
        known = inner in lexicon.entries and (not tail or tail.group("kind") not in PLACES_OF_AIMS)
        if tail and not known and not VERBAL_GAP.search(tail.group("gap")) and len(inner) >= 2:
            label = TAIL_LABELS.get(tail.group("kind"), "Programme")
            if tail.group("gap") and tail.group("kind").endswith("协议"):
                continue
            if re.match(r"[一二三四五六七八九十]+[市省区县]", inner) or (
                label == "ServiceAgency" and re.match(r"[一二两三四五六七八九十\d]", inner)
            ):
                continue
            if tail.group() == "主战略":  # what a province puts first is a slogan
                continue
            if label in {"Zone", "Region"} and BECOMING.search(text[: match.start()]):
                continue
            start = _joined(match, lexicon) if label == "Programme" else match.start()
            yield Mention(
                start,
                tail.end(),
                label,
                inner + tail.group(),
                text[start : tail.end()],
                "quoted name with its ending",
                0.88,
                aliases=_also(match, inner + tail.group() if inner in lexicon.entries else inner, tail.group(), label),
            )
            continue
        founded = FOUNDED.search(text[: match.start()]) is not None
        if label := _quoted_label(inner, lexicon, founded):
            start = _joined(match, lexicon) if label == "Programme" else match.start()
            surface = text[start : match.end()]
            yield Mention(start, match.end(), label, inner, surface, "name in “”", 0.9, aliases=(match.group(),))


# What a deed in marks is for stands before it: 高新区“登高”行动, 学科建设“一百”工程.
_FOR_WHOM = re.compile(
    r"(?:实施|开展|推进|启动|落实|组织|推动|深化|印发|出台|、|和|与|及|，|。|；|：|^)(?:了|好)?(?P<whom>(?!等|的)(?:(?!实施|开展|推进|启动|落实|组织|推动|深化|印发|出台)[\u4e00-\u9fff]){2,12})$"
)
# Several in marks of their own that share their kind: “甲”、乙“乙”行动, “甲”“乙”等品牌.
_SHARED = re.compile(
    r"(?:(?:、|和|与)?[\u4e00-\u9fff]{0,10}“[^“”，。；、]{2,12}”){1,5}等?(?:[两三四五六七八九\d]+[大项个])?(?P<kind>专项行动|行动计划|行动|计划|工程|品牌|人才品牌)"
)
_BRANDED = re.compile(r"(?:打造|擦亮|叫响|推出|实施|做强|做优)(?:了|好)?(?:“[^“”]{2,12}”、?)*$")
# A list inside one pair of marks: “甲、乙、丙”三大工程.
_LISTED = re.compile(
    r"(?:等)?[两三四五六七八九十\d]+(?:大|项|个|类)(?:重点|专项|重大|科技)?(?P<kind>行动计划|专项行动|行动|工程|计划)"
)
_CARRIED = re.compile(r"(?:实施|开展|推进|启动|组织|落实|推动)[^，。；“”]{0,6}$")


def _also(match: re.Match[str], inner: str, tail: str, label: str) -> tuple[str, ...]:
    """Give how else a name in marks is called: by the marked words alone, and with whom it is for before them."""
    whom = _FOR_WHOM.search(match.string[max(0, match.start() - 20) : match.start()]) if label == "Programme" else None
    full = (f"{whom.group('whom')}{match.group()}{tail}",) if whom else ()
    return ((inner,) if not inner.endswith(tail) else ()) + full


def _joined(match: re.Match[str], lexicon: Lexicon) -> int:
    """Give where an item of a list of deeds begins: with whom it is for (甲“甲”行动、|乙“乙”行动)."""
    whom = _FOR_WHOM.search(match.string[max(0, match.start() - 20) : match.start()])
    placed = whom is None or owner(whom.group("whom"), lexicon) is not None  # who carries it out
    return (
        match.start() - len(whom.group("whom"))
        if whom and not placed and whom.group()[0] in "、和与及"
        else match.start()
    )


def _of_one_kind(match: re.Match[str], text: str) -> Iterable[Mention]:
    """Find programmes in marks whose kind is told once, behind several of them."""
    inner, rule = match.group(1), "programmes of one kind"
    listed = _LISTED.match(text, match.end()) if "、" in inner else None
    if listed and _CARRIED.search(text[: match.start()]):
        at = match.start(1)
        for item in inner.split("、"):
            if 3 <= len(item) <= 16:
                whole = (item + listed.group("kind"),)
                yield Mention(at, at + len(item), "Programme", item, item, rule, 0.84, aliases=whole)
            at += len(item) + 1
    shared = _SHARED.match(text, match.end()) if not re.search("[，。；、+]", inner) and len(inner) <= 12 else None
    alone = re.match("等?(?:人才)?品牌", text[match.end() :]) is not None and len(inner) >= 4
    brand = alone or (shared is not None and shared.group("kind").endswith("品牌"))
    if brand and not _BRANDED.search(text[: match.start()]):
        return
    if shared or alone:
        kind = "" if brand or shared is None else shared.group("kind")
        also = () if not kind else _also(match, inner, kind, "Programme")
        yield Mention(*match.span(), "Programme", inner + kind, match.group(), rule, 0.84, aliases=also)


# What is begun, opened or entered is a place of its own; what is striven for (打造“中国硅谷”) is a slogan.
FOUNDED = re.compile(
    r"(?:成立|组建|启动建设|开工建设|规划建设|入驻|落户|走进|位于|签署|签订|发表)(?:了)?$|位于[^，。；“]{2,12}的$"
)


def _quoted_label(inner: str, lexicon: Lexicon, founded: bool = False) -> str:
    """Tell the class of a quoted name by its last words, '' if it is a slogan or a title to be won.

    Parameters
    ----------
    founded : whether the words before it say that it is begun or entered.
    """
    if re.match(r"[一二三四五六七八九十\d]+[城园区个大核轴带圈廊极心]|一[县市区镇村校企园]一|国家|全国|省级", inner):
        return ""
    if len(re.findall(r"[一二两三四五六七八九十\d]+[^一二两三四五六七八九十\d]{1,3}", inner)) > 2:
        return ""  # a count of several things (一院两校三中心)
    if re.fullmatch(r"[\u4e00-\u9fff]{2,14}(?:\d{1,3}|[一二三四五六七八九十]{1,3})条", inner):  # 科技创新若干 … 15条
        return "Policy"
    for ending, label in lexicon.quoted_names.items():
        if inner.endswith(ending) and (5 if label == "Zone" else 3) <= len(inner):
            return "" if label != "Programme" and not bare(inner[: -len(ending)], lexicon) and len(inner) < 6 else label
    if len(inner) >= 8 and re.search(
        r"(?:对接会|交流会|研讨会|推介会|洽谈会|发布会|对接活动|峰会|博览会|年会)$", inner
    ):
        return "Event"
    if founded and re.search(r"(?:协议|备忘录|宣言|倡议书)$", inner) and len(inner) >= 6:
        return "Policy"
    inner = re.sub(r"(?<=.{6})（[^（）]{2,12}）$", "", inner)
    for length in range(min(12, len(inner)), 1, -1):
        label, strong = lexicon.suffixes.get(inner[-length:], ("", False))
        if (
            label in {"Lab", "ServiceAgency", "Zone", "Region", "Incubator", "ResearchInstitute"}
            and len(inner) - length >= 3
            and (bare(inner[:-length], lexicon) or (strong and len(inner) - length >= 6))
        ):
            return label if strong or founded or len(inner) >= 9 else ""
        if label == "Zone" and founded and len(inner) - length == 2:
            return label
    return ""
