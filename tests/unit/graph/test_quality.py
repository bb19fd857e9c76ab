from graph.facts import Entity, Evidence, Facts, Figure, Relation, Severity
from graph.quality import measure, source_quality


def evidence(start: int = 0, rule: str = "table cell") -> Evidence:
    return Evidence("901_plan.txt", "一、基础", 3, start, start + 5, "", rule)


def cell(entity: str, indicator: str, value: float, start: int = 0) -> Figure:
    return Figure(entity, indicator, value, "家", (evidence(start),), year=2030)


def city(name: str) -> Entity:
    return Entity(f"City:{name}", "City", name, documents=("901_plan.txt",), evidence=(evidence(),))


def kinds(facts: Facts) -> list[tuple[str, str]]:
    return [(p.kind, p.message) for p in source_quality(facts)]


def test_a_row_whose_parts_miss_its_total_is_reported_with_both_numbers():
    row = [cell("City:泽阳市", "瞪羚企业", 7), cell("City:泽阳市", "雏鹰企业", 4), cell("City:泽阳市", "合计", 12)]
    found = source_quality(Facts([city("泽阳市")], [], row))
    assert [p.kind for p in found] == ["total"]
    assert "11" in found[0].message
    assert "12" in found[0].message
    assert "paragraph 3" in found[0].where
    assert found[0].severity is Severity.WARNING


def test_a_row_that_adds_up_and_rows_of_mixed_units_are_left_alone():
    right = [cell("City:泽阳市", "瞪羚企业", 7), cell("City:泽阳市", "雏鹰企业", 4), cell("City:泽阳市", "合计", 11)]
    mixed = [*right[:2], Figure("City:泽阳市", "合计", 99, "亿元", (evidence(),), year=2030)]
    assert kinds(Facts([city("泽阳市")], [], right)) == []
    assert kinds(Facts([city("泽阳市")], [], mixed)) == []


def region(total: float, bound: str | None = None) -> Facts:
    members = ["甲市", "乙市", "丙市"]
    ties = [Relation(f"City:{m}", "PART_OF", "Region:泽阳都市圈", 0.9, (evidence(),)) for m in members]
    figures = [cell(f"City:{m}", "高新技术企业", 10, i * 10) for i, m in enumerate(members)]
    whole = Figure("Region:泽阳都市圈", "高新技术企业数", total, "家", (evidence(90),), year=2030, bound=bound)
    things = [city(m) for m in members]
    things.append(Entity("Region:泽阳都市圈", "Region", "泽阳都市圈", evidence=(evidence(),)))
    return Facts(things, ties, [*figures, whole])


def test_a_regional_total_is_compared_with_the_sum_of_its_members():
    assert [k for k, _ in kinds(region(31))] == ["regional total"]
    assert "30" in kinds(region(31))[0][1]
    assert kinds(region(30)) == []


def test_a_bounded_regional_figure_is_no_contradiction():
    assert kinds(region(25, "min")) == []


def test_two_values_of_one_measure_in_one_year_are_a_conflict_and_another_year_is_not():
    one = Figure("City:泽阳市", "高新技术企业数", 10, "家", (evidence(),), year=2030)
    other = Figure("City:泽阳市", "高新技术企业", 12, "家", (evidence(20),), year=2030)
    later = Figure("City:泽阳市", "高新技术企业", 12, "家", (evidence(20),), year=2031)
    assert [k for k, _ in kinds(Facts([city("泽阳市")], [], [one, other]))] == ["conflict"]
    assert kinds(Facts([city("泽阳市")], [], [one, later])) == []


def test_things_without_tie_are_counted_by_class_but_places_are_not():
    lab = Entity("Lab:甲实验室", "Lab", "甲实验室", evidence=(evidence(),))
    found = kinds(Facts([city("泽阳市"), lab], [], []))
    assert [k for k, _ in found] == ["no tie"]
    assert "甲实验室" in found[0][1]


def test_an_indicator_is_the_same_with_and_without_its_counting_word():
    assert measure("高新技术企业数") == measure("高新技术企业数量") == "高新技术企业"
    assert measure("数") == "数"


def test_a_total_that_says_what_it_counts_is_one():
    row = [
        cell("City:泽阳市", "瞪羚企业", 7),
        cell("City:泽阳市", "雏鹰企业", 4),
        cell("City:泽阳市", "创新主体合计", 12),
    ]
    assert [p.kind for p in source_quality(Facts([city("泽阳市")], [], row))] == ["total"]


def test_a_thing_without_tie_comes_with_its_passage():
    lab = Entity("Lab:甲实验室", "Lab", "甲实验室", evidence=(evidence(),))
    (found,) = source_quality(Facts([lab], [], []))
    assert found.where == "901_plan.txt, paragraph 3, characters 0–5"
