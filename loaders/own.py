"""What a document says of itself: title, number, date, issuers, home, and the abbreviations that it defines."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.documents import Document, Paragraph
from loaders.lexicon import Entry, Lexicon
from loaders.mention import Home, Mention
from loaders.names import great

KINDS = (
    "简报|白皮书|公报|规划|方案|意见|办法|条例|纲要|措施|政策|计划|通知|决定|批复|章程|细则|行动|报告|要点|协议|规定"
)
PLAN = re.compile(r"规划|纲要|方案|意见|措施|行动计划|三年行动|工作要点")
NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}(?:发|函|办|字|规|电)?[〔\[（(]\d{4}[〕\])）]\d{1,4}号")
DATE = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")
ISSUER = re.compile(
    r"[\u4e00-\u9fff（）()]{2,40}(?:人民政府办公厅|人民政府办公室|人民政府|办公厅|办公室|委员会|科学技术局|科技局|科技创新局|科学技术厅|科技厅|局|厅|领导小组|国务院)$"
)
# Signatures that only white space parted (甲市科学技术局 乙市科学技术局).
BODIES_APART = re.compile(
    r"(?<=[局厅室府])(?=[\u4e00-\u9fff]{2,3}[省市区县][\u4e00-\u9fff]+[局厅室府]$)"
    r"|(?<=委办公[室厅])(?=[\u4e00-\u9fff]{1,9}政府办公[室厅]$)|(?<=[省市区县州旗]委)(?=[\u4e00-\u9fff]{2,9}人民政府$)"
)
ABBREVIATION = re.compile(
    r"[（(](?:[^（）()]{0,30}[，；])?(?:(?:以下|下文|下)(?:统?简称|简称为|统称|称为?)|简称为?)[：:]?(?:为)?[“\"]?([^”\"（）()，。；]{2,24})[”\"]?(?:[、和或][^（）()]{2,20})?[）)]"
)

# A number may follow its title on the same line.
_NUMBERED_TITLE = re.compile(
    r"^(?P<title>.*(?:批复|意见|决定|通知|公告|通报|方案|计划|办法|的函|复函))[（(]?(?P<number>[\u4e00-\u9fff]{1,7}[〔\[（(]\d{4}[〕\])）]第?\d{1,4}号)[）)]?$"
)
_WORK_REPORT = re.compile(
    r"(?P<title>(?:20\d\d年)?(?P<place>[\u4e00-\u9fff]{2,7}[省市县区州旗])?(?:20\d\d年)?(?:人民)?政府工作报告)(?:[（(](?:摘要|节选|摘登)[）)])?"
)


@dataclass(frozen=True, slots=True)
class Own:
    """The document as a policy: title, where the title stands, what else it is called, who issued it and when."""

    title: str = ""
    paragraph: int = 0
    aliases: tuple[str, ...] = ()
    number: str = ""
    date: str = ""
    issuers: tuple[tuple[str, int], ...] = ()

    def mention(self) -> Mention | None:
        """Give the document as a mention at its own beginning, or None if it has no title."""
        if not self.title:
            return None
        return Mention(0, 1, "Policy", self.title, self.title, "own title", 0.97, aliases=self.aliases)


def _front(document: Document) -> Sequence[Paragraph]:
    """Give the paragraphs before the first long text and the first heading, and the first few of the text."""
    front: list[Paragraph] = []
    for paragraph in document.paragraphs[:40]:
        if (paragraph.kind == "heading" and re.match(r"[一1]", paragraph.text)) or len(front) > 30:
            break
        front.append(replace(paragraph, text=_LABELLED.sub("", paragraph.text)))
    return front


# What a page of a government's site writes before the title of a document, and before who issued it.
_LABELLED = re.compile(
    r"^(?:.{0,120}?(?:标题|名称)[：:](?=[^：:]{0,30}(?:关于|《))|(?:标题|名称|(?:信息|文件|公文|政策)(?:名称|标题))[：:])"
)
_ISSUED = re.compile(r"(?:发文|发布|制发|印发|制定)(?:机关|机构|单位|部门)[：:](?=[\u4e00-\u9fff]{4})")
_BODY = re.compile(
    r"(?!各)[\u4e00-\u9fff]{2,20}?(?:人民政府办公[厅室]|人民政府|办公[厅室]|委员会|领导小组|局|厅|[市省州]委(?!办公)|发展改革委|部)"
    r"(?=[\u4e00-\u9fff]{2,5}?[省市区县州]|中共|国家|各|中国|(?:科技|财政|教育|商务|自然资源|生态环境|农业农村|工业和信息化)部|$)"
)


def _labelled_issuers(text: str) -> list[str]:
    """Give who issued a document by a labelled line of its page; bodies that only white space parted stand apart."""
    label = _ISSUED.search(text)
    return _run(text[label.end() :])[0] if label else []


def _run(text: str) -> tuple[list[str], str]:
    """Take apart bodies that nothing parts any more (甲部|乙部); the second is what is left."""
    found, at = [], 0
    while body := _BODY.match(text, at):
        found.append(body.group())
        at = body.end()
    return found, text[at:]


# A title without its issuer, who stands in the line above or signs below.
_ABOUT = re.compile(
    r"关于(?!印发|同意|召开|转发|征求|公布|开展|做好)[^。；，：]{6,50}的?(?:若干)?(?:实施|指导)?(?:意见|措施|政策|办法|决定|规定|政策措施)"
)
# The report to a congress on how last year's plan was carried out (关于某市…年国民经济和社会发展计划执行情况…的报告).
_PLAN_REPORT = re.compile(
    r"关于(?P<place>[\u4e00-\u9fff]{2,9}?[省市县区州旗])?(?:19|20)\d\d年(?:全?[省市县区])?(?:国民经济和社会发展)?(?:年度)?(?:计划|预算)(?:及[^，。；]{2,8})?执行情况[^，。；]{0,60}报告"
)
_EXCERPT = re.compile(
    r"[（(](?:节选|摘要|摘登|摘编|公开版|全文|送审稿|草案|征求意见稿|[^（）()]{0,6}(?:有删减|有删节|略有?删[减节]|已删减)|附全文|附解读)[）)]$"
)
# The notice that says what it sends (现将《甲市行动计划》印发给你们; 《乙省方案》已经省政府同意，现印发你们).
_SENT = re.compile(
    r"(?:^|[，。；])现?(?:予以)?将(?:修订后的|制定的|编制的)?《(?P<title>[^》]{6,80})》(?:[（(][^（）()]{2,30}[）)])?(?:予以)?(?:印发|下发|发)(?:给)?(?:你们|各|，|。|执行)"
)


def _title(front: Sequence[Paragraph]) -> tuple[str, int, tuple[str, ...]]:
    announced: tuple[str, int, tuple[str, ...]] | None = None
    if front and (report := _WORK_REPORT.match(front[0].text)):
        return report.group("title"), front[0].number, ()
    for paragraph in front[:3]:
        if carried := _PLAN_REPORT.match(_EXCERPT.sub("", paragraph.text)):
            return carried.group(), paragraph.number, ()
    for paragraph in front:
        text = _EXCERPT.sub("", _NUMBERED_TITLE.sub(r"\g<title>", paragraph.text))
        match = re.search(r"关于印发(?:《([^》]+)》|(.{4,60}?))的?通知$", text)
        if match and len(text) <= 120:
            title = match.group(1) or match.group(2)
            announced = (title, paragraph.number, (text,))
        reply = re.fullmatch(
            r"[\u4e00-\u9fff（）]{2,30}关于(?!印发).{4,60}(?:的)?(?:批复|意见|决定|通知|公告|通报|复?函)", text
        )
        if reply and announced is None:
            announced = (text, paragraph.number, ())
    for paragraph in front:
        text = _NUMBERED_TITLE.sub(r"\g<title>", _EXCERPT.sub("", paragraph.text))
        if (
            len(text) <= 70
            and re.search(rf"(?:{KINDS})(?:[（(].{{2,16}}[）)])?$", text)
            and not re.search(r"[。；，：]|^关于|印发|人民政府关于|作(?:政府)?工作报告|签署|签订|签下|出台|达成", text)
        ):
            if announced and _same(announced[0], text):
                return text, paragraph.number, announced[2]
            if announced is None and len(text) >= 8:
                return text, paragraph.number, ()
    if announced is None:
        for paragraph in front[:3]:
            if _ABOUT.fullmatch(text := _EXCERPT.sub("", _NUMBERED_TITLE.sub(r"\g<title>", paragraph.text))):
                return text, paragraph.number, ()
        for paragraph in front[:4]:
            if match := re.match(
                r"《([^》]{6,80})》(?:已经|业经|已)[^，。]{2,20}(?:同意|批准|审议通过)", paragraph.text
            ):
                return match.group(1), paragraph.number, ()
        for paragraph in front[:14]:
            if len(paragraph.text) <= 300 and (match := _SENT.search(paragraph.text)):
                return match.group("title"), paragraph.number, ()
    return announced or ("", 0, ())


_SPEAKER = re.compile(
    r"(?:^|在|[—－-]|\d日在?|我代表|我受)(?P<place>[^\W\d在日]{2,8}?(?:省|市|自治区|自治州|州|区|县))(?:第[一二三四五六七八九十]+届|人民政府|代?市长|代?省长|代?县长|代?区长|代?州长|(?:自治区)?主席)"
)


def _reporting_place(front: Sequence[Paragraph]) -> str:
    """Give the place whose congress a report without a place in its title was read to, or whose head read it."""
    found = (match for p in front[:6] if len(p.text) <= 80 and (match := _SPEAKER.search(p.text)))
    return next((match.group("place") for match in found), "")


def _number(text: str) -> str:
    """Give the document number of a line, alone or behind the title."""
    if behind := _NUMBERED_TITLE.match(text):
        return behind.group("number")
    return match.group() if (match := NUMBER.search(text)) and len(text) <= 40 else ""


def _same(a: str, b: str) -> bool:
    squeeze = re.compile(r"[\s“”\"《》（）()]")
    x, y = squeeze.sub("", a), squeeze.sub("", b)
    return x == y or x in y or y in x


def _signed(text: str) -> list[str]:
    """Give the bodies that a line consists of, set beside each other or without anything between them."""
    found: list[str] = []
    for part in text.split("\t"):
        plain = ISSUER.fullmatch(part) and not part.startswith(("各", "省政府各"))
        if not plain or len(part) > 120 or part.endswith(("布局", "格局")) or "等" in part:
            return []
        run, rest = _run(part)
        if not rest and len(run) > 1:
            found += run
        elif len(part) <= 42:
            found += BODIES_APART.split(part)
    return found


_SIGNING = re.compile(r"[\u4e00-\u9fff]{2,18}(?:部|委|局|厅|署|府|院|会|办公室|领导小组)")


def _signature(back: Sequence[Paragraph]) -> dict[str, int]:
    """Give who signs a document in the line before the date that ends it, with the number of that line."""
    for line, dated in reversed([*itertools.pairwise(back)]):
        if len(dated.text) <= 24 and DATE.match(dated.text) and len(line.text) <= 60:
            bodies, rest = _run(line.text)
            return dict.fromkeys([line.text] if rest else bodies, line.number) if _SIGNING.fullmatch(line.text) else {}
    return {}


# The years of a plan may stand in a line of their own below its title; the day of a report is no part of it.
_YEARS = re.compile(r"[（(](?:19|20)\d{2}[^（）()，。月日]{0,12}[）)]")


def own_policy(document: Document) -> Own:
    """Read title, number, date and signatories from the front of a document."""
    front = _front(document)
    title, at, aliases = _title(front)
    if not title:
        return Own()
    years = next((p.text for p in front if p.number == at + 1 and _YEARS.fullmatch(p.text)), "")
    title = title if title.endswith(("）", ")")) else title + years.replace("(", "（").replace(")", "）")
    number = next((n for p in front if (n := _number(p.text))), "")
    date = ""
    said_by = [(b, p.number) for p in document.paragraphs[: len(front)] for b in _labelled_issuers(p.text)]
    issuers: dict[str, int] = dict(said_by)
    for paragraph in front:
        text = paragraph.text.split("关于印发")[0] if "关于印发" in paragraph.text else paragraph.text
        report = _WORK_REPORT.match(text) if paragraph.number == at else None
        if report and (place := report.group("place") or _reporting_place(front)):
            issuers.setdefault(f"{place}人民政府", paragraph.number)
        for body in _signed(text):
            issuers.setdefault(body, paragraph.number)
        if (match := DATE.match(paragraph.text)) and len(paragraph.text) <= 24:
            year, month, day = match.groups()
            said = f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
            date = said if len(said) >= len(date) else date  # the day of issue says more than the month of a title page
    issuers = issuers or _signature(document.paragraphs[-6:])
    return Own(
        title.strip("《》"),
        at,
        tuple(dict.fromkeys((*aliases, *([number] if number else [])))),
        number,
        date,
        tuple(issuers.items()),
    )


# A body is called after the place, which tells little of where the document is at home.
_IN_A_NAME = re.compile(r"(?!市|省|高新|经开)[\u4e00-\u9fff]{0,4}(?:大学|学院(?!路)|有限公司|股份)")


def home_of(document: Document, own: Own, lexicon: Lexicon) -> Home:
    """Tell the province and city that a document is about, and the districts that it names in full."""
    provinces: Counter[str] = Counter()
    cities: Counter[str] = Counter()
    districts: set[str] = set()
    text = "\n".join(p.text for p in document.paragraphs)
    for weight, part in ((20, own.title), (1, text)):
        for _, end, surface in lexicon.find(part):
            entry = lexicon.place(surface)
            if entry is None:
                continue
            if _IN_A_NAME.match(part, end):
                continue
            if entry.label == "District" and not entry.short:
                districts.add(entry.name)
                provinces[entry.province] += weight if entry.province else 0
            elif entry.label == "City":
                cities[entry.name] += weight
                provinces[entry.province or entry.name] += weight
            elif entry.label == "Region" and entry.province:
                provinces[entry.name] += 2 * weight
    for place in _headlined(document, lexicon):
        cities[place.name] += _HEADLINE
        provinces[place.province or place.name] += _HEADLINE
    paper = _paper(document, lexicon)
    if paper and paper.label == "City":
        cities[paper.name] += sum(cities.values()) + 1
        provinces[paper.province or paper.name] += sum(provinces.values()) + 1
    province = provinces.most_common(1)[0][0] if provinces else ""
    city = ""
    if cities:
        (first, count), second = cities.most_common(1)[0], [*cities.most_common(2), ("", 0)][1][1]
        spoken = re.search("全市|我市|市委、市政府", text) is not None and count > 1.5 * second
        if (count >= 0.5 * sum(cities.values()) or spoken) and not _of_province(text):
            city = first
    title = re.sub(r"^(?:关于)?(?:(?:19|20)\d{2}年度?)?", "", own.title)
    for length in range(6, 1, -1):
        if (entry := lexicon.place(title[:length])) and entry.label == "City":
            city = entry.name
            break
    county = _county(document, own, lexicon)
    speaker = _speaker(document, own, lexicon)
    if speaker and speaker.label in {"Region", "City"}:
        city, province = (speaker.name if speaker.label == "City" else ""), speaker.province or speaker.name
    if county is None and paper and paper.label == "District" and f"我{paper.name[-1]}" in text:
        county = paper
    if county:
        city = county.parent if (above := lexicon.place(county.parent)) and above.label == "City" else ""
    name, province = (county.name, county.province or province) if county else ("", province)
    return Home(province, city, frozenset(districts), subject_region(own, lexicon), county=name)


# What a text says of the whole province, but for what only measures a city by it (居全省前列).
_PROVINCE = re.compile(
    r"(?:(?<![居占列])(?<!位[居列])(?<!达到)(?<!高于)(?<!低于)(?<!快于))(?:全省|我省)"
    r"(?!第|前|首|最|唯一|率先|平均|排名|领先|总量|比重|之首|各?[市县]州?(?:[、，。中第首前]|区))"
)


def _of_province(text: str) -> bool:
    """Say whether a text speaks for a province: of all of it, and not more often of all of one city."""
    return len(_PROVINCE.findall(text)) > len(re.findall("全市|我市", text))


_HEADLINE = 3
"""What a city in a headline weighs, beside one for each time that a text names it."""


def _headlined(document: Document, lexicon: Lexicon) -> Iterator[Entry]:
    """Give the first city that each of the headlines over a text names (推进创新发展 甲市新增四家实验室)."""
    for paragraph in itertools.islice((p for p in document.paragraphs[:6] if p.text), 4):
        text = paragraph.text
        if len(text) > 60 or "。" in text:
            return
        for start, end, surface in lexicon.find(text):
            entry = lexicon.place(surface)
            if entry and entry.label == "City" and not _IN_A_NAME.match(text, end):
                yield entry
                break
            del start


_PAPER = re.compile(
    r"(?:[^，。]{0,20}来源[：:]\s*)?[《]?(?P<place>[\u4e00-\u9fff]{2,4}?)(?:日报|晚报|晨报|早报|都市报|新闻网|发布)[》]?(?![社集])"
)


def _paper(document: Document, lexicon: Lexicon) -> Entry | None:
    """Give the city or county whose newspaper opens the document, which it calls 我市."""
    for paragraph in document.paragraphs[:8]:
        if (match := _PAPER.match(paragraph.text)) and (place := lexicon.place(match.group("place"))):
            return place if place.label in {"City", "District"} else None
    return None


def _speaker(document: Document, own: Own, lexicon: Lexicon) -> Entry | None:
    """Give the place whose government a report names: in its title, or by the congress that it was read to."""
    report = _WORK_REPORT.fullmatch(own.title or "")
    place = (report.group("place") or _reporting_place(_front(document))) if report else ""
    return next((e for i in range(len(place) - 1) if (e := lexicon.place(place[i:]))), None)


def _county(document: Document, own: Own, lexicon: Lexicon) -> Entry | None:
    """Give the county, district or county-level city whose own document it is, by its title or its congress."""
    title = re.sub(r"^(?:19|20)\d{2}年度?", "", own.title or "")
    place = _reporting_place(_front(document)) if _WORK_REPORT.fullmatch(title) else ""
    at, found = 0, None
    while entry := next((e for n in range(7, 1, -1) if (e := lexicon.place(title[at : at + n]))), None):
        found = entry
        at += next(n for n in range(7, 1, -1) if lexicon.place(title[at : at + n]))
    if found is None and place:
        found = next((e for i in range(len(place) - 1) if (e := lexicon.place(place[i:]))), None)
    return found if found and found.label == "District" and not found.short else None


def subject_region(own: Own, lexicon: Lexicon) -> str:
    """Give the metropolitan area or belt that the title names (what 都市圈 alone means in the text)."""
    match = re.search(r"[\u4e00-\u9fff]{2,12}?(?:现代化都市圈|大都市圈|都市圈|城市群|经济带|经济区|经济圈)", own.title)
    if not match:
        return ""
    name = match.group()
    for i in range(len(name) - 4):
        if lexicon.place(name[i : i + 2]) or lexicon.place(name[i : i + 3]):
            return name[great(name, i) :] if "都市圈" in name else name[i:]
    return name


# Behind a joint zone or in brackets alone, these are parts: 甲自创区（乙高新区）, 甲新区（乙片区）.
_JOINT_ZONE = re.compile(r"(?:自创区|自主创新示范区|自贸区|自由贸易试验区|走廊|[带圈])$")
_PART = re.compile(r"(?:片区|分园|分区|组团|板块|核心区|启动区|起步区|园区)$")


def abbreviations(text: str, mentions: Sequence[Mention] = ()) -> list[tuple[int, str]]:
    """Find «（以下简称X）», and of the mentions the second name of a zone (甲高新区（乙科技城）).

    Returns
    -------
    list of (where the bracket opens, X)
    """
    found = [(m.start(), m.group(1)) for m in ABBREVIATION.finditer(text)]
    zones = [m for m in mentions if m.label == "Zone" and not m.nested]
    for first, second in itertools.pairwise(zones):
        between, behind = text[first.end : second.start], text[second.end : second.end + 2]
        beside = re.fullmatch("[（(]“?", between) and re.match("”?[）)]", behind)
        if beside and not _JOINT_ZONE.search(first.name) and not _PART.search(second.name):
            found.append((first.end, second.name))
    return found
