"""Indicators: what a number measures, named by a short noun phrase from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.derived import Named, derived_name, level_named, level_of, share_among, standing_of
from loaders.phrases import shorten, strip_names, with_count, without_count
from loaders.quantities import MARK, Quantity
from loaders.rises import rise
from loaders.shares import share_of
from loaders.subsidies import recipient

BREAKS = "，。；：！？…\t,;:!?"
LEAD = re.compile(
    r"^(?:力争|公布了?|还有(?=一个)|一个是?(?=[\u4e00-\u9fff]{3})|[一二三四五六七八九十]是|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|我们|该(?:[市区县省园院校岛](?!区)|产业园|园区|项目|基地|中心|平台|公司|企业)|明确(?=到|至|，|20)|(?:园区|联盟|中心|基地|新区|平台|实验室|研究院|示范区|集群)(?=累计|已|现有|现(?!代)|拥有|集聚|共有)|提出|指出|表示|据悉|据介绍|到(?![位期场岗账])|至|截至|截止|据统计|目前|其中|同时|预计|计划|规划(?!面积)|并且|并|且|还|也(?!门)|又|全省(?!高新|各|域)|全州|全市(?!场)|全区(?!域)|全县|全园|我省|我市|年内|届时|全年|以及|及|和|与|使|确保|争取|努力|要|将|已经|已|共(?![享建同性创计谋有青产])|各级?各类|各类(?=.{3})|各级?(?=\d)|每年|近年来|今年|去年|当年|年底前|底前|先后|仅|就|"
    r"重点(?!实验|企业|产业|项目|高校|研发|园|群体|领域|平台|学科|科)|积极|大力|进一步|加快|择优|优选|遴选(?=\d)|通过|期间|时期|末(?!端)|底(?!部)|，|、|：|"
    r"“(?=[^”]*$)|　|的|了|年均(?=支持|引)|"
    r"(?:在|于)?(?:19|20)\d{2}年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|前|以?来)*|“?十[一二三四五六]五”?(?:末|期间|时期)?)+"
)
COPULA = re.compile(
    r"(?:力争|分别|均|已经|已|将|约|近|接近|达|总计|共计|合计|总数|(?<!经济)总量|数量|总规模(?=达|为)|稳定|首次|就|仅|均有|共|的|了|也|还|全部|年末|都)*"
    r"(?:保持在|稳定在|维持在|控制在|提高到|提高至|提升到|提升至|增长到|增长至|增长了?|增加到|增加至|增至|升至|升到|扩至|扩到|降到|增加了?|扩大到|扩大至|上升到|上升至|降至|降低到|下降到|下降了?|降低了?|达到了|达到|达成|达|跨越|跨过|迈过|迈上|跃上|站上|首破|突破了?|超过了?|超出|超|不低于|不少于|不超过|不高于|低于|少于|高于|多于|接近|"
    r"占到|占|为|有|是|完成|实现|至|到|逾|过|近|约|共|余|翻|较|至少|总计|共计|合计|累计|总数|数量|(?<!经济)总量|各)?$"
)
# 由2020年的58个增加到70个: what leads up to the first number, and from it to the second; a value of today in brackets
FROM = re.compile(r"[由从](?:现有|现在|目前)?(?:(?:19|20)\d{2}年[底末]?)?的?$")
ONWARD = re.compile(
    r"(?:增加|提高|上升|提升|增长|扩大|扩展|下降|降低|减少|增|升|扩|降)(?:至|到)|[（(](?:目前|现有|现为|(?:19|20)\d{2}年)"
)
TAIL = re.compile(r"(?:(?:19|20)\d{2}年[底末]?|总数|数量|(?<!经济)总量|总计|共计|合计|累计|实际|超额|共)+$")
LIGHT = re.compile(
    r"^(?:(?:力争|聚焦|重点(?!实验|企业|产业|项目|高校|研发|园|群体|领域|平台|学科|科)|积极|大力|加快|组织|建成|建有|新建(?=[省市国])|建(?=[省市国])|建立|建设|组建|开展|实现|实施|拥有|现有|共有|具有|完成(?!率)|打造|形成|举办|设立|推出|设置|明确|有(?![效限机色利关形])|获批|获得|取得|达(?!产|标|效)|推动|给予|完善|包括|分布着|集聚(?=了)|新形成|争取|面向|围绕|约|近|组建)了?|了|的|(?<!^)内|一批)+"
)
VERBS_LAST = re.compile(
    r"(?:引进|引育|引入|建设|建成|建有|组建|新建|开展|培养|培育|实施|攻克|开发|打造|服务|举办|拥有|获批|完成|设立|选拔|认定|新增|推广|发布|支持|设置|给予|吸引|集聚|突破|选育|形成|启动|入驻|进驻|解决|承担|申请|获得|取得|征集|链接|储备|加盟|共建|签约|评选|建立|推动|提供|遴选|推出|实现|凝练|组织|布局|孵化|毕业|聚集|汇聚|招引|落地|聚焦|围绕|"
    r"备案|培训|扶持|资助|奖励|配套|配置|补助|设|建|有|了|近|达|超|超过|过|约|对|向|面向|依托|由|及|和|与|等|从|使|为|达到|带动|转化|覆盖|涵盖|包括|明确|提升|研制|编制|制定|安排|投入|创建|争创|落实|重点支持|筛选|优选|联合|梳理|驻[\u4e00-\u9fff]|大|最高)$"
)
LIGHT_LAST = re.compile(
    r"(?:建设|建成|建有|组建|开展|实施|打造|举办|拥有|设立|设置|给予|形成|推出|实现|组织|聚焦|围绕|建立|新?建|有|明确|完成|获批|从.{2,20}筛选|推动|重点支持|提供|优选)了?$"
)
PREDICATE = re.compile(
    r"已|均|达|占|实现|进行|开展|建立|建成|形成|推动|促进|带动|打造|启动|就|作为|入选|入围|纳入|落户|入驻|参与|继续|要|将|可|能(?=够)|为(?!主)|是|位居|居|正在|得到|获得|获批|荣获|成为|加强|提升|构建|"
    r"与(?=.*?(?:合作|签|共建|对接))|同比|增长(?!点|极)|以(?!上|下|内|及)|用于|给予|予以|驻(?=场)|签订|晋升|重点(?=支持|培)|留|仍(?!有)|尚未|发展(?=良好|迅速|势头|态势|平稳)|进展|完成|集聚|承接|支撑|并|，|提供|分布|对其|打破|填补(?!.*的)|进入(?!.*的)|(?<!级)以上|申请|通过|参加|全部|落地|运营|管委会"
)
ATTRIBUTES = re.compile(r"^(?:总|孵化|建筑|占地|使用|入园|入驻|在孵|入孵|毕业|累计毕业)(?:总?面积|企业|团队)$")
PEOPLE = re.compile(r"(?:人才|专家|人员|团队|人物|院士|博士|硕士|学生|毕业生|教师|企业家|科学家|者|师|员|人)")
HOUSES = re.compile(r"(?:园|孵化器|空间|基地|载体|加速器)数$")


@dataclass(frozen=True, slots=True)
class Place:
    """A quantity with the words before and after it in its part of the sentence."""

    quantity: Quantity
    before: str
    after: str
    between: bool


def part_start(text: str, at: int, start: int = 0) -> int:
    """Give where the part of a sentence begins that holds ``at``: after a mark outside brackets, or an open bracket."""
    depth, i = 0, at - 1
    while i >= start:
        char = text[i]
        if char in "）)":
            depth += 1
        elif char in "（(":
            if depth == 0:
                break
            depth -= 1
        elif (char in BREAKS and depth == 0) or (char in "“‘" and not _closed(text, i, at)):
            break
        i -= 1
    return i + 1


# Divisions of land are counted by one character, or by several in brackets: 3个县, 12个县（市、区）
DIVISIONS = "省市县区旗镇乡村"
DIVIDED = re.compile(rf"^([{DIVISIONS}])[（(]([{DIVISIONS}](?:、?[{DIVISIONS}])*)[）)]")


def _divided(words: str) -> str:
    return DIVIDED.sub(lambda m: m.group(1) + m.group(2).replace("、", ""), words)


def _closed(text: str, opening: int, at: int) -> bool:
    return any(mark in text[opening:at] for mark in "”’")


def places_of(text: str, quantities: Sequence[Quantity]) -> list[Place]:
    """Cut a sentence around its quantities.

    Words between two quantities of one part belong to the first where it comes before its noun (3个平台和5个基地).
    """
    found: list[Place] = []
    for n, quantity in enumerate(quantities):
        begin = part_start(text, quantity.start)
        if found and (risen := _risen(text, found[-1], quantity)):
            found[-1:] = risen
            continue
        previous = quantities[n - 1] if n else None
        if inside := previous is not None and previous.end > begin:
            begin = quantities[n - 1].end
        stop = len(text) if n + 1 == len(quantities) else quantities[n + 1].start
        before, after = text[begin : quantity.start], _until_break(text, quantity.end, stop)
        if (
            previous is not None
            and re.match(r"总|规模", text[previous.end :])
            and text.startswith("的", quantity.end)
            and inside
            and previous.counts
        ):
            found[-1] = Place(
                previous, found[-1].before, _until_break(text, quantity.end + 1, len(text)), found[-1].between
            )
        if inside:
            before = (
                before[max(before.rfind("、"), 0) :]
                if "、" in before and found and not noun_first(found[-1])
                else before
            )
            before = re.sub(rf"^(?:{MARK})?[、）)]+", "", before)
        if inside and found and not noun_first(found[-1]) and (rest := PREDICATE.search(before)):
            before = before[rest.start() :]
        elif inside and found and not noun_first(found[-1]) and re.search(r"(?:和|与|及|以及|、)$|^[^、]*$", before):
            before = before[len(before) - len(re.split(r"和|与|及|以及|、", before)[-1]) :]
        if (
            n + 1 < len(quantities)
            and quantity.counts
            and stop == quantities[n + 1].start
            and text[quantity.end : stop] == after
        ):
            first = re.split(r"和|以及|及(?!以)|与|、", _divided(after))[0]
            after = first if len(first) >= 3 else after
        if quantity.unit in {"名", "人", "位"} and noun_after(after) and not PEOPLE.search(noun_after(after)):
            people = re.search(rf"的([^，。；的\d]{{0,12}}{PEOPLE.pattern})", text[quantity.end : quantity.end + 120])
            after = people.group(1) if people else after
        found.append(Place(quantity, before, after, inside))
    return found


def _risen(text: str, first: Place, quantity: Quantity) -> list[Place]:
    stem = rise(text, first.before, first.quantity.end, quantity.start)
    after = _until_break(text, quantity.end, len(text))
    pair = replace(first, before=stem or "", after=after)
    return [pair, replace(pair, quantity=quantity)] if stem is not None else []


def _until_break(text: str, at: int, stop: int) -> str:
    depth = 0
    for i in range(at, stop):
        char = text[i]
        if char in "（(":
            depth += 1
        elif char in "）)":
            if depth == 0:
                return text[at:i]
            depth -= 1
        elif char in BREAKS and depth == 0:
            return text[at:i]
    return text[at:stop]


def _stem(before: str) -> str:
    """Give the noun phrase before a number, without what leads up to it and the copula after it."""
    stem = LEAD.sub("", before)
    stem = FROM.sub("", stem)
    return TAIL.sub("", COPULA.sub("", stem, count=1)) if stem else ""


def noun_first(place: Place) -> bool:
    """Say whether the thing measured stands before its number (高新技术企业达到3家), not after it (建设3个平台)."""
    before = LEAD.sub("", place.before)
    after = noun_after(place.after)
    if not after:
        return True
    if share_of(place.quantity.unit, place.before, place.after):
        return False
    if place.quantity.unit == "%" and len(_stem(before)) >= 2 and not re.search(r"(?:给予|按照?|的)$", before):
        return True
    if not before or (
        VERBS_LAST.search(before) and not re.search(r"[\u4e00-\u9fff]{3}(?:达到了?|达|为|超过|突破|有)$", before)
    ):
        return False
    if place.quantity.unit == "%" or place.quantity.rank or re.search(r"(?:达到了?|达|为|超过|突破)$", before):
        return len(_stem(before)) >= 2
    return bool(
        re.search(r"(?:企业|机构|平台|中心|基地|人才|人员|项目|专利|成果|面积|产值|收入|投资|数)$", before)
    ) and not re.match(r"[\u4e00-\u9fff]{2}", after)


def noun_after(after: str) -> str:
    """Give the noun phrase that follows a number, up to the predicate."""
    words = re.sub(rf"^(?:人民币|左右|以上|以内|（次）|\(次\)|{MARK}|的|各)+", "", after)
    words = _divided(words)
    words = re.sub(r"[（(][^）)]*(?:[）)]|$)", "", words).lstrip("”’")
    if appointed := re.match(
        r"[^，。；]{2,14}?被(?:聘|选聘|聘请|选|推选|评选|认定|授予|命名|评|列)为([^，。；]{2,16})", words
    ):
        return appointed.group(1)
    if members := re.match(r"(?:单位|企业)?(?:为|成为)([盟成会]员(?:单位)?)", words):
        return members.group(1)
    if re.match(r"[、和与及）)]|同比|并|$", words) or ONWARD.match(words):
        return ""
    if quoted := re.match(r"“([^”]{2,20})”[\u4e00-\u9fff]{0,6}", after):
        return quoted.group()
    words = re.sub(r"的(?:建设|整体|研发|培育|发展|水平|工作|布局|能力|转化|形成).*$", "", words)
    cut = PREDICATE.search(words)
    noun = words[: cut.start()] if cut else words
    if (
        cut
        and "的" in words[cut.start() : -2]
        and (len(noun) < 2 or re.match(r"达|获得|进入|能|可|通过|参与|具", words[cut.start() :]))
    ):
        noun = words[words.rfind("的", 0, -2) + 1 :]
    elif cut and 0 < len(noun) <= 2:
        told = re.sub(r"^(?:已|均|予以|进行|将|可|的)+", "", words[cut.start() :])[:10]
        noun = told + noun if "的" not in told and "、" not in told and len(told) > 1 else noun
    return re.split(r"、(?=\d|$)|(?:和|与|及|以及)$", noun)[0]


def indicator_of(place: Place, names: Sequence[str], named: Named, part: int) -> str:
    """Name what a quantity measures; '' where the words do not tell.

    Parameters
    ----------
    place : the quantity and the words around it.
    names : surface forms of the subject, which are left out.
    named : what was named before in the sentence; brought up to date.
    part : number of the clause (between semicolons) that the quantity stands in.
    """
    quantity = place.quantity
    begun = re.sub(r"^.*(?:记者|通讯员)[^）]{0,14}）", "", place.before)  # a byline
    whole = LEAD.sub("", re.sub(r"^.*其中", "", LEAD.sub("", begun)))
    before = LEAD.sub("", strip_names(whole, names))
    inner = "其中" in place.before and before == whole
    if derived := share_of(quantity.unit, place.before, place.after) or derived_name(before, quantity, named):
        return derived
    if quantity.unit == "%" and (second := share_among(place.before, named)):
        return second
    phrase = _phrase(Place(quantity, before, place.after, place.between), named)
    phrase = strip_names(shorten(phrase), names)
    light = LIGHT.match(phrase)
    if light and not inner and light.end() < len(phrase):
        phrase = phrase[light.end() :]
        if re.search(r"有", light.group()) and "的" in phrase[:-2]:
            phrase = phrase[phrase.rfind("的", 0, len(phrase) - 2) + 1 :]
    if quantity.rank and named.base and (standing := standing_of(phrase, named.base)):
        return standing
    if quantity.counts and (level := level_named(phrase, named.base)):
        return level
    if inner and named.base and len(phrase) < 4:
        return f"{named.base.split('（')[0]}（{phrase}）" if len(phrase) > 1 else named.base
    if named.base and named.part == part and ATTRIBUTES.match(phrase) and HOUSES.search(named.base):
        phrase = without_count(named.base) + phrase
        return with_count(phrase, quantity)
    if len(phrase) < 2 and not (quantity.counts and phrase and phrase in DIVISIONS):
        return (
            with_count(without_count(level_of(named.base, place.quantity, place.before)), quantity)
            if named.base
            else ""
        )
    result = with_count(shorten(phrase), quantity)
    if quantity.rank:
        return result
    if quantity.unit == "%" and re.search(r"占|比", phrase):
        named.share = result
    named.base, named.part = result, part
    return result


_RATE = re.compile(r"(?P<rate>[年月日])(?:可)?(?:产|生产)$")


def _phrase(place: Place, named: Named) -> str:
    quantity, before = place.quantity, place.before
    noun = noun_after(place.after)
    stem = _stem(before)
    if place.quantity.unit == "番":
        return re.sub(r"(?:实现|将|翻)+$", "", before)
    if before.endswith("等") and not noun and quantity.counts:
        if done := re.match(r"(?:已|均)?((?:达成|签订|签署|建立|开展)[^，。；\d]{2,8}|签约)", place.after):
            return done.group(1) + ("单位" if quantity.unit == "家" else "")
        summed = re.match(r"([^、]{2,16}?)(?:包括|包含|涵盖|有|为|含|由)[^、]+、", before)
        return summed.group(1) if summed else "单位" if quantity.unit == "家" else ""
    if noun_first(place):
        grown = re.search(
            r"(年均增长|同比增长|年均增速|增长|增加|提高|下降|占)(?:达到|达|为|超过|不低于|率)?了?$", before
        )
        if grown and quantity.unit in {"%", "个百分点", "倍"} and not stem.endswith(grown.group(1)):
            stem = before[: grown.end(1)] + ("比重" if grown.group(1) == "占" else "")
        if stem in {"总额", "总规模", "规模", "总投资"} and place.after.startswith("的"):
            return noun + stem
        return re.sub(r"[（(][^）)]*[）)]$", "", stem)
    if (rate := _RATE.search(before)) and not quantity.counts:
        made = re.match(
            r"[^的和与及、，。（(]{2,16}?(?=项目|生产线|基地|[的和与及、，。（(]|以及|$)",
            place.after.removeprefix("的"),
        )
        return made.group() + rate.group("rate") + "产量" if made else ""
    if quantity.counts and re.fullmatch(f"(?:[{DIVISIONS}]|街道|社区)+", noun):
        return noun
    verb = LIGHT.sub("", stem) if not LIGHT_LAST.search(stem) else ""
    if not VERBS_LAST.search(before):
        verb = ""
    verb = re.sub(r"^.*[、，]|^(?:对|面向|由|向|依托|从|使).*|(?:及|和|与|等|为|近|达|约|超)$", "", verb)
    if re.search(r"等$", before) or len(verb) > 8:
        verb = ""
    if quantity.money:
        tail = re.search(r"(?:给予|最高|不超过)*(?:补助|奖励|资助|支持|补贴|资金支持|配套)?(?:最高)?$", before)
        if noun and re.search(r"补助|奖励|资助|补贴|支持|经费|资金|奖金", noun):
            return recipient(before) + ("最高" if "最高" in before else "") + noun
        if tail and tail.group():
            return recipient(before) + tail.group().replace("给予", "")
    return verb + noun
