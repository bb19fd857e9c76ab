"""Makes regions of any size from a seed: the same seed gives the same facts, a larger region begins with a smaller.

Each document is the plan of one city: its zones, the organisations in them, what they do, who built what, who works
with whom, and the figures of the zones. Industries, the region and earlier cities are shared, so that documents agree
in part. How much there is of each kind, and that many are tied to a few, follows the bundled facts of a real region.

    python benchmarks/generator.py --entities 10000 --seed 1 --out out/region
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.facts import Entity, Evidence, Facts, Figure, Relation, write_facts

PER_DOCUMENT = 2000
"""Entities that a document names for the first time, about."""

SYLLABLES = "临江青石泽阳苍岭云溪河源松柏安平永宁东海北港南湖西川金沙银杏丹霞长乐新田古塘兴隆福泉"
INDUSTRIES = tuple(
    f"{what}{kind}"
    for kind in ("产业", "制造业", "装备", "材料", "技术")
    for what in (
        "激光",
        "航空",
        "冶金",
        "生物",
        "信息",
        "能源",
        "海洋",
        "轨道交通",
        "机器人",
        "精细化工",
        "半导体",
        "食品",
    )
)
KINDS = {
    "Company": (60, "有限公司"),
    "Lab": (13, "重点实验室"),
    "ResearchInstitute": (8, "研究院"),
    "Incubator": (6, "孵化器"),
    "University": (4, "大学"),
    "ServiceAgency": (4, "服务中心"),
    "Alliance": (3, "产业联盟"),
    "Cluster": (2, "产业集群"),
}
"""Class -> how many of a hundred, and the end of the name."""

INDICATORS = (("总产值", "亿元"), ("高新技术企业", "家"), ("研发投入", "亿元"))
REGION = "Region:苍岭都市圈"


@dataclass
class _Writer:
    """One document as it is written: each sentence is a passage, and a fact cites the sentence that states it."""

    document: str
    at: int = 0
    paragraph: int = 0
    facts: Facts = field(default_factory=Facts)
    known: set[str] = field(default_factory=set)

    def sentence(self, text: str) -> Evidence:
        self.paragraph += 1
        start, self.at = self.at, self.at + len(text) + 1
        return Evidence(
            self.document, f"第{self.paragraph // 100 + 1}章", self.paragraph, start, start + len(text), text, "made"
        )

    def entity(self, id_: str, evidence: Evidence | None) -> None:
        """Name an entity; without evidence it is only the end of a tie, and other documents tell of it."""
        if id_ in self.known:
            return
        self.known.add(id_)
        label, _, name = id_.partition(":")
        cited = (evidence,) if evidence else ()
        self.facts.entities.append(Entity(id_, label, name, (), (self.document,) if evidence else (), cited))

    def tie(self, source: str, type_: str, target: str, evidence: Evidence, confidence: float = 0.9) -> None:
        if source == target:
            return
        if type_ == "COLLABORATES_WITH":  # said of both alike, and kept once
            source, target = sorted((source, target))
        for end in (source, target):
            self.entity(end, None)
        self.facts.relations.append(Relation(source, type_, target, confidence, (evidence,)))


def documents(seed: int, *, per_document: int = PER_DOCUMENT) -> Iterator[Facts]:
    """Give document after document without end.

    Parameters
    ----------
    seed : what all is drawn from.
    per_document : entities that each names for the first time, about.
    """
    for number in itertools.count():
        yield _document(seed, number, per_document)


def write_documents(folder: Path, number: int, seed: int, *, characters: int) -> list[Path]:
    """Write the texts of the first documents, each of so many characters, about; give the files.

    The sentences stand in chapters under headings. What is read from them is about what `documents` gives.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    per_document = max(characters // 26, 40)
    for index, facts in zip(range(number), documents(seed, per_document=per_document), strict=False):
        passages = {e.start: e.quote for r in (*facts.entities, *facts.relations, *facts.figures) for e in r.evidence}
        lines = [f"{name(index)}市科技创新发展规划"]
        for count, (_, sentence) in enumerate(sorted(passages.items())):
            if count % 40 == 0:
                lines.append(f"第{count // 40 + 1}章 {name(index)}市创新布局")
            lines.append(sentence)
        text = "\n".join(lines)
        end = text.rfind("\n", 0, characters + 1) if len(text) > characters else len(text)
        path = folder / f"{index:05d}_plan.txt"
        path.write_text(text[:end] + "\n", encoding="utf-8")
        files.append(path)
    return files


def region(entities: int, seed: int, *, per_document: int = PER_DOCUMENT) -> Facts:
    """Give a region of at least so many entities, as one set of facts; entities that several name stand there once."""
    made, taken, known = documents(seed, per_document=per_document), list[Facts](), set[str]()
    while len(known) < entities:
        taken.append(next(made))
        known |= {entity.id for entity in taken[-1].entities}
    return joined(taken)


def joined(parts: Iterable[Facts]) -> Facts:
    """Give several documents as one set of facts; entities that several name stand there once."""
    found, by_id = Facts(), dict[str, Entity]()
    for part in parts:
        for entity in part.entities:
            known = by_id.get(entity.id)
            by_id[entity.id] = entity if known is None else _joined(known, entity)
        found.relations += part.relations
        found.figures += part.figures
    found.entities = list(by_id.values())
    return found.sorted()


def name(number: int) -> str:
    """Give a name of two or more characters for a number; different numbers have different names.

    Examples
    --------
    >>> name(0), name(1), name(len(SYLLABLES) ** 2)
    ('临临', '临江', '江临临')
    """
    found, base = "", len(SYLLABLES)
    while number or len(found) < 2:
        number, digit = divmod(number, base)
        found = SYLLABLES[digit] + found
    return found


def _joined(one: Entity, other: Entity) -> Entity:
    documents_ = tuple(sorted({*one.documents, *other.documents}))
    return Entity(one.id, one.label, one.name, (), documents_, (*one.evidence, *other.evidence))


def _document(seed: int, number: int, per_document: int) -> Facts:
    draw = random.Random(f"{seed}/{number}")
    writer = _Writer(f"{number:05d}_plan.txt")
    place = name(number)
    city = f"City:{place}市"
    said = writer.sentence(f"{place}市是{REGION.partition(':')[2]}的成员。")
    writer.entity(city, said)
    writer.entity(REGION, said)
    writer.tie(city, "PART_OF", REGION, said)
    for other in {draw.randrange(number) for _ in range(3)} if number else ():
        said = writer.sentence(f"{place}市与{name(other)}市开展合作。")
        writer.tie(city, "COLLABORATES_WITH", f"City:{name(other)}市", said, 0.8)
    zones = [_zone(writer, draw, place, city, index) for index in range(max(2, per_document // 100))]
    made: dict[str, list[str]] = {kind: [] for kind in KINDS}
    kinds = draw.choices(list(KINDS), [weight for weight, _ in KINDS.values()], k=max(1, per_document - len(zones)))
    for index, kind in enumerate(kinds):
        where = zones[_few(draw, len(zones))] if draw.random() < 0.8 else city
        made[kind].append(_organisation(writer, draw, f"{kind}:{place}{name(index)}{KINDS[kind][1]}", where, made))
    return writer.facts.sorted()


def _zone(writer: _Writer, draw: random.Random, place: str, city: str, index: int) -> str:
    zone = f"Zone:{place}{name(index)}高新区"
    fields = {INDUSTRIES[_few(draw, len(INDUSTRIES))] for _ in range(3)}
    said = writer.sentence(f"{zone.partition(':')[2]}位于{place}市，发展{'、'.join(sorted(fields))}。")
    writer.entity(zone, said)
    writer.tie(zone, "LOCATED_IN", city, said)
    for industry in sorted(fields):
        writer.entity(f"Industry:{industry}", said)
        writer.tie(zone, "FOCUSES_ON", f"Industry:{industry}", said)
    for indicator, unit in INDICATORS:
        for year, kind in ((2020, "actual"), (2025, "target")):
            value = float(draw.randrange(1, 5000))
            said = writer.sentence(f"{year}年{zone.partition(':')[2]}{indicator}{value:g}{unit}。")
            writer.facts.figures.append(Figure(zone, indicator, value, unit, (said,), year=year, kind=kind))
    return zone


def _organisation(writer: _Writer, draw: random.Random, id_: str, where: str, made: dict[str, list[str]]) -> str:
    kind, _, called = id_.partition(":")
    industry = f"Industry:{INDUSTRIES[_few(draw, len(INDUSTRIES))]}"
    said = writer.sentence(f"{where.partition(':')[2]}的{called}从事{industry.partition(':')[2]}。")
    writer.entity(id_, said)
    writer.tie(id_, "LOCATED_IN", where, said)
    if kind not in {"ServiceAgency"}:
        writer.entity(industry, said)
        writer.tie(id_, "FOCUSES_ON", industry, said)
    builders = made["University"] + made["Company"][:20]
    if kind in {"Lab", "ResearchInstitute", "Incubator"} and builders:
        writer.tie(id_, "BUILT_BY", builders[_few(draw, len(builders))], said, 0.8)
    if kind in {"Company", "University", "Lab"} and made["Alliance"] and draw.random() < 0.25:
        writer.tie(id_, "MEMBER_OF", made["Alliance"][_few(draw, len(made["Alliance"]))], said)
    partners = made["University"] + made["Company"][:50]
    if kind in {"Company", "University", "ResearchInstitute"} and partners and draw.random() < 0.3:
        writer.tie(id_, "COLLABORATES_WITH", partners[_few(draw, len(partners))], said, 0.7)
    return id_


def _few(draw: random.Random, size: int) -> int:
    """Draw an index so that a few are drawn often: the density falls with the index."""
    return min(int(size * draw.random() ** 2.5), size - 1)


def main() -> None:
    """Write a region to a facts folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entities", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=0, help="write so many texts instead of facts")
    parser.add_argument("--characters", type=int, default=20_000, help="length of each text, about")
    given = parser.parse_args()
    if given.documents:
        files = write_documents(given.out, given.documents, given.seed, characters=given.characters)
        print(f"{len(files)} documents in {given.out}")
        return
    facts = region(given.entities, given.seed)
    write_facts(facts, given.out)
    print(f"{len(facts.entities)} entities, {len(facts.relations)} ties, {len(facts.figures)} figures in {given.out}")


if __name__ == "__main__":
    main()
