from __future__ import annotations

from pathlib import Path

import pytest

from loaders.document_facts import read_facts_of
from loaders.documents import parse
from loaders.lexicon import load_lexicon
from ontology.errors import SourceError
from tests.unit.loaders.reading import named


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder that POLECORE_LEXICON names."""
    monkeypatch.setenv("POLECORE_LEXICON", str(tmp_path))
    return tmp_path


def refused(own: Path) -> str:
    with pytest.raises(SourceError) as caught:
        load_lexicon()
    message = str(caught.value)
    assert message.startswith(str(own))
    assert "\n" not in message
    return message


def test_full_and_short_forms_of_divisions_are_one_place() -> None:
    lexicon = load_lexicon()

    assert lexicon.place("绵阳市") is not None
    full, short = lexicon.place("绵阳市"), lexicon.place("绵阳")
    assert full is not None
    assert short is not None
    assert (
        (full.label, full.name, full.province)
        == (short.label, short.name, short.province)
        == ("City", "绵阳市", "四川省")
    )
    assert short.short


def test_the_higher_level_is_meant_by_a_name_of_two_places() -> None:
    place = load_lexicon().place("吉林")

    assert place is not None
    assert (place.label, place.name) == ("Region", "吉林省")


def test_everyday_words_are_no_short_forms() -> None:
    lexicon = load_lexicon()

    assert lexicon.place("建设") is None
    assert lexicon.place("和平") is None


def test_find_takes_the_longest_name_and_endings_the_longest_ending() -> None:
    lexicon = load_lexicon()

    assert [s for _, _, s in lexicon.find("在成渝地区双城经济圈")] == ["成渝地区双城经济圈"]
    assert [s for _, _, s in lexicon.endings("涪江国家重点实验室")] == ["国家重点实验室"]


def test_own_lexicon_adds_a_region_a_zone_and_an_organisation(own: Path) -> None:
    (own / "places_mine.yaml").write_text(
        "regions:\n  - {name: 沧岭湾区, aliases: [湾区六城]}\nzones:\n  - {name: 汀英谷, located_in: [沧岭湾区]}\n",
        encoding="utf-8",
    )
    (own / "organisations_mine.yaml").write_text(
        "Company:\n  - {name: 睿感, aliases: [睿感公司]}\nCity:\n  - {name: 泽阳市, aliases: [泽阳]}\n",
        encoding="utf-8",
    )

    facts = read_facts_of(parse("a.txt", "湾区六城共建汀英谷，睿感公司率先入驻。泽阳高新区随后跟进。"))

    assert named(facts) >= {
        ("Region", "沧岭湾区"),
        ("Zone", "汀英谷"),
        ("Company", "睿感"),
        ("City", "泽阳市"),
        ("Zone", "泽阳高新区"),
    }
    assert load_lexicon().located["汀英谷"] == ["沧岭湾区"]


def test_without_own_lexicon_its_names_are_unknown() -> None:
    facts = read_facts_of(parse("a.txt", "湾区六城共建汀英谷，睿感公司率先入驻。"))

    assert not named(facts) & {("Region", "沧岭湾区"), ("Zone", "汀英谷"), ("Company", "睿感")}


def test_empty_own_file_is_no_fault(own: Path) -> None:
    (own / "places.yaml").write_text("", encoding="utf-8")

    assert load_lexicon().place("绵阳市") is not None


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("places.yaml", "regions: [\n  - a: {", ":2: the lexicon is not valid YAML"),
        ("places.yaml", "- 湾区", "must be a mapping"),
        ("places.yaml", "regoins: [湾区]", "unknown key 'regoins'"),
        ("places.yaml", "regions: [{aliases: [湾区]}]", "'regions' has no name"),
        ("places.yaml", "zones: [{name: 谷, alias: [山谷]}]", "unknown key 'alias'"),
        ("organisations.yaml", "Firm: [睿感]", "unknown class 'Firm'"),
        ("organisations.yaml", "Company: [{nom: 睿感}]", "'Company' has no name"),
        ("industries.yaml", "a: [b]", "must start with places or organisations"),
    ],
)
def test_fault_in_own_lexicon_is_named_with_file_and_key(own: Path, file: str, text: str, says: str) -> None:
    (own / file).write_text(text, encoding="utf-8")

    message = refused(own)

    assert file in message
    assert says in message


def test_file_that_is_not_utf8_is_named(own: Path) -> None:
    (own / "places.yaml").write_bytes("regions: [湾区]".encode("gb18030"))

    assert "places.yaml: the lexicon cannot be read" in refused(own)


def test_folder_that_is_missing_is_named(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POLECORE_LEXICON", str(own / "nowhere"))

    assert "names no folder" in refused(own)


def test_every_file_of_places_and_organisations_is_read() -> None:
    lexicon = load_lexicon()

    assert [e.label for e in lexicon.entries["天府国际生物城"]] == ["Zone"]
    assert [e.name for e in lexicon.entries["高交会"]] == ["中国国际高新技术成果交易会"]
