from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import views.centrality
import views.cypher
import views.figures
import views.gaps
import views.overview
from views.parts.wording import TEXTS, register, say

PAGES = (views.centrality, views.cypher, views.figures, views.gaps, views.overview)
VIEWS = Path(views.gaps.__file__).parent
FIELD = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_say_it_with_the_same_fields(key: str) -> None:
    chinese, english = TEXTS[key]

    assert chinese
    assert english
    assert set(FIELD.findall(chinese)) == set(FIELD.findall(english))


def test_a_key_is_written_once() -> None:
    with pytest.raises(ValueError, match=r"panel\.id"):
        register({"panel.id": ("另", "other")})
    assert say("panel.id", "zh") == "标识"


@cache
def _read(module: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the keys that a module says, those that it writes, and the modules of the views that it imports."""
    said, written, imported = set(), set(), set()
    for node in ast.walk(ast.parse((VIEWS.parent / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("views"):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            imported.update(name for name in names if (VIEWS.parent / f"{name.replace('.', '/')}.py").is_file())
            if (VIEWS.parent / f"{node.module.replace('.', '/')}.py").is_file():
                imported.add(node.module)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "say" and isinstance(node.args[0], ast.Constant):
            said.add(node.args[0].value)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "register":
            # words that are built by a loop are not read here; no page says them by a written-out key
            given = node.args[0].keys if isinstance(node.args[0], ast.Dict) else []
            written.update(ast.literal_eval(key) for key in given)
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "TEXTS":
            written.update(ast.literal_eval(node.value))
    return frozenset(said), frozenset(written), frozenset(imported)


@pytest.mark.parametrize("path", sorted(VIEWS.rglob("*.py")), ids=lambda path: path.stem)
def test_a_page_that_is_read_alone_has_all_its_words(path: Path) -> None:
    module = ".".join(path.relative_to(VIEWS.parent).with_suffix("").parts)
    known, waiting = {module}, [module]
    while waiting:
        for name in _read(waiting.pop())[2] - known:
            known.add(name)
            waiting.append(name)

    assert _read(module)[0] - set().union(*(_read(name)[1] for name in known)) == set()
