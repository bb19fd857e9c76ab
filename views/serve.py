"""Starts the app: opens the graph while the server starts, so that the first visitor need not wait for it."""

from __future__ import annotations

import gc
import importlib
import logging
import sys
import threading
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).resolve().parents[1] / "app.py"


def warm() -> None:
    """Open the store and index the graph; what goes wrong is said here, and by the page that meets it again."""
    logger = logging.getLogger("streamlit")
    level = logger.level
    logger.setLevel(logging.ERROR)  # Streamlit warns of every use outside of a session
    try:
        from views.parts import source

        source.snapshot()
        importlib.import_module("views.explore")  # the page that opens first
        # what stays for good is not looked through again and again for what could go: seconds, in a large graph
        gc.collect()
        gc.freeze()
        ahead = importlib.import_module("views.parts.ahead")
        threading.Thread(target=ahead.read, name="ahead").start()
    except Exception as error:
        logging.getLogger(__name__).warning("the graph is not open yet; a page will try again: %s", error)
    finally:
        logger.setLevel(level)


def close() -> None:
    """Have Streamlit send our headers, and keep it from asking elsewhere for the address of this machine.

    It would do so for each page of another site that tries to reach the app, to compare the two.
    """
    from streamlit import net_util
    from streamlit.web.server.starlette import starlette_app

    from views.parts.headers import Headers
    from views.parts.quiet import Noted

    server: Any = starlette_app
    network: Any = net_util
    made = server.create_streamlit_middleware

    def extended() -> list[Any]:
        found = made()
        return [type(found[0])(Headers), type(found[0])(Noted), *found]

    server.create_streamlit_middleware = extended
    network.get_external_ip = lambda: None


def main() -> None:
    """Serve the app with the options of ``streamlit run``."""
    close()
    # not a daemon: Python must not end while the Java machine of an embedded store is still starting
    threading.Thread(target=warm, name="warm").start()
    from streamlit.web import cli

    from views.parts import quiet

    sys.argv = ["streamlit", "run", str(SCRIPT), *sys.argv[1:]]
    try:
        cli.main(prog_name="streamlit")
    finally:
        quiet.HERE.end()


if __name__ == "__main__":
    main()
