"""One's own machine: as the place where the model is to run, and as where one merely works."""

from __future__ import annotations

import pytest

from advisor.domain.needs import Dialogue
from advisor.understand.apply import after
from advisor.understand.reader import Reader


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("algo para mi pc", True),
        ("something for my pc", True),
        ("uno para mi portátil viejo", True),
        ("anything for my old laptop to practise English", True),
        ("need something para mi pc que me ayude con los essays", True),
        ("una app para mi pc", None),
        ("my pc broke", None),
        ("I work on my laptop all day", None),
        ("trabajo todo el día en el portátil y quiero algo que me resuma correos", None),
        ("busco una funda para mi portátil", None),
    ],
)
def test_where_it_is_to_run(reader: Reader, text: str, local: bool | None) -> None:
    assert after(Dialogue(), reader.read(text, Dialogue())).needs.flag("local") is local
