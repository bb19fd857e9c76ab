"""Words that stand for things named before."""

from __future__ import annotations

from loaders.references import Memory, document_subject, references
from tests.unit.loaders.marked import ties, unmark
from tests.unit.loaders.reading import facts_of


def _meant(marked: str, after: str) -> list[str]:
    memory = Memory()
    memory.see(unmark(marked)[1])
    text, mentions = unmark(after)
    return [m.name for m in references(text, (0, len(text)), mentions, memory)]


def test_a_pointed_noun_means_the_last_of_its_kind() -> None:
    assert _meant("[A:甲联盟]与[A:乙联盟]成立。", "该联盟由三家企业发起。") == ["乙联盟"]
    assert _meant("[C:徐州市]发展[T:光电]。[D:沛县]跟进。", "该市出台政策。") == ["徐州市"]


def test_a_noun_that_ends_names_means_the_last_such_name() -> None:
    assert _meant("[I:甲研究院]、[L:乙实验室]揭牌。", "研究院瞄准两大方向。") == ["甲研究院"]


def test_a_bare_noun_before_another_noun_means_nothing() -> None:
    assert _meant("[Z:甲园]开工。", "园区企业增加。") == []


def test_the_administration_of_a_zone_is_its_own_body() -> None:
    found = ties("[Z:甲高新区]发展良好。[L:乙中心]由园区管委会与[U:丙大学]共建。")
    assert ("乙中心", "BUILT_BY", "甲高新区管理委员会") in found


def test_a_reference_acts_like_the_name() -> None:
    found = ties("[A:甲联盟]成立。该联盟由[U:乙大学]、[F:丙公司]共同发起，[F:丁公司]等9家单位加入。")
    assert {("乙大学", "MEMBER_OF", "甲联盟"), ("丁公司", "MEMBER_OF", "甲联盟")} <= found
    assert ("甲联盟", "BUILT_BY", "丙公司") in found


def test_a_profile_is_about_what_its_title_names() -> None:
    text, mentions = unmark("[Z:甲高新区（乙区）]概况")
    subject = document_subject(text, mentions)
    assert subject is not None
    assert subject.name == "甲高新区"
    text, mentions = unmark("[Z:甲高新区]加快建设")
    assert document_subject(text, mentions) is None


def test_a_bare_zone_behind_a_verb_of_standing_closes_the_clause() -> None:
    assert _meant("[Z:甲示范区]成立。", "[L:乙中心]总部落户示范区，现有平台9个。") == ["甲示范区"]
    assert _meant("[Z:甲示范区]成立。", "企业落户示范区建设项目增多。") == []


def test_a_kind_of_zone_alone_is_the_only_one_that_the_text_names() -> None:
    text = "沧东新区设在青砚市。支持新区与沧岭大学共建海洋装备研究院。"
    built = {(t.type, t.source[1], t.target[1]) for t in facts_of(text).ties}

    assert ("BUILT_BY", "海洋装备研究院", "沧东新区") in built
    several = {(t.type, t.source[1], t.target[1]) for t in facts_of("设立砚北新区。" + text).ties}
    assert ("BUILT_BY", "海洋装备研究院", "砚北新区") not in several
    assert ("BUILT_BY", "海洋装备研究院", "沧东新区") not in several
