"""A user's map under the picture: areas of a GeoJSON file, bent so that every member lies in its own."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from graph.layout.bearing import TURN, Place, bearing
from graph.layout.scene import LAND, Box, Outline, Spot
from ontology.errors import SourceError

_OWN = "#E2E9F2"
_EARTH = 6371.0
_BEYOND = 0.5
"""How far beyond the members the map reaches, in their distance from the pole."""
_DENSE = 0.15
MOST_BYTES = 10 * 1024 * 1024
_MOST_SPOTS = 500_000
_NAMES = ("name", "NAME", "Name", "name_zh", "NAME_ZH", "fullname", "市", "名称")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A member other than the pole: where it lies and where it is drawn."""

    short: str
    place: Place
    spot: Spot


@dataclass(frozen=True, slots=True)
class Area:
    """One area of a file: its name (may be empty) and its rings of longitude and latitude."""

    name: str
    rings: tuple[tuple[Spot, ...], ...]


def read_areas(path: Path) -> list[Area]:
    """Read the polygons of a GeoJSON file.

    Raises
    ------
    SourceError
        as `parsed_areas`, or if the file cannot be read.
    """
    try:
        return parsed_areas(path.read_bytes(), str(path))
    except OSError as error:
        raise SourceError(f"{path}: cannot be read as GeoJSON ({error}); name a file with polygons") from None


def parsed_areas(content: bytes, name: str) -> list[Area]:
    """Read the polygons of the content of a GeoJSON file.

    Raises
    ------
    SourceError
        if it is too large, is no GeoJSON, holds no polygon, or its coordinates are no longitudes and latitudes.
    """
    if len(content) > MOST_BYTES:
        raise SourceError(f"{name}: has more than {MOST_BYTES // 1024 // 1024} MB; simplify its polygons")
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise SourceError(f"{name}: cannot be read as GeoJSON ({error}); name a file with polygons") from None
    try:
        areas = [Area(called, rings) for called, geometry in _features(data) if (rings := tuple(_rings(geometry)))]
    except (TypeError, ValueError, AttributeError, KeyError, IndexError, RecursionError) as error:
        raise SourceError(f"{name}: is not GeoJSON as RFC 7946 has it ({error}); export it again") from None
    if not areas:
        raise SourceError(f"{name}: has no Polygon or MultiPolygon; name a file with the boundaries of areas")
    for area in areas:
        for lon, lat in (spot for ring in area.rings for spot in ring):
            if not (-180 <= lon <= 180 and -90 <= lat <= 90):
                raise SourceError(
                    f"{name}: {area.name or 'an area'} has the coordinates {lon}, {lat}, which are no longitude and "
                    "latitude; convert the file to WGS 84"
                )
    # long edges are drawn in steps, so that a small file could still ask for very much
    if sum(_steps(a, b) for area in areas for ring in area.rings for a, b in pairwise(ring)) > _MOST_SPOTS:
        raise SourceError(f"{name}: its lines are too many or too long to draw; simplify its polygons")
    return areas


def _features(data: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if data["type"] == "FeatureCollection":
        for feature in data["features"]:
            yield from _features(feature)
    elif data["type"] == "Feature":
        properties = data.get("properties") or {}
        name = next((str(properties[key]) for key in _NAMES if properties.get(key)), "")
        if data.get("geometry"):
            yield name, data["geometry"]
    else:
        yield "", data


def _rings(geometry: Mapping[str, Any]) -> Iterator[tuple[Spot, ...]]:
    kind = geometry["type"]
    if kind == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _rings(part)
    elif kind in ("Polygon", "MultiPolygon"):
        polygons = [geometry["coordinates"]] if kind == "Polygon" else geometry["coordinates"]
        for polygon in polygons:
            for ring in polygon[:1]:  # holes are left out: what lies in them is drawn over them
                yield tuple((float(x), float(y)) for x, y, *_ in ring)


def outlines(
    areas: Iterable[Area], pole: tuple[str, Place, Spot], anchors: Sequence[Anchor], box: Box
) -> list[Outline]:
    """Bend areas so that the pole and the members lie where they are drawn, and cut them to a box.

    Notes
    -----
    Around the pole, directions and distances between two neighbouring members are interpolated between theirs, so that
    borders stay whole and every member stays in its own area; beyond the members distances shrink.
    """
    sheet = _Sheet(pole[1], pole[2], anchors)
    names = [pole[0], *(a.short for a in anchors)]
    found = []
    for number, area in enumerate(areas):
        rings = [_cut([sheet.bent(*spot) for spot in _dense(ring)], box) for ring in area.rings]
        kept = tuple(tuple(ring) for ring in rings if len(ring) > 2)
        if kept:
            own = any(name and name in area.name for name in names)
            found.append(Outline(f"area {number} {area.name}".strip(), kept, _OWN if own else LAND))
    return found


class _Sheet:
    """A rubber sheet fixed at the pole and at the members."""

    def __init__(self, origin: Place, middle: Spot, anchors: Sequence[Anchor]) -> None:
        self.origin, self.middle = origin, middle
        rows = []
        for anchor in anchors:
            x, y = anchor.spot[0] - middle[0], anchor.spot[1] - middle[1]
            drawn = math.degrees(math.atan2(x, -y)) % TURN
            rows.append((bearing(origin, anchor.place), drawn, _distance(origin, anchor.place), math.hypot(x, y)))
        self.rows = sorted(rows)

    def bent(self, lon: float, lat: float) -> Spot:
        """Give the place on the page of a place on the map."""
        away = _distance(self.origin, (lat, lon))
        if away < 1e-9 or not self.rows:
            return self.middle
        turn = bearing(self.origin, (lat, lon))
        before = next((row for row in reversed(self.rows) if row[0] <= turn), self.rows[-1])
        after = next((row for row in self.rows if row[0] > turn), self.rows[0])
        span = (after[0] - before[0]) % TURN or TURN
        share = ((turn - before[0]) % TURN) / span
        drawn = before[1] + share * ((after[1] - before[1]) % TURN or TURN)
        far, near = (before[i] + share * (after[i] - before[i]) for i in (2, 3))
        reach = away / far
        radius = near * (reach if reach <= 1 else 1 + _BEYOND * math.tanh((reach - 1) / (2 * _BEYOND)))
        angle = math.radians(drawn)
        return self.middle[0] + radius * math.sin(angle), self.middle[1] - radius * math.cos(angle)


def _distance(a: Place, b: Place) -> float:
    lat1, lon1, lat2, lon2 = (math.radians(v) for v in (*a, *b))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH * math.asin(min(1.0, math.sqrt(half)))


def _dense(ring: Sequence[Spot]) -> Iterator[Spot]:
    """Add places along long edges: straight lines on the map are curves on the sheet."""
    for (x1, y1), (x2, y2) in pairwise(ring):
        steps = _steps((x1, y1), (x2, y2))
        yield from ((x1 + (x2 - x1) * i / steps, y1 + (y2 - y1) * i / steps) for i in range(steps))


def _steps(start: Spot, end: Spot) -> int:
    return max(1, int(math.hypot(end[0] - start[0], end[1] - start[1]) / _DENSE))


def _cut(ring: Sequence[Spot], box: Box) -> list[Spot]:
    """Cut a ring to a box (Sutherland and Hodgman 1974, 10.1145/360767.360802)."""
    found = list(ring)
    for axis, limit, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.top, 1), (1, box.bottom, -1)):
        kept: list[Spot] = []
        for here, there in zip(found, [*found[1:], *found[:1]], strict=True):
            inside, next_inside = (sign * (spot[axis] - limit) >= 0 for spot in (here, there))
            if inside:
                kept.append(here)
            if inside != next_inside:
                share = (limit - here[axis]) / (there[axis] - here[axis])
                kept.append((here[0] + share * (there[0] - here[0]), here[1] + share * (there[1] - here[1])))
        found = kept
    return [(round(x, 4), round(y, 4)) for x, y in found]
