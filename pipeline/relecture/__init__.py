"""relecture reads French press articles and tells which figures, names and links do not hold together."""
