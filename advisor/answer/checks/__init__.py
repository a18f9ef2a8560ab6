"""Each check holds one kind of claim against the evidence and says what is wrong, or nothing."""
