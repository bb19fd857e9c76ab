"""Words that stand for a thing named before: 该联盟, 该市, 园区, 研究院 at the start of a clause."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.mention import Home, Mention
from loaders.needed import Guarded

_KINDS: dict[str, tuple[str, ...]] = {
    "市": ("City", "District"),
    "县": ("District",),
    "区": ("District", "Zone"),
    "省": ("Region",),
    "联盟": ("Alliance",),
    "集群": ("Cluster",),
    "孵化器": ("Incubator",),
    "公司": ("Company",),
    "企业": ("Company",),
    "集团": ("Company",),
    "校": ("University",),
    "学校": ("University",),
    "园": ("Zone",),
    "园区": ("Zone",),
    "院": ("ResearchInstitute", "University"),
    "所": ("ResearchInstitute",),
}
# A noun that is itself the ending of names stands for the last name that ends with it.
_ENDINGS = (
    "研究院",
    "研究所",
    "分院",
    "研究中心",
    "创新中心",
    "技术中心",
    "分园",
    "分区",
    "中心",
    "实验室",
    "基地",
    "平台",
    "示范区",
    "试验区",
    "高新区",
    "开发区",
    "经开区",
    "新区",
    "科学城",
    "科技城",
    "产业园",
    "科技园",
    "软件园",
    "核心区",
    "大会",
    "论坛",
    "基金",
    "大学",
    "学院",
)
_ENDED = (
    "Zone",
    "Lab",
    "ResearchInstitute",
    "Incubator",
    "ServiceAgency",
    "Event",
    "Fund",
    "University",
    "Alliance",
)
_NOUNS = "|".join(sorted({*_KINDS, *_ENDINGS}, key=len, reverse=True))
_POINTED = Guarded(rf"(?:该|这家|这个|这一)(?P<noun>{_NOUNS})(?!级|科技园)")
_BARE = (
    "园区|联盟|中心|平台|分园|分区|分院|研究院|研究所|实验室|基地|示范区|试验区|核心区|集群|孵化器|科学城|科技城|产业园|公司|"
    "集团|学校"
)
_KINDS_OF_ZONES = frozenset({"高新区", "开发区", "经开区", "新区"})
_OPENING = Guarded(
    rf"(?:^|(?<=[，。；：　与和同])|(?<=同意)|(?<=支持)|(?<=推动)|(?<=近年来)|(?<=以来)|(?<=目前)|(?<=如今)"
    rf"|(?<=此外)|(?<=依托)|(?<=下一步)|(?<=今年)|(?<=去年))(?P<noun>{_BARE})(?=内的|内?建有|内?设有|由|与|和|"
    r"同|建设的|建设[以要围坚]|组建的|成立的|将|已|现|拟|正|还|又|也|先后|分别|累计|去年|今年|牵头|承担|隶属|挂靠|入驻|现有|共有|总|规划|以|是|在|位于|坐落|落户|依托|聚焦"
    r"|瞄准|重点|围绕|主要|主导|主攻|达成|签|拥有|集聚|汇聚|吸引|引进|辖|下辖|下设|获批|占地|致力|专注|面向|联合"
    r"|携手|首批|形成|享受|开展|加强|发挥|选址|落址|设在|布局在|运营|服务|建成|启用|揭牌|投用|开园|首期|实行)"
)
# 高新区 alone in a text that knows one of them: that one.
_ONLY = Guarded(
    r"(?:^|(?<=[，。；：　])|(?<=支持)|(?<=推动))(?P<noun>高新区|开发区|经开区|新区)"
    r"(?=(?:与|和|同|联合|携手)[^，。；、]{2,40}(?:共建|合作|签|共同)"
    r"|牵头|承担|依托|聚焦|瞄准|主攻|位于|坐落|规划面积|下辖|先后|累计)"
)
_WITHIN = Guarded(
    r"(?:(?<=在)(?P<noun>高新区|园区|开发区|经开区|新区|示范区|试验区|科学城|科技城|产业园)(?=内)"
    r"|(?<=落户|位于|入驻|设在|选址|落地|迁入)(?P<sited>高新区|园区|开发区|经开区|新区|示范区|试验区|科学城|科技城|产业园)(?=[，。；]|$))"
)
_ADMINISTRATION = Guarded(r"(?:^|(?<=[，。；：　由与和同经]))该?(?:园区|高新区|开发区|经开区|新区|区)(?=管委会)管委会")


@dataclass(slots=True)
class Memory:
    """What a document has named so far, in order, what it is about, if its title says, and to whom it is addressed."""

    named: list[Mention] = field(default_factory=list)
    subject: Mention | None = None
    addressed: list[Mention] = field(default_factory=list)
    agreed: list[Mention] = field(default_factory=list)
    shorts: dict[str, Mention] = field(default_factory=dict)
    divided: Mention | None = None
    laid: Mention | None = None
    bracket: str = ""
    pair: tuple[Mention, Mention] | None = None
    _of: dict[str, list[Mention]] = field(default_factory=dict, init=False, repr=False)
    _sorted: int = field(default=0, init=False, repr=False)
    _places: tuple[int, frozenset[str]] = field(default=(0, frozenset()), init=False, repr=False)

    def see(self, mentions: Sequence[Mention]) -> None:
        """Remember the names of a clause; an alliance inside the name of its meeting counts, too."""
        self.named += [m for m in mentions if _counts(m)]

    def of(self, label: str) -> Sequence[Mention]:
        """Give those of a class that the document has named so far, in order."""
        for mention in self.named[self._sorted :]:
            self._of.setdefault(mention.label, []).append(mention)
        self._sorted = len(self.named)
        return self._of.get(label, ())

    def familiar(self, lexicon: Lexicon, home: Home, label: str = "") -> frozenset[str]:
        """Give the places named so far for themselves, and the home province if one of them lies in it.

        For universities only the home city counts, if the text has one: 甲大学 of another city is a guest.
        """
        count = sum(len(self.of(label)) for label in PLACE_LABELS)
        if count != self._places[0]:
            named = {m.name for label in PLACE_LABELS for m in self.of(label) if not m.nested}
            entries = [e for name in named if (e := lexicon.place(name))]
            at_home = any(home.province in {e.name, e.province} for e in entries)
            self._places = count, frozenset(named | ({home.province} if at_home else set()))
        return self._places[1] & {home.city} if label == "University" and home.city else self._places[1]

    def last(self, noun: str, before: Sequence[Mention], first: Sequence[Mention] = ()) -> Mention | None:
        """Find what a noun stands for: the last name of its kind, else the last that ends with it.

        Parameters
        ----------
        first : who acts or what the paragraph is about: asked before all others.
        """
        for mention in itertools.chain(first, reversed(before), reversed(self.named)):
            if noun in _KINDS:
                fits = mention.label in _KINDS[noun] and (mention.label != "District" or mention.name.endswith(noun))
            else:
                plain = re.sub(r"（[^（）]*）$", "", mention.name)
                fits = mention.label in _ENDED and plain.endswith(noun)
            if fits:
                return mention
        return None


def _fitting(noun: str, mentions: Sequence[Mention]) -> bool:
    """Say whether one of the names of a sentence is of the kind that a noun points to."""
    return Memory(named=list(mentions)).last(noun, ()) is not None


def _several(noun: str, named: Sequence[Mention]) -> bool:
    """Say whether a text has named more than one zone of a kind."""
    return len({m.name for m in named if m.label == "Zone" and m.name.endswith(noun)}) > 1


def _counts(mention: Mention) -> bool:
    return not mention.nested or mention.label in {"Alliance", "City", "District", "Cluster"}


def references(
    text: str, span: tuple[int, int], mentions: Sequence[Mention], memory: Memory, acting: Sequence[Mention] = ()
) -> Iterator[Mention]:
    """Give the words of a span that stand for things named before, as mentions of those things.

    Parameters
    ----------
    acting : who acts or what the paragraph is about; a bare noun (园区) stands for it first.
    """
    start, end = span
    part = text[start:end]
    for pattern, sure in ((_POINTED, 0.88), (_OPENING, 0.85), (_WITHIN, 0.85)):
        for match in pattern.finditer(part):
            at, to = start + match.start(), start + match.end()
            if any(m.start < to and at < m.end for m in mentions):
                continue
            noun = match.groupdict().get("sited") or match.group("noun")
            before = [m for m in mentions if m.end <= at and _counts(m)]
            if noun in _KINDS_OF_ZONES and _several(noun, [*memory.named, *before]):
                continue
            first = acting if not (pattern is not _POINTED and before) and not _fitting(noun, before) else ()
            if meant := memory.last(noun, before, first):
                yield Mention(at, to, meant.label, meant.name, text[at:to], "reference", sure)
    yield from _the_only(text, span, mentions, memory)
    yield from _of_two(text, span, mentions, memory)
    yield from _its(text, span, mentions)
    for short, meant in memory.shorts.items():
        for first_at, last_at in _not_defined(short, part):
            at, to = start + first_at, start + last_at
            if not any(m.start < to and at < m.end for m in mentions):
                yield Mention(at, to, meant.label, meant.name, short, "reference", 0.9)
    for match in _ADMINISTRATION.finditer(part):
        at, to = start + match.start(), start + match.end()
        zone = memory.last("园区", [m for m in mentions if m.end <= at], [memory.subject] if memory.subject else ())
        if zone and not any(m.start < to and at < m.end for m in mentions):
            yield Mention(at, to, "GovernmentBody", f"{zone.name}管理委员会", text[at:to], "reference", 0.85)


def _not_defined(short: str, part: str) -> Iterator[tuple[int, int]]:
    """Give where a short name stands but for where it is defined (以下简称“某区”)."""
    at = part.find(short)
    while at >= 0:
        defined = part.endswith(("称", "称“", '称"', "称为"), 0, at)
        if not defined:
            yield at, at + len(short)
        at = part.find(short, at + (1 if defined else len(short)))


def _the_only(text: str, span: tuple[int, int], mentions: Sequence[Mention], memory: Memory) -> Iterator[Mention]:
    """Give a kind of zone alone as the one zone of that kind which the text has named."""
    for match in _ONLY.finditer(text[slice(*span)]):
        at, to = span[0] + match.start("noun"), span[0] + match.end("noun")
        named = [*memory.named, *(m for m in mentions if m.end <= at), *([memory.subject] if memory.subject else [])]
        zones = {m.name: m for m in named if m.label == "Zone" and m.name.endswith(match.group("noun"))}
        if len(zones) == 1 and not any(m.start < to and at < m.end for m in mentions):
            yield Mention(at, to, "Zone", next(iter(zones)), text[at:to], "reference", 0.85)


def _of_two(text: str, span: tuple[int, int], mentions: Sequence[Mention], memory: Memory) -> Iterator[Mention]:
    """Give 前者 and 后者 as the two things of one kind that were named together last."""
    for match in re.finditer("前者|后者", text[slice(*span)]):
        at, to = span[0] + match.start(), span[0] + match.end()
        if match.group() == "前者" or memory.pair is None:
            memory.pair = _two([m for m in mentions if m.end <= at]) or _two(memory.named[-12:])
        if memory.pair and not any(m.start < to and at < m.end for m in mentions):
            meant = memory.pair[match.group() == "后者"]
            yield Mention(at, to, meant.label, meant.name, match.group(), "reference", 0.88)


def _two(mentions: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """Give the last two things of one kind that stand next to each other, if they are not the end of a longer list."""
    spelled = {(m.start, m.end): m for m in mentions if m.nested and m.rule == "shared ending"}
    flat = [spelled.get((m.start, m.end), m) for m in mentions if not m.nested]
    for i in range(len(flat) - 1, 0, -1):
        first, second = flat[i - 1], flat[i]
        if first.label == second.label and first.name != second.name and second.start - first.end in {1, 2}:
            listed = i > 1 and flat[i - 2].label == first.label and first.start - flat[i - 2].end in {1, 2}
            return None if listed else (first, second)
    return None


_ACTING = frozenset({"ResearchInstitute", "University", "Company", "Lab", "Zone", "Incubator", "ServiceAgency"})


def _its(text: str, span: tuple[int, int], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give 其 in 支持其… as whom the same sentence supported before (支持甲区与乙区合作；支持其联合…)."""
    for match in re.finditer(
        r"(?:支持|推动|鼓励|引导|，)(?P<its>其)(?=牵头|联合|与|和|携手|会同|建设|创办|组建|设立|打造)",
        text[slice(*span)],
    ):
        at = span[0] + match.start("its")
        before = [m for m in mentions if m.end <= at and not m.nested]
        meant = next((m for m in before if text[span[0] : m.start].endswith(("支持", "推动", "鼓励", "引导"))), None)
        if match.group().startswith("，"):
            meant = next((m for m in before[-1:] if m.end == span[0] + match.start() and m.label in _ACTING), None)
        if meant:
            yield Mention(at, at + 1, meant.label, meant.name, "其", "reference", 0.86)


# What the first words of a portrait without a title say of whom it portrays (某高新区成立于…, 某科技园于2000年经…批准).
_BORN = re.compile(
    r"(?:[（(][^（）()]{2,40}[）)])?，?(?:是(?!由)|地处|坐落|成立于|始建于|建于|创建于|前身|于(?:19|20)\d\d年|(?:19|20)\d\d年\d{0,2}月?[^，。]{0,12}(?:批准|成立|设立))"
)
# … and a headline, of the zone that acts in it (某高新区形成四大创新平台).
_ACTING_ZONE = re.compile(
    r"(?![、和与及，]|携手|联合|联手|牵手|对标|的|[（(]?(?:概况|简介|介绍))[\u4e00-\u9fff“”]{6,24}$"
)


def _portrayed(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """Give the zone that a text without a title of its kind portrays, by its headline or its first words."""
    first = next((m for m in mentions if not m.nested), None)
    if first is None or first.label != "Zone" or first.start > 0:
        return None
    told = _BORN.match(text, first.end) if len(text) >= 60 else _ACTING_ZONE.match(text, first.end)
    return (
        first
        if told
        and len({m.name for m in mentions if m.label == "Zone" and not m.nested}) <= (9 if len(text) >= 60 else 1)
        else None
    )


def document_subject(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """Give the zone, university or the like whose profile a document is (X高新区概况), by its first line."""
    approval = r"关于同意.*(?:升级|建设|设立|更名|扩区).*批复(?:[^，。；：]{2,16}[：:])?$"
    if len(text) <= 60 and re.search(approval, text.strip()):
        zones = [m for m in mentions if m.label == "Zone"]
        return replace(zones[0], nested=False) if len({m.name for m in zones}) == 1 else None
    if portrayed := _portrayed(text, mentions):
        return portrayed
    alone = next((m for m in mentions if not m.nested and m.label == "Zone"), None)
    if alone and alone.start == 0 and re.fullmatch(r"(?:（[^（）]*）)?[\s。]*", text[alone.end :]):
        return alone  # a title that is a zone's name and nothing else heads its portrait
    headed = re.match(r".{0,4}(?:概况|简介|介绍|概览|名片)[：:]", text)
    told = re.search(r"(?:概况|简介|介绍|情况|概览|概述)(?:报告|汇报|总结|说明)?$", text.strip())
    if len(text) > 40 or not (headed or told):
        return None
    kinds = {"Zone", "University", "ResearchInstitute", "Lab", "Incubator", "Alliance", "Company"}
    lead = re.match(r"(?:关于|[“”（）()\d一二三四五六七八九十]{2,6}(?:年度?|期间|时期)(?:以来)?[，]?)+", text)
    at = max(headed.end() if headed else 2, lead.end() if lead else 0)
    opening = [m for m in mentions if not m.nested and m.start <= at and m.label in kinds]
    if not opening:
        return None
    return replace(opening[0], name=re.sub(r"（[^（）]*）$", "", opening[0].name))
