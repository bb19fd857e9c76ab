from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graph.export import html
from graph.facts import Entity, Facts
from ontology.errors import QueryError
from tests.unit.graph.export.hostile_facts import NAMES, hostile
from tests.unit.graph.invented_facts import facts


@pytest.fixture(scope="module")
def page() -> str:
    return html.page(hostile())


def test_nothing_is_asked_of_a_network(page: str) -> None:
    assert set(re.findall(r"https?://[^\s\"'<)]+", page)) <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"<link\b|<script[^>]*\ssrc=|url\(\s*['\"]?(?!data:|#)[a-z/]", page)
    assert "default-src 'none'" in page.split("<script", 1)[0]


def test_nothing_in_a_name_becomes_markup(page: str) -> None:
    assert "<img src=x" not in page
    assert page.count("</script>") == html.page(facts()).count("</script>")


def test_details_come_back(page: str) -> None:
    found = json.loads(re.search(r"var details = (\{.*\});\n", page).group(1))  # type: ignore[union-attr]

    wanted = hostile().sorted()
    assert [node["name"] for node in found["nodes"]] == [e.name for e in wanted.entities]
    assert len(found["edges"]) == len(wanted.relations)
    assert set(NAMES) <= {node["name"] for node in found["nodes"]}
    company = next(n for n in found["nodes"] if n["name"] == NAMES[0])
    assert company["figures"] == [f"{NAMES[0]} 1.5=%（2025）"]
    assert "plan.txt · 第 2 段" in company["evidence"][0][0]


def test_legend_counts_the_classes(page: str) -> None:
    assert f"企业 <b>{len(NAMES)}</b>" in page


def test_captions_are_in_the_language_that_is_asked_for() -> None:
    english = html.page(facts(), "en")
    found = json.loads(re.search(r"var details = (\{.*\});\n", english).group(1))  # type: ignore[union-attr]
    words = json.loads(re.search(r"var words = (\{.*\});\n", english).group(1))  # type: ignore[union-attr]

    assert '<html lang="en">' in english
    assert 'placeholder="find a name or alias"' in english
    assert words["evidence"] == "Evidence"
    assert all(node["class"].isascii() for node in found["nodes"])
    assert all(edge["note"].startswith("confidence ") for edge in found["edges"].values())
    assert all(" paragraph " in cited[0] for node in found["nodes"] for cited in node["evidence"])


def test_same_facts_give_the_same_page(page: str) -> None:
    assert html.page(hostile()) == page


def test_more_than_a_browser_shows_is_refused() -> None:
    many = Facts([Entity(f"City:{n}", "City", str(n)) for n in range(html.MOST + 1)], [], [])

    with pytest.raises(QueryError, match="narrow the selection"):
        html.page(many)


@pytest.mark.browser
def test_search_and_click_show_the_evidence_and_run_nothing(browser: Any, tmp_path: Path) -> None:
    path = html.write(hostile(), tmp_path / "g.html")[0]
    tab = browser.new_page()
    requests: list[str] = []
    problems: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("pageerror", lambda error: problems.append(str(error)))
    tab.on("dialog", lambda dialog: problems.append(dialog.message))

    tab.goto(path.as_uri())
    for name in ("</script><img", "href"):
        tab.fill("#pc-find input", name)
        tab.keyboard.press("Enter")
        told = tab.inner_text("#pc-told")
        assert name in told
        assert "证据 1" in told

    assert requests == [path.as_uri()]
    assert problems == []
    assert tab.locator("#pc-told img").count() == 0
