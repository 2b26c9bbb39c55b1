"""The edges, counted plainly: as the index and what waits for it say, and as the lists do."""

from bot.storage.sqlite.pseudonyms import Numbers
from bot.storage.sqlite.session import Session

Edges = set[tuple[int, int]]
"""(pseudonym of the present epoch, person * 2 + direction)."""


def indexed(session: Session) -> Edges:
    """`edge`, without those who were erased, with every row of `unmerged` in its turn."""
    pseudonyms = session.pseudonyms
    living = "SELECT target, who FROM graph.edge WHERE who NOT IN (SELECT who FROM graph.erased)"
    rows = session.execute(living).fetchall()
    targets = dict(zip(*_both(session, [target for target, _ in rows]), strict=True))
    edges = {(targets[target], who) for target, who in rows}
    for who, epoch, added, removed in session.execute(
        "SELECT who, epoch, added, removed FROM graph.unmerged ORDER BY id"
    ):
        edges |= _pairs(pseudonyms.listed(added, epoch), who)
        edges -= _pairs(pseudonyms.listed(removed, epoch), who)
    return edges


def listed(session: Session) -> Edges:
    """All lists of everybody."""
    edges: Edges = set()
    for who, epoch, blob in session.execute("SELECT person * 2 + direction, epoch, pseudonyms FROM graph.archive"):
        edges |= _pairs(session.pseudonyms.listed(blob, epoch), who)
    return edges


def _both(session: Session, targets: list[int]) -> tuple[list[int], list[int]]:
    import numpy as np

    now = session.pseudonyms.lift(np.array(targets, np.int64), session.edge_epoch)
    return targets, now.tolist()


def _pairs(pseudonyms: Numbers, who: int) -> Edges:
    return {(pseudonym, who) for pseudonym in pseudonyms.tolist()}
