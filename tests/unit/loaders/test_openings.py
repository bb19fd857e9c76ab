"""Names that open an item of a list."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of


def _named(text: str) -> set[tuple[str, str]]:
    return {(m.label, m.name) for m in facts_of(text).mentions}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.光伏科学与技术全国重点实验室，依托苏州大学建设。", ("Lab", "光伏科学与技术全国重点实验室")),
        ("合成生物学湖畔实验室：依托苏州大学建设，选址昆山市。", ("Lab", "合成生物学湖畔实验室")),
        ("（2）库车精细化工产业集群。位于库车市，产值达到300亿元。", ("Cluster", "库车精细化工产业集群")),
        ("3.稻麦育种技术研究院（牵头单位：苏州大学）。", ("ResearchInstitute", "稻麦育种技术研究院")),
    ],
)
def test_the_name_that_opens_an_item_is_one_thing(text: str, expected: tuple[str, str]) -> None:
    assert expected in _named(text)


@pytest.mark.parametrize(
    "text",
    ["（二）建设重点实验室。支持企业参与。", "2.新型研发机构。由企业牵头建设。", "3.新材料产业集群。重点发展碳纤维。"],
)
def test_a_task_or_a_kind_that_opens_an_item_is_none(text: str) -> None:
    assert not {label for label, _ in _named(text)} & {"Lab", "ResearchInstitute", "Cluster"}


def test_the_item_is_what_its_figures_are_about() -> None:
    facts = facts_of("2.苏州甲光重点实验室，由苏州大学牵头建设，2025年引进人才200名。")
    assert ("苏州甲光重点实验室", 200) in {(f.subject[1], f.figure.value) for f in facts.figures}
