"""Text in; language, intent and changes to the needs out."""
