from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.layout.boundaries import MOST_BYTES, Anchor, Area, outlines, parsed_areas, read_areas
from graph.layout.diagram import diagram
from graph.layout.scene import Box, Spot
from ontology.errors import SourceError
from tests.unit.graph.layout.region import network

WHOLE = Box(0, 0, 12, 8)
POLE = ("甲", (40.0, 120.0), (6.0, 4.0))


def square(lon: float, lat: float, half: float = 0.3) -> list[Spot]:
    return [
        (lon - half, lat - half), (lon + half, lat - half), (lon + half, lat + half), (lon - half, lat + half),
        (lon - half, lat - half),
    ]  # fmt: skip


def written(path: Path, data: Any) -> Path:
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def inside(spot: Spot, ring: tuple[Spot, ...]) -> bool:
    """Count how often a ray from a place crosses a ring."""
    crossings = 0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > spot[1]) != (y2 > spot[1]) and spot[0] < x1 + (spot[1] - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


def test_polygons_of_every_form_are_read(tmp_path: Path) -> None:
    one = {"type": "Polygon", "coordinates": [square(120, 40)]}
    several = {"type": "MultiPolygon", "coordinates": [[square(121, 40)], [square(122, 40)]]}
    data = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"name": "甲市"}, "geometry": one},
            {"type": "Feature", "properties": None, "geometry": several},
            {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [1, 2]}},
        ],
    }

    found = read_areas(written(tmp_path / "a.geojson", data))

    assert [(area.name, len(area.rings)) for area in found] == [("甲市", 1), ("", 2)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"type": "Point", "coordinates": [1, 2]}, "no Polygon"),
        ({"type": "Polygon", "coordinates": [square(500000, 4400000)]}, "convert the file to WGS 84"),
        ({"type": "Polygon", "coordinates": "x"}, "is not GeoJSON|no Polygon"),
        ([1], "is not GeoJSON"),
    ],
)
def test_what_is_no_map_is_refused(data: Any, message: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=message):
        read_areas(written(tmp_path / "a.geojson", data))


def test_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read as GeoJSON"):
        read_areas(tmp_path / "none.geojson")


def test_every_member_lies_in_its_own_area() -> None:
    anchors = [
        Anchor("乙", (41.0, 120.0), (6.4, 2.2)), Anchor("丙", (40.2, 121.5), (9.0, 3.9)),
        Anchor("丁", (38.8, 119.5), (4.8, 6.1)),
    ]  # fmt: skip
    areas = [
        Area(f"{a.short}市", (tuple(square(a.place[1], a.place[0])),))
        for a in (*anchors, Anchor("甲", POLE[1], POLE[2]))
    ]

    found = outlines(areas, POLE, anchors, WHOLE)

    spots = [a.spot for a in anchors] + [POLE[2]]
    for number, outline in enumerate(found):
        assert [inside(spot, outline.rings[0]) for spot in spots] == [i == number for i in range(4)]


def test_what_lies_far_outside_stays_on_the_page() -> None:
    areas = [Area("远", (tuple(square(100, 20, 15)),))]

    found = outlines(areas, POLE, [Anchor("乙", (41.0, 120.0), (6.0, 2.0))], WHOLE)

    for x, y in (spot for outline in found for ring in outline.rings for spot in ring):
        assert WHOLE.left <= x <= WHOLE.right
        assert WHOLE.top <= y <= WHOLE.bottom


def test_picture_with_a_map_says_so_and_moves_nothing() -> None:
    net = network(5, 3)
    areas = [Area("沈阳市", (tuple(square(123.4, 41.8)),))]

    plain, mapped = diagram(net), diagram(net, areas=areas)

    assert mapped.outlines
    assert mapped.discs == plain.discs
    assert any("底图来自用户文件" in text.text for text in mapped.texts)
    assert not any("底图" in text.text for text in plain.texts)


def test_a_file_that_would_draw_without_end_is_refused() -> None:
    ring = [[(-179, 0), (179, 0)][i % 2] for i in range(400)]
    content = json.dumps({"type": "Polygon", "coordinates": [ring]}).encode()

    with pytest.raises(SourceError, match=r"a\.json: its lines are too many or too long to draw"):
        parsed_areas(content, "a.json")
    with pytest.raises(SourceError, match="has more than 10 MB"):
        parsed_areas(b" " * (MOST_BYTES + 1), "a.json")
    nested = '{"type":"FeatureCollection","features":[' * 400 + "]}" * 400
    with pytest.raises(SourceError, match=r"a\.json: "):
        parsed_areas(nested.encode(), "a.json")
