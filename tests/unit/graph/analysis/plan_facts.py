"""Facts with the five vehicles of the plan of 2023, in words of our own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.projection.build import Projection, project
from graph.projection.region import Layout
from tests.unit.graph.analysis.known_networks import FIRMS, FIX, MEMBERS

PLAN, OLD = "plan_2023.txt", "plan_2017.txt"
DATES = {PLAN: "2023-11", OLD: "2017-06-17"}
REGION = "Region:沈阳都市圈"
IDS = {m: "Zone:沈抚示范区" if m == "沈抚" else f"City:{m}市" for m in MEMBERS}
LAYOUT = Layout("沈阳都市圈", "沈阳市", tuple(i.partition(":")[2] for i in IDS.values()))
EXISTING, TASKS = "一、基础 / 3.产业集群", "三、重点任务 / 1.联合攻关"


def evidence(start: int, document: str = PLAN, section: str = EXISTING, rule: str = "invented") -> Evidence:
    return Evidence(document, section, start // 100, start, start + 40, "", rule)


def entity(id_: str, *documents: str, aliases: tuple[str, ...] = (), **properties: Any) -> Entity:
    label, _, name = id_.partition(":")
    told = tuple(evidence(1, d) for d in documents or (PLAN,))
    return Entity(id_, label, name, aliases, documents or (PLAN,), told, properties)


def tie(
    source: str, type_: str, target: str, start: int = 0, *documents: str, confidence: float = 1.0, **more: Any
) -> Relation:
    section, rule = more.pop("section", EXISTING), more.pop("rule", "invented")
    told = tuple(evidence(start, d, section, rule) for d in documents or (PLAN,))
    return Relation(source, type_, target, confidence, told, **more)


def plan_facts(extra: Iterable[Entity | Relation | Figure] = ()) -> Facts:
    """Give the region, its members, their firms and the five vehicles."""
    ids = [REGION, *IDS.values(), *(f"Cluster:{name}" for name in FIX)]
    entities = [entity(i) for i in ids]
    entities.append(entity("Policy:规划2023", date=DATES[PLAN], source_document=PLAN))
    entities.append(entity("Policy:规划2017", OLD, date=DATES[OLD], source_document=OLD))
    relations = [tie(i, "PART_OF", REGION, 10) for i in IDS.values()]
    for number, (name, group) in enumerate(FIX.items(), 1):
        relations += [tie(f"Cluster:{name}", "BUILT_BY", IDS[m], number * 100) for m in sorted(group)]
    figures = [Figure(IDS[m], "高新技术企业", n, "家", (evidence(9000),), year=2022) for m, n in FIRMS.items()]
    for item in extra:
        if isinstance(item, Entity):
            entities.append(item)
        elif isinstance(item, Relation):
            relations.append(item)
        else:
            figures.append(item)
    return Facts(entities, relations, figures).sorted()


def plan(*extra: Entity | Relation | Figure, **options: Any) -> Projection:
    """Project the plan, with more facts if they are given."""
    return project(plan_facts(extra), [LAYOUT], **options)
