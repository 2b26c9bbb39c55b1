"""What an erasure took, and what an export shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Gone:
    """What an erasure took: Accounts, lists of X, answers of ours; and the Posts to be deleted where they stand."""

    accounts: int = 0
    lists: int = 0
    posts: int = 0
    published: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept about somebody: rows by table, as an export shows them; how many entries their lists have."""

    tables: Mapping[str, list[dict[str, Any]]]
    entries: int = 0

    def count(self, table: str) -> int:
        """Rows of one table."""
        return len(self.tables.get(table, ()))

    def __bool__(self) -> bool:
        """Whether they are more to us than somebody who wrote something."""
        return any(self.count(table) for table in ("person", "account", "outbox", "graph.archive"))
