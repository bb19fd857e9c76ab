from __future__ import annotations

import re

import pytest

import views.cypher
import views.figures
import views.overview
from views.parts.wording import TEXTS, register, say

PAGES = (views.cypher, views.figures, views.overview)
FIELD = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_say_it_with_the_same_fields(key: str) -> None:
    chinese, english = TEXTS[key]

    assert chinese
    assert english
    assert set(FIELD.findall(chinese)) == set(FIELD.findall(english))


def test_a_key_is_written_once() -> None:
    with pytest.raises(ValueError, match=r"panel\.id"):
        register({"panel.id": ("另", "other")})
    assert say("panel.id", "zh") == "标识"
