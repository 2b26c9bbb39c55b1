"""`bench erase`: everything of one person goes, at once and everywhere; looked for afterwards in every row there is."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any, Final

import numpy as np

from bot.bench.graph.both import BYTES_PER_EDGE, Both
from bot.bench.graph.made import SIZES
from bot.bench.graph.oracle import Disagreement
from bot.bench.graph.place import workplace
from bot.bench.graph.rows import transaction
from bot.bench.measure import Figure, Report, stopwatch
from bot.cli.common import say
from bot.storage.sqlite import engine
from bot.storage.sqlite.erased import erasing
from bot.storage.sqlite.people import SqlitePeople
from bot.storage.sqlite.session import Session

SEED: Final = 20
PEOPLE: Final = 20
_PORTION: Final = 1_000_000
_LEFT: Final = (
    "SELECT count(*) FROM graph.archive WHERE person IN ({persons})",
    "SELECT count(*) FROM graph.unmerged WHERE who >> 1 IN ({persons})",
    "SELECT count(*) FROM graph.erased WHERE who >> 1 IN ({persons})",
    "SELECT count(*) FROM graph.match WHERE person IN ({persons}) OR other IN ({persons})",
    "SELECT count(*) FROM main.person WHERE id IN ({persons})",
    "SELECT count(*) FROM main.account WHERE person IN ({persons})",
)


def bench(size: str) -> Report:
    """Importers by turns, ours and the baseline's; then every edge is looked at."""
    with workplace(SIZES[size].edges * BYTES_PER_EDGE) as folder:
        both = Both(folder, SIZES[size])
        try:
            both.build()
            say("the pairs are written down …")
            both.ours.write_pairs(both.made)
            rng = np.random.default_rng(SEED)
            persons = rng.choice(both.made.importers, min(PEOPLE, both.made.size.importers), replace=False).tolist()
            times = [_erased(both, person) for person in persons]
            say("every edge is looked at …")
            looked_at = proven(both.ours.connection, persons)
        finally:
            both.close()
    facts = {"people": both.made.size.people, "edges": both.edges, "erased": len(persons), "edges_looked_at": looked_at}
    return Report("erase", size, facts, _figures(times))


def _erased(both: Both, person: int) -> dict[str, float]:
    """Milliseconds of both sides, CPU and on the clock."""
    with stopwatch() as read:
        with both.ours.writing() as session:
            SqlitePeople(session).remove(person)
        more = True
        while more:  # long lists go in several transactions
            with both.ours.writing() as session:
                more = _more(session)
    ours = read()
    with stopwatch() as read, transaction(both.baseline.connection):
        both.baseline.forget(person)
    theirs = read()
    return {"ours": ours.cpu * 1000, "baseline": theirs.cpu * 1000, "wall": ours.wall * 1000}


def _more(session: Session) -> bool:
    return erasing(lambda: session.pseudonyms)(session.connection, lambda: True)


def proven(connection: engine.Connection, persons: list[int]) -> int:
    """Look at every edge and every row that could name them; how many edges. Disagreement if one is left."""
    named = ",".join(map(str, persons))
    left = [sql for sql in _LEFT if connection.execute(sql.format(persons=named)).fetchone()[0]]
    gone, looked_at, edges = np.array(sorted(persons)), 0, 0
    for whos in _portions(connection):
        looked_at += len(whos)
        edges += int(np.isin(whos >> 1, gone).sum())
    if left or edges:
        raise Disagreement(f"{edges} edges of people who were erased are left, and rows: {left}")
    return looked_at


def _portions(connection: engine.Connection) -> Iterator[Any]:
    rows = connection.execute("SELECT who FROM graph.edge")
    while some := rows.fetchmany(_PORTION):
        yield np.array(some, np.int64)[:, 0]


def _figures(times: list[dict[str, float]]) -> list[Figure]:
    ours, theirs, wall = ([one[name] for one in times] for name in ("ours", "baseline", "wall"))
    return [
        Figure("erase.person", median(ours), "ms CPU", median(theirs), median(theirs) / median(ours), note="p50"),
        Figure("erase.wall", median(wall), "ms", note="p50, on the clock"),
        Figure("erase.left", 0, "edges", note="found by looking at all"),
    ]
