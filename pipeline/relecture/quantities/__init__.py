"""Quantities: numbers, units, ranges and approximations, read from French prose."""
