"""The example of every question over the invented region: the parameters given, and the rows that answer it."""

from __future__ import annotations

from typing import Any

from tests.unit.queries.invented_region import NOTICE, PLAN, REPORT, quote

ANSWERS: dict[str, tuple[dict[str, Any], list[tuple[Any, ...]]]] = {
    "carriers_by_city": (
        {},
        [
            ("临江市", "Zone", 2),
            ("临江市", "Alliance", 1),
            ("临江市", "Company", 1),
            ("临江市", "Lab", 1),
            ("临江市", "ResearchInstitute", 1),
            ("临江市", "University", 1),
            ("白桦市", "Incubator", 1),
            ("白桦市", "Zone", 1),
            ("青石市", "Company", 1),
            ("青石市", "Incubator", 1),
            ("青石市", "Lab", 1),
            ("青石市", "Zone", 1),
        ],
    ),
    "labs_in_zone": (
        {"zone": "临江高新技术产业开发区"},
        [
            ("临江高新区", "智能装备重点实验室", 0.9, [PLAN]),
        ],
    ),
    "members_of_region": (
        {},
        [
            ("临江都市圈", "City", "临江市", 0.95, [PLAN]),
            ("临江都市圈", "City", "青石市", 0.95, [PLAN]),
        ],
    ),
    "standing_in_place": (
        {"place": "青石高新区"},
        [
            ("青石高新区", "Incubator", "青石众创空间", 0.9, [PLAN]),
            ("青石高新区", "Lab", "新材料工程研究中心", 0.9, [PLAN]),
        ],
    ),
    "where_is": (
        {"name": "智能装备重点实验室"},
        [
            ("智能装备重点实验室", "临江高新区", "Zone", 1),
            ("智能装备重点实验室", "临江市", "City", 2),
            ("智能装备重点实验室", "临江都市圈", "Region", 3),
        ],
    ),
    "within_place": (
        {"place": "临江", "class": "Company"},
        [
            ("Company", "临江机器人公司", 3),
        ],
    ),
    "zones_of_city": (
        {"city": "临江"},
        [
            ("临江市", "临江软件园", []),
            ("临江市", "临江高新区", ["机器人"]),
        ],
    ),
    "carriers_of_industry": (
        {"industry": "机器人"},
        [
            ("机器人", "Alliance", "机器人产业联盟", 0.85, [PLAN]),
            ("机器人", "Lab", "智能装备重点实验室", 0.9, [PLAN]),
            ("机器人", "Zone", "临江高新区", 0.9, [PLAN]),
        ],
    ),
    "chain_of_industry": (
        {},
        [
            ("新材料", "", 0, 0, 1),
            ("新材料", "青石市", 1, 0, 1),
            ("机器人", "临江市", 1, 1, 1),
            ("生物医药", "白桦市", 0, 0, 1),
        ],
    ),
    "clusters_and_builders": (
        {"industry": "新材料"},
        [
            ("新材料集群", ["临江市", "青石市"], ["新材料"]),
        ],
    ),
    "industries_of_place": (
        {"place": "临江"},
        [
            ("临江市", "新材料", ["临江市"]),
            ("临江市", "机器人", ["临江高新区", "智能装备重点实验室", "机器人产业联盟"]),
        ],
    ),
    "industries_without_research": (
        {},
        [
            ("生物医药", ["白桦经开区"]),
        ],
    ),
    "industry_reach": (
        {},
        [
            ("新材料", 4, 1, 2),
            ("机器人", 3, 1, 1),
            ("生物医药", 1, 1, 1),
        ],
    ),
    "shared_industries": (
        {"a": "青石市", "b": "临江"},
        [
            ("青石市", "临江市", "新材料", 3, 2),
        ],
    ),
    "alliance_members": (
        {},
        [
            ("机器人产业联盟", "Company", "临江机器人公司", ["临江软件园"]),
            ("机器人产业联盟", "University", "云岭大学", ["临江市"]),
        ],
    ),
    "alliances_of_zone": (
        {},
        [
            ("临江高新区", "机器人产业联盟", ["临江机器人公司"], ["临江机器人公司", "云岭大学"]),
        ],
    ),
    "backbone_organisations": (
        {},
        [
            ("City", "临江市", 1, ["新材料集群"]),
            ("City", "青石市", 1, ["新材料集群"]),
            ("Company", "临江机器人公司", 1, ["机器人产业联盟"]),
            ("Company", "青石石墨公司", 1, ["新材料工程研究中心"]),
            ("University", "云岭大学", 1, ["智能装备重点实验室"]),
        ],
    ),
    "between": (
        {"a": "临江", "b": "青石"},
        [
            ("Cluster", "新材料集群", "BUILT_BY", "BUILT_BY"),
            ("Region", "临江都市圈", "PART_OF", "PART_OF"),
        ],
    ),
    "city_partnerships": (
        {},
        [
            ("临江市", "青石市", 0, 1, ["新材料集群"]),
        ],
    ),
    "foreign_partners": (
        {},
        [
            ("德国", "City", "临江市", 0.8, [REPORT]),
        ],
    ),
    "joint_builders": (
        {},
        [
            ("Cluster", "新材料集群", ["临江市", "青石市"]),
        ],
    ),
    "labs_without_outside_partner": (
        {"place": "临江"},
        [
            ("智能装备重点实验室", ["云岭大学"], [PLAN]),
        ],
    ),
    "works_with": (
        {"name": "临江", "min_confidence": 0.78},
        [
            ("临江市", "德国", "Country", False, 0.8, [REPORT]),
        ],
    ),
    "issuers": (
        {},
        [
            ("City", "临江市", 2, ["临江市人才办法", "雁归计划"]),
            ("GovernmentBody", "云岭省科技厅", 1, ["云岭省创新规划"]),
        ],
    ),
    "places_without_policy": (
        {},
        [
            ("City", "白桦市", []),
            ("City", "青石市", []),
            ("Zone", "临江软件园", ["临江市人才办法"]),
            ("Zone", "临江高新区", ["临江市人才办法"]),
            ("Zone", "白桦经开区", []),
            ("Zone", "青石高新区", []),
        ],
    ),
    "policies_for_place": (
        {"place": "临江软件园"},
        [
            ("临江市人才办法", "Policy", "临江市", 2),
        ],
    ),
    "policy_basis": (
        {},
        [
            ("临江市人才办法", "云岭省创新规划", 1),
        ],
    ),
    "policy_scope": (
        {},
        [
            ("临江市人才办法", "Policy", "临江市", ["临江市"], [NOTICE]),
            ("云岭省创新规划", "Policy", "云岭省", ["云岭省科技厅"], [NOTICE]),
        ],
    ),
    "programmes_of_policy": (
        {},
        [
            ("临江市人才办法", "雁归计划", ["临江市"]),
        ],
    ),
    "compare_indicator": (
        {"indicator": "企业", "kind": "actual"},
        [
            ("高新技术企业数", 2022, "actual", "City", "临江市", 420.0, None, "家", None),
            ("高新技术企业数", 2022, "actual", "City", "青石市", 80.0, None, "家", None),
        ],
    ),
    "figure_conflicts": (
        {},
        [
            ("临江高新区", "营业收入", 2020, "actual", "亿元", 100.0, 120.0, [PLAN], [REPORT]),
        ],
    ),
    "figures_of": (
        {"name": "青石"},
        [
            ("青石市", "研发投入强度", 2025, "target", None, 2.5, 3.0, "%", [PLAN]),
            ("青石市", "高新技术企业数", 2022, "actual", None, 80.0, None, "家", [REPORT]),
        ],
    ),
    "indicators": (
        {},
        [
            ("高新技术企业数", "家", 3, 2, 2022, 2025),
            ("营业收入", "亿元", 2, 1, 2020, 2020),
            ("研发投入强度", "%", 1, 1, 2025, 2025),
        ],
    ),
    "targets_vs_actuals": (
        {},
        [
            ("临江市", "高新技术企业数", "家", 2022, 420.0, 2025, 500.0, "min", 0.84),
        ],
    ),
    "corroborated_ties": (
        {},
        [
            ("临江机器人公司", "COLLABORATES_WITH", "云岭大学", 2, [PLAN, REPORT], 0.9),
            ("临江高新区", "LOCATED_IN", "临江市", 2, [PLAN, REPORT], 0.95),
        ],
    ),
    "documents_overview": (
        {},
        [
            (NOTICE, 3, 7, 7, 0),
            (PLAN, 6, 19, 29, 3),
            (REPORT, 3, 9, 6, 3),
        ],
    ),
    "evidence_of_tie": (
        {"a": "云大", "b": "临江机器人公司"},
        [
            (
                "临江机器人公司",
                "COLLABORATES_WITH",
                "云岭大学",
                False,
                0.9,
                PLAN,
                "一、布局 / （一）园区",
                5,
                500,
                540,
                quote(PLAN, 5),
            ),
            (
                "临江机器人公司",
                "COLLABORATES_WITH",
                "云岭大学",
                False,
                0.9,
                REPORT,
                "二、进展",
                2,
                200,
                240,
                quote(REPORT, 2),
            ),
        ],
    ),
    "mentions_of": (
        {"name": "青石高新区"},
        [
            ("青石高新区", "Zone", PLAN, "一、布局 / （一）园区", 4, 400, 440, quote(PLAN, 4)),
        ],
    ),
    "named_together": (
        {"name": "青石众创空间", "limit": 3},
        [
            ("City", "白桦市", 1),
            ("Company", "青石石墨公司", 1),
            ("Industry", "新材料", 1),
        ],
    ),
    "conflicting_locations": (
        {},
        [
            ("Incubator", "青石众创空间", "白桦市", "青石高新区", [REPORT], [PLAN]),
        ],
    ),
    "derived_ties": (
        {},
        [
            (
                "临江市",
                "COLLABORATES_WITH",
                "青石市",
                ["joint_builders"],
                ["Cluster:新材料集群|BUILT_BY|City:临江市", "Cluster:新材料集群|BUILT_BY|City:青石市"],
                0.75,
            ),
        ],
    ),
    "entities_without_ties": (
        {},
        [
            ("Fund", "云岭创新基金", 0, [NOTICE]),
        ],
    ),
    "low_confidence_ties": (
        {"limit": 2},
        [
            (0.5, "青石众创空间", "LOCATED_IN", "白桦市", ["list"], [REPORT]),
            (0.7, "临江市", "FOCUSES_ON", "新材料", ["list"], [PLAN]),
        ],
    ),
    "shared_aliases": (
        {},
        [
            ("云大", ["Company:临江机器人公司", "University:云岭大学"]),
        ],
    ),
    "single_source_entities": (
        {"class": "Industry"},
        [
            (PLAN, "Industry", "新材料"),
            (PLAN, "Industry", "机器人"),
            (REPORT, "Industry", "生物医药"),
        ],
    ),
    "sources_by_type": (
        {},
        [
            ("LOCATED_IN", 12, 11, 0, 0.854),
            ("FOCUSES_ON", 8, 8, 0, 0.869),
            ("PART_OF", 4, 4, 0, 0.925),
            ("BUILT_BY", 3, 3, 0, 0.9),
            ("COLLABORATES_WITH", 3, 2, 1, 0.817),
            ("ISSUED_BY", 3, 3, 0, 0.85),
            ("APPLIES_TO", 2, 2, 0, 0.925),
            ("MEMBER_OF", 2, 2, 0, 0.9),
            ("RELIES_ON", 2, 2, 0, 0.9),
            ("BASED_ON", 1, 1, 0, 0.9),
        ],
    ),
}
