"""Bodies that a text never speaks of: an office tells by its name whose it is, which alone makes no entity."""

from __future__ import annotations

from typing import Protocol, TypeVar


class _Proof(Protocol):
    @property
    def rule(self) -> str: ...


class _Named(Protocol):
    @property
    def label(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def evidence(self) -> _Proof: ...


class _Tied(Protocol):
    @property
    def source(self) -> tuple[str, str]: ...
    @property
    def target(self) -> tuple[str, str]: ...
    @property
    def evidence(self) -> _Proof: ...


N = TypeVar("N", bound=_Named)
T = TypeVar("T", bound=_Tied)


def drop_unsaid(mentions: list[N], ties: list[T]) -> None:
    """Drop the bodies that only the name of their office or bureau tells, and that no other tie needs."""
    said = {(m.label, m.name) for m in mentions if m.evidence.rule != "owner in a name"}
    needed = {end for t in ties if t.evidence.rule != "owner in the name" for end in (t.source, t.target)}
    alone = {(m.label, m.name) for m in mentions if m.label == "GovernmentBody"} - said - needed
    mentions[:] = [m for m in mentions if (m.label, m.name) not in alone]
    ties[:] = [t for t in ties if t.target not in alone and t.source not in alone]
