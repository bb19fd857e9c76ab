"""Parts of provinces told by compass and run together (湘南湘西地区): one region, not its last part alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.lexicon import Lexicon
from loaders.mention import Mention
from loaders.needed import Guarded

# Signs of provinces; those that begin other words (云, 青, 宁, 京…) are left out.
_PART = "(?:[冀晋蒙辽黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘新藏](?:[东西][南北]|中[南北]|[东西南北中]))"
PART = re.compile(_PART)
_RUN = Guarded(f"(?P<run>{_PART}{{2,4}})(?P<head>地区|区域|两翼)?")
# A zone that is called after a part of a province, or after several: 皖北承接产业转移集聚区.
_ZONE = Guarded(
    f"(?P<head>{_PART}{{1,4}})(?:国家级?|省级)?(?:承接产业转移|承接[\\u4e00-\\u9fff]{{2,6}}产业转移|城乡融合(?:发展)?|产业转型升级|绿色发展)"
    "(?:示范园?区|集聚区|先行区|试验区)"
)


def compass(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the regions of a paragraph that are several parts of provinces, and the zones called after such parts.

    Parameters
    ----------
    text : of the paragraph; offsets of the mentions count from its beginning.
    """
    for match in _ZONE.finditer(text):
        yield Mention(*match.span(), "Zone", match.group(), match.group(), "zone of a part of a province", 0.88)
    for match in _RUN.finditer(text):
        parts = [m.group() for m in PART.finditer(match.group("run"))]
        if not match.group("head") and all(lexicon.place(part) for part in parts):
            continue  # each is known as a region of its own
        entry = lexicon.place(match.group("run")) or lexicon.place(match.group())
        name = entry.name if entry else match.group("run") + "地区"
        yield Mention(*match.span(), "Region", name, match.group(), "parts of provinces run together", 0.88)
