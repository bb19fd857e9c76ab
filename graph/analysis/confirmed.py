"""Absences that an expert or a closed list confirms: the only ones that may be said to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from graph.analysis.gaps import CHAIN, LINK, LISTS, POLICY
from graph.analysis.whatif import member_called
from graph.projection.build import Projection
from ontology.errors import SourceError

_KEYS = {"list", "members", "field", "kind", "source"}


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What is confirmed, by list, as the lists take it; ``sources`` says by whom."""

    link: frozenset[tuple[str, str, str]] = frozenset()
    chain: frozenset[tuple[str, str]] = frozenset()
    policy: frozenset[tuple[str, str]] = frozenset()
    sources: tuple[str, ...] = ()


def read_confirmed(path: Path, projection: Projection) -> Confirmed:
    """Read confirmed absences from a YAML list.

    Raises
    ------
    SourceError
        if the file cannot be read, or an entry is not understood; the message names the file and the entry.

    Notes
    -----
    An entry is ``{list: link, members: [沈阳, 鞍山], field: 液压, source: …}``, ``{list: chain, kind: B1, field: 液压,
    source: …}`` or ``{list: policy, members: [沈阳], field: 液压, source: …}``. Every entry says who confirms it.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = str(error).splitlines()[0]
        raise SourceError(f"{path}: cannot be read as YAML ({reason})") from None
    if not isinstance(data, list):
        raise SourceError(f"{path}: holds no list; write one entry a line, - {{list: link, members: …, field: …}}")
    link, chain, policy, sources = set(), set(), set(), list[str]()
    for number, entry in enumerate(data, 1):
        which, members, field_id, kind = _read(entry, projection, f"{path}, entry {number}")
        if which == LINK:
            link.add((members[0], members[1], field_id))
        elif which == CHAIN:
            chain.add((kind, field_id))
        else:
            policy.add((members[0], field_id))
        sources.append(str(entry["source"]))
    return Confirmed(frozenset(link), frozenset(chain), frozenset(policy), tuple(sources))


def _read(entry: Any, projection: Projection, where: str) -> tuple[str, list[str], str, str]:
    if not isinstance(entry, Mapping) or not set(entry) <= _KEYS or entry.get("list") not in LISTS:
        raise SourceError(
            f"{where}: is no confirmed absence; write {{list: link, members: [A, B], field: F, source: S}}"
        )
    if not entry.get("source"):
        raise SourceError(f"{where}: says not who confirms it; add source")
    which, name = str(entry["list"]), str(entry.get("field", ""))
    fields = [i for i, known in projection.fields.names.items() if name in {i, known}]
    if len(fields) != 1:
        raise SourceError(f"{where}: field {name or 'missing'}: no industry of that name is in the graph")
    needed = {LINK: 2, POLICY: 1, CHAIN: 0}[which]
    given = entry.get("members") or []
    if not isinstance(given, list) or len(given) != needed:
        raise SourceError(f"{where}: a {which} entry names {needed} members")
    members = [member_called(projection, str(m)) for m in given]
    kind = str(entry.get("kind", ""))
    if which == CHAIN and kind not in {"B1", "B2", "B3", "B4"}:
        raise SourceError(f"{where}: kind {kind or 'missing'}: choose B1, B2, B3 or B4")
    return which, members, fields[0], kind
