"""What may have been misread: names that differ by a character, and numbers that became no figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from pypinyin import lazy_pinyin

from graph.facts import Entity, Evidence, Facts, Problem, Severity

# Shorter names differ by a character and are two things all the same.
LONG_ENOUGH = 6
# Words of grammar that are written either way.
EITHER_WAY = frozenset("和与及的之")
# Characters that are taken for each other, by a hurried eye or by OCR; those that sound alike are told by their sound.
ALIKE = tuple(
    frozenset(group)
    for group in "己已巳 未末 土士 人入八 料枓科 治冶 沈沉 泽译 日曰 干千于 阳阴 枝技 微徽 侯候".split()  # noqa: SIM905
)
COUNTED = re.compile(
    r"(?<![\d.第〔\[（(])(?P<value>\d+(?:,\d{3})*(?:\.\d+)?)(?:余|多)?(?:万亿|亿|万)?"
    r"(?:美元|元|家|个百分点|个(?!月|工作日)|项|人(?!民)|名|件|%|％|平方公里|平方米|亩|倍|所|座|台|条|支)"
)


def slips(facts: Facts, place: dict[str, str]) -> Iterator[Problem]:
    """Find names of one class that differ by one character: one of the two may be a slip of the pen or of recognition.

    Parameters
    ----------
    facts : all facts.
    place : by id of an entity, where its passages stand.
    """
    for entity in facts.entities:
        for alias in entity.aliases:
            if _one_off(entity.name, alias):
                message = f"{entity.name} is also written {alias}; they are kept as one"
                yield Problem(Severity.NOTE, "likely slip", place[entity.id], message)
    near: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in facts.entities:
        for at in range(len(entity.name)) if len(entity.name) >= LONG_ENOUGH else ():
            near[entity.label, entity.name[:at] + "\0" + entity.name[at + 1 :]].append(entity)
    seen: set[tuple[str, str]] = set()
    for entities in near.values():
        ordered = sorted(entities, key=lambda e: (len(e.evidence), e.name))
        for rare, usual in pairwise(ordered):
            if _taken_for(_one_off(usual.name, rare.name)) and (rare.id, usual.id) not in seen:
                seen.add((rare.id, usual.id))
                message = f"{rare.name} differs from {usual.name} by one character; if it is a slip, merge them"
                yield Problem(Severity.WARNING, "likely slip", place[rare.id], message)


def _one_off(right: str, wrong: str) -> tuple[str, str] | None:
    """Give the two characters in which names of one length differ, if it is one place and both are Chinese."""
    if len(right) != len(wrong) or len(right) < LONG_ENOUGH:
        return None
    pairs = [(a, b) for a, b in zip(right, wrong, strict=True) if a != b]
    if len(pairs) != 1 or any(not "\u4e00" <= c <= "\u9fff" or c in EITHER_WAY for c in pairs[0]):
        return None
    return pairs[0]


def _taken_for(pair: tuple[str, str] | None) -> bool:
    """Say whether characters sound or look alike, so that one may have been written for the other."""
    if pair is None:
        return False
    first, second = lazy_pinyin(pair[0]), lazy_pinyin(pair[1])
    return first == second or any(set(pair) <= group for group in ALIKE)


def unread_numbers(facts: Facts) -> Iterator[Problem]:
    """Find numbers with a unit, in passages that state other facts, that became no figure.

    Parameters
    ----------
    facts : all facts; passages without their words are passed over.
    """
    at: dict[str, list[Evidence]] = defaultdict(list)
    known: dict[tuple[str, int, int], set[float]] = defaultdict(set)
    for figure in facts.figures:
        for e in figure.evidence:
            known[e.document, e.start, e.end] |= {v for v in (figure.value, figure.max) if v is not None}
    passages = {(e.document, e.start, e.end): e for e in _evidence(facts) if e.quote}
    examples: dict[str, list[str]] = defaultdict(list)
    for key, evidence in sorted(passages.items()):
        read = {v for k, values in known.items() if _overlap(k, key) for v in values}
        for match in COUNTED.finditer(re.sub(r"\s|《[^》]*》|“[^”]*”", "", evidence.quote)):
            if float(match.group("value").replace(",", "")) not in read:
                examples[evidence.document].append(match.group())
                if evidence not in at[evidence.document]:
                    at[evidence.document].append(evidence)
    for document, found in sorted(examples.items()):
        some = ", ".join(dict.fromkeys(found[:5])) + (" …" if len(found) > 5 else "")
        message = f"{len(found)} numbers in {len(at[document])} passages became no figure: {some}"
        yield Problem(Severity.NOTE, "not understood", "; ".join(_spot(e) for e in at[document][:3]), message)


def _spot(evidence: Evidence) -> str:
    return f"{evidence.document}, paragraph {evidence.paragraph}, characters {evidence.start}–{evidence.end}"


def _overlap(first: tuple[str, int, int], second: tuple[str, int, int]) -> bool:
    return first[0] == second[0] and first[1] < second[2] and second[1] < first[2]


def _evidence(facts: Facts) -> Iterable[Evidence]:
    yield from (e for entity in facts.entities for e in entity.evidence)
    yield from (e for relation in facts.relations for e in relation.evidence)
