"""What a writing process knows by heart: the keys, the registry's pseudonyms, the edges not yet in the index.

Each is made when it is first needed, belongs to the writing thread, and catches up with what other processes did.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bot.errors import WrongKey

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.known import Known, Registry
    from bot.storage.sqlite.pseudonyms import Pseudonyms
    from bot.storage.sqlite.unmerged import Runs, Unmerged

_MANY = 20_000  # people: a fiftieth of a second

_THINNED = "SELECT value FROM graph.meta WHERE key = 'thinned'"
_META = "SELECT key, value FROM graph.meta WHERE key IN ('epoch', 'edge_epoch', 'key_check', 'first_step')"


class Epochs(NamedTuple):
    """Which keys made the pseudonyms, as the graph's file says."""

    epoch: int  # so many of the key file
    edge_epoch: int  # those of `edge`
    check: str  # of the first `epoch` keys
    cut: bool  # the first step is that of databases from before the permutation


def epochs_of(connection: Connection) -> Epochs:
    """As of this transaction."""
    said = dict(connection.execute(_META).fetchall())
    return Epochs(
        int(said["epoch"]), int(said["edge_epoch"]), said.get("key_check", ""), said.get("first_step") == "cut"
    )


class Memory:
    """Handed to each Session. `mark` before work and `restore` after it failed leave nothing of it in memory."""

    def __init__(self, key_file: Path) -> None:
        self._key_file = key_file
        self._pseudonyms: Pseudonyms | None = None
        self._known: Known | None = None
        self._unmerged: Unmerged | None = None
        self._secret: bytes | None = None
        self._thinned: tuple[str] | None = None

    def pseudonyms(self, epochs: Epochs) -> Pseudonyms:
        """The keys at work, read anew when the database says that there is another.

        WrongKey if the key file does not hold those the graph was made with.
        """
        there = self._pseudonyms
        if there is None or (there.check, there.cut) != (epochs.check, epochs.cut):
            from bot.storage.sqlite.keys import load_keys
            from bot.storage.sqlite.pseudonyms import Pseudonyms

            found = Pseudonyms(load_keys(self._key_file)[: epochs.epoch], cut=epochs.cut)
            if found.check != epochs.check:
                raise WrongKey(f"{self._key_file}: it is not the key this graph was made with: put back your copy")
            self._pseudonyms, self._known, self._unmerged = found, None, None
            return found
        return there

    @property
    def secret(self) -> bytes:
        """The key of what stands for names that are forgotten. WrongKey, StorageError."""
        if self._secret is None:
            from bot.storage.sqlite.keys import load_keys
            from bot.storage.sqlite.tombstones import secret_of

            self._secret = secret_of(load_keys(self._key_file))
        return self._secret

    @property
    def known(self) -> Known:
        """Whose pseudonym is whose."""
        if self._known is None:
            from bot.storage.sqlite.known import Known

            self._known = Known()
        return self._known

    @property
    def unmerged(self) -> Unmerged:
        """What the index does not know yet."""
        if self._unmerged is None:
            from bot.storage.sqlite.unmerged import Unmerged

            self._unmerged = Unmerged()
        return self._unmerged

    def catch_up(self, connection: Connection) -> None:
        """Bring up to the moment what was made once, outside of a transaction: after another key, all of it anew.

        Rows of `unmerged` never change, unless somebody was erased whom they name: then all are read again.
        """
        thinned = connection.execute(_THINNED).fetchone()
        if thinned != self._thinned:
            self._thinned, self._unmerged = thinned, None
        known, unmerged = self._known is not None and len(self._known) > 0, self._unmerged is not None
        if known or unmerged:
            self._look(connection, known=known, unmerged=unmerged)

    def warm(self, connection: Connection) -> None:
        """Make what the first list or newcomer would have to wait for, where that is long: 1 s for a million people.

        Of no one moment, outside of a transaction: what is missed is caught up with.
        """
        (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM person").fetchone()
        if last >= _MANY:
            self._look(connection)

    def _look(self, connection: Connection, *, known: bool = True, unmerged: bool = True) -> None:
        import numpy as np

        keys = self.pseudonyms(epochs_of(connection))
        if known:
            self.known.among(connection, keys, np.zeros(1, np.int64))
        if unmerged:
            self.unmerged.naming(connection, keys, 0)

    def mark(self) -> Mark:
        """What is known now; nothing of it is ever changed, only replaced."""
        registry = self._known.registry if self._known else None
        return self._pseudonyms, registry, self._unmerged.state if self._unmerged else None

    def restore(self, mark: Mark) -> None:
        """Know what was known then."""
        self._pseudonyms, registry, runs = mark
        self._known = self._unmerged = None
        if registry is not None:
            self.known.registry = registry
        if runs is not None:
            self.unmerged.state = runs


Mark = tuple["Pseudonyms | None", "Registry | None", "Runs | None"]
