"""What stands under the tables of an analysis, in Chinese and in English: how many, how found, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.language import LANGUAGES, known

MOST_NAMED = 3
"""How many documents a note names; the others are counted."""
NOTES: dict[str, tuple[str, str]] = {
    "link.items": (
        "合作（link）：共{found}项，列出{shown}项；C级只列出、不排名",
        "link: {found} items, {shown} shown; grade C is listed, not ranked",
    ),
    "chain.items": ("链条（chain）：共{found}项，列出{shown}项", "chain: {found} items, {shown} shown"),
    "chain.closed": (
        "链条（chain）：共{found}项（断点{gaps}项；仅由旧文件闭合、不算断点{old}项），列出{shown}项",
        "chain: {found} items ({gaps} gaps; closed by older documents only, no gaps: {old}), {shown} shown",
    ),
    "policy.items": (
        "政策（policy）：共{found}项，列出{shown}项；|M∧Pol|/|M| = {share}；M为文字写明现有的能力，"
        "Pol为点名该成员或其载体的措施；仅有全域政策或相近方向（between）时，need为½",
        "policy: {found} items, {shown} shown; |M∧Pol|/|M| = {share}; M is what a passage tells to stand, Pol a "
        "measure that names the member or a carrier of it; need is ½ where only the whole area or a field close by "
        "(between) is covered",
    ),
    "undefined": ("无定义", "undefined"),
    "bridges.pairs": (
        "结构洞（bridges）：异地同方向、尚无联系的机构共{pairs}对；零模型：{how}",
        "bridges: {pairs} open pairs between members in one field; {how} of the same degrees",
    ),
    "bridges.all": ("度数相同的全部图", "all graphs"),
    "bridges.drawn": ("抽取500张度数相同的图", "500 graphs drawn"),
    "bridges.untestable": (
        "结构洞（bridges）：按各机构的联系数，没有一对的缺失在.05水平上令人意外：不可检验",
        "bridges: no open pair is surprising at .05 given its partners' numbers; it cannot be tested",
    ),
    "bridges.many": (
        "结构洞（bridges）：未联系的机构多于{most}对，只列增益最大的{shown}对（由上界逐对搜索，结果精确）",
        "bridges: more than {most} open pairs, only the {shown} of the greatest gain are listed, found exactly from a "
        "bound on every pair",
    ),
    "bridges.cut": (
        "结构洞（bridges）：未联系的机构多于{most}对，按上界从大到小看过{looked}对后停止，列出其中最大的{shown}对",
        "bridges: more than {most} open pairs; the search from the greatest bound down was ended after {looked} pairs, "
        "the {shown} greatest of these are listed",
    ),
    "null.exact": (
        "城市对零模型：穷举{tables}张表；可达到的最小p为{smallest}；{pairs}对中{able}对可检验，其余不可检验",
        "null of pairs: {tables} tables enumerated; smallest attainable p {smallest}; {able} of {pairs} pairs can be "
        "tested, all others cannot",
    ),
    "null.drawn": (
        "城市对零模型：抽取{tables}张表；可达到的最小p为{smallest}；{pairs}对中{able}对可检验，其余不可检验",
        "null of pairs: {tables} tables drawn; smallest attainable p {smallest}; {able} of {pairs} pairs can be "
        "tested, all others cannot",
    ),
    "null.needed": (
        "平均而言，一对成员的零次要令人意外，至少需要{four}个四方载体或{two}个两方载体",
        "an average pair's zero would surprise from {four} vehicles of four or {two} of two members",
    ),
    "chance.pole": (
        "若载体随机挑选成员，极核至少参与{vehicles}个中{held}个的概率为{chance}；打乱成员对得{shuffled}，偏小；"
        "打乱标签得{labels}，不会小于1/{members}",
        "P(pole in ≥{held} of {vehicles} vehicles) = {chance}; shuffled pairs {shuffled}, too small; shuffled labels "
        "{labels}, never below 1/{members}",
    ),
    "chance.gravity": (
        "按{how}的引力模型：{full}（{beta}：{half}）；不计规模：{even}",
        "gravity by {how}: {full} ({beta}: {half}); size-free {even}",
    ),
    "chance.fitted": ("{what}（拟合得β={beta}）", "{what}, β={beta} fitted"),
    "feasible": (
        "可行（feasibility）：AUC {auc}（{low}–{high}）；指容易发生，不指需要",
        "feasibility: AUC {auc} ({low}–{high}); likely, not needed",
    ),
    "feasible.out": (
        "可行（feasibility）略去：留一检验的AUC未明显高于.5",
        "feasibility is left out: its leave-one-out AUC does not clear .5",
    ),
    "feasible.large": (
        "可行（feasibility）略去：机构多于{most}个，未做留一检验",
        "feasibility is left out: its leave-one-out AUC is not tried above {most} organisations",
    ),
    "confirmed": ("已确认的缺失{number}项，依据：{by}", "confirmed absences: {number}, by {by}"),
    "undated": (
        "截至{as_of}：计入{held}份文件；日期不详的{out}份未计入（{names}）；可用 --date DOCUMENT=2016-05 补上日期",
        "as of {as_of}: {held} documents count; {out} without a known date are left out ({names}); give one with "
        "--date DOCUMENT=2016-05",
    ),
    "without_date": (
        "{held}份文件中有{out}份日期不详（{names}）；此处计入，用 --as-of 时不计入；可用 --date DOCUMENT=2016-05 "
        "补上日期",
        "{out} of {held} documents carry no date ({names}); they count here, --as-of leaves them out; give one with "
        "--date DOCUMENT=2016-05",
    ),
    "dated": ("人工给定的日期：{dates}", "dated by hand: {dates}"),
    "more": ("{names}，另有{more}份", "{names} and {more} more"),
    "more.members": ("{names}，另有{more}个", "{names} and {more} more"),
    "tau": (
        "重抽来源后的次序与全部依据下的次序平均一致程度（Kendall τ）：{tau}",
        "Kendall tau with the order of all evidence, mean over draws: {tau}",
    ),
    "nodes": ("列出{all}个节点中的{shown}个，共{ties}条联系", "{shown} of {all} nodes, {ties} ties"),
    "sensitivity": (
        "区间：重抽来源90%的情形；重抽只会失去联系，所以是敏感性，不是置信区间；区间重叠者名次视为并列",
        "interval: 90 % of draws of source families; drawing again can only lose ties, so this is a sensitivity, "
        "not a confidence; overlapping intervals share places",
    ),
    "reported": (
        "数值反映文件记载的联系，不是实际存在的联系",
        "values are ties that documents report, not ties that exist",
    ),
    "roles": (
        "居间角色看z，或看p（200次对调所在地中，对数不少于此的比例）；大城市的协调者会偏多",
        "roles: read z, or p (share of 200 shufflings of places with as many pairs); a large city inflates "
        "coordinators",
    ),
    "roles.many": ("未数居间角色：节点超过{most}个", "roles were not counted: more than {most} nodes"),
    "draws.many": (
        "未重抽来源，也未逐一去掉载体：节点超过{most}个",
        "ranks were not drawn again, no vehicle left out: more than {most} nodes",
    ),
    "draws.long": (
        "未重抽来源：{draws}次{measure}在此耗时过长；可改用 --measure strength",
        "ranks were not drawn again: {draws} draws by {measure} take too long here; try --measure strength",
    ),
    "left.long": (
        "未逐一去掉载体：{vehicles}次{measure}在此耗时过长",
        "no vehicle was left out: {vehicles} times {measure} take too long here",
    ),
    "large.sampled": (
        "节点超过{most}个：betweenness、harmonic由{all}个源点中抽取的{pivots}个估计",
        "more than {most} nodes: betweenness and harmonic are sampled from {pivots} of {all} sources",
    ),
    "large.error": (
        "betweenness：标准误不超过{error}；以.95的概率，任何节点与精确值相差不超过{bound}",
        "betweenness: standard error up to {error}; no node is further than {bound} from its exact value with "
        "probability .95",
    ),
    "large.closeness": ("closeness由{pivots}个源点估计", "closeness is sampled from {pivots} sources"),
    "large.eigenvector": (
        "eigenvector略去：迭代不收敛，或没有唯一的最大连通分量",
        "eigenvector left out: it does not settle, or no component is the largest",
    ),
    "rows.cut": ("{name}：列出{shown}行，其余用 --top", "{name}: {shown} rows shown, more with --top"),
    "share": (
        "pole_tie_share即s_p/W；极核占全部强度的比重是它的一半",
        "pole_tie_share is s_p/W; the pole's share of all strength is half of it",
    ),
    "left_out": (
        "leave_one_out：依次去掉一个载体后的最小与最大值",
        "leave_one_out: least and greatest value with one vehicle left out",
    ),
    "core": (
        "core：星形网络中各叶的数值不可识别，只看次序",
        "core: values of a star's leaves are not identified; read the order only",
    ),
    "gravity": ("gravity（引力模型的规模）：{what} {sizes}", "gravity: {what} {sizes}"),
    "gravity.out": (
        "gravity（引力模型）略去：{missing}没有记载的{what}；可用 --indicator 另选指标",
        "gravity null left out: no reported {what} of {missing}; choose another with --indicator",
    ),
    "arithmetic": (
        "若其他合作不变，对文件所载联系的算术推演，不是预测",
        "arithmetic on what documents report, all else equal; no forecast",
    ),
    "changed.cut": (
        "centrality：变化的节点多于所列；其余用 --top",
        "centrality: more nodes changed than are shown; more with --top",
    ),
    "gauge.families": ("重复刊发的文本算一个来源", "texts printed again count once"),
    "gauge.ties": (
        "value：载体；chain：方向的承载机构；policy：适用于成员或全域的政策",
        "value: vehicles; chain: carriers of a field; policy: policies for a member or the area",
    ),
    "gauge.once": ("", ""),
    "gauge.twice": ("", ""),
    "gauge.coverage": ("记载中属于已见事物的份额", "share of mentions that concern what was seen"),
    "gauge.unseen": ("存在而无来源提及者，至少", "what exists and no source names, at least"),
    "gauge.silent": (
        "在无记载的情况下，每份文件仍可能有的记载概率",
        "chance of being reported by a document, given no report",
    ),
}


def note(key: str, language: str, **values: object) -> str:
    """Give a note in a language, with its values.

    Raises
    ------
    QueryError
        if the language is unknown.

    Examples
    --------
    >>> note("chain.items", "en", found=3, shown=2)
    'chain: 3 items, 2 shown'
    """
    return NOTES[key][LANGUAGES.index(known(language))].format(**values)


def comma(language: str) -> str:
    """Give what stands between the names of a list."""
    return "、" if known(language) == "zh" else ", "


def few(names: Sequence[str], language: str, key: str = "more") -> str:
    """Name a few and count the others.

    Parameters
    ----------
    key : the note that counts them, ``more`` for documents.

    Examples
    --------
    >>> few(["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"], "en")
    'a.txt, b.txt, c.txt and 2 more'
    """
    said = comma(language).join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return note(key, language, names=said, more=more) if more > 0 else said


class Notes:
    """Notes of one answer, collected in its language."""

    def __init__(self, language: str) -> None:
        self.language = known(language)
        self.lines: list[str] = []

    def join(self, names: Iterable[str]) -> str:
        """List some names."""
        return comma(self.language).join(names)

    def add(self, key: str, **values: object) -> None:
        """Add a note with its values."""
        self.lines.append(note(key, self.language, **values))
