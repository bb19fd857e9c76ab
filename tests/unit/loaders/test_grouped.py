from __future__ import annotations

import pytest

from loaders.grouped import grouped
from loaders.lexicon import load_lexicon
from tests.unit.loaders.marked import paragraph_of
from tests.unit.loaders.reading import facts_of


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("重点发展三大主导产业（智能终端、新能源汽车、生物医药）。", {"智能终端", "新能源汽车", "生物医药"}),
        ("打造五大千亿级产业集群（集成电路、软件、快消品）。", {"集成电路", "软件", "快消品"}),
        ("培育一批新兴产业（网络安全、智能制造等），", {"网络安全", "智能制造"}),
        ("四大服务业(会展商务、金融贸易、现代物流)，", {"会展商务", "金融贸易", "现代物流"}),
    ],
)
def test_a_group_holds_fields_in_its_brackets(text: str, fields: set[str]) -> None:
    assert {m.surface for m in grouped(paragraph_of(text), load_lexicon())} == fields


@pytest.mark.parametrize(
    "text",
    [
        "10个产业（工业园）项目",
        "三大产业（第一产业、第二产业）",
        "四大集群（产值500亿元、300亿元）",
        "两个领域（科技部、商务部）",
    ],
)
def test_other_brackets_hold_none(text: str) -> None:
    assert not list(grouped(paragraph_of(text), load_lexicon()))


def test_a_place_leans_on_the_fields_of_its_groups_and_on_their_own() -> None:
    text = "青岛高新区重点发展三大航空产业（航空保障、航空物流、航空维修），两大服务业（会展商务、金融贸易）。"
    found = {t.target[1] for t in facts_of(text).ties if t.type == "FOCUSES_ON"}
    assert {"航空保障", "航空物流", "航空维修", "会展商务", "金融贸易", "航空"} <= found
