"""An invented region, hostile names among it, and a store in memory that holds it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.facts import Entity, Evidence, Facts, Figure, Relation
from graph.store import DocumentChange, Profile, Progress, Rows, Status, Tie
from ontology.errors import QueryError

PLAN, REPORT = "岚川规划.txt", "岚川年报.txt"
HOSTILE = "<img src=x onerror=document.title='owned'>"
LINKED = "[点此](javascript:alert(1)) href=x"


def stated(document: str, paragraph: int, quote: str, section: str = "一、布局") -> Evidence:
    start = paragraph * 200
    return Evidence(document, section, paragraph, start, start + len(quote), quote, "list")


def _entity(label: str, name: str, *aliases: str, documents: tuple[str, ...] = (PLAN,)) -> Entity:
    # no two passages may have one place and different words, so each entity has a paragraph of its own
    paragraph = 10_000 + int(hashlib.sha256(name.encode()).hexdigest()[:6], 16)
    found = tuple(stated(document, paragraph, f"其中包括{name}。") for document in documents)
    return Entity(f"{label}:{name}", label, name, aliases, documents, found)


ENTITIES = [
    _entity("Region", "岚川省", "岚川"),
    _entity("Region", "岚东都市圈"),
    _entity("City", "岚州市", "岚州", documents=(PLAN, REPORT)),
    _entity("City", "溪口市", "溪口"),
    _entity("City", "白石市"),
    _entity("Zone", "岚州高新区", "岚州高新技术产业开发区"),
    _entity("Zone", "溪口经开区"),
    _entity("University", "岚川大学", "岚大"),
    _entity("Lab", "深空材料重点实验室"),
    _entity("Lab", "智能焊接中试基地"),
    _entity("Company", "岚州重工集团", "岚重"),
    _entity("Company", HOSTILE),
    _entity("Company", LINKED),
    _entity("Industry", "航天材料"),
    _entity("Industry", "智能装备"),
    _entity("Alliance", "岚川焊接联盟"),
    _entity("Policy", "岚川省创新规划"),
]

_TIES = [
    ("City:岚州市", "PART_OF", "Region:岚东都市圈", 0.95, "岚东都市圈由岚州市和溪口市组成。"),
    ("City:溪口市", "PART_OF", "Region:岚东都市圈", 0.95, "岚东都市圈由岚州市和溪口市组成。"),
    ("City:白石市", "PART_OF", "Region:岚川省", 0.6, "白石市属岚川省。"),
    ("Zone:岚州高新区", "LOCATED_IN", "City:岚州市", 0.95, "岚州高新区位于岚州，<b>面积</b>最大。"),
    ("Zone:溪口经开区", "LOCATED_IN", "City:溪口市", 0.9, "溪口经开区设在溪口市。"),
    ("Lab:深空材料重点实验室", "LOCATED_IN", "Zone:岚州高新区", 0.9, "岚州高新区：深空材料重点实验室、岚重。"),
    ("Lab:智能焊接中试基地", "LOCATED_IN", "Zone:溪口经开区", 0.85, "溪口经开区建有智能焊接中试基地。"),
    ("Company:岚州重工集团", "LOCATED_IN", "Zone:岚州高新区", 0.9, "岚州高新区：深空材料重点实验室、岚重。"),
    ("Lab:深空材料重点实验室", "RELIES_ON", "University:岚川大学", 0.9, "深空材料重点实验室依托岚大建设。"),
    ("University:岚川大学", "LOCATED_IN", "City:岚州市", 0.8, "岚大在岚州。"),
    ("City:岚州市", "COLLABORATES_WITH", "City:溪口市", 0.85, "岚州与溪口联合攻关。"),
    ("Zone:岚州高新区", "FOCUSES_ON", "Industry:航天材料", 0.9, "岚州高新区聚焦航天材料。"),
    ("Zone:溪口经开区", "FOCUSES_ON", "Industry:智能装备", 0.9, "溪口经开区聚焦智能装备。"),
    ("Company:岚州重工集团", "MEMBER_OF", "Alliance:岚川焊接联盟", 0.9, "岚重加入岚川焊接联盟。"),
    (
        f"Company:{HOSTILE}",
        "LOCATED_IN",
        "City:岚州市",
        0.9,
        f"{HOSTILE}在岚州。<script>document.title='owned'</script>",
    ),
    (f"Company:{LINKED}", "LOCATED_IN", "City:岚州市", 0.9, f"{LINKED}在岚州。"),
    ("Policy:岚川省创新规划", "APPLIES_TO", "Region:岚川省", 0.9, "岚川省创新规划适用于岚川省。"),
]


def facts() -> Facts:
    """Give the invented region."""
    ties = [
        Relation(a, kind, b, sure, (stated(PLAN, number + 2, quote),))
        for number, (a, kind, b, sure, quote) in enumerate(_TIES)
    ]
    bases = ("Lab:深空材料重点实验室|LOCATED_IN|Zone:岚州高新区", "Zone:岚州高新区|LOCATED_IN|City:岚州市")
    drawn_from = tuple(e for tie in ties if tie.key in bases for e in tie.evidence)
    ties.append(Relation("Lab:深空材料重点实验室", "LOCATED_IN", "City:岚州市", 0.8, drawn_from, True, bases))
    figures = [
        Figure("City:岚州市", "研发投入强度", 3.1, "%", (stated(PLAN, 40, "岚州市研发投入强度达到3.1%。"),), year=2020),
        Figure("City:岚州市", "研发投入强度", 3.4, "%", (stated(REPORT, 7, "岚州研发投入强度为3.4%。"),), year=2020),
        Figure(
            "City:岚州市",
            "研发投入强度",
            4,
            "%",
            (stated(PLAN, 41, "到2025年岚州市达到4%以上。"),),
            year=2025,
            kind="target",
            bound="min",
        ),
        Figure("City:岚州市", "研发投入强度", 3.8, "%", (stated(REPORT, 8, "2025年岚州为3.8%。"),), year=2025),
        Figure("City:溪口市", "研发投入强度", 2.2, "%", (stated(PLAN, 42, "溪口市研发投入强度2.2%。"),), year=2020),
        Figure(
            "Region:岚川省",
            "高新技术企业数",
            12000,
            "家",
            (stated(PLAN, 43, "高新技术企业12000家。"),),
            year=2025,
            kind="target",
        ),
    ]
    return Facts(list(ENTITIES), ties, figures).sorted()


_REGION = [
    ("City:白石市", "PART_OF", "Region:岚东都市圈", "岚东都市圈还包括白石市和青崖市。"),
    ("City:青崖市", "PART_OF", "Region:岚东都市圈", "岚东都市圈还包括白石市和青崖市。"),
    ("Zone:白石经开区", "LOCATED_IN", "City:白石市", "白石经开区设在白石市。"),
    ("Zone:白石经开区", "FOCUSES_ON", "Industry:航天材料", "白石经开区主攻航天材料。"),
    ("Lab:深空材料重点实验室", "FOCUSES_ON", "Industry:航天材料", "深空材料重点实验室研究航天材料。"),
    ("Lab:岚溪联合实验室", "BUILT_BY", "City:岚州市", "岚州、溪口共建岚溪联合实验室。"),
    ("Lab:岚溪联合实验室", "BUILT_BY", "City:溪口市", "岚州、溪口共建岚溪联合实验室。"),
    ("Cluster:岚东装备集群", "BUILT_BY", "City:岚州市", "岚州、溪口、青崖共建岚东装备集群。"),
    ("Cluster:岚东装备集群", "BUILT_BY", "City:溪口市", "岚州、溪口、青崖共建岚东装备集群。"),
    ("Cluster:岚东装备集群", "BUILT_BY", "City:青崖市", "岚州、溪口、青崖共建岚东装备集群。"),
    ("Cluster:岚东装备集群", "FOCUSES_ON", "Industry:智能装备", "岚东装备集群聚焦智能装备。"),
    ("Company:青崖机械厂", "LOCATED_IN", "City:青崖市", "青崖机械厂在青崖。"),
    ("Company:青崖机械厂", "MEMBER_OF", "Alliance:岚川焊接联盟", "青崖机械厂加入岚川焊接联盟。"),
]


def region() -> Facts:
    """Give the invented region with a metropolitan area that can be analysed: four cities, vehicles, fields, dates."""
    found = facts()
    more = (
        "City:青崖市",
        "Zone:白石经开区",
        "Lab:岚溪联合实验室",
        "Cluster:岚东装备集群",
        "Company:青崖机械厂",
        "Policy:岚川年报",
    )
    found.entities.extend(_entity(*name.split(":")) for name in more)
    for number, (a, kind, b, quote) in enumerate(_REGION):
        told = (stated(PLAN, 60 + number, quote, "一、基础"),)
        if number in (3, 4):
            told = (*told, stated(REPORT, 60 + number, quote, "一、基础"))
        found.relations.append(Relation(a, kind, b, 0.9, told))
    dated = {"Policy:岚川省创新规划": (PLAN, "2021-05"), "Policy:岚川年报": (REPORT, "2023-02")}
    found.entities = [
        replace(e, properties={"source_document": dated[e.id][0], "date": dated[e.id][1]}) if e.id in dated else e
        for e in found.entities
    ]
    return found.sorted()


def crowded(count: int) -> Facts:
    """Give a city with many ties: the region above and ``count`` labs and firms in its zones."""
    found = region()
    zones = [_entity("Zone", f"岚州第{n}园区") for n in range(1, 25)]
    found.entities.extend(zones)
    for number, zone in enumerate(zones):
        found.relations.append(
            Relation(zone.id, "LOCATED_IN", "City:岚州市", 0.9, (stated(PLAN, 90 + number, f"{zone.name}位于岚州。"),))
        )
    for number in range(count):
        member = _entity(("Lab", "Company", "University", "Incubator")[number % 4], f"岚川第{number}精密制造中心")
        home = zones[number * number % 24].id if number % 3 else "City:岚州市"
        found.entities.append(member)
        found.relations.append(
            Relation(member.id, "LOCATED_IN", home, 0.7, (stated(PLAN, 200 + number, f"{member.name}。"),))
        )
    return found.sorted()


class MemoryStore:
    """Keeps facts in memory; answers one question about cities, and refuses what writes."""

    def __init__(self, held: Facts | None = None, uri: str = "memory:invented") -> None:
        self.uri = uri
        self.held = held or Facts()
        self.asked: list[tuple[str, Mapping[str, Any], int | None, float | None]] = []
        self.closed = False

    def load(self, facts: Facts, *, progress: Progress | None = None) -> list[DocumentChange]:
        self.held = facts.sorted()
        return [DocumentChange(name, "new", 0, 0, 0) for name in facts.documents()]

    def remove_document(self, document: str) -> DocumentChange:
        raise NotImplementedError

    def facts(self) -> Facts:
        return self.held

    def status(self) -> Status:
        labels: dict[str, int] = {}
        for entity in self.held.entities:
            labels[entity.label] = labels.get(entity.label, 0) + 1
        return Status(self.uri, labels, {}, len(self.held.figures), 0, dict.fromkeys(self.held.documents(), "0"))

    def query(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float | None = None,
    ) -> Rows:
        self.asked.append((cypher, dict(parameters or {}), limit, timeout))
        if "CREATE" in cypher.upper() or "DELETE" in cypher.upper():
            raise QueryError("the query writes: only reading is allowed here; remove CREATE")
        rows = tuple((e.name, len(e.aliases)) for e in self.held.entities)[: limit or None]
        return Rows(("name", "aliases"), rows, truncated=len(rows) < len(self.held.entities))

    def search(self, text: str, *, limit: int = 20) -> list[Entity]:
        return [e for e in self.held.entities if text in e.name][:limit]

    def profile(self, entity_id: str) -> Profile | None:
        known = {e.id: e for e in self.held.entities}
        if entity_id not in known:
            return None
        ties = [
            Tie(r, known[r.target if r.source == entity_id else r.source], r.source == entity_id)
            for r in self.held.relations
            if entity_id in (r.source, r.target)
        ]
        return Profile(known[entity_id], ties, [f for f in self.held.figures if f.entity == entity_id])

    def close(self) -> None:
        self.closed = True
