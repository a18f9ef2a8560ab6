"""Figures with a unit: money, lengths, volumes, speeds."""
