"""Imports without files, and the whole registry as it can be compared."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.actions.register import Portion, apply_imports
from bot.domain.accounts import Account
from bot.domain.registry import ListsRow, PersonRow, completed
from bot.storage import open_store
from bot.storage.sqlite import derived
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW
from tests.storage.indexed import indexed


def shared_database(factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A database and its key for many tests, each in a transaction that is never kept."""
    folder = factory.mktemp("registry")
    database, key = folder / "quittex.db", folder / "key"

    async def make() -> None:
        await (await open_store(database, key, role="command")).close()

    asyncio.run(make())
    return database, key


def never_enough() -> bool:
    return False


def person(x_id: int, *accounts: Account, level: int = 4, line: int = 1, **more: Any) -> PersonRow:
    return completed(PersonRow(line, x_id, accounts=accounts, levels=(None,) * len(accounts), **more), level, 5, {})


def bring(tx: SqliteTransaction, *rows: PersonRow | ListsRow, source: str = "s") -> int:
    batch = tx.imports.begin(source, NOW)
    tx.imports.stage(batch, rows)
    tx.imports.seal(batch, 0)
    given = apply_imports(tx, NOW, Portion(3, 4), never_enough)
    while given:
        given = apply_imports(tx, NOW, Portion(3, 4), never_enough, given)
    return batch


def take_back(tx: SqliteTransaction, batch: int) -> None:
    while tx.imports.undo(batch, never_enough):
        pass


def everything(tx: SqliteTransaction) -> dict[str, list[Any]]:
    """All that matters, without the numbers rows happen to have; the counts agree with a recount."""
    tx.session.flush()
    queries = {
        "people": "SELECT x_id, x_handle, language, edges, here, reunited FROM person",
        "links": """SELECT p.x_id, a.platform, a.stable_id, a.handle, a.url, a.local_id, a.local_host, a.level, a.source
                    FROM account a LEFT JOIN person p ON p.id = a.person""",
        "consents": "SELECT p.x_id, c.purpose, c.value, c.batch FROM consent c JOIN person p ON p.id = c.person",
        "lists": """SELECT p.x_id, l.direction, l.source, l.pseudonyms FROM graph.archive l
                    JOIN person p ON p.id = l.person""",
        "matches": """SELECT a.x_id, b.x_id, m.support & 3 FROM graph.match m JOIN person a ON a.id = m.person
                      JOIN person b ON b.id = m.other WHERE m.support & 3""",
        "counts": "SELECT name, value FROM tally WHERE value <> 0",
    }
    found = {name: sorted(tx.session.execute(sql).fetchall(), key=repr) for name, sql in queries.items()}
    numbers = dict(tx.session.execute("SELECT id, x_id FROM person").fetchall())
    found["edges"] = sorted((numbers[who >> 1], who & 1, target) for target, who in indexed(tx.session))
    rows = tx.session.execute("SELECT person, other, support FROM graph.match").fetchall()
    assert {(b, a, _seen_from_there(support)) for a, b, support in rows} == set(rows)
    assert dict(found["counts"]) == {name: value for name, value in derived.recount(tx.session).items() if value}
    return found


def _seen_from_there(support: int) -> int:
    return (support & 1) << 3 | (support & 2) << 1 | (support & 4) >> 1 | (support & 8) >> 3
