"""Index work, one transaction after the other, as small as they can be."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from random import Random

import pytest

from bot.storage.sqlite import steps
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.steps import Work
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW

X_IDS = range(1, 30)
"""The world; the registered people of `people` are the first of it."""


def pieces(session: Session, work: Work) -> Iterator[int]:
    """Each transaction's number, after it."""
    number = count(1)
    for step in work:
        more = True
        while more:
            more = step(session.connection, lambda: True)
            session.forget_epochs()
            yield next(number)


def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two rows are a transaction."""
    monkeypatch.setattr(steps, "ROWS_AT_ONCE", 2)


def people(tx: SqliteTransaction, number: int = 5) -> list[int]:
    """Registered, with the X ids from 1 on."""
    return [tx.people.register(x_id, "", "", NOW).id for x_id in range(1, number + 1)]


def brings(tx: SqliteTransaction, person: int, chance: Random) -> None:
    """Somebody's list comes, changes or goes."""
    direction, source = chance.randint(0, 1), chance.choice("st")
    if chance.random() < 0.2:
        tx.graph.drop_list(person, direction, source)
    else:
        tx.graph.replace_list(person, direction, source, chance.sample(X_IDS, chance.randint(0, 8)), NOW)
