from __future__ import annotations

import pytest

from tests.unit.loaders.reading import facts_of, named


def of(label: str, text: str) -> set[str]:
    return {name for kind, name in named(facts_of(text)) if kind == label}


@pytest.mark.parametrize(
    ("label", "text", "names"),
    [
        (
            "Zone",
            "推进张江科学城、金桥副中心、外高桥保税区、北杨人工智能小镇联动发展。",
            {"金桥副中心", "北杨人工智能小镇"},
        ),
        ("Zone", "建设衡阳松木经开区、怀化国际陆港。", {"怀化国际陆港"}),
        ("Zone", "推进新乡高新区、平顶山中国尼龙城、濮阳新型化工基地建设。", {"平顶山中国尼龙城", "濮阳新型化工基地"}),
        ("Lab", "江城实验室、力能实验装置、珞珈实验室落地。", {"力能实验装置"}),
        ("Lab", "电磁驱动聚变大科学装置、大型低速风洞建成。", {"电磁驱动聚变大科学装置", "大型低速风洞"}),
        ("Event", "广交会、高交会、大湾区科学论坛持续举办。", {"大湾区科学论坛"}),
        ("Programme", "实施“中原英才计划”“智汇郑州”。", {"中原英才计划", "智汇郑州"}),
        ("Company", "中联重科、铁建重工、华菱线缆、山河智能联合攻关。", {"华菱线缆"}),
    ],
)
def test_neighbours_tell_a_name(label: str, text: str, names: set[str]) -> None:
    assert names <= of(label, text)


@pytest.mark.parametrize(
    ("label", "text", "wrong"),
    [
        ("Zone", "推进衡阳松木经开区、怀化高新区、现代产业小镇、标准厂房建设。", "现代产业小镇"),
        ("Lab", "江城实验室、公共服务平台、重点企业研发平台提升能级。", "公共服务平台"),
        ("Company", "中联重科、铁建重工、高校、科研院所联合攻关。", "高校"),
        ("Lab", "研制永磁柔性传动装置、高速精密分选装置。", "永磁柔性传动装置"),
        ("Programme", "开展“一带一路”“京津冀”科技合作。", "京津冀"),
    ],
)
def test_common_nouns_among_names_stay_out(label: str, text: str, wrong: str) -> None:
    assert wrong not in of(label, text)
