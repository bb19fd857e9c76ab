"""Captions of the columns and words that the analyses write, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from graph.analysis.note_wording import in_chinese
from graph.store import Rows
from views.parts import measures, metric_words
from views.parts.amount import number
from views.parts.escape import html

HIDDEN = frozenset({"evidence", "derived"})
_OPTION = re.compile(r", --as-of leaves them out.*")
_ADVICE = re.compile(r"[；;] ?(?:可用|可改用|try|give one with|choose another with) --.*")
SPANS = frozenset({"leave_one_out", "rank_90"})
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
_NULLS = [
    (re.compile(pattern), chinese)
    for pattern, chinese in (
        (
            r"P\(pole in ≥(\d+) of (\d+) vehicles\) = ([^;]*); shuffled pairs ([^,]*), too small(?:; .*)?",
            r"若载体随机挑选成员，极核至少参与 \2 个中 \1 个的概率为 \3（打乱成员对得 \4，偏小，不可用）",
        ),
        (
            r"gravity by ([^:]*): ([^;]*); size-free (.*)",
            r"按\1的引力模型：\2；不计规模：\3",
        ),
    )
]
_NOTES = [
    (re.compile(pattern), chinese)
    for pattern, chinese in (
        (
            r"Kendall tau with the order of all evidence, mean over draws: (.*)",
            r"重抽来源后的次序与全部依据下的次序平均一致程度（Kendall τ）：\1",
        ),
        (
            r"interval: 90 % of draws.*",
            "区间：重抽来源 90% 的情形。重抽只会失去联系、不会补回漏记，所以这是敏感性，不是置信区间；"
            "区间重叠者名次视为并列。",
        ),
        (r"values are ties that documents report, not ties that exist", "数值反映文件记载的联系，不是实际存在的联系。"),
        (r"(\w+): sampled, error up to (.*)", r"\1：抽样计算，误差不超过 \2。"),
        (
            r"closeness, harmonic and eigenvector are left out: more than (\d+) nodes",
            r"节点超过 \1 个，不计算接近、调和与特征向量中心性。",
        ),
        (r"ranks were not drawn again: more than (\d+) nodes", r"节点超过 \1 个，未重抽来源，不给名次区间。"),
        (
            r"roles: read z, or p \(share of (\d+) shufflings.*",
            r"居间角色看 z，或看 p（在同样多的随机对调中出现的比例，对调 \1 次）；大城市的协调者会偏多。",
        ),
        (r"(\d+) of (\d+) nodes, (\d+) ties", r"列出 \2 个节点中的 \1 个，共 \3 条联系。"),
        (r"gravity: (\S+) (.*)", r"引力模型所用的规模：\1——\2"),
        (
            r"(\d+) of (\d+) documents carry no date \((.*) and (\d+) more\); they count here.*",
            r"\2 份文件中有 \1 份没有日期（\3，另有 \4 份）；此处计入，选了「截至」日期时不计入。",
        ),
        (
            r"(\d+) of (\d+) documents carry no date \((.*)\); they count here.*",
            r"\2 份文件中有 \1 份没有日期（\3）；此处计入，选了「截至」日期时不计入。",
        ),
        (r"pole_tie_share is s_p/W; .*", "T 是极核联系占全部联系的比重；极核占全部强度的比重是它的一半。"),
        (
            r"leave_one_out: least and greatest value with one vehicle left out",
            "「少任一载体时的范围」：依次去掉一个载体后的最小与最大值。",
        ),
        (
            r"core: values of a star's leaves are not identified; read the order only",
            "核心度：星形网络中各叶的数值不可识别，只看次序。",
        ),
    )
]


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


def null(text: str, language: str) -> str:
    """Say what chance gives; what is not known stays as the analysis wrote it."""
    return _translated(text, _NULLS, language)


_HEADS = {
    "gravity": "Sizes behind the gravity model",
    "pole_tie_share": "Share of ties at the pole T",
    "leave_one_out": "Range with one vehicle left out",
    "core": "Core and periphery",
}
_HEAD = re.compile(rf"^(?:{'|'.join(_HEADS)})(?=:| is )")
"""The names by which the command line heads a note, and how the page says them."""


def note(text: str, language: str) -> str:
    """Give a note of an analysis in the language of the page, without the options of the command line."""
    said = _translated(text, _NOTES, language)
    if language == "zh":
        said = (said if said != text else in_chinese(text) or text).replace(", ", "、")
    else:
        said = _HEAD.sub(lambda found: _HEADS[found.group()], said).replace("、", ", ")
    return _ADVICE.sub("", _OPTION.sub(", a date chosen under «As of» leaves them out", said))


def _translated(text: str, known: list[tuple[re.Pattern[str], str]], language: str) -> str:
    if language == "zh":
        for pattern, chinese in known:
            if found := pattern.fullmatch(text):
                return found.expand(chinese)
    return text


def plain(name: str, value: Any, language: str) -> Any:
    """Give a value as a table for people or a spreadsheet has it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "、".join(map(str, value))
    if name == "metric":
        return metric_words.caption(str(value), language)
    if name == "null":
        return null(str(value), language)
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
