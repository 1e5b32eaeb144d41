"""Relations: how the text links its figures, names and dates."""
