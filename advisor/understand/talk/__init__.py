"""Turns that lean on the talk so far: corrections, retractions, what was only supposed."""
