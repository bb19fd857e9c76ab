from __future__ import annotations

from views.parts.heat import Cell, _chart, as_table

CELLS = [Cell("甲", "乙", 3, "3", "甲与乙：3 个"), Cell("乙", "甲", 0, "0", "<b>乙</b>与甲：0 个", marked=True)]


def test_the_numbers_stand_in_the_cells_and_dark_cells_have_light_ink() -> None:
    spec = _chart(CELLS, ["甲", "乙"], ["甲", "乙"], 40).to_dict()

    rows = next(iter(spec["datasets"].values()))
    assert [(row["text"], row["dark"], row["marked"]) for row in rows] == [("3", True, False), ("0", False, True)]
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["rect", "text", "text", "text", "rect"]


def test_the_table_says_the_same_escaped() -> None:
    table = as_table(CELLS, ["甲", "乙"], ["甲", "乙"], "成员")

    assert "甲与乙：3 个" in table
    assert "<b>乙" not in table
    assert table.count('scope="row"') == 2
