"""Hardware: which there is, whose it is, how much memory it has, and where the model is to run."""
