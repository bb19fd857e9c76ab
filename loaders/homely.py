"""Names that take their place from clause or text: «某市打造特钢产业集群», «经开区培育…» in a city's report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.branched import branches_behind
from loaders.documents import Paragraph
from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.mention import Home, Mention
from loaders.names import bare, owner
from loaders.needed import Guarded
from loaders.signs import briefly_placed
from loaders.spots import spots

_CLUSTER = re.compile(
    r"(?:则|将|要|等|分别|重点|大力|加快|积极|全力|着力|共同|联合)*(?:打造|建设|培育壮大|培育|壮大|建成|形成|做强|做大做强)(?:了|成)?(?P<name>[\u4e00-\u9fffA-Za-z]{2,12}产业集群)"
    r"(?=[，。；、]|$|建设|发展)"
)
# … with words between: 某区以海洋医药为主攻方向，依托甲园，培育海洋药物产业集群
_LATER = re.compile(
    r"(?P<between>[^。；]{0,80}?)(?:，|园|城|区|院|所|大学|企业|集团|公司|等|基础|优势|资源)(?:重点|大力|加快|积极|全力|着力|共同|联合)*"
    r"(?:打造|建设|培育壮大|培育|壮大|形成|做强|做大做强)(?:了|成)?(?P<name>[\u4e00-\u9fffA-Za-z]{2,12}产业集群)(?=[，。；、]|$|建设|发展)"
)
# the cluster that a plan is for, in its title
_TITLED = Guarded(
    r"(?:^|(?<=[《\n于发]))(?P<name>[\u4e00-\u9fff]{2,3}[省市县区州][\u4e00-\u9fffA-Za-z]{2,10}产业集群)"
    r"(?=(?:高质量|创新|建设|培育|发展|提升|三年|专项|总体){1,3}(?:行动|实施|工作)?(?:方案|规划|计划|意见|纲要))"
)
_ACTS = re.compile(
    r"^(?:支持|推动|推进|引导|鼓励|指导|突出|[，；。、]|[（(][一二三四五六七八九十\d]+[）)]|[一二三]是)*$"
)
_PARK = re.compile(
    r"(?:则|将|要|等|分别|重点|大力|加快|积极|全力|着力|共同|联合|推进|推动|谋划|规划)*(?:打造|建设|建成|布局|筹建|新建)(?:了|成)?"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,12}(?:产业园区?|产业城|科技园|创新园))(?=[，。；、]|$|建设)"
)
_FIRST = Guarded(
    r"(?:^|(?<=[，。；、]))(?:力争|推动|支持|促进|确保|其中|预计|全市)*(?P<name>[\u4e00-\u9fffA-Za-z]{2,12}产业集群)"
    r"(?=(?:成功)?(?:入选|获批|入围|列入|纳入|跻身|获评)|总?产值|规模|营业收入|营收|实现产值)"
)
_GRAND = re.compile(r"[千百万]亿|世界级|国家级|省级|先进制造业|战略性新兴|特色|若干|一批|[个大等的]")
_KIND = "(?:高新区|经开区|自贸片区|自贸区|综合保税区|综保区|科创区|临空区|临港区|空港区)"
_DOES = (
    "(?:将|要|重点|大力|加快|聚焦|围绕|培育|做强|做大|发展|打造|建设|获批|入选|新增|引进|位于|落地|实现|完成|瞄准|主攻|管委会|"
    "与|和|、|竞相|错位|协同|联动|牵头|承担|率先|提质|升级|扩区|创建|争创|开展)"
)
_ZONE = Guarded(
    rf"(?:^|(?<=[。；，：])|(?<=支持)|(?<=推动)|(?<=推进)|(?<=鼓励)|(?<=引导)|(?<=依托))(?P<all>{_KIND}(?:[、和与]{_KIND})*)(?={_DOES})"
)
# Zones of one place in a row: its name stands once (某市高新区、经开区、综保区).
_IN_A_ROW = re.compile(rf"(?:(?:、|和|与|以及|及)(?P<kind>{_KIND})(?![\u4e00-\u9fff]{{0,2}}(?:片区|核心区)))")


def homely(paragraph: Paragraph, mentions: Sequence[Mention], lexicon: Lexicon, home: Home) -> Iterator[Mention]:
    """Find clusters that belong to the place which builds them, and a city's own zones named by their kind alone."""
    text = paragraph.text
    places = {m.end: m for m in mentions if m.label in {"City", "District", "Zone"} and not m.nested}
    for end, place in sorted(places.items()):
        match = _CLUSTER.match(text, end)
        if match and not _GRAND.search(match.group("name")) and bare(match.group("name")[:-4], lexicon):
            name = match.group("name")
            yield Mention(
                *match.span("name"), "Cluster", place.name + name, name, "cluster of its builder", 0.84, aliases=(name,)
            )
        park = _PARK.match(text, end)
        if (
            park
            and not _GRAND.search(park.group("name"))
            and bare(re.sub(r"(?:产业|科技|创新)[园城]区?$", "", park["name"]), lexicon)
        ):
            yield Mention(*park.span("name"), "Zone", park["name"], park["name"], "park of its builder", 0.84)
    for match in _TITLED.finditer(text):
        if (head := owner(match["name"], lexicon)) and head[1].label in PLACE_LABELS:
            yield Mention(*match.span("name"), "Cluster", match["name"], match["name"], "cluster in a title", 0.84)
    yield from branches_behind(text, mentions, lexicon)
    yield from briefly_placed(text, lexicon, home)
    yield from in_a_row(text, mentions, lexicon)
    yield from bureaus(text, mentions, lexicon)
    yield from _later(text, [m for m in mentions if m.label in {"City", "District", "Zone"}], lexicon)
    city = re.sub(r"(?<=..)[市县区]$", "", home.seat)
    if not city:
        return
    yield from _home_clusters(text, mentions, home, lexicon)
    taken = [(m.start, m.end) for m in mentions if m.label == "Zone"]
    yield from _new_town(text, city if home.county else "", taken)
    for match in _ZONE.finditer(text):
        for kind in re.finditer(_KIND, match.group("all")):
            at, to = match.start("all") + kind.start(), match.start("all") + kind.end()
            if not any(a < to and at < b for a, b in taken):
                name = city + kind.group().replace("综保区", "综合保税区")
                yield Mention(at, to, "Zone", name, kind.group(), "zone of the home city", 0.82)


def _home_clusters(text: str, mentions: Sequence[Mention], home: Home, lexicon: Lexicon) -> Iterator[Mention]:
    """Find clusters without a place that open a clause of a city's own document."""
    for match in _FIRST.finditer(text):
        name = match.group("name")
        placed = owner(name, lexicon)
        # 甲、乙产业集群产值: two fields, of which only the second stands before the noun
        listed = any(m.label == "Industry" and m.end == match.start() - 1 for m in mentions)
        if listed or (placed and placed[1].label in PLACE_LABELS):
            continue
        if not _GRAND.search(name) and bare(name[:-4], lexicon):
            yield Mention(
                *match.span("name"),
                "Cluster",
                home.seat + name,
                name,
                "cluster of the home city",
                0.82,
                aliases=(name,),
            )


def _new_town(text: str, county: str, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Find the new town called after the county whose document it is (吴江新城)."""
    name = county + "新城"
    for start, end in spots(name, text) if county else ():
        if not any(a < end and start < b for a, b in taken):
            yield Mention(start, end, "Zone", name, name, "new town of the home county", 0.84)


# Offices of one city in a row: 某市发改局、科技局.
_BUREAU = re.compile(
    r"[、和](?P<name>[\u4e00-\u9fff]{1,8}?(?:局|委|厅|科协))(?=[、，。和与及]|等|主办|承办|负责|联合|共同)"
)


def bureaus(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find offices whose city only the first of a row tells."""
    for body in mentions:
        head = owner(body.name, lexicon) if body.label == "GovernmentBody" and not body.nested else None
        if (
            head is None
            or head[1].label not in {"City", "District"}
            or not body.name.endswith(("局", "委", "厅", "办"))
        ):
            continue
        at = body.end
        while match := _BUREAU.match(text, at):
            at, name = match.end(), match.group("name")
            if any(m.start < at and match.start("name") < m.end and m.label != "Industry" for m in mentions):
                break
            full = body.name[: head[0]] + name
            yield Mention(*match.span("name"), "GovernmentBody", full, name, "office in a row of one city", 0.86)


def in_a_row(text: str, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find zones whose place the first of a row tells (某市高新区、经开区), and each where its kind alone follows."""
    zones = [m for m in mentions if m.label == "Zone" and not m.nested]
    named: dict[str, set[str]] = {}
    taken = [(m.start, m.end) for m in zones]
    for zone in zones:
        head = owner(zone.surface, lexicon)
        if (
            head is None
            or head[1].label not in {"City", "District"}
            or not re.fullmatch(_KIND, zone.surface[head[0] :])
        ):
            continue
        named.setdefault(zone.surface[head[0] :], set()).add(zone.name)
        at = zone.end
        while match := _IN_A_ROW.match(text, at):
            kind, at = match.group("kind"), match.end()
            if any(a < at and match.start("kind") < b for a, b in taken):
                break
            name = zone.surface[: head[0]] + kind.replace("综保区", "综合保税区")
            named.setdefault(kind, set()).add(name)
            taken.append(match.span("kind"))
            yield Mention(*match.span("kind"), "Zone", name, kind, "zone in a row of one place", 0.86)
    for match in _ZONE.finditer(text):
        kind, names = match.group("all"), named.get(match.group("all"), set())
        if len(names) == 1 and not any(a < match.end() and match.start() < b for a, b in taken):
            yield Mention(*match.span(), "Zone", next(iter(names)), kind, "zone named before by its place", 0.85)


def _later(text: str, places: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Find clusters that the place which opens a clause builds, with other words between the two."""
    outer = sorted((m for m in places if not m.nested), key=lambda m: m.start)
    for place in outer:
        lead = re.split(r"[。；，：]", text[: place.start])[-1]
        match = (
            _LATER.match(text, place.end) if _ACTS.match(lead) and "的" not in text[place.end : place.end + 1] else None
        )
        if match is None or text[place.end : place.end + 1] in {"、", "和", "与", "及"}:
            continue
        name, at = match.group("name"), match.start("name")
        rivals = [m for m in outer if place.end <= m.start < at and re.search(r"[，。；]$", text[: m.start])]
        if not rivals and not _GRAND.search(name) and bare(name[:-4], lexicon):
            yield Mention(
                at, at + len(name), "Cluster", place.name + name, name, "cluster of its builder", 0.82, aliases=(name,)
            )


def bare_clusters(
    text: str, mentions: Sequence[Mention], named: Sequence[Mention], lexicon: Lexicon
) -> Iterator[Mention]:
    """Read 工程机械产业集群 alone as the cluster of that kind named before (某市工程机械产业集群)."""
    for cluster in {m.name: m for m in [*named, *mentions] if m.label == "Cluster"}.values():
        if cluster.name[-6:] not in text:
            continue
        head = owner(cluster.name, lexicon)
        rest = cluster.name[head[0] :] if head else ""
        if len(rest) < 6 or head is None or head[1].label not in PLACE_LABELS:
            continue
        for start, end in spots(rest, text):
            heading = start <= 6 and text[end : end + 1] in {"。", "：", ""}
            taken = any(m.start < end and start < m.end and m.label != "Industry" for m in mentions)
            if not heading and not taken:
                yield Mention(start, end, "Cluster", cluster.name, rest, "short form of a cluster", 0.86)


_OFFICE = re.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=议，))(?:联席会议|领导小组)?办公室(?=设在|设于)")


def offices(text: str, mentions: Sequence[Mention], named: Sequence[Mention]) -> Iterator[Mention]:
    """Read an office that is said to sit somewhere as that of the joint body named last (…联席会议，办公室设在…)."""
    for match in _OFFICE.finditer(text):
        before = [*named, *(m for m in mentions if m.end <= match.start())]
        kept = [m for m in before if m.label == "GovernmentBody" and m.name.endswith(("联席会议", "领导小组"))]
        if kept:
            name = kept[-1].name + "办公室"
            yield Mention(*match.span(), "GovernmentBody", name, match.group(), "office of a joint body", 0.84)


def own_region(text: str, mentions: Sequence[Mention], home: Home) -> list[Mention]:
    """Read 都市圈 alone as the metropolitan area that the document is about."""
    extra = []
    for match in re.finditer("都市圈", text) if home.subject.endswith("都市圈") else ():
        if not any(m.start < match.end() and match.start() < m.end for m in mentions):
            rule = "short for the document's region"
            extra.append(Mention(*match.span(), "Region", home.subject, home.subject, rule, 0.85))
    return sorted([*mentions, *extra], key=lambda m: (m.start, -m.end)) if extra else list(mentions)
