"""Regions named by the places that they join: 甲—乙—丙科创走廊, 沿甲乙丙产业带, and runs of short forms (沪苏浙)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.needed import Guarded
from loaders.ties import Candidate, Tier

_BELT = (
    r"(?:(?:功能|科技创新|产业创新|科创|创新|制造|产业|经济|发展|城镇|旅游|生态|开放){0,3}"
    r"(?:走廊|创新带|经济带|发展带|产业带|城镇带|发展轴))"
)
_DASH = "[-—－–]{1,2}"
_CHAIN = Guarded(
    rf"(?P<chain>[\u4e00-\u9fff]{{2,12}}(?:{_DASH}[\u4e00-\u9fff]{{2,4}})+?)”?(?P<etc>等)?(?P<belt>{_BELT}|(?:科技|科技创新|创新|产业)集群)"
)
_SHORT_BELT = Guarded(
    r"(?P<cities>[\u4e00-\u9fff]{2,4}?)(?P<belt>(?:临港|临空|高新技术|先进|智能|智造|科技|创新|科创|制造业?|产业|经济|高端|装备|战略性新兴|数字|文旅|"
    r"绿色|生态|海洋|城际|产城融合|协同|融合|发展){1,4}(?:走廊|带)(?!动))"
)
_VERB = re.compile(r"建设|构建|打造|推进|推动|培育|形成|规划|谋划|依托|沿着|[和与及以]")
_ALONG = Guarded(rf"(?P<all>沿[\u4e00-\u9fff]{{2,4}}?(?:[、和及与]沿[\u4e00-\u9fff]{{2,4}}?)*)(?P<belt>{_BELT})")
_WATERS = re.compile(r"沿(?:[海江河边线路街湖湾黄淮]|长江|黄河|珠江)")
# Short forms of provinces in a run; those that are mostly parts of other words stand only beside two others.
_SIGN = "京津冀晋蒙辽黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇陕甘"
_RUN = re.compile(rf"[{_SIGN}青宁新藏云贵吉]*[{_SIGN}][{_SIGN}青宁新藏云贵吉]+")
_JOINED_TO = re.compile(r"(?:[与同跨]|联手|携手|联合|对接|联动|连接|融入)$")
_TOGETHER = re.compile(r"[两三四五]省|各省|省际|毗邻|交界|等(?:地|省|周边|兄弟)")
# 甲乙合作 is a pair that works together, 甲乙丙合作 a region that does.
_ACTS_WITH = re.compile(r"(?:地区|区域|合作|协同|协作|分工|联动|一体化|共建|携手|联手)(?!示范区|试验区|产业园|区)")
RUN_RULE = "run of short forms"


def corridors(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the regions of a paragraph that are named by the places they join.

    Parameters
    ----------
    text : of the paragraph; offsets of the mentions count from its beginning.
    """
    for match in _CHAIN.finditer(text):
        first, *others = re.split(_DASH, match.group("chain"))
        head = next((first[-n:] for n in (4, 3, 2) if lexicon.place(first[-n:])), "")
        known = sum(_settled(piece, lexicon) for piece in others)
        if not head and known > 1:
            head = _VERB.split(first)[-1]
        if not 2 <= len(head) <= 4 or not known:
            continue
        start = match.start() + len(first) - len(head)
        surface = text[start : match.end()]
        name = surface.replace(f"等{match.group('belt')}", match.group("belt")).replace("”", "")
        label = "Cluster" if name.endswith("集群") else "Region"
        yield Mention(start, match.end(), label, name, surface, "places chained with a belt", 0.9)
    for match in _ALONG.finditer(text):
        for item in re.finditer(r"沿[\u4e00-\u9fff]+", match.group("all").replace("和", "、").replace("及", "、")):
            if _WATERS.match(item.group()):
                continue
            start = match.start() + item.start()
            end = match.end() if item.end() == len(match.group("all")) else match.start() + item.end()
            name = item.group() + match.group("belt")
            yield Mention(start, end, "Region", name, text[start:end], "places along a belt", 0.88)
    yield from _initials(text, lexicon)
    yield from _runs(text, lexicon)
    yield from _embracing(text, lexicon)


def _initials(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Find belts called by one character of each place that they join (甲乙临港产业带), which the paragraph names."""
    places: list[tuple[int, int, str]] | None = None
    for match in _SHORT_BELT.finditer(text):
        if places is None:
            found = ((s, e, lexicon.place(surface)) for s, e, surface in lexicon.find(text))
            places = [(s, e, text[s]) for s, e, p in found if p and p.label in {"City", "District"}]
        initials = {sign for s, e, sign in places if e <= match.start() or match.end() <= s}
        cities = match.group("cities")
        for start in range(len(cities) - 1):
            run = cities[start:]
            if set(run) <= initials and len(set(run)) == len(run) and not lexicon.place(run):
                name = run + match.group("belt")
                yield Mention(match.start() + start, match.end(), "Region", name, name, "belt of initials", 0.87)
                break


# An area of a layout that a plan calls by its role and fills with places: “创新引领区”包括甲市、乙市.
_EMBRACING = re.compile(
    r"“(?P<name>[\u4e00-\u9fff]{3,12}(?:区|圈|带|板块|组团))”(?:主要)?(?:包括|涵盖|包含|覆盖)(?P<list>[\u4e00-\u9fff、]{4,80})"
)


def _embracing(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    for match in _EMBRACING.finditer(text):
        items = re.split("[、和与及]", match.group("list"))
        places = [e for item in items[:2] if (e := lexicon.place(item))]
        if len(places) == 2 and all(e.label in {"City", "District", "Region"} for e in places):
            name = match.group("name")
            yield Mention(*match.span("name"), "Region", name, name, "area of a layout", 0.88)


def _settled(piece: str, lexicon: Lexicon) -> bool:
    entry = lexicon.place(piece)
    return entry is not None and entry.label in {"City", "District"}


def _runs(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Find runs of short forms of provinces that act together; known places (京津冀, 辽宁) are left to the lexicon."""
    taken: list[tuple[int, int]] | None = None
    for match in _RUN.finditer(text):
        start, end = match.span()
        if taken is None:
            taken = [(s, e) for s, e, surface in lexicon.find(text) if lexicon.place(surface)]
        if any(s < end and start < e for s, e in taken):
            continue
        before, behind = text[max(0, start - 2) : start], text[end : end + 4]
        joined = _JOINED_TO.search(before) and re.match(r"[，。；、等]|[\u4e00-\u9fff]{0,2}[一合协共联分]", behind)
        if joined or _TOGETHER.match(behind) or (end - start > 2 and _ACTS_WITH.match(behind)):
            yield Mention(start, end, "Region", match.group(), match.group(), RUN_RULE, 0.85)


def provinces(run: Mention, lexicon: Lexicon) -> list[Mention]:
    """Give the provinces of a run of short forms, each at its character."""
    found = []
    for i, sign in enumerate(run.name):
        entry = lexicon.place(lexicon.division_signs.get(sign, ""))
        if entry is not None:
            at = run.start + i
            found.append(Mention(at, at + 1, entry.label, entry.name, sign, "short form", 0.9, True))
    return found


def spelled(
    ties: Sequence[Candidate], mentions: Sequence[Mention], lexicon: Lexicon, tier: Tier
) -> Iterator[Candidate]:
    """Let provinces stand for the run that names them: each is part of it, and who works with it works with each."""
    runs = {m.name: m for m in mentions if m.rule == RUN_RULE and not m.nested}
    for run in runs.values():
        for province in provinces(run, lexicon):
            if tie := tier.tie(province, "PART_OF", run, "short forms of a run", 0.88, implied=True):
                yield tie
    for tie in ties:
        ends = [end[1] for end in (tie.source, tie.target) if end[0] == "Region" and end[1] in runs]
        if tie.type != "COLLABORATES_WITH" or len(ends) != 1:
            yield tie
            continue
        run = runs[ends[0]]
        other = tie.target if tie.source == ("Region", run.name) else tie.source
        for province in provinces(run, lexicon):
            one = (province.label, province.name)
            if one != other:
                yield replace(tie, source=one, target=other, implied=(*tie.implied, province))
