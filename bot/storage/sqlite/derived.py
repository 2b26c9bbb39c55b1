"""What follows from the sources and is kept beside them: who is here, which pairs match, the counts of both.

Each change of a source goes through `changing`, `learn_x`, `forget_x` or the pair functions, which move the derived
rows by the difference; `mend` makes all of them again. A Person is *here* when they are counted and have a Link at
the threshold. A pair (follower, followed) stands in `match` as long as a list of either side supports it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from bot.storage.sqlite import reconnections, shown
from bot.storage.sqlite.session import MINIMUM, Session
from bot.storage.sqlite.sizes import edges_listed

if TYPE_CHECKING:
    from bot.storage.sqlite.engine import Connection

T = TypeVar("T")
Pair = tuple[int, int, int]
"""Follower, followed, and who supports it."""

OWN_LIST, THEIR_LIST = 1, 2
"""Who supports a pair: a list of the follower, a list of the followed, or both (3)."""

_OTHER_WAY = {OWN_LIST: 8, THEIR_LIST: 4}
"""The same in the row of the pair that begins with the followed."""

ACCOUNTS = {"bluesky": "accounts:bluesky", "mastodon": "accounts:mastodon"}

_CHUNK = 400  # rows of one INSERT: 2.6x faster than executemany
_PAIRS_AT_ONCE = 4000
_AROUND_AT_MOST = 200

_EITHER_WAY = "(m.support & 3 <> 0) + (m.support & 12 <> 0)"  # how many pairs a row of `match` stands for
_UNCOUNTED = "SELECT person FROM consent WHERE purpose = 'counted' AND value = 'no'"
_COUNTED = "coalesce((SELECT value FROM consent c WHERE c.person = {} AND c.purpose = 'counted'), 'yes') <> 'no'"
_PERSON = f"SELECT edges, here, {_COUNTED.format('p.id')} FROM person p WHERE p.id = ?"  # noqa: S608
_ACCOUNTS = """
SELECT a.platform, a.level >= ?, r.account IS NOT NULL, v.account IS NOT NULL
FROM account a LEFT JOIN arrival r ON r.account = a.id LEFT JOIN voice v ON v.account = a.id WHERE a.person = ?
"""
_STRAY = """
SELECT EXISTS (SELECT 1 FROM arrival WHERE account = a.id), EXISTS (SELECT 1 FROM voice WHERE account = a.id)
FROM account a WHERE a.id = ? AND a.person IS NULL
"""
_HERE_AROUND = f"""
SELECT m.other, {_EITHER_WAY} FROM graph.match m CROSS JOIN person p ON p.id = m.other
WHERE m.person = ? AND p.here = 1
"""  # noqa: S608
_SUPPORT = """
INSERT INTO graph.match (person, other, support) VALUES {}
ON CONFLICT (person, other) DO UPDATE SET support = support | excluded.support
"""
_SUPPORTS = {size: _SUPPORT.format(",".join(["(?,?,?)"] * size)) for size in (_CHUNK, 100, 20, 5, 1)}
_SAID = """
WITH wanted (follower, followed) AS (VALUES {})
SELECT follower, followed FROM wanted CROSS JOIN graph.match ON person = follower AND other = followed
WHERE support & 3 <> 0
"""
_SAID_OF = (
    "SELECT person, other FROM graph.match WHERE person = ? AND support & 3 <> 0 LIMIT ?",
    "SELECT other, person FROM graph.match WHERE person = ? AND support & 12 <> 0 LIMIT ?",
)
"""The same of one follower, of one followed."""
_UNSUPPORT = "UPDATE graph.match SET support = support & ~? WHERE person = ? AND other = ?"
_ALONE = """
reunited = 1 AND (here = 0 OR NOT EXISTS (
  SELECT 1 FROM graph.match m CROSS JOIN person o ON o.id = m.other WHERE m.person = person.id AND o.here = 1
))
"""
_DROP = "DELETE FROM graph.match WHERE person = ? AND other = ? AND support = 0"


@contextmanager
def changing(session: Session, persons: Iterable[int | None], accounts: Iterable[int] = ()) -> Iterator[None]:
    """Keep the counts right across a change of these Persons' rows and these account rows."""
    everybody = sorted({person for person in persons if person is not None})
    rows = sorted(set(accounts))
    for person in everybody:
        _weigh(session, person, -1)
    for row in rows:
        _weigh_stray(session, row, -1)
    yield
    for row in rows:
        _weigh_stray(session, row, 1)
    here = [_weigh(session, person, 1) for person in everybody]
    for person, present in zip(everybody, here, strict=True):
        _settle_here(session, person, here=present)
    shown.settle(session, everybody)


def _weigh(session: Session, person: int, sign: int) -> bool:
    """Count what a Person and their Accounts add, pairs aside, in or out; whether they are here."""
    row = session.execute(_PERSON, (person,)).fetchone()
    if row is None or not row[2]:
        return False
    counts, links = session.counts, 0
    counts["edges"] += sign * row[0]
    for platform, linked, arrived, spoke in session.execute(_ACCOUNTS, (session.minimum, person)):
        counts["arrivals"] += sign * arrived
        counts["voices"] += sign * spoke
        if linked:
            links += 1
            counts[ACCOUNTS[platform]] += sign
    if links:
        counts["people"] += sign
    return links > 0


def count_newcomer(session: Session, links: Iterable[tuple[str, int]], *, counted: bool) -> bool:
    """Count somebody about to be made with these Links (platform, level) and no more; whether they will be here."""
    shown = [ACCOUNTS[platform] for platform, level in links if counted and level >= session.minimum]
    session.counts.update(shown)
    session.counts["people"] += bool(shown)
    return bool(shown)


def count_edges(session: Session, added: Counter[int]) -> None:
    """So many edges more in the lists of these Persons."""
    by_number: dict[int, list[int]] = {}
    for person, number in added.items():
        by_number.setdefault(number, []).append(person)
    for number, persons in by_number.items():
        session.counts["edges"] += number * len(_persons_where(session, persons, _COUNTED.format("person.id")))
        for chunk in _chunks(persons):
            session.execute(f"UPDATE person SET edges = edges + ? WHERE id IN ({_numbers(chunk)})", (number,))  # noqa: S608


def _weigh_stray(session: Session, account: int, sign: int) -> None:
    """Count what an account row without a Person adds, in or out."""
    row = session.execute(_STRAY, (account,)).fetchone()
    if row:
        session.counts["arrivals"] += sign * row[0]
        session.counts["voices"] += sign * row[1]


def _settle_here(session: Session, person: int, *, here: bool) -> None:
    row = session.execute("SELECT here FROM person WHERE id = ?", (person,)).fetchone()
    if row is None or row[0] == here:
        return
    sign = 1 if here else -1
    session.execute("UPDATE person SET here = ? WHERE id = ?", (int(here), person))
    around = dict(session.execute(_HERE_AROUND, (person,)))
    if around:
        session.counts["matches"] += sign * sum(around.values())
        (_reunite if here else _part)(session, {person, *around})


def add_pairs(session: Session, pairs: Iterable[Pair]) -> None:
    """Lists say so that did not before; each pair at most once."""
    for some in portions(pairs):
        there = _said(session, some)
        support(session.connection, some)
        _count_pairs(session, [pair[:2] for pair in some if pair[:2] not in there], 1)


def drop_pairs(session: Session, pairs: Iterable[Pair]) -> None:
    """Lists say so no longer; each pair at most once."""
    for some in portions(pairs):
        there = _said(session, some)
        unsupport(session.connection, some)
        gone = sorted(there - _said(session, some))
        reconnections.forget_pairs(session, gone)
        _count_pairs(session, gone, -1)


def portions(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """However many there are, so that those of a million followers take no memory. Nobody follows themselves."""
    others = (pair for pair in pairs if pair[0] != pair[1])
    while some := list(islice(others, _PAIRS_AT_ONCE)):
        yield some


def support(connection: Connection, pairs: Iterable[Pair]) -> None:
    """Write down that lists say so; what is counted is the caller's affair."""
    rows = _both_ways(pairs)
    start = 0
    for size, sql in _SUPPORTS.items():
        while len(rows) - start >= size:
            connection.execute(sql, [*chain.from_iterable(rows[start : start + size])])
            start += size


def unsupport(connection: Connection, pairs: Iterable[Pair]) -> None:
    """The opposite."""
    rows = _both_ways(pairs)
    connection.executemany(_UNSUPPORT, [(bit, person, other) for person, other, bit in rows])
    connection.executemany(_DROP, [row[:2] for row in rows])


def _both_ways(pairs: Iterable[Pair]) -> list[Pair]:
    """The rows of `match` that stand for them, in its order."""
    rows = [(pair, (pair[1], pair[0], _OTHER_WAY[pair[2]])) for pair in pairs]
    return sorted(chain.from_iterable(rows))


def _said(session: Session, pairs: list[Pair]) -> set[tuple[int, int]]:
    """Those of the pairs that some list says. One Person's stand side by side: they are read, unless too many."""
    wanted, most = {pair[:2] for pair in pairs}, _AROUND_AT_MOST + 4 * len(pairs)
    for end, sql in enumerate(_SAID_OF):
        persons = {pair[end] for pair in pairs}
        if len(persons) == 1:
            rows = session.execute(sql, (*persons, most)).fetchall()
            if len(rows) < most:
                return wanted.intersection(rows)
    found: set[tuple[int, int]] = set()
    for chunk in _chunks(pairs):
        values = ",".join(f"({follower},{followed})" for follower, followed, _ in chunk)
        found.update(session.execute(_SAID.format(values)))
    return found


def _count_pairs(session: Session, pairs: list[tuple[int, int]], sign: int) -> None:
    """Pairs have come or gone; those of two people who are here are in the Tallies."""
    if not pairs:
        return
    ends = sorted({person for pair in pairs for person in pair})
    here: dict[int, int] = {}
    for chunk in _chunks(ends):
        here.update(session.execute(f"SELECT id, reunited FROM person WHERE id IN ({_numbers(chunk)}) AND here = 1"))  # noqa: S608
    both = [pair for pair in pairs if pair[0] in here and pair[1] in here]
    session.counts["matches"] += sign * len(both)
    there = {person for pair in both for person in pair}
    if sign > 0:
        _write_reunited(session, sorted(person for person in there if not here[person]), 1)
    else:
        _part(session, there)


def _reunite(session: Session, persons: set[int]) -> None:
    """They are in a pair of two people who are here, each of them."""
    _write_reunited(session, _persons_where(session, persons, "reunited = 0"), 1)


def _part(session: Session, persons: set[int]) -> None:
    """They may be in no such pair any more."""
    _write_reunited(session, _persons_where(session, persons, _ALONE), 0)


def _write_reunited(session: Session, persons: list[int], reunited: int) -> None:
    for chunk in _chunks(persons):
        session.execute(f"UPDATE person SET reunited = ? WHERE id IN ({_numbers(chunk)})", (reunited,))  # noqa: S608
    session.counts["reunited"] += len(persons) * (1 if reunited else -1)


def _persons_where(session: Session, persons: Iterable[int], condition: str) -> list[int]:
    found: list[int] = []
    for chunk in _chunks(sorted(persons)):
        sql = f"SELECT id FROM person WHERE id IN ({_numbers(chunk)}) AND {condition}"  # noqa: S608
        found += (person for (person,) in session.execute(sql))
    return found


def _numbers(values: Iterable[int]) -> str:
    return ",".join(map(str, values))


def _chunks(values: list[T]) -> Iterator[list[T]]:
    return (values[start : start + _CHUNK] for start in range(0, len(values), _CHUNK))


def learn_x(session: Session, person: int, x_id: int) -> None:
    """This Person has this X id: whoever named it in a list, before or later, is connected to them."""
    session.graph_changed = True
    add_pairs(session, named_by(session, person, x_id))


def forget_x(session: Session, person: int) -> None:
    """This Person is about to lose the X id they have."""
    (x_id,) = session.execute("SELECT x_id FROM person WHERE id = ?", (person,)).fetchone()
    if x_id is not None:
        session.graph_changed = True
        drop_pairs(session, named_by(session, person, x_id))


def named_by(session: Session, person: int, x_id: int) -> Iterator[Pair]:
    """What the lists of others that name this X id support."""
    from bot.storage.sqlite import edges  # here and below: who needs no key and no lists does without arrays

    return (_pair(who, person) for who in edges.named_by(session, x_id))


def _pair(who: int, named: int) -> Pair:
    return (named, who >> 1, THEIR_LIST) if who & 1 else (who >> 1, named, OWN_LIST)


def leave_graph(session: Session, person: int) -> None:
    """This Person is about to be erased: nothing of theirs stays in the graph's file."""
    rows = session.execute("SELECT other, support FROM graph.match WHERE person = ?", (person,)).fetchall()
    if rows:
        session.graph_changed = True
        session.execute("DELETE FROM graph.match WHERE person = ?", (person,))
        session.connection.executemany(
            "DELETE FROM graph.match WHERE person = ? AND other = ?", ((other, person) for other, _ in rows)
        )
        gone = [(person, other) for other, bits in rows if bits & 3]
        _count_pairs(session, gone + [(other, person) for other, bits in rows if bits & 12], -1)
    if session.execute(_HAS_LISTS, {"person": person}).fetchone()[0]:
        from bot.storage.sqlite import edges

        edges.erase(session, person)
        session.execute("DELETE FROM graph.archive WHERE person = ?", (person,))
    row = session.execute("SELECT edges FROM person WHERE id = ?", (person,)).fetchone()
    if row and row[0]:
        count_edges(session, Counter({person: -row[0]}))


def set_minimum(session: Session, minimum: int) -> None:
    """From which proof level a Link counts; everything is counted again if that is new."""
    if session.minimum == minimum:
        return
    session.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (MINIMUM, str(minimum)))
    session.forget_minimum()
    recount_people(session)


_HAS_LISTS = """
SELECT EXISTS (SELECT 1 FROM graph.archive WHERE person = :person)
  OR EXISTS (SELECT 1 FROM graph.unmerged WHERE who IN (:person * 2, :person * 2 + 1))
"""
_STRANGERS = """
SELECT person FROM graph.archive WHERE person NOT IN (SELECT id FROM main.person)
UNION SELECT who >> 1 FROM graph.unmerged WHERE who >> 1 NOT IN (SELECT id FROM main.person)
"""


def mend(session: Session) -> None:
    """Make again all that depends on both files, after they were not of one moment: the pairs and every count.

    Lists and index are in one file, and so always agree.
    """
    session.graph_changed = True
    for (person,) in session.execute(_STRANGERS).fetchall():
        leave_graph(session, person)
    session.execute("DELETE FROM graph.match")
    session.execute("UPDATE person SET reunited = 0 WHERE reunited <> 0")
    for person, x_id in session.execute("SELECT id, x_id FROM person WHERE x_id IS NOT NULL").fetchall():
        add_pairs(session, named_by(session, person, x_id))
    session.execute("UPDATE person SET edges = 0 WHERE edges <> 0")
    values = ((edges, person) for person, edges in edges_listed(session))
    session.connection.executemany("UPDATE person SET edges = edges + ? WHERE id = ?", values)
    recount_people(session)


_LINKED = "EXISTS (SELECT 1 FROM account a WHERE a.person = person.id AND a.level >= ?)"
_REUNITED = """
UPDATE person SET reunited = 1 WHERE here = 1 AND EXISTS (
  SELECT 1 FROM graph.match m CROSS JOIN person o ON o.id = m.other WHERE m.person = person.id AND o.here = 1
)
"""


def recount_people(session: Session) -> None:
    """Who is here, what is to be seen of everybody, the pairs, and every Tally, again."""
    shown.fill(session)
    session.execute(f"UPDATE person SET here = {_COUNTED.format('person.id')} AND {_LINKED}", (session.minimum,))  # noqa: S608
    session.execute("UPDATE person SET reunited = 0 WHERE reunited <> 0")
    session.execute(_REUNITED)
    reconnections.forget_lost(session)
    session.counts.clear()
    session.execute("DELETE FROM tally")
    session.counts.update(recount(session))
    session.flush()


def recount(session: Session) -> dict[str, int]:
    """Every Tally, counted from the rows it is about."""
    counted = _COUNTED.format("a.person")
    both = "graph.match m JOIN here a ON a.person = m.person JOIN here b ON b.person = m.other"
    queries = {
        "arrivals": f"arrival JOIN account a ON a.id = arrival.account WHERE {counted}",
        "voices": f"voice JOIN account a ON a.id = voice.account WHERE {counted}",
        "matches": f"{both} WHERE m.support & 3 <> 0",
        "people": "here",
        "reunited": f"(SELECT DISTINCT m.person FROM {both})",  # noqa: S608
        "reconnected": f"{both} JOIN reconnected r USING (person, other) WHERE m.support & 3 <> 0",
        **{
            name: f"account a WHERE a.platform = '{platform}' AND a.level >= {session.minimum} AND {counted}"
            for platform, name in ACCOUNTS.items()
        },
    }
    here = f"SELECT DISTINCT a.person FROM account a WHERE a.level >= {session.minimum} AND {counted}"  # noqa: S608
    with_here = f"WITH here (person) AS MATERIALIZED ({here}) SELECT count(*) FROM"
    found = {name: int(session.execute(f"{with_here} {source}").fetchone()[0]) for name, source in queries.items()}
    silent = {person for (person,) in session.execute(_UNCOUNTED)}
    return found | {"edges": sum(edges for person, edges in edges_listed(session) if person not in silent)}
