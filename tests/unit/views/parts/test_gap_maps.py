from __future__ import annotations

from dataclasses import replace

from graph.analysis.gaps import link_gaps
from graph.analysis.ground import Ground
from tests.unit.graph.analysis.plan_facts import plan
from tests.unit.views.invented import region
from views.parts import gap_maps
from views.parts.heat import as_table


def test_pairs_show_shared_vehicles_beside_what_chance_gives() -> None:
    cells, names = gap_maps.pairs(Ground(plan()), (), gap_maps.SHARED, "zh")

    held = {(cell.row, cell.column): cell for cell in cells}
    assert len(cells) == len(names) * (len(names) - 1)
    assert (held["沈阳", "鞍山"].text, held["沈阳", "鞍山"].small) == ("1", "期望 1.52")
    assert held["鞍山", "沈阳"].value == 1
    assert "不可检验" in held["沈阳", "鞍山"].told


def test_pairs_count_industries_without_recorded_cooperation() -> None:
    ground = Ground(_projected())

    cells, _ = gap_maps.pairs(ground, link_gaps(ground), gap_maps.OPEN, "en")

    held = {(cell.row, cell.column): cell for cell in cells}
    assert held["岚州", "白石"].text == held["白石", "岚州"].text == "1"
    assert held["岚州", "溪口"].text == "0"


def test_industries_tell_the_stages_by_letter_and_mark_cells_with_items() -> None:
    ground = Ground(_projected())

    items = [replace(gap, grade="B") for gap in link_gaps(ground)]

    cells, fields, names, left = gap_maps.industries(ground, items, "zh", 1)
    whole, every, _, _ = gap_maps.industries(ground, items, "zh", None)
    unsure, *_ = gap_maps.industries(ground, link_gaps(ground), "zh", None)

    assert (len(fields), left, len(every)) == (1, 1, 2)
    assert len(cells) == len(names)
    held = {(cell.row, cell.column): cell for cell in whole}
    assert held["航天材料", "岚州"].small == "研产"
    assert held["航天材料", "岚州"].marked
    assert not any(cell.marked for cell in unsure)
    assert held["航天材料", "青崖"].text == "·"
    assert "未见记载" in as_table(whole, every, names, "产业")


def _projected():
    from graph.projection.build import project

    return project(region(), (), region="岚东都市圈", pole="岚州市")
