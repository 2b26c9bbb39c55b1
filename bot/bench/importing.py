"""`bench import`: archives on their way in, many at once and one by one, and what they take on disk.

Ours is what the bot does: the lists become pseudonyms and are kept at once with the pairs they tell of; the index is
built or merged later. The baseline keeps both of its indexes up to date with every archive.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np

from bot.bench.graph.arrivals import Arrivals, Came
from bot.bench.graph.both import BYTES_PER_EDGE, Both
from bot.bench.graph.growth import growth
from bot.bench.graph.made import SIZES, Size
from bot.bench.graph.place import workplace
from bot.bench.graph.rows import insert, transaction
from bot.bench.measure import Figure, Goal, Report, Took, ratio, stopwatch
from bot.cli.common import say
from bot.storage.sqlite import engine

EDGES: Final = "edges/cpu-s"
ARCHIVES: Final = {"S": 50, "M": 400, "L": 400}
ROUNDS: Final = 3
BUILDS: Final = {"S": ROUNDS, "M": ROUNDS, "L": 1}
"""Whole builds of both sides. At L there is one, in which 100 portions of each come by turns."""
RAW_ROWS: Final = {"S": 200_000, "M": 2_000_000, "L": 4_000_000}


def bench(size: str) -> Report:
    """Bulk load, disk, then single archives into what was loaded."""
    made = SIZES[size]
    with workplace(made.edges * BYTES_PER_EDGE) as folder:
        built = [_built(folder / f"build{number}", made) for number in range(1, BUILDS[size])]
        both = _loaded(folder, made)
        try:
            figures = [*_bulk(folder, [*built, both.built], both.edges, RAW_ROWS[size]), *_disk(both)]
            singles, facts = _singles(both, ARCHIVES[size])
        finally:
            both.close()
    figures += singles
    facts |= {"edges": both.edges, "people": made.people, "builds": BUILDS[size], "rounds": ROUNDS}
    return Report("import", size, facts, figures, growth(made, figures, {}))


def _built(folder: Path, size: Size) -> dict[str, Took]:
    """One more build, thrown away."""
    folder.mkdir()
    both = _loaded(folder, size)
    both.close()
    for file in folder.iterdir():
        file.unlink()
    return both.built


def _loaded(folder: Path, size: Size) -> Both:
    both = Both(folder, size)
    both.build()
    return both


def _bulk(folder: Path, built: list[dict[str, Took]], edges: int, rows: int) -> list[Figure]:
    """Everything from X ids to the index, beside the baseline, and beside inserting sorted rows and nothing else."""
    ours, theirs = ([one[side].cpu for one in built] for side in ("ours", "baseline"))
    raw = [_raw(folder / f"raw{number}.db", rows) for number in range(ROUNDS)]
    mine = edges / median(ours)
    return [
        Figure("import.bulk", mine, EDGES, edges / median(theirs), ratio(theirs, ours), Goal(">=", 4)),
        Figure(
            "import.bulk.raw", mine, EDGES, median(raw), mine / median(raw), Goal(">=", 0.33, try_for=0.6),
            "to inserting sorted rows",
        ),
    ]  # fmt: skip


def _raw(path: Path, rows: int) -> float:
    """Rows a second of CPU: an index alone, its rows sorted and at hand."""
    targets = np.sort(np.random.default_rng(1).integers(0, 2**62, rows)).tolist()
    whos = list(range(rows))
    engine.create_file(path)
    connection = engine.connect(path)
    connection.execute(
        "CREATE TABLE edge (target INTEGER NOT NULL, who INTEGER NOT NULL, PRIMARY KEY (target, who)) WITHOUT ROWID"
    )
    with stopwatch() as read, transaction(connection):
        insert(connection, "edge (target, who)", [targets, whos])
    connection.close()
    path.unlink()
    return rows / read().cpu


def _disk(both: Both) -> list[Figure]:
    """Bytes per edge: lists, index and pairs, beside edges and nodes; people are told apart, on both sides."""
    say("the pairs are written down …")
    both.ours.write_pairs(both.made)
    both.ours.settle()
    both.baseline.settle()
    main, graph = (file.stat().st_size for file in both.ours.files)
    theirs = both.baseline.path.stat().st_size
    users = both.baseline.size_of_users
    ours, other = graph / both.edges, (theirs - users) / both.edges
    return [
        Figure("import.disk", ours, "bytes/edge", other, ours / other, Goal("<=", 1 / 4), "with the pairs"),
        Figure("import.disk.edge", ours, "bytes/edge", goal=Goal("<=", 35, of="ours"), note="with the pairs"),
        Figure("import.disk.people", main / both.made.size.people, "bytes/person", users / both.made.size.people),
    ]


def _singles(both: Both, count: int) -> tuple[list[Figure], dict[str, Any]]:
    """Whole archives, one after another, in rounds by turns; then the merge of what waits."""
    say(f"{count} archives at a time …")
    arrivals = Arrivals(both, count)
    ours, theirs = [], []
    for number in range(ROUNDS):
        files = arrivals.files(number)
        theirs.append(arrivals.into_baseline(files))
        ours.append(arrivals.into_ours(files))
    merged = arrivals.merge()
    arrivals.agree()
    return _single_figures(count, ours, theirs, merged, arrivals.pseudonyms()), {
        "archives": count * ROUNDS,
        "edges_per_archive": round(sum(came.edges for came in ours) / count / ROUNDS),
        "acknowledged_milliseconds": {
            f"p{share * 100:g}": round(median(came.wait(share) for came in ours) * 1000, 2) for share in (0.5, 0.99)
        },
    }


def _single_figures(count: int, ours: list[Came], theirs: list[Came], merged: Took, pseudonyms: float) -> list[Figure]:
    mine, other = ([came.took.cpu for came in side] for side in (ours, theirs))
    edges = sum(came.edges for came in ours)
    whole, whole_other = sum(mine) + merged.cpu, sum(other)
    return [
        Figure(
            "import.archives", count / median(mine), "archives/cpu-s", count / median(other), ratio(other, mine),
            Goal(">=", 15), "acknowledged: zip to commit",
        ),
        Figure(
            "import.sustained", edges / whole, EDGES, edges / whole_other, whole_other / whole, Goal(">=", 5),
            "with the merge",
        ),
        Figure(
            "import.pseudonyms", pseudonyms, "s CPU", sum(mine), pseudonyms / sum(mine), Goal("<=", 0.05),
            "share of an import",
        ),
    ]  # fmt: skip
