from __future__ import annotations

from pathlib import Path

import pytest

from graph import console
from ontology.errors import StoreError


def test_message_is_one_harmless_line_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("a\nb\x1b[0m")

    assert capsys.readouterr() == ("", "a b[0m\n")


def test_result_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    console.tell("a\nb")

    assert capsys.readouterr() == ("a\nb\n", "")


def test_reading_a_graph_that_was_never_made_makes_none(tmp_path: Path) -> None:
    path = tmp_path / "graph"

    with (
        pytest.raises(StoreError, match="there is no graph yet; `polecore load` makes one"),
        console.opened(f"embedded:{path}"),
    ):
        pass

    assert not path.exists()


def test_store_is_closed_also_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = []

    class Closing:
        def close(self) -> None:
            closed.append(True)

    monkeypatch.setattr(console, "open_store", lambda _, **options: Closing())

    with pytest.raises(KeyError), console.opened("neo4j://somewhere"):
        raise KeyError

    assert closed == [True]


def test_nothing_is_shown_of_progress_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress() as bar:
        assert bar is None

    assert capsys.readouterr() == ("", "")


def test_progress_is_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)

    with console.progress() as bar:
        assert bar is not None
        bar("[bold]规划.txt", 1, 2)

    out, err = capsys.readouterr()
    assert out == ""
    assert "[bold]规划.txt" in err


def test_width_is_limited_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert console.width() is None
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert console.width() == console.shutil.get_terminal_size().columns
