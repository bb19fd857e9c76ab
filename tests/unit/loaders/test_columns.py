"""Tables whose columns state ties."""

from __future__ import annotations

from tests.unit.loaders.reading import facts_of


def _ties(text: str) -> set[tuple[str, str, str]]:
    return {(t.source[1], t.type, t.target[1]) for t in facts_of(text).ties}


def test_columns_tell_what_things_rely_on_and_where_they_stand() -> None:
    found = _ties(
        "认定名单\n序号\t名称\t依托单位\t所在地\n1\t苏州市甲光重点实验室\t苏州大学\t昆山市\n2\t南通市乙材工程技术研究中心\t"
        "南通大学\t南通市\n"
    )
    assert ("苏州市甲光重点实验室", "RELIES_ON", "苏州大学") in found
    assert ("苏州市甲光重点实验室", "LOCATED_IN", "昆山市") in found
    assert ("南通市乙材工程技术研究中心", "RELIES_ON", "南通大学") in found


def test_a_table_of_numbers_states_no_ties() -> None:
    assert _ties("统计表\n地区\t企业数\n苏州市\t12\n南通市\t9\n") == set()


def test_places_and_their_fields() -> None:
    found = _ties("表1\n城市\t企业（家）\t主导方向\n苏州市\t12\t集成电路、量子器件材料\n南通市\t9\t——\n")
    assert found == {("苏州市", "FOCUSES_ON", "集成电路"), ("苏州市", "FOCUSES_ON", "量子器件材料")}
