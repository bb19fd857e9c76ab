"""The analyses, from a projection to an answer; the lists of gaps stand in ``gap_report``."""

from graph.analysis.centrality_report import centrality
from graph.analysis.change_report import change
from graph.analysis.layout_report import FIRMS, layout, over_time
from graph.analysis.naming import NETWORKS

__all__ = ["FIRMS", "NETWORKS", "centrality", "change", "layout", "over_time"]
