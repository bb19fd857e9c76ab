from __future__ import annotations

import pytest

from tests.unit.loaders.reading import SICHUAN, mentions_in, names_in


def zones(text: str) -> set[str]:
    return {name for label, name in names_in(text, SICHUAN) if label == "Zone"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("绵阳、德阳高新区签订协议。", {"绵阳高新区", "德阳高新区"}),
        ("绵阳和德阳高新区签订协议。", {"绵阳高新区", "德阳高新区"}),
        ("支持绵阳、德阳、乐山等3个国家级高新区升级。", {"绵阳高新区", "德阳高新区", "乐山高新区"}),
        ("在绵阳，德阳高新区签订协议。", {"德阳高新区"}),
    ],
)
def test_zones_that_share_their_ending_are_spelled_out(text: str, expected: set[str]) -> None:
    assert zones(text) == expected


def test_spelled_out_name_stands_at_its_place_with_its_own_rule() -> None:
    (shared,) = [m for m in mentions_in("绵阳、德阳高新区签订协议。", SICHUAN) if m.rule == "shared ending"]

    assert (shared.name, shared.start, shared.end, shared.surface) == ("绵阳高新区", 0, 2, "绵阳")


def test_authorities_share_their_ending() -> None:
    bodies = {n for label, n in names_in("宜宾市、泸州市科技局联合发文。", SICHUAN) if label == "GovernmentBody"}

    assert bodies == {"宜宾市科技局", "泸州市科技局"}


def test_what_cities_build_together_is_called_after_them() -> None:
    clusters = [m for m in mentions_in("重庆、成都共同打造生物医药产业集群。") if m.label == "Cluster"]

    assert [(m.name, m.aliases) for m in clusters] == [("重庆、成都生物医药产业集群", ("生物医药产业集群",))]


def test_one_city_alone_builds_nothing_together() -> None:
    assert not [m for m in mentions_in("成都共同打造生物医药产业集群。") if m.rule == "built together by places"]


def test_fund_is_called_after_the_zone_that_sets_it_up() -> None:
    assert ("Fund", "绵阳高新区成果转化基金") in names_in("绵阳高新区设立2亿元成果转化基金。", SICHUAN)


def test_fund_behind_a_full_stop_is_not_the_zones() -> None:
    assert not {n for label, n in names_in("绵阳高新区发展。设立2亿元成果转化基金。", SICHUAN) if label == "Fund"}


def test_service_house_is_called_after_the_zone_that_builds_it() -> None:
    names = names_in(
        "支持绵阳高新区成立联盟，建立科技投融资综合服务平台；德阳高新区建设1.6万平方米的人才服务大厦。", SICHUAN
    )

    assert {("ServiceAgency", "绵阳高新区科技投融资综合服务平台"), ("ServiceAgency", "德阳高新区人才服务大厦")} <= names


def test_fund_named_with_a_company_is_none() -> None:
    names = names_in("绵阳高新区设立承担合作的平台公司及海外基金。", SICHUAN)

    assert not {n for label, n in names if label == "Fund"}


def test_fund_without_an_owner_needs_a_name_of_its_own() -> None:
    assert ("Fund", "蜀竹科创投资基金") in names_in("用好科技金融。设立蜀竹科创投资基金，总规模不低于30亿元。", SICHUAN)
    assert not {n for label, n in names_in("设立天使投资基金，支持创业。", SICHUAN) if label == "Fund"}


def test_one_name_with_several_seats_is_several() -> None:
    names = names_in("绵阳竹星孵化器（绵阳、德阳）开放。", SICHUAN)

    assert {("Incubator", "绵阳竹星孵化器（绵阳）"), ("Incubator", "绵阳竹星孵化器（德阳）")} <= names


def test_a_brand_with_several_seats_is_spelled_out_for_each() -> None:
    names = names_in("与启迪之星（深圳、抚顺）签署协议。")
    assert {("Incubator", "启迪之星（深圳）"), ("Incubator", "启迪之星（抚顺）")} <= names


def test_governments_that_share_their_ending_keep_their_kind() -> None:
    found = {n for label, n in names_in("绵阳、德阳、乐山市人民政府分工负责。", SICHUAN) if label == "GovernmentBody"}
    assert found == {"绵阳市人民政府", "德阳市人民政府", "乐山市人民政府"}


def test_zones_of_a_counted_list_of_cities_are_spelled_out() -> None:
    found = names_in("同意绵阳、德阳、乐山三市国家高新区建设示范区。", SICHUAN)

    assert {("Zone", "德阳高新区"), ("Zone", "乐山高新区")} <= {
        (label, name.replace("国家", "")) for label, name in found
    }
