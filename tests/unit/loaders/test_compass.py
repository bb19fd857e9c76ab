"""Regions that are parts of provinces, run together."""

from __future__ import annotations

import pytest

from loaders.compass import compass
from loaders.lexicon import load_lexicon
from tests.unit.loaders.reading import facts_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("支持豫东豫南地区发展。", ["豫东豫南地区"]),
        ("加快粤东粤西粤北地区振兴。", ["粤东粤西粤北地区"]),
        ("皖北承接产业转移集聚区加快建设。", ["皖北承接产业转移集聚区"]),
        ("推进闽东北闽西南两大协同发展区建设。", []),
        ("云南地区和河南地区。", []),
        ("发展皖南旅游。", []),
    ],
)
def test_parts_of_provinces_run_together_are_one_region(text: str, names: list[str]) -> None:
    assert [m.name for m in compass(text, load_lexicon())] == names


def test_a_region_of_a_province_and_its_cities() -> None:
    facts = facts_of("范围为安徽省皖北皖中地区，包括蚌埠市、阜阳市、合肥市，共3个市。")
    found = {(t.source[1], t.type, t.target[1]) for t in facts.ties}

    assert ("皖北皖中地区", "PART_OF", "安徽省") in found
    assert ("蚌埠市", "PART_OF", "皖北皖中地区") in found
