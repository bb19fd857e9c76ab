"""What the metrics of a layout are called, how they are read, and what they are not."""

from __future__ import annotations

from views.parts.wording import register, say

METRICS: dict[str, tuple[str, str, str, str]] = {
    "pole_tie_share": (
        "极核联系占比 T",
        "Share of ties at the pole T",
        "有一端在极核的联系占全部联系的比重；越大，联系越向极核集中。",
        "Share of all ties that have the pole at one end.",
    ),
    "hub_and_spoke": (
        "轴辐程度 H",
        "Hub and spoke H",
        "1 为所有联系都经极核（星形），0 为各成员联系相当，负值为极核反而联系不足。",
        "1: all ties run to the pole (a star); 0: all members are tied alike; below 0: the pole is under-connected.",
    ),
    "freeman": (
        "集中度（Freeman）",
        "Centralisation (Freeman)",
        "只看有无联系，看最突出的成员（不一定是极核）；与 H 不一致时以 H 论极核。",
        "Counts ties, not weights, and looks at whoever stands out most, pole or not; H speaks of the pole.",
    ),
    "point_density": (
        "支撑点之间的密度",
        "Density among the points",
        "已有联系的支撑点对占全部支撑点对的比重。",
        "Tied pairs of points over all pairs of points.",
    ),
    "connected_points": (
        "去掉极核后仍相连的支撑点数",
        "Points still connected without the pole",
        "去掉极核后最大的一片相连的支撑点有几个。",
        "Size of the largest group of points that holds without the pole.",
    ),
    "supporting_points": (
        "等效支撑点数 N_eff",
        "Effective number of points N_eff",
        "相当于几个同样强的支撑点；越接近支撑点总数，支撑越匀。",
        "How many equally strong points would support as evenly; near the number of points means even support.",
    ),
    "removal_loss": (
        "去掉极核的可达损失",
        "Reach lost without the pole",
        "去掉极核后，支撑点之间的可达性损失多少；1 为全部依赖极核。",
        "How much of the points' mutual reach goes with the pole; 1 means that all of it hangs on it.",
    ),
    "vehicles": ("合作载体数", "Vehicles", "绑定至少两个成员的载体数。", "Vehicles that bind two members or more."),
    "pole_chance": (
        "极核参与的随机概率",
        "Chance of the pole's part",
        "若各载体随机挑选成员，极核至少参与这么多个的概率；小则说明极核的参与不是偶然。",
        "How likely the pole would be in as many vehicles if each drew its members at random.",
    ),
    "smallest_p": (
        "可达到的最小 p",
        "Smallest attainable p",
        "大于 .05 时，任何成员对的「没有相遇」都不可检验。",
        "Above .05 no pair's absence can be tested.",
    ),
}
"""Metric -> caption zh, caption en, reading zh, reading en."""
register(
    {
        "metric.strength": ("{member}的联系强度（共享载体数）", "Strength of {member} (vehicles shared)"),
        "metric.dependency": ("{member}对极核的依赖 D", "Dependency of {member} on the pole D"),
    }
)


def caption(metric: str, language: str) -> str:
    """Caption a metric; one of a member carries its name."""
    if metric in METRICS:
        return METRICS[metric][0 if language == "zh" else 1]
    kind, _, member = metric.partition(" ")
    try:
        return say(f"metric.{kind}", language, member=member)
    except KeyError:
        return metric


def reading(metric: str, language: str) -> str:
    """Say how a metric is read."""
    return METRICS[metric][2 if language == "zh" else 3] if metric in METRICS else ""
