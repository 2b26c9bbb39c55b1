"""Whom the Posts still owed list by name: written for one moment, sent at another, they are asked again in between."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.domain.accounts import Platform
from bot.domain.matching import Match
from bot.domain.outbox import ERASED, State
from bot.storage.sqlite import matching, shown
from bot.storage.sqlite.outbox import SqliteOutbox
from bot.storage.sqlite.session import Session

_KEEP = "INSERT OR REPLACE INTO naming (post, person, other, account, public) VALUES (?, ?, ?, ?, ?)"
# Index order: from the few names of one Post to the pairs.
_NAMED = """
SELECT n.other, n.account, n.public, coalesce(m.support, 0) << 5
FROM naming n LEFT JOIN graph.match m ON m.person = n.person AND m.other = n.other WHERE n.post = ?
"""
# The words of the partial index consent_hidden. Index order: from the few who hid since to the pairs of the recipient.
# Not of digests, whose number is one of many and whose next is a week away: nobody may undo those of others by hiding.
_HIDDEN = """
SELECT c.value, m.support << 5 FROM outbox o CROSS JOIN consent c CROSS JOIN account a CROSS JOIN graph.match m
WHERE o.id = ? AND o.kind IN ('find', 'why') AND c.purpose = 'found' AND c.value <> 'network' AND c.at >= o.created_at
  AND a.platform IN ('bluesky', 'mastodon') AND a.stable_id = o.recipient AND o.recipient <> ''
  AND m.person = a.person AND m.other = c.person
"""
_OWED = ", ".join(f"'{state}'" for state in (State.READY, State.SENDING, State.UNKNOWN, State.HELD))
_TO_ACCOUNT = f"SELECT id FROM outbox WHERE recipient = ? AND recipient <> '' AND state IN ({_OWED})"  # noqa: S608
# Also what went to an account that is no longer theirs.
_TO_THEM = f"""
WITH theirs (post) AS (SELECT post FROM naming WHERE person = ?1 UNION SELECT post FROM telling WHERE person = ?1)
SELECT o.id FROM theirs CROSS JOIN outbox o ON o.id = theirs.post WHERE o.state IN ({_OWED})
"""  # noqa: S608
# One that may be out there already has to be looked for by its words: if it is not there, it is not sent again.
_OF_THEM = """
SELECT o.id FROM naming n CROSS JOIN outbox o ON o.id = n.post WHERE n.other = ? AND o.state IN ('ready', 'held')
"""
_ENDS = "SELECT 1 FROM ending WHERE post = ? AND what = 'scrub'"
_EMPTY = "UPDATE outbox SET recipient = '', record = '{}', ticket = '{}', image = NULL WHERE id = ?"


def keep(session: Session, person: int, post: int, listed: Iterable[Match], *, public: bool) -> None:
    """See `ports.Graph.list_names`."""
    rows = ((post, person, match.person, match.account.id or match.account.handle, int(public)) for match in listed)
    session.connection.executemany(_KEEP, rows)


def stand(session: Session, post: int, minimum: int) -> bool:
    """See `ports.Graph.names_stand`."""
    rows = session.execute(_NAMED, (post,)).fetchall()
    others = sorted({other for other, *_ in rows})
    seen, links = shown.look(session, others, minimum), matching.links(session, others, minimum)
    for other, account, public, support in rows:
        tie = shown.tie_of(seen[other].shows | support)
        told = any(account in (link.account.id, link.account.handle) for link in links[other])
        if not (support and tie.visible and told and (tie.named or not public)):
            return False
    # Nobody hid since its numbers were counted. Who did not change what the recipient may see of them is no matter.
    here = shown.BITS[Platform.BLUESKY]
    hid = session.execute(_HIDDEN, (post,)).fetchall()
    return all(shown.tie_of(shown.FOUND[found] | here | support).visible for found, support in hid)


def forget(session: Session, person: int, names: Iterable[str], now: datetime) -> None:
    """Of somebody who is erased: what is owed to them, at Accounts of these names, or lists them, has no words left."""
    owed = [row for name in names for row in session.execute(_TO_ACCOUNT, (name,)).fetchall()]
    owed += session.execute(_TO_THEM, (person,)).fetchall()
    owed += session.execute(_OF_THEM, (person,)).fetchall()
    outbox = SqliteOutbox(session)
    for (post,) in owed:
        if session.execute(_ENDS, (post,)).fetchone():
            continue  # it is looked for first, then deleted
        # Whatever its state: an admin may withdraw what is held, only its own outcome may what is on its way.
        _ = outbox.withdraw(post, now, ERASED) or outbox.settle(post, State.WITHDRAWN, now, reason=ERASED)
        session.execute(_EMPTY, (post,))
    session.execute("DELETE FROM naming WHERE person = ?", (person,))
    session.execute("UPDATE OR REPLACE naming SET other = 0, account = '' WHERE other = ?", (person,))
