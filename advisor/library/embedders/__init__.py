"""Texts to vectors, behind one narrow door: `base.Embedder`."""
