"""Which provider to take is answered by what the cards price, before any model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from advisor.conversation.deps import Deps
from advisor.conversation.hosts import asked_providers

Ask = Callable[[str], dict[str, Any]]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Which provider do you recommend to run open models?", "By the prices on my cards"),
        ("¿Qué proveedor me recomiendas para usar modelos abiertos?", "Por los precios de mis fichas"),
    ],
)
def test_providers_are_told_first(ask: Ask, text: str, told: str) -> None:
    assert ask(text)["answer"].startswith(told)


def test_counts_are_those_of_the_cards(deps: Deps) -> None:
    found = asked_providers("which provider is best?", deps.hosts, deps.catalogue)
    assert found
    name, count, least = found[0]
    priced = [
        c for c in deps.catalogue if any(f.provider == name and f.variant is None for f in c.all("price_in_usd_per_m"))
    ]
    assert count == len(priced)
    assert 0 < least <= count


@pytest.mark.parametrize(
    "text", ["my provider raised prices", "mi proveedor ha subido los precios", "best model for coding"]
)
def test_a_provider_in_passing_is_not_asked_for(deps: Deps, text: str) -> None:
    assert asked_providers(text, deps.hosts, deps.catalogue) == ()
