"""Closed classes of words that several extractors go by, in both languages."""

from __future__ import annotations

from advisor.understand.words.text import wordset

ARTICLES = wordset("a an el la las los the un una")
THOSE = wordset("those these them esos estos ellos esas estas ellas")
MINE = wordset("mi mis my our nuestra nuestro")
ANYBODY = wordset("alguien anybody anyone somebody someone")
MODELS = wordset("model models modelo modelos llm llms ia ai")
TOWARDS = wordset("a con for por to with")
"""Before what one thing is changed for, or set against."""
MEANT_FOR = wordset("for para pa in en into to")
"""Before what a thing is to serve."""
IN_A_ROW = wordset(", and or & / + > → y o")
"""Between things told in a row."""
MACHINES = ("laptop", "desktop", "server", "phone", "mac")
"""The sorts of machine that are told of without a name: values of the phrases of kind "machine"."""
