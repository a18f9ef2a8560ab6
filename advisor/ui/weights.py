"""Sliders for the weights of the seven factors."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from advisor.domain.factors import FACTORS, Factor
from advisor.domain.language import Language
from advisor.ui import session, texts
from advisor.ui.labels import factor_label


def weight_sliders(in_force: Mapping[str, float], language: Language, apply: Callable[[], None]) -> None:
    """`in_force`: the weights of the last ranking. `apply` ranks again after they were changed or given up."""
    with st.expander(texts.WEIGHTS.in_(language), icon=":material/tune:"):
        own = bool(session.weights())
        st.caption((texts.WEIGHTS_YOURS if own else texts.WEIGHTS_HELP).in_(language))
        stamp = "-".join(f"{100 * in_force[factor]:.0f}" for factor in FACTORS)
        with st.form(f"weights-{stamp}", border=False):
            chosen: dict[Factor, int] = {
                factor: st.slider(
                    factor_label(factor, language), 0, 100, round(100 * in_force[factor]),
                    key=f"weight-{stamp}-{factor}",
                )
                for factor in FACTORS
            }  # fmt: skip
            submitted = st.form_submit_button(texts.WEIGHTS_APPLY.in_(language), width="stretch", type="primary")
        dropped = own and st.button(texts.WEIGHTS_RESET.in_(language), width="stretch", key="weights-reset")
    if submitted and not any(chosen.values()):
        st.error(texts.WEIGHTS_ZERO.in_(language))
    elif submitted or dropped:
        session.set_weights(chosen if submitted else {})
        apply()
