"""What the command line and the app call: exports and previews from a selection and options."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from graph.export.api import book, check, export, preview
from graph.export.options import Options
from graph.export.picture import draw
from graph.facts import Facts
from graph.layout.key_figures import Cites, figure_tables
from graph.projection.build import project
from graph.selection import Selection, named
from ontology.errors import QueryError, SourceError
from tests.unit.graph.layout.chains import DOCUMENTS, LAYOUT, region
from tests.unit.graph.layout.test_boundaries import square, written

FACTS = region()
SHOWN = Options(layouts=(LAYOUT,))
FEW = Options(layouts=(LAYOUT,), gaps=2)


class Held:
    """A store that only gives its facts."""

    def facts(self) -> Facts:
        return FACTS


def test_ending_of_the_path_says_the_format(tmp_path: Path) -> None:
    source: Any = Held()

    files = export(source, Selection(), tmp_path / "a.svg", diagram="heatmap", options=SHOWN)

    assert [path.name for path in files] == ["a.svg", "a-tables.csv"]
    assert files[0].read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("diagram", ["polecore", "collaboration", "chain", "neighbourhood", "heatmap", "briefing"])
def test_every_diagram_has_a_preview(diagram: str) -> None:
    options = Options(layouts=(LAYOUT,), industry="激光", entity="鞍山市")

    with Image.open(BytesIO(preview(FACTS, Selection(), diagram, options))) as image:
        assert image.size == (1453, 817)


def test_preview_may_be_outlines() -> None:
    assert b"<svg" in preview(FACTS, Selection(), "heatmap", SHOWN, format_="svg")

    with pytest.raises(QueryError, match="choose png or svg"):
        preview(FACTS, Selection(), "heatmap", SHOWN, format_="gif")


@pytest.mark.parametrize(
    ("name", "diagram", "message"),
    [
        ("a.gif", "polecore", "format 'gif': unknown"),
        ("a.png", "map", "diagram map: unknown"),
        ("a.png", "briefing", "a briefing is a pptx, docx or pdf file"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_read(name: str, diagram: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        check(Path(name).suffix[1:], Path(name), diagram)


def test_ending_of_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a\.svg: the ending says svg, but the format is png"):
        export(region(), Selection(), tmp_path / "a.svg", format_="png")

    assert not list(tmp_path.iterdir())


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="is a folder"):
        export(FACTS, Selection(), tmp_path, format_="pptx")


@pytest.mark.parametrize(
    ("diagram", "changes", "message"),
    [
        ("chain", {}, "name its industry"),
        ("neighbourhood", {}, "name its entity"),
        ("neighbourhood", {"entity": "无此"}, "no such entity"),
        ("heatmap", {"gaps": 2}, "gaps are drawn in polecore and collaboration"),
        ("heatmap", {"boundaries": Path("a.geojson")}, "has no map"),
        ("polecore", {"page": "a3"}, "choose 16:9 or a4"),
        ("polecore", {"language": "fr"}, "choose zh or en"),
        ("polecore", {"gaps": 99}, "choose 0 to 20"),
    ],
)
def test_option_that_cannot_be_heeded_is_refused(diagram: str, changes: dict[str, Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        draw(FACTS, diagram, Options(layouts=(LAYOUT,), **changes))


def test_selection_narrows_the_picture_and_keeps_its_places() -> None:
    ids = named(FACTS, ["鞍山高新区", ["Lab:共建12实验室"], 3, None, "无此"])
    assert ids == ("Zone:鞍山高新区", "Lab:共建12实验室")

    chosen = Selection(ids=ids)
    scene = preview_scene(chosen)

    listed = "".join(cell for table in scene.tables for row in table.rows for cell in row)
    assert "共建12实验室" in listed
    assert "共建13实验室" not in listed
    assert {disc.text for disc in scene.discs} == {"沈阳", "鞍山", "抚顺", "本溪"}


def preview_scene(chosen: Selection) -> Any:
    from graph.export.api import book

    return book(FACTS, chosen, "polecore", SHOWN).scenes[0]


def test_selection_that_leaves_nothing_is_refused_in_a_picture_too() -> None:
    with pytest.raises(QueryError, match="leaves nothing"):
        preview(FACTS, Selection(ids=("Lab:无此",)), "polecore", SHOWN)


def test_documents_of_the_selection_are_the_sources() -> None:
    scene = preview_scene(Selection(documents=("plan.txt",)))

    assert [row[2] for row in scene.tables[-1].rows] == ["plan.txt"]


def test_map_and_gaps_reach_the_slide_as_native_shapes(tmp_path: Path) -> None:
    data = {"type": "Polygon", "coordinates": [square(123.4, 41.8)]}
    options = Options(layouts=(LAYOUT,), gaps=2, boundaries=written(tmp_path / "m.geojson", data))

    deck = Presentation(str(export(FACTS, Selection(), tmp_path / "a.pptx", options=options)[0]))

    names = [shape.name for shape in deck.slides[0].shapes]
    assert any(name.startswith("area 0") for name in names)
    gaps = [s for s in deck.slides[0].shapes if s.name.startswith("gap ")]
    assert gaps
    assert all(gap.line.dash_style is not None for gap in gaps)


def text_of(path: Path) -> str:
    if path.suffix == ".pptx":
        shapes = [shape for slide in Presentation(str(path)).slides for shape in slide.shapes]
        tables = [cell.text for s in shapes if s.has_table for row in s.table.rows for cell in row.cells]
        return "\n".join([*(s.text_frame.text for s in shapes if s.has_text_frame), *tables])
    if path.suffix == ".docx":
        file = docx.Document(str(path))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(p.text for p in file.paragraphs), *cells])
    return "".join(page.extract_text() for page in PdfReader(path).pages).replace("\n", "")


@pytest.mark.parametrize("ending", ["pptx", "docx", "pdf"])
def test_briefing_has_figures_gaps_method_and_sources(ending: str, tmp_path: Path) -> None:
    path = export(FACTS, Selection(), tmp_path / f"b.{ending}", diagram="briefing", options=FEW)[0]

    text = text_of(path)

    for part in (
        "关键数据：目标与现状",
        "技术合同成交额",
        "≥80亿元（2027）",
        "50%",
        "各成员",
        "布局指标",
        "方法说明",
        "资料来源",
    ):
        assert part in text, part
    for document, date in DOCUMENTS.items():
        assert document in text
        assert date in text


def test_gaps_of_a_briefing_show_both_sides_and_their_doubt(tmp_path: Path) -> None:
    deck = Presentation(str(export(FACTS, Selection(), tmp_path / "b.pptx", diagram="briefing", options=FEW)[0]))
    tables = {s.name: s.table for slide in deck.slides for s in slide.shapes if s.has_table}

    rows = [[c.text for c in row.cells] for name, t in tables.items() if "主要缺口 · 联系" in name for row in t.rows]
    assert rows[0] == ["等级", "方向", "措辞与存疑", "依据（一方）", "依据（另一方）"]
    grade, field, wording, first, second = rows[1]
    assert grade.startswith("B 疑似")
    assert field.startswith("激光")
    assert wording.startswith("在已收录的2份文件（截至2023-11）中，未见")
    assert "不等于不存在合作，建议核实。" in wording
    said = "\n".join(s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame)
    assert "为何可能有误：" in wording or "以下各项都可能有误，因为：" in said
    assert "名称与文字未写明该方向的机构未计入" in wording + said
    for side in (first, second):
        assert "「依托激光实验室发展激光产业」[" in side
    overview = next(t for name, t in tables.items() if "概览" in name)
    assert [overview.cell(n, 0).text for n in (1, 2, 3)] == [
        "联系：城市对 × 产业",
        "链条：产业 × 环节",
        "政策：城市 × 产业",
    ]


def test_english_briefing_says_nothing_of_its_own_in_chinese() -> None:
    whole = book(FACTS, Selection(), "briefing", Options(language="en", gaps=5, layouts=(LAYOUT,)))
    words = [*whole.words()]

    own = ("未见", "核实", "来源", "规划）", "资料不足", "疑似", "可能", "不可检验", "、", "。", "（", "另载", "段")
    quoted = {e.quote for r in (*FACTS.entities, *FACTS.relations, *FACTS.figures) for e in r.evidence}
    assert any("no record was found of" in word for word in words)
    assert [
        w for w in words if any(o in w for o in own) and not any(q[:6] in w for q in quoted) and "示例" not in w
    ] == []


def test_values_that_differ_for_one_target_share_a_row() -> None:
    target = next(f for f in FACTS.figures if f.kind == "target")
    told = [
        replace(
            target, kind="actual", bound=None, value=value, year=2021, evidence=(replace(target.evidence[0], start=n),)
        )
        for n, value in ((9000, 400.0), (9100, 394.28))
    ]
    others = [f for f in FACTS.figures if f.kind == "target" or f.indicator != target.indicator]
    projection = project(Facts(FACTS.entities, FACTS.relations, [*others, *told]), [LAYOUT])

    table = figure_tables(projection, Cites((("plan.txt", "", ""),)))[0]

    (row,) = [row for row in table.rows if row[2].startswith("394.28")]
    assert "另载 400" in row[2]
    assert not [row for row in table.rows if row[2].startswith("400")]
