"""A transaction that is never kept, and the people in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.storage.sqlite.transaction import SqliteTransaction
from tests.actions.trust import Trust
from tests.imported import shared_database
from tests.storage.builders import FixedClock
from tests.storage.conftest import a_session


@pytest.fixture(scope="session")
def trusted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return shared_database(tmp_path_factory)


@pytest.fixture
def trust(trusted: tuple[Path, Path]) -> Iterator[Trust]:
    with a_session(*trusted, FixedClock()) as session:
        yield Trust(SqliteTransaction(session))
