"""Tables whose columns state ties: 名称 | 依托单位 | 所在地 | 主导产业."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from loaders.containment import by_name
from loaders.documents import Paragraph
from loaders.items import ending_label, item_mention, opened, split_items
from loaders.lexicon import PLACE_LABELS, Lexicon
from loaders.mention import Mention
from loaders.names import bare
from loaders.tables import Table
from loaders.ties import Candidate, Tier
from ontology.schema import Schema

_BODY = r"(?:单位|机构|主体|企业|高校|院校|院所|平台|方|公司|人)?(?:名称)?"
_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("RELIES_ON", re.compile(r"(?:主要|牵头|承担)?(?:依托|挂靠)" + _BODY)),
    (
        "BUILT_BY",
        re.compile(
            r"(?:(?:承建|建设|共建|牵头|运营|主办|举办|承办|组建|发起|参建|联建|创建|管理|投资|协办|合作(?:共建)?|参与(?:共建|建设)?)[、/及和与（）]*)+"
            + _BODY.replace("|平台", "")
        ),
    ),
    (
        "LOCATED_IN",
        re.compile(
            r"(?:(?:拟|主要)?(?:建设|所在|落户|布局|落地|选址|注册|实施|承载|依托))(?:地点|地区|地市|地|市州|市县|城市|区域|园区|载体|县区|区县|县市区|市（州）|市|县|区|州|位置)"
            r"|地区|地市|市州|设区市|地点|区县|县区|县市区|市（州）"
            r"|所属(?:地区|地市|园区|区县|县区|城市|市)|位置|选址"
        ),
    ),
    (
        "FOCUSES_ON",
        re.compile(
            r"(?:主导|重点|特色|主攻|优势|支柱|首位|所属|产业|主要|发展|技术|研究|研发|建设|服务|行业|投资|投向|聚焦)*"
            r"(?:产业|方向|领域|产业链|行业|学科|赛道)(?:名称|类别|定位|门类)?"
            r"|产业(?:定位|类别)"
        ),
    ),
    ("ISSUED_BY", re.compile(r"(?:发文|发布|印发|制定|出台)(?:单位|机构|部门|主体)")),
)
_PLACE = re.compile(r"(?:城市|地区|地市|市州|设区市|县市区|县区|区县|市|园区)(?:名称)?")
_NAME = re.compile(
    r".{0,8}(?:名称|名单|实验室|中心|平台|园区|联盟|联合体|高新区|开发区|集群|基地|孵化器|众创空间|"
    r"载体|研究院|政策|文件|机构|基金|活动|展会|设施|企业)"
)
# What a thing is, by the head of the column that names it, where its own ending does not tell.
_KINDS: tuple[tuple[str, str], ...] = (
    ("联盟|联合体", "Alliance"), ("集群", "Cluster"), ("孵化|众创|双创", "Incubator"), ("基金", "Fund"),
    ("活动|展会|赛事", "Event"),
    ("园区|开发区|高新区|片区", "Zone"), ("研究院|研发机构|科研机构", "ResearchInstitute"), ("企业|公司", "Company"),
    ("平台|实验室|中心|设施|装置|基地", "Lab"),
)  # fmt: skip
_WORKERS = frozenset({"RELIES_ON", "BUILT_BY"})


def _told(head: str) -> str:
    """Give the tie that a head tells; of a head over two rows the second row counts."""
    for at in range(len(head) - 1):
        for type_, pattern in _ROLES:
            if pattern.fullmatch(head[at:]) and (not at or _UPPER.search(head[:at])):
                return type_
    return ""


# The upper row of a head: what is told of the thing (建设单位 over 牵头单位).
_UPPER = re.compile(r"(?:单位|主体|机构|情况|信息|布局|平台|项目|目标)$")


def roles(table: Table) -> tuple[int, dict[int, str]] | None:
    """Give the column of the names and what the other columns say of them, or None if none says a tie."""
    heads = [re.sub(r"\s", "", title) for title, _ in table.heads[0]]
    told = {c: type_ for c, head in enumerate(heads) if (type_ := _told(head))}
    if re.fullmatch(r"序号|编号", heads[0]):
        told.pop(0, None)
    names = [c for c, head in enumerate(heads) if c not in told and _NAME.fullmatch(head)]
    first = next((c for c, head in enumerate(heads) if head not in {"序号", "编号"}), 0)
    if not names and "FOCUSES_ON" in told.values() and _PLACE.fullmatch(heads[first]):
        return first, {c: type_ for c, type_ in told.items() if c != first}
    return (names[0], told) if names and told else None


def _fields(row: Paragraph, span: tuple[int, int], lexicon: Lexicon) -> list[Mention]:
    """Read the items of a cell in a column of industries or fields."""
    items = opened(row.text, split_items(row.text, *span, lexicon), lexicon)
    found = [item_mention(row.text, a, b, "Industry", lexicon, "column of fields") for a, b in items]
    return [m for m in found if m is not None and re.search(r"[\u4e00-\u9fff]", m.name)]


def _named(row: Paragraph, span: tuple[int, int], head: str, lexicon: Lexicon) -> list[Mention]:
    """Read a cell of the column of names whose own ending names no class: the head of the column does."""
    label = next((kind for words, kind in _KINDS if re.search(words, head)), "")
    text = row.text[slice(*span)]
    if not label or not 3 <= len(text) <= 40 or re.search(r"[，。；：]", text) or not bare(text, lexicon):
        return []
    found = item_mention(row.text, *span, label, lexicon, "column of names")
    return [found] if found else []


def _bodies(row: Paragraph, span: tuple[int, int], found: list[Mention], lexicon: Lexicon) -> list[Mention]:
    """Read the items of a column of bodies that nothing else names as firms: there hardly stands anything else."""
    out = list(found)
    for a, b in split_items(row.text, *span, lexicon):
        if any(m.start < b and a < m.end for m in found) or not 3 <= b - a <= 24:
            continue
        if re.search(r"[，。；：]|[各等]|有关|相关|负责|\d", row.text[a:b]) or not bare(row.text[a:b], lexicon):
            continue
        firm = item_mention(row.text, a, b, "Company", lexicon, "column of bodies")
        out += [firm] if firm else []
    return out


def _by_columns(
    row: Paragraph, told: dict[int, str], outer: Sequence[Mention], lexicon: Lexicon
) -> dict[int, list[Mention]]:
    """Sort the names of a row into its columns, and read what stands there without looking like a name."""
    by_column = {c: [m for m in outer if s <= m.start and m.end <= e] for c, (s, e) in enumerate(row.cells)}
    for column, type_ in told.items():
        if column >= len(row.cells):
            by_column[column] = []
            continue
        cell = row.cells[column]
        by_column[column] = _telling(type_, cell, by_column[column])
        if type_ == "FOCUSES_ON":
            known = [m for m in by_column[column] if m.label != "Industry"]
            by_column[column] = known or _fields(row, cell, lexicon)
        elif type_ in _WORKERS:
            by_column[column] = _bodies(row, cell, by_column[column], lexicon)
        elif type_ == "LOCATED_IN" and (zone := _zone(row, cell, by_column[column], lexicon)):
            by_column[column] = [zone]
        elif type_ == "LOCATED_IN" and not by_column[column] and (entry := lexicon.place(row.text[slice(*cell)])):
            place = row.text[slice(*cell)]
            by_column[column] = [Mention(*cell, entry.label, entry.name, place, "column of places", 0.9)]
    return by_column


def _zone(row: Paragraph, cell: tuple[int, int], found: Sequence[Mention], lexicon: Lexicon) -> Mention | None:
    """Read a cell of a column of places as one zone, if it ends like one and no name fills it."""
    name = row.text[slice(*cell)]
    if any(m.start == cell[0] and m.end == cell[1] for m in found) or not 4 <= len(name) <= 20:
        return None
    label, _, suffix = ending_label(name, lexicon)
    proper = label == "Zone" and len(name) - len(suffix) >= 2 and not re.search(r"[、，；（(及和各等]", name)
    return Mention(*cell, "Zone", name, name, "column of places", 0.88) if proper else None


def read_columns(
    table: Table, find: Callable[[Paragraph], Sequence[Mention]], schema: Schema, lexicon: Lexicon
) -> Iterator[tuple[Paragraph, Mention | None, list[Mention], list[Candidate]]]:
    """Read the rows of a table that ties names: each row with its subject, what it names and the ties that it states.

    Names that fill a cell are named also where no column states a tie.

    Parameters
    ----------
    find : gives the mentions of a row.
    """
    if len(table.rows) < 2:
        return
    layout = roles(table)
    for row in table.rows[table.heads[1] :]:
        every = list(find(row))
        outer = [m for m in every if not m.nested]
        tier = Tier(schema, (0, len(row.text)))
        filling = [m for m in outer if m.label != "Industry" and _fills(row, m)]
        if layout is None:
            yield row, None, filling, [t for m in filling for t in _of_itself(m, every, lexicon, tier)]
            continue
        name, told = layout
        by_column = _by_columns(row, told, outer, lexicon)
        head = re.sub(r"\s", "", table.heads[0][name][0])
        own = by_column.get(name, [])
        if name < len(row.cells) and not any(_fills(row, m) for m in own):
            own = _named(row, row.cells[name], head, lexicon) or own
        subject = next(iter(own), None)
        if subject is None:
            continue
        ties = [
            tie
            for column, type_ in told.items()
            for other in by_column.get(column, [])
            if (tie := tier.tie(subject, type_, other, f"column of {type_}", 0.88))
        ]
        placed = any(t.type == "LOCATED_IN" for t in ties)
        ties += _partners(by_column, told, tier)
        mentions = _once([subject, *(m for c in told for m in by_column.get(c, [])), *filling])
        for mention in mentions:
            itself = _of_itself(mention, every, lexicon, tier)
            ties += [t for t in itself if not (placed and mention is subject and t.type == "LOCATED_IN")]
        yield row, subject, mentions, ties


def _fills(row: Paragraph, mention: Mention) -> bool:
    """Say whether a name fills a cell, or an item of the list in it."""
    before, after = row.text[: mention.start], row.text[mention.end :]
    return before[-1:] in {"", "\t", "、"} and after[:1] in {"", "\t", "、"}


def _once(mentions: Sequence[Mention]) -> list[Mention]:
    return list({(m.start, m.end, m.label): m for m in mentions}.values())


def _of_itself(mention: Mention, every: Sequence[Mention], lexicon: Lexicon, tier: Tier) -> list[Candidate]:
    """Read what a name in a cell says by itself."""
    if mention.label in PLACE_LABELS | {"Industry", "Policy", "Programme"}:
        return []
    inner = [
        m
        for m in every
        if m.nested
        and mention.start <= m.start
        and m.end <= mention.end
        and m.end - m.start < mention.end - mention.start
    ]
    return list(by_name(mention, inner, lexicon, tier))


def _partners(by_column: dict[int, list[Mention]], told: dict[int, str], tier: Tier) -> Iterator[Candidate]:
    """Join who carries and who builds the thing of a row: they work together, a conclusion."""
    bodies = [m for c, type_ in told.items() if type_ in {"RELIES_ON", "BUILT_BY"} for m in by_column.get(c, [])]
    for i, first in enumerate(bodies):
        for second in bodies[i + 1 :]:
            rule = "columns of RELIES_ON and BUILT_BY"
            yield from [t] if (t := tier.tie(first, "COLLABORATES_WITH", second, rule, 0.85, derived=True)) else []


def _telling(type_: str, cell: tuple[int, int], mentions: list[Mention]) -> list[Mention]:
    """Keep what a cell says: of places written together the last, of bodies those that are no mere part of the cell."""
    if type_ == "LOCATED_IN":
        starts = {m.start for m in mentions}
        return [m for m in mentions if m.end not in starts]
    places = {"Region", "City", "District"}
    return [m for m in mentions if m.label not in places or 2 * (m.end - m.start) > cell[1] - cell[0]]
