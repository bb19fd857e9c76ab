"""Names that begin further left than their last words tell: fields in front of a named laboratory, joint areas."""

from __future__ import annotations

import re

from loaders.lexicon import Lexicon
from loaders.names import Sentence
from loaders.single import JOINT_AREAS, joint_stem
from loaders.state_labs import OF_RESEARCH

# Verbs that are words of a field of research, too; 研发 only in front of a laboratory that has a name of its own.
_OF_RESEARCH = OF_RESEARCH | {"研发"}
_BODY = re.compile(r"高校|企业|院所|机构|单位|园区|平台|大学|学院|公司|集团|中心|人才|项目|政府|[省市县区]")
_SORT = re.compile("综合性|大型|高水平|各类|新型|一流")
_WORDS = frozenset({"n", "vn", "v", "a", "an", "c", "nz", "b", "j"})


def further_left(sentence: Sentence, lexicon: Lexicon, edge: int, start: int, end: int, floor: int) -> int:
    """Give where a name begins that a verb or a conjunction inside it seemed to cut.

    Parameters
    ----------
    edge : where its words let it begin, counted from the start of the sentence.
    start : where its ending starts.
    end : where it ends.
    floor : the last punctuation before it.
    """
    text = sentence.text
    label = lexicon.suffixes[text[start:end]][0]
    if text[edge] == "以" and edge + 1 < start and re.match(r"(?:[、和][^，。；]{2,30}){0,4}为", text[end:]):
        return edge + 1  # a preposition that the tagger took into the name (以|西咸新区、乙高新区为支撑)
    if label in {"Zone", "Region"} and text[edge - 1 : edge] == "环" and edge > floor and edge < start:
        return edge - 1  # 环大罗山科创走廊
    if label in {"Lab", "ResearchInstitute", "Alliance"} and (
        first := _field_before(text, edge, start, floor, lexicon)
    ):
        return edge - first
    if label == "Lab" and text[start:end].endswith("实验室") and _of_province(text, edge, start, lexicon):
        at = _to_verb(sentence, lexicon, edge, floor)
        return edge if text.startswith("体系", end) or _SORT.search(text[at:start]) else at
    if label == "Lab" and text[start:end].endswith("实验室") and 0 < edge - floor <= 14:
        return floor if _is_field(sentence, lexicon, floor, edge, start) else edge
    if label == "Zone" and text[start:end] in JOINT_AREAS:
        for at in range(max(floor, edge - 14), edge):
            whole = text[at:start]
            if joint_stem(whole, lexicon) and not re.search(r"[，。；：、的了和与]", whole):
                return at
    return edge


def _of_province(text: str, edge: int, start: int, lexicon: Lexicon) -> bool:
    """Say whether the last words before 实验室 are a province, behind a field (含能材料|陕西|实验室)."""
    for length in (3, 2):
        place = lexicon.place(text[start - length : start]) if start - length > edge - 2 else None
        if place and place.label == "Region":
            return True
    return False


def _to_verb(sentence: Sentence, lexicon: Lexicon, edge: int, floor: int) -> int:
    """Go left over the words of a field, to the word that governs them or the last punctuation."""
    before = [t for t in sentence.tokens if floor <= t.start - sentence.start < edge]
    plain = lexicon.stop_words - _OF_RESEARCH
    for token in reversed(before):
        if token.pos not in _WORDS or token.word in plain or _BODY.search(token.word):
            break
        edge = token.start - sentence.start
    return edge


def _field_before(text: str, edge: int, start: int, floor: int, lexicon: Lexicon) -> int:
    """Count the characters of a field and 与 in front of a name that opens with a field (人工智能与|数字经济实验室)."""
    if text[edge - 1 : edge] not in {"与", "和"} or edge - 1 <= floor:
        return 0
    if not any(text[edge : edge + n] in lexicon.industries for n in range(2, min(8, start - edge) + 1)):
        return 0
    for length in range(min(8, edge - 1 - floor), 1, -1):
        at = edge - 1 - length
        led = at == floor or re.search(
            r"(?:建设|组建|筹建|成立|打造|共建|揭牌|设立|推进|推动|加快|支持|的)$", text[:at]
        )
        if text[at : edge - 1] in lexicon.industries and led:
            return length + 1
    return 0


def _is_field(sentence: Sentence, lexicon: Lexicon, floor: int, edge: int, start: int) -> bool:
    """Say whether all words between punctuation and a named laboratory are its field (物质创造与制造|某河实验室)."""
    named = [t for t in sentence.tokens if t.pos in {"LOC", "ORG", "nz"} and t.start - sentence.start < start]
    named = [t for t in named if t.end - sentence.start > edge]
    before = [t for t in sentence.tokens if floor <= t.start - sentence.start < edge]
    if not named or not before or _BODY.search(sentence.text[floor:edge]):
        return False
    if before[0].pos in {"v", "c"} and before[0].word not in _OF_RESEARCH:
        return False
    plain = lexicon.stop_words - _OF_RESEARCH - {"与", "和", "及"}
    return all(t.pos in _WORDS and t.word not in plain for t in before)
