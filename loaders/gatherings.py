"""Gatherings: meetings, briefings and campaigns that a text says are held, and who holds them.

«甲市政府召开“……”系列主题新闻发布会», «全省高新区推进会在乙市举行», «本次会议由甲厅主办、乙市承办»: the verb tells that
something is held, its last word what it is; words in marks, a place, the whole of an area or a year make it one thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.clauses import ANY, GAP, Clause, kind
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import Sentence, bare
from loaders.needed import Guarded
from loaders.patterns import AREA, BUILDER, ETC, OFFER, SO, many
from loaders.ties import Candidate, Tier
from ontology.schema import load_schema

_KIND = (
    "(?:新闻发布会|发布会|新闻通气会|推进大会|推进会|动员大会|动员会|誓师大会|交流大会|交流会|交流活动|研讨会|高峰论坛|论坛|峰会|年会|大会|博览会|展览会|交易会|洽谈会|对接会"
    "|推介会|说明会|恳谈会|座谈会|现场会|培训会|发布活动|对接活动|主场活动|专场活动|系列活动|主题活动|推介活动|品牌活动|站活动|活动周|活动月|科技周|创新周|大赛|挑战赛|路演|启动仪式|开工仪式"
    "|开幕仪式|签约仪式|揭牌仪式|授牌仪式|专场|活动)"
)
_TAIL = "(?:[（(](?:第[一二三四五六七八九十\\d]+场|[\\u4e00-\\u9fff]{2,6}(?:专场|站|赛区|分会场))[）)])?"
_MARKED = "“[^“”]{3,40}”"
_WORD = "(?:(?!的|举行|举办|召开|主办|承办|参加|出席|开展)[\\u4e00-\\u9fffA-Za-z0-9（）()—·＋+-])"
_NAME = f"(?:{_WORD}{{0,22}}{_MARKED})?{_WORD}{{0,30}}?{_KIND}{_TAIL}"
_DAY = "(?:近日|日前|今日|昨日|今天|昨天|当天|当日|上午|下午|晚|隆重|正式|成功|顺利|圆满|如期|将|已|于)*"
_ANY_KIND = re.compile(_KIND)
# 某推进会在某市召开
_BEFORE_VERB = Guarded(
    rf"(?P<name>{_NAME})(?={_DAY}(?:\d+月\d+日)?{_DAY}(?:(?:在|于)[^，。；“”]{{2,26}}?)?(?:举行|举办|召开|开幕|启幕|启动|落幕|闭幕|拉开帷幕))"
)
# 某局召开某推进会
_BEHIND_VERB = Guarded(
    rf"(?:召开|举行|举办|办好|筹办|申办|组织开展|开展|启动|主办|承办|协办|出席|参加|参与|组织|发起)(?:了|的)?(?:首届|第[一二三四五六七八九十\d]+[届次])?(?P<name>{_NAME})"
    r"(?=[，。；、！]|$|上|期间|并|在|启动|落幕|圆满|成功)"
)
# 办好某大会、某博览会
_FURTHER = re.compile(rf"[、和与及](?P<name>{_NAME})(?=[，。；、！和与及等]|$)")
# 在某大会上
_AT = Guarded(
    rf"(?:在|从)(?:[^，。；“]{{0,12}}(?:举行|召开|举办)的)?(?:首届|第[一二三四五六七八九十\d]+[届次])?(?P<name>{_NAME})(?=上[，获了宣发表签]|期间|获悉|了解到)"
)
_LEAD = re.compile(
    r"^(?:(?!＊).*——|.*?(?:日前|近日|昨日|昨天|今日|今天|当日|当天|上午|下午|晚间|日电|记者从|获悉)|.*?\d+月\d+日(?:至\d+日)?|(?:\d+日|从|在|为期.天|一年一度)"
    r"|.*(?:主办|承办|指导|举办|组织|召开|举行|开幕式?|闭幕式)(?:的|及|和)?|首届|第?[一二三四五六七八九十\d]+[届次])+"
)
# What tells that one gathering is meant: its words in marks, a year or a number, or for whom it is.
_SCOPE = re.compile(r"^(?:(?:19|20)\d\d|全[国省市区县]|中国|国际|世界|全球|[省市](?![级场]))|[“第]")
_KINDLESS = re.compile(
    r"^(?:本次|此次|这次|该|各类|一批|系列|多场|每年|定期|[\d一二两三四五六七八九十多数]+[场次个]|首[场次]|专题|相关|有关|主题|配套|同期)"
)
_PLAIN_STEM = re.compile(
    r"^(?:专题|产业|行业|国际|技术|学术|主题|招商|工作|企业|对接|资本|推介|线上|线下|高端|高峰|创新|创业|双创|项目|集中|重大|重点|产学研|成果|路演|新闻|情况|记者|现场|签约|揭牌|开工|科技|合作"
    r"|人才|系列|专项|交流|展示|服务|宣传|培训|政策|招聘|调研|考察|和|与)*$"
)
# What is begun or carried out is as often a deed as a meeting: only words in marks make it one thing.
_LOOSE = re.compile(r"(?:活动|专场|路演)$")
# Meetings of an office are named by whom they are for, not by their subject alone.
_AMONG = re.compile(r"(?:座谈会|推进会|现场会|培训会|动员会|说明会|仪式)$")


def gatherings(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the gatherings that one sentence says are held."""
    if not _ANY_KIND.search(sentence.text):  # as nearly always, and a name may begin anywhere
        return
    for pattern in (_BEFORE_VERB, _BEHIND_VERB, _AT):
        for match in _listed(pattern, sentence.text):
            name = match.group("name")
            plain = re.sub(_MARKED, lambda m: "＊" * len(m.group()), name)  # words in marks are no lead
            lead = _LEAD.match(plain)
            name = name[lead.end() :] if lead else name
            begun = pattern is _BEHIND_VERB and re.match("组织|开展|启动|发起", match.group())
            if not _one(name, lexicon) or (begun and _LOOSE.search(name)):
                continue
            start = match.end("name") - len(name) + sentence.start
            rule = "gathering that is held"
            held = Mention(start, match.end("name") + sentence.start, "Event", name, name, rule, 0.82)
            year = re.match(r"(?:19|20)\d\d年?(?!度)(?=[\u4e00-\u9fff])", name)
            if year and _one(name[year.end() :], lexicon):
                held = replace(held, name=name[year.end() :], aliases=(name,))
            yield held


def _listed(pattern: Guarded, text: str) -> Iterator[re.Match[str]]:
    """Give the matches of a pattern, and what stands in one list behind what is held."""
    for match in pattern.finditer(text):
        yield match
        end = match.end("name")
        while pattern is _BEHIND_VERB and (further := _FURTHER.match(text, end)):
            yield further
            end = further.end("name")


def _one(name: str, lexicon: Lexicon) -> bool:
    """Say whether a name tells one gathering."""
    if (
        "称“" in name
        or len(name) < 6
        or _KINDLESS.match(name)
        or re.search(r"[、，]|^[）)]", re.sub(_MARKED, "", name))
    ):
        return False
    stem = re.sub(f"{_KIND}{_TAIL}$", "", name)
    marked = re.search(_MARKED, stem) is not None
    if _LOOSE.search(re.sub(f"{_TAIL}$", "", name)) and not marked:
        return bool(re.match(r"(?:19|20)\d\d", stem)) and len(bare(stem[4:], lexicon)) >= 4
    if name.endswith("发布会") and not marked:
        return len(bare(stem, lexicon)) >= 4 and not re.search("(?:政府|新闻办|[委局厅部])$", stem)
    told = re.sub(r"^(?:(?:19|20)\d\d年?(?:度|第.季度)?|全[国省市区县]|中国|国际|世界|全球)+", "", stem)
    scoped = bool(_SCOPE.search(stem)) or _placed(stem, lexicon)
    if marked or _PLAIN_STEM.fullmatch(told):
        return marked
    return (scoped and len(told) >= 2) or (not _AMONG.search(name) and len(bare(stem, lexicon)) >= 4)


_SESSIONS = (
    Guarded(r"中央[\u4e00-\u9fff]{2,12}委员会第[一二三四五六七八九十]+次(?:全体)?会议"),
    Guarded(r"(?:中央|全国)(?:经济|农村|人才|城市|民族|统战|金融|科技|教育|组织)(?:和科技)?工作会议"),
    Guarded(
        r"[\u4e00-\u9fff]{2,8}?[省市区县]政协(?:第)?[一二三四五六七八九十]{1,3}届(?:委员会)?(?:第)?[一二三四五六七八九十]{1,3}次(?:全体)?会议"
    ),
    Guarded(
        r"[\u4e00-\u9fff]{2,8}?[省市区县](?:十[一二三四五六七八九]?|二十[一二三四五]?|[一二三四五六七八九])届人大(?:常委会)?(?:第)?[一二三四五六七八九十]{1,3}次会议"
    ),
    Guarded(r"(?:[\u4e00-\u9fff]{2,7}?[省市区县]|全国)两会(?=召开|期间|上|开幕|新闻|，)"),
)


# 落实全市科技创新大会部署
_SPIRIT = Guarded(
    r"(?P<name>全[国省市区县](?!各|人大|政协)(?:(?!的|和全|全会)[\u4e00-\u9fff]){3,20}?(?:大会|工作会议|推进会议?|座谈会))(?=精神|部署|要求|的?决策部署|提出|强调)"
)


def sessions(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the sessions of parliaments and of central bodies (某省政协十三届二次会议, 中央某委员会第六次会议)."""
    for match in _SPIRIT.finditer(sentence.text):
        start, end = (p + sentence.start for p in match.span("name"))
        yield Mention(
            start, end, "Event", match.group("name"), match.group("name"), "gathering whose spirit is followed", 0.8
        )
    for pattern in _SESSIONS:
        for match in pattern.finditer(sentence.text):
            name = match.group()
            place = re.match(r"[\u4e00-\u9fff]+?[省市区县](?=政协|[一二三四五六七八九十]+届|两会)", name)
            cut = next((i for i in range(place.end() - 1) if lexicon.place(name[i : place.end()])), -1) if place else 0
            if cut >= 0:
                start = match.start() + cut + sentence.start
                yield Mention(start, match.end() + sentence.start, "Event", name[cut:], name[cut:], "session", 0.84)


def _placed(stem: str, lexicon: Lexicon) -> bool:
    return any(lexicon.place(stem[:n]) for n in (4, 3, 2) if len(stem) > n + 1)


def with_number(mention: Mention, text: str) -> Mention:
    """Give a gathering its number or year as a part of what it is called, too (第三届某论坛, 2024某博览会)."""
    if mention.label != "Event" or mention.nested:
        return mention
    before = re.search(
        r"(?:首届|第[一二三四五六七八九十\d]+届|(?<!\d)20\d\d年?)$", text[max(0, mention.start - 8) : mention.start]
    )
    if before is None:
        return mention
    return replace(mention, aliases=(*mention.aliases, before.group() + mention.name))


_NOUN = (
    "(?:(?:本|该|此|这)[次届场]?|大)?(?:会议|大会|活动|论坛|博览会|展会|展览会|峰会|对接会|推介会|洽谈会|交流会|研讨会|推进会|座谈会|发布会|大赛|赛事|比赛"
    "|年会|仪式|大会暨[^，。；]{2,10})"
)
_ROLE = "(?:共同|联合|具体|负责)*(?:主办|承办|协办|举办|组织|联办|主承办|召开|牵头)"
_HOSTS = Guarded(
    f"(?:^|[，。；：])(?P<what>{_NOUN})?(?:是|系)?由(?P<first>{many(BUILDER)}){ETC}{_ROLE}(?P<more>(?:[，、和](?:并)?(?:由)?"
    f"{many(BUILDER)}{ETC}{_ROLE})*)(?=[，。；]|$)"
)
_HOLDS = Guarded(
    f"(?<![在于])(?<!在{ANY})(?P<group>{many(BUILDER)}){ETC}{SO}(?:在{many(AREA)}[^，。；]{{0,8}})?(?P<how>(?:共同|联合|携手|合作|组织|牵头|现场|隆重|成功|在线|线上)*)"
    f"(?:举办|召开|举行|主办|承办|协办|发起|启动)(?:了|的)?{OFFER}{GAP}{{0,12}}?(?P<event>{kind('Event')})"
)
_TOGETHER = re.compile("共同|联合|携手|合作")
_MADE = load_schema().relation_types["BUILT_BY"].domain
_MORE = re.compile(f"(?P<group>{many(BUILDER)}){ETC}(?P<role>{_ROLE})")


def hosted(clause: Clause, named: Sequence[Mention], tier: Tier) -> Iterator[Candidate]:
    """Read by whom the gathering named last is held (本次会议由甲主办，乙、丙承办).

    Parameters
    ----------
    named : what the document has named before the clause.
    """
    for match in _HOSTS.finditer(clause.code):
        before = clause.group(clause.code[: match.start()])
        made = [m for m in before if m.label in _MADE]
        if not match.group("what") and not (made and made[-1].label == "Event"):
            continue
        event = next((m for m in (*reversed(before), *reversed(named)) if m.label == "Event" and not m.nested), None)
        for part in _MORE.finditer(clause.code, match.start("first"), match.end()) if event else ():
            for host in clause.group(part.group("group")):
                if event and (tie := tier.tie(event, "BUILT_BY", host, "gathering held by A", 0.88)):
                    yield tie
    for match in _HOLDS.finditer(clause.code):
        hosts, (event,) = clause.group(match.group("group")), clause.group(match.group("event"))
        for i, host in enumerate(hosts):
            if tie := tier.tie(event, "BUILT_BY", host, "A holds the gathering", 0.88):
                yield tie
            for other in hosts[i + 1 :] if _TOGETHER.search(match.group()) else ():
                if tie := tier.tie(host, "COLLABORATES_WITH", other, "A, B hold the gathering", 0.84, derived=True):
                    yield tie
