"""What an X archive may make us read and hold; real ones are far below in all of it but their number of entries."""

from __future__ import annotations

from collections.abc import Iterable

from bot.errors import InputError

UNPACKED_BYTES = 1_000_000_000
"""All members we read together: six million follows at 150 bytes each. Media is never read and has no limit."""

RATIO = 100
"""Unpacked to packed bytes of a member we read; X's own lists pack 11:1."""

ENTRIES = 1_000_000
"""Of a zip or a folder: real archives have tens of thousands, nearly all of it media."""

DIRECTORY_BYTES = 256_000_000
"""A zip's central directory: 1,000,000 entries with names of 200 letters."""

LIST_ENTRIES = 20_000_000
"""Of one list, all parts together: they take 160 MB. UNPACKED_BYTES hold a third of it as X writes them."""

ENTRY_BYTES = 1_000_000
"""One entry of a list: X writes 150 bytes."""

DEPTH = 32
"""How deeply an entry may be nested; a tweet of X is 8 deep."""

SMALL_BYTES = 1_000_000
"""account.js and profile.js: X writes a kilobyte."""

MANIFEST_BYTES = 16_000_000
"""manifest.js: X writes some thirty kilobytes, more when lists have many parts."""

LZMA_DICTIONARY_BYTES = 64 * 1024 * 1024
"""What unpacking LZMA may hold at once: the most that usual packers ask for."""


def check_ratio(name: str, unpacked: int, packed: int) -> None:
    """InputError if a member would unpack to too much for its packed size."""
    if unpacked > RATIO * max(packed, 1):
        raise InputError(f"{name}: unpacks to more than {RATIO} times its size: not an archive of X")


def check_total(sizes: Iterable[int]) -> None:
    """InputError if the members that are read unpack to too much together."""
    if sum(sizes) > UNPACKED_BYTES:
        raise InputError(f"its lists unpack to more than {UNPACKED_BYTES // 10**9} GB: not an archive of X")
