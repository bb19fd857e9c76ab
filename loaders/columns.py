"""Tables whose columns state ties: 名称 | 依托单位 | 所在地 | 主导产业."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from loaders.documents import Paragraph
from loaders.items import item_mention, opened, split_items
from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.tables import Table
from loaders.ties import Candidate, Tier
from ontology.schema import Schema

_ROLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("RELIES_ON", re.compile(r"(?:主要)?依托(?:单位|高校|机构|企业)?(?:名称)?")),
    (
        "BUILT_BY",
        re.compile(
            r"(?:承建|建设|共建|牵头|运营|主办|承办|组建|发起)(?:单位|机构|主体|企业)?"
            r"(?:名称)?"
        ),
    ),
    (
        "LOCATED_IN",
        re.compile(
            r"所在(?:地|市|城市|区域|园区|地区|县区|地市)|地区|地市|市州|设区市"
            r"|所属(?:地区|地市|园区|市)|位置|落户地"
        ),
    ),
    (
        "FOCUSES_ON",
        re.compile(
            r"(?:主导|重点|特色|主攻|优势)产业|(?:主导|主攻|产业|发展)方向|(?:所属|技术|产业|研究|重点|主要)?(?:领域|研究方向)"
        ),
    ),
    ("ISSUED_BY", re.compile(r"(?:发文|发布|印发|制定|出台)(?:单位|机构|部门|主体)")),
)
_PLACE = re.compile(r"(?:城市|地区|地市|市州|设区市|县市区|县区|区县|市|园区)(?:名称)?")
_NAME = re.compile(
    r".{0,8}(?:名称|名单|实验室|中心|平台|园区|联盟|高新区|开发区|集群|基地|孵化器|众创空间|研究院|政策|文件|机构)"
)


def roles(table: Table) -> tuple[int, dict[int, str]] | None:
    """Give the column of the names and what the other columns say of them, or None if none says a tie."""
    heads = [re.sub(r"\s", "", title) for title, _ in table.heads[0]]
    told = {c: type_ for c, head in enumerate(heads) for type_, pattern in _ROLES if pattern.fullmatch(head)}
    names = [c for c, head in enumerate(heads) if c not in told and _NAME.fullmatch(head)]
    if not names and "FOCUSES_ON" in told.values() and _PLACE.fullmatch(heads[0]):
        return 0, {c: type_ for c, type_ in told.items() if c}
    return (names[0], told) if names and told else None


def _fields(row: Paragraph, span: tuple[int, int], lexicon: Lexicon) -> list[Mention]:
    """Read the items of a cell in a column of industries or fields."""
    items = opened(row.text, split_items(row.text, *span, lexicon), lexicon)
    found = [item_mention(row.text, a, b, "Industry", lexicon, "column of fields") for a, b in items]
    return [m for m in found if m is not None and re.search(r"[\u4e00-\u9fff]", m.name)]


def read_columns(
    table: Table, find: Callable[[Paragraph], Sequence[Mention]], schema: Schema, lexicon: Lexicon
) -> Iterator[tuple[Paragraph, list[Mention], list[Candidate]]]:
    """Read the rows of a table that ties names: each row with what it names and the ties that it states.

    Parameters
    ----------
    find : gives the mentions of a row.
    """
    layout = roles(table) if len(table.rows) > 1 else None
    if layout is None:
        return
    name, told = layout
    for row in table.rows[table.heads[1] :]:
        outer = [m for m in find(row) if not m.nested]
        by_column = {c: [m for m in outer if s <= m.start and m.end <= e] for c, (s, e) in enumerate(row.cells)}
        for column, type_ in told.items():
            by_column[column] = (
                _telling(type_, row.cells[column], by_column.get(column, [])) if column < len(row.cells) else []
            )
        for column in (c for c, type_ in told.items() if type_ == "FOCUSES_ON" and c < len(row.cells)):
            known = [m for m in by_column[column] if m.label != "Industry"]
            by_column[column] = known or _fields(row, row.cells[column], lexicon)
        subject = next(iter(by_column.get(name, [])), None)
        if subject is None:
            continue
        tier = Tier(schema, (0, len(row.text)))
        ties = [
            tie
            for column, type_ in told.items()
            for other in by_column.get(column, [])
            if (tie := tier.tie(subject, type_, other, f"column of {type_}", 0.88))
        ]
        ties += _partners(by_column, told, tier)
        yield row, [subject, *(m for c in told for m in by_column.get(c, []))], ties


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
