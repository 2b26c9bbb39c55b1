"""The search: every form of a name or a number, in every file, wherever a part of it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.storage.sqlite import verify
from bot.storage.sqlite.verify import Needles, files_of, search

LARGE, MIDDLE = 1_234_567_890_123_456_789, 5_000_000_000


@pytest.mark.parametrize(
    "held",
    [
        b"xx did:PLC:Ann yy",
        LARGE.to_bytes(8, "big"),
        LARGE.to_bytes(8, "little"),
        MIDDLE.to_bytes(6, "big"),
        b"1234567890123456789",
    ],
)
def test_a_name_or_number_is_found_in_any_form(database: Path, held: bytes) -> None:
    database.with_name("quittex-graph.db-wal").write_bytes(b"\0" * 100 + held)
    needles = Needles(("did:plc:ann", str(LARGE)), (LARGE, MIDDLE))
    assert search(database, needles) == {"quittex-graph.db-wal": 1}
    assert search(database, Needles(("did:plc:bob",), (LARGE + 1,))) == {}


def test_what_lies_across_two_parts_is_found_once(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "CHUNK", 10)
    for offset in range(25):
        database.write_bytes(b"." * offset + b"did:plc:ann" + b"." * 30)
        assert search(database, Needles(("did:plc:ann",))) == {"quittex.db": 1}, offset


def test_every_file_of_the_database_is_searched_and_the_key_is_not(database: Path) -> None:
    names = ["quittex.db", "quittex.db-shm", "quittex.db.before-main-0001", "quittex.db.tombstones", "quittex-graph.db"]
    for name in [*names, "pseudonym.key"]:
        database.with_name(name).touch()
    parts = database.with_name("quittex-graph.db.parts")
    parts.mkdir()
    (parts / "0").touch()
    assert sorted(file.name for file in files_of(database)) == sorted([*names, "0"])


def test_a_number_of_four_bytes_is_left_to_the_rows(database: Path) -> None:
    database.write_bytes((12345).to_bytes(4, "big"))
    assert search(database, Needles((), (12345,))) == {}
