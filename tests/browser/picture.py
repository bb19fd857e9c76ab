"""Looks at a page as a person would: when it has come to rest, where things are drawn, and in which colour."""

from __future__ import annotations

import io
import time
from typing import Any

import pytest
from PIL import Image

from tests.browser.conftest import SLOW

_sync = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
_sync.expect.set_options(timeout=SLOW)
expect = _sync.expect
"""Waits for what is asserted: a page that has come up may still be brought, or replaced, by a rerun."""

HOST = """(() => {
  const seek = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.classList.contains('pc-graph')) return element;
      const inside = element.shadowRoot && seek(element.shadowRoot);
      if (inside) return inside;
    }
    return null;
  };
  return seek(document);
})()"""


def rested(page: Any) -> Any:
    """Wait until no rerun is under way: what is on the page then stays there, and what is not there will not come."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    return page


def opened(page: Any, address: str) -> Any:
    """Go to a page and wait until all of it is there."""
    page.goto(address)
    page.locator("h1, .pc-graph").first.wait_for()
    return rested(page)


def expect_inked(chart: Any, least: float) -> None:
    """Wait until more than this share of the pixels of a chart are not white."""
    until = time.monotonic() + SLOW / 1000
    while (found := _inked(chart)) <= least:
        assert time.monotonic() < until, f"{found:.4f} of the chart is drawn, not more than {least}"


def _inked(chart: Any) -> float:
    chart.scroll_into_view_if_needed()
    with Image.open(io.BytesIO(chart.screenshot())) as picture:
        grey = picture.convert("L").histogram()
    return sum(grey[:245]) / sum(grey)


class Picture:
    """The drawn neighbourhood on a page."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def wait(self, entity: str) -> Picture:
        """Wait until an entity is drawn, and the page around it too."""
        self.page.wait_for_function(f"(id) => {HOST}?.picture?.index?.has(id)", arg=entity)
        rested(self.page)
        return self.settle()

    def settle(self) -> Picture:
        """Wait until nothing in the picture moves: the same places on the screen over several frames."""
        self.page.evaluate("window.still = 0")
        self.page.wait_for_function(
            f"""() => {{
              const {{ net, canvas }} = {HOST}?.picture ?? {{}};
              if (!net || !canvas.clientWidth) return false;
              const box = canvas.getBoundingClientRect(), view = net.getViewPosition();
              const now = [box.left, box.top, box.width, box.height, net.getScale(), view.x, view.y].join();
              window.still = window.stillAt === now ? (window.still ?? 0) + 1 : 0;
              window.stillAt = now;
              return window.still > 8;
            }}""",
            polling="raf",
        )
        return self

    def nodes(self) -> set[str]:
        return set(self.page.evaluate(f"() => [...{HOST}.picture.index.keys()]"))

    def tooltip(self, entity: str) -> str:
        return str(self.page.evaluate(f"(id) => {HOST}.picture.nodes.get(id).title", entity))

    def draws(self) -> int:
        """Count how often the picture was drawn anew."""
        return int(self.page.evaluate(f"() => Number({HOST}.dataset.drawn)"))

    def spot(self, entity: str) -> tuple[float, float]:
        """Give where an entity stands on the screen."""
        x, y = self.page.evaluate(
            f"(id) => {{ const {{ net, canvas }} = {HOST}.picture, at = net.canvasToDOM(net.getPositions([id])[id]);"
            " const box = canvas.getBoundingClientRect(); return [box.left + at.x, box.top + at.y]; }",
            entity,
        )
        return x, y

    def between(self, one: str, other: str, share: float = 0.35) -> tuple[float, float]:
        """Give a point on the line between two entities."""
        (ax, ay), (bx, by) = self.spot(one), self.spot(other)
        return ax + (bx - ax) * share, ay + (by - ay) * share

    def colour(self, entity: str) -> str:
        """Read the pixel at the middle of an entity off the canvas."""
        return str(
            self.page.evaluate(
                f"(id) => {{ const {{ net, canvas: box }} = {HOST}.picture;"
                " const at = net.canvasToDOM(net.getPositions([id])[id]);"
                " const canvas = box.querySelector('canvas'), ratio = canvas.width / box.clientWidth;"
                " const [r, g, b] = canvas.getContext('2d').getImageData(at.x * ratio, at.y * ratio, 1, 1).data;"
                " return '#' + [r, g, b].map((v) => v.toString(16).padStart(2, '0')).join(''); }",
                entity,
            )
        )

    def size(self, entity: str) -> float:
        """Give the size that an entity is drawn in."""
        return float(self.page.evaluate(f"(id) => {HOST}.picture.nodes.get(id).size", entity))

    def click(self, entity: str) -> None:
        self.page.mouse.click(*self.spot(entity))

    def expect_panel(self, name: str) -> None:
        """Wait until the panel is about an entity, all of it."""
        self.page.locator("h3.entity-name", has_text=name).first.wait_for()
        rested(self.page)
