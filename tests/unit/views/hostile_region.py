"""The invented region with names, quotations, headings and file names that are as hostile as text can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from graph.facts import Evidence, Facts
from tests.unit.views.invented import region

ATTACKS = (
    "<img src=http://evil.invalid/a.png onerror=document.title='owned'>",
    "<script>document.title='owned'</script>",
    "</script></style><svg onload=alert(1)>",
    "![甲](http://evil.invalid/b.png)",
    "[甲](javascript:alert(1))",
    "<a href=\"http://evil.invalid/c\" onclick='alert(1)'>",
    "[甲](http://evil.invalid/d) http://evil.invalid/e",
    "\"' onmouseover=alert(1) x='",
    "$\\href{javascript:alert(1)}{x}$ $$\\includegraphics{http://evil.invalid/f.png}$$",
    ":red[**甲**] :material/delete: `x` # h\n---\n> q",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)}",
    "=HYPERLINK(\"http://evil.invalid/g\")",
    "'}) DETACH DELETE n // `x` \\u0027",
    "../../../etc/passwd\\..\\x",
    "\u202egnp.exe\u202c\u200b\u2066",
    "<iframe srcdoc=\"<script>alert(1)</script>\"><base href=//evil.invalid>",
    "<meta http-equiv=refresh content=0;url=//evil.invalid>",
    "<style>@import '//evil.invalid/h.css'; *{background:url(//evil.invalid/i.png)}</style>",
    "[x]: http://evil.invalid/j\n![x][x] <http://evil.invalid/k>",
)  # fmt: skip
HOST = "evil.invalid"


def hostile() -> Facts:
    """Give the region with an attack behind each name, and in each quotation, heading and file name."""
    turn = cycle(ATTACKS)
    known = region()
    # ids are made of names, and lead through addresses and links; the check of facts lets none hold a control character
    line = (" ".join(attack.split()) for attack in turn)
    ids = {e.id: f"{e.id}{next(line)}" for e in known.entities}

    def told(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(_worse(e, turn) for e in evidence)

    entities = [
        replace(
            e, id=ids[e.id], name=ids[e.id].partition(":")[2], aliases=(*e.aliases, f"{e.name}又名{next(line)}"),
            documents=tuple(map(_file, e.documents)), evidence=told(e.evidence),
        )
        for e in known.entities
    ]  # fmt: skip
    keys = {
        r.key: replace(r, source=ids.get(r.source, r.source), target=ids.get(r.target, r.target)).key
        for r in known.relations
    }
    relations = [
        replace(
            r, source=ids.get(r.source, r.source), target=ids.get(r.target, r.target), evidence=told(r.evidence),
            derived_from=tuple(keys[key] for key in r.derived_from),
        )
        for r in known.relations
    ]  # fmt: skip
    figures = [
        replace(f, entity=ids[f.entity], unit=next(turn) if n == 1 else f.unit, evidence=told(f.evidence))
        for n, f in enumerate(known.figures)
    ]
    figures.append(replace(figures[0], indicator=ATTACKS[0], value=7))
    return Facts(entities, relations, figures).sorted()


def _file(name: str) -> str:
    return f"../<img src=x onerror=alert(1)>&{name}"


def _worse(evidence: Evidence, turn: Iterator[str]) -> Evidence:
    # no two passages of one place may differ, so that the attack depends on the place
    attack = ATTACKS[evidence.start % len(ATTACKS)]
    quote = evidence.quote + attack
    return replace(
        evidence, document=_file(evidence.document), section=f"{evidence.section}{attack}", quote=quote,
        end=evidence.start + len(quote),
    )  # fmt: skip
