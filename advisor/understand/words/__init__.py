"""The words of a message: tokens, numbers, spelling, the lexicon's phrases, and how each word is meant."""
