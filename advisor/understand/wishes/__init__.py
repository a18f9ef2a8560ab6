"""Priorities, languages and yes-or-no wishes."""
