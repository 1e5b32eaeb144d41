"""Reading: bytes of a format become a `Text`. One module a format."""
