"""The industries and technology fields that can be recognised: a SKOS concept scheme, read from ``industries.ttl``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType

from rdflib import Graph, Literal
from rdflib.namespace import RDF, SKOS
from rdflib.term import Node

from ontology.errors import OntologyError
from ontology.terms import FOLDER, INDUSTRY, captions, check_terms, flag, read

PATH = FOLDER / "industries.ttl"
GENERIC = frozenset(
    {
        "技术", "科技", "创新", "产业", "行业", "领域", "工业", "制造", "制造业", "服务", "服务业", "装备", "设备",
        "材料", "产品", "企业", "项目", "平台", "系统", "数据", "信息", "智能", "数字", "网络", "研发", "应用",
        "集成", "控制", "传感", "工程", "管理", "设计", "加工", "检测", "生产", "消费", "市场", "经济", "社会",
        "文化", "教育", "科学", "环境", "资源", "安全", "健康", "绿色", "高端", "先进",
    }
)  # fmt: skip
"""Words that name no industry by themselves; a label must not be one of them."""
_SUFFIX = re.compile(r"(?:产业|行业|领域|业)$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Industry:
    """One concept: ``id`` is stable, ``name`` and ``aliases`` are Chinese, ``broader`` holds ids.

    A ``grouping`` only arranges the concepts below it (战略性新兴产业): documents use its name for no single industry.
    """

    id: str
    name: str
    label_en: str
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    grouping: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Give the name and the aliases."""
        return (self.name, *self.aliases)


def normal(label: str) -> str:
    """Bring a label to the form in which labels are compared: half-width, no spaces, lower case."""
    return _SPACE.sub("", unicodedata.normalize("NFKC", label)).casefold()


@dataclass(frozen=True, slots=True)
class Industries:
    """The concept scheme, with lookups by label and along the hierarchy.

    Raises
    ------
    OntologyError
        if a label names two concepts or no industry at all, or if the hierarchy names a concept that is not there
        or runs in a circle.
    """

    concepts: Mapping[str, Industry]
    by_label: Mapping[str, str] = field(init=False)
    _narrower: Mapping[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        labels: dict[str, str] = {}
        narrower: dict[str, list[str]] = {key: [] for key in self.concepts}
        for key, concept in self.concepts.items():
            for label in concept.labels:
                if label in GENERIC:
                    raise OntologyError(f"industry {key}: the label {label} names no industry by itself; remove it")
                other = labels.setdefault(normal(label), key)
                if other != key:
                    raise OntologyError(f"industry {key}: the label {label} also names {other}; give it to one of them")
            for parent in concept.broader:
                if parent not in narrower:
                    raise OntologyError(f"industry {key}: its broader concept {parent} is not declared")
                narrower[parent].append(key)
        try:
            TopologicalSorter({k: c.broader for k, c in self.concepts.items()}).prepare()
        except CycleError as error:
            raise OntologyError(f"industries: skos:broader runs in a circle: {' → '.join(error.args[1])}") from None
        object.__setattr__(self, "by_label", MappingProxyType(labels))
        object.__setattr__(self, "_narrower", MappingProxyType({k: tuple(sorted(v)) for k, v in narrower.items()}))

    def __len__(self) -> int:
        return len(self.concepts)

    def find(self, label: str) -> Industry | None:
        """Find the concept that a label names, with or without a trailing 产业, 行业, 领域 or 业.

        Examples
        --------
        >>> load_industries().find("人工智能产业").label_en
        'Artificial intelligence'
        """
        key = normal(label)
        found = self.by_label.get(key) or self.by_label.get(_SUFFIX.sub("", key))
        return self.concepts[found] if found else None

    def lexicon(self) -> Iterator[tuple[str, Industry]]:
        """Give every label by which an industry can be recognised in text, groupings left out."""
        for concept in self.concepts.values():
            if not concept.grouping:
                for label in concept.labels:
                    yield label, concept

    def narrower(self, concept_id: str) -> tuple[Industry, ...]:
        """Give the concepts directly below one."""
        return tuple(self.concepts[key] for key in self._narrower[self._known(concept_id)])

    def ancestors(self, concept_id: str) -> tuple[Industry, ...]:
        """Give all broader concepts, nearest first."""
        found: dict[str, None] = {}
        wave = self.concepts[self._known(concept_id)].broader
        while wave:
            found.update(dict.fromkeys(wave))
            wave = tuple(p for key in wave for p in self.concepts[key].broader if p not in found)
        return tuple(self.concepts[key] for key in found)

    def tops(self) -> tuple[Industry, ...]:
        """Give the concepts that have none above them."""
        return tuple(c for c in self.concepts.values() if not c.broader)

    def _known(self, concept_id: str) -> str:
        if concept_id not in self.concepts:
            raise OntologyError(f"{concept_id}: no such industry; look it up by its label first")
        return concept_id


def _id(term: Node) -> str:
    return str(term).removeprefix(str(INDUSTRY))


def _aliases(graph: Graph, term: Node, path: Path) -> tuple[str, ...]:
    values = list(graph.objects(term, SKOS.altLabel))
    for value in values:
        if not isinstance(value, Literal) or value.language != "zh":
            raise OntologyError(f"{path}: the altLabel {value} of {_id(term)} must be marked @zh")
    return tuple(sorted(str(v) for v in values))


def read_industries(path: Path = PATH) -> Industries:
    """Read a concept scheme from a Turtle file.

    Raises
    ------
    OntologyError
        for a file that is not Turtle, an unknown key, a concept without both captions, or what `Industries` refuses.
    """
    graph = read(path)
    check_terms(graph, path)
    concepts = {}
    for term in sorted(graph.subjects(RDF.type, SKOS.Concept), key=_id):
        name, label_en = captions(graph, term, SKOS.prefLabel, path)
        parents = set(graph.objects(term, SKOS.broader)) | set(graph.subjects(SKOS.narrower, term))
        concepts[_id(term)] = Industry(
            _id(term),
            name,
            label_en,
            _aliases(graph, term, path),
            tuple(sorted(_id(p) for p in parents)),
            flag(graph, term, INDUSTRY.grouping, path),
        )
    return Industries(MappingProxyType(concepts))


@cache
def load_industries() -> Industries:
    """Give the concept scheme of the project, read once a process."""
    return read_industries()
