from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.facts import FILES, Entity, Evidence, Facts, Figure, Relation, read_facts, without_quotes, write_facts
from ontology.errors import SourceError

PROOF = Evidence("规划.md", "一", 1, 0, 3, "引文\n\u2028行", "made")
FACTS = Facts(
    [Entity("City:乙", "City", "乙", ("别",), ("规划.md",), (PROOF,), {"code": "01"}), Entity("City:甲", "City", "甲")],
    [Relation("City:甲", "COLLABORATES_WITH", "City:乙", 0.5, (PROOF,), True, ("a|B|c",))],
    [Figure("City:甲", "产值", 1.5, "亿元", (PROOF,), 2.0, 2027, "target", "min", 0.7)],
)


def test_facts_written_are_read_back_equal_and_sorted(tmp_path: Path) -> None:
    write_facts(FACTS, tmp_path / "facts")

    assert read_facts(tmp_path / "facts") == FACTS.sorted()


def test_files_do_not_depend_on_the_order_of_the_records(tmp_path: Path) -> None:
    write_facts(FACTS, tmp_path / "one")
    write_facts(Facts(FACTS.entities[::-1], FACTS.relations, FACTS.figures), tmp_path / "two")

    for name in FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_keys_of_the_exchange_format(tmp_path: Path) -> None:
    write_facts(FACTS, tmp_path)

    records = {name: json.loads((tmp_path / name).read_text(encoding="utf-8").split("\n")[0]) for name in FILES}
    assert records["entities.jsonl"].keys() >= {"id", "class", "name", "aliases", "documents"}
    assert records["relations.jsonl"].keys() >= {"source", "type", "target", "confidence", "derived", "evidence"}
    assert records["figures.jsonl"].keys() >= {
        "entity", "indicator", "value", "max", "unit", "year", "kind", "bound", "evidence",
    }  # fmt: skip
    assert records["relations.jsonl"]["evidence"][0].keys() == {
        "document", "section", "paragraph", "start", "end", "quote", "rule",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("entities.jsonl", "{", "entities.jsonl:1: not a JSON record"),
        ("entities.jsonl", "[1]", "entities.jsonl:1: a record must be a JSON object"),
        ("entities.jsonl", '{"id": "a", "class": "City"}', "entities.jsonl:1: the record lacks the key 'name'"),
        ("relations.jsonl", '{"source": "a", "type": "B"}', "relations.jsonl:1: the record lacks the key 'target'"),
        ("figures.jsonl", '{"entity": "a", "indicator": "b", "value": "x"}', "figures.jsonl:1: a value has the wrong"),
    ],
)
def test_broken_line_is_named(tmp_path: Path, name: str, line: str, message: str) -> None:
    write_facts(Facts(), tmp_path)
    (tmp_path / name).write_text(line + "\n", encoding="utf-8")

    with pytest.raises(SourceError, match=message):
        read_facts(tmp_path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"entities\.jsonl: no such file; a facts folder holds"):
        read_facts(tmp_path)


def test_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    write_facts(Facts(), tmp_path)
    (tmp_path / "entities.jsonl").write_bytes("名".encode("gbk"))

    with pytest.raises(SourceError, match=r"entities\.jsonl: cannot be read as UTF-8"):
        read_facts(tmp_path)


def test_without_quotes_keeps_the_locators() -> None:
    bare = without_quotes(FACTS)

    assert {e.quote for f in (*bare.entities, *bare.relations, *bare.figures) for e in f.evidence} == {""}
    assert bare.relations[0].evidence[0].start == PROOF.start
    assert bare.entities[0].properties == {"code": "01"}
    assert bare.figures[0].key == FACTS.figures[0].key


def test_documents_are_those_of_all_records() -> None:
    other = Evidence("新闻.txt", "", 1, 0, 1, "", "made")

    assert Facts([], [Relation("a", "B", "c", 1.0, (other,))], FACTS.figures).documents() == ("新闻.txt", "规划.md")


def test_figures_that_say_something_else_have_another_id() -> None:
    one = FACTS.figures[0]
    later = Figure("City:甲", "产值", 1.5, "亿元", (), 2.0, 2028, "target", "min")
    bare = Figure("City:甲", "产值", 1.5, "", ())

    assert len({one.id, later.id, bare.id}) == 3
    assert one.id == Figure("City:甲", "产值", 1.5, "亿元", (), 2.0, 2027, "target", "min", 0.1).id
