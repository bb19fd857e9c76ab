"""Sign-in with Streamlit's own OpenID Connect, and the role of whoever looks at the page."""

from __future__ import annotations

import importlib.util
import time
from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from views.parts import address
from views.parts.escape import markdown
from views.parts.roles import AccessError, Role, rules, without_sign_in
from views.parts.wording import register, say

register(
    {
        "access.title": ("请先登录", "Sign in first"),
        "access.text": (
            "此图谱只供获准的人使用。登录后，能看到什么、能否修改，取决于你的角色。",
            "This graph is for people who were let in. What you may do after signing in depends on your role.",
        ),
        "access.in": ("登录", "Sign in"),
        "access.in_with": ("用 {name} 登录", "Sign in with {name}"),
        "access.out": ("退出登录", "Sign out"),
        "access.refused": (
            "{who} 没有使用此图谱的权限。请联系管理员，或换一个账户登录。",
            "{who} may not use this graph. Ask whoever runs it, or sign in with another account.",
        ),
        "access.editor": ("编辑者", "editor"),
        "access.reader": ("只读", "reader"),
        "access.local": (
            "未启用登录：应用只在本机可访问（{address}），打开者即可编辑。",
            "No sign-in: the app is reached from this machine only ({address}), and whoever opens it may edit.",
        ),
        "access.network": (
            "未启用登录：能访问此机器的人都能阅读，因此不允许修改。",
            "No sign-in: everybody who reaches this machine can read, so nothing can be changed.",
        ),
        "access.open": (
            "未启用登录，且设置为开放：能访问此应用的人都能修改。",
            "No sign-in, and set to open: everybody who reaches this app can change the graph.",
        ),
        "access.read_only": (
            "你的角色是只读：可以查看，不能上传、删除或更正。",
            "Your role is reader: you can look at everything, but not upload, remove or correct.",
        ),
    }
)
_BROKEN = (
    "the settings of the sign-in cannot be read; mend .streamlit/secrets.toml. Until then nobody is let in",
    "sign-in is set up but what it needs is missing; pip install 'polecore[signin]'",
)

_NEEDED = ("authlib", "httpx")
"""What Streamlit's sign-in is made with; it needs the second to reach the provider."""


def _secrets(name: str) -> Mapping[str, Any]:
    """Read a section of the secrets; without a file there is none. Their content is put into no message."""
    try:
        section = st.secrets.get(name, {})
    except StreamlitSecretNotFoundError as error:
        if getattr(error, "error_id", "") == "no-secrets-found" or "No secrets found" in str(error):
            return {}
        raise AccessError(_BROKEN[0]) from None
    except Exception:
        raise AccessError(_BROKEN[0]) from None
    if not isinstance(section, Mapping):
        raise AccessError(_BROKEN[0])
    return section


def configured() -> bool:
    """Tell whether people sign in."""
    return bool(_secrets("auth"))


def role() -> Role:
    """Give the role of whoever looks at the page."""
    if not configured():
        return without_sign_in(st.get_option("server.address"))
    _installed()
    if not st.user.get("is_logged_in"):
        return Role.NOBODY
    known, claims = rules(_secrets("roles")), dict(st.user)
    return Role.NOBODY if known.expired(claims, time.time()) else known.role(claims)


def may_edit() -> bool:
    """Tell whether they may change anything."""
    return role() is Role.EDITOR


def require_editor() -> None:
    """Refuse whoever is no editor; every function of the app that writes begins with this.

    Raises
    ------
    AccessError
        if the role does not allow to change anything.
    """
    if not may_edit():
        raise AccessError(say("access.read_only", address.language()))


def _installed() -> None:
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        raise AccessError(_BROKEN[1])


def admitted() -> bool:
    """Tell whether the page may be shown; if not, show where to sign in."""
    if role() is not Role.NOBODY:
        return True
    language = address.language()
    with st.container(width=560):
        if st.user.get("is_logged_in") and not rules(_secrets("roles")).expired(dict(st.user), time.time()):
            who = markdown(st.user.get("email") or st.user.get("name") or st.user.get("sub") or "?")
            st.error(say("access.refused", language, who=who))
            st.button(say("access.out", language), on_click=st.logout)
            return False
        st.title(say("access.title", language))
        st.markdown(say("access.text", language))
        providers = [name for name, value in _secrets("auth").items() if isinstance(value, Mapping)]
        providers = [name for name in providers if name != "client_kwargs"]
        for name in providers:
            st.button(say("access.in_with", language, name=markdown(name)), on_click=st.login, args=(name,))
        if not providers:
            st.button(say("access.in", language), type="primary", on_click=st.login)
    return False


def show(language: str) -> None:
    """Say in the sidebar who is signed in, or that nobody needs to."""
    if configured():
        who = st.user.get("email") or st.user.get("name") or ""
        st.caption(f"{markdown(who)} · {say(f'access.{role()}', language)}")
        st.button(say("access.out", language), key="sign_out", on_click=st.logout)
        return
    where = st.get_option("server.address")
    open_ = role() is Role.EDITOR
    local = without_sign_in(where, {}) is Role.EDITOR
    kind = "local" if local else "open" if open_ else "network"
    st.caption(say(f"access.{kind}", language, address=markdown(where or "")))
