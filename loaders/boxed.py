"""Lists of a box: «owner：A、B、C。» under a title that tells what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.documents import Paragraph
from loaders.items import VERBISH, clean_item, ending_label, item_mention, split_items
from loaders.lexicon import Lexicon
from loaders.lists import Listing
from loaders.mention import Mention
from loaders.names import owner

OPENING = re.compile(r"[^，。；：、]{2,30}[：:]")


def title_label(titles: Sequence[str], lexicon: Lexicon) -> str:
    """Tell what the title of a box, caption or paragraph says that its list holds, or ''."""
    for title in titles:
        found = [(title.rfind(word) + len(word), label) for word, label in lexicon.box_titles.items() if word in title]
        if found:
            return max(found)[1]
    return ""


def _share_tail(
    text: str, items: list[tuple[int, int]], label: str, lexicon: Lexicon, mentions: list[Mention]
) -> list[Mention]:
    """Give items without an ending of their class that of the item which closes the group (A、B产业联盟)."""
    spelled: list[Mention] = []
    pending: list[tuple[int, int]] = []
    for start, end in items:
        name = text[start:end]
        own, _, suffix = ending_label(name.rstrip("”"), lexicon)
        if own == label and suffix and "暨" not in name:
            for a, b in pending:
                stem = text[a:b].strip("“”")
                spelled.append(Mention(a, b, label, stem + suffix, text[a:b], "shared ending", 0.88))
            pending = []
        elif (not own or own == "Industry") and not owner(name, lexicon):
            pending.append((start, end))
        else:
            pending = []
    done = {(m.start, m.end) for m in spelled}
    return [m for m in mentions if (m.start, m.end) not in done] + spelled


def owned_list(paragraph: Paragraph, mentions: Sequence[Mention], lexicon: Lexicon) -> Listing | None:
    """Read a paragraph of the form «owner：A、B、C。» whose box or heading tells the class of the items."""
    text = paragraph.text
    opening = OPENING.match(text)
    if not opening:
        return None
    head = next((m for m in mentions if m.start == 0 and m.end == opening.end() - 1 and not m.nested), None)
    if head is None or head.label not in {"Zone", "City", "District", "Region"}:
        return None
    label = title_label([paragraph.box, *reversed(paragraph.section)], lexicon)
    stop = text.find("。", opening.end())
    end = stop if stop >= 0 else len(text.rstrip("；;"))
    body = text[opening.end() : end]
    if not label or re.search(r"[，；]", re.sub(r"（[^）]*）", "", body)) or VERBISH.match(body):
        return None
    spans = split_items(text, opening.end(), end, lexicon)
    items = [m for a, b in spans if (m := item_mention(text, a, b, label, lexicon, "list under a title"))]
    title = paragraph.box or "".join(paragraph.section[-1:])
    if label == "Incubator" and "平台" in title:  # 平台与孵化载体: each its own
        items = [replace(m, label="Lab") if ending_label(m.name, lexicon)[0] == "Lab" else m for m in items]
    if label != "Industry":
        items = _share_tail(text, [clean_item(text, a, b) for a, b in spans], label, lexicon, items)
    return Listing(head, label, tuple(items), opening.end(), end) if items else None
