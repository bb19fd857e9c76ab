from __future__ import annotations

from tests.unit.views.invented import crowded, facts
from views.parts.canvas import fresh, library, payload, shorten
from views.parts.neighbourhood import Filters, cut
from views.parts.snapshot import build
from views.parts.vocabulary import vocabulary

CENTRE = "City:岚州市"


def test_the_script_is_ours_behind_the_bundled_one_and_names_no_address_to_load() -> None:
    text = library()

    assert "vis-network" in text
    assert "export default function" in text
    assert "sourceMappingURL" not in text
    assert "cdn" not in text.lower()


def test_every_entity_and_tie_is_drawn_with_colour_and_shape_of_its_class() -> None:
    snapshot = build(facts())
    part = cut(snapshot, CENTRE, 2, Filters())

    drawn = payload(snapshot, part, vocabulary(), "zh")

    schema = vocabulary().schema
    assert {node["id"] for node in drawn["nodes"]} == set(part.depth)
    assert {edge["id"] for edge in drawn["edges"]} == set(part.ties)
    for node in drawn["nodes"]:
        known = schema.node_types[snapshot.entities[node["id"]].label]
        assert (node["colour"], node["shape"]) == (known.colour, known.shape)


def test_derived_ties_are_told_apart_and_undirected_ones_have_no_arrow() -> None:
    snapshot = build(facts())
    drawn = payload(snapshot, cut(snapshot, CENTRE, 1, Filters()), vocabulary(), "en")
    edges = {edge["id"]: edge for edge in drawn["edges"]}

    assert edges["Lab:深空材料重点实验室|LOCATED_IN|City:岚州市"]["derived"] is True
    assert edges["City:岚州市|COLLABORATES_WITH|City:溪口市"]["directed"] is False
    assert edges["City:岚州市|PART_OF|Region:岚东都市圈"]["label"] == "part of"


def test_the_signature_follows_what_is_drawn() -> None:
    snapshot = build(facts())
    near, far = (cut(snapshot, CENTRE, hops, Filters()) for hops in (1, 2))

    signatures = {
        payload(snapshot, part, vocabulary(), language)["signature"]
        for part in (near, far)
        for language in ("zh", "en")
    }

    assert len(signatures) == 4
    assert payload(snapshot, near, vocabulary(), "zh")["signature"] in signatures


def test_a_crowded_picture_has_no_captions_on_its_lines() -> None:
    snapshot = build(crowded(90))
    drawn = payload(snapshot, cut(snapshot, CENTRE, 2, Filters()), vocabulary(), "zh")

    assert drawn["captions"] is False
    assert not any(edge["directed"] for edge in drawn["edges"])


def test_events_are_heard_once_in_their_order_and_nonsense_is_passed_over() -> None:
    events = [
        {"kind": "node", "id": "a", "serial": 4},
        {"kind": "node", "id": "b", "serial": 5},
        "x",
        {"kind": "expand", "id": "b", "serial": 6},
        {"kind": "expand", "id": 7, "serial": 8},
        {"kind": "node", "id": "c"},
    ]

    assert fresh(events, 4) == ([{"kind": "node", "id": "b"}, {"kind": "expand", "id": "b"}], 6)
    assert fresh(events, 6) == ([], 6)
    assert fresh(None, 6) == ([], 6)


def test_long_names_are_shortened_for_the_picture_only() -> None:
    assert shorten("短名") == "短名"
    assert shorten("长" * 40) == "长" * 19 + "…"
