"""What each sentence does: states, asks, doubts, passes on; and what of it may be read as a need."""
