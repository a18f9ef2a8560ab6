"""The trained senses: uses, intents, and whether anything is asked for at all."""
