"""An invented region as large and crowded as a test needs it."""

from __future__ import annotations

from graph.facts import Entity, Facts, Relation
from graph.layout.polecore import PoleCore, polecore
from graph.projection.build import project
from graph.projection.region import Layout
from tests.unit.graph.invented_facts import PLAN, evidence

CITIES = ["沈阳市", "鞍山市", "抚顺市", "本溪市", "阜新市", "辽阳市", "铁岭市", "丹东市", "营口市"]
MORE = ["大连市", "锦州市", "盘锦市", "朝阳市", "葫芦岛市", "长春市", "吉林市"]
KINDS = {"Zone": "高新区", "Lab": "重点实验室", "University": "大学", "Alliance": "产业技术创新联盟", "Company": "公司"}


def crowded(cities: int, units: int, joint: int = 6) -> Facts:
    """Give so many cities with so many units each (the pole with three times as many) and joint laboratories."""
    names = [*CITIES, *MORE][:cities]
    entities = [Entity("Region:示例都市圈", "Region", "示例都市圈", (), (PLAN,), (evidence(0, 5),))]
    relations: list[Relation] = []

    def add(id_: str, label: str, name: str, *ties: tuple[str, str]) -> None:
        start = 10 * len(entities)
        entities.append(Entity(id_, label, name, (), (PLAN,), (evidence(start, start + 5),)))
        relations.extend(Relation(id_, type_, target, 0.9, (evidence(start, start + 5),)) for type_, target in ties)

    for city in names:
        add(f"City:{city}", "City", city, ("PART_OF", "Region:示例都市圈"))
    for place, city in enumerate(names):
        for number in range(units * 3 if place == 0 else units):
            label = list(KINDS)[number % len(KINDS)]
            name = f"{city[:2]}第{number}先进装备{KINDS[label]}"
            add(f"{label}:{name}", label, name, ("LOCATED_IN", f"City:{city}"))
    for number in range(joint):
        a, b = names[number % cities], names[(number * 2 + 1) % cities]
        name = f"共建{number}号实验室"
        if a != b:
            add(f"Lab:{name}", "Lab", name, ("BUILT_BY", f"City:{a}"), ("BUILT_BY", f"City:{b}"))
    return Facts(entities, relations, [])


def network(cities: int = 5, units: int = 6, joint: int = 6) -> PoleCore:
    layout = Layout("示例都市圈", "沈阳市", tuple([*CITIES, *MORE][:cities]))
    return polecore(project(crowded(cities, units, joint), [layout]))
