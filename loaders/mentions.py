"""Mentions: where the text of a paragraph names something, and what class of thing.

Sources of evidence, strongest first: titles in 《》, names in “”, known names of the lexicon, items of lists whose kind a box or a
head noun tells, names with an ending of their class.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from loaders.documents import Paragraph
from loaders.lexicon import PLACE_LABELS, Entry, Lexicon
from loaders.calls import called, of_home
from loaders.mention import Home, Mention
from loaders.names import MAX_NAME, ROLE, Sentence, bare, left_edge, owner, strip_level
from loaders.tagger import tag

HARD = "。；，：！？、“”‘’《》〈〉;,:!?\t"
JOINERS = re.compile(r"[、和与及]|以及")
TITLE = re.compile(r"《([^《》]{4,90})》((?:（(?:[^（）]{0,6}发|[^（）]{0,8}函|[^（）]{0,8}办)?[^（）]{0,8}〔?\[?\d{4}[〕\]]?[^（）]{0,6}号）)|(?:（\d{4}年(?:修订)?）))?")
QUOTED = re.compile(r"“([^“”]{2,36})”")


def sentences_of(paragraph: Paragraph) -> list[Sentence]:
    """Cut a paragraph into tagged sentences."""
    found = []
    for start, end in paragraph.sentences():
        text = paragraph.text[start:end]
        tokens = [replace(t, start=t.start + start, end=t.end + start) for t in tag(text)]
        found.append(Sentence(text, start, end, tokens))
    return found


def _known(sentence: Sentence, lexicon: Lexicon, home: Home) -> Iterable[Mention]:
    """Find names of the lexicon."""
    for start, end, surface in lexicon.find(sentence.text):
        at, to = start + sentence.start, end + sentence.start
        entry = choose(lexicon.entries[surface], home)
        if entry is None or (entry.short and entry.label == "District" and not _district_named(entry, sentence, start, home)):
            continue
        if len(surface) <= 3 and entry.label not in PLACE_LABELS and not sentence.aligned(at, to):
            continue
        if len(surface) == 2 and not sentence.aligned(at, to) and not _inside_name(sentence, at):
            continue
        if entry.label == "District" and not entry.short and not sentence.aligned(at, to) and not _inside_name(sentence, at, {"LOC", "ORG"}):
            continue
        if entry.short and entry.label == "City" and entry.province != home.province and not _inside_name(sentence, at, {"LOC", "ORG", "nz", "nt", "nw", "PER", "s"}):
            continue
        yield Mention(at, to, entry.label, entry.name, surface, "known name", 0.97)


def _inside_name(sentence: Sentence, at: int, tags: Collection[str] = ("ORG", "LOC", "nz", "nt", "nw", "PER", "a", "n")) -> bool:
    return sentence.tokens[sentence.token_at(at)].pos in tags


def _district_named(entry: Entry, sentence: Sentence, start: int, home: Home) -> bool:
    """Accept a short district name where its full name, its city in front, or a list of places supports it."""
    if entry.name in home.districts:
        return True
    before = sentence.text[max(0, start - 4) : start]
    if entry.parent and before.endswith((entry.parent, entry.parent[:-1])):
        return True
    token = sentence.tokens[sentence.token_at(start + sentence.start)]
    alone = token.pos == "LOC" and token.start == start + sentence.start and token.end == token.start + len(entry.name) - 1
    return alone or (entry.province == home.province and token.pos in {"LOC", "ORG"})


def choose(entries: Sequence[Entry], home: Home) -> Entry | None:
    """Choose among things of one name: the home province first, then the higher level."""
    if not entries:
        return None
    order = {"University": 0, "Region": 1, "Country": 1, "City": 2}

    def rank(entry: Entry) -> tuple[int, int, int]:
        near = 0 if not entry.province or entry.province == home.province else 1
        in_city = 0 if home.city and entry.parent == home.city else 1
        return (near if entry.label == "District" else 0, order.get(entry.label, 3), in_city)

    best = min(entries, key=rank)
    if best.label == "District" and best.province != home.province and len({e.parent for e in entries}) > 3:
        return None
    return best


def _titles(text: str) -> Iterable[Mention]:
    for match in TITLE.finditer(text):
        title = re.sub(r"(?<=见)见$", "", match.group(1))
        before, after = text[max(0, match.start() - 8) : match.start()], text[match.end() : match.end() + 4]
        if re.match(r"(?:栏目|杂志|榜单|报讯|节目|一书)", after) or re.search(r"(?:毕马威|出版|杂志|专栏)$", before) or title.endswith("政策》"):
            continue
        aliases = (match.group(2).strip("（）"),) if match.group(2) and "号" in match.group(2) else ()
        year = re.fullmatch(r"（(\d{4}年.*?)）", match.group(2) or "")
        del year
        yield Mention(match.start(), match.end(), "Policy", title, match.group(), "title in 《》", 0.97, aliases=aliases)


QUOTED_TAIL = re.compile(r"(?P<gap>[\u4e00-\u9fff]{0,8}?)(?P<kind>专项行动|行动计划|行动|计划|工程|攻关项目|战略(?!布局|合作|定位)|沿海经济带|经济带|产业带|产业合作区|综合试验区|先行区|专项资金)(?!机|技术|化|师)")
TAIL_LABELS = {"战略": "Policy", "沿海经济带": "Region", "经济带": "Region", "产业带": "Region", "产业合作区": "Zone", "综合试验区": "Zone", "先行区": "Zone", "专项资金": "Fund"}
VERBAL_GAP = re.compile(r"建设|推进|开展|实施|等|[和与及的为在]")


def _quoted(text: str, lexicon: Lexicon) -> Iterable[Mention]:
    """Find names in quotes, and names made of a quoted part and an ending (“…”行动)."""
    for match in QUOTED.finditer(text):
        inner = match.group(1)
        if re.search(r"[，。；]", inner) or re.match(r"[一二三四五六七八九十]年", inner):
            continue
        tail = QUOTED_TAIL.match(text, match.end())
        if tail and inner not in lexicon.entries and not VERBAL_GAP.search(tail.group("gap")) and len(inner) >= 2:
            label = TAIL_LABELS.get(tail.group("kind"), "Programme")
            yield Mention(match.start(), tail.end(), label, inner + tail.group(), text[match.start() : tail.end()], "quoted name with its ending", 0.88, aliases=(inner,))
            continue
        if label := _quoted_label(inner, lexicon):
            yield Mention(match.start(), match.end(), label, inner, match.group(), "name in “”", 0.9, aliases=(match.group(),))


def _quoted_label(inner: str, lexicon: Lexicon) -> str:
    """Tell the class of a quoted name by its last words, '' if it is a slogan or a title to be won."""
    if re.match(r"[一二三四五六七八九十\d]+[城园区个大]|国家|全国|省级", inner):
        return ""
    for ending, label in lexicon.quoted_names.items():
        if inner.endswith(ending) and (5 if label == "Zone" else 3) <= len(inner):
            return "" if label != "Programme" and not bare(inner[: -len(ending)], lexicon) and len(inner) < 6 else label
    for length in range(min(12, len(inner)), 1, -1):
        label, strong = lexicon.suffixes.get(inner[-length:], ("", False))
        if label in {"Lab", "ServiceAgency", "Zone", "Region", "Incubator", "ResearchInstitute"} and len(inner) - length >= 3 and bare(inner[:-length], lexicon):
            return label if strong or len(inner) >= 9 else ""
    return ""


def _floor(text: str, start: int) -> int:
    """Find the punctuation that a name cannot cross to the left."""
    i = start - 1
    depth = 0
    while i >= 0:
        char = text[i]
        if char in "）)":
            depth += 1
        elif char in "（(":
            if not depth:
                return i + 1
            depth -= 1
        elif char in HARD and not depth:
            if char == "”" and i == start - 1 and (opened := text.rfind("“", 0, i)) >= 0 and i - opened <= 14:
                i = opened - 1
                continue
            return i + 1
        i -= 1
    return 0


def _by_ending(sentence: Sentence, lexicon: Lexicon) -> tuple[list[Mention], list[Mention]]:
    """Find names by their endings: those that are sure, and those that need a neighbour of their kind."""
    text, base = sentence.text, sentence.start
    sure: list[Mention] = []
    maybe: list[Mention] = []
    endings = lexicon.endings(text)
    for start, end, suffix in endings:
        label, strong = lexicon.suffixes[suffix]
        following = text[end : end + 1]
        if any(s < end < e and s <= start for s, e, _ in endings) and not (following and following in "和与及、，。"):
            continue
        if _goes_on(text, end, suffix, label):
            continue
        edge = _begin(sentence, lexicon, start, end)
        end = _with_bracket(text, end, lexicon)
        name = text[edge:end]
        if not 2 < len(name) <= MAX_NAME or (edge >= start and label != "Incubator") or PLURAL.search(name) or PLURAL_BEFORE.search(text[:edge]):
            continue
        if name.count("（") != name.count("）") or name.count("(") != name.count(")") or name[:1] in "）)、，（(" or FALSE_ENDING.search(name):
            continue
        grade = named(name, suffix, label, strong, lexicon, sentence, edge + base, start + base)
        if not strong and label in {"Zone", "Region", "Lab"} and (ROLE if owner(name, lexicon) is None else BECOMING).search(text[:edge]):
            continue
        mention = Mention(edge + base, end + base, label, name, name, f"ending {suffix}", grade or 0.8)
        if grade:
            sure.append(mention)
        elif _may_name(name, suffix, label, strong, lexicon):
            (sure if SINGULAR.search(text[:edge]) and len(bare(name[: -len(suffix)], lexicon)) >= 3 and label in BUILT else maybe).append(mention)
    return sure, maybe


SINGULAR = re.compile(r"(?:共建|谋划|筹建|组建|共同创建|共同打造|接入|成立|揭牌|获批|参与|推进建设|大力推进|加快建设|推动建设|首个重大科技基础设施——|重点推进|积极推进|抓紧组建)(?:了|的)?$")
BUILT = frozenset({"Lab", "ResearchInstitute", "Zone", "ServiceAgency", "Alliance", "Company"})
FALSE_ENDING = re.compile(r"(?:布局|格局|结局|大局|局局|副局|厅厅)$|平方米|公里|—")


def _with_bracket(text: str, end: int, lexicon: Lexicon) -> int:
    """Take a place in brackets behind a name into it (启迪科技园（沈阳）)."""
    match = re.match(r"[（(]([\u4e00-\u9fff]{2,4})[）)]", text[end:])
    return end + match.end() if match and lexicon.place(match.group(1)) else end


def _begin(sentence: Sentence, lexicon: Lexicon, start: int, end: int) -> int:
    """Find where the name whose ending starts at ``start`` begins."""
    text, base = sentence.text, sentence.start
    floor = _floor(text, start)
    edge = _trim(text, left_edge(sentence, lexicon, start + base, floor + base) - base, start, lexicon)
    edge = _to_owner(sentence, edge, start, end, lexicon)
    body = re.match(r"([\u4e00-\u9fff]{2,8})", text[edge:start])
    if body:
        for length in range(len(body.group(1)), 1, -1):
            entries = lexicon.entries.get(body.group(1)[:length], ())
            if entries and entries[0].label == "GovernmentBody" and len(text[edge + length : start]) >= 2:
                return edge + length
    return edge


def _to_owner(sentence: Sentence, edge: int, start: int, end: int, lexicon: Lexicon) -> int:
    """Skip words that only lead up to a place or organisation (提供|北湖…, 汇聚|沈大…)."""
    text = sentence.text
    if owner(text[edge:end], lexicon):
        return edge
    for token in sentence.tokens[sentence.token_at(edge + sentence.start) :]:
        begin = token.start - sentence.start
        if begin >= start or begin - edge > 6:
            break
        if begin > edge and owner(text[begin:end], lexicon):
            return begin
        if token.pos not in {"v", "vd", "vn", "d", "ad", "a", "p", "c", "u", "r", "m", "q", "f", "xc"}:
            break
    return edge


BECOMING = re.compile(r"(?:打造成为?|建设成为?|建成|成为|作为|发展成为?|升级为|晋升为|晋升|打造为|定位为)(?:一批|一个|全国|国家)?$")
PLURAL = re.compile(r"[一二两三四五六七八九十\d]+(?:[个家所座批]|万平方米)|各市|各区|各高新区|一批|一系列|等国|和高新区")
PLURAL_BEFORE = re.compile(r"(?:一批|各类|一系列|若干|各级各类|各级)(?:[^，。；、]{0,6}的)?$")


def _may_name(name: str, suffix: str, label: str, strong: bool, lexicon: Lexicon) -> bool:
    """Say whether a name without an owner could be one beside a sure name of its kind."""
    stem = name[: -len(suffix)]
    return strong and label not in {"GovernmentBody", "Region", "Policy"} and len(stem) >= 2 and len(bare(stem, lexicon)) >= 2


def _support(sure: Sequence[Mention], maybe: Sequence[Mention], text: str, base: int) -> list[Mention]:
    """Accept doubtful names that stand in one list with a sure name of their class."""
    accepted = list(sure)
    pending = list(maybe)
    changed = True
    while changed:
        changed = False
        for mention in list(pending):
            for other in accepted:
                first, second = (mention, other) if mention.start < other.start else (other, mention)
                between = text[first.end - base : second.start - base]
                if other.label == mention.label and between in {"、", "和", "与", "及", "以及", "，"} and first.end <= second.start:
                    accepted.append(mention)
                    pending.remove(mention)
                    changed = True
                    break
    return accepted


def _goes_on(text: str, end: int, suffix: str, label: str) -> bool:
    """Say whether the word goes on after the ending (大学科技园, 公司化, 计划单列 …)."""
    after = text[end : end + 3]
    if label == "University" and suffix == "大学" and after.startswith(("生", "科技", "城", "学", "本科")):
        return True
    if label == "Programme" and (after[:2] in {"技术", "研究", "实验", "中心", "机械", "（技", "有限", "大学", "学院", "科学", "造价", "设计", "公司", "机构"} or after[:1] in "师化院"):
        return True
    if label == "Fund" and after[:2] in {"会", "小镇", "管理", "公司", "业务"}:
        return True
    if label == "GovernmentBody" and after[:1] in "长员限面部域":
        return suffix in {"局", "厅", "委员会", "办公室", "政府"} and not (after[:2] in {"局长", "厅长"} and len(suffix) > 1)
    return after[:1] in "化性级型员" or (suffix in {"政府", "银行"} and after[:2] in {"合作", "引导", "协同", "资金", "购买", "服务"})


def _trim(text: str, edge: int, start: int, lexicon: Lexicon) -> int:
    """Drop leading words that no name begins with."""
    changed = True
    while changed and edge < start:
        changed = False
        for length in (3, 2, 1):
            word = text[edge : edge + length]
            if edge + length <= start and len(word) == length and (
                word in lexicon.stop_words or word in {"国家级", "省级", "市级", "级", "新型", "现代", "该", "县级"}
            ):
                if length == 1 and owner(text[edge:], lexicon):
                    continue
                edge += length
                changed = True
                break
    return edge


def named(name: str, suffix: str, label: str, strong: bool, lexicon: Lexicon, sentence: Sentence, start: int, end: int) -> float:
    """Say how surely a name with an ending names one thing: 0 for a common noun."""
    stem = name[: name.rfind(suffix)]
    head = owner(name, lexicon)
    if any(e.label == label for cut in range(1, len(name) - 2) for e in lexicon.entries.get(name[cut:], ())):
        return 0.0
    if not stem or re.fullmatch(r"[\d一二三四五六七八九十]+[个家]?", stem):
        return 0.0
    rest = bare(stem, lexicon)
    if head and head[0] <= len(stem):
        inner = stem[head[0] :]
        if head[1].label == "Region" and not bare(inner, lexicon) and (suffix in PLAIN_ZONES or not strong or label in {"Lab", "University", "Incubator"}):
            return 0.0
        if head[1].label in PLACE_LABELS and not bare(inner, lexicon) and label == "Lab" and suffix not in {"实验室", "国家实验室"}:
            return 0.0
        if label == "ResearchInstitute" and not strong and head[1].label in PLACE_LABELS:
            return 0.0
        if head[1].label in PLACE_LABELS and label in {"Programme", "Company"} and not bare(inner, lexicon):
            return 0.0
        if label == "Event" and not bare(inner, lexicon) and head[1].label in PLACE_LABELS:
            return 0.0
        if head[1].label == "Country" and label in {"University", "Lab", "Company", "Incubator"} and not bare(inner, lexicon):
            return 0.0
        return 0.95 if strong else 0.85
    if strong and label in {"Fund", "Alliance", "ServiceAgency", "GovernmentBody"} and re.match(r"省(?![级内外市属区际直会])", stem) and len(stem) >= 3:
        return 0.85
    if not rest or not strong:
        return 0.0
    if label in {"Company", "University"}:
        return 0.9 if len(rest) >= 2 else 0.0
    if label == "GovernmentBody":
        return 0.9 if stem.startswith(("国家", "中国", "省", "市")) and len(rest) >= 2 else 0.0
    if re.match(r"(?:国家|全国|中国|中外|中[德日韩俄以法英美加新意])", stem) and rest:
        return 0.88
    if label in {"Lab", "ResearchInstitute", "Alliance"} and "国家" in stem:
        return 0.85
    if suffix.startswith(("国家", "全国")) and len(rest) >= 2:
        return 0.88
    if LATIN_NAME.match(stem):
        return 0.8
    proper = any(t.pos in {"nz", "ORG", "LOC", "nw", "PER", "nr"} and t.start >= start and t.start < end and len(t.word) > 1 for t in sentence.tokens)
    return 0.8 if proper and len(rest) >= 2 and label != "Company" else 0.0


PLAIN_ZONES = frozenset({"高新区", "高新技术产业开发区", "经开区", "开发区", "经济开发区", "产业园", "产业园区", "科技园", "工业园", "工业园区"})
LATIN_NAME = re.compile(r"[A-Z][A-Za-z0-9]{1,}")


def _overlaps(mention: Mention, taken: Sequence[Mention]) -> bool:
    return any(mention.start < t.end and t.start < mention.end for t in taken)


def settle(candidates: Iterable[Mention]) -> list[Mention]:
    """Keep the longest of overlapping mentions; those wholly inside another stay as nested."""
    kept: list[Mention] = []
    for mention in sorted(candidates, key=lambda m: (m.start - m.end, -m.confidence, m.start)):
        same = [k for k in kept if mention.start < k.end and k.start < mention.end]
        if not same:
            kept.append(mention)
        elif all(k.start <= mention.start and mention.end <= k.end for k in same):
            if any((k.start, k.end) == (mention.start, mention.end) for k in same):
                continue
            kept.append(replace(mention, nested=True))
    return sorted(kept, key=lambda m: (m.start, -m.end))


def expand(paragraph: Paragraph, mentions: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Spell out coordinated names that share their ending (沈阳、大连高新区; 鞍山、本溪等8个国家级高新区)."""
    text = paragraph.text
    added: list[Mention] = []
    places = [m for m in mentions if m.label in {"City", "District", "Region"}]
    ends = {m.end: m for m in places}
    for match in SHARED.finditer(text):
        anchor = match.start()
        if anchor not in ends:
            continue
        suffix = match.group("suffix")
        label, _ = lexicon.suffixes.get(suffix, ("", False))
        if not label:
            continue
        chain = _chain(text, ends, ends[anchor])
        if len(chain) < 2 and match.group("filler"):
            continue
        for place in chain[: None if match.group("filler") else -1]:
            name = _spelled(place, suffix, lexicon)
            added.append(Mention(place.start, place.end, label, name, place.surface, "shared ending", 0.92, True))
    return mentions + added


def coordinated(paragraph: Paragraph, mentions: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Spell out longer names that share all but the place (沈阳市、大连市…领导小组办公室; 本溪、沈阳、大连生物医药产业基地)."""
    text = paragraph.text
    ends = {m.end: m for m in mentions if m.label in {"City", "District"}}
    found = []
    for mention in mentions:
        if mention.nested or not (mention.label == "GovernmentBody" or mention.surface.endswith("产业基地")):
            continue
        head = next((m for m in mentions if m.start == mention.start and m.label in {"City", "District"} and m.end < mention.end), None)
        if head is None:
            continue
        for place in _chain(text, ends, head)[:-1]:
            name = place.surface + text[head.end : mention.end]
            found.append(Mention(place.start, place.end, mention.label, name, place.surface, "shared ending", 0.9, True))
    del lexicon
    return found


JOINT = re.compile(r"(?:共同|联合|合作|携手)?(?:创建|共建|打造|建设|培育)(?P<name>[\u4e00-\u9fff]{2,14}?(?:产业集群|集群|示范带|产业带|中心|产业基地))(?=[，。；、]|$)")


def jointly(paragraph: Paragraph, mentions: Sequence[Mention]) -> list[Mention]:
    """Name what several places build together (A、B共同创建生物医药产业集群): the thing is theirs, and called after them."""
    text, found = paragraph.text, []
    ends = {m.end: m for m in mentions if m.label in {"City", "District", "Region"}}
    for match in JOINT.finditer(text):
        last = ends.get(match.start())
        if last is None:
            comma = re.search(r"(?:以[^；。]{2,30}为重点，)$", text[: match.start()])
            last = ends.get(comma.start()) if comma else None
        chain = _chain(text, ends, last) if last else []
        if len(chain) < 2:
            continue
        start, end = match.span("name")
        name = match.group("name")
        label = "Cluster" if name.endswith("集群") else "Zone" if name.endswith(("带", "基地")) else "Lab"
        full = "、".join(m.surface for m in chain) + name
        found.append(Mention(start, end, label, full if label != "Lab" else name, name, "built together by places", 0.9, aliases=(name,)))
    return found


def _spelled(place: Mention, suffix: str, lexicon: Lexicon) -> str:
    short = place.surface if len(place.surface) >= 2 else place.name
    del lexicon
    return short + suffix


SHARED = re.compile(
    r"(?P<filler>(?:等(?:\d+|[一二三四五六七八九十两]+)?[个家]?|\d+[个家]|[一二三四五六七八九十两]+[个家])(?:国家级?|省级)?|(?:国家级|省级|国家))?"
    r"(?P<suffix>高新技术产业开发区|国家高新区|高新区|经开区|经济技术开发区|经济开发区|自贸区|科技局|科学技术局|综合保税区|人民政府)"
)


def _chain(text: str, ends: dict[int, Mention], last: Mention) -> list[Mention]:
    """Follow a list of places to the left of its last member."""
    chain = [last]
    at = last.start
    while True:
        joiner = next((j for j in ("以及", "、", "和", "与", "及") if text.endswith(j, 0, at)), None)
        if joiner is None or (at - len(joiner)) not in ends:
            return chain[::-1]
        chain.append(ends[at - len(joiner)])
        at = chain[-1].start


def find_mentions(paragraph: Paragraph, sentences: Sequence[Sentence], lexicon: Lexicon, home: Home) -> list[Mention]:
    """Find all mentions of a paragraph but those of lists (see ``loaders.lists``)."""
    candidates = [*_titles(paragraph.text), *_quoted(paragraph.text, lexicon)]
    titles = [m for m in candidates if m.label == "Policy" and m.rule.startswith("title")]
    for sentence in sentences:
        sure, maybe = _by_ending(sentence, lexicon)
        sure += called(sentence, lexicon, home)
        found = (*_known(sentence, lexicon, home), *_support(sure, maybe, sentence.text, sentence.start))
        for mention in found:
            if not _overlaps(mention, titles):
                candidates.append(replace(mention, name=of_home(strip_level(mention.name), mention.label, home)))
    candidates += jointly(paragraph, candidates)
    settled = settle(candidates)
    kept = [n for m in settled if (n := _kept(m, settled)) is not None]
    return [*expand(paragraph, kept, lexicon), *coordinated(paragraph, kept, lexicon), *set_up_funds(paragraph, kept)]


FUND = re.compile(r"(?:设立|建立|成立)(?:\d+只)?(?:总额[^，。；]{0,10}的)?(?:首期)?(?:[\d.]+[亿万]+元)?(?P<names>[\u4e00-\u9fff]{2,16}(?:基金|专项资金)(?:、[\u4e00-\u9fff]{2,14}基金)*)")


def set_up_funds(paragraph: Paragraph, mentions: Sequence[Mention]) -> list[Mention]:
    """Name funds after the zone or city that sets them up (沈阳高新区设立2亿元创业投资基金)."""
    text, found = paragraph.text, []
    for match in FUND.finditer(text):
        before = [m for m in mentions if m.label in {"Zone", "City"} and not m.nested and m.end <= match.start()]
        if not before or re.search(r"[。；]", text[before[-1].end : match.start()]) or any(m.label == "Fund" and m.start >= match.start() and m.end <= match.end() for m in mentions):
            continue
        at = match.start("names")
        for name in match.group("names").split("、"):
            short = re.sub(r"^(?:高新区|符合[^，]*的|.*?的)", "", name)
            if len(short) > 4:
                found.append(Mention(at, at + len(name), "Fund", before[-1].surface + short, name, "fund that is set up", 0.82, aliases=(short,)))
            at += len(name) + 1
    return found


KEPT_INSIDE = frozenset({"Company", "University", "ResearchInstitute", "GovernmentBody", "Industry", "City", "District", "Region", "Country"})


def _kept(mention: Mention, all_: Sequence[Mention]) -> Mention | None:
    """Decide what becomes of a mention inside another: parents and places stay, pieces of the same name go."""
    if not mention.nested:
        return mention
    outer = next(m for m in all_ if not m.nested and m.start <= mention.start and mention.end <= m.end)
    if mention.rule.startswith("ending"):
        if mention.label not in KEPT_INSIDE and not mention.surface.endswith(("高新区", "自创区", "经开区", "开发区", "软件园", "新区", "联盟")):
            return None
        parent = mention.start == outer.start and mention.label in {"University", "ResearchInstitute"} and mention.end < outer.end
        if mention.label == outer.label and mention.label != "GovernmentBody" and not parent and (mention.end == outer.end or mention.start == outer.start):
            return None
        if outer.label == "Company" and mention.start == outer.start:
            return None
    if mention.label in PLACE_LABELS and (outer.label == "Region" or (outer.label == "University" and outer.surface.endswith("大学"))):
        return None
    if mention.label == "Company" and outer.label == "Lab" and (match := re.match(r"[\u4e00-\u9fff]{2,3}省(?=.{4})", mention.name)):
        return replace(mention, name=mention.name[match.end() :], surface=mention.surface[match.end() :], start=mention.start + match.end())
    return mention


__all__ = ["Home", "Mention", "choose", "find_mentions", "named", "sentences_of", "settle"]
