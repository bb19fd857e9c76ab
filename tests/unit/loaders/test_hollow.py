from __future__ import annotations

import pytest

from loaders.hollow import compass, is_new_area, joint_of_two, of_two_cities
from loaders.lexicon import load_lexicon
from tests.unit.loaders.reading import names_in


@pytest.mark.parametrize(("name", "expected"), [("滨海新区", True), ("天津滨海新区", True), ("绍兴滨海新区", False)])
def test_a_new_area_is_a_district_at_its_own_place_only(name: str, expected: bool) -> None:
    assert is_new_area(name, load_lexicon()) is expected


def test_a_joint_laboratory_is_not_named_by_one_of_two() -> None:
    text = "东岳公司与上海交通大学联合实验室"
    assert joint_of_two(text, 5, len(text) - 5, "联合实验室", load_lexicon())
    assert not joint_of_two("上海交通大学联合实验室", 0, 6, "联合实验室", load_lexicon())
    assert "Lab" not in {label for label, _ in names_in("山东东岳有限公司与上海交通大学联合实验室获奖。")}


def test_the_side_on_which_a_zone_lies_is_no_part_of_its_name() -> None:
    lexicon = load_lexicon()
    assert compass("北部瑶溪", "Zone", lexicon) == 2
    assert compass("西部", "Zone", lexicon) == 0
    assert compass("北部湾", "Zone", lexicon) == 0
    assert compass("北部瑶溪", "Lab", lexicon) == 0


def test_two_cities_in_a_row_name_the_zone_of_each() -> None:
    assert of_two_cities("绵阳德阳国家高新区", load_lexicon())
    assert not of_two_cities("绵阳涪江高新区", load_lexicon())
