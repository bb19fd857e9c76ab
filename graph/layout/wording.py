"""What pictures and briefings say in their own words, in Chinese and in English; names stay as documents write them."""

from __future__ import annotations

from ontology.errors import QueryError

LANGUAGES = ("zh", "en")
_TEXTS = {
    "title.polecore": ("{pole}极核 · {count}点创新网络", "{pole}: a pole and its {count} points"),
    "title.collaboration": ("{region}成员协作网络", "{region}: who works with whom"),
    "title.chain": ("{industry}：从研发到产业的链条", "{industry}: from research to production"),
    "title.neighbourhood": ("{entity}的关系", "{entity} and what it is tied to"),
    "title.heatmap": ("{region}：城市 × 产业", "{region}: cities × industries"),
    "note.polecore": ("{region} · 主体 {units} · 合作载体 {vehicles}", "{region} · {units} units · {vehicles} vehicles"),
    "note.members": ("{region} · 成员 {members} · 合作载体 {vehicles}", "{region} · {members} members · {vehicles} vehicles"),
    "note.bearings": ("方位按真实方位角，距离不按比例", "true bearings; distances not to scale"),
    "note.shifted": ("；为避让偏移：{names}", "; moved apart: {names}"),
    "note.unknown": ("坐标不详，方位任意：{names}", "no coordinates, placed anywhere: {names}"),
    "note.map": ("；底图来自用户文件，仅示意", "; map from a file of the user, for orientation only"),
    "lead.polecore": (
        "极核与点 {main} 项，点与点 {side} 项，共涉及 {pairs} 对成员{alone}",
        "{main} ties of the pole, {side} between points, {pairs} pairs of members{alone}",
    ),
    "lead.alone": ("；未见联系记载：{names}", "; no tie on record: {names}"),
    "legend.tie": ("极核与点的联系（项数）", "tie of the pole (number)"),
    "legend.side": ("点与点的联系（项数）", "tie of points (number)"),
    "legend.gap": ("疑似缺口：该方向（及另几个）未见合作记载", "gap? no tie on record in field (+ others)"),
    "legend.strong": ("联系越多，圆越大（三级）", "larger disc: more ties (three sizes)"),
    "sources": ("资料来源：", "Sources: "),
    "sources.more": ("{said} 等 {count} 份文件，详见附表", "{said} and others, {count} documents in all; see the tables"),
    "undated": ("日期不详", "no date"),
    "between": ("、", ", "),
    "other": ("其他", "other"),
    "planned": ("（规划）", " (planned)"),
    "none": ("未见记载", "none on record"),
    "table.ties": ("联系及其依据", "Ties and what they rest on"),
    "table.ties.columns": ("两端|项数|依据（合作，或双方共同参与的载体）", "Ends|Number|Rests on (agreements, things both take part in)"),
    "table.bearings": ("方位（自极核起，正北为 0°，顺时针）", "Bearings (from the pole, clockwise from north)"),
    "table.bearings.columns": ("点|真实方位|图上方位|说明", "Point|True|Drawn|Remark"),
    "table.units": ("{name}：主体 {count}", "{name}: {count} units"),
    "table.units.columns": ("类别|数量|名称", "Class|Number|Names"),
    "table.sources": ("资料来源", "Sources"),
    "table.sources.columns": ("文件|日期|文件名", "Document|Date|File"),
    "table.gaps": ("图中虚线：疑似缺口", "Dashed lines: suspected gaps"),
    "table.gaps.columns": ("两端|等级|方向|措辞", "Ends|Grade|Fields|Statement"),
    "shifted": ("偏移", "moved"),
    "unknown": ("不详", "unknown"),
    "table.vehicles": ("合作载体", "Vehicles"),
    "table.vehicles.columns": ("载体|类别|成员|状态|文件", "Vehicle|Class|Members|Status|Documents"),
    "existing": ("现有", "existing"),
    "planned.word": ("规划", "planned"),
    "agreement": ("协议", "agreement"),
    "card.vehicles": ("载体（括号内为成员）", "Vehicles (members in brackets)"),
    "more.vehicles": ("+{count} 项，见附表", "+{count} more, see the table"),
    "stage.R": ("研发", "Research"),
    "stage.D": ("转化", "Transfer"),
    "stage.P": ("产业", "Production"),
    "note.chain": (
        "{region} · 载体 {carriers} · 共享载体 {vehicles}", "{region} · {carriers} carriers · {vehicles} vehicles shared",
    ),
    "note.inferred": ("空心：产业方向由名称推断；含下位产业的研发与转化", "hollow: field read from the name; narrower fields count for research and transfer"),
    "note.chain.break": ("虚线框：该环节未见记载，不等于不存在", "dashed box: nothing on record, which is not proof of absence"),
    "table.carriers": ("{industry}：载体", "{industry}: carriers"),
    "table.carriers.columns": ("成员|环节|载体|依据", "Member|Stage|Carriers|Read from"),
    "stated": ("原文", "statement"),
    "inferred": ("名称推断", "name"),
    "table.breaks": ("{industry}：断点", "{industry}: breaks"),
    "table.breaks.columns": ("类别|等级|成员|措辞", "Kind|Grade|Members|Statement"),
    "more.units": ("+{count} 个，见附表", "+{count} more, see the tables"),
    "note.neighbourhood": ("{class_} · 直接关系 {ties} · 相邻主体 {others}", "{class_} · {ties} ties · {others} neighbours"),
    "note.hops": ("名称后的数字：其余关系数", "number after a name: its further ties"),
    "incoming": ("{caption}（指向本主体）", "{caption} (towards it)"),
    "table.neighbours": ("关系：{caption}", "Ties: {caption}"),
    "table.neighbours.columns": ("主体|类别|可信度|依据", "Entity|Class|Confidence|Stated in"),
    "derived": ("推得", "derived"),
    "note.heatmap": ("格内为载体数；取载体最多的 {shown} 项产业，共 {count} 项", "carriers per cell; the {shown} fullest of {count} industries"),
    "note.empty": ("空格：已收录文件未见记载，不等于不存在", "empty cell: nothing on record, which is not proof of absence"),
    "lead.heatmap": ("颜色与数字：载体数；文字：研＝研发，转＝转化，产＝产业", "colour and number: carriers; letters: R research, T transfer, P production"),
    "legend.letters": ("研 研发 · 转 转化 · 产 产业（含下位产业的研发与转化）", "R research · T transfer · P production (narrower fields count for R and T)"),
    "chain.shared": ("共享该方向载体：{names}", "Vehicles of this field shared: {names}"),
    "chain.unshared": ("已收录文件未见成员间共享该方向载体；不等于不存在，建议核实", "No vehicle of this field shared by members is on record; that is not proof of absence"),
    "chain.absent": ("未见该方向载体记载：{names}", "No carrier of this field on record: {names}"),
    "total": ("合计", "All"),
    "legend.count": ("载体数", "carriers"),
    "table.heatmap": ("全部产业的载体数", "Carriers of all industries"),
    "table.heatmap.industry": ("产业", "Industry"),
    "title.briefing": ("{region}：创新网络简报", "{region}: briefing on the innovation network"),
    "figures.targets": ("关键数据：目标与现状", "Key figures: targets and what has been reached"),
    "figures.lead": ("方括号为资料来源序号，后为段落号；完成度＝现状÷目标。", "Brackets: number in the list of sources, then the paragraph; share = value / target."),
    "figures.targets.columns": ("主体|指标|现状|目标|完成度|年均需增|来源", "Of|Indicator|Value|Target|Share|Yearly growth needed|Source"),
    "figures.region": ("关键数据：{region}", "Key figures: {region}"),
    "figures.region.columns": ("指标|数值|来源", "Indicator|Value|Source"),
    "figures.members": ("关键数据：各成员", "Key figures: the members"),
    "figures.members.columns": ("成员", "Member"),
    "gaps.link": ("联系：城市对 × 产业", "Links: pairs of cities × industry"),
    "gaps.chain": ("链条：产业 × 环节", "Chains: industry × stage"),
    "gaps.policy": ("政策：城市 × 产业", "Policies: city × industry"),
    "gaps.list": ("主要缺口 · {list}（列出 {shown} 项，共 {count} 项）", "Main gaps · {list} ({shown} of {count})"),
    "gaps.columns": ("等级|方向|措辞与存疑|依据（一方）|依据（另一方）", "Grade|Field|Wording and doubt|Evidence, one side|Evidence, other side"),
    "gaps.doubt": ("存疑：{doubt}", "Doubt: {doubt}"),
    "gaps.overview": ("主要缺口：概览", "Main gaps: overview"),
    "gaps.overview.columns": ("清单|项数|A 已核实|B 疑似|C 资料不足|列出|说明", "List|Items|A verified|B suspected|C thin|Shown|Remark"),
    "gaps.thin": ("均为资料不足：可查询，不排序、不列出", "all thin: to be looked up, neither ranked nor shown"),
    "gaps.lead": (
        "依据已收录的 {count} 份文件（截至 {latest}）。未见记载不等于不存在，A 级以下均须核实。语料覆盖度（Good–Turing）{coverage}；"
        "估计至少另有约 {unseen} 个载体未被任何来源提及（Chao2）；全部来源均未记载，仍容许每份文件有 {silent} 的记载概率。",
        "From {count} documents (up to {latest}). Nothing on record does not mean that nothing exists: below grade A all must be checked. "
        "Coverage of the corpus (Good–Turing) {coverage}; about {unseen} vehicles or more that no source names (Chao2); silence of all sources "
        "still allows a chance of {silent} a document.",
    ),
    "metrics": ("布局指标", "Measures of the layout"),
    "metrics.columns": ("指标|数值|少一个载体时的范围|含义", "Measure|Value|Range with one vehicle less|Meaning"),
    "metric.pole_tie_share": ("极核联系占比 T|一端为极核的联系占全部联系之比", "Pole tie share T|share of ties with the pole at one end"),
    "metric.hub_and_spoke": ("极核集中度 H|1 为星形，0 为均等，负值表示极核联系偏少", "Hub and spoke H|1 a star, 0 all alike, below 0 the pole is under-connected"),
    "metric.freeman": ("度中心势（二值）|最强成员与其余成员之差，不论谁居中", "Freeman, binary|how far the strongest stands out, whoever it is"),
    "metric.point_density": ("点间联系密度|有联系的点对占全部点对之比", "Density among points|tied pairs of points over all pairs"),
    "metric.connected_points": ("去极核后连通的点数|去掉极核后最大连通部分的点数", "Connected points|largest part of the points without the pole"),
    "metric.supporting_points": ("有效支撑点数|相当于几个同等强度的支撑点", "Supporting points|as many equally strong points would support as evenly"),
    "metric.removal_loss": ("去极核损失|去掉极核后各点间可达性的损失", "Pole-removal loss|reach among points that goes with the pole"),
    "method": ("方法说明", "Method"),
    "method.columns": ("事项|说明", "Topic|Note"),
    "method.unit": (
        "计数单位|载体，即双方以上共同参与的平台、联盟、项目或协议；同一载体只计一次，被提及的次数不计入强度。",
        "Unit|The vehicle: a platform, alliance, project or agreement of two parties or more. Each counts once; mentions add no strength.",
    ),
    "method.network": (
        "网络|图上的数字为两成员共享的载体数，含规划中的；布局指标只用现有载体，由其在成员间形成的联系计算（Newman 权重）。约束全体成员的载体另列，不计入。",
        "Network|Numbers in the picture count vehicles that two members share, planned ones included; the measures use existing vehicles only, with Newman's weights. What binds all members stands apart.",
    ),
    "method.range": (
        "稳定范围|逐个去掉一个载体后重新计算，取最小与最大值；范围跨越判断界限时，结论不稳。",
        "Range|Each measure is computed again with one vehicle left out; least and greatest value are given. A range across a threshold unsettles the reading.",
    ),
    "method.grade": (
        "证据等级|A 已核实：由专家或完整名录确认；B 疑似：两端各见于两个以上来源，且至少一个来源写到双方与他方的合作；C 资料不足：其余，只列出，不排序。",
        "Grades|A verified by an expert or a closed list; B suspected: each end stands in two sources or more and one names other partners of both; C thin: all else, listed and not ranked.",
    ),
    "method.words": (
        "措辞|A 级以下一律写“未见记载”，不写“没有”。未见记载可能因为文件未写、识别遗漏或确实不存在，须核实后使用。",
        "Wording|Below grade A a gap is «not on record», never «missing»: documents may be silent, reading may have failed, or there is nothing. Check before use.",
    ),
    "method.evidence": (
        "依据|每项联系、数据与缺口都可回到文件的段落；推断得出的关系与原文所述分开标记。",
        "Evidence|Every tie, figure and gap leads back to paragraphs of documents; what was concluded is marked apart from what is stated.",
    ),
    "method.bearing": (
        "方位|各点按自极核起的真实方位角绘制，过近者外推并注明；距离不按比例。坐标来自 GeoNames（CC BY 4.0）。",
        "Bearings|Points stand at their true bearings from the pole; those too near each other are moved apart and named. Distances are not to scale. Coordinates: GeoNames (CC BY 4.0).",
    ),
    "method.limits": (
        "局限|指标反映文件记载的合作，不等于实际发生的合作；文件数量少时，增减一个载体即可改变数值。",
        "Limits|The measures show cooperation that documents report, not all that takes place; with few documents one vehicle more or less moves every number.",
    ),
    "section": ("第{number}段", "para. {number}"),
}  # fmt: skip


def say(key: str, language: str = "zh", **values: object) -> str:
    """Give a text in a language, with values filled in.

    Raises
    ------
    QueryError
        if the language is unknown.
    """
    if language not in LANGUAGES:
        raise QueryError(f"language {language}: unknown; choose {' or '.join(LANGUAGES)}")
    return _TEXTS[key][LANGUAGES.index(language)].format(**values)


def heads(key: str, language: str = "zh") -> tuple[str, ...]:
    """Give the heads of a table's columns."""
    return tuple(say(key, language).split("|"))
