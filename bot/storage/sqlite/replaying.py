"""At the opening: whoever was erased, and stands in the database all the same, is erased again.

That is so when an older database was put back, or when a crash fell between the file of tombstones and the commit.
Somebody registered after their erasure has come back, and stays.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.domain.accounts import Account, Platform
from bot.storage.sqlite import forgetting, tombstones, whose
from bot.storage.sqlite.tombstones import mark_of

if TYPE_CHECKING:
    from bot.storage.sqlite.session import Session
    from bot.storage.sqlite.whose import Whose

log = logging.getLogger(__name__)

_PEOPLE = "SELECT id, x_id, created_at FROM person WHERE x_id IS NOT NULL"
_ACCOUNTS = """
SELECT a.platform, coalesce(a.stable_id, ''), a.handle, a.person, coalesce(a.linked_at, 0), coalesce(p.created_at, 0)
FROM account a LEFT JOIN person p ON p.id = a.person
"""
_AUTHORS = """
SELECT DISTINCT account FROM inbox WHERE account <> '' UNION SELECT DISTINCT recipient FROM outbox WHERE recipient <> ''
"""


def replay(session: Session) -> int:
    """Erase them; how many. Reads everybody, if there is anything to replay."""
    buried = {stone.mark: stone.at for stone in tombstones.catch_up(session)}
    if not buried:
        return 0
    found = list(_found(session, buried))
    erased = 0
    for one in found:
        if one.person is None or session.execute("SELECT 1 FROM person WHERE id = ?", (one.person,)).fetchone():
            forgetting.erase(session, one, session.clock.now())
            erased += 1
    if erased:
        log.warning("erased again, as they had asked for", extra={"people": erased})
    return erased


def _found(session: Session, buried: dict[bytes, int]) -> Iterator[Whose]:
    """Those with a tombstone newer than their registration; somebody with two names may come twice."""
    secret, persons, known = session.memory.secret, set[int](), set[str]()
    alone: list[tuple[int | None, Whose]] = []
    for person, x_id, since in session.execute(_PEOPLE).fetchall():
        if buried.get(mark_of(secret, "x", str(x_id), ""), 0) > since:
            persons.add(person)
    for platform, stable_id, handle, person, linked_at, since in session.execute(_ACCOUNTS).fetchall():
        known.add(stable_id)
        name = ("account", platform, stable_id) if stable_id else ("handle", platform, handle)
        if buried.get(mark_of(secret, *name), 0) <= max(linked_at, since):
            continue
        one = whose.of_account(session, Account(Platform(platform), stable_id, handle), whole=False)
        if one.person is not None:
            persons.add(one.person)
        else:  # a weaker Link was erased without its Person
            alone.append((person, one))
    yield from (one for person, one in alone if person not in persons)
    yield from (whose.of_person(session, person) for person in sorted(persons))
    for (author,) in session.execute(_AUTHORS).fetchall():
        platform = Platform.BLUESKY if author.startswith("did:") else Platform.MASTODON
        if author not in known and mark_of(secret, "account", platform.value, author) in buried:
            yield whose.of_account(session, Account(platform, author), whole=False)
