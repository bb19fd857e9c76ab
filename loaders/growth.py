"""Growth: a rate told behind a value (达到8亿元，同比增长5%; 分别增长u、v) is about whom the value is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from loaders.heads import Head, Subject
from loaders.quantities import Quantity

_RATE = re.compile(
    r"(?:[，、（(]|^)(?:并|均|且|分别|同比|环比|可比口径|按可比价计算|较?比?(?:上年|去年|同期|20\d\d年)?(?:末|底|同期)?|年均|累计|名义|实际|净|两年平均)*"
    r"(?:增长|增加|提高|提升|下降|减少|增速|上升|回落)(?:了|达到?|为|约|近|超过?)*$"
)


@dataclass(slots=True)
class Told:
    """Whom the values of a sentence were about so far, by where each starts."""

    about: dict[int, Subject] = field(default_factory=dict)
    last: tuple[int, Subject] | None = None

    def note(self, quantity: Quantity, about: Subject | None) -> None:
        """Remember a value that was read."""
        if about is not None:
            self.about[quantity.start] = about
            self.last = (quantity.end, about)

    def of_rate(
        self,
        sentence: str,
        quantity: Quantity,
        changes: Mapping[int, tuple[int, str]],
        heads: Sequence[Head],
        start: int,
    ) -> Subject | None:
        """Give whom a rate of growth is about, None for what is no such rate or has a subject of its own.

        Parameters
        ----------
        changes : by start of a rate that 分别 joins to a value, the start of that value.
        start : where the sentence begins in the text that the heads refer to.
        """
        base = changes.get(quantity.start, (-1, ""))[0]
        if base in self.about:
            return self.about[base]
        if self.last is None or quantity.unit not in {"%", "个百分点", "百分点", "倍"}:
            return None
        end, about = self.last
        between = sentence[end : quantity.start]
        if not _RATE.search(between) or "；" in between or len(between) > 24:
            return None
        return None if any(end <= h.at - start < quantity.start for h in heads) else about
