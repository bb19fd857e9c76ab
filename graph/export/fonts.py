"""Fonts for pictures: one that has every character of a picture, or an error that says how to get one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font

from ontology.errors import SourceError

PREFERRED = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "Microsoft YaHei", "PingFang SC",
    "Hiragino Sans GB", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei",
)  # fmt: skip
LANGUAGE = "zh-Hans"
_REGULAR, _BOLD = 400, 700
_PACKAGED = ("notojp_matplotlib", "fonts", "NotoSansCJKjp-Regular.otf")


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a font file."""

    family: str
    path: str
    index: int
    weight: int


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces of a picture; ``bold`` is the regular one if the family has no other."""

    regular: Face
    bold: Face


def choose(words: Iterable[str], families: Iterable[str] = PREFERRED) -> Fonts:
    """Choose the first family that has every character.

    Fonts that Matplotlib knows come first, then those on the disk that it has not seen yet, then the one that comes
    with Polecore.

    Raises
    ------
    SourceError
        if no font has all of them; the message names characters and the fix.
    """
    needed = {c for word in words for c in word if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf")}
    wanted = list(families)
    fewest: set[str] | None = None
    for faces in (_known, _on_disk, _packaged):
        for regular in faces(tuple(wanted)):
            missing = {c for c in needed if ord(c) not in _characters(regular.path, regular.index)}
            if not missing:
                bold = next(
                    (f for f in faces(tuple(wanted)) if f.family == regular.family and f.weight > _REGULAR), regular
                )
                return Fonts(regular, bold)
            fewest = missing if fewest is None or len(missing) < len(fewest) else fewest
    shown = "、".join(f"{c} (U+{ord(c):04X})" for c in sorted(fewest or needed)[:5])
    raise SourceError(
        f"no font here has the characters {shown}; install a fuller Chinese font (Debian and Ubuntu: "
        "apt-get install fonts-noto-cjk; elsewhere: Noto Sans CJK SC or Source Han Sans) and try again"
    )


@cache
def _characters(path: str, index: int) -> frozenset[int]:
    return frozenset(FT2Font(path, face_index=index).get_charmap())


def _ordered(faces: Iterable[Face], families: tuple[str, ...]) -> list[Face]:
    chosen = [face for face in faces if face.family in families and face.weight in (_REGULAR, _BOLD)]
    return sorted(chosen, key=lambda f: (families.index(f.family), f.weight, f.path, f.index))


@cache
def _known(families: tuple[str, ...]) -> tuple[Face, ...]:
    faces = (
        Face(f.name, f.fname, f.index, int(f.weight))
        for f in font_manager.fontManager.ttflist
        if str(f.weight).isdigit()
    )
    return tuple(_ordered((face for face in faces if Path(face.path).is_file()), families))


@cache
def _on_disk(families: tuple[str, ...]) -> tuple[Face, ...]:
    """Look through the font folders: Matplotlib's own list is older than a font that was just installed."""
    known = {face.fname for face in font_manager.fontManager.ttflist}
    return tuple(
        _ordered(
            (f for path in sorted(font_manager.findSystemFonts()) if path not in known for f in _faces(path)), families
        )
    )


def _faces(path: str) -> Iterator[Face]:
    try:
        font = FT2Font(path)
        fonts = [font, *(FT2Font(path, face_index=i) for i in range(1, font.num_faces))]
    except (OSError, RuntimeError):
        return  # a broken font file of the system is no reason to stop
    for index, font in enumerate(fonts):
        yield Face(font.family_name, path, index, _BOLD if "Bold" in font.style_name else _REGULAR)


@cache
def _packaged(families: tuple[str, ...]) -> tuple[Face, ...]:
    # importing the package would change Matplotlib's settings; its file is all that is needed
    spec = find_spec(_PACKAGED[0])
    if spec is None or spec.origin is None:
        return ()
    path = Path(spec.origin).parent.joinpath(*_PACKAGED[1:])
    return (Face("Noto Sans CJK JP", str(path), 0, _REGULAR),) if path.is_file() else ()
