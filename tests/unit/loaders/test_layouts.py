"""Zones that a layout, a count or their administration tells."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("实行“一区三园”格局，即东岭本部园、南川软件园和与江州市合办的西桥新材料园。", ["东岭本部园", "西桥新材料园"]),
        ("“一核”即滨江产业整合区，重点发展光电。", ["滨江产业整合区"]),
        ("“东翼”为临湖芯港小镇，主导产业为集成电路。", ["临湖芯港小镇"]),
        ("拥有整机产业园、电控产业园、模具产业园三大产业聚集区。", ["整机产业园", "电控产业园", "模具产业园"]),
        ("布局两大产业园区：南湖光电产业园、北岸新材料产业园。", ["南湖光电产业园", "北岸新材料产业园"]),
        ("加快推动“生命谷”“能源谷”建设。", ["生命谷", "能源谷"]),
        ("“量子大道”周边集聚企业60家。", ["量子大道"]),
        ("中关村丰台园管委会与苏州工业园区管委会签约。", ["中关村丰台园", "苏州工业园区"]),
    ],
)
def test_zones_of_layouts_counts_and_administrations(text: str, names: list[str]) -> None:
    found = names_in(text)
    assert all(("Zone", name) in found for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "“一核”为主城区，“两翼”为东部新城和西部园区。",
        "形成核心区、拓展区、辐射区三大板块。",
        "规划建设生命健康、数字经济、智能制造三大产业园区。",
        "布局整机产业园、电控产业园五大产业聚集区。",
        "打造“东方芯谷”，努力成为“世界光谷”。",
        "各开发区管委会、高新区管委会要加强领导。",
    ],
)
def test_roles_kinds_and_slogans_are_no_zones(text: str) -> None:
    assert not any(label == "Zone" for label, _ in names_in(text))
