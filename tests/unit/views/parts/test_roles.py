"""Who may do what, by address, group and where the app listens."""

from __future__ import annotations

import pytest

from views.parts.roles import AccessError, Role, Rules, rules, without_sign_in

LISTED = rules({"editors": ["Li@Example.org", "*@dept.example.org"], "readers": ["*@example.org"]}, {})


@pytest.mark.parametrize(
    ("claims", "role"),
    [
        ({"email": "li@example.org"}, Role.EDITOR),
        ({"email": " LI@EXAMPLE.ORG "}, Role.EDITOR),
        ({"email": "wang@dept.example.org"}, Role.EDITOR),
        ({"email": "wang@example.org"}, Role.READER),
        ({"email": "wang@example.org.evil.net"}, Role.NOBODY),
        ({"email": "x@evil.net"}, Role.NOBODY),
        ({"email": "li@example.org", "email_verified": False}, Role.NOBODY),
        ({"email": "li@example.org", "email_verified": True}, Role.EDITOR),
        ({"name": "li@example.org"}, Role.NOBODY),
        ({}, Role.NOBODY),
    ],
)
def test_the_role_follows_the_verified_address(claims: dict[str, object], role: Role) -> None:
    assert LISTED.role(claims) is role


def test_a_star_stands_for_a_person_and_nothing_else() -> None:
    assert Rules(editors=frozenset({"*"})).role({"email": "a@b"}) is Role.READER
    assert Rules(editors=frozenset({"*@b?"})).role({"email": "a@bc"}) is Role.READER


def test_groups_of_a_claim_count() -> None:
    known = rules({"claim": "roles", "editor_groups": ["plan-editors"], "reader_groups": ["staff"]}, {})

    assert known.role({"roles": ["plan-editors"]}) is Role.EDITOR
    assert known.role({"roles": "staff"}) is Role.READER
    assert known.role({"groups": ["plan-editors"]}) is Role.NOBODY


def test_without_readers_everybody_who_signs_in_reads_and_nobody_edits() -> None:
    assert rules({}, {}).role({"email": "a@b"}) is Role.READER


def test_the_environment_adds_people() -> None:
    known = rules({"editors": ["a@b"]}, {"POLECORE_EDITORS": "c@d, e@f", "POLECORE_READERS": "g@h"})

    assert [known.role({"email": e}) for e in ("a@b", "e@f", "g@h", "x@y")] == [
        Role.EDITOR, Role.EDITOR, Role.READER, Role.NOBODY,
    ]  # fmt: skip


@pytest.mark.parametrize("section", [{"editor": ["a@b"]}, {"editors": 3}, {"hours": "twelve"}, {"hours": 0}])
def test_a_mistake_in_the_rules_lets_nobody_in(section: dict[str, object]) -> None:
    with pytest.raises(AccessError, match="roles"):
        rules(section, {})


def test_a_sign_in_is_good_for_some_hours() -> None:
    known = rules({"hours": 2}, {})

    assert not known.expired({"iat": 1000}, 1000 + 7200)
    assert known.expired({"iat": 1000}, 1001 + 7200)


@pytest.mark.parametrize(
    ("address", "environment", "role"),
    [
        ("127.0.0.1", {}, Role.EDITOR),
        ("localhost", {}, Role.EDITOR),
        ("0.0.0.0", {}, Role.READER),
        (None, {}, Role.READER),
        ("0.0.0.0", {"POLECORE_OPEN": "1"}, Role.EDITOR),
        ("0.0.0.0", {"POLECORE_OPEN": "no"}, Role.READER),
    ],
)
def test_without_sign_in_only_this_machine_edits(address: str | None, environment: dict[str, str], role: Role) -> None:
    assert without_sign_in(address, environment) is role
