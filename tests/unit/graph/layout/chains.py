"""An invented region with industries at all stages, figures and two documents that tell of them."""

from __future__ import annotations

from dataclasses import replace

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.projection.region import Layout

CITIES = ("沈阳市", "鞍山市", "抚顺市", "本溪市")
REGION = "示例都市圈"
LAYOUT = Layout(REGION, "沈阳市", CITIES)
DOCUMENTS = {"old.txt": "2019-05", "plan.txt": "2023-11"}
FIELDS = ("激光", "陶瓷", "深海装备")


def passage(document: str, start: int, quote: str = "依托激光实验室发展激光产业") -> Evidence:
    return Evidence(document, "一、基础 / （一）现状", 1 + start // 50, start, start + 13, quote, "invented")


def region() -> Facts:
    """Give four cities; all make lasers and ceramics, two research them, and two pairs share something."""
    entities: list[Entity] = []
    relations: list[Relation] = []

    def add(label: str, name: str, *ties: tuple[str, str]) -> str:
        id_ = f"{label}:{name}"
        told = tuple(passage(document, 20 * len(entities)) for document in DOCUMENTS)
        entities.append(Entity(id_, label, name, (), tuple(DOCUMENTS), told))
        relations.extend(
            Relation(id_, kind, target, 0.9, tuple(passage(d, 1000 + 20 * len(relations)) for d in DOCUMENTS))
            for kind, target in ties
        )
        return id_

    add("Region", REGION)
    for field in FIELDS:
        add("Industry", field)
    for city in CITIES:
        add("City", city, ("PART_OF", f"Region:{REGION}"))
    for city in CITIES[:3]:
        add(
            "Zone",
            f"{city[:2]}高新区",
            ("LOCATED_IN", f"City:{city}"),
            *(("FOCUSES_ON", f"Industry:{f}") for f in FIELDS[:2]),
        )
    for city in CITIES[2:]:
        for number in range(3):
            name = f"{city[:2]}激光第{number}研究所"
            add("ResearchInstitute", name, ("LOCATED_IN", f"City:{city}"), ("FOCUSES_ON", "Industry:激光"))
    for a, b in ((0, 3), (1, 2), (1, 3)):
        add("Lab", f"共建{a}{b}实验室", ("BUILT_BY", f"City:{CITIES[a]}"), ("BUILT_BY", f"City:{CITIES[b]}"))
    add(
        "Cluster",
        "激光产业集群",
        ("BUILT_BY", "City:鞍山市"),
        ("BUILT_BY", "City:本溪市"),
        ("FOCUSES_ON", "Industry:激光"),
    )
    add(
        "Cluster", "光谷集群", ("BUILT_BY", "City:沈阳市"), ("BUILT_BY", "City:抚顺市"), ("FOCUSES_ON", "Industry:激光")
    )
    for number in range(20):  # told by one document each, or both would count as one text printed twice
        add("Company", f"甲{number}公司", ("LOCATED_IN", "City:沈阳市"))
        relations[-1] = replace(relations[-1], evidence=relations[-1].evidence[number % 2 :][:1])
    for name, date in DOCUMENTS.items():
        policy = Entity(
            f"Policy:{name}", "Policy", f"示例规划{date[:4]}", (), (name,), (passage(name, 0),),
            {"source_document": name, "date": date, "title": f"示例都市圈创新规划（{date[:4]}）"},
        )  # fmt: skip
        entities.append(policy)
    return Facts(entities, relations, _figures())


def _figures() -> list[Figure]:
    told = (passage("plan.txt", 3000),)
    found = [
        Figure(f"City:{city}", "高新技术企业数", 100.0 + 10 * number, "家", told, year=2022)
        for number, city in enumerate(CITIES)
    ]
    found.append(Figure(f"Region:{REGION}", "技术合同成交额", 40.0, "亿元", told, year=2022))
    target = Figure(f"Region:{REGION}", "技术合同成交额", 80.0, "亿元", told, year=2027, kind="target", bound="min")
    return [*found, target, replace(found[-1], indicator="孵化器数", unit="个", bound="min")]
