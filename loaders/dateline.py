"""Datelines: how the text of a news item opens (本报某市3月1日讯, 又讯, 新华社某地3月1日电)."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"[［【（(]?(?:本[报台网刊社](?:[\u4e00-\u9fff]{2,8}?)?(?:\d{1,2}月)?(?:\d{1,2}日)?[讯电消]|[又另]讯|(?:新华|中新|人民)[社网][^，。；]{0,16}电|讯[（(])"
)

# What a web page prints above an item: the day and hour, where it is from, who wrote it; such a line ends with itself.
IMPRINT = re.compile(
    r"(?:\d{2}-\d{2}$|(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?(?:星期.)?(?:\d{1,2}:\d{2}(?::\d{2})?)?|来源[：:]|作者[：:]|编辑[：:]|发布(?:日期|时间)[：:])"
    r"[^，。；！？]{0,50}$"
)
