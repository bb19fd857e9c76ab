"""The words of the pages in Chinese and English; captions of classes and ties come from the ontology instead."""

from __future__ import annotations

from collections.abc import Iterable

TEXTS: dict[str, tuple[str, str]] = {
    "app.title": ("极核 Polecore", "Polecore"),
    "app.upload": ("选择", "Choose"),
    "app.drop": ("或把文件拖到这里", "or drop files here"),
    "app.language": ("语言 Language", "Language 语言"),
    "app.store": ("图谱库", "Graph"),
    "app.counts": (
        "{entities} 个实体 · {ties} 条联系 · {figures} 项指标",
        "{entities} entities · {ties} ties · {figures} figures",
    ),
    "app.filled": (
        "图谱库原本为空，已装入随附的事实。随附事实只记出处位置，不含引文。",
        "The store was empty, so the bundled facts were loaded. They hold the places of passages, not their words.",
    ),
    "app.failed": ("无法打开图谱库", "The graph cannot be opened"),
    "app.again": ("再试一次", "Try again"),
    "app.reading": (
        "正在读取图谱……首次打开会先装入随附的事实，约需半分钟。",
        "Reading the graph … The first time, the bundled facts are loaded, which takes about half a minute.",
    ),
    "app.server_empty": (
        "{uri} 中还没有事实。请用 polecore load 装入。",
        "{uri} holds no facts yet. Load some with: polecore load",
    ),
    "page.explore": ("探索", "Explore"),
    "page.overview": ("总览", "Overview"),
    "page.compare": ("比较", "Compare"),
    "page.gaps": ("协作缺口", "Gaps"),
    "page.centrality": ("中心性", "Centrality"),
    "page.figures": ("指标", "Figures"),
    "page.cypher": ("Cypher 查询", "Cypher"),
    "page.documents": ("文档", "Documents"),
    "page.briefing": ("简报", "Briefing"),
    "canvas.in": ("放大", "Zoom in"),
    "canvas.out": ("缩小", "Zoom out"),
    "canvas.fit": ("显示全部", "Show all"),
    "canvas.full": ("全屏", "Full screen"),
    "canvas.label": ("关系图", "Picture of the neighbourhood"),
    "canvas.stated": ("文件所述", "stated"),
    "canvas.derived": ("推导得出", "derived"),
    "canvas.ties": ("{count} 条联系", "{count} ties"),
    "panel.id": ("标识", "Id"),
    "panel.aliases": ("别名", "Other names"),
    "panel.documents": ("文件", "Documents"),
    "panel.figures": ("指标", "Figures"),
    "panel.all_figures": ("在「指标」页中查看", "See them on the page Figures"),
    "panel.confidence": ("可信度", "confidence"),
    "panel.passages": ("{count} 段出处", "passages: {count}"),
    "panel.derived_from": ("由以下联系推导：", "Derived from:"),
    "panel.no_evidence": ("没有记录出处。", "No passage is recorded."),
    "panel.held": ("筛选条件隐去了 {count} 条联系。", "The filters hold back {count} ties."),
    "panel.more": ("列出其余 {count} 条", "List the other {count}"),
    "panel.centre": ("以此为中心", "Centre here"),
    "panel.expand": ("展开邻居", "Expand"),
    "panel.fold": ("收起邻居", "Fold"),
    "panel.pin": ("固定", "Pin"),
    "panel.unpin": ("取消固定", "Unpin"),
    "panel.hide": ("隐藏", "Hide"),
    "panel.path": ("从中心到它的路径", "Path to it"),
    "panel.mentions": ("提及此实体的段落", "Passages that mention it"),
    "panel.no_ties": ("图谱中没有它的联系。", "The graph holds no ties of it."),
    "passage.paragraph": ("第 {number} 段", "paragraph {number}"),
    "passage.characters": ("字符 {start}–{end}", "characters {start}–{end}"),
    "passage.none": ("未附引文，仅记位置", "place only; the words are not held here"),
    "passage.why": (
        "这里只记有出处位置，未附引文。把 POLECORE_DOCUMENTS 设为存放原文件的文件夹后重新启动，即可显示引文。",
        "Only the place of the passage is recorded here. To see its words, set POLECORE_DOCUMENTS to the folder with "
        "the source documents and start the app again.",
    ),
    "figure.actual": ("实际", "actual"),
    "figure.target": ("目标", "target"),
    "explore.search": ("查找实体", "Find an entity"),
    "explore.placeholder": (
        "名称、别名、拼音首字母、标识或类别，例如：{example}",
        "Name, alias, pinyin initials, id or class, such as: {example}",
    ),
    "explore.hits": ("与「{typed}」相符的有 {count} 个：", "{count} match “{typed}”:"),
    "explore.no_hit": (
        "没有与「{typed}」相符的实体。可试更短的名称或拼音首字母；图谱只收录文件中具名的实体。",
        "Nothing matches “{typed}”. Try a shorter name or pinyin initials; "
        "the graph holds only what the documents name.",
    ),
    "explore.gone": (
        "链接中的实体 {entity} 不在此图谱中。请在上方查找。",
        "The entity of this link, {entity}, is not in this graph. Search for one above.",
    ),
    "explore.all_hits": ("↵ 列出全部相符的实体", "↵ List all that match"),
    "explore.title": ("谁与谁相连，出自哪句话", "Who is tied to whom, and which sentence says so"),
    "explore.start_text": (
        "在上方查找，或从联系最多的实体开始。图中每个圆点是一个实体，每条连线是文件所述的一条联系；单击即见原文出处。",
        "Search above, or start with the entities that have the most ties. Each mark in the picture is an entity and "
        "each line a tie that a document states; a click shows the passage.",
    ),
    "explore.wordless": (
        "此图谱只记出处的位置，不含原文。要看原句，请把 POLECORE_DOCUMENTS 设为存放原文件的文件夹，再启动应用。",
        "This graph holds the places of the passages and not their words. To read the sentences, start the app with "
        "POLECORE_DOCUMENTS naming the folder of the source documents: POLECORE_DOCUMENTS=documents polecore serve",
    ),
    "explore.hops": ("步数", "Steps"),
    "explore.cap": ("最多显示", "At most"),
    "explore.filters": ("筛选", "Filters"),
    "explore.classes": ("类别", "Classes"),
    "explore.ties": ("联系", "Ties"),
    "explore.documents": ("文件", "Documents"),
    "explore.confidence": ("最低可信度", "Least confidence"),
    "explore.origin": ("来源", "Origin"),
    "explore.all": ("全部", "all"),
    "explore.clear": ("清除筛选", "Clear the filters"),
    "explore.shown": ("{entities} 个实体，{ties} 条联系", "{entities} entities, {ties} ties"),
    "explore.left_out": (
        "另有 {count} 个实体未画出：可提高上限、减少步数或筛选。",
        "{count} more are not drawn: raise the limit, take fewer steps or filter.",
    ),
    "explore.hint": (
        "单击圆点、名称或连线查看出处；双击展开或收起；滚轮缩放。",
        "Click a node, a name or a line for its evidence; double-click to expand or fold; scroll to zoom.",
    ),
    "explore.keys": (
        "键盘：方向键移到最近的实体，Enter 以它为中心，空格展开或收起，P 固定，Delete 隐藏，Esc 取消选择，+ − 0 缩放。",
        "Keyboard: arrow keys go to the nearest entity, Enter centres it, space expands or folds it, P pins it, "
        "Delete hides it, Esc lets go, + − 0 zoom.",
    ),
    "explore.folds": ("收起 {name} 的邻居", "Fold the neighbours of {name}"),
    "explore.unpins": ("不再固定 {name}", "Pin {name} no longer"),
    "explore.unhide": ("重新显示 {name}", "Show {name} again"),
    "explore.path": ("路径", "Path"),
    "explore.path_to": ("从 {name} 到……", "From {name} to …"),
    "explore.path_hint": ("名称、别名或拼音首字母", "Name, alias or pinyin initials"),
    "explore.path_end": ("回到邻域", "Back to the neighbourhood"),
    "explore.path_found": (
        "{one} 到 {other} 的最短路径：{steps} 步（不计方向）。隐藏途中的实体可看其他路径。",
        "Shortest paths from {one} to {other}: steps: {steps}, directions not counted. Hide an entity on the way to "
        "see others.",
    ),
    "explore.path_none": (
        "在现有筛选下，图谱中没有从 {one} 到 {other} 的路径。可放宽筛选或重新显示隐藏的实体。",
        "Under these filters no path leads from {one} to {other} in the graph. Loosen the filters or show what is "
        "hidden again.",
    ),
    "explore.since": ("文件日期自", "Documents since"),
    "explore.until": ("至", "until"),
    "explore.undated": (
        "没有日期的文件不计入：{documents}。",
        "Documents without a date do not count: {documents}.",
    ),
    "explore.any_date": ("不限", "any date"),
}
"""key -> (Chinese, English)"""


def register(texts: dict[str, tuple[str, str]]) -> None:
    """Add the words of a page; a key that is already taken is a mistake of ours."""
    taken = TEXTS.keys() & texts.keys()
    if taken and any(TEXTS[key] != texts[key] for key in taken):
        raise ValueError(f"the words {', '.join(sorted(taken))} are written twice")
    TEXTS.update(texts)


def listed(items: Iterable[str], language: str) -> str:
    """Join names in the manner of a language."""
    return ("、" if language == "zh" else ", ").join(items)


def say(key: str, language: str, **values: object) -> str:
    """Give a text in a language, with values filled in; the values are not escaped."""
    chinese, english = TEXTS[key]
    return (chinese if language == "zh" else english).format(**values)
