from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shelf_samples import CARDS, card

from advisor.errors import KnowledgeError
from advisor.library.names import EVERYDAY_NICKNAME, EXACT, NICKNAME, PARTIAL, Names, pieces, read_nicknames
from advisor.settings import KNOWLEDGE

NAMES = Names(CARDS)


@given(
    st.sampled_from(["", " ", "-", "_"]), st.sampled_from(["", " ", "-"]), st.sampled_from([str, str.upper, str.title])
)
def test_a_name_is_found_however_it_is_written(first: str, second: str, case: object) -> None:
    written = case(f"bolt{first}2{second or ' '}mini")  # type: ignore[operator]
    found = NAMES.find(f"¿cuánto cuesta {written}?")
    assert (found[0].model, found[0].strength) == ("acme/bolt-2-mini", EXACT)


def test_the_longest_name_wins() -> None:
    assert [named.model for named in NAMES.find("bolt 2 mini") if named.strength == EXACT] == ["acme/bolt-2-mini"]
    assert [named.model for named in NAMES.find("bolt 2") if named.strength == EXACT] == ["acme/bolt-2"]


def test_numbers_are_exact() -> None:
    assert all(named.strength < EXACT for named in NAMES.find("bolt 20 o bolt 2.5"))


def test_a_name_in_part_leads_to_every_card_it_fits() -> None:
    found = {named.model: named.strength for named in NAMES.find("llama 8b")}
    assert 0 < found["globex/llama-9-8b"] <= PARTIAL


def test_a_verb_that_looks_like_a_family_is_weak() -> None:
    assert all(named.strength < PARTIAL / 2 for named in NAMES.find("¿el modelo llama a herramientas?"))


def test_short_names_are_not_put_together_from_loose_words() -> None:
    names = Names([card("openai/gpt-4o", "GPT-4o", "OpenAI", "GPT-4o", "4o")])
    assert names.find("tengo 4 o 5 modelos") == ()
    assert names.find("que tal 4o")[0].strength == EXACT


@pytest.mark.parametrize("text", ["", "   ", "?!", "hola", "8"])
def test_texts_without_a_name(text: str) -> None:
    assert NAMES.find(text) == ()


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(0 < named.strength <= EXACT for named in NAMES.find(text))


def test_pieces() -> None:
    assert pieces("Llama-3.1-8B (Instruct)") == ("llama", "3.1", "8", "b", "instruct")


def strengths(names: Names, text: str) -> dict[str, float]:
    return {named.model: named.strength for named in names.find(text)}


@pytest.mark.parametrize(
    "written", ["Blot 2 mini", "bolt 2 minni", "bollt2-mini", "bot 2 mini", "bolt2mini", "BOLT-2MINI"]
)
def test_letters_may_slip_and_join(written: str) -> None:
    found = NAMES.find(f"how much is {written} today")
    assert (found[0].model, found[0].strength) == ("acme/bolt-2-mini", EXACT)


@pytest.mark.parametrize("written", ["bolt 3 mini", "bolt 22 mini", "bolt 2.1 mini", "llama 9 9b", "llama 98b"])
def test_numbers_never_slip(written: str) -> None:
    assert all(named.strength < EXACT for named in NAMES.find(written))


@pytest.mark.parametrize("text", ["un bulto de ropa", "the bold", "colt 45", "mi perro se llama", "lama tibetano"])
def test_a_mistyped_word_alone_names_nothing(text: str) -> None:
    assert not any(named.strength > PARTIAL / 2 for named in NAMES.find(text))


def test_a_written_name_wins_over_a_mended_one() -> None:
    names = Names([card("a/claud-2", "Claud 2", "A", "Claud"), card("b/claude-2", "Claude 2", "B", "Claude")])
    assert strengths(names, "claud 2") == {"a/claud-2": EXACT}
    assert strengths(names, "cluade 2") == {"b/claude-2": EXACT}


def test_a_nickname_leads_to_its_cards_in_order() -> None:
    names = Names(
        CARDS, {"bolt": ["acme/bolt-2", "acme/bolt-2-mini", "acme/gone"], "little bolt": ["acme/bolt-2-mini"]}
    )
    found = names.find("is bolt any good?")
    assert [named.model for named in found] == ["acme/bolt-2", "acme/bolt-2-mini"]
    assert found[0].strength == NICKNAME > found[1].strength
    assert strengths(names, "the little bolt") == {"acme/bolt-2-mini": NICKNAME}
    assert strengths(names, "bolt 2")["acme/bolt-2"] == EXACT


def test_a_nickname_that_is_an_everyday_word_is_weak() -> None:
    names = Names(CARDS, {"llama": ["globex/llama-9-8b"]})
    assert strengths(names, "¿el modelo llama a herramientas?") == {"globex/llama-9-8b": EVERYDAY_NICKNAME}


def test_nicknames_are_read_and_checked(tmp_path: Path) -> None:
    assert read_nicknames(tmp_path) == {}
    assert read_nicknames(KNOWLEDGE)["kimi"][0].startswith("moonshot/")
    (tmp_path / "nicknames.yaml").write_text("bolt: 3\n")
    with pytest.raises(KnowledgeError, match="nicknames"):
        read_nicknames(tmp_path)


@pytest.mark.parametrize("text", ["does Acme store our data?", "¿Acme entrena con lo que le mando?"])
def test_who_made_a_model_alone_is_no_name(text: str) -> None:
    names = Names([card("acme/embed-3-large", "Embed 3 large", "Acme", "Acme embeddings", "acme embeddings 3")])
    assert names.find(text) == ()
    assert names.find("acme embeddings 3")[0].strength == EXACT
