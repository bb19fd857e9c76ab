from __future__ import annotations

import re

import pytest

from graph.analysis.note_wording import NOTES, few
from graph.analysis.reports import centrality, change, layout
from tests.unit.graph.analysis.plan_facts import plan


@pytest.mark.parametrize("key", [key for key, said in NOTES.items() if any(said)])
def test_every_note_has_both_languages_with_the_same_values(key: str) -> None:
    chinese, english = NOTES[key]

    assert set(re.findall(r"{(\w+)}", chinese)) == set(re.findall(r"{(\w+)}", english))
    assert not re.search("[一-鿿、；]", english)


def test_few_documents_are_named_and_the_others_counted() -> None:
    names = [f"{number}.txt" for number in range(57)]

    assert few(names, "en") == "0.txt, 1.txt, 2.txt and 54 more"
    assert few(names, "zh") == "0.txt、1.txt、2.txt，另有54份"
    assert few(names[:2], "zh") == "0.txt、1.txt"


def test_answers_are_noted_in_the_language_asked_for() -> None:
    one = plan()
    for make in (
        lambda language: centrality(one, network="members", language=language),
        lambda language: layout(one, language=language),
        lambda language: change(one, one, ["nothing"], language=language),
    ):
        chinese, english = make("zh").notes, make("en").notes
        assert len(chinese) == len(english)
        assert all(re.search("[一-鿿]", note) for note in chinese)
        assert not any(re.search("[；：]", note) for note in english)
