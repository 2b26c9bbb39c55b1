"""How many edges everybody's lists hold, counted from the lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.storage.sqlite.session import Session

# The length of a blob is told without reading it; several sources of one list are counted as one.
_SIZES = """
SELECT person, direction, count(*), sum(length(pseudonyms)) / 8 FROM graph.archive GROUP BY person, direction
"""
_SOURCES = "SELECT epoch, pseudonyms FROM graph.archive WHERE person = ? AND direction = ?"


def edges_listed(session: Session) -> Iterator[tuple[int, int]]:
    """(Person, edges in the lists of one direction they brought), counted from the lists."""
    for person, direction, sources, edges in session.execute(_SIZES).fetchall():
        if sources > 1:
            from bot.storage.sqlite.lists import union_of

            edges = len(union_of(session, session.execute(_SOURCES, (person, direction)).fetchall()))
        yield person, edges
