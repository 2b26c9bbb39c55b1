"""A long JSON list, read in blocks of whole entries, so that neither the file nor its objects are ever held at once.

A block is cut before the last entry that begins in it, found by the key all entries begin with. When that guess is
wrong, as strings and nested objects can make it, what was cut off does not parse, and the place is found sign by sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from bot.archives.x_archive.inflate import PIECE_BYTES
from bot.archives.x_archive.limits import DEPTH, ENTRY_BYTES
from bot.errors import InputError

T = TypeVar("T")

_SPACE = b" \t\r\n"
_SIGNS = re.compile(rb'"(?:[^"\\]++|\\.)*+"|["\[\]{},]', re.DOTALL)
_OPEN, _CLOSED, _COMMA, _QUOTE = b"["[0], b"]"[0], b","[0], b'"'[0]
_LOOK_BACK = 256
"""How much space may stand between an entry's key and the comma before it for the guess to be tried."""


class Blocks(Generic[T]):
    """The entries of one file.

    `decode` reads a whole JSON list at once, and gives None if it cannot; `one` then reads its entries one by one, and
    its InputError says what is wrong with the one that is. `count` is how many entries were read so far.
    """

    def __init__(
        self, name: str, key: str, decode: Callable[[memoryview], Sequence[T] | None], one: Callable[[bytes], T]
    ) -> None:
        self.name = name
        self.count = 0
        self._key = f'"{key}"'.encode()
        self._decode = decode
        self._one = one
        # The list as it is read: its bracket, then the entries not yet given. It grows as it must: most are short.
        self._buffer = bytearray()
        self._end = 0

    def read(self, pieces: Iterator[bytes]) -> Iterator[Sequence[T]]:
        """What the entries give, some hundreds at a time. InputError names the entry, counted from 1, that is wrong."""
        self._begin(pieces)
        for piece in pieces:
            self._append(piece)
            if self._end >= PIECE_BYTES:
                yield from self._cut(pieces)
        self._end = len(bytes(self._buffer[: self._end]).rstrip(_SPACE + b";"))
        if self._end < 2 or self._buffer[self._end - 1] != _CLOSED:
            why = "something follows its list" if self._exact()[1] else "cut short: its list does not end"
            raise InputError(f"{self.name}: {why}")
        values = self._decoded(self._end)
        if self.count and not values:
            raise InputError(f"{self._here(1)}: missing after a comma")
        yield self._counted(values)

    def _begin(self, pieces: Iterator[bytes]) -> None:
        for piece in pieces:
            self._append(piece)
            text = bytes(self._buffer[: self._end]).lstrip(_SPACE)
            if text:
                if text[0] != _OPEN:
                    raise InputError(f"{self.name}: not a list")
                self._buffer[: len(text)] = text
                self._end = len(text)
                return
            self._end = 0
        raise InputError(f"{self.name}: cut short: nothing behind its first line")

    def _append(self, piece: bytes) -> None:
        end = self._end + len(piece)
        if end > len(self._buffer):
            self._buffer.extend(bytes(end - len(self._buffer)))
        self._buffer[self._end : end] = piece
        self._end = end

    def _cut(self, pieces: Iterator[bytes]) -> Iterator[Sequence[T]]:
        """Give the whole entries there are, keep the rest."""
        guess = self._guess()
        values = self._try(guess) if guess else None
        if values is None:
            guess, closed = self._exact()
            if closed:
                self._drain(pieces, closed)
                return
            if not guess:
                if self._end > ENTRY_BYTES:
                    raise InputError(f"{self._here(1)}: longer than {ENTRY_BYTES} bytes")
                return
            values = self._try(guess)
        if values is None:
            values = self._each(guess)
        yield self._counted(values)
        rest = self._end - guess
        self._buffer[1:rest] = self._buffer[guess + 1 : self._end]
        self._end = rest

    def _guess(self) -> int:
        """Where the comma before the last entry probably is, 0 if nowhere."""
        at = self._buffer.rfind(self._key, 1, self._end)
        if at < 0:
            return 0
        before = bytes(self._buffer[max(1, at - _LOOK_BACK) : at])
        opened = before.rstrip(_SPACE)
        comma = opened[:-1].rstrip(_SPACE)
        return at - len(before) + len(comma) - 1 if opened[-1:] == b"{" and comma[-1:] == b"," else 0

    def _try(self, comma: int) -> Sequence[T] | None:
        """What is before a comma, read as a list of its own."""
        self._buffer[comma] = _CLOSED
        with memoryview(self._buffer) as whole, whole[: comma + 1] as text:
            values = self._decode(text)
        self._buffer[comma] = _COMMA
        return values

    def _decoded(self, end: int) -> Sequence[T]:
        with memoryview(self._buffer) as whole, whole[:end] as text:
            values = self._decode(text)
        return self._each(end - 1) if values is None else values

    def _exact(self) -> tuple[int, int]:
        """The last comma between two entries and the end of the list, 0 where there is none."""
        comma = depth = 0
        for found in _SIGNS.finditer(self._buffer, 1, self._end):
            sign = self._buffer[found.start()]
            if sign == _QUOTE and found.end() - found.start() == 1:
                break  # a string that ends in the next block
            depth += (sign in b"[{") - (sign in b"]}")
            if depth > DEPTH:
                raise InputError(f"{self.name}: nested too deeply")
            if depth < 0:
                return comma, found.end()
            if not depth and sign == _COMMA:
                comma = found.start()
        return comma, 0

    def _drain(self, pieces: Iterator[bytes], closed: int) -> None:
        """Nothing but space may follow the end of the list, however much of it."""
        after = bytes(self._buffer[closed : self._end])
        while after is not None:
            if after.strip(_SPACE + b";"):
                raise InputError(f"{self.name}: something follows its list")
            self._end = closed
            after = next(pieces, None)  # type: ignore[assignment]

    def _each(self, end: int) -> list[T]:
        """The entries before `end`, one by one."""
        values: list[T] = []
        start = 1
        text = bytes(self._buffer[:end]) + b","
        depth = 0
        for found in _SIGNS.finditer(text, 1):
            sign = text[found.start()]
            if sign == _QUOTE and found.end() - found.start() == 1:
                break  # a string without an end
            depth += (sign in b"[{") - (sign in b"]}")
            if depth > DEPTH:
                raise InputError(f"{self._here(len(values) + 1)}: nested too deeply")
            if depth < 0:
                raise InputError(f"{self.name}: something follows its list")
            if not depth and sign == _COMMA:
                values.append(self._one_of(text[start : found.start()], len(values) + 1))
                start = found.end()
        if start < len(text):
            raise InputError(f"{self._here(len(values) + 1)}: cut short or broken")
        return values

    def _one_of(self, text: bytes, number: int) -> T:
        try:
            return self._one(text)
        except InputError as fault:
            raise InputError(f"{self._here(number)}: {fault}") from None

    def _here(self, number: int) -> str:
        return f"{self.name}: entry {self.count + number}"

    def _counted(self, values: Sequence[T]) -> Sequence[T]:
        self.count += len(values)
        return values
