from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest
from ui_samples import card, fact, item

from advisor.domain.language import Language
from advisor.ui.own_hardware import candidate

OPEN, CLOSED, SILENT = (
    card("acme/open", open_weights=fact(True)),
    card("acme/closed", open_weights=fact(False)),
    card("acme/silent"),
)
CARDS = {c.model: c for c in (OPEN, CLOSED, SILENT)}
COST = {"usd_month": 50.0, "provider": "Host", "basis": "", "tokens": 10_000_000}


def test_only_a_priced_model_with_open_weights_can_be_weighed() -> None:
    ranked = [item("acme/closed", cost=COST), item("acme/silent", cost=COST), item("acme/open", cost=COST)]
    assert (candidate(ranked, CARDS) or {})["model"] == "acme/open"
    assert candidate(ranked[:2], CARDS) is None
    assert candidate([item("acme/open")], CARDS) is None
    assert candidate([item("acme/open", cost={**COST, "usd_month": 0.0})], CARDS) is None
    assert candidate([item("acme/open", cost={"usd_month": 5.0, "provider": "", "basis": ""})], CARDS) is None


def _page(language: str, weighed: dict[str, object]) -> None:
    from advisor.ui.own_hardware import own_hardware

    own_hardware(weighed, "es" if language == "es" else "en", 0)


@pytest.mark.parametrize(
    ("language", "from_volume", "never"),
    [
        ("es", "Comprar compensa desde", "nunca con estas cifras"),
        ("en", "Buying pays from", "never with these figures"),
    ],
)
def test_every_assumption_can_be_changed_and_moves_the_result(language: Language, from_volume: str, never: str) -> None:
    at = AppTest.from_function(_page, kwargs={"language": language, "weighed": item("acme/open", cost=COST)}).run()
    assert not at.exception
    assert at.number_input("own-0-api").value == pytest.approx(5.0)
    assert "Open" in at.caption[0].value
    start = _outcome(at)
    assert from_volume in start
    assert never not in start.split(from_volume)[1].split("</div>")[0]
    seen = {start}
    for name, value in {
        "hardware_usd": 4000.0, "lifetime_months": 12.0, "rental_usd_hour": 0.1, "power_w": 200.0,
        "electricity_usd_kwh": 0.5, "utilisation": 90.0, "tokens_per_s": 80.0, "api": 0.01,
    }.items():  # fmt: skip
        at.number_input(f"own-0-{name}").set_value(value).run()
        assert not at.exception
        seen.add(_outcome(at))
    assert len(seen) == 9
    assert _outcome(at).count(never) == 2


def test_the_persons_own_machine_gives_the_speed_to_start_from() -> None:
    fit = {"fits": True, "tokens_per_s": [20.0, 44.0]}
    at = AppTest.from_function(_page, kwargs={"language": "en", "weighed": item(cost=COST, fit=fit)}).run()
    assert at.number_input("own-0-tokens_per_s").value == 32


def _outcome(at: AppTest) -> str:
    return "".join(element.proto.body for element in at.get("html"))
