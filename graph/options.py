"""Options that verbs of several packages share."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Annotated, Any, get_type_hints

import typer

from graph.presentation import Format

StoreOption = Annotated[
    str,
    typer.Option(
        "--store", envvar="POLECORE_STORE", help="embedded:PATH, neo4j://HOST, neo4j+s://HOST or bolt://HOST."
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to write the answer.")]


def spread(block: type[Any], **defaults: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a verb take the options of a dataclass, which several verbs share, beside its own.

    The first parameter of the verb gets the block; on the command line its fields stand as options of their own.

    Parameters
    ----------
    defaults : values that this verb presumes instead of those of the block.
    """
    hints = get_type_hints(block, include_extras=True)
    shared = {
        f.name: inspect.Parameter(
            f.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=defaults.get(f.name, inspect.Parameter.empty if f.default is MISSING else f.default),
            annotation=hints[f.name],
        )
        for f in fields(block)
    }

    def of(verb: Callable[..., None]) -> Callable[..., None]:
        _block, *own = inspect.signature(verb, eval_str=True).parameters.values()

        def run(**given: Any) -> None:
            asked = block(**{name: given.pop(name) for name in shared})
            verb(asked, **given)

        run.__name__, run.__doc__, run.__module__ = verb.__name__, verb.__doc__, verb.__module__
        parameters = [*(p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own), *shared.values()]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        run.__annotations__ = {p.name: p.annotation for p in parameters} | {"return": None}
        return run

    return of
