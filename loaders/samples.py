"""Samples of a count: «A等6个创新平台», «A等大科学装置5个», «A等8家企业» name A; and institutes by short names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents import Paragraph
from loaders.items import VERBISH, ending_label
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import Sentence, bare, left_edge, owner

_NUMBER = r"(?:\d+|[两三四五六七八九十]+)[多余]?"
_KIND = r"[^，。；：、“”\d的等]"
# 等8家专精特新企业 | 等重大科技基础设施5个
_COUNTED = re.compile(
    rf"等(?!级)(?:{_NUMBER}[家个所项](?P<behind>{_KIND}{{2,16}})|(?P<before>{_KIND}{{2,16}}?)(?:共|达)?{_NUMBER}[家个所项])"
)
_CLASSES = frozenset({"Lab", "ResearchInstitute", "Company", "Incubator", "Zone", "ServiceAgency"})
_FIRMS = re.compile(r"企业|公司|巨人|上市|冠军")
# Bodies that are no institutes of research, though they end like one.
_OTHER = re.compile(
    r"(?:医|法|学|剧|影|戏|画|书|检察|国务|卫生|养老|福利|敬老|博物|电影|大|参议|众议|寺|庭)院$|(?:派出|事务|交易|场|厕|住|诊|会|招待|看守|拘留|研究|收容|卫生|加油|律师|证券)所$"
)
_SHORT = re.compile(r"[\u4e00-\u9fff]{2,7}[所院]")
# Fields after which the institutes of the academies are called in short: 西安光机所, 兰州化物所.
_FIELDS = (
    r"(?:光机|化物|应化|兽研|牧药|金属|自动化|材料|生物|物理|近物|声学|微电子|计算|软件|半导体|地化|冻土|盐湖|煤化|测地|水生|植物|动物|技物|硅酸盐|应物|有机|药物|神经|"
    r"天文|海洋|理化|过程|电工|工热|力学|遥感|大气|地质|等离子体?|智能|固体|合成|能源|广能|南海|深海|城环|物构|分子细胞|微生物|茶叶|水稻|油料|棉花|蚕业|特产|草原|果树|烟草|柑桔)"
)


def samples(
    paragraph: Paragraph, sentences: Sequence[Sentence], mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Mention]:
    """Find the names that stand for a counted lot, and institutes called in short after place and field."""
    taken = [m for m in mentions if not m.nested]
    found: list[Mention] = []
    for sentence in sentences:
        for mention in [*_counted(paragraph.text, sentence, lexicon), *_institutes(sentence, lexicon)]:
            clash = [m for m in [*taken, *found] if m.start < mention.end and mention.start < m.end]
            if not any(m.start <= mention.start and mention.end <= m.end for m in clash):
                found.append(mention)
    return found


def _counted(text: str, sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    for match in _COUNTED.finditer(sentence.text):
        end = match.start() + sentence.start
        kind = match.group("behind") or match.group("before")
        floor = max(text.rfind(mark, sentence.start, end) for mark in "，。；：、") + 1
        start = max(floor, sentence.start)
        start = _begin(sentence, start, end, lexicon)
        name = text[start:end]
        if not 4 <= len(name) <= 34 or re.search(r"[“”《》（(]$|^[”）)]", name):
            continue
        label = _class_of(name, kind, sentence, start, lexicon)
        if label and not (VERBISH.search(name) and not owner(name, lexicon)):
            yield Mention(start, end, label, name, name, "sample of a count", 0.82)


def _begin(sentence: Sentence, floor: int, end: int, lexicon: Lexicon) -> int:
    """Give where the name before 等 begins: behind the verb of its part."""
    token = sentence.tokens[sentence.token_at(end - 1)]
    return left_edge(sentence, lexicon, max(token.start, floor), floor)


def _class_of(name: str, kind: str, sentence: Sentence, start: int, lexicon: Lexicon) -> str:
    """Tell the class of a sample by what is counted and how its name ends, '' where it is a common noun."""
    heads = {lexicon.list_heads[word] for word in lexicon.list_heads if word in kind} & _CLASSES
    own, _, suffix = ending_label(name, lexicon)
    first = sentence.tokens[sentence.token_at(start)]
    if _FIRMS.search(kind):
        whole = first.start == start and first.end == start + len(name) and first.pos in {"ORG", "nz"}
        return "Company" if whole and own in {"", "Company"} else ""
    if own in _CLASSES and (own in heads or {own, *heads} <= {"Lab", "ResearchInstitute", "ServiceAgency"}):
        stem = name[: len(name) - len(suffix)]
        told = len(bare(stem, lexicon)) >= 4 or (owner(name, lexicon) and len(bare(stem, lexicon)) >= 2)
        return own if told and not re.search(r"[的各类]|国家级|省级|市级|企业$", stem) else ""
    return ""


def _institutes(sentence: Sentence, lexicon: Lexicon) -> Iterator[Mention]:
    for token in sentence.tokens:
        if (
            token.pos == "ORG"
            and len(token.word) >= 4
            and _SHORT.fullmatch(token.word)
            and _of_place(token.word, lexicon)
        ):
            yield Mention(
                token.start, token.end, "ResearchInstitute", token.word, token.word, "institute in short", 0.82
            )
    for match in re.finditer(rf"(?P<place>[\u4e00-\u9fff]{{2,3}}){_FIELDS}所(?![在属有谓以需长])", sentence.text):
        for length in (3, 2):
            place = lexicon.place(match.group("place")[-length:])
            if len(match.group("place")) >= length and place and place.label in {"City", "Region"}:
                at = match.end("place") - length
                name = sentence.text[at : match.end()]
                yield Mention(
                    at + sentence.start, match.end() + sentence.start, "ResearchInstitute", name, name,
                    "institute in short", 0.84,
                )  # fmt: skip
                break


def _of_place(word: str, lexicon: Lexicon) -> bool:
    """Say whether a body's short name opens with a city or province and is one of research."""
    if _OTHER.search(word):
        return False
    return any((p := lexicon.place(word[:n])) and p.label in {"City", "Region"} and len(word) >= n + 2 for n in (3, 2))
