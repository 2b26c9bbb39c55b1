"""Slots: the newest first, each announcement and network by itself."""

from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW


def test_slots_of_others_are_not_ours(tx: SqliteTransaction) -> None:
    tx.slots.take("weekly", "2026-11-16T09:00", "bluesky", "posted", NOW)
    assert tx.slots.taken("weekly", "piaille") == []
    assert tx.slots.taken("daily", "bluesky") == []
    assert tx.slots.take("daily", "2026-11-16T09:00", "bluesky", "posted", NOW)
