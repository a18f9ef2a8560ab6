"""Wishes that no model meets, and machines that need not be any better: told where they are spoken of, and only there."""

from __future__ import annotations

import pytest

from advisor.scoring.unrecorded import missing, unrecorded


@pytest.mark.parametrize(
    "text",
    [
        "que no se equivoque nunca",
        "tiene que ser cien por cien fiable",
        "una IA infalible, sin fallos nunca",
        "que jamás se invente un dato",
        "it has to be 100% accurate",
        "one that never makes a mistake",
        "zero hallucinations, please",
        "quiero una AGI",
        "something with real consciousness",
    ],
)
def test_what_no_model_can_do_is_said(text: str) -> None:
    assert missing(text)


@pytest.mark.parametrize(
    "text",
    [
        "que se equivoque poco",
        "que no tenga errores de ortografía",
        "no error handling code, just the function",
        "analizar sentimientos de reseñas",
        "few mistakes would be nice",
        "el servicio es 100% gratis",
        "aquí el wifi nunca falla",
    ],
)
def test_what_can_be_had_is_no_such_wish(text: str) -> None:
    assert not missing(text)


@pytest.mark.parametrize(
    "text",
    ["en clase hay tabletas", "un ordenador normal de hace dos años", "mi pc es muy viejo", "an old laptop", "our computers are slow"],
)  # fmt: skip
def test_by_a_service_any_machine_will_do(text: str) -> None:
    assert any("navegador" in told.es and "browser" in told.en for told in unrecorded(text, at_home=False))
    assert not any("navegador" in told.es for told in unrecorded(text, at_home=True))


@pytest.mark.parametrize("text", ["old documents on my computer", "una tienda de ordenadores", "informes antiguos"])
def test_other_old_things_are_no_machine(text: str) -> None:
    assert not unrecorded(text, at_home=False)


@pytest.mark.parametrize("text", ["two Mac Studios with 64 GB", "tengo dos mac mini", "three old PCs", "varios ordenadores en red"])  # fmt: skip
def test_the_memory_of_several_machines_does_not_add_up_by_itself(text: str) -> None:
    assert any("no se suma" in told.es and "does not add up" in told.en for told in unrecorded(text, at_home=True))
    assert not any("no se suma" in told.es for told in unrecorded("dos 3090 en un ordenador", at_home=True))
