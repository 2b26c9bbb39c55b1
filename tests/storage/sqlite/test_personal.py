"""The list of personal tables is that of the schema."""

from __future__ import annotations

from bot.storage.sqlite.personal import IMPERSONAL, PERSONAL
from bot.storage.sqlite.session import Session

_TABLES = "SELECT name FROM {}.sqlite_schema WHERE type = 'table'"


def tables(session: Session) -> set[str]:
    main = {name for (name,) in session.execute(_TABLES.format("main"))}
    return main | {f"graph.{name}" for (name,) in session.execute(_TABLES.format("graph"))}


def test_every_table_is_listed_as_personal_or_not(session: Session) -> None:
    listed = {entry.table for entry in PERSONAL} | IMPERSONAL.keys()
    there = tables(session)
    assert there - listed == set(), "say in bot/storage/sqlite/personal.py whose rows these are"
    assert listed - there == set(), "no such table"


def test_what_is_hidden_are_columns_of_the_table(session: Session) -> None:
    for entry in PERSONAL:
        columns = {row[0] for row in session.execute("SELECT name FROM pragma_table_info(?, ?)", _place(entry.table))}
        assert set(entry.hidden) <= columns, entry.table


def test_each_condition_finds_nobody_in_an_empty_database(session: Session) -> None:
    values = {"person": 1, "accounts": "[1]", "ids": '["did:plc:ann"]', "x_id": 1, "x_handle": "ann"}
    for entry in PERSONAL:
        assert session.execute(f"SELECT count(*) FROM {entry.table} WHERE {entry.of}", values).fetchone() == (0,)


def test_those_that_refer_to_others_come_first() -> None:
    order = [entry.table for entry in PERSONAL]
    assert order[-2:] == ["account", "person"]


def _place(table: str) -> tuple[str, str]:
    schema, _, name = table.rpartition(".")
    return name, schema or "main"
