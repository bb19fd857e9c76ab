"""Says in the language of the page why an analysis could not be made; what is not known stays as it was written."""

from __future__ import annotations

import re

_KNOWN = [
    (re.compile(pattern, re.DOTALL), chinese)
    for pattern, chinese in (
        (r"(.+): no member of (.+); members: (.+)", r"\1 不是 \2 的成员；成员有：\3"),
        (r"(.+): names no vehicles of layer (.+); there are: (.+)", r"没有名为 \1 的载体（\2）；现有：\3"),
        (r"(.+): names (\d+) vehicles of layer (.+); there are: (.+)", r"名为 \1 的载体有 \2 个（\3）；现有：\4"),
        (r"a vehicle binds two members or more; .*", "一个载体至少连接两个成员；请选两个或更多"),
        (r"(.+): no industry of that name is in the graph", r"图谱中没有名为 \1 的产业"),
        (r"(.+) takes part in (.+) already", r"\1 已参与 \2"),
        (r"(.+) takes no part in (.+)", r"\1 没有参与 \2"),
        (r"(.+): names no cities, zones or districts of the graph", r"图谱中没有名为 \1 的城市、园区或区县"),
        (r"(.+): names (\d+) cities, zones or districts of the graph", r"名为 \1 的城市、园区或区县有 \2 个"),
        (r"(.+) is a member of (.+) already", r"\1 已是 \2 的成员"),
        (r"(.+): neither a member \((.+)\) nor a party of a vehicle", r"\1 既不是成员（\2），也不是载体的参与方"),
        (r"(.+) is the pole; without it there is no layout to measure", r"\1 是极核；去掉极核就没有可衡量的布局"),
        (r"(.+): three members at least must stay", r"\1：至少须保留三个成员"),
        (
            r"(.+): has (\d+) members in the graph; a layout needs a pole and two points",
            r"\1：图谱中只有 \2 个成员；布局至少需要一个极核和两个支撑点",
        ),
        (
            r"(.+): no layout names its pole; .*",
            r"\1：没有布局指明它的极核；请在 places.yaml 的 layouts 中写明",
        ),
    )
]


def reason(error: object, language: str) -> str:
    """Give the message of an error in the language of the page."""
    text = str(error)
    if language == "zh":
        for pattern, chinese in _KNOWN:
            if found := pattern.fullmatch(text):
                return found.expand(chinese)
    return text
