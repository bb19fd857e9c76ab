"""Explore end to end without a browser: what is hidden, pinned, filtered by date, and the path between two."""

from __future__ import annotations

import pytest

from tests.test_app import app, drawn, shown, store

__all__ = ["store"]

pytestmark = pytest.mark.usefixtures("store")


def test_a_selected_entity_is_hidden_pinned_and_shown_again() -> None:
    zone = "Zone:岚州高新区"
    at = app(entity="City:岚州市", select=f"node:{zone}")

    at.button(key="panel_pin").click().run()
    assert at.query_params["pin"] == zone
    assert [n["id"] for n in drawn(at)["nodes"] if n["pinned"]] == [zone]
    at.button(key="panel_hide").click().run()
    assert zone not in [n["id"] for n in drawn(at)["nodes"]]
    at.button(key=f"unhide:{zone}").click().run()

    assert zone in [n["id"] for n in drawn(at)["nodes"]]
    assert "hide" not in at.query_params


def test_a_path_is_asked_for_by_initials_and_shown() -> None:
    at = app(entity="Lab:深空材料重点实验室")

    at.text_input(key="explore_control_path").set_value("lcskzlsys").run()
    at.text_input(key="explore_control_path").set_value("溪口经开区").run()

    assert at.query_params["path"] == "Zone:溪口经开区"
    ids = [n["id"] for n in drawn(at)["nodes"]]
    assert {"Lab:深空材料重点实验室", "City:岚州市", "Zone:溪口经开区"} <= set(ids)
    assert "Company:岚州重工集团" not in ids
    assert "步（不计方向）" in shown(at)
    at.button(key="path_end:Zone:溪口经开区").click().run()
    assert "path" not in at.query_params


def test_no_path_is_said() -> None:
    at = app(entity="Lab:深空材料重点实验室", path="Policy:岚川省创新规划", confidence="0.95")

    assert "没有从" in shown(at)
