"""The other diagrams: collaboration, chain, neighbourhood, heatmap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.analysis.gaps import CLOSED, chain_gaps
from graph.analysis.ground import Ground
from graph.facts import Entity, Facts, Relation
from graph.layout.chain import chain
from graph.layout.collaboration import collaboration
from graph.layout.diagram import diagram
from graph.layout.findings import founded
from graph.layout.heatmap import heatmap
from graph.layout.missing import MissingTie, gaining, missing_ties
from graph.layout.neighbourhood import neighbours
from graph.layout.page import overlaps
from graph.layout.paper import A4, SLIDE, Page
from graph.layout.scene import Box, Scene
from graph.projection.build import Projection, project
from graph.projection.region import Layout
from ontology.errors import QueryError
from tests.unit.graph.invented_facts import PLAN, evidence
from tests.unit.graph.layout.chains import CITIES, FIELDS, LAYOUT, region
from tests.unit.graph.layout.region import CITIES as CITY_NAMES
from tests.unit.graph.layout.region import MORE, crowded, network

FACTS = region()
PROJECTION = project(FACTS, [LAYOUT])
GROUND = Ground(PROJECTION)
Draw = Callable[[Page, str], Scene]


def _many(page: Page, language: str) -> Scene:
    return neighbours(crowded(9, 30), "City:沈阳市", page, language)


def _sixteen() -> Projection:
    facts = crowded(16, 5, 20)
    field = Entity("Industry:装备", "Industry", "装备", (), (PLAN,), (evidence(0, 5),))
    making = [
        Relation(e.id, "FOCUSES_ON", field.id, 0.9, e.evidence)
        for e in facts.entities
        if e.label in ("Zone", "Lab", "Alliance", "Company")
    ]
    large = Facts([*facts.entities, field], [*facts.relations, *making], [])
    return project(large, [Layout("示例都市圈", "沈阳市", (*CITY_NAMES, *MORE))])


SIXTEEN = _sixteen()
VARIANTS: dict[str, Draw] = {
    "collaboration": lambda page, language: collaboration(PROJECTION, page, language=language),
    "chain": lambda page, language: chain(GROUND, "激光", page, language),
    "neighbourhood": lambda page, language: neighbours(FACTS, "City:鞍山市", page, language),
    "many neighbours": _many,
    "collaboration of sixteen": lambda page, language: collaboration(SIXTEEN, page, language=language),
    "chain of sixteen": lambda page, language: chain(Ground(SIXTEEN), "装备", page, language),
    "heatmap of sixteen": lambda page, language: heatmap(Ground(SIXTEEN), page, language),
    "heatmap": lambda page, language: heatmap(GROUND, page, language),
}


@pytest.fixture(scope="module", params=sorted(VARIANTS))
def draw(request: pytest.FixtureRequest) -> Draw:
    return VARIANTS[request.param]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("page", [SLIDE, A4], ids=["slide", "a4"])
def test_nothing_overlaps_or_leaves_the_page(draw: Draw, page: Page, language: str) -> None:
    scene = draw(page, language)
    whole = Box(0, 0, scene.width, scene.height)

    assert overlaps(scene) == []
    assert [name for name, box in scene.solid() if not box.within(whole)] == []
    assert scene.tables
    assert any(text.id == "sources" for text in scene.texts)


def test_same_facts_give_the_same_scene(draw: Draw) -> None:
    assert draw(SLIDE, "zh") == draw(SLIDE, "zh")


def words(scene: Scene) -> list[str]:
    return [text.text for text in scene.texts]


def test_collaboration_names_what_is_shared_with_its_members() -> None:
    scene = collaboration(PROJECTION)

    assert "共建03实验室" in words(scene)
    assert "（沈阳、本溪）平台" in words(scene)
    table = next(t for t in scene.tables if t.title == "合作载体")
    assert {row[0] for row in table.rows} == {
        "共建03实验室",
        "共建12实验室",
        "共建13实验室",
        "激光产业集群",
        "光谷集群",
    }
    assert sorted(b.text for b in scene.badges) == ["1", "1", "1", "2"]


def test_disc_of_a_member_grows_with_its_ties() -> None:
    radii = {disc.text: disc.radius for disc in collaboration(PROJECTION).discs}

    assert radii["鞍山"] > radii["抚顺"]
    assert radii["沈阳"] == SLIDE.pole


def test_chain_says_where_nothing_is_on_record() -> None:
    scene = chain(GROUND, "激光")
    dashed = {panel.id for panel in scene.panels if panel.dashed}

    assert "cell City:鞍山市 R" in dashed
    assert "cell City:本溪市 R" not in dashed
    assert "共享该方向载体：光谷集群（沈阳、抚顺）；激光产业集群（鞍山、本溪）" in words(scene)
    carriers = next(t for t in scene.tables if t.title == "激光：载体")
    assert ("本溪", "研发", "本溪激光第0研究所、本溪激光第1研究所、本溪激光第2研究所", "原文") in carriers.rows


def test_members_without_a_carrier_are_named_below_the_chain() -> None:
    assert "未见该方向载体记载：本溪" in words(chain(GROUND, "陶瓷"))


@pytest.mark.parametrize("industry", ["深海装备", "无此产业"])
def test_chain_of_what_nobody_carries_is_refused(industry: str) -> None:
    with pytest.raises(QueryError, match=rf"{industry}.*industry_reach"):
        chain(GROUND, industry)


def test_heatmap_counts_carriers_and_names_their_stages() -> None:
    scene = heatmap(GROUND)
    cells = {text.id: text.text for text in scene.texts if text.id.startswith("cell")}

    assert cells["cell City:抚顺市 Industry:激光"] == "5 研产"
    assert cells["cell City:沈阳市 Industry:陶瓷"] == "1 产"
    assert "cell City:本溪市 Industry:陶瓷" not in cells
    table = next(t for t in scene.tables if t.title.startswith("全部产业"))
    assert [row[0] for row in table.rows] == ["激光", "陶瓷"]


def test_neighbourhood_gathers_ties_by_kind_and_counts_them() -> None:
    scene = neighbours(FACTS, "City:鞍山市")

    assert {"建设了 3", "拥有 1", "属于 1"} <= set(words(scene))
    assert sorted(badge.text for badge in scene.badges) == ["1", "1", "3"]
    listed = {row[0] for table in scene.tables[:-1] for row in table.rows}
    assert listed == {"示例都市圈", "鞍山高新区", "共建12实验室", "共建13实验室", "激光产业集群"}


def test_what_does_not_fit_is_counted_and_listed() -> None:
    facts = crowded(9, 30)
    scene = neighbours(facts, "City:沈阳市")
    stand = {r.source for r in facts.relations if r.target == "City:沈阳市" and r.type == "LOCATED_IN"}

    shown = [m for m in scene.marks if m.id.startswith("LOCATED_IN in/")]
    more = next(t.text for t in scene.texts if t.id == "LOCATED_IN in more")
    assert more == f"+{len(stand) - len(shown)} 个，见附表"
    table = next(t for t in scene.tables if "拥有" in t.title)
    assert len(table.rows) == len(stand)


def test_entity_without_ties_is_refused() -> None:
    with pytest.raises(QueryError, match="has no ties"):
        neighbours(Facts([FACTS.entities[0]]), FACTS.entities[0].id)


def test_missing_ties_are_those_that_the_lists_found_and_never_thin() -> None:
    found = missing_ties(GROUND, 5)

    assert found
    assert all(tie.grade in "AB" and tie.fields and tie.statements for tie in found)
    assert all("不等于" in statement.tell() for tie in found for statement in tie.statements)
    assert {tie.first for tie in found} <= {f"City:{name}" for name in CITIES}
    assert {field for tie in found for field in tie.fields} <= set(FIELDS)
    assert missing_ties(GROUND, 1) == found[:1]


def test_region_without_industries_has_no_heatmap() -> None:
    bare: Projection = project(crowded(3, 0), [LAYOUT])

    with pytest.raises(QueryError, match="no document ties an industry"):
        heatmap(Ground(bare))


def test_few_neighbours_are_written_large() -> None:
    few = neighbours(FACTS, "City:鞍山市")
    many = neighbours(crowded(9, 30), "City:沈阳市")

    def size(scene: Scene) -> float:
        return max(text.size for text in scene.texts if text.id.startswith("card "))

    assert size(few) > SLIDE.label * 1.1
    assert size(many) == SLIDE.label
    assert overlaps(few) == []


def test_english_legend_takes_two_rows_rather_than_shrink() -> None:
    net = network(8, 9)
    tie = MissingTie(net.pole.id, net.points[0].id, ("新材料",), "B", ())
    for page in (SLIDE, A4):
        keys = [t for t in diagram(net, page, missing=[tie], language="en").texts if t.id.startswith("legend ")]
        assert {t.size >= 0.8 * page.label for t in keys} == {True}
        assert len({round(t.box.top, 2) for t in keys}) == 2


def test_gaps_of_a_briefing_come_by_need_then_by_how_many_would_gain() -> None:
    gaps = [replace(gap, grade="B") for gap in chain_gaps(GROUND) if gap.kind != CLOSED]
    ranked = founded(GROUND, [*gaps[::-1], replace(gaps[0], grade="C")])

    assert len(ranked) == len(gaps) > 1
    number = len({gap.field for gap in ranked})
    assert len({gap.field for gap in ranked[:number]}) == number
    keys = [(-(gap.components.get("need") or 0), -gaining(GROUND, gap)) for gap in ranked[:number]]
    assert keys == sorted(keys)
    assert len({gaining(GROUND, gap) for gap in ranked}) > 1


def test_statements_that_differ_in_the_field_only_are_said_once() -> None:
    for tie in missing_ties(GROUND, 20):
        told = [statement.tell() for statement in tie.statements]
        assert all(any(field in sentence for sentence in told) for field in tie.fields)
        assert len(told) <= len(tie.fields)


def test_chain_of_many_members_names_one_of_each_and_counts_the_others() -> None:
    scene = chain(Ground(SIXTEEN), "装备")

    assert {panel.id for panel in scene.panels if panel.id.startswith("member ")} == {
        f"member City:{city}" for city in (*CITY_NAMES, *MORE)
    }
    assert any(text.text.endswith(" +2") for text in scene.texts)
    assert min(text.size for text in scene.texts if text.id.startswith("City:")) >= 7
