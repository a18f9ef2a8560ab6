"""The Streamlit page. Start it with `make run`, or `python -m advisor serve`."""

from advisor.ui.page import page

page()
