"""Numbers with units are found; dates, labels and thresholds are not."""

from __future__ import annotations

import pytest

from loaders.quantities import is_milestone, quantities_of


@pytest.mark.parametrize(
    ("text", "value", "top", "unit", "bound"),
    [
        ("园区面积达到12.5平方公里。", 12.5, None, "平方公里", None),
        ("引进团队3—5个。", 3, 5, "个", None),
        ("占比提高5%-8%。", 5, 8, "%", None),
        ("产值突破1,200亿元。", 1200, None, "亿元", "min"),
        ("服务企业60余家。", 60, None, "家", "min"),
        ("带动就业2万多人。", 2, None, "万人", "min"),
        ("能耗不超过30吨。", 30, None, "吨", "max"),
        ("增速不低于9%。", 9, None, "%", "min"),
        ("占全区的三分之一以上。", 33.3, None, "%", "min"),
        ("产值翻了两番。", 2, None, "番", None),
        ("举办百场路演。", 100, None, "场", None),
        ("创新指数为71.3。", 71.3, None, "", None),
    ],
)
def test_one_quantity(text: str, value: float, top: float | None, unit: str, bound: str | None) -> None:
    (found,) = quantities_of(text)
    assert (found.value, found.max, found.unit, found.bound) == (value, top, unit, bound)


@pytest.mark.parametrize("text", ["位居全国第17位。", "在省内排名第五位。"])
def test_a_rank_is_a_quantity(text: str) -> None:
    (found,) = quantities_of(text)
    assert found.rank
    assert found.bound is None


@pytest.mark.parametrize(
    "text",
    [
        "2021年3月5日召开会议。",
        "见专栏3和表2。",
        "文件（甲办发〔2020〕15号）印发。",
        "用3个月完成。",
        "入围“500强”。",
        "召开第2次会议。",
        "按照《行动计划（100条）》执行。",
    ],
)
def test_no_quantity(text: str) -> None:
    assert quantities_of(text) == []


def test_a_threshold_only_tells_what_is_counted() -> None:
    assert [q.value for q in quantities_of("产值超50亿元的集群达到6个。")] == [6]
    assert [q.value for q in quantities_of("培育7家产值超10亿元的企业。")] == [7]


@pytest.mark.parametrize(
    ("text", "value", "top", "unit"),
    [
        ("每年安排2000万元至3000万元", 2000, 3000, "万元"),
        ("算力规模达到40Eflops", 40, None, "Eflops"),
        ("签订技术合同300份", 300, None, "份"),
        ("产业规模突破千亿元", 1000, None, "亿元"),
    ],
)
def test_further_units_and_ends(text: str, value: float, top: float | None, unit: str) -> None:
    (quantity,) = quantities_of(text)
    assert (quantity.value, quantity.max, quantity.unit) == (value, top, unit)


@pytest.mark.parametrize(("text", "place"), [("跻身全国园区前十五强", 15), ("进入全省前20位", 20)])
def test_among_the_first_is_a_rank_at_most(text: str, place: float) -> None:
    (quantity,) = quantities_of(text)
    assert (quantity.value, quantity.unit, quantity.bound, quantity.rank) == (place, "位", "max", True)


def test_a_mark_that_was_passed_counts_only_by_itself() -> None:
    text = "产值跨越50亿元台阶，达到53亿元"
    assert [is_milestone(text, q, quantities_of(text)) for q in quantities_of(text)] == [True, False]

    alone = "产值跨越50亿元台阶，企业达到53家"
    assert [is_milestone(alone, q, quantities_of(alone)) for q in quantities_of(alone)] == [False, False]


def test_people_are_counted_without_a_unit_and_shares_in_tenths() -> None:
    people = quantities_of("常住人口52万。")
    assert [(q.value, q.unit) for q in people] == [(52, "万人")]
    share = quantities_of("占全区的比重超过九成。")
    assert [(q.value, q.unit, q.bound) for q in share] == [(90, "%", "min")]
    assert not quantities_of("三成员单位建成一批平台。")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("用电量3.5亿度。", [(3.5, "亿度")]),
        ("厂房11万㎡，木材80立方米。", [(11, "万㎡"), (80, "立方米")]),
        ("分别高出2.9、4.7和2.8个百分点。", [(2.9, "个百分点"), (4.7, "个百分点"), (2.8, "个百分点")]),
        ("总投资39亿元的20个项目。", [(39, "亿元"), (20, "个")]),
        ("总投资超10亿元的项目6个。", [(6, "个")]),
        ("水温达到40度，", []),
        ("300兆瓦风电项目开工。", []),
        ("5G、6G基站", []),
        ("年产20万吨铝材项目。", [(20, "万吨")]),
        ("年产600吨~750吨铝材。", [(600, "吨")]),
    ],
)
def test_units_and_what_is_no_figure(text: str, found: list[tuple[float, str]]) -> None:
    assert [(q.value, q.unit) for q in quantities_of(text)] == found


def test_a_rate_of_making_is_a_figure_before_what_is_built_for_it() -> None:
    assert [q.value for q in quantities_of("建成日产200吨玻璃生产线")] == [200]
    assert not quantities_of("建成200吨玻璃生产线")


def test_shares_with_a_stroke_and_goods_in_bags() -> None:
    share, crop = quantities_of("氨纶产能占全国1/4，木耳年产8.6亿袋，5/12日发布。")
    assert (share.value, share.unit) == (25.0, "%")
    assert (crop.value, crop.unit) == (8.6, "亿袋")
