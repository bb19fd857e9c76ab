"""A layout in plain words, Chinese and English, always with its caveat."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis.polecore import Layout, Number

HIGH_LOSS, EVEN, DENSE, SPARSE = 0.5, 0.7, 0.5, 0.15
"""Loss from which the points hang on the pole; share of the points that must carry evenly; density of ties among
points that counts as dense, and as sparse."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a layout looks like, in both languages, with what speaks against taking it at its word."""

    kind: str
    zh: str
    en: str
    caveat_zh: str
    caveat_en: str


_KINDS = {
    "pole-core": (
        "极核引领、多点支撑：联系偏向极核，各支撑点分量较匀，去掉极核后各点之间大多仍可到达",
        "one pole leads and several points support: ties lean to the pole, the points carry evenly, and most of them "
        "still reach each other without it",
    ),
    "dependent": (
        "单极依赖：联系偏向极核，去掉极核后各点之间的可达性大幅下降",
        "dependence on one pole: ties lean to the pole, and without it the points hardly reach each other",
    ),
    "uneven": (
        "极核引领、支撑不匀：联系偏向极核，支撑集中在少数几个点",
        "the pole leads, few points support: ties lean to the pole, and few points carry the rest",
    ),
    "no pole": (
        "多点而无极核：各点之间联系较密，极核并不突出",
        "several points without a pole: the points are densely tied, the pole does not stand out",
    ),
    "loose": (
        "联系松散，或资料记载不足",
        "loosely tied, or under-documented",
    ),
}


def kind_of(layout: Layout, points: int) -> str:
    """Name the kind of a layout.

    Notes
    -----
    H > 0 with N_eff near the number of points and low loss is the intended layout; H > 0 with high loss is dependence;
    H ≤ 0 with dense points has no pole; sparse everywhere is loose or under-documented.
    """
    lead, loss = layout.hub_and_spoke, layout.removal_loss
    if lead is None or layout.point_density is None or layout.weight < 3:
        return "loose"
    if lead <= 0:
        return "no pole" if layout.point_density >= DENSE else "loose"
    if loss is not None and loss >= HIGH_LOSS:
        return "dependent"
    if (layout.supporting_points or 0) >= EVEN * points:
        return "pole-core"
    return "loose" if layout.point_density < SPARSE else "uneven"


def read(
    layout: Layout,
    points: int,
    *,
    vehicles: int,
    families: int,
    lead: tuple[Number, Number] = (None, None),
    telling: int | None = None,
) -> Reading:
    """Put a layout into words.

    Parameters
    ----------
    lead : least and greatest H with one vehicle left out; if it crosses 0 the reading is called unsettled.
    telling : how many of the sources name any of the vehicles; where it is one, the reading says so.
    """
    kind = kind_of(layout, points)
    zh, en = _KINDS[kind]
    shaky = lead[0] is not None and lead[1] is not None and lead[0] <= 0 < lead[1]
    caveat_zh = f"依据{families}个来源中的{vehicles}个合作载体；未记载不等于不存在，少一个载体各项指标就会变动。"
    caveat_en = (
        f"Rests on {counted(vehicles, 'vehicle')} in {counted(families, 'source')}; what is not "
        "recorded may still exist, and one vehicle more or less moves every number."
    )
    if shaky:
        caveat_zh += "去掉其中一个载体，极核是否突出的结论就会改变。"
        caveat_en += " Leaving one vehicle out changes whether the pole leads at all."
    if telling == 1 and families > 1 and vehicles:
        caveat_zh += "全部载体只见于其中一个来源，其他来源无法佐证。"
        caveat_en += " One source alone names them all; no other confirms it."
    return Reading(kind, f"{zh}。", f"{en[0].upper()}{en[1:]}.", caveat_zh, caveat_en)


def counted(number: int, thing: str) -> str:
    """Give a number with its noun, as ``1 vehicle`` and ``2 vehicles``."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def read_governance(*, vehicles: int, families: int) -> Reading:
    """Say what the layer that binds all members can tell, which is not a layout."""
    return Reading(
        "governance",
        f"治理层：{vehicles}个机制或平台覆盖全部成员，反映制度安排，不能据以判断极核与支撑。",
        f"Governance: {counted(vehicles, 'arrangement')} covering all members. They tell of institutions, not of poles "
        "and points.",
        f"依据{families}个来源；每个成员按定义彼此相连。",
        f"Rests on {counted(families, 'source')}; every member is tied to every other by definition.",
    )
