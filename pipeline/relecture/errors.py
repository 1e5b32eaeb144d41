"""The errors relecture raises on purpose.

RelectureError
├── InputError            a source cannot be read, or is not what it claims to be
│   ├── DecodingError     the bytes are not text in any encoding we try
│   └── UnsupportedFormatError no reader for this kind of file
├── ConfigurationError    a settings file or option is wrong
├── ModelError            the French model is missing or of the wrong version
└── OutputError           results cannot be written: full disk, read-only folder, another run at work
"""

from __future__ import annotations


class RelectureError(Exception):
    """Base of every error meant for the user; its text is one clear sentence."""


class InputError(RelectureError):
    """A source cannot be read; ``path`` names it and ``cause`` says why."""

    def __init__(self, path: str, cause: str) -> None:
        super().__init__(f"{path}: {cause}")
        self.path = path
        self.cause = cause


class DecodingError(InputError):
    """The bytes are not text in any encoding we try."""


class UnsupportedFormatError(InputError):
    """No reader for this kind of file."""


class ConfigurationError(RelectureError):
    """A settings file or an option is wrong."""


class ModelError(RelectureError):
    """The French model is missing or of the wrong version."""


class OutputError(RelectureError):
    """Results cannot be written: full disk, read-only folder, another run at work."""
