"""Runs a verb in process, and says what a refusal looks like."""

from __future__ import annotations

from typing import Any

from typer.testing import CliRunner

import cli


def run(*words: str) -> Any:
    return CliRunner().invoke(cli.app, [str(word) for word in words])


def assert_one_line(result: Any, status: int, *parts: str) -> None:
    assert result.exit_code == status, result.output
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    for part in parts:
        assert part in lines[0]


def rows(result: Any) -> list[list[str]]:
    return [line.split() for line in result.stdout.splitlines()]
