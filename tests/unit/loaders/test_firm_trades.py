from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of


@pytest.mark.parametrize(
    ("text", "trade", "firms"),
    [
        ("芜湖高新区集聚了埃夫特、瑞祥、奥一等工业机器人企业。", "工业机器人", {"埃夫特", "瑞祥"}),
        ("合肥高新区拥有国盾量子、本源量子、国仪量子等量子信息企业30余家。", "量子信息", {"国盾量子", "本源量子"}),
        ("常州高新区不仅有纳恩博、高尔登等高端服务业机器人企业，", "服务业机器人", {"纳恩博", "高尔登"}),
    ],
)
def test_firms_of_a_list_are_of_the_trade_that_closes_it(text: str, trade: str, firms: set[str]) -> None:
    facts = facts_of(text)
    assert firms <= {t.source[1] for t in facts.ties if t.type == "FOCUSES_ON" and t.target[1] == trade}
    assert firms <= {t.source[1] for t in facts.ties if t.type == "LOCATED_IN" and t.target[1].endswith("高新区")}


def test_what_is_said_of_the_firms_may_hold_a_comma() -> None:
    found = facts_of("南山区涌现出雷赛智能、英威腾、大疆科技等一批研发实力强，掌握核心技术的企业。")
    assert ("雷赛智能", "南山区") in {(t.source[1], t.target[1]) for t in found.ties if t.type == "LOCATED_IN"}


def test_a_list_of_common_words_names_no_firms() -> None:
    found = facts_of("全县拥有纺织、服装、化工等传统企业60家，外贸、物流、会展等服务企业8家。")
    assert not [m for m in found.mentions if m.label == "Company"]
