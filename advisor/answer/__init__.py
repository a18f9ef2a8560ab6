"""Evidence in; a grounded answer out, from templates or from a language model."""
