"""Checks: each reads an article and yields what does not hold together, or what does."""
