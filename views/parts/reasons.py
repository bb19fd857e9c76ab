"""Says the errors that a user can cause in the language of the page; one that is not known stays as it was written."""

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
        # queries
        (r"the query is empty; try (.+)", r"查询为空；可试：\1"),
        (r"the query needs a value for (\S+); .+", r"查询需要参数 \1 的值"),
        (r"one query at a time; .+", "一次只能执行一个查询；分号后面的请另行提交"),
        (
            r"(\S+) is not allowed: this console only reads; .*\(a name like this must be quoted: (.+)\)",
            r"不允许 \1：这里只能读取；修改图谱请用 polecore load（名称若恰为此词，须加反引号：\2）",
        ),
        (r"LOAD CSV is not allowed; .+", "不允许 LOAD CSV；CSV 名录请在「文档」页或用 polecore load 装入"),
        (r"(\S+) is not allowed; write the query alone", r"不允许 \1；请只写查询本身"),
        (r"only (SHOW .+) are allowed", r"SHOW 命令只允许 \1"),
        (r"queries in several transactions are not allowed; .+", "不允许分多个事务的查询；这里只能读取"),
        (r"CALL (.+) is not allowed; the procedures allowed are (.+)", r"不允许 CALL \1；允许的过程有：\2"),
        (r"CALL (.+) works on a Neo4j server only; here, (.+)", r"CALL \1 只能在 Neo4j 服务器上使用；这里：\2"),
        (r"the function (.+) is not allowed; .+", r"不允许函数 \1；只能用 Cypher 自带的函数"),
        (r"a parameter must be a plain name \(\$name\); .+", "参数须为普通名称（$name）；标签与类型不能由计算得出"),
        (r"(\$.+) is not allowed; labels and types must be written out", r"不允许 \1；标签与类型须直接写出"),
        (r"(\$\S+) stands for a label or type; .+", r"\1 处于标签或类型的位置；参数只能是值，请直接写出标签"),
        (r"the query ran out of time; .+", "查询超时；请用 WHERE 或 LIMIT 收窄范围"),
        (r"the query needs more memory than it may take; .+", "查询所需内存超出限制；请用 WHERE 或 LIMIT 收窄范围"),
        (r"the query cannot be run: (.+)", r"查询有误，无法执行：\1"),
        (r"the server says that this query writes; .+", "服务器判定此查询会写入；这里只能读取"),
        (r"query (\S+): parameter (\S+): (.+) is not one of (.+)", r"参数 \2：\3 不在可选值之中：\4"),
        (r"query (\S+): parameter (\S+): (.+) is not .+", r"参数 \2：\3 不是所要求的类型"),
        # documents
        (r"(\d+) files: at most (\d+) at once", r"共 \1 个文件：一次最多 \2 个"),
        (r"(.+): the name holds characters that cannot be seen; .+", r"\1：文件名含有不可见字符；请改名"),
        (r"(.+): a file name must hold none of (.+); .+", r"\1：文件名不得含有 \2；请改名"),
        (
            r"(.+): such a name is hidden or reserved on some systems; .+",
            r"\1：这样的文件名在有些系统中隐藏或保留；请改名",
        ),
        (r"(.+): the name is longer than (\d+) bytes; .+", r"\1：文件名超过 \2 字节；请改名"),
        (r"(.+): is not of a kind that is read; choose (.+)", r"\1：不是可读取的类型；请选 \2"),
        (r"(.+): two files have this name; .+", r"\1：有两个文件同名；请改其中一个的名"),
        (r"(.+): is empty(?:;.*)?", r"\1：是空文件"),
        (r"(.+): is larger than (\d+) MB; .+", r"\1：超过 \2 MB；请拆分文档"),
        (r"(.+): does not begin like a (\S+) file; .+", r"\1：内容不是 \2 格式；请重新存为该格式"),
        (r"(.+): reading took longer than (\S+) seconds; .+", r"\1：读取超过 \2 秒；请拆分文档"),
        (r"(.+): cannot be read, reading broke off; .+", r"\1：读取中断，无法读取；没有改动任何内容"),
        (r"no fact was found in these documents; .+", "这些文档中没有读出任何事实；没有改动任何内容"),
        (
            r"(\d+) facts break the model, nothing can be loaded; the first: (.+)",
            r"有 \1 条事实不符合模型，无法装入；第一条：\2",
        ),
        (r"(.+): cannot be written \((.+)\); .+", r"\1：无法写入（\2）；请腾出空间或授予权限"),
        (r"(.+): starts like (\S+) but is broken; .+", r"\1：开头像 \2 编码，但内容已损坏；请另存为 UTF-8"),
        (
            r"(.+): is binary, not a text; .+",
            r"\1：是二进制文件，不是文本；请提供 .txt、.md、.html、.docx 或 .pdf 文档",
        ),
        (r"(.+): is neither UTF-8 nor GB18030 text; .+", r"\1：既不是 UTF-8 也不是 GB18030 文本；请另存为 UTF-8"),
        (r"(.+): has more than (\S+) elements; .+", r"\1：元素超过 \2 个；请拆分文档"),
        (r"(.+): unpacks to (\d+) MB, .+", r"\1：解压后有 \2 MB，超出限制；请拆分文档"),
        (r"(.+): cannot be read as (\S+) \(.+\); .+", r"\1：无法按 \2 读取；请重新保存"),
        (r"(.+): is encrypted; .+", r"\1：已加密；请去掉密码再试"),
        (
            r"(.+): has (\d+) pages but no text; .+",
            r"\1：有 \2 页，但没有文字；扫描件须先安装文字识别（polecore[ocr]）",
        ),
        (r"(.+): holds more than (\S+) characters; .+", r"\1：超过 \2 个字符；请拆分文档"),
        (
            r"(.+): is no register: no column is called (.+); .+",
            r"\1：不是名录：没有名为 \2 的列；请按 docs/registers.md 命名一列",
        ),
        # corrections
        (r"(.+) and (.+) are one entity already: (.+)", r"\1 与 \2 已是同一实体：\3"),
        (r"(.+): is no other name of (.+); these are: (.+)", r"\1 不是 \2 的别名；现有别名：\3"),
        # stores
        (
            r"(\S+): .*has the store open and shares it with no other; .+",
            r"\1：另一个程序正在使用此图谱库；请等它结束或关闭它，或改用 Neo4j 服务器",
        ),
        (r"(\S+): process (\d+) has the store open; .+", r"\1：进程 \2 正在使用此图谱库；请关闭它"),
        (
            r"(\S+): the store is empty and no facts are bundled in .+",
            r"\1：图谱库为空，也没有随附的事实；请用 polecore load PATH 装入文档",
        ),
        (r"(\S+): the disk is full \((.+)\); .+", r"\1：磁盘已满（\2）；请腾出空间后重试。此前装入的文档都还在"),
        (r"(\S+): the store is damaged: (.+); remove .+", r"\1：图谱库已损坏：\2；请删除该文件夹并重新装入文档"),
        (
            r"(\S+): the store cannot be opened \((.+)\); .+",
            r"\1：图谱库无法打开（\2）；若文件已损坏，请删除该文件夹并重新装入",
        ),
        (
            r"(\S+): written by an older version of Polecore \((.+)\); bring it over with (.+), or load .+",
            r"\1：由较早版本的 Polecore 写成；请用 \3 转换，或把文档装入新的文件夹",
        ),
        (r"(\S+): unknown kind of store; use (.+)", r"\1：未知的图谱库类型；请用 \2"),
        (r"embedded:(.+): a file stands there; .+", r"embedded:\1：该处是一个文件；请为图谱库指定文件夹"),
        (r"embedded:(.+): the folder cannot be written to; .+", r"embedded:\1：该文件夹不可写；请授予权限或换一个"),
        (
            r"embedded:(.+): written in format (\S+), this version reads format (\S+); .+",
            r"embedded:\1：格式为 \2，此版本读取格式 \3；请把文档装入新的文件夹",
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
