"""An export holds everything that is kept about somebody: compared with the rows of the database."""

from __future__ import annotations

from bot.storage.sqlite import showing, whose
from bot.storage.sqlite.personal import PERSONAL
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.rich import HERE, OTHER, X_HANDLE, X_ID, enrich

EMPTY = {"reconnected", "import_before", "graph.edge", "graph.erased"}
"""Tables that empty by themselves, or whose rows are not made by hand."""


def test_every_row_of_every_personal_table_is_shown(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    meant = whose.of_account(session, HERE, whole=False)
    kept = showing.kept(session, meant)
    for entry in PERSONAL:
        sql = f"SELECT count(*) FROM {entry.table} WHERE {entry.of}"
        (there,) = session.execute(sql, meant.values).fetchone()
        if showing.shown_columns(session, entry):
            assert kept.count(entry.table) == there, entry.table
        if entry.table not in EMPTY:
            assert there, f"{entry.table}: somebody rich has a row there: see tests/storage/rich.py"
    assert kept.entries == 2


def test_every_column_is_shown_or_hidden_by_the_registry(tx: SqliteTransaction, session: Session) -> None:
    enrich(tx)
    kept = tx.rights.kept(HERE, whole=False)
    for entry in PERSONAL:
        schema, _, name = entry.table.rpartition(".")
        sql = "SELECT name FROM pragma_table_info(?, ?)"
        columns = {column for (column,) in session.execute(sql, (name, schema or "main"))}
        for row in kept.tables.get(entry.table, ()):
            assert row.keys() | set(entry.hidden) == columns, entry.table


def test_it_is_about_them_and_nobody_else(tx: SqliteTransaction) -> None:
    enrich(tx)
    kept = tx.rights.kept(HERE, whole=False)
    assert (kept.tables["person"][0]["x_id"], kept.tables["person"][0]["x_handle"]) == (X_ID, X_HANDLE)
    assert kept.tables["person"][0]["created_at"] == "2026-11-20T09:00:00+00:00"
    assert OTHER.id not in repr(kept.tables)


def test_of_somebody_nobody_knows_nothing_is_kept(tx: SqliteTransaction) -> None:
    assert not tx.rights.kept(HERE, whole=False)
