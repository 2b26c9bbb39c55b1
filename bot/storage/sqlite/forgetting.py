"""Erasing somebody: one transaction over every table, the file of tombstones, and a note of what is still looked for.

What has their names by a number or an index goes here and now. Words of others that merely hold a name of theirs, and
lists of others that hold their pseudonym, are looked through right after, in short steps (see `sweeping`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.bridges import copies_of, name_of_copy
from bot.domain.outbox import DELETION, ERASED, State
from bot.domain.rights import Gone
from bot.storage.sqlite import derived, tombstones
from bot.storage.sqlite.outbox import SqliteOutbox, scrub
from bot.storage.sqlite.people import SqlitePeople, bereave
from bot.storage.sqlite.personal import DELETED_WITH_ACCOUNT, PERSONAL
from bot.storage.sqlite.tombstones import FORGOTTEN, hashed
from bot.storage.sqlite.values import micros

if TYPE_CHECKING:
    from bot.storage.sqlite.session import Session
    from bot.storage.sqlite.whose import Whose

_END = "INSERT INTO ending (post, what) VALUES (?, ?) ON CONFLICT DO NOTHING"
# Not the receipt of an erasure before this one: it is said first, and then keeps no word either.
_TO_THEM = """
SELECT id, state FROM outbox WHERE recipient IN (SELECT value FROM json_each(:ids)) AND kind <> :deletion
  AND NOT (kind = 'forget' AND state IN ('ready', 'sending', 'unknown'))
UNION SELECT o.id, o.state FROM telling t CROSS JOIN outbox o ON o.id = t.post WHERE t.person = :person
UNION SELECT o.id, o.state FROM naming n CROSS JOIN outbox o ON o.id = n.post
  WHERE n.person = :person OR n.other = :person
"""
_UNDER_WAY = (State.SENDING, State.UNKNOWN)
_SEEN = "SELECT id, network, uri FROM inbox WHERE account IN (SELECT value FROM json_each(:ids))"
# A handle that is somebody else's by now is theirs.
_HANDLES = """
SELECT DISTINCT i.handle FROM inbox i WHERE i.account IN (SELECT value FROM json_each(:ids)) AND i.handle <> ''
  AND NOT EXISTS (SELECT 1 FROM account a WHERE a.platform IN ('bluesky', 'mastodon') AND a.handle <> ''
    AND a.handle = i.handle AND a.id NOT IN (SELECT value FROM json_each(:accounts)))
"""
# Who is not of Bluesky has written there by a copy of theirs alone.
_REPOS = """
SELECT uri FROM inbox WHERE account IN (SELECT value FROM json_each(:ids)) AND account NOT LIKE 'did:%'
  AND uri LIKE 'at://did:%/%'
"""
_SEEN_AT = "SELECT id, network, uri FROM inbox WHERE network = ? AND uri >= ? AND uri < ?"
_NETWORKS = "SELECT DISTINCT network FROM first_start UNION SELECT DISTINCT network FROM cursor"
_FORGET = """
UPDATE OR REPLACE inbox SET uri = ?, account = '', handle = '', text = '', language = '', thread = '' WHERE id = ?
"""
_THREADS = "UPDATE inbox SET thread = '' WHERE thread >= ? AND thread < ?"
_POSTS_IN_THREADS = "SELECT id, state FROM outbox WHERE thread >= ? AND thread < ? AND thread <> ''"
_NOTICES = "DELETE FROM notice WHERE about = ?"  # what others were to be told about them
_SWEEP = "INSERT INTO erasure (at, names, x_id) VALUES (?, ?, ?)"


def erase(session: Session, whose: Whose, now: datetime) -> Gone:
    """Take somebody out of everything. StorageError if the file of tombstones cannot be written: nothing happened."""
    people = SqlitePeople(session)
    whose = replace(whose, former=_former(session, whose))
    silent = any(people.is_silent(account) for account in whose.accounts)
    marks = whose.marks(session.memory.secret)
    tombstones.bury(session, marks, micros(now), silent=silent)
    lists = _lists(session, whose.person)
    posts = _posts(session, whose, now)
    _inbox(session, whose)
    people.drop_claims(whose.rows, whose.x_id, whose.x_handle.casefold())
    if whose.person is not None:
        people.remove(whose.person)
    _accounts(session, whose, now)
    _by_number(session, whose)
    session.execute(_SWEEP, (micros(now), json.dumps(whose.names), whose.x_id))
    return Gone(len({account.id or account.handle for account in whose.accounts}), lists, len(posts), tuple(posts))


def _lists(session: Session, person: int | None) -> int:
    (count,) = session.execute("SELECT count(*) FROM graph.archive WHERE person = ?", (person,)).fetchone()
    return int(count)


def _posts(session: Session, whose: Whose, now: datetime) -> list[int]:
    """Those to them or naming them: unsent ones are withdrawn, none keeps a word. What is under way ends first."""
    found = dict(session.execute(_TO_THEM, {**whose.values, "deletion": DELETION}).fetchall())
    for post, state in found.items():
        _end(session, post, State(state), now)
        session.execute(_END, (post, "retract"))
    for prefix in _addresses(whose):  # answers to others in threads of theirs
        for post, state in session.execute(_POSTS_IN_THREADS, _range(prefix)).fetchall():
            if post not in found:
                _hide(session, post, State(state))
    return [post for post, state in found.items() if state not in ("ready", "held", "refused")]


def _end(session: Session, post: int, state: State, now: datetime) -> None:
    if state in _UNDER_WAY:
        session.execute(_END, (post, "scrub"))
        return
    if state in (State.READY, State.HELD):
        SqliteOutbox(session).withdraw(post, now, ERASED)
    scrub(session, post)


def _hide(session: Session, post: int, state: State) -> None:
    """An answer to somebody else stays; only where it stands is forgotten, now or once it is sent."""
    if state in (State.SENT, State.WITHDRAWN, State.REFUSED):
        session.execute("UPDATE outbox SET thread = '', record = '{}' WHERE id = ?", (post,))
    else:
        session.execute(_END, (post, "scrub"))


def _inbox(session: Session, whose: Whose) -> None:
    found = {row: (network, uri) for row, network, uri in session.execute(_SEEN, whose.values)}
    networks = [network for (network,) in session.execute(_NETWORKS).fetchall()]
    for prefix in _addresses(whose):
        for network in networks:
            rows = session.execute(_SEEN_AT, (network, *_range(prefix)))
            found |= {row: (there, uri) for row, there, uri in rows if not uri.startswith(FORGOTTEN)}
        session.execute(_THREADS, _range(prefix))
    session.connection.executemany(_FORGET, [(hashed(session, *seen), row) for row, seen in found.items()])


def _former(session: Session, whose: Whose) -> tuple[str, ...]:
    """What else they wrote under: handles of before, and the ids of the copies a bridge made of them."""
    handles = [handle for (handle,) in session.execute(_HANDLES, whose.values)]
    repos = {uri.split("/")[2] for (uri,) in session.execute(_REPOS, whose.values)}
    copies = [name_of_copy(account) for account in whose.accounts]
    return (*handles, *copies, *sorted(repos))


def _addresses(whose: Whose) -> Iterable[str]:
    """What the addresses of their posts, follows and sign-ups begin with."""
    for name in dict.fromkeys((*whose.ids, *(name for name in whose.former if name.startswith("did:")))):
        yield f"at://{name}/" if name.startswith("did:") else f"{name}/"
        yield from (f"{kind}:{name}" for kind in ("follow", "sign-up"))
        if name.startswith("did:"):
            actor, posts = copies_of(name)
            yield from (posts, f"follow:{actor}")


def _range(prefix: str) -> tuple[str, str]:
    return prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)


def _accounts(session: Session, whose: Whose, now: datetime) -> None:
    """A Person whose last Account asked, by a Link that is not believed, goes when nobody else comes for a month."""
    marks = ",".join("?" * len(whose.rows))
    theirs = session.execute(f"SELECT DISTINCT person FROM account WHERE id IN ({marks})", whose.rows).fetchall()  # noqa: S608
    with derived.changing(session, (), whose.rows):
        for entry in DELETED_WITH_ACCOUNT:
            session.execute(f"DELETE FROM {entry.table} WHERE {entry.of}", whose.values)  # noqa: S608
        session.connection.executemany(_NOTICES, [(row,) for row in whose.rows])
        session.connection.executemany("DELETE FROM account WHERE id = ?", [(row,) for row in whose.rows])
    for (person,) in theirs:
        if person is not None:
            bereave(session, person, now)


def _by_number(session: Session, whose: Whose) -> None:
    """Rows that name their X account: those of files on their way in, and what others claim to be."""
    for entry in PERSONAL:
        if ":x_id" in entry.of and not entry.instead:
            session.execute(f"DELETE FROM {entry.table} WHERE {entry.of}", whose.values)  # noqa: S608
