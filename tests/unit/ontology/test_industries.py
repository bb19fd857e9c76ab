"""The industry scheme is consistent, precise, and covers what plans of this kind name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ontology.errors import OntologyError
from ontology.industries import GENERIC, Industries, Industry, load_industries, normal, read_industries

HEAD = """@prefix ind: <https://w3id.org/polecore/industry/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
ind:steel a skos:Concept ; skos:prefLabel "钢铁"@zh, "Steel"@en ; skos:altLabel "钢铁工业"@zh .
ind:metal a skos:Concept ; skos:prefLabel "冶金"@zh, "Metallurgy"@en .
"""


@pytest.fixture(scope="module")
def industries() -> Industries:
    return load_industries()


def read(tmp_path: Path, text: str) -> Industries:
    path = tmp_path / "industries.ttl"
    path.write_text(HEAD + text, encoding="utf-8")
    return read_industries(path)


def test_there_are_enough_to_serve_any_region(industries: Industries) -> None:
    assert len(industries) >= 250


def test_every_concept_hangs_together(industries: Industries) -> None:
    for concept in industries.concepts.values():
        assert concept.id.replace("-", "").isalnum()
        assert concept.id.isascii()
        assert concept.label_en.isascii()
        assert concept.broader or concept in industries.tops(), concept.id
        for parent in concept.broader:
            assert concept in industries.narrower(parent)


def test_labels_are_precise(industries: Industries) -> None:
    for label, concept in industries.lexicon():
        assert label == label.strip(), concept.id
        assert label not in GENERIC, concept.id
        assert len(label) >= 2, concept.id


def test_groupings_are_left_out_of_the_lexicon(industries: Industries) -> None:
    names = {label for label, _ in industries.lexicon()}
    assert "战略性新兴产业" not in names
    assert "新兴产业" not in names
    assert {"人工智能", "工业铝材"} <= names
    assert industries.concepts["strategic-emerging-industries"].grouping


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("人工智能产业", "人工智能"),
        ("AI", "人工智能"),
        ("ＡＩ", "人工智能"),
        ("ai 产业", "人工智能"),
        ("装备制造业", "装备制造"),
        ("液压装备制造", "液压"),
        ("IC装备", "集成电路装备"),
        ("农副产品及加工业", "农产品加工"),
        ("铝型材产业", "工业铝材"),
        ("生物医药领域", "生物医药"),
        ("低空经济", "低空经济"),
        ("体育产业", "体育产业"),
    ],
)
def test_labels_are_found_in_their_variants(industries: Industries, label: str, name: str) -> None:
    found = industries.find(label)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("label", ["技术", "产业", "创新", "装备", "制造业", "", "业", "不存在的产业"])
def test_what_names_no_industry_is_not_found(industries: Industries, label: str) -> None:
    assert industries.find(label) is None


def test_ancestors_come_nearest_first_and_over_all_parents(industries: Industries) -> None:
    names = [c.name for c in industries.ancestors("integrated-circuit-equipment")]
    assert set(names[:2]) == {"集成电路", "高端装备制造"}
    assert names.index("集成电路") < names.index("新一代信息技术")
    assert "装备制造" in names


def test_the_national_emerging_industries_stand_below_one_heading(industries: Industries) -> None:
    below = {c.name for c in industries.narrower("strategic-emerging-industries")}
    assert below == {
        "新一代信息技术", "高端装备制造", "新材料", "生物产业", "新能源汽车", "新能源", "节能环保", "数字创意",
    }  # fmt: skip


def test_an_unknown_concept_is_refused(industries: Industries) -> None:
    with pytest.raises(OntologyError, match="alchemy: no such industry"):
        industries.narrower("alchemy")


def test_normal_form_is_half_width_lower_case_without_spaces() -> None:
    assert normal(" ３Ｄ 打印") == "3d打印"


def test_narrower_says_the_same_as_broader(tmp_path: Path) -> None:
    assert read(tmp_path, "ind:metal skos:narrower ind:steel .").concepts["steel"].broader == ("metal",)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("ind:steel skos:broader ind:metal . ind:metal skos:broader ind:steel .", "in a circle"),
        ("ind:steel skos:broader ind:ore .", "ore is used but not declared"),
        ('ind:metal skos:altLabel "钢铁"@zh .', "the label 钢铁 also names"),
        ('ind:metal skos:altLabel "创新"@zh .', "metal: the label 创新 names no industry"),
        ('ind:metal skos:altLabel "metals"@en .', "altLabel metals of metal must be marked @zh"),
        ('ind:metal skos:altLable "金属"@zh .', "altLable"),
        ("ind:metal ind:grouping 'yes' . ind:grouping a skos:Concept .", "must be true or false|lacks"),
        ('ind:ore a skos:Concept ; skos:prefLabel "矿石"@zh .', "ore lacks .*prefLabel in @en"),
        ("ind:steel oops", "not Turtle"),
    ],
)
def test_a_broken_scheme_is_refused_by_name(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(OntologyError, match=named):
        read(tmp_path, text)


def test_a_broader_concept_must_exist() -> None:
    with pytest.raises(OntologyError, match="broader concept ore is not declared"):
        Industries({"steel": Industry("steel", "钢铁", "Steel", broader=("ore",))})
