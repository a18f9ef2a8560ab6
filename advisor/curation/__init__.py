"""Assembles cards from raw copies of public sources, for people who maintain the catalogue."""
