"""However long a line is, only so much of it is held."""

import io

from bot.archives.limits import bounded_lines


def test_lines_keep_their_numbers_and_lose_their_ends() -> None:
    stream = io.BytesIO(b"one\r\ntwo\n\nfour")
    assert list(bounded_lines(stream, 10)) == [(1, b"one"), (2, b"two"), (3, b""), (4, b"four")]


def test_a_line_over_the_limit_is_named_and_the_next_one_read() -> None:
    stream = io.BytesIO(b"short\n" + b"x" * 50 + b"\nafter\n" + b"y" * 50)
    assert list(bounded_lines(stream, 10, start=7)) == [(7, b"short"), (8, None), (9, b"after"), (10, None)]


def test_no_more_than_the_limit_is_asked_for() -> None:
    class Watched(io.BytesIO):
        def __init__(self, text: bytes) -> None:
            super().__init__(text)
            self.asked: list[int | None] = []

        def readline(self, size: int | None = -1, /) -> bytes:
            self.asked.append(size)
            return super().readline(size)

    stream = Watched(b"z" * 10_000 + b"\nend\n")
    assert [line for _, line in bounded_lines(stream, 100)] == [None, b"end"]
    assert max(size or 0 for size in stream.asked) <= 102
