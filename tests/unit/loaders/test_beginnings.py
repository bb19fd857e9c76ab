from __future__ import annotations

import pytest

from loaders.beginnings import begin
from loaders.lexicon import load_lexicon
from tests.unit.loaders.reading import names_in, sentence


@pytest.mark.parametrize(
    ("text", "ending", "name"),
    [
        ("涪玉公司建设绵阳竹材检测中心。", "检测中心", "绵阳竹材检测中心"),
        ("支持高校华中科技大学签署协议。", "大学", "华中科技大学"),
        ("召开全省竹业推进会暨绵阳竹业联盟成立大会。", "大会", "全省竹业推进会暨绵阳竹业联盟成立大会"),
        ("推进绵阳全面创新改革试验区建设。", "试验区", "绵阳全面创新改革试验区"),
    ],
)
def test_a_name_begins_behind_what_only_leads_up_to_it(text: str, ending: str, name: str) -> None:
    start = text.rindex(ending)
    end = start + len(ending)
    if text.startswith("召开"):
        start = text.rindex("大会")

    edge = begin(sentence(text), load_lexicon(), start, end)

    assert text[edge:end].removeprefix("召开") == name


def test_where_an_area_stretches_is_no_part_of_its_name() -> None:
    names = names_in("郑开科创走廊西起中原科技城，东至开封职教园区。")
    assert {n for c, n in names if c == "Zone"} == {"郑开科创走廊", "中原科技城", "开封职教园区"}
    assert ("Region", "长江中游城市群") in names_in("长江中游城市群地区生产总值达9万亿元。")
