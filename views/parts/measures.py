"""Reading help for the measures of centrality: what is computed, in words, how to read it, what it hides, and whose."""

from __future__ import annotations

from dataclasses import dataclass

from views.parts.escape import html
from views.parts.wording import register, say


@dataclass(frozen=True, slots=True)
class Help:
    """One measure: caption, formula in words, how to read it, what to beware of, each Chinese and English; source."""

    name: tuple[str, str]
    formula: tuple[str, str]
    read: tuple[str, str]
    beware: tuple[str, str]
    source: str
    high: bool = True


FREEMAN = "Freeman 1978, 10.1016/0378-8733(78)90021-7"
HELP = {
    "degree": Help(
        ("度中心性", "Degree"),
        ("直接伙伴数 ÷（总数 − 1）", "partners ÷ (all others)"),
        ("合作面有多宽", "How broad the cooperation is"),
        ("一个大联盟一次就带来许多伙伴", "One large alliance brings many partners at once"),
        FREEMAN,
    ),
    "strength": Help(
        ("联系强度", "Strength"),
        (
            "各条联系的权重之和；一个有 k 方的载体给每对伙伴 1/(k−1)，所以等于共享的载体数",
            "sum of the weights of its ties; a vehicle of k parties gives each pair 1/(k−1), so it equals the vehicles "
            "shared",
        ),
        ("合作的分量有多大", "How much it cooperates"),
        ("只计载体数，不计投入与成效", "Counts vehicles, not money or results"),
        "Newman 2001, 10.1103/PhysRevE.64.016132",
    ),
    "betweenness": Help(
        ("中介中心性", "Betweenness"),
        (
            "其他两两之间的最短路径中，经过它的占多少（路长 = 1/权重）",
            "share of the shortest paths between all others that pass through it (length = 1/weight)",
        ),
        (
            "居中联络的位置；高者一旦退出，别人之间更难到达",
            "Who stands between others; without it they reach each other less",
        ),
        (
            "文件漏记一条联系就可能大变，务必看区间",
            "One tie that a document omits may change it much: read the interval",
        ),
        f"{FREEMAN}; Opsahl et al. 2010, 10.1016/j.socnet.2010.03.006",
    ),
    "harmonic": Help(
        ("调和中心性", "Harmonic"),
        (
            "到其他各方距离的倒数之和，到不了的计 0",
            "sum of the inverse distances to all others; 0 for those out of reach",
        ),
        ("到各方都近不近", "How near it is to everyone"),
        ("网络分成几片时仍可比较", "Remains comparable where the network falls into parts"),
        "Boldi & Vigna 2014, 10.1080/15427951.2013.865686",
    ),
    "closeness": Help(
        ("接近中心性", "Closeness"),
        (
            "所在连通片内平均距离的倒数，再乘以该片所占份额",
            "inverse mean distance within its part of the network, times the share of that part",
        ),
        ("在本片内到各方近不近", "How near it is to those that it can reach"),
        ("小片内的高值意义不大", "A high value in a small part means little"),
        FREEMAN,
    ),
    "eigenvector": Help(
        ("特征向量中心性", "Eigenvector"),
        (
            "伙伴越重要自己越重要：邻接矩阵的首特征向量",
            "important if its partners are: the leading eigenvector of the ties",
        ),
        ("是否与有分量者相连", "Whether it is tied to the well-tied"),
        ("只在最大连通片上有定义，其余留空", "Defined on the largest connected part only; empty elsewhere"),
        "Bonacich 1972, 10.1080/0022250X.1972.9989806",
    ),
    "pagerank": Help(
        ("PageRank", "PageRank"),
        (
            "沿联系随机游走（0.85），停留在它的时间份额",
            "share of time of a random walk along ties (0.85), else a jump anywhere",
        ),
        ("与特征向量相近，但处处有值", "Like eigenvector, but defined everywhere"),
        ("数值本身没有单位，只看次序", "The number has no unit: read the order"),
        "Brin & Page 1998, 10.1016/S0169-7552(98)00110-X",
    ),
    "constraint": Help(
        ("约束", "Constraint"),
        (
            "投在每个伙伴身上的份额，连同经其他伙伴绕回来的份额，平方后相加",
            "share spent on each partner, with what leads back through others, squared and added up",
        ),
        (
            "高：伙伴彼此相连，居间余地小；低：处在结构洞上",
            "High: its partners know each other, little room to broker; low: it spans holes",
        ),
        (
            "此表按数值从大到小排，排第一的是最受约束者；可以大于 1",
            "The table runs from high to low: first is the most constrained; may exceed 1",
        ),
        "Burt 2004, 10.1086/421787",
        high=False,
    ),
    "effective_size": Help(
        ("有效规模", "Effective size"),
        ("伙伴数减去伙伴之间的平均联系数", "partners less the ties among them per partner"),
        ("有多少互不相连的伙伴", "How many partners it has that do not know each other"),
        ("与度一样受大联盟影响", "Like degree, it is moved by large alliances"),
        "Burt 2004, 10.1086/421787",
    ),
}
register(
    {
        "measure.formula": ("怎么算", "Computed as"),
        "measure.read": ("怎么读", "Read as"),
        "measure.beware": ("注意", "Beware"),
        "measure.source": ("出处", "Source"),
        "measure.name": ("指标", "Measure"),
    }
)


def caption(measure: str, language: str) -> str:
    """Caption a measure."""
    return HELP[measure].name[0 if language == "zh" else 1] if measure in HELP else measure


def help_line(measure: str, language: str) -> str:
    """Give the reading help of one measure as HTML."""
    found, place = HELP[measure], 0 if language == "zh" else 1
    rows = (
        ("formula", found.formula[place]),
        ("read", found.read[place]),
        ("beware", found.beware[place]),
        ("source", found.source),
    )
    body = "".join(f"<dt>{say(f'measure.{name}', language)}</dt><dd>{html(text)}</dd>" for name, text in rows)
    return f'<div class="pc-panel pc-help"><dl class="facts">{body}</dl></div>'


def help_rows(language: str) -> tuple[list[str], list[list[str]]]:
    """Give the reading help of all measures as the head and rows of a table, in HTML."""
    place = 0 if language == "zh" else 1
    head = [say(f"measure.{name}", language) for name in ("name", "formula", "read", "beware", "source")]
    rows = [
        [f"<b>{html(h.name[place])}</b>", html(h.formula[place]), html(h.read[place]), html(h.beware[place]),
         f"<small>{html(h.source)}</small>"]
        for h in HELP.values()
    ]  # fmt: skip
    return head, rows
