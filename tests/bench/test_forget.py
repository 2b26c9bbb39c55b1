"""`bench forget`, on a few people; a name or a number that is left is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bench import forget
from bot.bench.forget import FIRST_X, left, name
from bot.storage.sqlite import writer


def test_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(forget.SIZES, "S", (120, 4))
    monkeypatch.setattr(writer, "CLEAN_SECONDS", 0.5)
    document = forget.bench("S").document()
    assert document["forgotten"] == 4
    assert document["bytes_looked_at"] > 100_000


NUMBER = FIRST_X + 7


@pytest.mark.parametrize("held", [name(7).upper().encode(), NUMBER.to_bytes(8, "big"), NUMBER.to_bytes(8, "little")])
def test_what_is_left_is_found(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "quittex.db"
    path.write_bytes(b"abc" + held + b"defgh")
    names, numbers, _ = left(path, {7})
    assert (len(names) + numbers) == 1
    assert left(path, {8})[:2] == (set(), 0)
