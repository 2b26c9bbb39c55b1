"""Small values about the database itself."""

from bot.storage.sqlite.transaction import SqliteTransaction


def test_meta_is_kept_and_replaced(tx: SqliteTransaction) -> None:
    assert tx.get_meta("heartbeat") is None
    tx.set_meta("heartbeat", "1")
    tx.set_meta("heartbeat", "\ud800")
    assert tx.get_meta("heartbeat") == "?"
