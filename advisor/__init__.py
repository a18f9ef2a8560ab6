"""Advises people on choosing a generative AI model, in Spanish and English."""
