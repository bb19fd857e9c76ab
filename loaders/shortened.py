"""Short forms without a definition: 能源材料研究院 of a headline is 某大学能源材料研究院 of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.lexicon import Lexicon
from loaders.names import bare, owner

_SHORTENED = frozenset(
    {"ResearchInstitute", "Lab", "Zone", "Alliance", "Incubator", "ServiceAgency", "Fund", "Event", "Cluster"}
)
_LEGAL = re.compile(r"(?:股份有限|有限责任|有限|股份)公司$")
_PARENT = re.compile(r"大学|学院|集团|公司|科学院|研究院|实验室|联盟")


def short_forms(named: Iterable[tuple[str, str]], lexicon: Lexicon) -> Iterable[tuple[str, str, str]]:
    """Find names that are the last part of exactly one other of their class.

    Parameters
    ----------
    named : (class, name) of what a document names.

    Returns
    -------
    (class, short, full)
        only where the short one names no owner of its own and has words of its own.
    """
    every = sorted(set(named))
    yield from _firms(every, lexicon)
    things = [n for n in every if n[0] in _SHORTENED]
    for label, short in things:
        if (
            len(short) < 5
            or owner(short, lexicon)
            or re.match("国家|中国|全国", short)
            or len(bare(short, lexicon)) < 2
        ):
            continue
        longer = [n for kind, n in things if kind == label and n != short and n.endswith(short)]
        if len(longer) == 1 and owned(longer[0][: -len(short)], lexicon):
            yield label, short, longer[0]


def _firms(named: Iterable[tuple[str, str]], lexicon: Lexicon) -> Iterable[tuple[str, str, str]]:
    """Find firms called by the first words of exactly one full name (中信重工: 中信重工机械股份有限公司)."""
    firms = [name for label, name in named if label == "Company"]
    for short in firms:
        legal = [n for n in firms if n != short and _LEGAL.sub("公司", n) == short]
        if len(legal) == 1 and short.endswith("公司"):
            yield "Company", short, legal[0]
    for short in firms:
        full = [n for n in firms if n != short and n.startswith(short) and n.endswith(("公司", "集团"))]
        rest = full[0][len(short) :] if len(full) == 1 else ""
        branch = any(lexicon.place(rest[:n]) for n in (2, 3)) or short.startswith("中国")
        if (
            len(short) >= 3
            and rest
            and not branch
            and not lexicon.place(short)
            and not short.endswith(("公司", "集团"))
        ):
            yield "Company", short, full[0]


def owned(front: str, lexicon: Lexicon) -> bool:
    """Say whether what the full name adds in front is a place or a parent."""
    found = owner(front, lexicon)
    if found and (found[0] == len(front) or re.search(r"(?:中心|[园区城])$", front)):
        return True
    return bool(_PARENT.search(front))
