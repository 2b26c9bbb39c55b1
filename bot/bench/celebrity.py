"""`bench celebrity`: somebody with a million followers brings the list: taken in, merged, and who is to be told.

Ours runs in a process of its own, as an idle bot that knows the registry by heart; its memory is what it holds beyond.
"""

from __future__ import annotations

from statistics import median
from typing import Final

import numpy as np

from bot.bench.graph.baseline import Baseline, uuid_of
from bot.bench.graph.celebrating import Phase, run
from bot.bench.graph.made import SIZES, Lists, MadeUp, Numbers, Portion
from bot.bench.graph.oracle import Disagreement
from bot.bench.graph.place import workplace
from bot.bench.graph.product import Product
from bot.bench.graph.rows import transaction
from bot.bench.measure import Figure, Goal, Report, Took, stopwatch
from bot.bench.merge import filled
from bot.cli.common import say

SEED: Final = 99
REGISTERED: Final = 0.08
FOLLOWERS: Final = {"S": 100_000, "M": 1_000_000, "L": 1_000_000}
ROUNDS: Final = 3
MB: Final = 1e6
ROOM_PER_EDGE: Final = 90
_NOTIFY: Final = """
SELECT u.twitter_id, u.bluesky_id, u.bluesky_username, u.mastodon_id, u.mastodon_username, u.mastodon_instance
FROM sources_followers e JOIN users u ON u.twitter_id = e.node_id WHERE e.source_id = ?
"""


def bench(size: str) -> Report:
    """Rounds by turns, each with another celebrity; the list is the same."""
    made = MadeUp(SIZES[size])
    followers = crowd(made, FOLLOWERS[size])
    here = np.intersect1d(followers, made.x_ids)
    persons = _celebrities(made, followers)
    with workplace(made.size.edges * ROOM_PER_EDGE + 10**9) as folder:
        ours, theirs = Product(folder), Baseline(folder / "baseline.db")
        filled(ours, made)
        ours.close()
        theirs.make(made)
        theirs.index()
        file = folder / "followers.npy"
        np.save(file, followers)
        rounds = []
        for person in persons:
            say("a round …")
            baseline = _into_baseline(theirs, person, followers)
            rounds.append((run(ours.path, ours.key_file, file, person), baseline))
        theirs.close()
    found = [one.found for phases, _ in rounds for one in phases if one.name in ("notify_ids", "notify_rows")]
    if {*found, *(count for _, (_, _, count) in rounds)} != {len(here)}:
        raise Disagreement(f"{len(here)} followers are registered; found {found}, {[r[1][2] for r in rounds]}")
    facts = {"followers": len(followers), "registered": len(here), "people": made.size.people, "rounds": ROUNDS}
    return Report("celebrity", size, facts, _figures(rounds))


def crowd(made: MadeUp, count: int) -> Numbers:
    """X ids of followers, so many of them registered as there are, up to the share."""
    rng = np.random.default_rng(SEED)
    here = rng.choice(made.x_ids, min(int(count * REGISTERED), made.size.people * 9 // 10), replace=False)
    strangers = np.setdiff1d(rng.choice(made.universe, 2 * count, replace=True), made.x_ids)
    others = rng.permutation(strangers)[: count - len(here)]
    return np.sort(np.concatenate([here, others]))


def _celebrities(made: MadeUp, followers: Numbers) -> list[int]:
    """People without an archive who do not follow themselves."""
    others = np.setdiff1d(np.arange(1, made.size.people + 1), made.importers)
    return [int(p) for p in others if made.x_ids[p - 1] not in followers][:ROUNDS]


def _into_baseline(theirs: Baseline, person: int, followers: Numbers) -> tuple[Took, Took, int]:
    """The list with every index kept up to date; then all rows of those to tell."""
    nobody = Lists(np.array([person]), np.array([0, 0]), followers[:0])
    lists = Lists(np.array([person]), np.array([0, len(followers)]), followers)
    with stopwatch() as taken_in, transaction(theirs.connection):
        theirs.arrive(Portion(nobody, lists))
    with stopwatch() as told:
        rows = theirs.connection.execute(_NOTIFY, (uuid_of(person),)).fetchall()
    return taken_in(), told(), len(rows)


def _figures(rounds: list[tuple[list[Phase], tuple[Took, Took, int]]]) -> list[Figure]:
    """Milliseconds of CPU of each phase, medians; the memory of the worst."""

    def ours(name: str) -> float:
        return median(phase.cpu for phases, _ in rounds for phase in phases if phase.name == name) * 1000

    arrive = median(found[0].cpu for _, found in rounds) * 1000
    notify = median(found[1].cpu for _, found in rounds) * 1000
    extra = [max(phase.extra for phase in phases) for phases, _ in rounds]
    rows = ours("notify_rows")
    return [
        Figure("celebrity.ack", ours("ack"), "ms CPU", arrive, arrive / ours("ack")),
        Figure("celebrity.merge", ours("merge"), "ms CPU"),
        Figure("celebrity.notify.ids", ours("notify_ids"), "ms CPU"),
        Figure("celebrity.notify.rows", rows, "ms CPU", notify, notify / rows),
        Figure("celebrity.notify.count", ours("notify_count"), "ms CPU", note="numbers and the first ten"),
        Figure(
            "celebrity.memory", median(extra) / MB, "MB", goal=Goal("<=", 150, of="ours", try_for=32),
            note="beyond the idle process",
        ),
    ]  # fmt: skip
