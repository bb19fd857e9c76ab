"""One gap in full: the sentence, its components, the passages on both sides, whom to ask, what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis.gaps import CHAIN, COMPONENTS, LINK, Gap
from graph.analysis.ground import Ground
from graph.facts import Evidence
from graph.projection.carriers import Carrier
from views.parts import gap_words, grid
from views.parts.amount import number
from views.parts.escape import html
from views.parts.gap_list import chip
from views.parts.panel import Panel
from views.parts.wording import register, say

CARRIERS, PASSAGES = 6, 4
register(
    {
        "detail.components": ("分项", "Components"),
        "detail.component": ("分项", "Component"),
        "detail.value": ("值", "Value"),
        "detail.reads": ("含义", "Reads as"),
        "detail.missing": ("无法给出，不作 0 计", "not available, and not counted as 0"),
        "detail.score": (
            "综合分 {score}：各可得分项的百分位均值；权重随机变动时，有 {share} 的情形仍在前十。",
            "Score {score}: mean of the percentiles of the components at hand; with weights drawn at random it stays "
            "among the first ten in {share} of cases.",
        ),
        "detail.untestable": (
            "不可检验：即使两者完全没有相遇，在现有载体数量下也不足为奇（可达到的最小 p = {p}），所以不给「缺额」。",
            "Cannot be tested: with so few vehicles, even no meeting at all would not surprise (smallest attainable "
            "p = {p}), so no deficit is given.",
        ),
        "detail.evidence": ("各方依据", "What the sources say of each side"),
        "detail.no_carrier": (
            "收录文件未见{member}在该方向的载体记载。",
            "The documents name no carrier of this field in {member}.",
        ),
        "detail.more": ("另有 {count} 个载体", "{count} more carriers"),
        "detail.named": ("方向由名称推断", "field read off the name"),
        "detail.broader": ("上位方向：{field}", "broader field: {field}"),
        "detail.candidates": ("可先接触的机构", "Whom to ask first"),
        "detail.no_candidates": (
            "文件没有给出可接触的机构。",
            "The documents name no organisation to approach.",
        ),
        "detail.between": ("已与双方机构共事者", "Have worked with organisations of both"),
        "detail.doubt": ("为何可能有误", "Why this could be wrong"),
        "detail.choose": ("在左侧表格中选一条，查看各方依据。", "Choose an item on the left to read its evidence."),
    }
)


@dataclass(frozen=True, slots=True)
class Detail:
    """What one item needs to be shown."""

    ground: Ground
    panel: Panel

    @property
    def language(self) -> str:
        """Give the language of the page."""
        return self.panel.language

    def show(self, gap: Gap) -> str:
        """Build the panel of an item."""
        said, flag = gap.statement(self.language), gap.flag(self.language)
        mark = f' <span class="chip">{html(flag)}</span>' if flag else ""
        parts = [
            f'<h3 class="entity-name">{html(gap_words.title(gap, self.language))}</h3>',
            f"<p>{chip(gap, self.language)} <small>{html(gap_words.kind(gap, self.language))}</small>{mark}</p>",
            f'<p class="statement">{html(said)}</p>',
            f'<p class="summary">{html(say(f"gap.{gap.grade}_help", self.language))}</p>',
            self._components(gap) if gap.list == LINK else "",
            self._doubts(gap),
            self._sides(gap),
            self._people(gap),
        ]
        return f'<div class="pc-panel">{"".join(parts)}</div>'

    def _components(self, gap: Gap) -> str:
        rows = []
        for name in COMPONENTS:
            value = gap.components.get(name)
            shown = number(round(value, 3)) if value is not None else say("detail.missing", self.language)
            caption = f"<b>{html(say(f'gap.{name}', self.language))}</b>"
            rows.append([caption, html(shown), f"<small>{html(say(f'gap.{name}_help', self.language))}</small>"])
        head = [say(f"detail.{name}", self.language) for name in ("component", "value", "reads")]
        found = f"<h4>{say('detail.components', self.language)}</h4>{grid.table(head, rows)}"
        if gap.score is not None and gap.top_share is not None:
            score, share = number(round(gap.score, 2)), f"{gap.top_share:.0%}"
            found += f'<p class="summary">{say("detail.score", self.language, score=score, share=share)}</p>'
        if gap.components.get("deficit") is None and self.ground.null is not None:
            smallest = self.ground.null.smallest
            p = "—" if smallest is None else number(round(smallest, 3))
            found += f'<p class="summary">{say("detail.untestable", self.language, p=p)}</p>'
        return found

    def _doubts(self, gap: Gap) -> str:
        reasons = "".join(f"<li>{html(doubt.tell(self.language))}</li>" for doubt in gap.doubts)
        return f'<h4>{say("detail.doubt", self.language)}</h4><ul class="doubts">{reasons}</ul>'

    def _sides(self, gap: Gap) -> str:
        parts = [f"<h4>{say('detail.evidence', self.language)}</h4>"]
        area, field = self.ground.area, self._field(gap.field)
        by_name = {area.short(member): member for member in area.members}
        for name in dict.fromkeys((*gap.members, *gap.partners)):
            member = by_name.get(name)
            if member is not None and field is not None:
                told = self._side(member, field)
                entity = self.panel.snapshot.entities.get(member)
                shown = grid.entity_link(entity) if entity else html(name)
                parts.append(f'<div class="gap-side"><p><b>{shown}</b></p>{told}</div>')
        return "".join(parts)

    def _field(self, name: str) -> str | None:
        return next((i for i, held in self.ground.fields.names.items() if held == name), None)

    def _side(self, member: str, field: str) -> str:
        found = [(carrier, field) for carrier in self.ground.carriers(member, field)]
        if not found:
            wider = sorted(self.ground.fields.broader(field))
            found = [(carrier, parent) for parent in wider for carrier in self.ground.carriers(member, parent)]
        if not found:
            name = html(self.ground.area.short(member))
            return f'<p class="none">{say("detail.no_carrier", self.language, member=name)}</p>'
        found.sort(key=lambda item: ("RDP".find(item[0].stage), item[0].named, item[0].name))
        shown = "".join(
            self._carrier(carrier, told, told != field, first=not number_)
            for number_, (carrier, told) in enumerate(found[:CARRIERS])
        )
        if len(found) > CARRIERS:
            rest = "".join(self._carrier(carrier, told, told != field) for carrier, told in found[CARRIERS:])
            more = say("detail.more", self.language, count=len(found) - CARRIERS)
            shown += f"<details><summary>{more}</summary>{rest}</details>"
        return shown

    def _carrier(self, carrier: Carrier, field: str, broader: bool, *, first: bool = False) -> str:
        snapshot = self.panel.snapshot
        entity = snapshot.entities.get(carrier.id)
        name = grid.entity_link(entity) if entity else html(carrier.name)
        stage = f'<span class="chip">{html(say(f"maps.{carrier.stage}_long", self.language))}</span>'
        notes = []
        if carrier.named:
            notes.append(say("detail.named", self.language))
        if broader:
            notes.append(say("detail.broader", self.language, field=self.ground.name(field)))
        remark = f" <small>{html('；'.join(notes))}</small>" if notes else ""
        ends = [e for e in (entity, snapshot.entities.get(field)) if e is not None]
        told = self._told(carrier, field)
        quoted = self.panel.evidence(told[:PASSAGES], ends)
        count = f"<small>{say('panel.passages', self.language, count=len(told))}</small>"
        head = f"<summary>{name} {stage}{remark} {count}</summary>"
        return f'<details class="tie"{" open" if first else ""}>{head}{quoted}</details>'

    def _told(self, carrier: Carrier, field: str) -> list[Evidence]:
        fields = (field, *sorted(self.ground.fields.narrower(field)))
        found = {(e.document, e.start, e.end): e for f in fields for e in carrier.evidence.get(f, ())}
        return list(found.values())

    def _people(self, gap: Gap) -> str:
        parts = [f"<h4>{say('detail.candidates', self.language)}</h4>"]
        if gap.candidates:
            parts.append(f"<ul>{''.join(f'<li>{html(name)}</li>' for name in gap.candidates)}</ul>")
        else:
            parts.append(f'<p class="none">{say("detail.no_candidates", self.language)}</p>')
        if gap.between:
            parts.append(f"<h4>{say('detail.between', self.language)}</h4><p>{html('、'.join(gap.between))}</p>")
        return "".join(parts)


def tried(gap: Gap) -> tuple[str, str] | None:
    """Give the change that would close an item: a vehicle of its members, and partners, in its field."""
    members = gap.members if gap.list == LINK else (*gap.members, *gap.partners)
    if gap.list not in (LINK, CHAIN) or len(set(members)) < 2:
        return None
    return "add", f"{','.join(dict.fromkeys(members))}:{gap.field}"
