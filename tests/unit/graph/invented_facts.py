"""A few facts of an invented region, valid as they stand; tests break one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graph.facts import Entity, Evidence, Facts, Figure, Relation

PLAN = "plan.txt"


def evidence(start: int, end: int, rule: str = "invented", **changes: Any) -> Evidence:
    return replace(Evidence(PLAN, "一 / （一）", 2, start, end, "", rule), **changes)


def entity(label: str, name: str, start: int = 0, **properties: Any) -> Entity:
    return Entity(
        f"{label}:{name}", label, name, (), (PLAN,), (evidence(start, start + len(name)),), properties
    )  # fmt: skip


def facts() -> Facts:
    """Give a region with two cities, a zone, a lab, a university, an industry and the plan itself."""
    entities = [
        replace(entity("Region", "云湖省"), aliases=("云湖",)),
        entity("City", "青川市", 10),
        entity("City", "白水市", 20),
        entity("Zone", "青川高新区", 30, level="国家级", established=1999),
        entity("Lab", "青川激光实验室", 40),
        entity("University", "云湖大学", 50),
        entity("Industry", "激光", 60, concept="laser-technology"),
        entity("Policy", "云湖省创新规划", 70, date="2023-11", number="云科发〔2023〕1号", source_document=PLAN),
    ]
    ties = [
        ("City:青川市", "PART_OF", "Region:云湖省"),
        ("Zone:青川高新区", "LOCATED_IN", "City:青川市"),
        ("Zone:青川高新区", "FOCUSES_ON", "Industry:激光"),
        ("Lab:青川激光实验室", "LOCATED_IN", "Zone:青川高新区"),
        ("Lab:青川激光实验室", "BUILT_BY", "University:云湖大学"),
        ("Lab:青川激光实验室", "BUILT_BY", "City:白水市"),
        ("Policy:云湖省创新规划", "APPLIES_TO", "Region:云湖省"),
    ]
    relations = [
        Relation(source, kind, target, 0.9, (evidence(100 + 10 * i, 108 + 10 * i),))
        for i, (source, kind, target) in enumerate(ties)
    ]
    relations.append(
        Relation(
            "City:白水市", "COLLABORATES_WITH", "University:云湖大学", 0.7, (evidence(140, 148, "joint builders"),),
            derived=True, derived_from=(relations[4].key, relations[5].key),
        )
    )  # fmt: skip
    figures = [
        Figure("Zone:青川高新区", "总产值", 51.2, "亿元", (evidence(200, 210),), year=2022),
        Figure("City:青川市", "高新技术企业数", 100.0, "家", (evidence(210, 222),), 120.0, 2027, "target", "min"),
    ]
    return Facts(entities, relations, figures)
