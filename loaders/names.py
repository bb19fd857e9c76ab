"""The grammar of names: where a name begins, and whether it names one thing."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from loaders.lexicon import PLACE_LABELS, Entry, Lexicon
from loaders.tagger import Token

MAX_NAME = 44
OPEN_CLOSE = {"）": "（", ")": "("}
# Parts of speech that end a name to the left: prepositions, particles, adverbs, pronouns, numbers, times.
BARRIERS = frozenset({"p", "u", "d", "r", "xc", "t", "TIME", "q", "m", "vd"})
# … and of proper names.
NAMED = frozenset({"ORG", "LOC", "nz", "nt", "nw", "PER"})
POSITIONS = frozenset("内外中上下间旁前后里")
CONJUNCTIONS = frozenset({"和", "与", "及", "暨", "、", "以及", "或"})
ROLE = re.compile(
    r"(?:打造成?为?|建设成?为?|建成|成为|作为|创建|争创|发展成?为?|升级为|晋升为|晋升|争做|建设)(?:一批|一个|全国|国家|具有[^，。]{0,12}的)?$"
)
BECOMING = re.compile(
    r"(?:打造成为?|建设成为?|建成|成为|作为|发展成为?|升级为|晋升为|晋升|打造为|定位为)(?:一批|一个|全国|国家)?$"
)
# Verbs of the grammar that also qualify a joint institution (协同创新联盟, 联合实验室).
JOINT_WORDS = frozenset({"协同", "联合", "合作", "集成", "共性"})
FOUNDING = re.compile(r"(?:建有|拥有|组建|筹建|共建|成立|揭牌)(?:了|由[^，。；]{4,40}组成的)?$")
# Words that end a name to the left but for those behind which a title goes on.
GO_ON_WITH = {
    "全面": ("创新", "改革"),
    "未来": ("产业", "科技", "科学", "网络", "医学"),
    "发展": ("研究", "促进"),
    "协同": ("创新", "发展"),
    "集成": ("电路",),
    "研发": ("创新", "设计", "转化"),
    "含": ("能材料", "氟", "硅", "氮", "硫"),
}
SPAN_OF_TIME = re.compile(r"[年月日号时季周天期晚早今明昨前后末初\d]|世纪|代表")
LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words; spans are those of the paragraph's text."""

    text: str
    start: int
    end: int
    tokens: Sequence[Token]
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _inner: list[Set[int]] = field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [t.start for t in self.tokens])

    def token_at(self, position: int) -> int:
        """Give the index of the token that holds a position."""
        return bisect_right(self._starts, position) - 1

    def inner(self) -> Set[int]:
        """Give where words go on that are no proper names, counted from the start of the sentence."""
        if not self._inner:
            words = (t for t in self.tokens if t.pos not in NAMED)
            self._inner.append({i for t in words for i in range(t.start - self.start + 1, t.end - self.start)})
        return self._inner[0]

    def _at_edge(self, position: int) -> bool:
        """Say whether a token starts at a position, or the sentence ends there."""
        at = self.token_at(position)
        return position == self.end or (at >= 0 and self._starts[at] == position)

    def aligned(self, start: int, end: int) -> bool:
        """Say whether both ends are word boundaries, or the span lies in a name that the tagger saw."""
        if self._at_edge(start) and self._at_edge(end):
            return True
        token = self.tokens[self.token_at(start)]
        return token.pos in {"ORG", "LOC", "nz", "nt", "nw"} and token.start == start and end <= token.end


def _bracket_start(text: str, close: int, floor: int) -> int:
    """Find where the bracket that closes at ``close`` opens, or -1."""
    opener = OPEN_CLOSE[text[close]]
    at = text.rfind(opener, floor, close)
    return at if at >= 0 and close - at <= 16 and not re.search(r"[，。；、]", text[at:close]) else -1


def _belongs(inner: str, lexicon: Lexicon) -> bool:
    """Say whether words in brackets are part of a name: a place, or the kind of a firm; not a person or a remark."""
    return (
        bool(lexicon.place(inner))
        or inner in {"集团", "股份", "控股", "技术", "高新区", "国际", "创业", "人才", "国家级"}
        or (inner.isascii() and inner.isalnum())
    )


def _clip(word: str, lexicon: Lexicon) -> int:
    """Count the leading characters of a tagged name that are not part of it (依托…, 抚顺市以…)."""
    for length in range(min(4, len(word) - 2), 1, -1):
        goes_on = word[length:].startswith(GO_ON_WITH.get(word[:length], ("　",)))
        if word[:length] in lexicon.stop_words and not goes_on:
            return length + _clip(word[length:], lexicon)
    match = re.match(r"[^以与和由为将在对]{2,6}?(?:省|市|区|县|州)?([以与和由为将在对])(?=.{3})", word)
    if match and lexicon.place(word[: match.start(1)]):
        return match.end(1)
    return 0


def _stops(tokens: Sequence[Token], i: int, lexicon: Lexicon) -> bool:
    """Say whether token i cannot be part of a name that goes on to its right."""
    token = tokens[i]
    word = token.word
    if token.pos in {"ORG", "LOC", "nz", "nt", "nw", "PER"} and len(word) > 1:
        return False
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    if following.startswith(GO_ON_WITH.get(word, ("　",))):
        return False
    if word == "能" and i > 0 and tokens[i - 1].word.endswith(("变", "氢", "质")):  # 聚变能
        return False
    if word == "用" and i > 0 and tokens[i - 1].word[-1] in "车船机军民医农商兽药舰":  # 列车用蓄电池
        return False
    if word.startswith(("再制造", "再生", "再利用")):
        return False
    if word in lexicon.stop_words:
        return not (token.pos == "vn" and len(word) == 2)
    if token.pos in {"m", "xc"} and (LATIN.search(word) and not word.isdigit()):
        return False
    if re.fullmatch(r"第[一二三四五]代", word):
        return False
    if token.pos in {"TIME", "t"} and not SPAN_OF_TIME.search(word):  # 现代, 近代物理研究所
        return False
    if token.pos in BARRIERS:
        return True
    if token.pos in {"f", "s"} and word in POSITIONS:
        return not (word == "中" and following[:1] == "试")
    if word == "创" and i > 0 and tokens[i - 1].word[-1] in "科文双众":
        return False
    split = i > 0 and len(tokens[i - 1].word) == 1 and tokens[i - 1].pos not in BARRIERS | {"w", "v", "c"}
    return token.pos in {"v", "ad"} and len(word) == 1 and word not in "试炼焊铸锻铣超化泛" and not split


def _over_bracket(sentence: Sentence, lexicon: Lexicon, closing: Token, floor: int) -> int:
    """Give where a bracket opens whose words are part of a name, or -1."""
    close = closing.start - sentence.start
    opened = _bracket_start(sentence.text, close, 0)
    if opened < 0 or opened + sentence.start < floor:
        return -1
    inner = sentence.tokens[sentence.token_at(opened + 1 + sentence.start)]
    placed = inner.pos == "LOC" and inner.end == closing.start
    return opened + sentence.start if placed or _belongs(sentence.text[opened + 1 : close], lexicon) else -1


def left_edge(sentence: Sentence, lexicon: Lexicon, start: int, floor: int) -> int:
    """Walk left from ``start`` to where the name begins, no further than ``floor``.

    Parameters
    ----------
    start : where the ending (or the last known part) of the name starts.
    floor : the first position that the name may occupy.
    """
    tokens = sentence.tokens
    edge = start
    i = sentence.token_at(start)
    if tokens[i].start < start:
        clip = _clip(tokens[i].word, lexicon)
        joint = tokens[i].word[:clip] in JOINT_WORDS and i > 0 and tokens[i - 1].pos in {"ORG", "LOC", "nz"}
        edge = max(floor, tokens[i].start + (0 if joint else clip))
        if (
            edge > tokens[i].start
            or edge == floor
            or (edge == tokens[i].start and _inner_stop(tokens[i], start, lexicon))
        ):
            return edge if not _inner_stop(tokens[i], start, lexicon) else start
    i -= 1
    while i >= 0 and tokens[i].start >= floor and start - tokens[i].start <= MAX_NAME:
        token = tokens[i]
        if token.word in OPEN_CLOSE:
            opened = _over_bracket(sentence, lexicon, token, floor)
            if opened < 0:
                break
            edge = opened
            i = sentence.token_at(edge) - 1
            continue
        if token.word in CONJUNCTIONS:
            further = _over_conjunction(sentence, lexicon, i, floor)
            if further is None:
                break
            edge = further
            break
        if token.pos == "w" and token.word not in {"·", "-", " ", "+", "/", "&"} and not _links(sentence, i, lexicon):
            break
        if _stops(tokens, i, lexicon) and not _within_word(sentence, i):
            break
        if token.word.endswith(("以", "由")) and _clip(token.word + "其他什么", lexicon):
            break  # a place and its preposition, taken together for a name (某市以|某公司为龙头)
        clip = _clip(token.word, lexicon) if token.pos in {"ORG", "LOC", "nz", "nt"} else 0
        edge = token.start + clip
        if clip:
            break
        i -= 1
    return max(edge, floor)


def _within_word(sentence: Sentence, i: int) -> bool:
    """Say whether a word that else stops a name is part of a word there (再制造, 数字强省建设领导小组)."""
    token = sentence.tokens[i]
    again = token.word == "再" and sentence.tokens[i + 1].word in {"制造", "生", "利用"}
    return again or (
        token.word[:1] == "强" and sentence.text[token.start - sentence.start + 1 :][:1] in set("省市国县区")
    )


def _links(sentence: Sentence, i: int, lexicon: Lexicon) -> bool:
    """Say whether a dash joins two places in one name (江甲—河乙新型功能区)."""
    tokens = sentence.tokens
    if tokens[i].word not in {"—", "－", "–", "~", "～"} or i == 0 or i + 1 >= len(tokens):
        return False
    behind = sentence.text[tokens[i + 1].start - sentence.start :]
    first = tokens[i - 1].word
    if first == "中国" and tokens[i + 1].pos in {"nz", "LOC"}:
        return True
    before = sentence.text[: tokens[i].start - sentence.start]
    known = any(lexicon.place(first[-n:]) for n in (2, 3)) or (tokens[i - 1].pos in {"LOC", "ns"} and len(first) <= 4)
    known = known or lexicon.place(before[-4:-2]) is not None  # 天津滨海—…
    second = behind.startswith("中关村") or any(lexicon.place(behind[:n]) for n in (4, 3, 2))
    return (first in {"中国", "中"} or known) and second


def _inner_stop(token: Token, start: int, lexicon: Lexicon) -> bool:
    """Say whether the part of a token before a name's ending is itself a word that no name contains."""
    prefix = token.word[: start - token.start]
    return prefix in lexicon.stop_words and prefix not in JOINT_WORDS


def _over_conjunction(sentence: Sentence, lexicon: Lexicon, i: int, floor: int) -> int | None:
    """Go over 和/与 inside a name (机器人与智能制造研究院): only if the whole then starts with an owner."""
    tokens = sentence.tokens
    if tokens[i].word in {"、", "或", "以及"} or i == 0 or i + 1 >= len(tokens):
        return None
    right = sentence.text[tokens[i].end - sentence.start :]
    left = tokens[i - 1]
    behind = sentence.text[: tokens[i].start - sentence.start]
    founded = left.pos in {"n", "vn"} and FOUNDING.search(behind[: left.start - sentence.start])
    if owner(right, lexicon) or tokens[i + 1].pos == "LOC" or (tokens[i + 1].pos == "ORG" and not founded):
        return None
    if behind.endswith(lexicon.tails(2)) or lexicon.place(left.word):
        return None
    if right.startswith(("国家", "全国")) or (left.pos == "ORG" and tokens[i + 1].pos in {"ORG", "nz", "nt"}):
        return None
    edge = left_edge(sentence, lexicon, tokens[i].start, floor)
    head = sentence.text[edge - sentence.start :]
    if edge >= tokens[i].start:
        return None
    if owner(head, lexicon) or re.match(r"中国[—－–]|国家(?![级重])[\u4e00-\u9fff]{2}", head):
        return edge
    return edge if _in_series(sentence.text, edge - sentence.start, i, sentence, lexicon) else None


def _in_series(text: str, edge: int, i: int, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Say whether a first half of a name (机器人|与智能制造研究院) begins behind another name or a founding verb."""
    first = text[edge : sentence.tokens[i].start - sentence.start]
    if not 2 <= len(first) <= 12 or re.search(r"[院校]$|大学$|公司$|集团$|中心$|企业$", first):
        return False
    if FOUNDING.search(text[:edge]):
        return True  # what is founded is one thing, however common the words of its name are
    if len(bare(first, lexicon)) < 2:
        return False
    before = re.match(r".*?(?P<word>.{4})[、和]$", text[:edge])
    return before is not None and before.group("word").endswith(lexicon.tails(3))


GUARD = re.compile(
    r"(?:国家级?)?(?:高新技术产业开发区|高新区|经济技术开发区|经开区|综合保税区|高新技术产业园)"
    r"|技术转移|生产力促进|科技大市场|知识产权(?:保护|服务)|职业(?:技术)?(?:学院|大学)|产投|城投|国投|农科院|片区|分园"
)


def owner(text: str, lexicon: Lexicon) -> tuple[int, Entry] | None:
    """Give the place or organisation that a text starts with: (length, entry), the longest."""
    if (known := lexicon.guarded.get(text[:2])) and GUARD.match(text, 2):
        return 2, known
    for length in range(min(14, len(text), lexicon.reach(text)), 1, -1):
        for entry in lexicon.entries.get(text[:length], ()):
            if entry.label in PLACE_LABELS or entry.label in {"University", "ResearchInstitute", "Company", "Zone"}:
                if entry.short and entry.label == "District":
                    continue
                return length, entry
    behind = owner(text[2:], lexicon) if text.startswith("中国") else None  # 中国|宁波留学人员创业园
    return (behind[0] + 2, behind[1]) if behind and behind[1].label in {"City", "Region"} else None


_GREAT = re.compile(r"(?<![扩放强做壮巨特最重])大$")


def great(text: str, at: int) -> int:
    """Give where the name of a metropolitan area begins that is called great (大|某某都市圈)."""
    return at - 1 if _GREAT.search(text, 0, at) else at


def bare(name: str, lexicon: Lexicon) -> str:
    """Take away all generic words of a name, longest first, and give what is left."""
    left = re.sub(r"[（()）“”·\s-]", "", name)
    rest, i = [], 0
    while i < len(left):
        for length in range(min(6, len(left) - i, lexicon.generic_reach(left[i])), 0, -1):
            if left[i : i + length] in lexicon.generic_words:
                i += length
                break
        else:
            rest.append(left[i])
            i += 1
    return "".join(rest)


def strip_level(name: str) -> str:
    """Drop a leading level (国家级, 省级, 原, 现有 …) of a name; of a nationwide alliance 全国 is part."""
    if re.match("全国.{4,}(?:联盟|学会|协会|联合会)$", name):
        return name
    return re.sub(r"^(?:现有|拟建|国家级|省级|市级|全国|首个|首家|首批|等|及|和|与|的|了)+(?=.{4})", "", name)
