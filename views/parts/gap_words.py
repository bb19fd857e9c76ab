"""Captions of gaps and help on them, Chinese and English; the sentences on each are those of the analysis."""

from __future__ import annotations

from graph.analysis.gap_wording import WORDS, word
from graph.analysis.gaps import LINK, Gap
from views.parts.wording import register, say

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
    }
)
register({"gap.A": WORDS["A"], "gap.B": WORDS["B"], "gap.C": WORDS["C"]})


def title(gap: Gap, language: str) -> str:
    """Name an item in a few words."""
    joint = " – ".join(gap.members) if gap.list == LINK else "、".join(gap.members)
    return f"{gap.field}：{joint}" if language == "zh" else f"{gap.field}: {joint}"


def kind(gap: Gap, language: str) -> str:
    """Say what kind of gap it is, a break of a chain with its number."""
    told = WORDS.get(f"kind.{gap.kind}")
    if told is None:
        return gap.kind
    return (f"{gap.kind} " if gap.kind.startswith("B") else "") + word(f"kind.{gap.kind}", language)


def short_kind(gap: Gap, language: str) -> str:
    """Say what kind of gap it is in the width of a column: always of what is recorded."""
    try:
        return say(f"gap.short.{gap.kind}", language)
    except KeyError:
        return gap.kind
