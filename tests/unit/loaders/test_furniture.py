"""Lines of a web page that lead elsewhere."""

from __future__ import annotations

import pytest

from loaders.documents import parse
from loaders.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "首页|要闻|财经|台湾|英国|视频",
        "首页>新闻中心>某市要闻>正文",
        "当前位置：首页>>媒体聚焦",
        "今日江都今日宝应今日仪征今日高邮",
        "上一篇下一篇",
        "相关新闻",
        "第03版：副刊",
        "分享到：微信",
    ],
)
def test_what_leads_elsewhere(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "6 | 汉水硬科技孵化器 | 汉水创投公司 | — | 汉水高新区",
        "序号 | 名称 | 单位 | 地点 | 备注",
        "|指标|2020年|2025年|2030年|2035年|",
        "扬州高新区与江苏大学签约",
        "研发投入强度>2.5%，高于全省平均水平。",
        "科技局|牵头单位",
        "今年高新区总产值增长8%",
    ],
)
def test_what_states_something(line: str) -> None:
    assert not is_furniture(line)


def test_furniture_is_counted_and_a_credit_ends_its_line() -> None:
    page = parse(
        "p.txt",
        "首页|要闻|财经|台湾|英国|视频\n扬州高新区开园。\n图为开园现场，本报记者李明摄\n活动吸引了三十家企业前来洽谈合作事宜",
    )
    assert [p.text[:4] for p in page.paragraphs] == ["扬州高新", "图为开园", "活动吸引"]
    assert page.skipped["furniture"] == 1
