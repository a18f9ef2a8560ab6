"""Needs and cards in; constraints, factor scores, ranking and their explanations out."""
