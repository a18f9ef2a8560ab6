"""Models and makers by name, and who is not wanted."""
