"""Bodies that only the name of their office tells."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of

NOTICE = "绵阳市人民政府办公室关于印发《绵阳市光电产业规划》的通知\n各县：\n{}现印发给你们。"


@pytest.mark.parametrize(("said", "there"), [("", False), ("经市政府同意，", True)])
def test_the_government_of_an_office_is_named_where_the_text_speaks_of_it(said: str, there: bool) -> None:
    facts = facts_of(NOTICE.format(said))
    parts = {(t.source[1], t.target[1]) for t in facts.ties if t.type == "PART_OF"}

    assert (("绵阳市人民政府办公室", "绵阳市人民政府") in parts) is there
    assert ("绵阳市人民政府" in {m.name for m in facts.mentions}) is there


def test_governments_of_autonomous_regions_and_prefectures_by_their_short_forms() -> None:
    text = "宁夏回族自治区人民政府办公厅关于推进工业发展的意见\n各市：\n按照自治区党委、自治区政府部署，制定本意见。"
    assert {"宁夏回族自治区人民政府", "中共宁夏回族自治区委"} <= {m.name for m in facts_of(text).mentions}
