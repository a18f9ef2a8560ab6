"""Languages by name, in both languages."""

from __future__ import annotations

import pytest

from advisor.domain.language_names import language_name


@pytest.mark.parametrize(
    ("code", "spanish", "english"),
    [
        ("ca", "catalán", "Catalan"),
        ("eu", "euskera", "Basque"),
        ("tl", "tagalo", "Tagalog"),
        ("pt-br", "portugués (Brasil)", "Portuguese (Brazil)"),
        ("xx-no", "xx-no", "xx-no"),
        ("zz", "zz", "zz"),
    ],
)
def test_a_code_becomes_a_name(code: str, spanish: str, english: str) -> None:
    assert (language_name(code, "es"), language_name(code, "en")) == (spanish, english)
