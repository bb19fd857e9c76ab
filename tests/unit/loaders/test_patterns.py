"""What the cues find in clauses whose names are marked."""

from __future__ import annotations

import pytest

from loaders.clauses import LABELS, kind, subjects
from loaders.cues import CUES
from tests.unit.loaders.marked import clause_of, ties


def test_a_mention_is_one_character_of_its_class() -> None:
    clause = clause_of("[C:绵阳=绵阳市]与[U:西南科技大学]合作")
    assert [m.name for m in clause.group(clause.code)] == ["绵阳市", "西南科技大学"]
    assert clause.code[0] in kind("City") or clause.code[0] >= kind("City")[1]
    assert len(clause.code) == len("X与X合作")


def test_of_places_written_together_only_the_most_specific_counts() -> None:
    clause = clause_of("[R:四川省][C:绵阳市][D:涪城区]设立专班")
    assert [m.name for m in clause.group(clause.code)] == ["涪城区"]


def test_every_cue_speaks_of_declared_classes() -> None:
    for cue in CUES:
        assert cue.who <= set(LABELS), cue.rule
        assert 0.5 < cue.confidence <= 1, cue.rule
        assert cue.topic in {"", "source", "target"}, cue.rule


def test_the_subject_is_what_opens_the_clause() -> None:
    found = subjects(clause_of("近年来，[C:徐州市]与[C:淮北市]签署协议，[Z:徐州高新区]率先响应"))
    assert [[m.name for m in s.names] for s in found] == [["徐州市", "淮北市"], ["徐州高新区"]]
    assert [m.name for m in found[0].first] == ["徐州市"]
    assert found[0].opens
    assert not found[1].opens


def test_a_possessor_is_no_subject() -> None:
    assert subjects(clause_of("[C:徐州市]的企业不断增多")) == []


@pytest.mark.parametrize(
    ("marked", "tie"),
    [
        ("[C:徐州市]与[C:淮北市]开展对口合作。", ("徐州市", "COLLABORATES_WITH", "淮北市")),
        ("[U:江南大学]和[F:甲光公司]签署战略合作协议。", ("江南大学", "COLLABORATES_WITH", "甲光公司")),
        ("[L:甲光实验室]由[U:江南大学]牵头建设。", ("甲光实验室", "BUILT_BY", "江南大学")),
        ("[E:甲光论坛]由[G:徐州市人民政府]主办。", ("甲光论坛", "BUILT_BY", "徐州市人民政府")),
        ("[I:甲光研究院]是[U:江南大学]组建的机构。", ("甲光研究院", "BUILT_BY", "江南大学")),
        ("依托[U:江南大学]建设[L:甲光实验室]。", ("甲光实验室", "RELIES_ON", "江南大学")),
        ("[L:甲光实验室]，依托单位[U:江南大学]。", ("甲光实验室", "RELIES_ON", "江南大学")),
        ("[A:甲光联盟]由[U:江南大学]、[F:甲光公司]组成。", ("江南大学", "MEMBER_OF", "甲光联盟")),
        ("[F:甲光公司]加入[A:甲光联盟]。", ("甲光公司", "MEMBER_OF", "甲光联盟")),
        ("[F:甲光公司]位于[Z:徐州高新区]。", ("甲光公司", "LOCATED_IN", "徐州高新区")),
        ("[E:甲光论坛]在[C:徐州市]开幕。", ("甲光论坛", "LOCATED_IN", "徐州市")),
        ("[Z:徐州高新区]集聚了[F:甲光公司]、[F:乙光公司]等企业。", ("乙光公司", "LOCATED_IN", "徐州高新区")),
        ("[Z:徐州高新区]重点发展[T:光电]产业。", ("徐州高新区", "FOCUSES_ON", "光电")),
        ("[Z:徐州高新区]以[T:光电]、[T:制药]为主导产业。", ("徐州高新区", "FOCUSES_ON", "制药")),
        ("[R:淮海经济区]包括[C:徐州市]、[C:淮北市]等城市。", ("淮北市", "PART_OF", "淮海经济区")),
        ("[U:江南大学]下设[L:甲光实验室]。", ("甲光实验室", "PART_OF", "江南大学")),
    ],
)
def test_a_cue_reads_its_tie(marked: str, tie: tuple[str, str, str]) -> None:
    found = ties(marked)
    assert tie in found or (tie[1] == "COLLABORATES_WITH" and (tie[2], tie[1], tie[0]) in found)


@pytest.mark.parametrize(
    "marked",
    [
        "[F:甲光公司]尚未位于[Z:甲光园]。",
        "[C:徐州市]、[U:江南大学]、[T:光电]。",
        "[F:甲光公司]负责人介绍了[Z:甲光园]的经验。",
    ],
)
def test_no_tie_without_a_cue(marked: str) -> None:
    assert ties(marked) == set()


def test_pairs_of_a_chain_are_kept_apart() -> None:
    found = ties("加强[R:吉林省]与[R:浙江省]、[C:长春市]与[C:天津市]、[C:绵阳市]与[C:杭州市]对口合作。")
    assert {frozenset((a, b)) for a, _, b in found} == {
        frozenset(("吉林省", "浙江省")),
        frozenset(("长春市", "天津市")),
        frozenset(("绵阳市", "杭州市")),
    }
