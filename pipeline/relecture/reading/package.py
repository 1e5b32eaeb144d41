"""ZIP archives opened with bounds: office files are such archives, and so are folders of articles sent whole.

Nothing is ever written to disk, so a hostile name can do no harm; it is refused all the same.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from relecture.errors import InputError
from relecture.reading.limits import (
    MAX_DIRECTORY_BYTES,
    MAX_MEMBERS,
    MAX_RATIO,
    MAX_UNPACKED_BYTES,
    RATIO_FROM_BYTES,
)

#: End of central directory record (APPNOTE.TXT 4.3.16): signature, then the directory's size at byte 12.
_END_SIGNATURE = b"PK\x05\x06"
_END_LENGTH = 22
_LONGEST_COMMENT = 65_535
_ENCRYPTED = 0x1
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


class Package:
    """The files of an archive; refused as a whole when it is damaged, or made to explode."""

    def __init__(self, data: bytes, path: str, *, what: str = "ZIP archive") -> None:
        """Raises `InputError` naming *path*; *what* is the word for such a file in the message."""
        self._path = path
        self._what = what
        self._refuse_directory(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED:
            raise InputError(path, f"damaged or truncated: not a readable {what}") from None
        self._members = {m.filename: m for m in self._archive.infolist() if not m.is_dir()}
        self._refuse_bomb()

    @property
    def names(self) -> list[str]:
        """The names of the files, in the archive's order."""
        return list(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str, limit: int) -> bytes:
        """The bytes of the file *name*; raises `InputError` when damaged, encrypted or over *limit* bytes."""
        member = self._members.get(name)
        if member is None:
            raise InputError(self._path, f"damaged: it has no part « {name} »")
        if member.flag_bits & _ENCRYPTED:
            raise InputError(self._path, f"« {name} » is protected by a password")
        try:
            with self._archive.open(member) as file:
                data = file.read(limit + 1)
        except _DAMAGED:
            raise InputError(self._path, f"damaged: « {name} » cannot be unpacked") from None
        if len(data) > limit:
            raise InputError(self._path, f"« {name} » unpacks to more than {limit} bytes")
        return data

    def _refuse_directory(self, data: bytes) -> None:
        """The directory's size is looked at before it is loaded: a million entries cost a gigabyte."""
        end = data.rfind(_END_SIGNATURE, max(0, len(data) - _END_LENGTH - _LONGEST_COMMENT))
        if end < 0 or end + _END_LENGTH > len(data):
            raise InputError(self._path, f"damaged or truncated: not a readable {self._what}")
        (size,) = struct.unpack_from("<I", data, end + 12)
        if size > MAX_DIRECTORY_BYTES:
            raise InputError(self._path, f"refused: its directory is larger than {MAX_DIRECTORY_BYTES} bytes")

    def _refuse_bomb(self) -> None:
        if len(self._members) > MAX_MEMBERS:
            raise InputError(self._path, f"refused: {len(self._members)} files in it, {MAX_MEMBERS} at most")
        unpacked = sum(m.file_size for m in self._members.values())
        packed = sum(m.compress_size for m in self._members.values())
        if unpacked > MAX_UNPACKED_BYTES:
            raise InputError(
                self._path, f"refused: it unpacks to {unpacked} bytes, {MAX_UNPACKED_BYTES} at most"
            )
        if unpacked > RATIO_FROM_BYTES and unpacked > MAX_RATIO * max(packed, 1):
            raise InputError(self._path, f"refused: it unpacks to {unpacked // max(packed, 1)} times its size")
