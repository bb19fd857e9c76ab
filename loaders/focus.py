"""What a thing is about, as its name or the heading of its list says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.items import SHARED_HALVES
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import owner
from loaders.ties import Candidate, Tier

_ALLIANCE = re.compile(
    r"(?:全?产业链)?(?:产业链|(?:产业|行业)?(?:技术|科技)?(?:协同)?(?:创新)?(?:战略)?|产业(?:技术)?(?:协同)?创新(?:战略)?|产业"
    r"技术|产业(?:发展|促进)?|(?<=.{4})(?:促进|发展|合作)|产学研用?|产学研用?(?:协同)?创新|技术(?:协同)?创新(?:战略)?|协同创新)"
    r"(?:联盟|联合体|共同体)$"
)
# a committee of an alliance is called by its own field
_UNIT = re.compile(r"(?:联盟|联合体|协会|学会)([^盟会体]{2,8})(?:专业委员会|专委会)$")
_CLUSTER = re.compile(r"(?:创新型|先进制造业|战略性新兴|特色)*(?:产业)?(?:创新)?(?:集群|产业基地|集聚区|产业链)$")
_FUND = re.compile(
    r"(?:产业|(?<=制造业))(?:集群)?(?:股权|创业|发展|引导|创新)*(?:投资|引导|发展|直投)*(?:引导|母)?基金$"
)
_PARK = re.compile(
    r"(?:高端)?(?:特色|未来|创新)?(?:产业园区?|专业园区?|产业走廊|(?:高新技术)?(?:特色)?产业(?:化|创新|科创)?基地|产业科技园|"
    r"产业基地|产业集聚区|集聚区|高新区|走廊|科创园|产业科创园|创新园|创新发展试验区|产业示范区|产业港|谷|科技园|软件园|科创城|小镇)$"
)
_VAGUE = re.compile(
    r"高新区|开发区|园区|^[中德日韩俄美英法欧以]{2}(?:研发|科技|技术|创新|产业|经贸|合作)*$|^(?:产业|技术|科技|创新|创新创业|创新发展|开发者|企业|战略性新兴|新兴|高新技术|高端|先进|特色|现"
    r"代|国家|科技金融|科技创新|校企|校地|中小企业|大学|青年企业家|企业家|国际|区域|"
    r"中德|中日|中韩|中俄|转型升级|科技企业|综合|数字|未来|新经济|一般|循环经济|飞地|合作|示范|创业投资|创"
    r"新型|科技成果转化|股权|标准化)$|商会|协作|高校|大学|城市群|智库|知识产权|振兴|纾困|实验室|公司|平台|中心$|^中国$|^全国$|^[A-Za-z]{1,3}$|校企$|协会|企业家|都市圈|孵化"
)
_SPLIT = re.compile(r"(?:和|与|及|、)")


def topics_of(mention: Mention, inner: Sequence[Mention], lexicon: Lexicon, tier: Tier) -> Iterator[Candidate]:
    """Read the industry in the name of an alliance, a cluster, a fund or a park.

    Parameters
    ----------
    inner : mentions inside the name; a known industry stands for the stem that it covers.
    """
    ending = {"Alliance": _ALLIANCE, "Cluster": _CLUSTER, "Fund": _FUND, "Zone": _PARK}.get(mention.label)
    match = (_UNIT if _UNIT.search(mention.name) else ending).search(mention.name) if ending else None
    if not match:
        return
    unit = _UNIT.search(mention.name)
    stem = unit.group(1) if unit else _stem(mention.name[: match.start()], lexicon)
    if mention.name.startswith("科技", match.start()) and not _known(stem, lexicon) and _known(f"{stem}科技", lexicon):
        stem += "科技"  # 深海科技|创新联合体
    plain = re.sub(r"(?<=..)(?:科技|技术|科创|创新|制品|生产|加工|研发)$", "", stem)
    if plain != stem and not _known(stem, lexicon) and any(_known(plain[i:], lexicon) for i in range(len(plain) - 1)):
        stem = plain
    named = [p for p in _SPLIT.split(stem) if 2 <= len(p) <= 14] if _splits(stem, lexicon) else [stem]
    for topic in named:
        known = _known(topic, lexicon)
        if not known and (part := _ending(topic, lexicon)) and not _modifies(topic[: -len(part)], lexicon):
            topic, known = part, _known(part, lexicon)
        if mention.label == "Zone" and (not known or topic not in lexicon.industries):
            continue
        if not known and re.match("全球|世界|国际|全国", topic):
            continue  # whom it unites, not what it works on
        if (
            not 2 <= len(topic) <= 14
            or _VAGUE.search(topic)
            or lexicon.place(topic)
            or (not known and mention.label == "Fund")
        ):
            continue
        sure = 0.9 if known and mention.label != "Zone" else 0.82
        told = Mention(mention.start, mention.end, "Industry", known or topic, topic, "industry in the name", 0.9)
        if tie := tier.tie(mention, "FOCUSES_ON", told, "industry in the name", sure, implied=True):
            yield tie
    del inner


_PLANNED = re.compile(
    r"(?P<field>[\u4e00-\u9fffA-Za-z0-9]{2,14}?)(?:产业|产业链|产业集群)(?:高质量|创新|集群|集聚|跨越|加快|提质|协同|健康|培育)*(?:发展|培育|振兴|提升|建设)"
    r"(?:和[\u4e00-\u9fff]{2,8})?(?:的)?(?:[“”\d一二三四五六七八九十]*(?:中长期)?(?:总体|专项)?(?:规划|行动计划|行动方案|实施方案|工作方案|三年行动|实施意见|意见|若干措施|若干政策|条例|方案))"
)


def planned(mention: Mention, lexicon: Lexicon, tier: Tier) -> Iterator[Candidate]:
    """Read the field for which a city or zone has a plan of its own (《甲市氢能产业发展规划》)."""
    name = re.sub(r"^(?:关于|印发|发布|《|支持|加快|促进|推进|推动|进一步)+", "", mention.name)
    head = owner(name, lexicon)
    if mention.label != "Policy" or not head or head[1].label not in {"City", "Zone"}:
        return
    rest = re.sub(r"^(?:关于)?(?:支持|加快|促进|推进|推动|培育|打造|做强)*(?:发展)?", "", name[head[0] :])
    match = _PLANNED.match(rest)
    known = _known(match.group("field"), lexicon) if match else ""
    if not match or not known or _VAGUE.search(match.group("field")):
        return
    place = Mention(mention.start, mention.end, head[1].label, head[1].name, head[1].name, "place of a plan", 0.9)
    field = Mention(mention.start, mention.end, "Industry", known, match.group("field"), "industry in the name", 0.9)
    if tie := tier.tie(place, "FOCUSES_ON", field, "plan for an industry", 0.82, implied=True):
        yield tie


def _known(topic: str, lexicon: Lexicon) -> str:
    return lexicon.industries.get(topic) or lexicon.industries.get(topic + "产业") or ""


def _ending(topic: str, lexicon: Lexicon) -> str:
    """Give the longest known industry, of three characters at least, with which an unknown topic ends."""
    return next((topic[i:] for i in range(1, len(topic) - 2) if _known(topic[i:], lexicon)), "")


def _modifies(lead: str, lexicon: Lexicon) -> bool:
    """Say whether what stands before a known industry belongs to the field (智能|电力装备), and is no place or firm."""
    return len(lead) <= 4 and (
        lead.endswith("基")
        or any(known.startswith(lead) and len(known) > len(lead) + 1 for known in lexicon.industries)
    )


def _splits(stem: str, lexicon: Lexicon) -> bool:
    """Split 机器人和信息技术, but not a name that the lexicon knows as one and not only as another word for a part."""
    whole = lexicon.industries.get(stem)
    named = _SPLIT.split(stem)
    parts = [_known(p, lexicon) for p in named]
    if named[-1] in SHARED_HALVES:
        return False
    return len(parts) > 1 and (
        whole is None or (all(parts) and whole != stem and whole in parts and len(set(parts)) == len(parts))
    )


def _stem(name: str, lexicon: Lexicon) -> str:
    """Drop places, levels and owners that lead a name."""
    changed = True
    while changed:
        changed = False
        name = name.strip("“”（）()·-— ")
        head = owner(name, lexicon)
        if head and head[0] < len(name) and name[: head[0]] not in lexicon.industries:
            name, changed = name[head[0] :], True
        elif county := _county(name, lexicon):
            name, changed = name[county:], True
        if match := re.match(
            r"(?:国家级?|国家火炬|全国|中国|省级?|市级?|高新区|经开区|(?:经济)?开发区|新区|自贸区|都市圈|先进制造业(?=.{2,})|(?:[\u4e00-\u9fff]{2})?(?:走廊|绿洲|平原|流域|盆地|高原|半岛|三角洲)|[、—－-]|（[^（）]*）|新一代(?=人工智能))(?=.{2,})",
            name,
        ):
            name, changed = name[match.end() :], True
    name = _unsigned(name, lexicon)
    return re.sub(r"产业$", "", name) if len(name) > 4 else name


def _county(name: str, lexicon: Lexicon) -> int:
    """Count the characters of a county's short name in front of a field (甲清|医疗保健)."""
    if name in lexicon.industries or any(name[:n] in lexicon.industries for n in range(3, len(name))):
        return 0
    short = any(e.label == "District" and e.short for e in lexicon.entries.get(name[:2], ()))
    return 2 if short and (len(name) >= 5 or _known(name[2:], lexicon)) and name[2:] not in lexicon.stop_words else 0


def _unsigned(name: str, lexicon: Lexicon) -> str:
    """Drop the joint short form of places before a field (成德绵氢能, 沪滇花卉)."""
    if name in lexicon.industries:
        return name
    for cut in (2, 3, 4):
        head, rest = name[:cut], name[cut:]
        provinces = all(c in lexicon.division_signs for c in head)
        whole = any(_known(name[i:], lexicon) for i in range(2, cut))  # 淮海|新能源 is no 淮海新|能源
        joined = cut > 2 and not whole and bool(_known(rest, lexicon)) and lexicon.initials().issuperset(head)
        if len(rest) >= 2 and (provinces or joined):
            return rest
    return name


def headed_clusters(text: str, mentions: Sequence[Mention], tier: Tier) -> Iterator[Candidate]:
    """Read clusters listed in a paragraph that an industry opens (新材料产业集群。…重点建设A产业集群、B产业集群)."""
    opening = re.match(r"[^，。；：]{2,18}(?:产业集群|产业)[。：]", text)
    if not opening:
        return
    heads = [m for m in mentions if m.label == "Industry" and m.end <= opening.end()]
    clusters = [m for m in mentions if m.label == "Cluster" and not m.nested and m.start >= opening.end()]
    for cluster in clusters:
        for head in heads:
            if tie := tier.tie(cluster, "FOCUSES_ON", head, "industry that heads the list", 0.93):
                yield tie
