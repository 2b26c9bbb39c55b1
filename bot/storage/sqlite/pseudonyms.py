"""Keyed pseudonyms of X ids: a permutation of the numbers below 2**63, so that no two ids ever share one.

An unbalanced Feistel network (32 + 31 bits) of six rounds over AES-256, a whole array at a time. A second key is
applied on top of the first, and so on: an *epoch* is how many keys were, and any pseudonym can be moved to any epoch.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from bot.errors import InputError
from bot.storage.sqlite.keys import check_of

Numbers = NDArray[np.int64]
"""Pseudonyms; in a list, sorted and each once."""

ROUNDS = 6
_RIGHT_BITS = 31
_MASKS = (0xFFFFFFFF, 0x7FFFFFFF)  # of the half that an even and an odd round changes
_AT_ONCE = 1 << 15  # ids in one go: their blocks stay in the processor's cache
_BLOCK = struct.Struct("<IIQ")

_Cipher = Callable[[bytes], bytes]
_Halves = NDArray[np.uint32]


class Pseudonyms:
    """The keys at work: the epoch is their number.

    `cut` is for databases from before the permutation: there the first step is AES of the id, cut to 63 bits.
    """

    def __init__(self, keys: Sequence[bytes], *, cut: bool = False) -> None:
        self._keys = tuple(keys)
        self.cut = cut
        self.epoch = len(self._keys)
        self.check = check_of(self._keys)

    def of(self, x_ids: Iterable[int]) -> Numbers:
        """The pseudonym of each X id, in order. InputError for a number that is none (0 <= id < 2**63)."""
        return self.at(x_ids, self.epoch)

    def at(self, x_ids: Iterable[int], epoch: int) -> Numbers:
        """The same, as of an earlier epoch."""
        ids = _numbers(x_ids)
        return self.move(_cut(self._ciphers[0], ids) if self.cut else _forth(self._ciphers[0], ids), 1, epoch)

    def one(self, x_id: int) -> int:
        """The pseudonym of one X id: eight times as fast as an array of one."""
        if self.cut:
            return int(self.of((x_id,))[0])
        for cipher in self._ciphers:
            x_id = _one(cipher, x_id)
        return x_id

    def began_with(self, epoch: int, check: str) -> bool:
        """Whether the first so many keys are those of that check."""
        return epoch <= self.epoch and check_of(self._keys[:epoch]) == check

    def lift(self, pseudonyms: Numbers, since: int) -> Numbers:
        """Pseudonyms of the epoch `since` as they are now, in the same order."""
        return self.move(pseudonyms, since, self.epoch)

    def move(self, pseudonyms: Numbers, since: int, until: int) -> Numbers:
        """Pseudonyms of one epoch as those of another, earlier or later; in the same order."""
        for cipher in self._ciphers[since:until]:
            pseudonyms = _forth(cipher, pseudonyms)
        for cipher in reversed(self._ciphers[until:since]):
            pseudonyms = _back(cipher, pseudonyms)
        return pseudonyms

    def listed(self, blob: bytes, since: int) -> Numbers:
        """A kept list as of now, sorted."""
        if since == self.epoch:
            return unpack(blob)
        return np.sort(self.lift(unpack(blob), since))

    @cached_property
    def _ciphers(self) -> tuple[_Cipher, ...]:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

        # Blocks are inputs of a round function, never data: nothing that ECB shows is written anywhere.
        return tuple(Cipher(algorithms.AES(key), modes.ECB()).encryptor().update for key in self._keys)  # noqa: S305


def pack(pseudonyms: Numbers | Sequence[int]) -> memoryview:
    """Pseudonyms as they are kept: little-endian 64-bit integers; a list of a million is not copied for it."""
    return np.ascontiguousarray(pseudonyms, "<i8").view(np.uint8).data


def unpack(blob: bytes) -> Numbers:
    """The other way round; not to be written to."""
    return np.frombuffer(blob, "<i8").astype(np.int64, copy=False)


def _numbers(x_ids: Iterable[int]) -> Numbers:
    """X ids as an array, without a Python number each where they come as one."""
    try:
        if isinstance(x_ids, np.ndarray | array):
            ids = np.asarray(x_ids).astype(np.uint64, copy=False)
        else:
            ids = np.fromiter(x_ids, np.uint64)
    except OverflowError:
        raise InputError("an X id is a number from 0 to 2^63-1") from None
    if len(ids) and int(ids.max()) >> 63:
        raise InputError("an X id is a number from 0 to 2^63-1")
    return ids.view(np.int64)


def _forth(cipher: _Cipher, numbers: Numbers) -> Numbers:
    return _through(cipher, numbers, range(ROUNDS))


def _back(cipher: _Cipher, numbers: Numbers) -> Numbers:
    return _through(cipher, numbers, reversed(range(ROUNDS)))


def _through(cipher: _Cipher, numbers: Numbers, rounds: Iterable[int]) -> Numbers:
    order, found = tuple(rounds), np.empty_like(numbers)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        halves = [(some >> _RIGHT_BITS).astype(np.uint32), (some & _MASKS[1]).astype(np.uint32)]
        blocks = np.zeros((len(some), 4), "<u4")
        for number in order:
            changed = number % 2
            blocks[:, 0], blocks[:, 1] = halves[1 - changed], number
            secret = np.frombuffer(cipher(blocks.tobytes()), "<u4")[::4]
            halves[changed] ^= secret & np.uint32(_MASKS[changed])
        found[start : start + _AT_ONCE] = halves[0].astype(np.int64) << _RIGHT_BITS | halves[1]
    return found


def _one(cipher: _Cipher, number: int) -> int:
    halves = [number >> _RIGHT_BITS, number & _MASKS[1]]
    for round_ in range(ROUNDS):
        changed = round_ % 2
        secret = cipher(_BLOCK.pack(halves[1 - changed], round_, 0))
        halves[changed] ^= int.from_bytes(secret[:4], "little") & _MASKS[changed]
    return halves[0] << _RIGHT_BITS | halves[1]


def _cut(cipher: _Cipher, ids: Numbers) -> Numbers:
    found = np.empty_like(ids)
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        blocks = np.zeros((len(some), 2), "<u8")
        blocks[:, 0] = some
        found[start : start + _AT_ONCE] = np.frombuffer(cipher(blocks.tobytes()), "<u8")[::2] >> np.uint64(1)
    return found
