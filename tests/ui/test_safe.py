from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.ui.safe import cleaned, https, plain


@given(st.text())
def test_cleaned_text_has_no_hidden_marks_and_is_stable(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert not set(once) & set("\u202e\u202d\u200b\u200f\u2066\ufeff\x00\x1b\r")


def test_cleaning_spares_what_people_write() -> None:
    assert cleaned("¿Qué tal? 👩‍💻 español\n\tañadido") == "¿Qué tal? 👩‍💻 español\n\tañadido"


def test_labels_show_marks_as_typed() -> None:
    assert plain("GPT-4o *mini* :red[x] $5") == r"GPT\-4o \*mini\* \:red\[x\] \$5"
    assert plain("two\nlines") == "two lines"


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com", "javascript:alert(1)", "https://", "https://u:p@example.com", 'https://example.com/"x',
        "https://example.com/a b", "//example.com", "https://exa<mple.com", "data:text/html,x", "", "https://[bad",
    ],
)  # fmt: skip
def test_only_whole_https_addresses_are_linked(url: str) -> None:
    assert https(url) is None


def test_an_https_address_stays_as_it_is() -> None:
    assert https("https://example.com/a?b=1#c") == "https://example.com/a?b=1#c"
