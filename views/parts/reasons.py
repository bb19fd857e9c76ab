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
        (r"(.+): has more than (\d+) MB; simplify its polygons", r"\1 超过 \2 MB；请先简化多边形"),
        (r"(.+): cannot be read as GeoJSON .*", r"\1 不能作为 GeoJSON 读取；请选含多边形的文件"),
        (r"(.+): is not GeoJSON as RFC 7946 has it .*", r"\1 不是 RFC 7946 所定的 GeoJSON；请重新导出"),
        (r"(.+): has no Polygon or MultiPolygon; .*", r"\1 没有多边形；请选含区域边界的文件"),
        (
            r"(.+): (.+) has the coordinates (.+), (.+), which are no .*",
            r"\1：\2 的坐标 \3, \4 不是经纬度；请转换为 WGS 84",
        ),
        (r"(.+): its lines are too many or too long to draw; .*", r"\1 的边界太多或太长，无法绘制；请先简化多边形"),
        (r"the query names no entity by id or name; .*", "查询结果没有实体的标识或名称；请返回 n.id 或 n.name"),
        (r"the query has more than (\d+) rows; narrow it down", r"查询结果超过 \1 行；请收窄条件"),
        (r"the selection leaves nothing; .*", "按这些条件什么也没有剩下；请去掉其中一个条件"),
        (r"query (.+): needs (.+) \(.*\); give --param .*", r"问题 \1 还需要填写 \2"),
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
