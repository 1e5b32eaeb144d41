"""Batches: finding articles in folders, and writing their annotations without losing any."""
