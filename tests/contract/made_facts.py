"""Facts made for the contract of the stores: two documents of an invented region that agree in part."""

from __future__ import annotations

from graph.facts import Entity, Evidence, Facts, Figure, Relation

PLAN, NEWS = "泽阳规划.md", "泽阳日报.txt"
CITY, ZONE, LAB, UNIVERSITY, COMPANY = (
    "City:泽阳市", "Zone:泽阳高新区", "Lab:泽阳激光实验室", "University:泽阳大学", "Company:泽阳Photonics公司"
)  # fmt: skip
IN_ZONE, IN_CITY = f"{LAB}|LOCATED_IN|{ZONE}", f"{ZONE}|LOCATED_IN|{CITY}"
LAB_IN_CITY = f"{LAB}|LOCATED_IN|{CITY}"


def cite(document: str, start: int, rule: str = "made", length: int = 6) -> Evidence:
    """Give evidence whose quote follows from its place."""
    return Evidence(document, "一 / 二", start // 10 + 1, start, start + length, f"引文{start}", rule)


def entity(id_: str, *evidence: Evidence, aliases: tuple[str, ...] = (), **properties: str | int) -> Entity:
    """Give an entity named by its id."""
    label, _, name = id_.partition(":")
    documents = tuple(sorted({e.document for e in evidence}))
    return Entity(id_, label, name, aliases, documents, evidence, properties)


def tie(key: str, *evidence: Evidence, confidence: float = 0.9, derived_from: tuple[str, ...] = ()) -> Relation:
    """Give a tie named by its key."""
    source, type_, target = key.split("|")
    return Relation(source, type_, target, confidence, evidence, bool(derived_from), derived_from)


def plan() -> Facts:
    """Give what the plan says alone."""
    return Facts(
        [
            entity(CITY, cite(PLAN, 0), cite(PLAN, 10, "other")),
            entity(ZONE, cite(PLAN, 20), aliases=("高新区",), level="国家级", established=1992),
            entity(LAB, cite(PLAN, 30)),
        ],
        [tie(IN_CITY, cite(PLAN, 40), confidence=0.8), tie(IN_ZONE, cite(PLAN, 50))],
        [Figure(ZONE, "总产值", 51.5, "亿元", (cite(PLAN, 60),), year=2022)],
    ).sorted()


def news() -> Facts:
    """Give what the newspaper says alone: a tie and a figure of the plan, and more."""
    return Facts(
        [
            entity(CITY, cite(NEWS, 0)),
            entity(ZONE, cite(NEWS, 20), aliases=("泽阳高新技术产业开发区",)),
            entity(UNIVERSITY, cite(NEWS, 30), aliases=("泽大",)),
            entity(COMPANY, cite(NEWS, 35), aliases=("ＺＹ Photonics",)),
        ],
        [
            tie(IN_CITY, cite(NEWS, 40), confidence=0.95),
            tie(f"{UNIVERSITY}|LOCATED_IN|{CITY}", cite(NEWS, 50)),
        ],
        [
            Figure(ZONE, "总产值", 51.5, "亿元", (cite(NEWS, 60),), year=2022),
            Figure(ZONE, "企业数", 100.0, "家", (cite(NEWS, 70),), max=120.0, year=2027, kind="target", bound="min"),
        ],
    ).sorted()


def together(*parts: Facts) -> Facts:
    """Give the records of several facts in one."""
    return Facts(
        [e for p in parts for e in p.entities],
        [r for p in parts for r in p.relations],
        [f for p in parts for f in p.figures],
    )
