"""One entity per real thing: canonical names, aliases, and what must stay apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from graph.facts import Entity, Evidence
from loaders.lexicon import PLACE_LABELS, Lexicon

_EQUAL = (
    ("国家高新技术产业开发区", "高新区"),
    ("高新技术产业开发区", "高新区"),
    ("国家级高新区", "高新区"),
    ("国家高新区", "高新区"),
    ("国家自主创新示范区", "自创区"),
    ("自主创新示范区", "自创区"),
    ("国家级经济技术开发区", "经开区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
    ("自由贸易试验区", "自贸区"),
    ("自贸试验区", "自贸区"),
    ("科学技术局", "科技局"),
    ("科学技术厅", "科技厅"),
    ("管理委员会", "管委会"),
    ("发展和改革委员会", "发改委"),
    ("发展改革委员会", "发改委"),
    ("发展改革委", "发改委"),
    ("中国科学院", "中科院"),
    ("人民政府", "政府"),
    ("现代化都市圈", "都市圈"),
)
in_order = attrgetter(*Evidence.__slots__)
"""The order of pieces of evidence, as a key to sort by: comparing them one with another takes many times as long."""
_PUNCTUATION = re.compile(r"[\s\"'“”‘’《》〈〉·•\-—_()（）「」、,，。]")


def fold(name: str) -> str:
    """Reduce a name to what identity does not depend on: width, case, punctuation, official long forms."""
    text = unicodedata.normalize("NFKC", name).replace("(", "（").replace(")", "）")
    text = _PUNCTUATION.sub("", text).lower()
    for long, short in _EQUAL:
        text = text.replace(long, short)
    return text


def _without_province(key: str, lexicon: Lexicon) -> str:
    """Leave out a province before its city (江西赣州高新区 is 赣州高新区) or joint zone, a city before its district."""
    for n in (2, 3):
        province = lexicon.place(key[:n])
        city = lexicon.place(key[n : n + 2]) if province and province.label == "Region" else None
        if province and city and city.label == "City" and city.province == province.name and len(key) > n + 4:
            return key[n:]
        inner = lexicon.place(key[n : n + 2]) if province and province.label == "City" else None
        if province and inner and inner.label == "District" and province.name in {inner.parent, inner.province}:
            return key[n:] if len(key) > n + 4 else key  # 重庆长寿经开区 is 长寿经开区
        if province and province.label == "Region" and re.match(r"(?!国家|省)[\u4e00-\u9fff]{2,6}自创区$", key[n:]):
            return key[n:]
    return key


def identity(label: str, name: str, lexicon: Lexicon) -> str:
    """Give the key by which mentions of one class are the same thing."""
    key = fold(name)
    if label not in PLACE_LABELS:
        match = re.match(r"(.{2,4})[市省]", key)
        if match and lexicon.place(match.group(0)) and len(key) > match.end() + 1 and lexicon.place(match.group(1)):
            key = match.group(1) + key[match.end() :]
        if label == "Zone":
            key = _without_province(key, lexicon)
    if label == "Industry":
        key = re.sub(r"(?:产业|行业|领域)$", "", key) or key
    if label in {"Policy", "Programme"}:
        key = re.sub(r"(?:的通知|实施)$", "", key)
    return key


@dataclass(slots=True)
class Node:
    """A growing entity."""

    label: str
    names: Counter[str] = field(default_factory=Counter)
    surfaces: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    evidence: set[Evidence] = field(default_factory=set)
    properties: dict[str, str | int | float | bool] = field(default_factory=dict)
    official: str = ""
    declared: bool = False
    """Whether a person gave the class, in a register; what was read from a text gives way to it."""


@dataclass(slots=True)
class Registry:
    """All entities met so far, by class and identity."""

    lexicon: Lexicon
    nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    same: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    _keys: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict, init=False, repr=False)

    def key(self, label: str, name: str) -> tuple[str, str]:
        """Give the key of a thing, following recorded aliases."""
        key = self._keys.get((label, name))
        if key is None:
            known = self.lexicon.entries.get(name, ())
            entry = next((e for e in known if e.label == label), None)
            key = (label, identity(label, entry.name if entry and not entry.short else name, self.lexicon))
            self._keys[label, name] = key
        while key in self.same:
            key = self.same[key]
        return key

    def add(
        self, label: str, name: str, surfaces: Iterable[str], evidence: Evidence, official: str = ""
    ) -> tuple[str, str]:
        """Record a mention and give the key of its entity."""
        key = self.key(label, name)
        node = self.nodes.setdefault(key, Node(label))
        node.names[name] += 1
        node.surfaces.update(surfaces)
        node.documents.add(evidence.document)
        node.evidence.add(evidence)
        node.official = official or node.official
        return key

    def alias(self, label: str, short: str, name: str) -> None:
        """Record that in all documents ``short`` means ``name`` (of one class), merging what was kept apart."""
        old, new = (label, identity(label, short, self.lexicon)), self.key(label, name)
        if old == new or (new not in self.nodes and old not in self.nodes):
            return
        self.same[old] = new
        if old in self.nodes:
            node, moved = self.nodes.setdefault(new, Node(label)), self.nodes.pop(old)
            node.names += moved.names
            node.surfaces |= moved.surfaces | set(moved.names)
            node.documents |= moved.documents
            node.evidence |= moved.evidence

    def one_class(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Merge things of one name that were read under several classes; give what became of each key."""
        by_name: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key in self.nodes:
            if key[0] not in PLACE_LABELS | {"Industry", "Policy"}:
                by_name[key[1]].append(key)
        for label, name in [k for k in self.nodes if k[0] == "Programme" and ("Policy", k[1]) in self.nodes]:
            by_name[f"《{name}》"] = [("Policy", name), (label, name)]
        moved = {}
        for keys in by_name.values():
            best = max(
                keys, key=lambda k: (self.nodes[k].declared, k[0] == "Policy", sum(self.nodes[k].names.values()), k[0])
            )
            for key in keys:
                if key != best:
                    node, old = self.nodes[best], self.nodes.pop(key)
                    node.names += old.names
                    node.surfaces |= old.surfaces
                    node.documents |= old.documents
                    node.evidence |= old.evidence
                    moved[key] = best
                    self.same[key] = best
        return moved

    def entity(self, key: tuple[str, str]) -> Entity:
        """Give the finished entity of a key."""
        node = self.nodes[key]
        name = self.name(key)
        said = node.surfaces if node.label == "Industry" and node.surfaces else node.surfaces | set(node.names)
        aliases = tuple(sorted(s for s in said if s != name))
        return Entity(
            self.id(key),
            node.label,
            name,
            aliases,
            tuple(sorted(node.documents)),
            tuple(sorted(node.evidence, key=in_order)),
            node.properties,
        )

    def _plain(self, surface: str) -> str:
        """Take a closing 产业, 领域 … off, unless it belongs to a known name (数字经济核心产业)."""
        plain = re.sub(r"(?<=..)(?:产业|行业|领域|学科群|学科)$", "", surface)
        return plain if plain in self.lexicon.industries or surface not in self.lexicon.industries else surface

    def _field(self, key: tuple[str, str]) -> str:
        """Choose the name of an industry among the words that the texts use, the concept's own first."""
        node = self.nodes[key]
        used = {self._plain(s) for s in node.surfaces} or set(node.names)
        if common := used & set(node.names):
            return max(common, key=lambda n: (node.names[n], len(n), n))
        return min(used, key=lambda n: (len(n), n))

    def id(self, key: tuple[str, str]) -> str:
        """Give the stable id: the class and what identity rests on, whatever else has been read."""
        label, identity_ = key
        return f"{label}:{identity_}"

    def name(self, key: tuple[str, str]) -> str:
        """Choose the canonical name: the official one or the lexicon's, else the form used most, and the fullest."""
        node = self.nodes[key]
        if node.official:
            return node.official
        if node.label == "Industry":
            return self._field(key)
        for name in sorted(node.names):
            for entry in self.lexicon.entries.get(name, ()):
                if entry.label == node.label and not entry.short:
                    return entry.name
        return max(node.names, key=lambda n: (node.names[n] * (len(n) <= 40), len(n), n))
