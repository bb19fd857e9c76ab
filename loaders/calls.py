"""Names that a cue calls: authorities by short forms, programmes carried out, meetings held, strategies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from loaders.deeds import deeds
from loaders.gatherings import gatherings, sessions
from loaders.lexicon import Lexicon
from loaders.mention import Home, Mention
from loaders.names import Sentence, bare, left_edge, owner
from loaders.needed import Guarded
from loaders.occasions import occasions
from loaders.papers import papers

AUTHORITY = re.compile(
    r"(?<![各本该\u7701])(?P<level>自治区|(?<=[经按照由和及、，])州|省|市|县|区)(?P<kind>党?委(?!副)|政府|人民政府)(?![员书组托常办合引主])(?![\u4e00-\u9fff]*?高新区)"
)
CENTRAL = re.compile(r"党中央|中共中央(?P<part>政治局)?(?!办公厅)")
# A post (市委书记, 省委常委) names nobody that the graph tells of; a department (省委宣传部) is a body of its own.
PARTY = Guarded(
    r"(?:中共)?(?P<place>[\u4e00-\u9fff]{2,8}?[省市])委"
    r"(?P<part>宣传部|组织部|统战部|政法委|网信办|科技委|办公厅|党校|社会工作部|军民融合办|全面深化改革委员会|金融委|编办)?(?!员|托|书记|副书记|常委|秘书长|副秘书长)"
)
CONGRESS = re.compile(r"十[一二三四五六]届全国人大[一二三四五]次会议|十[一二三四五六]届全国政协[一二三四五]次会议")
CONFERENCE = Guarded(r"(?P<name>[\u4e00-\u9fff]{4,24}?大会)(?=精神|召开|举行|开幕)")
PEOPLE = Guarded(
    r"(?P<name>[\u4e00-\u9fff]{2,10}?[省市区县州旗]第[一二三四五六七八九十]{1,3}届(?:人民代表大会|委员会)(?:常务委员会)?第[一二三四五六七八九十]{1,3}次(?:全体)?会议)"
)
# The line under a report's title tells before whom it was read, no event of the text.
SPOKEN = re.compile(r"[—－（(\s-]*(?:20\d\d年\d+月\d+日)?，?在[^，。]{6,30}会议上[）)]?$")
OFFICE = Guarded(
    r"(?:(?<![\u4e00-\u9fff])(?:省|自治区)?|(?<=[和与及由同从在据位])(?:省|自治区)|(?<=记者从)(?=[\u4e00-\u9fff]{2,5}厅获悉))(?P<office>科技厅|科学技术厅|工信厅|经信厅|财政厅|教育厅|发展改革委|商务厅|工业和信息化厅|发展和改革委员会|人力资源和社会保障厅|人力资源社会保障厅|自然资源厅|农业农村厅|生态环境厅|交通运输厅|文化和旅游厅|住房和城乡建设厅|住房城乡建设厅|水利厅|市场监管局|大数据局|数据局|国资委|卫生健康委)"
)
PROGRAMME = Guarded(
    r"(?P<cue>深入实施|组织实施|全面实施|加快实施|实施好|实施|开展|启动|参与|推进|落实|对接|深化|设立|(?<=工程)和|(?<=计划)和|(?<=行动)和|^|[。：、])(?:了)?(?P<name>[\u4e00-\u9fffA-Za-z0-9（）()＋+]{3,20}?(?:专项行动|特派行动|行动计划|行动|工程|计划|专项|培训项目|重大专项))(?=[，,。；;、：”]|等|建设|和|与|及|相关|$)"
)
STRATEGY = Guarded(
    r"(?P<name>(?:[\u4e00-\u9fff]{2,8}?协同发展|[\u4e00-\u9fff]{2,8}?一体化发展|科教兴[国省市]|人才强[国省市]|质量强[国省市]|制造强[国省市]|网络强国|创新驱动发展|区域协调发展|区域重大|主体功能区|新型城镇化|乡村振兴|可持续发展|知识产权|技术标准|"
    r"军民融合发展|健康中国|数字中国|扩大内需|全面开放发展|海洋强[国省市]|交通强[国省市])战略(?!先导区|格局))"
)
# Building sites and subjects taught are no programmes when they are merely pushed on.
WORKS = re.compile(r"(?:主体|扩建|改造|整治|治理|航道|配套|新一轮[\u4e00-\u9fff]{2,6})$|大学|学院")
LOOSE_CUES = frozenset({"推进", "落实", "对接", "参与", "开展", "启动", "", "。", "：", "、"})
SURE_CUES = frozenset({"深入实施", "组织实施", "全面实施"})
MEETING = Guarded(
    r"(?:在|办好|召开了?的?|举办了?的?|举行了?的?|出席|参加|组织|组织召开|开展|发起)(?:首届|第[一二三四五六七八九十\d]+[届次])?(?P<name>(?:(?!召开|举办|举行|主办)[\u4e00-\u9fffA-Za-z0-9（）]){3,26}?(?:座谈会|论坛|大会|峰会|博览会|展览会|交易会|洽谈会|创新创业大赛|(?<=合作)对接会|(?<=技术)对接会|(?<=成果)对接会|(?<=产业)对接会|(?<=招商)推介会|(?<=合作)推介会|恳谈会))(?!第[一二三四五六七八九十]+次)"
)
HELD = Guarded(
    r"(?:(?<![^，。；：日\s])|(?<=[主承举]办的)|^)(?:首届|第[一二三四五六七八九十\d]+届)?(?P<name>(?:20\d\d年?)?(?:(?!的)[\u4e00-\u9fffA-Za-z（）—]){4,24}?(?:大会|论坛|峰会|博览会|交易会|洽谈会|展览会|对接会))"
    r"(?=(?:近日|日前)?在[\u4e00-\u9fff（）]{2,14}?(?:举行|举办|召开|开幕|启幕|闭幕))"
)
LED_BY_MARKS = re.compile(
    r"(?P<name>(?P<marks>“[^“”，。；、]{2,12}”)(?P<rest>[\u4e00-\u9fff]{0,10}?)"
    r"(?P<kind>合作高峰论坛|高峰论坛|交流大会|推进大会|论坛|峰会|博览会|交易会|洽谈会|大赛|创新大会|合作区|示范区|试验区|先行区|产业园))"
    r"(?=[，。；、”》）]|成果|在|上|开幕|启动|举行|召开|建设|获批|等|$)"
)
# The zone that an approval, or the request for it, is about, whatever its name begins with.
APPROVED = re.compile(
    r"关于(?:同意|支持|请求|申请|恳请|批准|商请)*(?:在?[\u4e00-\u9fff]{2,6}?)??(?:建设|设立|创建|建立)(?P<name>(?!国家|世界|省级|全国)[\u4e00-\u9fff（）—]{4,28}"
    r"(?:示范区|试验区|实验区|先行区|先导区|合作区|高新区|开发区|新区|保税区|自由贸易港))的?(?:批复|请示|函|复函|通知|意见|决定)"
)
REQUEST = Guarded(r"你(?:[们省市部局委院区]|单位)*(?P<name>关于[^，。；《》]{6,60}的(?:请示|函))(?=收悉|均悉|悉|（)")
REQUESTED = Guarded(
    r"(?:^|(?<=[：。\s]))(?P<name>[\u4e00-\u9fff、]{2,24}?(?:人民政府|[部委厅局院会])关于[^，。；《》]{6,60}的(?:请示|函))(?=(?:（[^（）]*）)?(?:收悉|均悉))"
)
PLAN = Guarded(
    r"(?:贯彻落实|深入落实|落实|根据|依据|按照)(?:好)?(?:(?:中共)?[\u4e00-\u9fff]{0,6}?(?:省委|市委|省政府|市政府|国务院)(?:、省政府|、市政府)?)?"
    r"(?P<name>(?![《“])[\u4e00-\u9fff\d]{6,30}(?:工作方案|行动方案|实施方案|规划纲要|行动纲要))(?=[，。；、]|精神|部署|要求|明确)"
)
CHARTER = Guarded(
    r"(?:审议|表决|讨论)(?:通过)?了?(?P<name>(?![《“])[\u4e00-\u9fff（）]{6,30}(?:章程|管理办法|实施办法))(?=[，。；、])"
)
REPORT = Guarded(r"(?P<name>党的(?:十[一二三四五六七八九]|二十)大报告)")
ACADEMY = Guarded(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[和与及由同从在据绕以托合]))省(?P<name>科学院|农业科学院|农科院|社会科学院|社科院|医学科学院)(?![\u4e00-\u9fff]{2,8}(?:研究所|研究院|大学))"
)
FAIR = re.compile(r"[丝数西服消世智绿文农医车链食药渝徽厦]博会|广交会|高交会|服贸会|西洽会")
NOT_NAMES = re.compile(
    r"^(?:一批|一系列|各类|重大|重点|相关|有关|国家|省级?|市级?|各级|这|该|本|两|三|四|五|六|七|八|九|十|\d|一|若干|系列|上述|工作|年度|其他|以|对|将|为|把)|创新驱动发展规划|应用示范(?!行动)|[的等将为把]"
)


def called(sentence: Sentence, lexicon: Lexicon, home: Home) -> list[Mention]:
    """Find the names of one sentence that a cue calls."""
    return [
        *_authorities(sentence, lexicon, home),
        *_city_offices(sentence, home),
        *_assemblies(sentence, home),
        *_of_region(sentence, home),
        *_sessions(sentence, lexicon),
        *_programmes(sentence, lexicon),
        *_meetings(sentence, lexicon),
        *_held(sentence, lexicon),
        *_led_by_marks(sentence),
        *_strategies(sentence, lexicon),
        *_papers(sentence),
        *_approved(sentence),
        *_fairs(sentence),
        *_academies(sentence, home),
        *deeds(sentence),
        *occasions(sentence, lexicon),
        *gatherings(sentence, lexicon),
        *sessions(sentence, lexicon),
        *papers(sentence, lexicon, home),
    ]


def _mention(sentence: Sentence, start: int, end: int, label: str, name: str, rule: str, confidence: float) -> Mention:
    return Mention(
        start + sentence.start, end + sentence.start, label, name, sentence.text[start:end], rule, confidence
    )


def _authorities(sentence: Sentence, lexicon: Lexicon, home: Home) -> Iterator[Mention]:
    text = sentence.text
    for match in CENTRAL.finditer(text):
        yield _mention(
            sentence, *match.span(), "GovernmentBody", f"中共中央{match.group('part') or ''}", "known authority", 0.9
        )
    for match in PARTY.finditer(text):
        for length in range(len(match.group("place")), 2, -1):
            place = match.group("place")[-length:]
            if lexicon.place(place):
                start = (
                    match.end("place")
                    - length
                    - (2 if text[match.end("place") - length - 2 : match.end("place") - length] == "中共" else 0)
                )
                name = f"中共{place}委{match.group('part') or ''}"
                yield _mention(sentence, start, match.end(), "GovernmentBody", name, "party committee", 0.9)
                break
    for match in AUTHORITY.finditer(text):
        place = home.called(match.group("level"))
        before = text[max(0, match.start() - 3) : match.start()]
        if not place or (
            re.search(r"[\u4e00-\u9fff]{2}$", before)
            and re.search(r"(?:各市|各省|市市|区市|县市)$", before + match.group("level"))
        ):
            continue
        stem = re.search(r"([\u4e00-\u9fff]{2,3})$", before)
        if any(lexicon.place(before[-n:] + match.group("level")) for n in (2, 3)):
            continue
        if stem and any(name.startswith(stem.group(1)[-2:]) for name in (home.province, home.city)):
            continue
        name = f"中共{place}委" if match.group("kind").endswith("委") else f"{place}人民政府"
        yield _mention(sentence, *match.span(), "GovernmentBody", name, "authority of the home place", 0.85)
    for match in OFFICE.finditer(text):
        if home.province:
            office = match.group("office").replace("科技厅", "科学技术厅")
            yield _mention(
                sentence, *match.span(), "GovernmentBody", home.province + office, "office of the home province", 0.85
            )


CITY_OFFICE = Guarded(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[和与及由同从在据位]))(?P<level>[市县区])(?P<office>科技局|科学技术局|工信局|经信局|工业和信息化局|财政局|教育局|发展改革委|发改委|商务局|市场监管局|市场监督管理局|人力资源和社会保障局|人社局|自然资源局|农业农村局|生态环境局|交通运输局|文化和旅游局|卫生健康委|国资委|大数据局|统计局|金融局|投资促进局|科协|科委|住建局|税务局)"
)


_ASSEMBLY = Guarded(
    r"(?<![\u4e00-\u9fff])(?P<lead>在|由|向|经)?(?P<level>[省市县区])(?P<what>人大|政协)(?=、|的?监督|的?支持|和市|[，。])(?!代表)|(?<=[人大]、)(?P<next>[省市县区])政协(?=的?监督|的?支持|[，。])"
)


def _assemblies(sentence: Sentence, home: Home) -> Iterator[Mention]:
    """Read 市人大 and 市政协 as those of the home place (在市人大、市政协的监督支持下)."""
    for match in _ASSEMBLY.finditer(sentence.text):
        place = home.called(match.group("level") or match.group("next"))
        body = "人民代表大会" if match.group("what") == "人大" else "政协"
        start = match.start("level") if match.group("level") else match.start("next")
        if place:
            yield _mention(
                sentence, start, match.end(), "GovernmentBody", place + body, "assembly of the home place", 0.85
            )


def _city_offices(sentence: Sentence, home: Home) -> Iterator[Mention]:
    """Read 市科技局 and its like as those of the home city."""
    for match in CITY_OFFICE.finditer(sentence.text):
        if place := home.called(match.group("level")):
            name = place + match.group("office")
            yield _mention(sentence, *match.span(), "GovernmentBody", name, "office of the home city", 0.85)


OF_REGION = re.compile(
    r"(?<![\u4e00-\u9fff])自治区(?P<kind>党委|政府|人民政府)(?=[、，。；的与和及批同印出高]|办公厅)|(?<=经)自治区(?P<also>政府|人民政府)"
)


def _of_region(sentence: Sentence, home: Home) -> Iterator[Mention]:
    """Read 自治区政府 and 自治区党委 as those of the home region; of «自治区党委、政府» both."""
    for match in OF_REGION.finditer(sentence.text) if home.province.endswith("自治区") else ():
        kind = match.group("kind") or match.group("also")
        name = f"中共{home.province}委员会" if kind == "党委" else f"{home.province}人民政府"
        yield _mention(sentence, *match.span(), "GovernmentBody", name, "authority of the home region", 0.86)
        if kind == "党委" and sentence.text.startswith("、政府", match.end()):
            name = f"{home.province}人民政府"
            at = match.end() + 1
            yield _mention(sentence, at, at + 2, "GovernmentBody", name, "authority of the home region", 0.86)


def _starts_with_place(name: str, lexicon: Lexicon) -> bool:
    return any(name[n - 1] in "省市" and lexicon.place(name[:n]) for n in (3, 4))


def _sessions(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    text = sentence.text
    for match in CONGRESS.finditer(text):
        yield _mention(sentence, *match.span(), "Event", match.group(), "session of a congress", 0.85)
    for match in CONFERENCE.finditer(text):
        name = match.group("name")
        lead = next((i for i in range(len(name) - 6) if _starts_with_place(name[i:], lexicon)), None)
        if lead is not None:
            yield _mention(
                sentence, match.start() + lead, match.end(), "Event", name[lead:], "conference of a place", 0.82
            )
    for match in PEOPLE.finditer(text) if not SPOKEN.match(text) else ():
        lead = next((i for i in range(12) if lexicon.place(re.split("第", match.group("name")[i:])[0])), 0)
        yield _mention(
            sentence,
            match.start() + lead,
            match.end(),
            "Event",
            match.group("name")[lead:],
            "session of a congress",
            0.9,
        )


def _programmes(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    last = -1
    for match in PROGRAMME.finditer(sentence.text):
        name = match.group("name")
        headed = match.group("cue") in {"", "。", "：", "、"}
        if match.group("cue") == "、" and (match.start() == last or re.match("(?:组织|深入)?实施(?=.{5})", name)):
            headed = False  # 实施甲行动、乙行动; 一、实施甲行动
        if headed and not (match.start("name") == 0 and name.endswith(("工程", "计划", "行动"))):
            continue
        lead = re.match(
            r"(?:（[一二三四五六七八九十]+）|规模化|优化升级|新一轮|一轮|积极|全面|深入|鼓励|支持|共同|建成|组织|都市圈|[\u4e00-\u9fff]{0,10}(?:依托|参与|推进|实施|开展|建成))+(?=.{5})",
            name,
        )
        shift = lead.end() if lead else 0
        name = name[shift:]
        own = re.match(r"[省市](?![级内外市属区际直会])", name) is not None
        told = name[1:] if own else re.sub(r"^重点(?=.{9})", "", name)
        if (NOT_NAMES.search(told) and not (headed and name.startswith("省级"))) or (
            owner(name, lexicon) and len(name) < 8
        ):
            continue
        if name.endswith("工程") and WORKS.search(name[:-2]) and match.group("cue") in LOOSE_CUES:
            continue
        stem = re.sub(r"(?:专项行动|特派行动|行动计划|行动|工程|计划|专项|培训项目|重大专项)$", "", name)
        if (
            len(stem) < 3
            or (len(bare(stem, lexicon)) < 2 and len(stem) < (4 if own or match.group("cue") in SURE_CUES else 6))
            or (re.search(r"(?<!特派)(?<!专项)行动$", name) and len(stem) < 5)
            or re.search(r"规划$|工作$|重点$|技术$", stem)
        ):
            continue
        last = match.end()
        yield _mention(
            sentence,
            match.start("name") + shift,
            match.end("name"),
            "Programme",
            name,
            "programme that is carried out",
            0.82,
        )


def _led_by_marks(sentence: Sentence) -> Iterator[Mention]:
    """Find the meetings and zones whose name begins with words in marks (“一带一路”科技交流大会, “双碳”创新示范区)."""
    for match in LED_BY_MARKS.finditer(sentence.text):
        kind = match.group("kind")
        label = "Zone" if kind.endswith(("区", "园")) else "Event"
        if label == "Zone" and not match.group("rest") and match.group("marks") not in {"“一带一路”"}:
            continue
        name = match.group("name")
        yield _mention(sentence, *match.span("name"), label, name, "name led by words in marks", 0.82)


def _strategies(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    for match in STRATEGY.finditer(sentence.text):
        start, end = match.span("name")
        edge = (
            left_edge(sentence, lexicon, end - 6 + sentence.start, start + sentence.start) - sentence.start
            if end - start > 8
            else start
        )
        start = max(start, edge)
        yield _mention(sentence, start, end, "Policy", sentence.text[start:end], "strategy by its name", 0.85)


def _academies(sentence: Sentence, home: Home) -> Iterator[Mention]:
    """Read 省科学院 and its like as those of the home province."""
    for match in ACADEMY.finditer(sentence.text):
        if home.province:
            name = home.province + match.group("name")
            yield _mention(sentence, *match.span(), "ResearchInstitute", name, "academy of the home province", 0.86)


def _fairs(sentence: Sentence) -> Iterator[Mention]:
    """Find the fairs that everybody calls by their short names (进博会, 广交会)."""
    for match in FAIR.finditer(sentence.text):
        yield _mention(sentence, *match.span(), "Event", match.group(), "fair by its short name", 0.85)


def _approved(sentence: Sentence) -> Iterator[Mention]:
    for match in APPROVED.finditer(sentence.text):
        if not re.search(r"[等、和与]|\d|[一二三四五六七八九十]个", match.group("name")):
            yield _mention(sentence, *match.span("name"), "Zone", match.group("name"), "zone that is approved", 0.88)


def _papers(sentence: Sentence) -> Iterator[Mention]:
    """Find documents without 《》: a request that is answered, a plan that is carried out, a congress's report."""
    for pattern, rule in (
        (REQUEST, "request that is answered"),
        (REQUESTED, "request that is answered"),
        (PLAN, "plan without 《》"),
        (CHARTER, "charter that is voted"),
        (REPORT, "report of a congress"),
    ):
        for match in pattern.finditer(sentence.text):
            name = match.group("name")
            yield _mention(sentence, *match.span("name"), "Policy", name, rule, 0.82)


def _meetings(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    for match in MEETING.finditer(sentence.text):
        start, end = match.span("name")
        name = re.sub(
            r"^(?:.*(?:开幕式|闭幕式)(?:及|和|暨)|组织|召开|举办|举行|开展|定期|成功|首次|一年一度的?|的|了|\d{4}年(?:\d{1,2}月)?|[^的]{0,8}的)+",
            "",
            match.group("name"),
        )
        start = end - len(name)
        kind = re.search(r"(?:座谈会|论坛|大会|峰会|博览会|展览会|交易会|洽谈会|创新创业大赛)$", name)
        if kind is None or NOT_NAMES.search(name.removeprefix("国家").removeprefix("建设")):
            continue
        stem = name[: kind.start()]
        if len(stem) >= 3 and not re.fullmatch(
            r"(?:专题|产业|行业|国际|技术|学术|主题|招商|专题研讨|工作|国际行业|专业|企业|对接|资本|推介|线上|永久性|高端|高峰|创新创业|双创)+",
            stem,
        ):
            yield _mention(sentence, start, end, "Event", name, "meeting that is held", 0.8)


def _held(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the meetings that open a clause and are held somewhere (某某科技合作大会在某市举行)."""
    for match in HELD.finditer(sentence.text):
        name = match.group("name")
        plain = re.sub(r"^20\d\d年?", "", name)
        if NOT_NAMES.search(plain) or len(bare(plain[:-2], lexicon)) < 2:
            continue
        held = _mention(sentence, *match.span("name"), "Event", name, "meeting that is held somewhere", 0.82)
        yield replace(held, aliases=(plain,) if plain != name else ())


def of_home(name: str, label: str, home: Home) -> str:
    """Spell out 省X and 市X as of the document's home (省科技创新孵化联盟)."""
    if label in {"City", "Region", "District", "Country", "Industry", "Policy"}:
        return name
    least = 3 if label == "GovernmentBody" else 4  # 市科委
    if home.province and re.match(r"省(?![级内外市属区际直会部])", name) and len(name) >= least:
        return home.province + name[1:]
    if home.province.endswith("自治区") and re.match(r"自治区(?![级内外属直])", name) and len(name) > least + 1:
        return home.province + name[3:]
    level = re.match(r"[市县](?![级内外场区属值民域城])", name)
    if level and len(name) >= least and (place := home.called(level.group())):
        return place + name[1:]
    return name
