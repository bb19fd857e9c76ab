"""Firms that only their place tells."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("芜湖甲铜省重点实验室（依托楚江竹材）。", "楚江竹材"),
        ("（1）芜湖硅基新材料产业集群。以合竹硅业、东山希望为链主企业。", "东山希望"),
        ("芜湖乙光技术创新中心（牵头单位：杉湖松鼠）。", "杉湖松鼠"),
    ],
)
def test_a_short_name_where_firms_stand_is_one(text: str, firm: str) -> None:
    assert ("Company", firm) in {(m.label, m.name) for m in facts_of(text).mentions}


def test_a_common_noun_where_firms_stand_is_none() -> None:
    facts = facts_of("芜湖甲铜省重点实验室（依托有关企业）。以新材料产业为龙头企业。")
    assert "Company" not in {m.label for m in facts.mentions}
