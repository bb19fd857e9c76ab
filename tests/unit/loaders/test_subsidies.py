"""What an amount is granted for."""

from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对新获批的国家重点实验室，给予不超过1000万元资助。", ("新获批国家重点实验室资助", 1000)),
        ("对新认定的省级技术创新中心，每个给予50万元。", ("新认定省级技术创新中心每个资助", 50)),
        ("对获批国家级平台的，一次性给予200万元补助。", ("获批国家级平台补助", 200)),
    ],
)
def test_the_clause_before_an_amount_tells_who_gets_it(text: str, expected: tuple[str, int]) -> None:
    facts = facts_of(f"唐山市支持高新区高质量发展若干措施\n{text}\n")
    assert expected in {(f.figure.indicator, f.figure.value) for f in facts.figures}
