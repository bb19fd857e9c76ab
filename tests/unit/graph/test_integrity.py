"""Comparing a graph with what was committed to it, while others write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph import cypher
from graph.integrity import damage
from graph.ledger import Tally


class Server:
    """A graph of nodes to which a document is added right after its tally was first read."""

    def __init__(self, *, commits: int) -> None:
        self.nodes = ["City:绵阳市"]
        self.told = list(self.nodes)
        self.commits = commits

    def run(self, text: str, _: Mapping[str, Any]) -> list[dict[str, Any]]:
        if text == cypher.READ_TALLY:
            tally = Tally().plus(self.told)
            row = {"revision": len(self.told), "count": tally.count, "checksum": f"{tally.checksum:x}"}
            if self.commits:
                self.commits -= 1
                self.nodes.append(f"City:{len(self.nodes)}市")
                self.told = list(self.nodes)
            return [row]
        if text == cypher.READ_NAMES[0]:
            return [{"name": name} for name in self.nodes]
        if text == cypher.COUNT_INDEXED:
            return [{"total": len(self.nodes)}]
        return [{"total": 0}] if "total" in text else []


def test_what_is_committed_meanwhile_is_no_damage() -> None:
    assert damage(Server(commits=1).run) == []


def test_what_is_missing_is_told() -> None:
    server = Server(commits=0)
    server.nodes = []
    assert damage(server.run) == ["1 facts and passages were committed, 0 are there"]


def test_a_graph_that_never_rests_is_not_called_damaged() -> None:
    [told] = damage(Server(commits=100).run)
    assert "check it when nothing is being loaded" in told
