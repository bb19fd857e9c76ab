"""Names said again."""

from __future__ import annotations

from tests.unit.loaders.reading import facts_of


def test_a_name_shown_once_is_meant_again() -> None:
    facts = facts_of("两核为滨竹湾新区和水荷功能区，其中滨竹湾新区聚焦人工智能，水荷功能区主攻新能源、环保装备。\n")
    ties = {(t.source[1], t.type, t.target[1]) for t in facts.ties}
    assert ("水荷功能区", "FOCUSES_ON", "新能源") in ties
    assert ("滨竹湾新区", "FOCUSES_ON", "环保装备") not in ties


def test_the_end_of_a_name_means_it_where_it_stands_free() -> None:
    facts = facts_of(
        "合肥综合性国家科学中心能源研究院揭牌。当天，能源研究院与沧岭大学签署合作协议，新能源研究院未参加。"
    )
    ties = {frozenset((t.source[1], t.target[1])) for t in facts.ties if t.type == "COLLABORATES_WITH"}

    assert ties == {frozenset({"合肥综合性国家科学中心能源研究院", "沧岭大学"})}


def test_a_park_is_called_by_its_first_and_last_characters() -> None:
    found = facts_of("云栖高教科创园正式开园。云栖园由苏州市建设，重点发展生物医药。云栖园区发展良好。")
    assert (("Zone", "云栖高教科创园"), "BUILT_BY", ("City", "苏州市")) in {
        (t.source, t.type, t.target) for t in found.ties
    }
    assert sum(m.name == "云栖高教科创园" for m in found.mentions) == 2
