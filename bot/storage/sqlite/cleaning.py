"""Clean files after erasures: nothing that was deleted is left in them, byte by byte.

What is deleted is overwritten (`secure_delete`). But SQLite moves rows between pages as a table grows, and leaves
copies behind in bytes of a page that nothing uses: those it does not overwrite (measured: 13 copies left of 1,072).
Only writing the file anew takes them away. That is done once for all erasures of a moment, on the writer's own thread.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Final

from bot.storage.sqlite import engine

log = logging.getLogger(__name__)

LARGEST: Final = {"main": 2**29, "graph": 2**29}
"""Bytes. A file is written anew in memory first, and nobody writes meanwhile."""

_WAITS = "SELECT 1 FROM main.erasure WHERE names = '' LIMIT 1"
_DONE = "DELETE FROM main.erasure WHERE names = ''"


def waits(connection: engine.Connection) -> bool:
    """Whether an erasure is done but for this."""
    return connection.execute(_WAITS).fetchone() is not None


def clean(connection: engine.Connection, path: Path) -> None:
    """Write both files anew, and remove copies from before a migration: they hold everybody. Outside a transaction."""
    if not waits(connection):
        return
    drop_copies(path)
    for schema, largest in LARGEST.items():
        if _size(connection, schema) > largest:
            log.warning("%s is too large to be written anew: deleted bytes may stay until they are used again", schema)
        else:
            connection.execute(f"VACUUM {schema}")
    connection.execute(_DONE)


def drop_copies(path: Path, before: float | None = None) -> int:
    """Remove copies made before migrations, of both files; those older than that moment (Unix) if given; how many."""
    found = [copy for file in (path, engine.graph_path(path)) for copy in file.parent.glob(f"{file.name}.before-*")]
    old = [copy for copy in found if before is None or copy.stat().st_mtime < before]
    for copy in old:
        copy.unlink(missing_ok=True)
    return len(old)


def _size(connection: engine.Connection, schema: str) -> int:
    (pages,) = connection.execute(f"PRAGMA {schema}.page_count").fetchone()
    (bytes_,) = connection.execute(f"PRAGMA {schema}.page_size").fetchone()
    return int(pages) * int(bytes_)
