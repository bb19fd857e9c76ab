"""Captions of the columns and words that the analyses write, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graph.store import Rows
from views.parts import measures, metric_words
from views.parts.amount import number
from views.parts.escape import html
from views.parts.wording import listed

HIDDEN = frozenset({"evidence", "derived"})
SPANS = frozenset({"leave_one_out", "rank_90"})
_PAGE = {
    language: [(re.compile(pattern), instead) for pattern, instead in rules]
    for language, rules in {
        "zh": [
            (r"，用 --as-of 时不计入", "，选了「截至」日期时不计入"),
            (r"[；，](?:可用|可改用|其余用) --.*", ""),
            (r"^gravity（引力模型的规模）：", "引力模型所用的规模："),
            (r"^gravity（引力模型的规模）略去", "未算引力模型"),
            (r"^pole_tie_share即", "「极核联系占比 T」即"),
            (r"^leave_one_out：", "「少任一载体时的范围」："),
            (r"^core：", "「核心—边缘」："),
        ],
        "en": [
            (r", --as-of leaves them out", ", a date chosen under «As of» leaves them out"),
            (r"(?:[;,] (?:try|give one with|choose another with|more with)) --.*", ""),
            (r"^gravity: ", "Sizes behind the gravity model: "),
            (r"^gravity null left out", "The gravity model is left out"),
            (r"^pole_tie_share is", "Share of ties at the pole T is"),
            (r"^leave_one_out:", "Range with one vehicle left out:"),
            (r"^core:", "Core and periphery:"),
        ],
    }.items()
}
"""What notes call things on the command line, and what the page calls them."""
_MEASURE = re.compile(rf"(?<![A-Za-z_])(?:{'|'.join(measures.HELP)})(?![A-Za-z_])")
COLUMNS: dict[str, tuple[str, str]] = {
    "rank": ("名次", "Rank"),
    "name": ("名称", "Name"),
    "class": ("类别", "Class"),
    "place": ("所在成员", "Member"),
    "median_rank": ("名次中位数", "Median rank"),
    "rank_90": ("名次区间（90%）", "Rank interval (90 %)"),
    "places": ("可能的名次", "Places it may share"),
    "p_top3": ("进入前三的机会", "Chance of the first three"),
    "leave_one_out": ("少任一载体时的范围", "Range with one vehicle left out"),
    "coordinator": ("协调者", "Coordinator"),
    "itinerant": ("顾问", "Itinerant"),
    "gatekeeper": ("守门人/代表", "Gatekeeper"),
    "liaison": ("联络者", "Liaison"),
    "z_coordinator": ("z 协调者", "z coordinator"),
    "z_itinerant": ("z 顾问", "z itinerant"),
    "z_gatekeeper": ("z 守门人", "z gatekeeper"),
    "z_liaison": ("z 联络者", "z liaison"),
    "metric": ("指标", "Metric"),
    "value": ("值", "Value"),
    "exact": ("精确值", "Exact"),
    "null": ("随机对照", "What chance gives"),
    "point": ("支撑点", "Point"),
    "strength": ("强度", "Strength"),
    "other_points": ("相连的支撑点", "Points tied to"),
    "participation": ("分散度 Q", "Participation Q"),
    "dependency": ("依赖极核 D", "Dependency D"),
    "fields": ("产业", "Industries"),
    "remark": ("备注", "Remark"),
    "vehicle": ("载体", "Vehicle"),
    "kind": ("类别", "Kind"),
    "members": ("成员", "Members"),
    "documents": ("文件", "Documents"),
    "ties": ("联系", "Ties"),
    "pole_only_r": ("只以极核为核心的 r", "r with the pole as core"),
    "best_core": ("拟合最好的核心", "Best core"),
    "best_r": ("其 r", "its r"),
    "continuous_r": ("连续模型 r", "Continuous r"),
    "coreness_order": ("核心度次序", "Order of coreness"),
    "field": ("产业", "Industry"),
    "head_and_chain": ("头部—链条联系率", "Head and chain"),
    "tied": ("相连/全部", "Tied/all"),
    "points": ("有产业的支撑点", "Points that produce"),
    "with_pole": ("与极核共享载体者", "Sharing a vehicle with the pole"),
    "status": ("状态", "Status"),
    "party": ("参与方", "Party"),
    "entity": ("实体", "Entity"),
    "indicator": ("指标", "Indicator"),
    "year": ("年份", "Year"),
    "target": ("目标", "Target"),
    "by": ("目标年", "By"),
    "unit": ("单位", "Unit"),
    "share": ("实际占目标", "Actual of target"),
    "yearly_growth": ("仍需年增", "Growth a year still needed"),
    "p_coordinator": ("p 协调者", "p coordinator"),
    "p_itinerant": ("p 顾问", "p itinerant"),
    "p_gatekeeper": ("p 守门人", "p gatekeeper"),
    "p_liaison": ("p 联络者", "p liaison"),
    "variant_core": ("变式的核心", "Core of the variant"),
    "variant_r": ("变式 r", "r of the variant"),
    "member": ("成员", "Member"),
    "research": ("研发", "Research"),
    "transfer": ("转化", "Transfer"),
    "production": ("产业", "Production"),
    "present": ("是否具备", "Present"),
    "because": ("理由", "Because"),
    "families": ("来源数", "Sources"),
    "rca": ("相对优势 RCA", "Advantage RCA"),
    "density": ("邻近密度", "Density of near fields"),
    "bound": ("界限", "Bound"),
    "left_out_undated": ("无日期未计入", "Left out, no date"),
    "evidence": ("出处", "Passages"),
    "as_of": ("截至", "As of"),
    "vehicles": ("合作载体", "Vehicles"),
}
WORDS: dict[str, tuple[str, str]] = {
    "weighted": ("计权重", "weighted"),
    "binary": ("只计有无", "ties only"),
    "existing": ("已有", "existing"),
    "planned": ("规划中", "planned"),
    "资料不足": ("资料不足", "too little material"),
    "未定位": ("未定位", "place unknown"),
    "Agreement": ("协议", "agreement"),
}


def column(name: str, language: str) -> str:
    """Caption a column."""
    if name in COLUMNS:
        return COLUMNS[name][0 if language == "zh" else 1]
    if name in measures.HELP:
        return measures.caption(name, language)
    return metric_words.caption(name, language)


def word(value: str, language: str) -> str:
    """Give a word that an analysis writes in the language of the page."""
    return WORDS[value][0 if language == "zh" else 1] if value in WORDS else value


def note(text: str, language: str) -> str:
    """Give a note of an analysis as a page says it: without the options and names of the command line."""
    for pattern, instead in _PAGE[language]:
        text = pattern.sub(instead, text)
    if language == "zh":
        text = _MEASURE.sub(lambda found: f"「{measures.caption(found.group(), language)}」", text)
    return text


def plain(name: str, value: Any, language: str) -> Any:
    """Give a value as a table for people or a spreadsheet has it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return listed(map(str, value), language)
    if name == "metric":
        return metric_words.caption(str(value), language)
    return word(value, language) if isinstance(value, str) else value


def cell(name: str, value: Any, language: str) -> str:
    """Give a value as an HTML cell."""
    if name in SPANS:
        value = span(str(value or ""))
    if isinstance(value, float):
        return number(round(value, 3))
    shown = plain(name, value, language)
    return html(shown) if shown != "" else '<span class="absent">—</span>'


def span(text: str) -> str:
    """Shorten the ends of a range.

    Examples
    --------
    >>> span("1.0–11.5"), span("0.0–0.0"), span("")
    ('1–11.5', '0', '')
    """
    low, dash, high = text.partition("–")
    if not dash:
        return text
    ends = [number(round(float(end), 3)) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def kept(rows: Rows) -> list[str]:
    """List the columns of a table that people read."""
    return [name for name in rows.columns if name not in HIDDEN]


def for_download(rows: Rows, language: str, only: Sequence[str] = ()) -> tuple[list[str], list[list[Any]]]:
    """Give captions and values for a spreadsheet, the ids of the passages last."""
    names = list(only) or [*kept(rows), *(["evidence"] if "evidence" in rows.columns else [])]
    body = [
        ["; ".join(row[name]) if name == "evidence" else plain(name, row[name], language) for name in names]
        for row in rows.dicts()
    ]
    captions = [
        column(name, language) if name != "evidence" else ("出处" if language == "zh" else "Passages") for name in names
    ]
    return captions, body
