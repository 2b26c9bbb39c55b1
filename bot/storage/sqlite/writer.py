"""The one thread that writes: it takes what is waiting into one transaction, so that many share one fsync."""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from bot.errors import BotError, StorageError
from bot.ports import Clock, Transaction
from bot.storage.sqlite import cleaning, engine
from bot.storage.sqlite.epoch import EpochFile, Mark
from bot.storage.sqlite.memory import Memory
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.snapshot import same_moment
from bot.storage.sqlite.transaction import SqliteTransaction

log = logging.getLogger(__name__)

POLL_SECONDS = 0.25
"""How often other processes' commits are asked for: reading one number in shared memory."""

HOLD_SECONDS = 0.05
"""After this a transaction takes in no more work, so that commands beside the bot wait 100 ms at most."""

REST_SECONDS = 0.03
"""Between two transactions that nobody waits for, so that others come to write."""

TIDY_SECONDS, TIDY_AGAIN_SECONDS = 30.0, 5.0
"""How long what was overwritten may stay in a -wal file: nothing of the erased is left after a minute."""

TIDY_PATIENCE_MILLISECONDS = 20  # for those who read

CLEAN_SECONDS = 15.0
"""How long erasures wait for others before the files are written anew for all of them: some seconds for 200 MB."""

_SWEEPING = "SELECT 1 FROM main.erasure WHERE names <> '' LIMIT 1"
_ERASED = "SELECT 1 FROM graph.erased LIMIT 1"
_TRIED = "UPDATE epoch SET tries = tries + ? RETURNING starts, tries"


@dataclass(frozen=True, slots=True)
class Job:
    """Work, and who is told: (result, None) or (None, fault), once, on the writer thread, after the commit."""

    work: Callable[[Transaction], Any]
    tell: Callable[[Any, BaseException | None], None]


@dataclass(slots=True)
class _Outcome:
    job: Job
    result: Any = None
    fault: BaseException | None = None


class _Group:
    """The jobs of one transaction."""

    def __init__(self) -> None:
        self.outcomes: list[_Outcome] = []
        self.tries = 0

    def add(self, job: Job) -> _Outcome:
        outcome = _Outcome(job)
        self.outcomes.append(outcome)
        return outcome

    def fail(self, first: Job, fault: BaseException) -> None:
        """Nothing of it was kept."""
        for outcome in self.outcomes or [self.add(first)]:
            outcome.result, outcome.fault = None, fault

    def tell(self) -> None:
        for outcome in self.outcomes:
            outcome.job.tell(outcome.result, outcome.fault)


class _LostError(Exception):
    """A fault in one job took the whole transaction with it (a full disk)."""


class Writer:
    """Owns the writing connection from `start` to the end of `close`."""

    def __init__(
        self,
        path: Path,
        connection: engine.Connection,
        *,
        memory: Memory,
        clock: Clock,
        epoch: EpochFile,
        mend: Callable[[Session], None],
        noticed: Callable[[], None],
    ) -> None:
        self._path = path
        self._connection = connection
        self._memory = memory
        self._clock = clock
        self._epoch = epoch
        self._mend = mend
        self._noticed = noticed  # called on the writer thread after each commit that changed something
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._door = threading.Lock()
        self._closed = False
        self._versions = self._caught_up = self._data_versions()
        self._erasing = True  # or so it may be: somebody was erased and the index still has edges of theirs
        self._tidy_at = math.inf  # when the -wal files are cut
        self._clean_at = math.inf  # when the files are written anew after erasures
        # A daemon: a program that forgets to close must still be able to end.
        self._thread = threading.Thread(target=self._run, name="quittex-writer", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def submit(self, job: Job) -> None:
        """Queue a job. StorageError once closed."""
        with self._door:
            if self._closed:
                raise StorageError("the store is closed")
            self._queue.put(job)

    def close(self) -> None:
        """Do what is queued, then close the connection. Blocks; again is harmless."""
        with self._door:
            if not self._closed:
                self._closed = True
                self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        more = True
        while more:
            spent = 0.0
            try:
                job = self._queue.get(timeout=REST_SECONDS if self._erasing else POLL_SECONDS)
            except Empty:
                self._look_around()
            else:
                began = time.monotonic()
                more = job is not None and self._transaction(job)
                spent = time.monotonic() - began
            self._erase_for(spent)
            if time.monotonic() >= self._clean_at:
                self._clean()
            if time.monotonic() >= self._tidy_at:
                self._tidy_logs()
        while self._erasing:
            threading.Event().wait(REST_SECONDS)
            self._erasing = self._erase()
        if self._clean_at < math.inf:
            self._clean()
            self._tidy_logs()
        self._connection.close()

    def _note_change(self) -> None:
        self._erasing = True
        self._tidy_at = min(self._tidy_at, time.monotonic() + TIDY_SECONDS)

    def _tidy_logs(self) -> None:
        """Pages as they were before an erasure stay in a -wal file until it is cut."""
        try:
            logs = [engine.tidy_log(self._connection, name, TIDY_PATIENCE_MILLISECONDS) for name in ("main", "graph")]
        except engine.Fault:
            logs = [False]  # a full disk: whoever writes will tell
        self._tidy_at = math.inf if all(logs) else time.monotonic() + TIDY_AGAIN_SECONDS

    def _erase_for(self, seconds: float) -> None:
        """At least a step: whoever keeps writing leaves as much time again to what erasures have left to do."""
        moment = time.monotonic() + seconds
        while self._erasing:
            self._erasing = self._erase()
            if time.monotonic() >= moment:
                return

    def _erase(self) -> bool:
        """Do some of what erasures have left to do; whether there is more."""
        return self._leave_index() or self._sweep()

    def _sweep(self) -> bool:
        """Look for the names of those who were erased in the words and lists of others; whether there is more."""
        known = self._memory.mark()
        try:
            if self._connection.execute(_SWEEPING).fetchone() is None:
                self._plan_cleaning()
                return False
            from bot.storage.sqlite import steps, sweeping

            session = Session(self._connection, memory=self._memory, clock=self._clock)
            self._memory.catch_up(self._connection)
            with steps.immediate(self._connection):
                more = sweeping.step(session, steps.timer(HOLD_SECONDS))
                session.finish()
        except (engine.Fault, BotError) as fault:
            self._memory.restore(known)
            log.warning("names of erased people are still looked for: %s", self._words(fault))
            return False  # until something changes
        self._plan_cleaning()
        return more

    def _plan_cleaning(self) -> None:
        """Erasures that come together are cleaned up after together."""
        if cleaning.waits(self._connection):
            self._clean_at = min(self._clean_at, time.monotonic() + CLEAN_SECONDS)

    def _clean(self) -> None:
        """Write the files anew: unallocated bytes of a page may hold what once stood there, whatever was deleted."""
        try:
            cleaning.clean(self._connection, self._path)
        except (engine.Fault, BotError) as fault:
            log.warning("the files could not be cleaned after an erasure; tried again: %s", self._words(fault))
            self._clean_at = time.monotonic() + TIDY_AGAIN_SECONDS
        else:
            self._clean_at, self._tidy_at = math.inf, time.monotonic()

    def _leave_index(self) -> bool:
        """Take some edges of Persons who were erased out of the index; whether there are more."""
        try:
            if self._connection.execute(_ERASED).fetchone() is None:
                return False
            from bot.storage.sqlite import erased, steps  # here: they load numpy

            session = Session(self._connection, memory=self._memory, clock=self._clock)
            with steps.immediate(self._connection):
                step = erased.erasing(lambda: session.pseudonyms)
                return step(self._connection, steps.timer(steps.GENTLE.hold))
        except (engine.Fault, BotError) as fault:
            log.warning("edges of erased people are still in the index: %s", self._words(fault))
            return False  # until something changes

    def _transaction(self, first: Job) -> bool:
        """One transaction for `first` and what has queued up meanwhile; False when the queue has ended."""
        group, before, more, changed = _Group(), self._connection.total_changes, True, False
        self._catch_up()
        known = self._memory.mark()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            more = self._fill(group, first)
            changed = self._connection.total_changes != before
            mark = self._count(group.tries)
            self._connection.execute("COMMIT")
        except (engine.Fault, _LostError) as fault:
            self._roll_back()
            self._memory.restore(known)
            group.fail(first, self._words(fault))
        else:
            self._keep(mark)
        if changed:
            self._note_change()
            self._noticed()
        group.tell()
        return more

    def _keep(self, mark: Mark | None) -> None:
        """What was committed is told as such, whatever becomes of the file: each mark counts those before it too."""
        try:
            if mark:
                self._epoch.write(mark)
        except StorageError as fault:
            log.error("%s: an older database put back would not be noticed", fault)

    def _fill(self, group: _Group, first: Job) -> bool:
        job: Job | None = first
        began = time.monotonic()
        while job is not None:
            self._savepoint(group, job)
            if time.monotonic() - began > HOLD_SECONDS or self._queue.empty():
                return True
            job = self._queue.get()
        return False

    def _savepoint(self, group: _Group, job: Job) -> None:
        """The job in its own savepoint. Raises if the whole transaction is lost."""
        outcome, known = group.add(job), self._memory.mark()
        session = Session(self._connection, memory=self._memory, clock=self._clock)
        self._connection.execute("SAVEPOINT job")
        try:
            outcome.result = job.work(SqliteTransaction(session))
            session.finish()
        except BaseException as fault:
            if not self._connection.in_transaction:
                raise _LostError(fault) from fault
            self._connection.execute("ROLLBACK TO job")
            self._memory.restore(known)
            outcome.fault = self._words(fault)
        else:
            group.tries += session.tries
        self._connection.execute("RELEASE job")

    def _words(self, fault: BaseException) -> BaseException:
        cause = fault.args[0] if isinstance(fault, _LostError) else fault
        return engine.translated(cause, self._path) if isinstance(cause, engine.Fault) else cause

    def _count(self, tries: int) -> Mark | None:
        if not tries:
            return None
        return Mark(*self._connection.execute(_TRIED, (tries,)).fetchall()[0])

    def _roll_back(self) -> None:
        with suppress(engine.Fault):  # a disk that fails does so again; the next BEGIN will tell
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _catch_up(self) -> None:
        """Learn what other processes did before others wait for the lock: a new key costs 1 s per million people."""
        with suppress(engine.Fault, BotError):  # the work that needs it will tell
            versions = self._data_versions()
            if versions != self._caught_up:
                self._caught_up = versions
                self._memory.catch_up(self._connection)
                if not same_moment(self._connection) and not self._transaction(Job(self._put_right, self._told)):
                    self._queue.put(None)  # the end came while it took in what waits

    def _put_right(self, tx: Any) -> None:
        """Another process was killed between the commits of the two files, unless it is between them now."""
        if not same_moment(self._connection):
            self._mend(tx.session)

    def _told(self, _: None, fault: BaseException | None) -> None:
        if fault:
            log.error("what a crash left between the two files could not be put right: %s", fault)

    def _look_around(self) -> None:
        try:
            versions = self._data_versions()
        except engine.Fault as fault:
            log.warning("the database could not be asked for changes: %s", engine.translated(fault))
            return
        if versions != self._versions:
            self._versions = versions
            self._note_change()
            self._noticed()
            self._catch_up()

    def _data_versions(self) -> tuple[int, ...]:
        """Numbers that change when another connection has committed to either file."""
        rows = (self._connection.execute(f"PRAGMA {schema}.data_version").fetchone() for schema in ("main", "graph"))
        return tuple(number for (number,) in rows)
