"""The page Documents without a browser: what it shows, what it writes, and who may write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from graph.facts import Facts
from graph.ledger import Ledger
from graph.slice import split
from graph.store import DocumentChange, Progress, Status
from loaders import apart, uploads
from loaders.corrections import read_corrections
from loaders.uploads import Upload
from tests.unit.views.invented import PLAN, REPORT, MemoryStore, facts
from views.parts import access, source, writing
from views.parts.roles import AccessError, Role

DAILY = Path(__file__).resolve().parent.parent / "examples" / "304_zeyang_daily.txt"
SECONDS = 90
TIE = "Zone:溪口经开区|LOCATED_IN|City:溪口市"


class LedgerStore(MemoryStore):
    """Keeps documents as a store does, in memory."""

    def __init__(self, held: Facts, uri: str) -> None:
        super().__init__(held, uri)
        self.ledger = Ledger(split(held).values())
        self.held = self.ledger.facts()

    def load(self, facts: Facts, *, progress: Progress | None = None) -> list[DocumentChange]:
        done = []
        for document, part in split(facts).items():
            outcome = self.ledger.plan(document, part).outcome
            self.ledger.put(document, part)
            done.append(DocumentChange(document, outcome, len(part.entities), len(part.relations), len(part.figures)))
        self.held = self.ledger.facts()
        return done

    def remove_document(self, document: str) -> DocumentChange:
        self.ledger.put(document, None)
        self.held = self.ledger.facts()
        return DocumentChange(document, "removed", 0, 0, 0)

    def status(self) -> Status:
        counted = super().status()
        hashes = {name: part.content_hash for name, part in self.ledger.slices.items()}
        return Status(self.uri, counted.labels, {}, counted.figures, 0, hashes)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def store(home: Path, monkeypatch: pytest.MonkeyPatch) -> LedgerStore:
    """The invented region as documents that came through the app, read in this process."""
    uri = f"embedded:{home / 'graph'}"
    held = LedgerStore(facts(), uri)
    monkeypatch.setenv("POLECORE_STORE", uri)
    monkeypatch.delenv("POLECORE_CORRECTIONS", raising=False)
    monkeypatch.setattr(source, "open_store", lambda uri, share=False: held)
    monkeypatch.setattr(uploads, "BUNDLED", home / "nothing")
    monkeypatch.setattr(writing, "read_apart", lambda paths, progress: apart.read(paths, progress))
    uploads.keep([Upload(PLAN, b"x"), Upload(REPORT, b"y")], facts(), uri)
    st.cache_resource.clear()
    st.cache_data.clear()
    return held


def page(**parameters: Any) -> AppTest:
    def script() -> None:
        from views import documents
        from views.parts import frame

        frame.guarded(documents.page)()

    at = AppTest.from_function(script, default_timeout=SECONDS)
    for key, value in parameters.items():
        at.query_params[key] = value
    return at.run()


def shown(at: AppTest) -> str:
    parts = [element.proto.body for element in at.get("html")]
    for kind in ("markdown", "caption", "title", "subheader", "info", "warning", "error", "success"):
        parts.extend(str(element.value) for element in at.get(kind))
    return "\n".join(parts)


def previewed(*files: tuple[str, bytes]) -> AppTest:
    at = page()
    at.file_uploader[0].set_value([(name, data, "text/plain") for name, data in files]).run()
    if any(button.key == "documents_read" for button in at.button):
        at.button(key="documents_read").click().run()
    return at


def test_a_document_is_shown_judged_loaded_and_removed(store: LedgerStore, home: Path) -> None:
    before = store.facts()
    at = previewed((DAILY.name, DAILY.read_bytes()))
    assert not at.exception
    assert store.facts() == before
    assert '<mark class="a">' in shown(at)
    assert "新增" in shown(at)

    first, second = [w for w in at.get("button_group") if str(w.key).startswith("verdict:")][:2]
    keys = [str(w.key).split(":", 3)[3] for w in (first, second)]
    first.set_value("reject").run()
    at.button_group(key=second.key).set_value("accept").run()
    at.button(key="documents_load").click().run()

    assert not at.exception
    assert "新装入" in shown(at)
    assert {c.action for c in read_corrections(home / "corrections.yaml")} == {"accept", "reject"}
    after = store.facts()
    assert DAILY.name in after.documents()
    assert keys[0] not in {r.key for r in after.relations} | {e.id for e in after.entities}
    assert (home / "uploads" / DAILY.name).read_bytes() == DAILY.read_bytes()
    assert [path.name for path in home.rglob(".draft-*")] == []

    at = page(tab="loaded")
    at.selectbox(key="loaded_chosen").set_value(DAILY.name).run()
    assert at.button(key="loaded_do").disabled
    at.checkbox(key="loaded_sure").check().run()
    at.button(key="loaded_do").click().run()

    assert store.facts() == before
    assert not (home / "uploads" / DAILY.name).exists()
    assert "已移除" in shown(at)


def test_what_is_refused_is_said_and_nothing_is_written(store: LedgerStore, home: Path) -> None:
    kept = sorted(home.rglob("*"))

    at = previewed(("../逃.md", b"x"), ("空.md", b""), ("<b>粗<b>.md", b"x"), ("假.pdf", b"MZ"))

    assert not at.exception
    assert len(at.warning) == 4
    assert "<b>" not in shown(at)
    assert not [button for button in at.button if button.key == "documents_read"]
    assert sorted(home.rglob("*")) == kept


def test_hostile_words_of_a_document_are_text(store: LedgerStore) -> None:
    text = "沈阳市与大连市签署合作协议<img src=x onerror=document.title='owned'>，共建联合实验室<script>x</script>。"
    at = previewed(("恶.md", text.encode()))

    assert not at.exception
    assert "&lt;img src=x" in shown(at) or "&lt;script&gt;" in shown(at)
    assert "<img" not in shown(at)
    assert "<script" not in shown(at)


def test_a_document_without_facts_is_told(store: LedgerStore) -> None:
    at = previewed(("闲话.txt", "今天天气不错。".encode()))

    assert "没有读出任何事实" in at.error[0].value


def test_a_verdict_in_the_queue_takes_effect_and_is_undone(store: LedgerStore, home: Path) -> None:
    before = store.facts()
    at = page(tab="review")
    assert "白石市" in shown(at)
    at.text_input(key="review_reason").set_value("图上核对").run()
    reject = next(b for b in at.button if str(b.key).startswith("reject:t"))
    reject.click().run()
    correction = read_corrections(home / "corrections.yaml")[0]
    assert correction.reason == "图上核对"
    assert store.facts() == before

    at = page(tab="corrections")
    at.button(key="corrections_apply").click().run()
    assert correction.tie not in {r.key for r in store.facts().relations}
    assert "1 份文档有变化" in shown(at)

    at.button(key=f"undo:{correction.id}").click().run()
    at.button(key="corrections_apply").click().run()
    assert store.facts() == before


@pytest.mark.parametrize(
    ("action", "fields", "says"),
    [
        ("merge", {"review_entity": "City:白石市", "review_into": "City:溪口市"}, "into City:溪口市"),
        ("split", {"review_entity": "City:岚州市"}, "岚州 off"),
        ("rename", {"review_entity": "City:白石市"}, "to 青石市"),
        ("reclassify", {"review_entity": "Lab:智能焊接中试基地"}, "as Incubator"),
    ],
)
def test_entities_are_corrected(store: LedgerStore, home: Path, action: str, fields: dict[str, str], says: str) -> None:
    from loaders.review import describe

    at = page(tab="review")
    at.button_group(key="review_action").set_value(action).run()
    for key, value in fields.items():
        at.selectbox(key=key).set_value(value).run()
    if action == "rename":
        at.text_input(key="review_name").set_value("青石市").run()
    if action == "reclassify":
        at.selectbox(key="review_class").set_value("Incubator").run()
    at.button(key="review_do").click().run()

    assert not at.exception
    assert describe(read_corrections(home / "corrections.yaml")[0]).endswith(says)


def as_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "role", lambda: Role.READER)


def test_a_reader_sees_and_is_offered_nothing_that_writes(store: LedgerStore, monkeypatch: pytest.MonkeyPatch) -> None:
    as_reader(monkeypatch)

    for tab in ("load", "loaded", "review", "corrections"):
        at = page(tab=tab)
        assert not at.exception
        assert "只读" in shown(at)
        assert not [b.key for b in at.button if b.key]
        assert not at.file_uploader


WRITES: dict[str, Callable[[], Any]] = {
    "prepare": lambda: writing.prepare([Upload(DAILY.name, DAILY.read_bytes())]),
    "load": lambda: writing.load(writing.Draft((), apart.Reading(facts()), writing.compare(facts(), [])), "x"),
    "remove": lambda: writing.remove(PLAN),
    "store": lambda: writing.store(writing.judging.verdict(facts(), "reject", TIE, "x"), facts()),
    "undo": lambda: writing.undo("c1"),
    "put_into_effect": lambda: writing.put_into_effect(),
}


def test_every_function_that_writes_is_tried_below() -> None:
    public = {
        name
        for name, value in vars(writing).items()
        if callable(value) and getattr(value, "__module__", "") == writing.__name__ and name[0].islower()
        and not name.startswith("_")
    }  # fmt: skip

    assert public == set(WRITES)


@pytest.mark.parametrize("name", WRITES)
def test_no_function_that_writes_does_so_for_a_reader(
    store: LedgerStore, home: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    as_reader(monkeypatch)
    before, kept = store.facts(), sorted(home.rglob("*"))

    with pytest.raises(AccessError):
        WRITES[name]()

    assert store.facts() == before
    assert sorted(home.rglob("*")) == kept
