"""Makes the pages ready before anybody opens them: what they import, compute and draw, while nobody is served."""

from __future__ import annotations

import gc
import importlib
import logging
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from streamlit.runtime import Runtime
from streamlit.runtime.fragment import MemoryFragmentStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext, add_script_run_ctx
from streamlit.runtime.state import SafeSessionState, SessionState

from views.parts import address, source
from views.parts.frame import PAGES
from views.parts.quiet import HERE

APP = str(Path(__file__).resolve().parents[2] / "app.py")
LIBRARIES = ("numpy", "pandas", "pyarrow", "altair", "networkx", "matplotlib.pyplot")
"""What the pages take longest to import, one by one, so that a visitor who comes meanwhile waits for one only."""
REST, START, SWITCH = 1.0, 60.0, 0.0005
"""Seconds: of quiet before each step, until the server must run, and after which a visitor's thread gets its turn."""
MOST = 5_000
"""Entities of the largest graph that is analysed without being asked."""
_NOBODY = "nobody"


class _EndingError(BaseException):
    """The app ends: a page that is made ready is left as it is."""


def read() -> None:
    """Make every page ready, step by step; what goes wrong is left to the visitor who meets it."""
    until = time.monotonic() + START
    while not Runtime.exists():
        if time.monotonic() > until or HERE.ending:
            return
        time.sleep(0.1)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        for step in _steps():
            if not HERE.wait(REST):
                return
            step()
        gc.collect()
        gc.freeze()
    except _EndingError:
        return
    finally:
        sys.setswitchinterval(interval)


def _steps() -> list[Callable[[], object]]:
    names = (*LIBRARIES, *(f"views.{name}" for name in PAGES))
    steps: list[Callable[[], object]] = [partial(importlib.import_module, name) for name in names]
    found, _ = source.snapshot()
    if len(found.entities) <= MOST:
        steps += [partial(visit, name, language) for language in address.LANGUAGES for name in PAGES]
        if found.entities:
            steps.append(partial(visit, PAGES[0], "zh", entity=found.ranked()[0]))
    return steps


def _unheard(thread: threading.Thread, _: object) -> None:
    # a page that works for long tells its progress all the while; a timer of its own may do so too
    if HERE.ending and threading.current_thread() is thread:
        raise _EndingError


def visit(name: str, language: str, **parameters: str) -> None:
    """Run a page as for a visitor who is not there; what it says is heard by nobody, what it computes stays."""
    session, here = SafeSessionState(SessionState(), lambda: None), threading.current_thread()
    context = ScriptRunContext(
        session_id=_NOBODY, _enqueue=partial(_unheard, here), query_string="", session_state=session,
        uploaded_file_mgr=MemoryUploadedFileManager(""), main_script_path=APP, user_info={},
        fragment_storage=MemoryFragmentStorage(), pages_manager=PagesManager(APP),
    )  # fmt: skip
    add_script_run_ctx(here, context)
    context.reset(query_string=urlencode({"lang": language, **parameters}))
    try:
        importlib.import_module(f"views.{name}").page()
    except Exception as error:
        logging.getLogger(__name__).warning("page %s is not ready ahead: %s", name, error)
    finally:
        if Runtime.exists():
            files = Runtime.instance().media_file_mgr
            files.clear_session_refs(_NOBODY)
            files.remove_orphaned_files()
