"""Needs: canonical values, changes applied in order, nothing lost on the way through JSON."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain.needs import NEEDS, Change, Needs, NeedSpec, applied, checked
from advisor.errors import NeedsError


def _values(spec: NeedSpec) -> st.SearchStrategy[object]:
    if spec.type == "bool":
        return st.booleans()
    if spec.type == "integer":
        return st.integers(int(max(spec.low, 1)), int(spec.high))
    if spec.type == "number":
        return st.floats(spec.low, spec.high, allow_nan=False)
    if spec.type == "choice":
        return st.sampled_from(spec.allowed)
    members = st.sampled_from(spec.allowed) if spec.allowed else st.text("abcñé", min_size=1, max_size=5)
    return st.lists(members, min_size=1, max_size=4)


NEEDS_JSON = st.fixed_dictionaries({}, optional={key: _values(spec) for key, spec in NEEDS.items()})


@given(NEEDS_JSON)
def test_json_round_trip(raw: dict[str, object]) -> None:
    needs = Needs.of(raw)
    assert Needs.of(needs.to_json()) == needs
    contract, ours = needs.split_json()
    assert {**contract, **ours} == needs.to_json()


@given(NEEDS_JSON, st.sampled_from(sorted(NEEDS)))
def test_clearing_removes_only_its_key(raw: dict[str, object], key: str) -> None:
    needs = Needs.of(raw)
    left = applied(needs, [Change("clear", key, None, "x")])
    assert key not in left
    assert {k: v for k, v in needs.values.items() if k != key} == dict(left.values)


def test_lists_are_added_to_and_taken_from() -> None:
    needs = applied(
        Needs(), [Change("add", "languages", ("es",), "español"), Change("add", "languages", ("ca", "es"), "catalán")]
    )
    assert needs.names("languages") == ("es", "ca")
    assert applied(needs, [Change("remove", "languages", ("es", "ca"), "ninguno")]) == Needs()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("vram_gb", -1),
        ("vram_gb", float("nan")),
        ("vram_gb", True),
        ("vram_gb", "12"),
        ("use_case", "cooking"),
        ("modalities", ["smell"]),
        ("languages", "es"),
        ("local", "yes"),
        ("nonsense", 1),
    ],
)
def test_wrong_values_are_refused_in_both_languages(key: str, value: object) -> None:
    with pytest.raises(NeedsError) as refused:
        checked(key, value)
    assert refused.value.in_("es") != refused.value.in_("en")
