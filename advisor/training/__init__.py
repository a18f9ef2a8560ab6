"""Trains the bilingual embedder that the project ships."""
