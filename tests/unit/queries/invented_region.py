"""A small invented region: three cities, their zones, platforms, policies and figures, stated by three documents."""

from __future__ import annotations

from graph.facts import Entity, Evidence, Facts, Figure, Relation

PLAN, REPORT, NOTICE = "plan_2021.txt", "report_2022.txt", "notice_2023.txt"
_SECTIONS = {PLAN: "一、布局 / （一）园区", REPORT: "二、进展", NOTICE: "三、政策"}


def quote(document: str, paragraph: int) -> str:
    """Give what one invented paragraph says, in 40 characters."""
    return f"（{document}第{paragraph}段）".ljust(40, "文")


def passage(document: str, paragraph: int, rule: str = "list") -> Evidence:
    """Give the evidence of one invented paragraph; each starts at a hundred."""
    start = paragraph * 100
    return Evidence(document, _SECTIONS[document], paragraph, start, start + 40, quote(document, paragraph), rule)


# id: (aliases, documents with the paragraph that names it)
_ENTITIES: dict[str, tuple[tuple[str, ...], tuple[tuple[str, int], ...]]] = {
    "Region:云岭省": (("云岭",), ((PLAN, 1), (NOTICE, 1))),
    "Region:临江都市圈": ((), ((PLAN, 1),)),
    "City:临江市": (("临江",), ((PLAN, 1), (PLAN, 2), (REPORT, 1), (NOTICE, 2))),
    "City:青石市": (("青石",), ((PLAN, 1), (PLAN, 2), (REPORT, 1))),
    "City:白桦市": (("白桦",), ((PLAN, 1), (REPORT, 3))),
    "Country:德国": ((), ((REPORT, 1),)),
    "Zone:临江高新区": (("临江高新技术产业开发区",), ((PLAN, 3), (REPORT, 2))),
    "Zone:临江软件园": ((), ((PLAN, 3),)),
    "Zone:青石高新区": ((), ((PLAN, 4),)),
    "Zone:白桦经开区": ((), ((REPORT, 3),)),
    "University:云岭大学": (("云大",), ((PLAN, 5), (REPORT, 2))),
    "ResearchInstitute:临江机器人研究院": ((), ((PLAN, 5),)),
    "Lab:智能装备重点实验室": ((), ((PLAN, 3), (PLAN, 5))),
    "Lab:新材料工程研究中心": ((), ((PLAN, 4),)),
    "Alliance:机器人产业联盟": ((), ((PLAN, 5),)),
    "Incubator:青石众创空间": ((), ((PLAN, 4), (REPORT, 3))),
    "Company:临江机器人公司": (("云大",), ((PLAN, 3), (PLAN, 5))),
    "Company:青石石墨公司": ((), ((PLAN, 4),)),
    "Cluster:新材料集群": ((), ((PLAN, 2),)),
    "GovernmentBody:云岭省科技厅": ((), ((NOTICE, 1),)),
    "Policy:云岭省创新规划": ((), ((NOTICE, 1), (NOTICE, 2))),
    "Policy:临江市人才办法": ((), ((NOTICE, 2),)),
    "Programme:雁归计划": ((), ((NOTICE, 2),)),
    "Fund:云岭创新基金": ((), ((NOTICE, 3),)),
    "Industry:机器人": ((), ((PLAN, 3), (PLAN, 5))),
    "Industry:新材料": ((), ((PLAN, 2), (PLAN, 4))),
    "Industry:生物医药": ((), ((REPORT, 3),)),
}

_TIES: tuple[tuple[str, str, str, float, tuple[tuple[str, int], ...]], ...] = (
    ("City:临江市", "PART_OF", "Region:临江都市圈", 0.95, ((PLAN, 1),)),
    ("City:青石市", "PART_OF", "Region:临江都市圈", 0.95, ((PLAN, 1),)),
    ("Zone:临江高新区", "LOCATED_IN", "City:临江市", 0.95, ((PLAN, 3), (REPORT, 2))),
    ("Zone:临江软件园", "PART_OF", "Zone:临江高新区", 0.9, ((PLAN, 3),)),
    ("Zone:青石高新区", "LOCATED_IN", "City:青石市", 0.95, ((PLAN, 4),)),
    ("Zone:白桦经开区", "LOCATED_IN", "City:白桦市", 0.9, ((REPORT, 3),)),
    ("University:云岭大学", "LOCATED_IN", "City:临江市", 0.8, ((PLAN, 5),)),
    ("ResearchInstitute:临江机器人研究院", "LOCATED_IN", "Zone:临江高新区", 0.9, ((PLAN, 5),)),
    ("Lab:智能装备重点实验室", "LOCATED_IN", "Zone:临江高新区", 0.9, ((PLAN, 3),)),
    ("Lab:新材料工程研究中心", "LOCATED_IN", "Zone:青石高新区", 0.9, ((PLAN, 4),)),
    ("Alliance:机器人产业联盟", "LOCATED_IN", "Zone:临江高新区", 0.85, ((PLAN, 5),)),
    ("Incubator:青石众创空间", "LOCATED_IN", "Zone:青石高新区", 0.9, ((PLAN, 4),)),
    ("Incubator:青石众创空间", "LOCATED_IN", "City:白桦市", 0.5, ((REPORT, 3),)),
    ("Company:临江机器人公司", "LOCATED_IN", "Zone:临江软件园", 0.9, ((PLAN, 3),)),
    ("Company:青石石墨公司", "LOCATED_IN", "City:青石市", 0.8, ((PLAN, 4),)),
    ("Lab:智能装备重点实验室", "RELIES_ON", "University:云岭大学", 0.9, ((PLAN, 5),)),
    ("Alliance:机器人产业联盟", "RELIES_ON", "Company:临江机器人公司", 0.9, ((PLAN, 5),)),
    ("Company:临江机器人公司", "MEMBER_OF", "Alliance:机器人产业联盟", 0.9, ((PLAN, 5),)),
    ("University:云岭大学", "MEMBER_OF", "Alliance:机器人产业联盟", 0.9, ((PLAN, 5),)),
    ("Lab:新材料工程研究中心", "BUILT_BY", "Company:青石石墨公司", 0.9, ((PLAN, 4),)),
    ("Cluster:新材料集群", "BUILT_BY", "City:临江市", 0.9, ((PLAN, 2),)),
    ("Cluster:新材料集群", "BUILT_BY", "City:青石市", 0.9, ((PLAN, 2),)),
    ("Cluster:新材料集群", "FOCUSES_ON", "Industry:新材料", 0.9, ((PLAN, 2),)),
    ("City:临江市", "FOCUSES_ON", "Industry:新材料", 0.7, ((PLAN, 2),)),
    ("Zone:临江高新区", "FOCUSES_ON", "Industry:机器人", 0.9, ((PLAN, 3),)),
    ("Zone:青石高新区", "FOCUSES_ON", "Industry:新材料", 0.9, ((PLAN, 4),)),
    ("Zone:白桦经开区", "FOCUSES_ON", "Industry:生物医药", 0.9, ((REPORT, 3),)),
    ("Lab:智能装备重点实验室", "FOCUSES_ON", "Industry:机器人", 0.9, ((PLAN, 5),)),
    ("Lab:新材料工程研究中心", "FOCUSES_ON", "Industry:新材料", 0.9, ((PLAN, 4),)),
    ("Alliance:机器人产业联盟", "FOCUSES_ON", "Industry:机器人", 0.85, ((PLAN, 5),)),
    ("City:临江市", "COLLABORATES_WITH", "Country:德国", 0.8, ((REPORT, 1),)),
    ("Company:临江机器人公司", "COLLABORATES_WITH", "University:云岭大学", 0.9, ((PLAN, 5), (REPORT, 2))),
    ("Policy:云岭省创新规划", "ISSUED_BY", "GovernmentBody:云岭省科技厅", 0.95, ((NOTICE, 1),)),
    ("Policy:云岭省创新规划", "APPLIES_TO", "Region:云岭省", 0.95, ((NOTICE, 1),)),
    ("Policy:临江市人才办法", "ISSUED_BY", "City:临江市", 0.9, ((NOTICE, 2),)),
    ("Policy:临江市人才办法", "APPLIES_TO", "City:临江市", 0.9, ((NOTICE, 2),)),
    ("Policy:临江市人才办法", "BASED_ON", "Policy:云岭省创新规划", 0.9, ((NOTICE, 2),)),
    ("Programme:雁归计划", "PART_OF", "Policy:临江市人才办法", 0.9, ((NOTICE, 2),)),
    ("Programme:雁归计划", "ISSUED_BY", "City:临江市", 0.7, ((NOTICE, 2),)),
)

JOINT_BUILDERS = Relation(
    "City:临江市",
    "COLLABORATES_WITH",
    "City:青石市",
    0.75,
    (passage(PLAN, 2, "joint_builders"),),
    derived=True,
    derived_from=("Cluster:新材料集群|BUILT_BY|City:临江市", "Cluster:新材料集群|BUILT_BY|City:青石市"),
)

_FIGURES = (
    Figure("City:临江市", "高新技术企业数", 500.0, "家", (passage(PLAN, 6, "table"),), None, 2025, "target", "min"),
    Figure("City:临江市", "高新技术企业数", 420.0, "家", (passage(REPORT, 1, "table"),), year=2022),
    Figure("City:青石市", "高新技术企业数", 80.0, "家", (passage(REPORT, 1, "table"),), year=2022),
    Figure("City:青石市", "研发投入强度", 2.5, "%", (passage(PLAN, 6, "range"),), max=3.0, year=2025, kind="target"),
    Figure("Zone:临江高新区", "营业收入", 100.0, "亿元", (passage(PLAN, 3, "sentence"),), year=2020),
    Figure("Zone:临江高新区", "营业收入", 120.0, "亿元", (passage(REPORT, 2, "sentence"),), year=2020, confidence=0.6),
)


def region_facts() -> Facts:
    """Build the facts of the invented region, in canonical order."""
    entities = [
        Entity(
            id=key,
            label=key.partition(":")[0],
            name=key.partition(":")[2],
            aliases=aliases,
            documents=tuple(sorted({document for document, _ in places})),
            evidence=tuple(sorted(passage(document, number, "name") for document, number in places)),
        )
        for key, (aliases, places) in _ENTITIES.items()
    ]
    relations = [
        Relation(source, type_, target, confidence, tuple(passage(d, n) for d, n in places))
        for source, type_, target, confidence, places in _TIES
    ]
    return Facts(entities, [*relations, JOINT_BUILDERS], list(_FIGURES)).sorted()
