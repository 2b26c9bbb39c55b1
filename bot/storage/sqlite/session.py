"""One piece of work on one connection: what it did to the counts, the graph and the tries is settled when it ends."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.errors import StorageError
from bot.storage.sqlite.memory import epochs_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bot.ports import Clock
    from bot.storage.sqlite.engine import Connection
    from bot.storage.sqlite.memory import Epochs, Memory
    from bot.storage.sqlite.pseudonyms import Numbers, Pseudonyms

_ADD = "INSERT INTO tally (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value"
_BUMP = "UPDATE {}.meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'generation'"

MINIMUM, DEFAULT_MINIMUM = "proof_minimum", 1


class Session:
    """What the parts of a Transaction share."""

    def __init__(self, connection: Connection, *, memory: Memory | None, clock: Clock, writable: bool = True) -> None:
        """Without a memory it can only read, and has no key."""
        self.connection = connection
        self.execute = connection.execute
        self.writable = writable and memory is not None
        self.keyed = memory is not None
        self.tries = 0  # Posts marked `sending`
        self.counts: Counter[str] = Counter()  # changes of the Tallies, not yet written
        self.graph_changed = False
        self.clock = clock
        self._memory = memory
        self._epochs: Epochs | None = None
        self._minimum: int | None = None

    @property
    def memory(self) -> Memory:
        """What this process knows by heart. StorageError in a view that only reads."""
        if self._memory is None:
            raise StorageError("a read-only view has no key")
        return self._memory

    @property
    def epochs(self) -> Epochs:
        """Which keys the graph is made with, asked for once."""
        if self._epochs is None:
            self._epochs = epochs_of(self.connection)
        return self._epochs

    def forget_epochs(self) -> None:
        """They have changed."""
        self._epochs = None

    @property
    def pseudonyms(self) -> Pseudonyms:
        """The keys of the present epoch, read when they are first needed."""
        return self.memory.pseudonyms(self.epochs)

    @property
    def edge_epoch(self) -> int:
        """Of the pseudonyms in `edge`."""
        return self.epochs.edge_epoch

    def registered(self, numbers: Numbers) -> tuple[NDArray[np.intp], NDArray[np.int32]]:
        """Which of these pseudonyms (sorted, of the present epoch) belong to somebody: their places, the Persons."""
        keys = self.pseudonyms
        return self.memory.known.among(self.connection, keys, numbers)

    def unmerged(self, target: int) -> dict[int, bool]:
        """Each who -> whether their edge to this pseudonym (of the present epoch) is there, where `edge` is behind."""
        keys = self.pseudonyms
        return self.memory.unmerged.naming(self.connection, keys, target)

    @property
    def minimum(self) -> int:
        """The proof level from which a Link counts."""
        if self._minimum is None:
            row = self.execute("SELECT value FROM main.meta WHERE key = ?", (MINIMUM,)).fetchone()
            self._minimum = int(row[0]) if row else DEFAULT_MINIMUM
        return self._minimum

    def forget_minimum(self) -> None:
        """It has changed."""
        self._minimum = None

    def flush(self) -> None:
        """Write the changes of the Tallies."""
        changed = [(name, delta) for name, delta in self.counts.items() if delta]
        if changed:
            self.connection.executemany(_ADD, changed)
        self.counts.clear()

    def finish(self) -> None:
        """Everything that must be in the same transaction as the work."""
        self.flush()
        if self.graph_changed:
            bump_generation(self.connection)


def bump_generation(connection: Connection) -> None:
    """Mark both files as changed together: a commit is atomic in each file, not across them."""
    connection.execute(_BUMP.format("main"))
    connection.execute(_BUMP.format("graph"))
