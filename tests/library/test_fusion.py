from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from advisor.library.fusion import Evidence, fuse

unit = st.floats(0, 1)
evidence = st.builds(Evidence, dense=unit, words=unit, name=unit)


@given(st.dictionaries(st.sampled_from([f"{kind}/{n}" for kind in ("guide", "card") for n in range(8)]), evidence))
def test_scores_are_probabilities_in_falling_order(found: dict[str, Evidence]) -> None:
    ranking = fuse(found)
    assert sorted(identifier for identifier, _ in ranking) == sorted(found)
    scores = [score for _, score in ranking]
    assert all(0 <= score <= 1 for score in scores)
    assert scores == sorted(scores, reverse=True)


@given(evidence, unit, unit)
def test_more_evidence_never_hurts(weak: Evidence, dense: float, words: float) -> None:
    strong = Evidence(max(weak.dense, dense), max(weak.words, words), weak.name)
    ranking = dict(fuse({"guide/a": weak, "guide/b": strong}))
    assert ranking["guide/b"] >= ranking["guide/a"] - 1e-12


def test_a_card_named_in_full_comes_first() -> None:
    ranking = fuse({"guide/a": Evidence(0.8, 0.4), "card/b": Evidence(0.3, 0.3, 1.0)})
    assert ranking[0][0] == "card/b"


def test_without_a_name_the_guide_comes_before_an_equal_card() -> None:
    assert fuse({"guide/a": Evidence(0.5, 0.5), "card/b": Evidence(0.5, 0.5)})[0][0] == "guide/a"


def test_nothing_found() -> None:
    assert fuse({}) == []


def test_a_card_hardly_named_is_as_good_as_not_named() -> None:
    """With all else equal the section comes first until the name outweighs what cards stand back by."""
    places = [
        [i for i, _ in fuse({"guide/a": Evidence(0.5, 0.5), "card/b": Evidence(0.5, 0.5, name)})].index("card/b")
        for name in (0.0, 0.2, 0.4, 0.8, 1.0)
    ]
    assert places == sorted(places, reverse=True)
    assert (places[1], places[-1]) == (1, 0)
