"""Facts of an invented region whose names are as awkward as names can be."""

from __future__ import annotations

from dataclasses import replace

from graph.facts import Entity, Facts, Figure, Relation
from tests.unit.graph.invented_facts import PLAN, evidence
from tests.unit.graph.invented_facts import facts as invented

NAMES = (
    "=HYPERLINK(\"x\")",
    "甲'}) DETACH DELETE n //",
    "甲\\' OR 1=1 //",
    "\\u0027 RETURN 1 //",
    "\\\\u0027",
    "末尾\\",
    "`乙`; RETURN 1;",
    "</script><img src=x onerror=alert(1)>",
    "href\"onclick=\"alert(1)",
    "a,b;c\t\"d\"",
    "丙\x07丁",
    "$rows",
    "昇喆堃珺㐀",
)  # fmt: skip


def hostile() -> Facts:
    """Give the invented facts and an organisation, with a tie and a figure, for each awkward name."""
    facts = invented()
    for number, name in enumerate(NAMES):
        id_ = f"Company:{name}"
        cited = replace(evidence(300 + 10 * number, 308 + 10 * number), quote=name + "\n;RETURN 1;\r", section=name)
        facts.entities.append(Entity(id_, "Company", name, (name + "别名",), (PLAN,), (cited,), {"address": name}))
        facts.relations.append(Relation(id_, "LOCATED_IN", "City:青川市", 0.5, (cited,)))
        facts.figures.append(Figure(id_, name, 1.5, "=%", (cited,), year=2025))
    return facts.sorted()
