"""Where the cities of China stand, for diagrams: ``coordinates.csv``, from GeoNames (CC BY 4.0, geonames.org)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ontology.errors import OntologyError
from ontology.terms import FOLDER

PATH = FOLDER / "coordinates.csv"


@cache
def load_coordinates() -> Mapping[str, tuple[float, float]]:
    """Give latitude and longitude in degrees by the full name of a place.

    Examples
    --------
    >>> load_coordinates()["沈阳市"]
    (41.79, 123.43)
    """
    found: dict[str, tuple[float, float]] = {}
    with PATH.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                place = float(row["latitude"]), float(row["longitude"])
            except (KeyError, TypeError, ValueError):
                raise OntologyError(f"{PATH}:{number}: needs name, latitude and longitude; mend the line") from None
            found[row["name"]] = place
    return MappingProxyType(found)
