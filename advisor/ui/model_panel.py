"""Choosing a language model: provider, name, address and key, tried before it is used."""

from __future__ import annotations

import importlib.util

import streamlit as st

from advisor.answer.models import test_connection
from advisor.answer.providers import PROVIDERS, Connection, find_ollama, install_command
from advisor.domain.language import Language
from advisor.ui import model_choice, resources, texts
from advisor.ui.safe import plain

_ADDRESS_EXAMPLE = "http://127.0.0.1:1234/v1"


def model_button(language: Language) -> None:
    """Shows the mode; a click opens the choice."""
    now = model_choice.mode()
    name = texts.MODEL_NONE.in_(language) if now == model_choice.OFFLINE else plain(now)
    if st.button(
        name, icon=":material/smart_toy:", key="model-open", width="stretch", help=texts.MODEL_HELP.in_(language)
    ):
        st.dialog(texts.MODEL.in_(language))(_choose)(language)


def _choose(language: Language) -> None:
    st.caption(texts.MODEL_INTRO.in_(language))
    now = model_choice.connection()
    options = [model_choice.OFFLINE, *PROVIDERS]
    provider = st.selectbox(
        texts.PROVIDER.in_(language), options, key="model-provider",
        index=options.index(now.provider) if now and now.provider in PROVIDERS else 0,
        format_func=lambda p: _named(p, language),
    )  # fmt: skip
    if provider == model_choice.OFFLINE:
        if st.button(texts.USE.in_(language), key="model-use-none", type="primary", width="stretch"):
            model_choice.choose(None)
            st.rerun()
        return
    if _missing(provider, language):
        return
    # A form sends all its fields with the click, also the one still being typed in.
    with st.form(f"model-{provider}", border=False):
        wanted = _fields(provider, now if now and now.provider == provider else None, language)
        outcome = st.empty()  # Above the buttons: below them a phone would have to be scrolled to see it.
        left, right = st.columns(2)
        tried = left.form_submit_button(texts.TRY_MODEL.in_(language), width="stretch")
        used = right.form_submit_button(texts.USE.in_(language), type="primary", width="stretch")
    if (tried or used) and wanted is None:
        outcome.error(texts.NO_MODEL_NAME.in_(language))
    elif tried and wanted is not None:
        with outcome, st.spinner(texts.TRYING.in_(language)):
            trial = test_connection(wanted)
        (outcome.success if trial.ok else outcome.error)(plain(trial.in_(language)))
    elif used and wanted is not None:
        model_choice.choose(wanted)
        st.rerun()


def _named(provider: str, language: Language) -> str:
    if provider == model_choice.OFFLINE:
        return texts.MODE_OFFLINE.in_(language)
    label = PROVIDERS[provider].label
    return texts.OR_COMPATIBLE.in_(language).format(label) if provider == "openai" else label


def _missing(provider: str, language: Language) -> bool:
    """Whether the provider's package is not installed; then the exact command is shown."""
    known = PROVIDERS[provider]
    if importlib.util.find_spec(known.package) is not None:
        return False
    st.warning(texts.MISSING_PACKAGE.in_(language).format(known.label))
    st.code(install_command(known.extra), language="bash")
    return True


def _fields(provider: str, now: Connection | None, language: Language) -> Connection | None:
    """The connection that the fields describe; None while they describe none."""
    known, settings = PROVIDERS[provider], resources.settings()
    url = st.text_input(
        texts.ADDRESS.in_(language), value=(now.url if now else None) or known.url or "", key=f"model-url-{provider}",
        placeholder=_ADDRESS_EXAMPLE if provider == "openai" else "", help=texts.ADDRESS_HELP.in_(language),
    ).strip()  # fmt: skip
    name = _name(provider, url, now, language)
    held = now.key if now else None
    key = ""
    if known.needs_key:
        key = st.text_input(
            texts.KEY.in_(language), type="password", key=f"model-key-{provider}", autocomplete="off",
            placeholder=texts.KEY_HELD.in_(language) if held else "", help=texts.KEY_HELP.in_(language),
        ).strip()  # fmt: skip
    wait = st.number_input(
        texts.WAIT.in_(language), min_value=5, max_value=3600, step=5, key=f"model-wait-{provider}",
        value=max(5, round(now.timeout_s if now else settings.model_timeout_s)), help=texts.WAIT_HELP.in_(language),
    )  # fmt: skip
    return Connection(f"{provider}:{name}", url or None, key or held, float(wait)) if name else None


def _name(provider: str, url: str, now: Connection | None, language: Language) -> str:
    """The model's name: one of those that Ollama has, or typed."""
    before = now.model_name if now else ""
    if provider == "ollama":
        found = find_ollama(url) if url else None
        if found is None:
            st.info(texts.NO_OLLAMA.in_(language).format(plain(url)))
        elif not found:
            st.info(texts.EMPTY_OLLAMA.in_(language))
        else:
            picked = st.selectbox(
                texts.MODEL_NAME.in_(language), found, index=found.index(before) if before in found else 0,
                key="model-name-listed", placeholder=texts.CHOOSE.in_(language),
            )  # fmt: skip
            return str(picked or "")
    return st.text_input(
        texts.MODEL_NAME.in_(language),
        value=before,
        key=f"model-name-{provider}",
        placeholder=_EXAMPLES.get(provider, ""),
    ).strip()


_EXAMPLES = {
    "ollama": "qwen3:8b",
    "openai": "gpt-5-mini",
    "anthropic": "claude-haiku-4-5",
    "google_genai": "gemini-2.5-flash",
}
