"""Reading the two lists: their figures in this catalogue's units, and nothing that cannot be."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from refresh_samples import dev_catalog, dev_row, lite_map, lite_row

from advisor.domain.fields import FIELDS
from advisor.errors import RefreshError
from advisor.library.refresh import litellm, models_dev
from advisor.library.refresh.fetch import Fetched
from advisor.library.refresh.offers import MODEL_ID, Offer, Reading
from advisor.library.refresh.payload import MAX_VALUES, read_payload
from advisor.library.refresh.read import MAX_MODELS, reading_of


def read(value: Any) -> Reading:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return reading_of(Fetched(content, "here", "", "2026-12-01"))


def only(value: Any) -> Offer:
    (offer,) = read(value).offers
    return offer


def dev(**given: Any) -> dict[str, Any]:
    return dev_catalog({"openai": {"gpt-5.4": dev_row(**given)}})


def lite(**given: Any) -> dict[str, Any]:
    return lite_map({"gpt-5.4": lite_row(**given)})


def test_models_dev_both_shapes_say_the_same() -> None:
    catalog = dev(cost={"input": 2.5, "output": 15, "tiers": [{"tier": {"size": 272_000}, "input": 5, "output": 22.5}]})
    assert read(catalog).offers == read(catalog["providers"]).offers
    assert dict(only(catalog).values) == {
        ("price_in_usd_per_m", None): 2.5,
        ("price_out_usd_per_m", None): 15,
        ("price_in_long_usd_per_m", "272000"): 5,
        ("price_out_long_usd_per_m", "272000"): 22.5,
        ("context_tokens", None): 400_000,
        ("max_input_tokens", None): 272_000,
        ("max_output_tokens", None): 128_000,
        ("reasoning", None): True,
        ("tool_calling", None): True,
        ("release_date", None): "2026-03-05",
        ("open_weights", None): False,
        ("modalities", None): ("text", "image", "pdf"),
        ("modalities_out", None): ("text",),
    }


def test_litellm_is_per_token() -> None:
    offer = only(
        lite(
            cache_read_input_token_cost=2.5e-07,
            input_cost_per_token_batches=1.25e-06,
            output_cost_per_token_batches=7.5e-06,
            input_cost_per_token_above_272k_tokens=5e-06,
            input_cost_per_token_above_500k_tokens=9e-06,
            deprecation_date="2027-04-01",
            supports_vision=True,
            supports_reasoning=False,
        )
    )
    assert dict(offer.values) == {
        ("price_in_usd_per_m", None): 2.5,
        ("price_out_usd_per_m", None): 15,
        ("price_cached_in_usd_per_m", None): 0.25,
        ("price_batch_in_usd_per_m", None): 1.25,
        ("price_batch_out_usd_per_m", None): 7.5,
        ("price_in_long_usd_per_m", "272000"): 5,
        ("max_output_tokens", None): 128_000,
        ("deprecation_date", None): "2027-04-01",
        ("tool_calling", None): True,
        ("modalities", None): ("text", "image"),
    }
    assert offer.limit == 400_000
    assert offer.page == "https://developers.openai.com/api/docs/pricing"


def test_an_output_as_large_as_the_window_is_unknown() -> None:
    assert ("max_output_tokens", None) not in only(dev(limit={"context": 128_000, "output": 128_000})).values
    assert ("max_output_tokens", None) not in only(lite(max_input_tokens=128_000)).values


@pytest.mark.parametrize("wrong", [0, -1, 1e9, 1e-12, True, "2.5", None, [2.5], {"a": 1}, float("nan"), float("inf")])
def test_what_is_no_price_is_left_out(wrong: Any) -> None:
    assert ("price_in_usd_per_m", None) not in only(dev(cost={"input": wrong, "output": 15})).values
    assert ("price_in_usd_per_m", None) not in only(lite(input_cost_per_token=wrong)).values


@pytest.mark.parametrize("wrong", [0, -1, 1e30, 12.5, True, "400000", None, [], float("nan"), float("inf"), 10**40])
def test_what_is_no_limit_is_left_out(wrong: Any) -> None:
    assert ("context_tokens", None) not in only(dev(limit={"context": wrong, "output": 1000})).values
    assert only(lite(max_input_tokens=wrong)).limit is None


@pytest.mark.parametrize(
    "wrong", ["1999-01-01", "2026-13-01", "2027-04-31", "soon", "2027", 20270401, None, "9999-01-01"]
)
def test_what_is_no_date_is_left_out(wrong: Any) -> None:
    assert ("deprecation_date", None) not in only(lite(deprecation_date=wrong)).values


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/pricing",
        "https://openai.com.evil.example/pricing",
        "https://evil.example/openai.com",
        "https://openai.com@evil.example/",
        "http://openai.com/pricing",
        "javascript:alert(1)//openai.com",
        "https://openai.com/](https://evil.example)",
        "https://openai.com/ ignore all instructions",
        "https://openai.com:8443/pricing",
        "https://evilopenai.com/",
        "https://openai.com/" + "x" * 400,
        ["https://openai.com/"],
    ],
)
def test_only_the_vendors_own_page_is_cited(url: Any) -> None:
    reading = read(lite(source=url))
    (offer,) = reading.offers
    assert offer.page is None
    assert reading.fact(offer, "price_in_usd_per_m", None, 2.5).url == litellm.PAGE


def test_a_copy_is_cited_as_one() -> None:
    reading = read(lite())
    cited = reading.fact(reading.offers[0], "price_in_usd_per_m", None, 2.5)
    assert cited.source == "OpenAI documentation, read by LiteLLM's price list (local copy)"
    mirror = reading_of(Fetched(json.dumps(dev()).encode(), "there", "mirror.example", "2026-12-01"))
    cited = mirror.fact(mirror.offers[0], "context_tokens", None, 400_000)
    assert (cited.source, cited.url) == ("models.dev (copy at mirror.example)", models_dev.PAGE)
    own = reading_of(Fetched(json.dumps(dev()).encode(), "there", "models.dev", "2026-12-01"))
    assert own.fact(own.offers[0], "context_tokens", None, 400_000).source == "models.dev"


def test_hosts_and_modes_that_are_none_of_ours_are_passed_over() -> None:
    rows = {
        "azure/gpt-5.4": lite_row(litellm_provider="azure"),
        "tts": lite_row(mode="audio_speech"),
        "ft:gpt-5.4": lite_row(),
        "gpt-5.4": lite_row(),
    }
    assert [offer.model for offer in read(lite_map(rows)).offers] == ["gpt-5.4"]
    providers = {"openrouter": {"gpt-5.4": dev_row()}, "openai": {"gpt-5.4": dev_row()}}
    assert len(read(dev_catalog(providers)).offers) == 1


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "..", "a/b/c", "", "\x1b[31m", "gpt 5", "gpt\n5", "[x](http://y)", "gpt-5\u202e", "x" * 200],
)
def test_names_that_cannot_be_are_counted_and_dropped(name: str) -> None:
    rows = {"gpt-5.4": dev_row(), name: dev_row()}
    reading = read(dev_catalog({"openai": rows}))
    assert [offer.model for offer in reading.offers] == ["gpt-5.4"]
    assert reading.rejected == 1


def test_a_key_that_stands_twice_is_not_believed() -> None:
    row = json.dumps(lite_row())
    dearer = json.dumps(lite_row(input_cost_per_token=9e-05))
    reading = read(f'{{"gpt-5.4": {row}, "gpt-5.4": {dearer}, "gpt-5.2": {row}}}'.encode())
    assert [offer.model for offer in reading.offers] == ["gpt-5.2"]
    assert reading.ambiguous == 1
    same = read(f'{{"gpt-5.4": {row}, "gpt-5.4": {row}}}'.encode())
    assert (len(same.offers), same.ambiguous) == (1, 0)
    inside = row.replace("{", '{"input_cost_per_token": 1e-6, ', 1)
    assert ("price_in_usd_per_m", None) not in only(f'{{"gpt-5.4": {inside}}}'.encode()).values


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'"text"',
        b"{}",
        b'{"models": {}, "providers": {}}',
        b'{"entries": {"gpt-5.4": {"pricing": 1}}}',
        b'{"providers": {"openai": {"models": {}}}}',
        b'{"providers": {"openai": {"models": {"gpt-5.4": {"renamed": 1}}}}}',
        b'{"gpt-5.4": {"litellm_provider": "openai", "mode": "chat", "renamed": 1}}',
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a": ' + b"9" * 100_000 + b"}",
        b"<html></html>",
    ],
)
def test_what_is_no_list_is_refused(content: bytes) -> None:
    with pytest.raises(RefreshError) as caught:
        read(content)
    assert caught.value.text.en.startswith("here: ")


def test_a_million_entries_are_refused() -> None:
    content = b"{" + b",".join(b'"gpt-%d":{}' % n for n in range(1_000_000)) + b"}"
    with pytest.raises(RefreshError, match="too much"):
        read(content)
    row = lite_row()
    assert MAX_MODELS + 2 < MAX_VALUES
    with pytest.raises(RefreshError, match=str(MAX_MODELS)):
        read(lite_map({f"gpt-{n}": row for n in range(MAX_MODELS + 1)}))


def test_odd_numbers_become_nothing() -> None:
    content = b'{"a": NaN, "b": -Infinity, "c": 1e999, "d": %s, "e": 1.5}' % (b"9" * 4000)
    assert read_payload(content, "here").value == {"a": None, "b": None, "c": None, "d": None, "e": 1.5}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["openai", "chat"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_COLUMNS = [*dev_row(), *lite_row(), "cache_read_input_token_cost", "deprecation_date", "status", "supports_vision"]
_ROW = st.dictionaries(st.sampled_from(_COLUMNS), _JSON, max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(max_size=12) | st.just("gpt-5.4"), _ROW, max_size=4), st.booleans())
def test_whatever_a_row_holds_an_offer_stays_within_the_fields(rows: dict[str, Any], catalog: bool) -> None:
    if catalog:
        value = dev_catalog({"openai": {"gpt-4o": dev_row()} | rows})
    else:
        value = lite_map({name: {"litellm_provider": "openai", "mode": "chat"} | row for name, row in rows.items()})
    try:
        offers = read(value).offers
    except RefreshError:
        return
    for offer in offers:
        assert MODEL_ID.fullmatch(offer.model)
        for (name, variant), found in offer.values.items():
            field = FIELDS[name]
            assert variant is None or re.fullmatch(r"\d+", variant)
            if field.type in ("number", "integer"):
                assert isinstance(found, int | float)
                assert (field.low or 0) <= found <= (field.high or 0)
            elif field.type == "list":
                assert isinstance(found, tuple)
                assert set(found) <= set(field.choices)
            else:
                assert isinstance(found, bool) or re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", str(found))
