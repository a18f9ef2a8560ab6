from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

from advisor.domain.cards import Card
from advisor.scoring.engine import Scorer
from advisor.scoring.use_cases import UseCase, parse_use_cases
from tests.scoring.cards import scorer


@pytest.fixture(scope="session")
def uses(knowledge: Path) -> Mapping[str, UseCase]:
    return parse_use_cases(yaml.safe_load((knowledge / "use_cases.yaml").read_text(encoding="utf-8")))


@pytest.fixture
def engine(uses: Mapping[str, UseCase]) -> Callable[..., Scorer]:
    def make(*cards: Card) -> Scorer:
        return scorer(cards, uses)

    return make
