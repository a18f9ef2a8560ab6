"""Training the project's own embedding model: `python -m advisor.training --help`. Nothing here runs in the app."""
