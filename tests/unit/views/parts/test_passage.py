from __future__ import annotations

from pathlib import Path

import pytest

from graph.facts import Entity, Evidence
from views.parts.passage import mark, passage, quotation, written_forms

ENDS = [("岚州高新区",), ("岚州市", "岚州")]


def test_both_ends_are_marked_the_longest_form_first() -> None:
    assert mark("岚州高新区在岚州。", ENDS) == '<mark class="a">岚州高新区</mark>在<mark class="b">岚州</mark>。'


def test_nothing_of_the_quotation_or_the_name_is_live() -> None:
    shown = mark("<script>x</script><img src=x>岚州", [("<img src=x>",), ("岚州",)])

    assert "<script" not in shown
    assert "<img" not in shown
    assert '<mark class="a">&lt;img src=x&gt;</mark>' in shown


def test_a_city_is_found_without_its_suffix() -> None:
    assert written_forms(Entity("City:岚州市", "City", "岚州市", ("岚城",))) == ("岚州市", "岚城", "岚州")


def test_without_a_quotation_the_place_and_the_way_to_get_it_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POLECORE_DOCUMENTS", raising=False)

    shown = passage(Evidence("a<b>.txt", "一 / 二", 4, 10, 20, "", "list"), ENDS, "zh")

    assert "POLECORE_DOCUMENTS" in shown
    assert "a&lt;b&gt;.txt" in shown
    assert "一 / 二 · 第 4 段 · 字符 10–20" in shown


def test_the_words_are_read_from_the_folder_of_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "规划.txt").write_text("开头。岚州高新区建在岚州。", encoding="utf-8")
    monkeypatch.setenv("POLECORE_DOCUMENTS", str(tmp_path))

    assert quotation(Evidence("规划.txt", "", 1, 3, 12, "", "list"), ENDS) == "岚州高新区建在岚州"


def test_a_span_that_names_neither_end_is_not_taken_for_the_passage(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "规划.txt").write_text("完全不同的另一个版本，没有所说的名称。", encoding="utf-8")
    monkeypatch.setenv("POLECORE_DOCUMENTS", str(tmp_path))

    assert quotation(Evidence("规划.txt", "", 1, 3, 12, "", "list"), ENDS) == ""


def test_a_document_name_cannot_lead_out_of_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    inner = tmp_path / "in"
    inner.mkdir()
    (tmp_path / "secret.txt").write_text("岚州高新区建在岚州。", encoding="utf-8")
    monkeypatch.setenv("POLECORE_DOCUMENTS", str(inner))

    assert quotation(Evidence("../secret.txt", "", 1, 0, 9, "", "list"), ENDS) == ""
