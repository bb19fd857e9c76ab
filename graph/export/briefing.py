"""A briefing on a region: its diagram, key figures, gaps with their evidence, and how all of it came about."""

from __future__ import annotations

from dataclasses import replace

from graph.analysis.ground import Ground
from graph.analysis.reports import layout
from graph.export.options import POLECORE, Options
from graph.export.picture import draw, projected
from graph.facts import Facts
from graph.layout.findings import gap_tables
from graph.layout.frame import documents_table
from graph.layout.key_figures import Cites, figure_tables
from graph.layout.method import method_table, metrics_table
from graph.layout.polecore import titled
from graph.layout.scene import Book
from graph.layout.wording import say


def briefing(facts: Facts, options: Options) -> Book:
    """Compose a briefing: what a reader must know comes first, the lists behind the picture last, then the sources."""
    language = options.language
    scene = draw(facts, POLECORE, options)
    projection = projected(facts, options)
    documents = titled(projection.facts)
    cites = Cites(documents, language)
    sources = documents_table(documents, language)
    numbered = tuple((f"[{number}] {row[0]}", *row[1:]) for number, row in enumerate(sources.rows, 1))
    tables = [
        *figure_tables(projection, cites, language),
        metrics_table(layout(projection, seed=options.seed), language),
        *gap_tables(Ground(projection, seed=options.seed), cites, options.gaps, language),
        method_table(language),
        *(table for table in scene.tables if table.title != sources.title),
        replace(sources, rows=numbered, fresh=True),
    ]
    title = say("title.briefing", language, region=projection.area.name)
    return Book(title, [scene], tables)
