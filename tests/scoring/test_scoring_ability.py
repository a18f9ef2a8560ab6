"""Abilities out of patchy measurements."""

from __future__ import annotations

import numpy as np
import pytest

from advisor.domain.cards import Card
from advisor.scoring.ability import NEUTRAL, fit
from tests.scoring.cards import BENCHMARKS, card, fact

SHARES = {"coding": 1.0}


def catalogue() -> list[Card]:
    """Ability grows with the number; the strong ones only took the hard test, the weak ones only the easy one."""
    made = []
    for n in range(12):
        scores = {}
        if n < 8:
            scores["Chat"] = 1100 + 30 * n
        if n >= 4:
            scores["Code"] = 5 + 7 * (n - 4)
        made.append(card(f"a/m{n:02}", scores=scores))
    return made


def test_models_that_never_met_in_a_test_are_still_put_in_order() -> None:
    cards = catalogue()
    ability = fit(cards, BENCHMARKS).general
    assert list(np.argsort(ability)) == list(range(12))


def test_nothing_measured_is_neither_nothing_nor_everything() -> None:
    cards = [*catalogue(), card("a/unknown", params_total_b=700)]
    abilities = fit(cards, BENCHMARKS)
    ranks, evidence = abilities.ranked(SHARES)
    assert ranks[-1] == NEUTRAL
    assert evidence[-1] == 0
    assert not abilities.measured[-1]


def test_size_says_nothing_about_quality() -> None:
    big = card("a/big", params_total_b=600, scores={"Chat": 1200, "Code": 30})
    small = card("a/small", params_total_b=1, scores={"Chat": 1200, "Code": 30})
    abilities = fit([*catalogue(), big, small], BENCHMARKS)
    assert abilities.general[-1] == abilities.general[-2]


def test_a_capability_leans_on_its_own_tests() -> None:
    both = [card(f"a/b{n:02}", scores={"Chat": 1100 + 20 * n, "Code": 10 + 4 * n}) for n in range(16)]
    coder = card("a/coder", scores={"Chat": 1180, "Code": 60})
    talker = card("a/talker", scores={"Chat": 1350, "Code": 26})
    abilities = fit([*both, coder, talker], BENCHMARKS)
    assert abilities.of("coding")[-2] > abilities.of("coding")[-1]
    assert abilities.of("chat")[-2] < abilities.of("chat")[-1]


def test_little_evidence_is_believed_less() -> None:
    once = card("a/once", scores={"Chat": 1450})
    twice = card("a/twice", scores={"Chat": 1450, "Code": 75, "Reason": 95})
    more = [card(f"a/r{n}", scores={"Reason": 20 + 6 * n, "Chat": 1120 + 20 * n}) for n in range(8)]
    abilities = fit([*catalogue(), *more, once, twice], BENCHMARKS)
    assert abilities.general[-1] > abilities.general[-2] > 0


def test_lower_is_better_where_the_table_says_so() -> None:
    made = [card(f"a/s{n}", scores={"Slips": 2 + 3 * n, "Chat": 1400 - 30 * n}) for n in range(6)]
    assert list(np.argsort(-fit(made, BENCHMARKS).of("factuality"))) == list(range(6))


def test_of_several_efforts_the_best_counts() -> None:
    cards = catalogue()
    efforts = [fact(20.0, "measured", name="Code", variant="low"), fact(60.0, "measured", name="Code", variant="high")]
    one = card("a/efforts", benchmarks=efforts)
    same = card("a/single", scores={"Code": 60.0})
    abilities = fit([*cards, one, same], BENCHMARKS)
    assert abilities.general[-2] == pytest.approx(abilities.general[-1])


def test_a_vendors_own_figure_moves_less_than_a_measurement() -> None:
    told = card("a/told", benchmarks=[fact(78.0, "declared", name="Code")])
    shown = card("a/shown", benchmarks=[fact(78.0, "measured", name="Code")])
    abilities = fit([*catalogue(), told, shown], BENCHMARKS)
    assert 0 < abilities.general[-2] < abilities.general[-1]


def test_an_unmeasured_successor_borrows_and_is_not_called_measured() -> None:
    old = card("a/old", scores={"Chat": 1400, "Code": 60}, successor="a/new")
    new = card("a/new")
    abilities = fit([*catalogue(), old, new], BENCHMARKS)
    assert 0 < abilities.general[-1] < abilities.general[-2]
    assert abilities.parents == {13: 12}
    assert not abilities.measured[-1]


def test_a_language_nobody_was_measured_in_falls_back_on_languages_at_large() -> None:
    made = [card(f"a/l{n}", speaks={"es": 1.2 + 0.4 * n}, scores={"Chat": 1300}) for n in range(6)]
    abilities = fit(made, BENCHMARKS)
    assert list(np.argsort(-abilities.of("language:gl"))) == list(range(6))


def test_who_was_measured_in_something_else_only_is_half_believed_here() -> None:
    """Both are as able, as far as anybody knows; only one of them was ever tested near this use."""
    spoken = {"es": 1.5, "en": 1.5}
    speaker = card("a/speaker", speaks=spoken)
    coder = card("a/coder", speaks=spoken, scores={"Code": 60})
    abilities = fit(
        [*catalogue(), *(card(f"a/x{n}", speaks={"es": 3, "en": 3}) for n in range(3)), speaker, coder], BENCHMARKS
    )
    ranks, _ = abilities.ranked(SHARES)
    assert NEUTRAL < ranks[-2] + 1e-9 < ranks[-1]
    in_spanish, _ = abilities.ranked({"language:es": 1.0})
    assert in_spanish[-2] > 0.7
