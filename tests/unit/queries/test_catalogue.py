from __future__ import annotations

from queries.catalogue import catalogue, listing
from queries.registry import GROUPS, load_library

LIBRARY = load_library([])


def test_listing_has_a_row_for_each_question_and_marks_what_must_be_given() -> None:
    rows = {row["name"]: row for row in listing(LIBRARY).dicts()}

    assert list(rows) == list(LIBRARY.questions)
    assert rows["named_together"]["parameters (* needed)"] == ["name*", "limit"]
    assert rows["labs_in_zone"]["zh"] == "园区里的实验室与平台"


def test_page_tells_each_question_under_its_group() -> None:
    page = catalogue(LIBRARY)

    cooperation = page.split(f"## {GROUPS['cooperation'].zh} · {GROUPS['cooperation'].en}\n")[1].split("\n## ")[0]
    assert cooperation.count("### `") == len(LIBRARY.groups()["cooperation"])
    entry = cooperation.split("### `works_with`")[1].split("### ")[0]
    assert "谁与谁合作" in entry
    assert "- Parameter `min_confidence`, number: 最低置信度 (least confidence); default 0.0" in entry
    assert "- Example: `polecore query works_with --param name=沈阳市`" in entry
    assert f"## {GROUPS['own'].zh}" not in page


def test_parameter_that_must_be_given_has_a_star() -> None:
    assert "- Parameter `a`*, entity:" in catalogue(LIBRARY).split("### `between`")[1]
