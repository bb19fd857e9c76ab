from __future__ import annotations

from views.parts.download import as_csv


def test_formulas_are_neutralised_and_chinese_survives_excel() -> None:
    data = as_csv(["名称", "值"], [["=HYPERLINK(1)", -2.5], ["@甲", ["a", "b"]]])

    assert data == b"\xef\xbb\xbf" + "名称,值\n'=HYPERLINK(1),-2.5\n'@甲,a; b\n".encode()
