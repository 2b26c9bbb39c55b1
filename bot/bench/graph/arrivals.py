"""Archives that come one by one into a graph that is there: read, kept, acknowledged; and merged together later."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Final

import numpy as np

from bot.archives.x_archive import open_archive
from bot.bench.graph import baseline, product
from bot.bench.graph.archives import archive, loaded_archive
from bot.bench.graph.baseline import Asker
from bot.bench.graph.both import Both
from bot.bench.graph.made import INSTANCE, Lists, MadeUp, Numbers, Portion, did_of, handle_of
from bot.bench.graph.oracle import agreed, gathered, plain_count
from bot.bench.graph.rows import transaction
from bot.bench.measure import Took, percentile, stopwatch
from bot.domain.accounts import Account, Platform
from bot.domain.archives import Order
from bot.loops.archives import take_in
from bot.storage import open_store
from bot.storage.sqlite import matching
from bot.storage.sqlite.tidying import tidy

SEED: Final = 9000
AT_ONCE: Final = 32  # uploads at a time; the writer shares a commit among those that wait for it
TOGETHER: Final = 100  # archives in one transaction of the baseline
ASKERS: Final = 200


@dataclass(frozen=True, slots=True)
class File:
    """An archive, whose it is, and what is in it."""

    person: int
    content: bytes
    portion: Portion


@dataclass(frozen=True, slots=True)
class Came:
    """What became of some archives: time, and how long each was waited for in seconds."""

    took: Took
    edges: int
    waits: Sequence[float] = ()

    def wait(self, share: float) -> float:
        """What so many were acknowledged within, reading included."""
        return percentile(self.waits, share)


class Arrivals:
    """So many archives at a time, of people who brought none yet."""

    def __init__(self, both: Both, count: int, seed: int = SEED) -> None:
        self.both, self.made, self._count, self._seed = both, both.made, count, seed
        everybody = np.arange(1, both.made.size.people + 1)
        self._newcomers = np.random.default_rng(seed).permutation(np.setdiff1d(everybody, both.made.importers))
        self._came: list[File] = []

    def files(self, number: int) -> list[File]:
        """The archives of one round, as people bring them."""
        first = number * self._count
        return [self._file(at, person) for at, person in enumerate(self._persons(number).tolist(), first)]

    def into_ours(self, files: Sequence[File]) -> Came:
        """As for the web page: some are on their way at once, each is acknowledged when it is on disk."""
        self._came += files
        with stopwatch() as read:
            waits = asyncio.run(self._take_in(files))
        return Came(read(), _edges(files), waits)

    async def _take_in(self, files: Sequence[File]) -> list[float]:
        store = await open_store(self.both.ours.path, self.both.ours.key_file, role="command")
        door, clock = asyncio.Semaphore(AT_ONCE), product.Clock()

        async def one(file: File) -> float:
            async with door:
                before = time.perf_counter()
                opened = partial(open_archive, io.BytesIO(file.content))
                await take_in(store, clock, opened, Order(account_of(self.made, file.person)))
                return time.perf_counter() - before

        try:
            return await asyncio.gather(*map(one, files))
        finally:
            await store.close()

    def into_baseline(self, files: Sequence[File]) -> Came:
        """A hundred in one commit, through json.loads, every index kept up to date."""
        connection = self.both.baseline.connection
        with stopwatch() as read:
            for start in range(0, len(files), TOGETHER):
                with transaction(connection):
                    for file in files[start : start + TOGETHER]:
                        self.both.baseline.arrive(_as_read(file))
        return Came(read(), _edges(files))

    def merge(self) -> Took:
        """Everything that waits enters the index."""
        with stopwatch() as read:
            tidy(self.both.ours.path, self.both.ours.key_file, at_least=1)
        return read()

    def pseudonyms(self) -> float:
        """Seconds of CPU that the pseudonyms of all who came take."""
        session = self.both.ours.session()
        brought = [found.ids for file in self._came for found in file.portion.directions]
        with stopwatch() as read:
            for ids in brought:
                np.sort(session.pseudonyms.of(ids))
        return read().cpu

    def agree(self) -> dict[str, int | str]:
        """Both sides and a plain count find the same for some who came. Disagreement."""
        askers = np.array([file.person for file in self._came[:ASKERS]])
        portions = chain(self.made.portions(), (file.portion for file in self._came))
        session, asker = self.both.ours.session(), Asker(self.both.baseline.connection)
        ours, theirs = list[Numbers](), list[Numbers]()
        for person, x_id in self.both.questions(askers):
            ours += product.compared(person, list(matching.rows(session, person)))
            theirs += baseline.compared(self.made, person, asker.answer(person, x_id))
        truth = plain_count(self.made, askers, portions)
        return agreed({"plain count": truth, "ours": gathered(ours), "baseline": gathered(theirs)})

    def _persons(self, number: int) -> Numbers:
        return self._newcomers[number * self._count : (number + 1) * self._count]

    def _file(self, number: int, person: int) -> File:
        portion = self.made.portion(number, np.array([person]), self._seed)
        owner = int(self.made.x_ids[person - 1])
        content = archive(owner, portion.follows.ids.tolist(), portion.followers.ids.tolist())
        return File(person, content, portion)


def account_of(made: MadeUp, person: int) -> Account:
    """Where a made-up Person is."""
    if made.bluesky[person - 1]:
        return Account(Platform.BLUESKY, did_of(person), handle_of(person))
    stable = f"https://{INSTANCE}/users/user{person}"
    return Account(Platform.MASTODON, stable, f"user{person}@{INSTANCE}", f"https://{INSTANCE}/@user{person}")


def _as_read(file: File) -> Portion:
    return Portion(*(_one(file.person, np.array(ids, np.int64)) for ids in loaded_archive(file.content)))


def _one(person: int, ids: Numbers) -> Lists:
    return Lists(np.array([person]), np.array([0, len(ids)]), ids)


def _edges(files: Sequence[File]) -> int:
    return sum(file.portion.edges for file in files)
