from __future__ import annotations

import pytest

from graph.guard import check
from loaders.uploads import Upload, admitted
from ontology.errors import QueryError
from views.parts.reasons import reason


@pytest.mark.parametrize(
    ("message", "chinese"),
    [
        ("鞍山 takes part in 航空中心 already", "鞍山 已参与 航空中心"),
        ("甲市: no member of 乙都市圈; members: 丙、丁", "甲市 不是 乙都市圈 的成员；成员有：丙、丁"),
        (
            "乙都市圈: no layout names its pole; give --pole, or add it to layouts in places.yaml",
            "没有布局指明它的极核",
        ),
        (".x.md: such a name is hidden or reserved on some systems; rename the file", "隐藏或保留"),
        ("空.md: is empty", "空.md：是空文件"),
        ("301.md: is larger than 20 MB; split the document", "超过 20 MB"),
        ("embedded:x: process 7 has the store open; close it", "进程 7"),
    ],
)
def test_reasons_are_said_in_the_language_of_the_page(message: str, chinese: str) -> None:
    assert chinese in reason(message, "zh")
    assert reason(message, "en") == message


@pytest.mark.parametrize(
    "query",
    [
        "", "CREATE (n)", "RETURN 1; RETURN 2", "LOAD CSV FROM 'x' AS r RETURN r", "USE x RETURN 1", "SHOW USERS",
        "CALL apoc.load.json('x')", "RETURN apoc.text.join([])", "MATCH (n:$x) RETURN n",
        "UNWIND [1] AS x CALL { RETURN 1 AS y } IN TRANSACTIONS RETURN y",
    ],
)  # fmt: skip
def test_whatever_the_console_refuses_is_said_in_chinese(query: str) -> None:
    with pytest.raises(QueryError) as refused:
        check(query, embedded=True)

    assert any("\u4e00" <= letter <= "\u9fff" for letter in reason(refused.value, "zh"))


@pytest.mark.parametrize("name", ["a\u200bb.md", "a/b.md", ".x.md", "x.exe", f"{'x' * 300}.md"])
def test_whatever_an_upload_is_refused_for_is_said_in_chinese(name: str) -> None:
    _, refused = admitted([Upload(name, b"x"), Upload("empty.md", b""), Upload("false.pdf", b"x")])

    assert len(refused) == 3
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in reason(text, "zh")) for text in refused)


def test_an_unknown_reason_stays_as_it_was_written() -> None:
    assert reason("x: unheard of", "zh") == "x: unheard of"
