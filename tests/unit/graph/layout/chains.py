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


class _Draft:
    """Facts in the making, each told by both documents."""

    def __init__(self) -> None:
        self.entities: list[Entity] = []
        self.relations: list[Relation] = []

    def add(self, label: str, name: str, *ties: tuple[str, str]) -> None:
        told = tuple(passage(document, 20 * len(self.entities)) for document in DOCUMENTS)
        self.entities.append(Entity(f"{label}:{name}", label, name, (), tuple(DOCUMENTS), told))
        for kind, target in ties:
            told = tuple(passage(d, 1000 + 20 * len(self.relations)) for d in DOCUMENTS)
            self.relations.append(Relation(f"{label}:{name}", kind, target, 0.9, told))

    def joint(self, label: str, name: str, a: str, b: str, *ties: tuple[str, str]) -> None:
        self.add(label, name, ("BUILT_BY", f"City:{a}"), ("BUILT_BY", f"City:{b}"), *ties)


def region() -> Facts:
    """Give four cities; three make lasers and ceramics, two research lasers, and some pairs share something."""
    draft = _Draft()
    draft.add("Region", REGION)
    for field in FIELDS:
        draft.add("Industry", field)
    for city in CITIES:
        draft.add("City", city, ("PART_OF", f"Region:{REGION}"))
    for city in CITIES[:3]:
        fields = (("FOCUSES_ON", f"Industry:{f}") for f in FIELDS[:2])
        draft.add("Zone", f"{city[:2]}高新区", ("LOCATED_IN", f"City:{city}"), *fields)
    for city in CITIES[2:]:
        for number in range(3):
            ties = ("LOCATED_IN", f"City:{city}"), ("FOCUSES_ON", "Industry:激光")
            draft.add("ResearchInstitute", f"{city[:2]}激光第{number}研究所", *ties)
    for a, b in ((0, 3), (1, 2), (1, 3)):
        draft.joint("Lab", f"共建{a}{b}实验室", CITIES[a], CITIES[b])
    draft.joint("Cluster", "激光产业集群", "鞍山市", "本溪市", ("FOCUSES_ON", "Industry:激光"))
    draft.joint("Cluster", "光谷集群", "沈阳市", "抚顺市", ("FOCUSES_ON", "Industry:激光"))
    for number in range(20):  # told by one document each, or both would count as one text printed twice
        draft.add("Company", f"甲{number}公司", ("LOCATED_IN", "City:沈阳市"))
        one = draft.relations[-1].evidence[number % 2 :][:1]
        draft.relations[-1] = replace(draft.relations[-1], evidence=one)
    return Facts([*draft.entities, *_policies()], draft.relations, _figures())


def _policies() -> list[Entity]:
    return [
        Entity(
            f"Policy:{name}", "Policy", f"示例规划{date[:4]}", (), (name,), (passage(name, 0),),
            {"source_document": name, "date": date, "title": f"示例都市圈创新规划（{date[:4]}）"},
        )
        for name, date in DOCUMENTS.items()
    ]  # fmt: skip


def _figures() -> list[Figure]:
    told = (passage("plan.txt", 3000),)
    found = [
        Figure(f"City:{city}", "高新技术企业数", 100.0 + 10 * number, "家", told, year=2022)
        for number, city in enumerate(CITIES)
    ]
    found.append(Figure(f"Region:{REGION}", "技术合同成交额", 40.0, "亿元", told, year=2022))
    target = Figure(f"Region:{REGION}", "技术合同成交额", 80.0, "亿元", told, year=2027, kind="target", bound="min")
    return [*found, target, replace(found[-1], indicator="孵化器数", unit="个", bound="min")]
