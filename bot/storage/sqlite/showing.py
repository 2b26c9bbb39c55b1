"""All that is kept about somebody, table by table, as the registry of personal tables says."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any, Final

from bot.domain.rights import Kept
from bot.storage.sqlite.personal import PERSONAL, Personal
from bot.storage.sqlite.values import moment

if TYPE_CHECKING:
    from bot.storage.sqlite.session import Session
    from bot.storage.sqlite.whose import Whose

_COLUMNS = "SELECT name FROM pragma_table_info(?, ?)"
_ENTRIES = "SELECT coalesce(sum(length(pseudonyms)), 0) / 8 FROM graph.archive WHERE person = ?"
MOMENTS: Final = frozenset({"at", "since", "due"})
"""Columns that hold a moment, beside those whose name ends with `_at`."""


def kept(session: Session, whose: Whose) -> Kept:
    """See `ports.Rights.kept`. Lists are there with the number of their entries: those are pseudonyms of others."""
    tables = {entry.table: rows for entry in PERSONAL if (rows := _rows(session, entry, whose))}
    (entries,) = session.execute(_ENTRIES, (whose.person,)).fetchone()
    return Kept(tables, int(entries))


def shown_columns(session: Session, entry: Personal) -> list[str]:
    """The columns of a table that an export shows."""
    schema, _, name = entry.table.rpartition(".")
    return [name for (name,) in session.execute(_COLUMNS, (name, schema or "main")) if name not in entry.hidden]


def _rows(session: Session, entry: Personal, whose: Whose) -> list[dict[str, Any]]:
    columns = shown_columns(session, entry)
    if not columns:
        return []
    sql = f"SELECT {', '.join(columns)} FROM {entry.table} WHERE {entry.of}"  # noqa: S608
    return [
        {column: _plain(column, value) for column, value in zip(columns, row, strict=True)}
        for row in session.execute(sql, whose.values)
    ]


def _plain(column: str, value: Any) -> Any:
    """As JSON has it: moments as dates, JSON as itself, bytes as base64."""
    if isinstance(value, int) and (column in MOMENTS or column.endswith("_at")):
        return moment(value).isoformat() if 0 < value < 2**60 else value
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, str) and value.startswith("{"):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
