"""For whom a document is by its title."""

from __future__ import annotations

import pytest

from loaders.lexicon import load_lexicon
from loaders.mention import Home, Mention
from loaders.titles import applies


@pytest.mark.parametrize(
    ("title", "places"),
    [
        (
            "国务院关于同意鄂尔多斯、包头、呼和浩特高新技术产业开发区建设国家自主创新示范区的批复",
            ["鄂尔多斯高新技术产业开发区", "包头高新技术产业开发区", "呼和浩特高新技术产业开发区"],
        ),
        ("关于扬州、泰州国家高新区建设示范区的请示", ["扬州国家高新区", "泰州国家高新区"]),
        ("扬州泰州国家自主创新示范区发展规划纲要", ["扬州泰州国家自主创新示范区"]),
        ("扬州市科技创新规划", ["扬州市"]),
    ],
)
def test_every_zone_of_a_title_counts(title: str, places: list[str]) -> None:
    paper = Mention(0, len(title), "Policy", title, title, "title", 0.95)
    assert [m.name for m in applies(paper, (), Home(), load_lexicon())] == places
