from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from graph.facts import Entity, Evidence, Facts, Severity, without_quotes
from graph.validation import check_facts
from loaders.document_facts import DocumentFacts, Named, Tied
from loaders.lexicon import load_lexicon
from loaders.pipeline import extract, find_files, hydrate, resolve
from loaders.readers import read_text
from loaders.resolve import Registry
from ontology.errors import SourceError
from ontology.schema import load_schema

EXAMPLES = Path(__file__).parents[3] / "examples"
PLANS = [EXAMPLES / "301_zeyang_plan.md", EXAMPLES / "302_zeyang_rolling_plan.md", EXAMPLES / "304_zeyang_daily.txt"]


@pytest.fixture(scope="module")
def facts() -> Facts:
    return extract(PLANS)


def proofs(facts: Facts) -> list[tuple[Evidence, ...]]:
    return [x.evidence for x in (*facts.entities, *facts.relations, *facts.figures)]


def write(folder: Path, **texts: str) -> list[Path]:
    files = []
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        files.append(folder / f"{name}.txt")
    return files


def assert_verbatim(facts: Facts, folder: Path) -> None:
    texts = {name: read_text(folder / name) for name in facts.documents()}
    for evidence in proofs(facts):
        assert evidence
        for e in evidence:
            assert e.quote
            assert e.quote == texts[e.document][e.start : e.end]


def test_second_run_gives_equal_facts(facts: Facts) -> None:
    assert extract(PLANS) == facts


def test_workers_and_order_of_files_change_nothing(facts: Facts) -> None:
    seen: list[tuple[int, int]] = []

    again = extract(PLANS[::-1], workers=2, progress=lambda _, done, total: seen.append((done, total)))

    assert (again.entities, again.relations, again.figures) == (facts.entities, facts.relations, facts.figures)
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_document_read_alone_gives_the_same_ids(facts: Facts) -> None:
    for path in PLANS:
        alone = {e.id for e in extract([path]).entities}
        assert alone == {e.id for e in facts.entities if path.name in e.documents}


def test_every_fact_has_verbatim_evidence(facts: Facts) -> None:
    assert_verbatim(facts, EXAMPLES)


def test_facts_of_the_examples_keep_the_ontology(facts: Facts) -> None:
    assert [p.message for p in check_facts(facts, load_schema()) if p.severity is Severity.ERROR] == []


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_other_formats_of_a_plan_say_the_same(suffix: str) -> None:
    plain, other = extract([PLANS[0]]), extract([PLANS[0].with_suffix(suffix)])

    assert [e.id for e in other.entities] == [e.id for e in plain.entities]
    assert [r.key for r in other.relations] == [r.key for r in plain.relations]
    assert [f.key for f in other.figures] == [f.key for f in plain.figures]


def test_unreadable_file_is_a_problem_and_the_others_go_on(tmp_path: Path) -> None:
    files = write(tmp_path, good="绵阳高新区发展良好。", empty="")

    facts = extract(files)

    assert "Zone:绵阳高新区" in {e.id for e in facts.entities}
    (problem,) = facts.problems
    assert (problem.severity, problem.kind, problem.where) == (Severity.ERROR, "unreadable", str(files[1]))
    assert problem.message == "is empty"


def test_two_documents_of_one_name_are_refused(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, same="绵阳市。")

    with pytest.raises(SourceError, match="has the same name as"):
        extract([tmp_path])


def test_one_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (file,) = write(tmp_path, one="绵阳市。")

    assert find_files([tmp_path, file]) == [file]


def test_folder_gives_its_documents_sorted_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, b="乙", a="甲")
    (tmp_path / "c.xls").write_text("x", encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text("x", encoding="utf-8")

    assert [p.name for p in find_files([tmp_path])] == ["a.txt", "b.txt"]


def test_missing_path_and_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file or folder"):
        extract([tmp_path / "nowhere"])
    with pytest.raises(SourceError, match="holds no document"):
        extract([tmp_path])


def test_one_thing_of_two_documents_is_one_entity_with_both_proofs(tmp_path: Path) -> None:
    facts = extract(write(tmp_path, a="绵阳高新区发展良好。", b="绵阳国家高新技术产业开发区扩区。"))

    (zone,) = [e for e in facts.entities if e.label == "Zone"]
    assert zone.documents == ("a.txt", "b.txt")
    assert len(zone.evidence) == 2


def test_tie_of_two_documents_is_one_with_both_proofs(tmp_path: Path) -> None:
    facts = extract(write(tmp_path, a="绵阳高新区位于涪城区。", b="绵阳高新区位于涪城区，发展良好。"))

    (tie,) = [r for r in facts.relations if r.key == "Zone:绵阳高新区|LOCATED_IN|District:涪城区"]
    assert {e.document for e in tie.evidence} == {"a.txt", "b.txt"}


def test_cooperation_named_in_both_directions_is_one_tie() -> None:
    zones, proof = (("Zone", "绵阳高新区"), ("Zone", "德阳高新区")), Evidence("a.txt", "", 1, 0, 1, "名", "r")
    reading = DocumentFacts("a.txt")
    reading.mentions = [Named(label, name, (), proof) for label, name in zones]
    reading.ties = [Tied(a, "COLLABORATES_WITH", b, 0.9, False, proof) for a, b in (zones, zones[::-1])]

    facts = resolve([reading], Registry(load_lexicon()))

    assert [r.key for r in facts.relations] == ["Zone:德阳高新区|COLLABORATES_WITH|Zone:绵阳高新区"]


def test_ends_of_all_ties_and_figures_exist(facts: Facts) -> None:
    ids = {e.id for e in facts.entities}
    keys = {r.key for r in facts.relations}

    assert {r.source for r in facts.relations} | {r.target for r in facts.relations} <= ids
    assert {f.entity for f in facts.figures} <= ids
    assert {k for r in facts.relations for k in r.derived_from} <= keys
    assert all(r.derived_from for r in facts.relations if r.derived)


def test_hydrate_restores_the_quotations(facts: Facts) -> None:
    bare = without_quotes(facts)
    assert not any(e.quote for evidence in proofs(bare) for e in evidence)

    full = hydrate(bare, EXAMPLES)

    assert (full.entities, full.relations, full.figures) == (facts.entities, facts.relations, facts.figures)


def test_hydrate_names_documents_that_are_absent_or_shorter(tmp_path: Path) -> None:
    write(tmp_path, short="绵阳市。")
    ends = [Evidence("short.txt", "", 1, 0, 3, "", "r"), Evidence("short.txt", "", 1, 0, 99, "", "r")]
    gone = [Evidence("gone.txt", "", 1, 0, 0, "", "r")]
    bare = Facts([Entity("City:绵阳市", "City", "绵阳市", (), ("gone.txt", "short.txt"), tuple(ends + gone))])

    full = hydrate(bare, tmp_path)

    assert [e.quote for e in full.entities[0].evidence] == ["绵阳市", "", ""]
    assert sorted((p.kind, p.where) for p in full.problems) == [
        ("no quotations", "gone.txt"),
        ("no quotations", "short.txt"),
    ]


def test_hydrate_leaves_quotations_that_are_there(tmp_path: Path) -> None:
    write(tmp_path, a="绵阳市。")
    kept = Evidence("a.txt", "", 1, 0, 3, "德阳市", "r")

    full = hydrate(Facts([Entity("City:德阳市", "City", "德阳市", (), ("a.txt",), (kept,))]), tmp_path)

    assert full.entities[0].evidence == (replace(kept),)


@pytest.mark.documents
class TestCorpus:
    """The five source documents, where they are present."""

    @pytest.fixture(scope="class")
    def folder(self) -> Path:
        if not os.environ.get("POLECORE_DOCUMENTS"):
            pytest.skip("POLECORE_DOCUMENTS names no folder with the source documents")
        return Path(os.environ["POLECORE_DOCUMENTS"])

    @pytest.fixture(scope="class")
    def corpus(self, folder: Path) -> Facts:
        return extract([folder])

    def test_every_fact_has_verbatim_evidence(self, corpus: Facts, folder: Path) -> None:
        assert len(corpus.documents()) == 5
        assert_verbatim(corpus, folder)

    def test_nothing_breaks_the_ontology(self, corpus: Facts) -> None:
        assert [p.message for p in check_facts(corpus, load_schema()) if p.severity is Severity.ERROR] == []

    @pytest.mark.parametrize(
        "key",
        [
            "Zone:沈阳高新区|LOCATED_IN|City:沈阳市",
            "Zone:鞍山高新区|LOCATED_IN|City:鞍山市",
            "City:沈阳市|PART_OF|Region:沈阳都市圈",
            "City:阜新市|PART_OF|Region:沈阳都市圈",
        ],
    )
    def test_known_tie_is_there(self, corpus: Facts, key: str) -> None:
        assert key in {r.key for r in corpus.relations}

    def test_slip_of_the_pen_is_no_ninth_city(self, corpus: Facts) -> None:
        members = {r.source for r in corpus.relations if r.type == "PART_OF" and r.target == "Region:沈阳都市圈"}

        assert not [e.id for e in corpus.entities if "阜宁" in e.id]
        assert {m for m in members if m.startswith("City:")} == {
            f"City:{c}市" for c in ("沈阳", "鞍山", "抚顺", "本溪", "阜新", "辽阳", "铁岭")
        }
        assert "slip" in {p.kind for p in corpus.problems}

    def test_row_of_a_zone_in_a_table_is_read_cell_by_cell(self, corpus: Facts) -> None:
        values = {(f.value, f.year) for f in corpus.figures if f.entity == "Zone:沈抚示范区"}

        assert {(191.0, 2022), (60.0, 2022), (18.0, 2022), (2.0, 2022), (270.0, 2022)} <= values

    def test_a_document_alone_gives_the_same_ids(self, corpus: Facts, folder: Path) -> None:
        path = find_files([folder])[2]

        assert {e.id for e in extract([path]).entities} == {e.id for e in corpus.entities if path.name in e.documents}
