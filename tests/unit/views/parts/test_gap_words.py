from __future__ import annotations

import re

import pytest

from graph.analysis.gap_wording import said
from graph.analysis.gaps import Gap, chain_gaps, link_gaps, policy_gaps
from graph.analysis.ground import Ground
from graph.projection.build import project
from tests.unit.views.invented import region
from views.parts import gap_words

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def found() -> list[Gap]:
    ground = Ground(project(region(), (), region="岚东都市圈", pole="岚州市"))
    return [*link_gaps(ground), *chain_gaps(ground), *policy_gaps(ground)[0]]


def test_the_three_lists_are_there(found: list[Gap]) -> None:
    assert {gap.list for gap in found} == {"link", "chain", "policy"}


def test_below_grade_a_no_sentence_says_that_something_is_not_there(found: list[Gap]) -> None:
    for gap in found:
        said_ = gap.statement("en")
        assert said_.startswith("In the 2 documents held (up to 2023-02) no record was found of ")
        assert said_.endswith("; this does not mean that there is none. Worth checking.")


def test_every_doubt_is_said_in_english(found: list[Gap]) -> None:
    reasons = {doubt.tell("en") for gap in found for doubt in gap.doubts}

    assert len(reasons) > 3
    assert [reason for reason in reasons if CHINESE.search(reason)] == []
    assert "Silence of all 2 sources still allows each document a chance of 78% of reporting it" in reasons


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_kind_and_grade_has_a_caption(found: list[Gap], language: str) -> None:
    for gap in found:
        assert gap_words.kind(gap, language) != gap.kind
        assert gap_words.short_kind(gap, language) != gap.kind or gap.kind == "—"
    gap = Gap("chain", "closed", "液压", ("阜新",), (), "—", said("doubt.old"), flagged=said("flag.old", year="2017"))
    assert "2017" in gap.flag(language)
    assert gap.label(language) == "—"


def test_a_kind_that_is_not_known_stays_as_it_is() -> None:
    gap = Gap("link", "B9", "航天材料", ("甲", "乙"), (), "C", said("doubt.old"))

    assert gap_words.kind(gap, "en") == gap_words.short_kind(gap, "en") == "B9"
