"""Bringing prices, limits, status and new models up to date from public lists, trusting none of them."""
