"""What would change: curated facts stay, the more trusted list decides, and what looks like a slip waits."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from refresh_samples import TODAY, dev_catalog, dev_row, lite_map, lite_row, write_knowledge

from advisor.domain.cards import Catalogue
from advisor.library.cards import load_catalogue
from advisor.library.refresh.fetch import Fetched
from advisor.library.refresh.match import match
from advisor.library.refresh.propose import Proposal, propose
from advisor.library.refresh.read import reading_of


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return load_catalogue(write_knowledge(tmp_path_factory.mktemp("knowledge")) / "models")


def proposed(
    catalogue: Catalogue, *lists: dict[str, Any], day: str = TODAY, left_out: Iterable[tuple[str, str]] = ()
) -> Proposal:
    readings = [reading_of(Fetched(json.dumps(value).encode(), "here", "", day)) for value in lists]
    return propose(catalogue, [(r, match(catalogue, r)) for r in readings], date.fromisoformat(TODAY), set(left_out))


def lite(model: str = "gpt-5.4", **given: Any) -> dict[str, Any]:
    return lite_map({model: lite_row(**given)})


def dev(model: str = "gpt-5.4", **given: Any) -> dict[str, Any]:
    return dev_catalog({"openai": {model: dev_row(**given)}})


def moves(proposal: Proposal) -> set[tuple[str, Any, Any]]:
    return {(c.field, c.old.value if c.old else None, c.new.value) for c in proposal.changes}


def test_the_same_figures_change_nothing(catalogue: Catalogue) -> None:
    proposal = proposed(catalogue, lite())
    assert not proposal.changes_anything
    assert not proposal.conflicts
    assert proposal.agreed == 4


def test_a_new_price_says_from_what_to_what_and_who_says_so(catalogue: Catalogue) -> None:
    (change,) = proposed(catalogue, lite(input_cost_per_token=2e-06)).changes
    assert (change.model, change.field) == ("openai/gpt-5.4", "price_in_usd_per_m")
    assert change.old is not None
    assert (change.old.value, change.new.value, change.new.provider) == (2.5, 2, "OpenAI")
    assert change.new.date == TODAY
    assert "LiteLLM" in change.new.source


def test_a_curated_fact_stays_and_the_difference_is_told(catalogue: Catalogue) -> None:
    proposal = proposed(catalogue, lite(output_cost_per_token=1e-05, max_output_tokens=64_000))
    assert not proposal.changes
    told = {c.field: (c.kept.value if c.kept else None, [f.value for f in c.others]) for c in proposal.conflicts}
    assert told == {"price_out_usd_per_m": (15, [10]), "max_output_tokens": (128_000, [64_000])}


def test_a_price_list_with_the_vendors_page_comes_before_models_dev(catalogue: Catalogue) -> None:
    cheaper = dev(cost={"input": 2, "output": 15})
    for lists in ((lite(input_cost_per_token=3e-06), cheaper), (cheaper, lite(input_cost_per_token=3e-06))):
        proposal = proposed(catalogue, *lists)
        assert ("price_in_usd_per_m", 2.5, 3) in moves(proposal)
        assert [[f.value for f in c.others] for c in proposal.conflicts if c.field == "price_in_usd_per_m"] == [[2]]


def test_lists_without_a_page_that_disagree_change_nothing(catalogue: Catalogue) -> None:
    proposal = proposed(catalogue, lite(input_cost_per_token=3e-06, source=None), dev(cost={"input": 2, "output": 15}))
    assert "price_in_usd_per_m" not in {change.field for change in proposal.changes}
    assert "price_in_usd_per_m" in {conflict.field for conflict in proposal.conflicts}


def test_models_dev_alone_may_bring_a_new_price(catalogue: Catalogue) -> None:
    assert ("price_in_usd_per_m", 2.5, 2) in moves(proposed(catalogue, dev(cost={"input": 2, "output": 15})))


def test_on_the_same_day_the_less_trusted_list_does_not_undo_the_other(catalogue: Catalogue) -> None:
    cheaper = dev(cost={"input": 2, "output": 15})
    proposal = proposed(catalogue, cheaper, day="2026-11-12")  # The day of the card's price, read by LiteLLM.
    assert "price_in_usd_per_m" not in {change.field for change in proposal.changes}
    assert "price_in_usd_per_m" in {conflict.field for conflict in proposal.conflicts}
    assert moves(proposed(catalogue, lite(input_cost_per_token=2e-06), day="2026-11-12"))


def test_a_list_older_than_the_card_changes_nothing(catalogue: Catalogue) -> None:
    proposal = proposed(catalogue, lite(input_cost_per_token=2e-06), day="2026-11-01")
    assert not proposal.changes_anything
    assert proposal.older == 1


@pytest.mark.parametrize(("given", "held"), [(2.5e-06 * 19, False), (2.5e-06 * 21, True), (2.5e-06 / 21, True)])
def test_a_change_by_more_than_twenty_waits_for_a_person(catalogue: Catalogue, given: float, held: bool) -> None:
    proposal = proposed(catalogue, lite(input_cost_per_token=given))
    assert bool(proposal.held) == held
    assert bool(proposal.changes) != held


def test_gaps_are_filled_where_the_card_names_the_api_and_nobody_left_them_out(catalogue: Catalogue) -> None:
    cached = {"cache_read_input_token_cost": 2.5e-07}
    assert moves(proposed(catalogue, lite(**cached))) == {("price_cached_in_usd_per_m", None, 0.25)}
    left_out = [("openai/gpt-5.4", "price_cached_in_usd_per_m")]
    assert not proposed(catalogue, lite(**cached), left_out=left_out).changes_anything


def test_open_weights_take_no_status_from_a_service(catalogue: Catalogue) -> None:
    cost = {"input": 0.1, "output": 1}
    assert not proposed(catalogue, dev("gpt-oss-20b", cost=cost, status="deprecated")).changes_anything


def test_names_match_exactly_or_not_at_all(catalogue: Catalogue) -> None:
    for name in ("gpt-5.4-mini", "gpt-5-4", "gpt-5.40", "GPT-5.4x", "gpt-5.4-latest"):
        assert not proposed(catalogue, lite(name, input_cost_per_token=2e-06)).changes
    assert proposed(catalogue, lite("gpt5.4", input_cost_per_token=2e-06)).changes
    assert not proposed(catalogue, lite("claude-opus-5", input_cost_per_token=2e-06)).changes  # Another vendor's API.


def test_an_alias_renews_what_the_card_has_and_two_of_them_decide_nothing(catalogue: Catalogue) -> None:
    row = dev_row(cost={"input": 0.2, "output": 1}, limit={"context": 8192, "output": 100})
    for alias in ("gpt-oss-20b", "OSS-20b"):
        assert moves(proposed(catalogue, dev_catalog({"openai": {alias: row}}))) == {("price_in_usd_per_m", 0.1, 0.2)}
    both = dev_catalog({"openai": {"gpt-oss-20b": row, "oss-20b": row}})
    assert not proposed(catalogue, both).changes


@pytest.mark.parametrize(
    ("limit", "expected"),
    [(400_000, None), (409_600, None), (272_000, None), (1_000_000, 1_000_000)],
    ids=["same", "rounding", "largest input", "new window"],
)
def test_a_column_that_may_be_the_input_is_not_taken_for_the_window(
    catalogue: Catalogue, limit: int, expected: int | None
) -> None:
    changes = [c for c in proposed(catalogue, lite(max_input_tokens=limit)).changes if c.field.endswith("tokens")]
    assert [c.new.value for c in changes] == ([expected] if expected else [])


def test_what_does_not_fit_the_rest_of_the_card_is_not_put_on_it(catalogue: Catalogue) -> None:
    proposal = proposed(catalogue, dev(limit={"context": 64_000, "output": 32_000}))
    assert not [change for change in proposal.changes if change.field.endswith("tokens")]
    assert "context_tokens" in {conflict.field for conflict in proposal.conflicts}
    backwards = proposed(catalogue, lite(deprecation_date="2025-01-01", input_cost_per_token=2e-06))
    assert "deprecation_date" not in {change.field for change in backwards.changes}
    assert not backwards.statuses


@pytest.mark.parametrize(
    ("day", "status"), [("2027-04-01", "deprecated"), ("2026-12-01", "retired"), ("2026-11-30", "retired")]
)
def test_a_day_of_retirement_moves_the_status_on(catalogue: Catalogue, day: str, status: str) -> None:
    proposal = proposed(catalogue, lite(deprecation_date=day))
    assert ("deprecation_date", None, day) in moves(proposal)
    assert [(s.old, s.new) for s in proposal.statuses] == [("current", status)]


def test_the_lists_own_word_makes_deprecated_and_never_younger(catalogue: Catalogue) -> None:
    (status,) = proposed(catalogue, dev(status="deprecated")).statuses
    assert (status.new, status.source) == ("deprecated", "models.dev (local copy)")
    assert not proposed(catalogue, dev("gpt-4o", limit={"context": 128_000, "output": 1}, status="beta")).statuses
