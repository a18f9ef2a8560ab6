"""What a sentence claims: names, figures, comparisons, traits and citations, read without knowing whether they are true."""
