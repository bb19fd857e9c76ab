"""What stands under the tables of an analysis, in Chinese and in English: how many, how found, and what it rests on."""

from __future__ import annotations

from graph.language import LANGUAGES, known

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
