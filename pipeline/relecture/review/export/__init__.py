"""The formats that other tools speak: one small module each, listed in `registry`."""
