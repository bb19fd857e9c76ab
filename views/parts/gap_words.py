"""Puts gaps into words, Chinese and English: what is not recorded, how well that is supported, what speaks against it.

The Chinese sentences are those of the analysis; the English ones say the same.
"""

from __future__ import annotations

import re

from graph.analysis.gaps import CHAIN, CLOSED, LINK, POLICY, Gap
from graph.analysis.policy import ONLY_NEAR, ONLY_NEAR_WIDE, ONLY_WIDE
from views.parts.wording import register, say

SEPARATOR = "；"
register(
    {
        "gap.link": ("联系缺口", "Links"),
        "gap.chain": ("产业链缺口", "Chains"),
        "gap.policy": ("政策缺口", "Policies"),
        "gap.link_help": (
            "两个成员都有某产业的载体（至少一方有产业端），而收录文件未见两者在该方向共享平台、联盟、项目或协议。",
            "Both members carry an industry, at least one of them producing in it, and the documents record no "
            "platform, alliance, project or agreement of that field that the two share.",
        ),
        "gap.chain_help": (
            "某产业在研发、转化、产业三个环节之间的断点，以收录文件的记载为限。",
            "Where the chain of an industry breaks between research, transfer and production, as far as the documents "
            "tell.",
        ),
        "gap.policy_help": (
            "成员有某产业的能力而未见点名它的政策措施，或有措施而未见现有载体。",
            "A member carries an industry and no measure naming it is recorded, or a measure without what stands.",
        ),
        "gap.A": ("已核实", "verified"),
        "gap.B": ("疑似", "suspected"),
        "gap.C": ("资料不足", "too little material"),
        "gap.—": ("不列为缺口", "not a gap"),
        "gap.A_help": (
            "专家或封闭名录确认确实没有。",
            "An expert or a closed list confirms that there is none.",
        ),
        "gap.B_help": (
            "双方各见于至少两个来源，且至少一个来源同时记载了双方与他方的合作——它本可以记载这一对，却没有。",
            "Each end stands in two sources or more, and one source names other partners of both: it could have named "
            "this pair, and does not.",
        ),
        "gap.C_help": (
            "来源太少，遗漏与不存在无从分辨；列出备查，不作排名。",
            "Too few sources to tell an omission from an absence; listed for reference, not ranked.",
        ),
        "gap.—_help": (
            "旧文件有记载，较新的文件未再提及；请核实是否仍在。",
            "Recorded in older documents, not mentioned again in newer ones: check whether it is still there.",
        ),
        "gap.kind.B1": ("B1 有产业，全域未见研发", "B1 production, no research recorded in the region"),
        "gap.kind.B2": ("B2 一方有产业，研发只在异地", "B2 production here, research only elsewhere"),
        "gap.kind.B2½": (
            "B2½ 一方有产业，异地只有上位方向的研发",
            "B2½ production here, research elsewhere in a broader field",
        ),
        "gap.kind.B3": ("B3 有研发，未见产业", "B3 research, no production recorded"),
        "gap.kind.B4": ("B4 有研发和产业，未见转化", "B4 research and production, nothing for transfer recorded"),
        "gap.kind.closed": ("旧文件闭合", "closed by older documents"),
        "gap.kind.—": ("双方都有载体", "both carry it"),
        "gap.kind.M∧¬Pol": ("有能力，未见点名措施", "capability, no measure naming it recorded"),
        "gap.kind.Pol∧¬M": ("有措施，未见现有载体", "measure, no standing carrier recorded"),
        "gap.short.B1": ("无研发记载", "no research"),
        "gap.short.B2": ("研发在异地", "research elsewhere"),
        "gap.short.B2½": ("上位研发在异地", "broader research elsewhere"),
        "gap.short.B3": ("无产业记载", "no production"),
        "gap.short.B4": ("无转化记载", "no transfer"),
        "gap.short.closed": ("仅旧文件记载", "older documents only"),
        "gap.short.—": ("双方都有", "both carry it"),
        "gap.short.M∧¬Pol": ("无点名措施记载", "no measure naming it"),
        "gap.short.Pol∧¬M": ("无载体记载", "no carrier"),
        "gap.need": ("需求", "Need"),
        "gap.complementarity": ("互补", "Complement"),
        "gap.deficit": ("缺额", "Deficit"),
        "gap.feasibility": ("可行", "Feasible"),
        "gap.need_help": (
            "一方有产业而研发只在另一方为 1；只有上位方向的研发为 ½；否则为 0。政策缺口：未见任何措施为 1；"
            "仅覆盖全域或相近方向为 ½。",
            "1 if one side produces and only the other researches; ½ if it researches a broader field; else 0. In "
            "policies: 1 if no measure is near, ½ if one covers the whole region or a field close by.",
        ),
        "gap.complementarity_help": (
            "对方有、己方没有的相近产业占全部相近产业的比重；越大越互补。",
            "Share of the near fields that the other side has and this one lacks; larger means more to gain.",
        ),
        "gap.deficit_help": (
            "在各成员参与次数不变的随机情形下，两者相遇次数比现在多的可能；近 1 表示明显偏少。无法检验时不给值。",
            "How likely the two would meet more often if chance alone decided who meets whom; near 1 means markedly "
            "few. Left empty where it cannot be tested.",
        ),
        "gap.feasibility_help": (
            "双方机构经共同伙伴相连的程度（资源分配指数）；预测不优于随机时不给值。",
            "How well organisations of both are joined by shared partners (resource allocation); left empty where it "
            "predicts no better than chance.",
        ),
        "gap.untestable": ("不可检验", "cannot be tested"),
        "gap.wide_only": ("仅有全域政策", "covered by a policy of the whole region only"),
        "gap.near_only": ("仅有相近方向政策", "covered by a measure for a field close by only"),
        "gap.near_wide_only": ("仅有相近方向的全域政策", "a field close by is covered for the whole region only"),
        "gap.old": ("{year}年证据", "evidence of {year}"),
    }
)
_FLAGS = {
    "不可检验": "gap.untestable",
    ONLY_WIDE: "gap.wide_only",
    ONLY_NEAR: "gap.near_only",
    ONLY_NEAR_WIDE: "gap.near_wide_only",
}
_YEAR = re.compile(r"^(\d{4})年证据$")
_DOUBTS = [
    (re.compile(pattern), english)
    for pattern, english in (
        ("至少一端只见于一个来源", "one end at least stands in a single source"),
        (
            "没有来源同时记载双方在该方向与他方的合作，遗漏无从判断",
            "no source names other partners of both in this field, so an omission cannot be told from an absence",
        ),
        ("部分机构的产业方向由名称推断", "the field of some organisations was read off their names"),
        (
            "名称与文字未写明该方向的机构未计入",
            "organisations that state the field neither in name nor text are not counted",
        ),
        (
            r"(\d+)个来源均未记载，仍容许每份文件有(\S+)的记载概率",
            r"silence of all \1 sources still allows each document a chance of \2 of reporting it",
        ),
        ("缺口的显著性不可检验", "whether it is more than chance cannot be tested"),
        (
            "配套文件未必收录，措施也可能不点名产业",
            "supporting documents may not be held here, and a measure need not name its industry",
        ),
        ("规划的载体可能已经建成", "what was planned may have been built since"),
        (r"所在地不详的机构未计入（(.+)）", r"organisations of unknown place are not counted (\1)"),
        ("旧文件中的机构可能已经变动", "organisations of older documents may have changed"),
    )
]


def title(gap: Gap, language: str) -> str:
    """Name an item in a few words."""
    joint = " – ".join(gap.members) if gap.list == LINK else "、".join(gap.members)
    return f"{gap.field}：{joint}" if language == "zh" else f"{gap.field}: {joint}"


def kind(gap: Gap, language: str) -> str:
    """Say what kind of gap it is."""
    try:
        return say(f"gap.kind.{gap.kind}", language)
    except KeyError:
        return gap.kind


def short_kind(gap: Gap, language: str) -> str:
    """Say what kind of gap it is in the width of a column: always of what is recorded."""
    try:
        return say(f"gap.short.{gap.kind}", language)
    except KeyError:
        return gap.kind


def flag(gap: Gap, language: str) -> str:
    """Give the flag of an item in words."""
    if dated := _YEAR.match(gap.flag):
        return say("gap.old", language, year=dated[1])
    return say(_FLAGS[gap.flag], language) if gap.flag in _FLAGS else gap.flag


def statement(gap: Gap, documents: int, latest: str, language: str) -> str:
    """Say what was not found; below grade A never that it does not exist."""
    if language == "zh":
        return gap.statement
    where = f"In the {documents} documents held (up to {latest})"
    if gap.kind == CLOSED:
        dated = _YEAR.match(gap.flag)
        return (
            f"{gap.field}: research or transfer is recorded in documents of {dated[1] if dated else 'earlier years'}, "
            "newer ones do not mention it again; not listed as a gap, check whether it is still there."
        )
    found = f"{where} no record was found of {_missing(gap)}"
    if gap.grade == "A":
        return f"{found}, and this has been verified."
    return f"{found}; this does not mean that there is none. Worth checking."


def _missing(gap: Gap) -> str:
    here = ", ".join(gap.members)
    if gap.list == LINK:
        return f"cooperation between {' and '.join(gap.members)} in {gap.field}"
    if gap.list == POLICY:
        what = "a policy measure naming it" if gap.kind == "M∧¬Pol" else "a carrier that stands (plans only)"
        return f"{what} for {gap.field} in {here}"
    assert gap.list == CHAIN
    return {
        "B1": f"research organisations in {gap.field}",
        "B2": f"cooperation of {here} with research organisations elsewhere in {gap.field}",
        "B3": f"carriers of production in {gap.field}",
        "B4": f"platforms of transfer in {gap.field}",
    }.get(gap.kind, gap.field)


def doubts(gap: Gap, language: str) -> list[str]:
    """List why an item may be wrong."""
    reasons = [reason for reason in gap.doubt.split(SEPARATOR) if reason]
    return reasons if language == "zh" else [_english(reason) for reason in reasons]


def _english(reason: str) -> str:
    for pattern, english in _DOUBTS:
        if found := pattern.fullmatch(reason):
            said = found.expand(english)
            return said[0].upper() + said[1:]
    return reason
