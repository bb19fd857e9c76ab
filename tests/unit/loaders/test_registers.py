from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.facts import Facts, Severity
from graph.validation import check_facts
from loaders.pipeline import extract, hydrate
from loaders.readers import read_text
from loaders.register_columns import load_columns
from ontology.errors import SourceError

EXAMPLES = Path(__file__).parents[3] / "examples"
HEAD = "name,class,place,industries,members\n"


@pytest.fixture(autouse=True)
def _no_own_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POLECORE_LEXICON", raising=False)


def register(folder: Path, text: str, name: str = "r.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(folder: Path, sheets: dict[str, list[list[object]]]) -> Path:
    book = Workbook()
    book.remove(book.active or book.create_sheet())
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = folder / "r.xlsx"
    book.save(path)
    return path


def keys(facts: Facts) -> set[str]:
    return {r.key for r in facts.relations}


def ids(facts: Facts) -> set[str]:
    return {e.id for e in facts.entities}


def refused(facts: Facts) -> list[tuple[str, str]]:
    return [(p.where, p.message) for p in facts.problems if p.kind == "refused row"]


def test_example_is_read_whole() -> None:
    facts = extract([EXAMPLES / "303_organisations.csv"])

    assert facts.problems == []
    assert not [p for p in check_facts(facts) if p.severity is Severity.ERROR]
    assert len(facts.relations) == 38
    assert {
        "University:沧岭大学|LOCATED_IN|District:临汀区",
        "University:沧岭大学|MEMBER_OF|Alliance:沧岭种业创新联盟",
        "Company:青砚精铸有限公司|FOCUSES_ON|Industry:陶瓷新材料",
        "Company:青砚精铸有限公司|LOCATED_IN|Zone:青砚经开区",
    } <= keys(facts)


def test_row_is_the_evidence(tmp_path: Path) -> None:
    path = register(tmp_path, HEAD + "\n沧岭大学,University,临汀区,,\n")

    (tie,) = extract([path]).relations
    (proof,) = tie.evidence

    assert (proof.document, proof.section, proof.paragraph, proof.rule) == ("r.csv", "", 3, "register")
    assert proof.quote == "沧岭大学 | University | 临汀区"
    assert read_text(path)[proof.start : proof.end] == proof.quote


def test_quotations_of_registers_are_filled_in(tmp_path: Path) -> None:
    from graph.facts import without_quotes

    facts = extract([register(tmp_path, HEAD + "沧岭大学,University,临汀区,,\n")])

    assert hydrate(without_quotes(facts), tmp_path).relations == facts.relations


def test_register_and_document_share_their_entities(tmp_path: Path) -> None:
    plan = EXAMPLES / "301_zeyang_plan.md"
    together = extract([plan, EXAMPLES / "303_organisations.csv"])

    zone = next(e for e in together.entities if e.id == "Zone:泽阳高新区")
    assert zone.documents == ("301_zeyang_plan.md", "303_organisations.csv")
    assert ids(extract([EXAMPLES / "303_organisations.csv"])) - ids(together) == set()


def test_chinese_columns_in_gb18030(tmp_path: Path) -> None:
    text = "单位名称,机构 类型,所在地,技术领域,简称\n沧岭大学,高等院校,沈阳,人工智能、机器人,沧大\n"

    facts = extract([register(tmp_path, text, encoding="gb18030")])

    assert keys(facts) == {
        "University:沧岭大学|LOCATED_IN|City:沈阳市",
        "University:沧岭大学|FOCUSES_ON|Industry:人工智能",
        "University:沧岭大学|FOCUSES_ON|Industry:机器人",
    }
    assert next(e for e in facts.entities if e.label == "University").aliases == ("沧大",)


def test_every_sheet_of_a_workbook_is_read(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        {
            "高校": [["2024年名录"], ["名称", "类别", "成立年份", "级别"], ["沧岭大学", "高校", 1953.0, "省级"]],
            "说明": [["这一页没有表"]],
            "联盟": [["名称", "类别", "成员单位"], ["沧岭种业联盟", "联盟", "沧岭大学\n白溪研究所"]],
        },
    )

    facts = extract([path])

    school = next(e for e in facts.entities if e.label == "University")
    assert school.properties == {"established": 1953, "level": "省级"}
    assert "ResearchInstitute:白溪研究所|MEMBER_OF|Alliance:沧岭种业联盟" in keys(facts)
    proof = next(r for r in facts.relations if r.source == "University:沧岭大学").evidence[0]
    assert (proof.section, proof.paragraph) == ("联盟", 2)
    assert [p.kind for p in facts.problems] == ["sheet not understood"]
    assert read_text(path)[proof.start : proof.end] == proof.quote


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (",University,沈阳市,,", "has no name"),
        ("《》,University,沈阳市,,", "has no name"),
        ("甲大学;乙大学,University,,,", "several names"),
        ("大" * 130 + ",University,,,", "130 characters"),
        ("甲大学,Wizard,沈阳市,,", "unknown class 'Wizard'"),
        ("甲乙丙,,沈阳市,,", "no class is given"),
        ("甲大学,University,人工智能,,", "allows no LOCATED_IN from University to Industry"),
        ("甲大学,University,某处,,", "'某处' is not tied by LOCATED_IN: what it is cannot be told"),
        ("甲联盟,Alliance,,,沈阳市", "allows no MEMBER_OF from City to Alliance"),
        ("甲联盟,Alliance,,,甲联盟", "to itself"),
        ('"=HYPERLINK(""http://x"")",University,,,', "is a formula"),
    ],
    ids=lambda text: text[:12],
)
def test_bad_row_is_named_and_the_rest_loads(row: str, message: str, tmp_path: Path) -> None:
    facts = extract([register(tmp_path, HEAD + row + "\n沧岭大学,University,沈阳市,,\n")])

    assert "University:沧岭大学|LOCATED_IN|City:沈阳市" in keys(facts)
    found = refused(facts)
    assert found
    assert all(where == "r.csv, row 2" for where, _ in found)
    assert any(message in told for _, told in found), found
    assert not [p for p in check_facts(facts) if p.severity is Severity.ERROR]


def test_hostile_cells_are_harmless(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        {
            "s": [
                ["name", "class", "place", "website", "成立时间"],
                ["沧岭\u202e大学\u200b", "University", "=1+1", '=HYPERLINK("http://x")', date(1953, 2, 1)],
                ["@SUM(A1)", "University", "沈阳市", None, None],
            ]
        },
    )

    facts = extract([path])

    assert ids(facts) == {"University:沧岭大学"}
    told = [message for _, message in refused(facts)]
    assert [message.split(":")[0] for message in told if "is a formula" in message] == ["place", "website", "name"]
    assert "has no name" in told[3]
    assert facts.entities[0].properties == {"established": 1953}


def test_most_specific_of_several_columns_of_places_counts(tmp_path: Path) -> None:
    text = "名称,类别,所在城市,所在园区\n甲公司,企业,沈阳市,沈阳高新区\n乙公司,企业,辽宁省沈阳市浑南区,\n"

    assert keys(extract([register(tmp_path, text)])) == {
        "Company:甲公司|LOCATED_IN|Zone:沈阳高新区",
        "Company:乙公司|LOCATED_IN|District:浑南区",
    }


def test_alias_of_another_row_merges_nothing(tmp_path: Path) -> None:
    text = "name,class,aliases\n甲大学,University,乙大学\n乙大学,University,\n"

    facts = extract([register(tmp_path, text)])

    assert ids(facts) == {"University:甲大学", "University:乙大学"}
    assert "also names another row" in refused(facts)[0][1]


def test_class_of_a_register_goes_before_one_that_was_read(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text("泽阳科技大市场位于沈阳市。泽阳科技大市场发展迅速。" * 3, encoding="utf-8")
    path = register(tmp_path, "name,class\n泽阳科技大市场,Company\n")

    facts = extract([document, path])

    assert {e.label for e in facts.entities if e.name == "泽阳科技大市场"} == {"Company"}


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("r.csv", b"a,b\n1,2\n", "is no register: no column is called"),
        ("r.xlsx", b"PK no zip", "not a readable .xlsx"),
        ("r.csv", b"\x00\x01", "is binary"),
    ],
)
def test_file_that_is_no_register_is_one_problem(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)

    facts = extract([tmp_path / name])

    (problem,) = facts.problems
    assert (problem.kind, problem.severity) == ("unreadable", Severity.ERROR)
    assert message in problem.message


def test_own_columns_and_classes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "lexicon"
    own.mkdir()
    (own / "registers.yaml").write_text(
        "columns: {owners: [实际控制人]}\nclasses: {Lab: [科创平台]}\n"
        "ties: {owners: {type: PART_OF, class: ResearchInstitute}}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("POLECORE_LEXICON", str(own))

    facts = extract([register(tmp_path, "名称,类别,实际控制人\n甲中心,科创平台,乙院\n")])

    assert keys(facts) == {"Lab:甲中心|PART_OF|ResearchInstitute:乙院"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colums: {}", "unknown key 'colums'"),
        ("columns: {nmae: [x]}", "unknown column 'nmae'"),
        ("classes: {Wizard: [x]}", "unknown class 'Wizard'"),
        ("ties: {x: {type: KNOWS}}", "unknown relationship 'KNOWS'"),
        ("ties: {x: LOCATED_IN}", "needs a relationship"),
        ("ties: {place: {type: LOCATED_IN, from: row}}", "from is 'row'"),
        ("columns: {name: x}", "must be a list of words"),
        ("classes: []\ncolumns: [x]", "must be a mapping"),
    ],
)
def test_broken_mapping_is_refused(text: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "registers_own.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("POLECORE_LEXICON", str(tmp_path))

    with pytest.raises(SourceError, match=message):
        load_columns()
