"""Who may do what: nobody, reader or editor, decided from what the identity provider says of a person."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Any

from ontology.errors import PolecoreError

EDITORS, READERS, OPEN = "POLECORE_EDITORS", "POLECORE_READERS", "POLECORE_OPEN"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_KEYS = frozenset({"editors", "readers", "claim", "editor_groups", "reader_groups", "hours"})


class AccessError(PolecoreError):
    """Somebody asked for what their role does not allow."""


class Role(StrEnum):
    """What a person may do."""

    NOBODY = "nobody"
    READER = "reader"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Rules:
    """Whom to let in: addresses (``*@example.org`` for a whole domain), and values of a claim that lists groups.

    Without readers and reader groups, everybody who can sign in may read. Nobody is an editor who is not named. A
    sign-in is good for so many ``hours``: the provider may know better by then.
    """

    editors: frozenset[str] = frozenset()
    readers: frozenset[str] = frozenset()
    claim: str = "groups"
    editor_groups: frozenset[str] = frozenset()
    reader_groups: frozenset[str] = frozenset()
    hours: float = 12.0

    def expired(self, claims: Mapping[str, Any], now: float) -> bool:
        """Tell whether somebody signed in longer ago than a sign-in is good for."""
        signed = claims.get("iat")
        return isinstance(signed, int | float) and now - signed > self.hours * 3600

    def role(self, claims: Mapping[str, Any]) -> Role:
        """Give the role of a person.

        An address that the provider calls unverified counts for nothing: anybody may have typed it there.
        """
        address = str(claims.get("email") or "").strip().lower()
        if claims.get("email_verified") in (False, "false"):
            address = ""
        groups = _words(claims.get(self.claim), self.claim)
        if _fits(address, self.editors) or groups & self.editor_groups:
            return Role.EDITOR
        everybody = not self.readers and not self.reader_groups
        return Role.READER if everybody or _fits(address, self.readers) or groups & self.reader_groups else Role.NOBODY


def rules(section: Mapping[str, Any], environ: Mapping[str, str] | None = None) -> Rules:
    """Read the rules from the section ``[roles]`` of the secrets; POLECORE_EDITORS and POLECORE_READERS add to them.

    Raises
    ------
    AccessError
        for an unknown key, which might be a misspelt one that was meant to keep people out.
    """
    for name in section:
        if name not in _KEYS:
            raise AccessError(f"[roles] {name}: unknown; the keys are {', '.join(sorted(_KEYS))}")
    given = os.environ if environ is None else environ
    return Rules(
        _addresses(section.get("editors"), given.get(EDITORS, ""), "editors"),
        _addresses(section.get("readers"), given.get(READERS, ""), "readers"),
        str(section.get("claim", "groups")),
        frozenset(_words(section.get("editor_groups"), "editor_groups")),
        frozenset(_words(section.get("reader_groups"), "reader_groups")),
        _hours(section.get("hours", 12)),
    )


def _hours(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        raise AccessError("[roles] hours: must be a number above zero")
    return float(value)


def without_sign_in(address: str | None, environ: Mapping[str, str] | None = None) -> Role:
    """Give everybody's role where nobody signs in: an editor on this machine alone, else a reader.

    POLECORE_OPEN=1 makes editors of all who reach the app; for a container whose port is published on loopback only.
    """
    given = os.environ if environ is None else environ
    return Role.EDITOR if address in LOOPBACK or given.get(OPEN) == "1" else Role.READER


def _addresses(listed: Any, more: str, name: str) -> frozenset[str]:
    return frozenset(a.lower() for a in {*_words(listed, name), *(a.strip() for a in more.split(","))} if a)


def _words(value: Any, name: str) -> set[str]:
    if value is None:
        return set()
    if isinstance(value, str):
        return {value}
    if isinstance(value, Iterable) and not isinstance(value, Mapping | bytes):
        return {str(item) for item in value}
    raise AccessError(f"[roles] {name}: must be a list of texts")


def _fits(address: str, patterns: Iterable[str]) -> bool:
    """Compare with addresses and with ``*@domain``; a star elsewhere matches itself only."""
    return bool(address) and any(
        fnmatchcase(address, "*" + pattern[1:].replace("[", "[[]").replace("*", "[*]").replace("?", "[?]"))
        if pattern.startswith("*@")
        else address == pattern
        for pattern in patterns
    )
