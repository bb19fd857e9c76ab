"""Knowledge as data: places, organisations, industries, endings and words of the grammar.

The files of ``loaders/lexicon`` come first; a user's own folder (``POLECORE_LEXICON``) adds to them in the same shapes.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import ahocorasick
import yaml

from ontology.errors import SourceError
from ontology.schema import load_industries, load_schema

FOLDER = Path(__file__).parent / "lexicon"
PLACE_LABELS = frozenset({"Region", "City", "District", "Country"})
_PLACE_KEYS = frozenset(
    {
        "regions",
        "cities",
        "districts",
        "countries",
        "country_signs",
        "division_signs",
        "city_signs",
        "foreign_cities",
        "ambiguous_short",
        "zones",
        "slips",
        "layouts",
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name: class, canonical name, and what else is known of it."""

    label: str
    name: str
    parent: str = ""
    province: str = ""
    short: bool = False


@dataclass(slots=True)
class Lexicon:
    """All that is known before a document is read."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    suffixes: dict[str, tuple[str, bool]] = field(default_factory=dict)
    stop_words: frozenset[str] = frozenset()
    generic_words: frozenset[str] = frozenset()
    list_heads: dict[str, str] = field(default_factory=dict)
    box_titles: dict[str, str] = field(default_factory=dict)
    quoted_names: dict[str, str] = field(default_factory=dict)
    country_signs: dict[str, str] = field(default_factory=dict)
    division_signs: dict[str, str] = field(default_factory=dict)
    city_signs: dict[str, str] = field(default_factory=dict)
    ambiguous: frozenset[str] = frozenset()
    guarded: dict[str, Entry] = field(default_factory=dict)
    """Cities whose short form is also an everyday word: read only where a zone's ending follows (白银高新区)."""
    slips: dict[str, str] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()
    """Names that other organisations bear, too, behind the name of their place (电子科技大学: 桂林电子科技大学)."""
    located: dict[str, list[str]] = field(default_factory=dict)
    layouts: list[dict[str, Any]] = field(default_factory=list)
    industries: dict[str, str] = field(default_factory=dict)
    automaton: Any = None
    suffix_automaton: Any = None
    _tails: dict[int, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False)
    _initials: frozenset[str] = field(default=frozenset(), init=False, repr=False)
    _joint: tuple[str, ...] = field(default=(), init=False, repr=False)
    _reach: dict[str, int] = field(default_factory=dict, init=False, repr=False)
    _generic_reach: dict[str, int] = field(default_factory=dict, init=False, repr=False)
    _last: tuple[str, tuple[tuple[int, int, str], ...]] = field(default=("", ()), init=False, repr=False)

    def add(self, surface: str, entry: Entry) -> None:
        """Add a surface form of an entry."""
        if surface and entry not in self.entries.setdefault(surface, []):
            self.entries[surface].append(entry)

    def freeze(self) -> None:
        """Build the automata that find all names and endings in one pass."""
        self.automaton = ahocorasick.Automaton()
        for surface in self.entries:
            self.automaton.add_word(surface, surface)
        self.automaton.make_automaton()
        self.suffix_automaton = ahocorasick.Automaton()
        for suffix in self.suffixes:
            self.suffix_automaton.add_word(suffix, suffix)
        self.suffix_automaton.make_automaton()
        self._initials = frozenset(s[0] for s, found in self.entries.items() if any(e.label == "City" for e in found))
        self._tails.clear()
        self._joint = tuple(name for name in self.industries if "和" in name)
        self._reach = _reaches((s[:2], s) for s in self.entries if len(s) > 1)
        self._generic_reach = _reaches((word[:1], word) for word in self.generic_words)

    def tails(self, least: int) -> tuple[str, ...]:
        """Give the endings of names that have so many characters at least."""
        if least not in self._tails:
            self._tails[least] = tuple(suffix for suffix in self.suffixes if len(suffix) >= least)
        return self._tails[least]

    def reach(self, text: str) -> int:
        """Give how long the longest known name is that begins as a text does; 0 if there is none."""
        return self._reach.get(text[:2], 0)

    def generic_reach(self, character: str) -> int:
        """Give how long the longest generic word is that begins with a character; 0 if there is none."""
        return self._generic_reach.get(character, 0)

    def joint_industries(self) -> tuple[str, ...]:
        """Give the names of industries that 和 joins."""
        return self._joint

    def initials(self) -> frozenset[str]:
        """Give the first characters of the names of cities."""
        return self._initials

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Find known names in a text, the longest of overlapping ones, as (start, end, surface) from left to right."""
        last = self._last  # a sentence is asked about several times
        if last[0] != text:
            last = self._last = text, tuple(self._find(text))
        return list(last[1])

    def _find(self, text: str) -> list[tuple[int, int, str]]:
        taken: list[tuple[int, int, str]] = []
        spans = sorted((-len(s), end + 1, s) for end, s in self.automaton.iter(text))
        used = bytearray(len(text))
        for negative, end, surface in spans:  # the longest first, from left to right
            start = end + negative
            torn = surface.endswith("都市") and text.startswith("圈", end)  # 南|昌都市|圈
            if not torn and not any(used[start:end]):
                used[start:end] = b"\1" * (end - start)
                taken.append((start, end, surface))
        return sorted(taken)

    def endings(self, text: str) -> list[tuple[int, int, str]]:
        """Find the endings of names, the longest at each place, as (start, end, suffix)."""
        best: dict[int, tuple[int, int, str]] = {}
        for end, suffix in self.suffix_automaton.iter(text):
            start = end - len(suffix) + 1
            if end + 1 not in best or start < best[end + 1][0]:
                best[end + 1] = (start, end + 1, suffix)
        return sorted(best.values())

    def place(self, surface: str) -> Entry | None:
        """Give the place that a surface form names, the highest level first, or None."""
        entries = self.entries.get(surface)
        if entries is None:  # as nearly always, and it is asked very often
            return None
        found = [e for e in entries if e.label in PLACE_LABELS]
        order = {"Region": 0, "Country": 1, "City": 2, "District": 3}
        return min(found, key=lambda e: order[e.label]) if found else None


def _reaches(words: Iterable[tuple[str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for opening, word in words:
        found[opening] = max(found.get(opening, 0), len(word))
    return found


def read_yaml(path: Path) -> dict[str, Any]:
    """Read a lexicon file; SourceError, with file and line, if it is no mapping in YAML."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: the lexicon cannot be read ({error})") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise SourceError(f"{path}{line}: the lexicon is not valid YAML ({getattr(error, 'problem', error)})") from None
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise SourceError(f"{path}: a lexicon file must be a mapping of keys to lists; see loaders/lexicon")
    return data


def _names(item: Any, path: Path, key: str) -> tuple[str, list[str]]:
    if isinstance(item, str):
        return item, []
    if not isinstance(item, Mapping) or not isinstance(item.get("name"), str):
        raise SourceError(f"{path}: an entry under '{key}' has no name; write {{name: …, aliases: […]}}")
    unknown = set(item) - {"name", "aliases", "located_in", "class", "province", "city", "others_by_place"}
    if unknown:
        raise SourceError(f"{path}: entry {item['name']}: unknown key {sorted(unknown)[0]!r}")
    return item["name"], [str(a) for a in item.get("aliases") or ()]


def _add_places(lexicon: Lexicon, path: Path) -> None:
    data = read_yaml(path)
    if unknown := set(data) - _PLACE_KEYS:
        raise SourceError(
            f"{path}: unknown key {sorted(unknown)[0]!r}; places files know {', '.join(sorted(_PLACE_KEYS))}"
        )
    for item in data.get("regions") or ():
        name, aliases = _names(item, path, "regions")
        for surface in (name, *aliases):
            lexicon.add(surface, Entry("Region", name))
    for key, label in (("cities", "City"), ("districts", "District")):
        for item in data.get(key) or ():
            name, aliases = _names(item, path, key)
            extra = item if isinstance(item, Mapping) else {}
            province, city = str(extra.get("province") or ""), str(extra.get("city") or "")
            for surface in (name, *aliases):
                lexicon.add(surface, Entry(label, name, city or province, province))
    for name in data.get("countries") or ():
        lexicon.add(name, Entry("Country", name))
    for name, country in (data.get("foreign_cities") or {}).items():
        lexicon.add(name, Entry("City", f"{name}市", parent=country))
    for item in data.get("zones") or ():
        name, aliases = _names(item, path, "zones")
        for surface in (name, *aliases):
            lexicon.add(surface, Entry("Zone", name))
        lexicon.located[name] = list(item.get("located_in") or ()) if isinstance(item, Mapping) else []
    lexicon.country_signs.update(data.get("country_signs") or {})
    lexicon.division_signs.update(data.get("division_signs") or {})
    lexicon.city_signs.update(data.get("city_signs") or {})
    lexicon.ambiguous |= set(data.get("ambiguous_short") or ())
    lexicon.slips.update(data.get("slips") or {})
    lexicon.layouts.extend(data.get("layouts") or ())


def _newest_first(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Put what a place was before its rise behind what it is (毕节地区 behind 毕节市, 乐都县 behind 乐都区)."""
    known = list(rows)
    cities = {row["short"] for row in known if row["level"] == "city" and row["name"].endswith("市")}
    risen = {(row["short"], row["city"]) for row in known if row["level"] == "district" and row["name"][-1] in "市区"}

    def former(row: dict[str, str]) -> bool:
        area = row["name"] if row["level"] == "city" else row["city"]
        if area.endswith("地区") and area.removesuffix("地区") in cities:
            return True
        return row["level"] == "district" and row["name"].endswith("县") and (row["short"], row["city"]) in risen

    return sorted(known, key=former)


def _add_divisions(lexicon: Lexicon) -> None:
    labels = {"region": "Region", "city": "City", "district": "District"}
    with (FOLDER / "divisions.csv").open(encoding="utf-8", newline="") as source:
        for row in _newest_first(csv.DictReader(source)):
            label = labels[row["level"]]
            parent = row["city"] or (row["province"] if label == "District" else "")
            lexicon.add(row["name"], Entry(label, row["name"], parent, row["province"]))
            short = row["short"]
            if short in lexicon.ambiguous and label == "City":
                lexicon.guarded.setdefault(short, Entry(label, row["name"], parent, row["province"], short=True))
            if label == "City" and row["name"].endswith("自治州"):
                lexicon.add(short + "州", Entry(label, row["name"], parent, row["province"]))
            if label == "District" and row["name"].endswith("自治县") and len(short) >= 2:
                lexicon.add(short + "县", Entry(label, row["name"], parent, row["province"]))
            if len(short) >= 2 and short != row["name"] and short not in lexicon.ambiguous:
                lexicon.add(short, Entry(label, row["name"], parent, row["province"], short=True))


def _add_organisations(lexicon: Lexicon, path: Path) -> None:
    known = load_schema().entity_types
    for label, items in read_yaml(path).items():
        if label not in known:
            raise SourceError(
                f"{path}: unknown class {label!r}; the classes are those of the ontology (polecore schema)"
            )
        for item in items or ():
            name, aliases = _names(item, path, label)
            for surface in (name, *aliases):
                lexicon.add(surface, Entry(label, name))
            if isinstance(item, Mapping) and item.get("others_by_place"):
                lexicon.shared |= {name}


def _add_industries(lexicon: Lexicon) -> None:
    kinds = set(read_yaml(FOLDER / "grammar.yaml")["generic_industries"])
    for surface, concept in load_industries().lexicon():
        if concept.name in kinds:
            continue
        tailed = () if surface.endswith(("产业", "业", "领域")) else (surface + "产业",)
        for form in (surface, *tailed):
            lexicon.add(form, Entry("Industry", concept.name))
            lexicon.industries[form] = concept.name


def _add_grammar(lexicon: Lexicon, folder: Path) -> None:
    for label, strengths in read_yaml(folder / "suffixes.yaml").items():
        for strength, suffixes in strengths.items():
            for suffix in suffixes:
                lexicon.suffixes.setdefault(suffix, (label, strength == "strong"))
    grammar = read_yaml(folder / "grammar.yaml")
    lexicon.stop_words = frozenset(grammar["stop_words"])
    lexicon.generic_words = frozenset(grammar["generic_words"])
    for name in ("list_heads", "box_titles", "quoted_names"):
        target: dict[str, str] = getattr(lexicon, name)
        for label, words in grammar[name].items():
            target.update(dict.fromkeys(words, label))


def _own_files(folder: Path) -> Iterable[Path]:
    if not folder.is_dir():
        raise SourceError(
            f"{folder}: POLECORE_LEXICON names no folder; give one with places*.yaml or organisations*.yaml"
        )
    return sorted(folder.glob("*.yaml"))


def load_lexicon(own: str | None = None) -> Lexicon:
    """Read the lexicon once; ``own`` (default: ``POLECORE_LEXICON``) is a folder with a user's additions.

    Raises
    ------
    SourceError
        if a file is broken; the message names file, line and key.
    """
    folder = own or os.environ.get("POLECORE_LEXICON")
    return _loaded(str(Path(folder).resolve()) if folder else "")


@lru_cache(maxsize=4)
def _loaded(folder: str) -> Lexicon:
    lexicon = Lexicon()
    _add_grammar(lexicon, FOLDER)
    for path in sorted(FOLDER.glob("places*.yaml")):
        _add_places(lexicon, path)
    extra = list(_own_files(Path(folder))) if folder else []
    for path in extra:
        if path.name.startswith("places"):
            _add_places(lexicon, path)
        elif not path.name.startswith(("organisations", "registers")):
            raise SourceError(
                f"{path}: unknown lexicon file; its name must start with places or organisations, or with registers"
            )
    _add_divisions(lexicon)
    for path in sorted(FOLDER.glob("organisations*.yaml")):
        _add_organisations(lexicon, path)
    for path in extra:
        if path.name.startswith("organisations"):
            _add_organisations(lexicon, path)
    _add_industries(lexicon)
    lexicon.freeze()
    return lexicon
