"""What builds the corpus; never imported by the package."""
