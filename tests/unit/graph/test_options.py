from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer
from typer.testing import CliRunner

from graph.options import spread


@dataclass(frozen=True)
class Block:
    why: Annotated[str, typer.Option("--why", help="Why.")]
    most: Annotated[int, typer.Option(min=1, help="How many.")] = 5


app = typer.Typer()


@app.command()
@spread(Block)
def one(given: Block, name: Annotated[str, typer.Argument()], loud: bool = False) -> None:
    """Tell one."""
    typer.echo(f"{given} {name} {loud}")


@app.command()
@spread(Block, most=9)
def two(given: Block) -> None:
    """Tell two."""
    typer.echo(given)


def said(*words: str) -> str:
    return CliRunner().invoke(app, words).output


def test_the_options_of_a_block_stand_beside_those_of_the_verb() -> None:
    assert said("one", "x", "--why", "so", "--loud", "--most", "7") == "Block(why='so', most=7) x True\n"
    assert said("one", "x", "--why", "so") == "Block(why='so', most=5) x False\n"


def test_a_verb_may_presume_another_value() -> None:
    assert said("two", "--why", "so") == "Block(why='so', most=9)\n"


def test_an_option_without_a_value_is_asked_for() -> None:
    assert "Missing option '--why'" in said("two")
    assert "Tell two." in said("two", "--help")
