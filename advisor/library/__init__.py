"""The knowledge on the shelf: cards and guide, loaded, embedded, indexed, searched, refreshed."""
