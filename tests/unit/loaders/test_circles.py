"""Metropolitan areas whose members are listed with insertions."""

from __future__ import annotations

from tests.unit.loaders.reading import facts_of

TEXT = (
    "洛阳都市圈是以洛阳市为中心，包括洛阳市全域（含伊滨区），三门峡市湖滨区、陕州区、灵宝市（不含卢氏县），"
    "焦作市孟州市，总面积2.7万平方公里，常住人口960万人。"
)


def test_all_of_a_list_with_insertions_belong_to_the_area() -> None:
    found = {t.source[1] for t in facts_of(TEXT).ties if (t.type, t.target[1]) == ("PART_OF", "洛阳都市圈")}
    assert {"洛阳市", "湖滨区", "陕州区", "灵宝市", "孟州市"} <= found
    assert not {"卢氏县", "伊滨区"} & found


def test_what_is_measured_behind_the_list_is_the_area() -> None:
    assert {(m.subject[1], m.figure.value) for m in facts_of(TEXT).figures} == {
        ("洛阳都市圈", 2.7),
        ("洛阳都市圈", 960),
    }


def test_a_short_list_or_another_verb_is_no_membership() -> None:
    assert not any("insertions" in t.evidence.rule for t in facts_of("洛阳都市圈支持洛阳市、焦作市、济源市发展。").ties)
