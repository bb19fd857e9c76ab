"""Items of lists: where each begins and ends, and what it names under the class that its list tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.names import bare, owner, strip_level

CONJUNCTION = re.compile(r"以及|和|及|与")
INDUSTRY_TAIL = re.compile(r"(?:产业|领域|行业)$")
VERBISH = re.compile(
    r"(?:推进|推动|加快|支持|打造|开展|提升|加强|完善|实现|具有|建设|形成|引进|培育|促进|鼓励|集聚|聚集|解决|提供|组织|设立|实施|围绕|依托|探索|增强|做好|强化|优化|利用|坚持|参与|重点|大力|建成|壮大)"
)
# What a list of research fields adds to the fields (地下水污染防治技术研究).
FIELD_WORK = re.compile(r"(?<=.{4})(?:关键|共性|应用|前沿)*技术(?:研究|研发|开发)(?:与应用)?$")
# Common nouns that are fields where they stand in a list of fields.
FIELD_WORDS = frozenset(
    {"信息", "生命", "金融", "文化", "教育", "网络", "交通", "能源", "安全", "农业", "工业", "海洋"}
)
COUNTED = re.compile(r"^(?:\d+|[一二三四五六七八九十两几多]+)(?:余|多)?[个家项种类大条支]?")


def split_items(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Split ``text[start:end]`` at 、 outside brackets and quotes, and the last item at its conjunction."""
    spans, depth, at = [], 0, start
    for i in range(start, end):
        if text[i] in "（(“《":
            depth += 1
        elif text[i] in "）)”》":
            depth = max(0, depth - 1)
        elif text[i] in "、,，；;" and depth == 0:
            spans.append((at, i))
            at = i + 1
        if text[i] in "”》" and depth == 0 and i + 1 < end and text[i + 1] in "“《":
            spans.append((at, i + 1))
            at = i + 1
    spans.append((at, end))
    spans = [s for s in spans if s[1] > s[0]]
    if spans:
        last = spans.pop()
        spans += _split_last(text, last, lexicon)
    return spans


def _split_last(text: str, span: tuple[int, int], lexicon: Lexicon) -> list[tuple[int, int]]:
    start, end = span
    for match in CONJUNCTION.finditer(text, start, end):
        left, right = text[start : match.start()], text[match.end() : end]
        if not left or not right or text.count("（", start, match.start()) != text.count("）", start, match.start()):
            continue
        whole = text[start:end]
        if whole in lexicon.industries or whole.replace("与", "和").removesuffix("业") in lexicon.industries:
            return [span]
        complete = (
            any(left.endswith(s) for s in lexicon.suffixes) or left in lexicon.industries or bool(lexicon.place(left))
        )
        if (
            complete
            or owner(right, lexicon)
            or INDUSTRY_TAIL.search(left)
            or (len(left) >= 3 and right in lexicon.industries)
        ):
            return [(start, match.start()), *_split_last(text, (match.end(), end), lexicon)]
    return [span]


def opened(text: str, spans: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Open items of a list of fields that hold several: 冶金（黑色金属、有色金属）, 新能源和新材料."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        bracket = re.fullmatch(r"([^（）]{2,12})（([^（）]{2,40})）", text[start:end])
        if bracket and ("、" in bracket.group(2) or bracket.group(2) in lexicon.industries):
            found.append((start, start + bracket.end(1)))
            found += split_items(text, start + bracket.start(2), start + bracket.end(2), lexicon)
            continue
        left, joint, right = text[start:end].partition("和")
        both = joint and left in lexicon.industries and right in lexicon.industries and left not in right
        if both and text[start:end] not in lexicon.industries:
            found += [(start, start + len(left)), (start + len(left) + 1, end)]
        else:
            found.append((start, end))
    return found


def ending_label(name: str, lexicon: Lexicon) -> tuple[str, bool, str]:
    """Give (class, strong, ending) by the longest ending of a name, a place in brackets behind it left out."""
    name = re.sub(r"(?<=.{4})（[\u4e00-\u9fff]{2,4}）$", "", name)
    for length in range(min(14, len(name)), 0, -1):
        if hit := lexicon.suffixes.get(name[-length:]):
            return hit[0], hit[1], name[-length:]
    return "", False, ""


def clean_item(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim quotes, white space and a closing 等 off an item's span."""
    while start < end and text[start] in "“”‘’ 　\t":
        start += 1
    tail = re.search(r"(?:等等|等|[(（][^()（）]{0,6}单位[)）]|(?<=.{4})(?:及|和|与|以及))$", text[start:end])
    if tail:
        end -= len(tail.group())
    while end > start and text[end - 1] in "“”‘’ 　。":
        end -= 1
    return start, end


def item_mention(text: str, start: int, end: int, label: str, lexicon: Lexicon, rule: str) -> Mention | None:
    """Turn one item of a list of a class into a mention, or None if it is no name."""
    lead = re.match(r"“[^”]{2,14}”", text[start:end])
    if not (lead and lead.end() < end - start):
        start, end = clean_item(text, start, end)
    if label == "Industry":
        start += text.rfind("的", start, max(start, end - 2)) + 1 - start if "的" in text[start : end - 2] else 0
        start += led(text[start:end], lexicon)
        return field_item(text[start:end], start, lexicon, rule)
    surface = text[start:end]
    name = re.sub(r"（(?:依托|由|位于|原|筹|在建|拟建)[^（）]*）$", "", strip_level(surface))
    name = re.sub(r"^[\u4e00-\u9fff]{2,8}(?:高新区|经开区|新区|开发区)的(?=.{4})", "", name)
    if not 2 <= len(name) <= 44 or re.search(r"[。；：]", name) or (COUNTED.match(name) and not owner(name, lexicon)):
        return None
    own, _, suffix = ending_label(name, lexicon)
    entries = lexicon.entries.get(name, ())
    if entries:
        own, suffix = entries[0].label, ""
        name = entries[0].name
    weak = own in {"Programme", "Fund", "Policy", "Region"} and own != label
    kind = own if own and (not weak or (own, label) == ("Programme", "Event")) else label
    if own == "Industry" or name in lexicon.industries:
        return None
    told = (
        suffix
        and own == label
        and (name[: -len(suffix)] in lexicon.industries or len(name) - len(suffix) >= (2 if label == "Event" else 3))
    )
    if not entries and not told and not bare(name[: len(name) - len(suffix)] if suffix else name, lexicon):
        return None
    return Mention(
        start,
        end,
        entries[0].label if entries else _reconcile(kind, label, re.sub(r"（[^）]*）$", "", name)),
        name,
        surface,
        rule,
        0.9,
    )


def field_item(surface: str, start: int, lexicon: Lexicon, rule: str) -> Mention | None:
    """Turn an item of a list of industries into a mention, or None if it is none."""
    name = FIELD_WORK.sub("", INDUSTRY_TAIL.sub("", surface) if len(surface) > 4 else surface)
    if known := lexicon.industries.get(surface) or lexicon.industries.get(name):
        return Mention(start, start + len(surface), "Industry", known, surface, rule, 0.88)
    if (
        not 2 <= len(name) <= 16
        or VERBISH.search(name)
        or re.search(
            r"[“”《》：的*]|(?<!^..)技术$|研究$|应用$|设备$|(?<!农)(?<!^.{4})(?<!^.{5})(?<!^.{6})产品$|企业$|人才|服务$|能力|机构$",
            name,
        )
        or re.match(r"\d", name)
        or not (bare(name, lexicon) or name in FIELD_WORDS)
        or lexicon.place(name)
        or ending_label(re.sub(r"（[^（）]*）$", "", name), lexicon)[0] in {"University", "ResearchInstitute"}
    ):
        return None
    return Mention(start, start + len(surface), "Industry", name, surface, rule, 0.88)


def led(surface: str, lexicon: Lexicon) -> int:
    """Count the characters of a place or an organisation in front of a field (某省装备制造, 某大学应用化学)."""
    level = re.match(r"(?:世界|国际|国家|全国|全球|省)级?(?:领先|一流|先进)?的?(?=.{2})", surface)
    if level and surface[level.end() :] in lexicon.industries:
        return level.end()
    head = owner(surface, lexicon)
    if not head or surface in lexicon.industries or len(surface) - head[0] < 2:
        return 0
    return head[0] + (1 if surface[head[0] : head[0] + 1] == "的" else 0)


# What firms are often called by their trade at the end (甲生物, 乙重工).
FIRM_NAME = re.compile(r"^[\u4e00-\u9fff]{2,4}(?:生物|科技|重工|电子|股份|医药|药业|化学|软件|汽车|机械|能源)$")


def _reconcile(own: str, told: str, name: str) -> str:
    """Choose between the class of an item's own ending and that of its list."""
    if told == "Incubator" and own in {"Zone", "ServiceAgency", "Lab"}:
        return own if own == "Zone" and not name.endswith("科技园") else "Incubator"
    if told == own == "Lab" and FIRM_NAME.search(name):
        return "Company"
    if told == "Lab" and own in {"ServiceAgency", "Company"}:
        return "Lab"
    return own or told
