"""What a briefing says of its own making: the measures of the layout with their ranges, and the method."""

from __future__ import annotations

from graph.analysis.answer import Answer
from graph.layout.scene import Table
from graph.layout.wording import heads, say

_METRICS = (
    "pole_tie_share", "hub_and_spoke", "freeman", "point_density", "connected_points", "supporting_points",
    "removal_loss",
)  # fmt: skip
_TOPICS = ("unit", "network", "range", "grade", "words", "evidence", "bearing", "limits")
_SIZE = 11.0


def metrics_table(answer: Answer, language: str = "zh") -> Table:
    """Give the measures of a layout, what each means, and how far it moves with one vehicle less."""
    rows = []
    for row in answer.tables["metrics"].dicts():
        if row["metric"] in _METRICS:
            name, meaning = heads(f"metric.{row['metric']}", language)
            value = "—" if row["value"] is None else _short(str(row["value"]))
            span = "–".join(map(_short, row["leave_one_out"].split("–"))) if row["leave_one_out"] else ""
            rows.append((name, value, span, meaning))
    told = (answer.reading.get(key, "") for key in (language, f"caveat_{language}"))
    reading = ("" if language == "zh" else " ").join(filter(None, told))
    return Table(
        say("metrics", language), heads("metrics.columns", language), (0.24, 0.16, 0.18, 0.42), tuple(rows),
        fresh=True, size=_SIZE + 1, lead=reading,
    )  # fmt: skip


def _short(number: str) -> str:
    """Give a number with two decimals at most: more would say more than a few vehicles can tell."""
    return f"{round(float(number), 2):g}"


def method_table(language: str = "zh") -> Table:
    """Tell how numbers and findings came about, and what they do not say."""
    rows = tuple(heads(f"method.{topic}", language) for topic in _TOPICS)
    return Table(say("method", language), heads("method.columns", language), (0.18, 0.82), rows, fresh=True, size=_SIZE)
