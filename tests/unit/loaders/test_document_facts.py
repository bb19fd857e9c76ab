from __future__ import annotations

import pickle

from loaders.document_facts import DocumentFacts
from tests.unit.loaders.reading import document, facts_of, named

PLAN = (
    "# 绵阳市科技创新规划（2024—2028年）\n\n绵府发〔2024〕6号\n\n绵阳市人民政府\n2024年3月28日\n\n## 一、基础\n\n"
    "绵阳高新区位于绵阳市涪城区，去年营业收入达到120亿元。绵阳光电产业技术创新联盟（以下简\n称“光电联盟”）落户绵阳高新区。\n\n"
    "第 3 页\n"
)


def ties(facts: DocumentFacts) -> set[tuple[str, str, str]]:
    return {(t.source[1], t.type, t.target[1]) for t in facts.ties}


def test_document_itself_is_a_policy_with_number_date_and_issuer() -> None:
    facts = facts_of(PLAN, "plan.md")

    policy = next(m for m in facts.mentions if m.label == "Policy")
    assert policy.name == "绵阳市科技创新规划（2024—2028年）"
    assert policy.properties == {"source_document": "plan.md", "date": "2024-03-28", "number": "绵府发〔2024〕6号"}
    assert ("绵阳市科技创新规划（2024—2028年）", "ISSUED_BY", "绵阳市人民政府") in ties(facts)


def test_every_fact_quotes_its_sentence_verbatim() -> None:
    facts = facts_of(PLAN, "plan.md")

    proofs = [x.evidence for x in (*facts.mentions, *facts.ties)] + [
        e for f in facts.figures for e in f.figure.evidence
    ]
    assert len(proofs) > 8
    assert any("\n" in proof.quote for proof in proofs)
    for proof in proofs:
        assert proof.quote
        assert proof.quote == PLAN[proof.start : proof.end]
        assert proof.document == "plan.md"
        assert proof.rule


def test_evidence_names_section_and_paragraph() -> None:
    facts = facts_of(PLAN, "plan.md")

    zone = next(m for m in facts.mentions if m.label == "Zone")
    assert zone.evidence.section.endswith(" / 一、基础")
    assert document(PLAN).paragraphs[zone.evidence.paragraph - 1].text.startswith("绵阳高新区位于")


def test_tie_figure_and_abbreviation_of_a_sentence_are_read() -> None:
    facts = facts_of(PLAN, "plan.md")

    assert ("绵阳高新区", "LOCATED_IN", "涪城区") in ties(facts)
    assert [(f.subject[1], f.figure.value, f.figure.unit) for f in facts.figures] == [("绵阳高新区", 120, "亿元")]
    assert ("Alliance", "光电联盟", "绵阳光电产业技术创新联盟") in facts.aliases


def test_facts_go_from_one_process_to_another() -> None:
    facts = facts_of(PLAN, "plan.md")

    assert facts.figures
    assert pickle.loads(pickle.dumps(facts)) == facts


def test_skipped_lines_are_reported() -> None:
    assert [(p.kind, p.message) for p in facts_of(PLAN).problems] == [("skipped lines", "1 lines of furniture")]


def test_known_slip_in_a_signature_is_mended_and_reported() -> None:
    facts = facts_of("阜新市科技创新发展规划\n\n阜宁市人民政府\n2023年5月6日\n\n一、基础\n内容。")

    assert ("GovernmentBody", "阜新市人民政府") in named(facts)
    assert [p.kind for p in facts.problems] == ["slip"]


def test_table_that_is_not_understood_is_reported_not_dropped() -> None:
    facts = facts_of("表1 说明\n甲\t乙\n丙\t丁\n")

    assert [p.kind for p in facts.problems] == ["table not understood"]


def test_metropolitan_area_alone_means_that_of_the_title() -> None:
    facts = facts_of("成都都市圈科技创新发展规划\n\n一、基础\n都市圈企业增多。")

    (region,) = [m for m in facts.mentions if m.evidence.quote == "都市圈企业增多。" and m.label == "Region"]
    assert region.name == "成都都市圈"
    assert "都市圈" in region.evidence.quote


def test_text_without_names_gives_nothing() -> None:
    facts = facts_of("各园区企业增多，发展良好。")

    assert (facts.mentions, facts.ties, facts.figures) == ([], [], [])


def test_the_zone_that_an_approval_is_about_may_begin_with_a_short_form() -> None:
    facts = facts_of(
        "国务院关于同意建设海西国家可持续发展议程创新示范区的批复\n国函〔2023〕42号\n青海省人民政府：\n同意。\n"
    )
    assert ("Zone", "海西国家可持续发展议程创新示范区") in {(m.label, m.name) for m in facts.mentions}
