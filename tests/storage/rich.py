"""Somebody of whom every table knows something, among others."""

from __future__ import annotations

import json
from typing import Any

from bot.domain.accounts import Account, Platform
from bot.domain.outbox import State
from bot.storage.sqlite import whose
from bot.storage.sqlite.personal import PERSONAL
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.storage.builders import NOW, a_draft, a_mention, bluesky, mastodon

X_ID = 1_234_567_890_123_456_789
X_HANDLE = "RichOnX"
HERE, THERE = bluesky("richperson"), mastodon("richperson")
OTHER = bluesky("other")
NAMES = (
    "did:plc:richperson", "richperson.bsky.social", "richperson@m.example", "m.example/users/richperson",
    "m.example/@richperson", X_HANDLE, str(X_ID), "did%3Aplc%3Arichperson",
)  # fmt: skip
"""Every name of theirs."""


def post_to(tx: SqliteTransaction, who: Account, trigger: str, *, thread: str = "", **record: Any) -> int:
    """A Post that was sent to somebody."""
    draft = a_draft(trigger, recipient_id=who.id)
    more: dict[str, Any] = {"network": "bluesky", "kind": "find", "thread": thread or trigger, "counts": True}
    post = tx.outbox.add(draft, {"text": "hello", "to": who.handle, **record}, state=State.READY, **more)
    assert post is not None
    tx.outbox.mark_sending(post, NOW)
    tx.outbox.settle(post, State.SENT, NOW, receipt=f"at://did:plc:bot/app.bsky.feed.post/{post}")
    return post


KNOWN: dict[str, Any] = {
    "x_id": X_ID, "x_handle": X_HANDLE, "claim": 1, "state": "stands", "platform": "bluesky", "network": "bluesky",
    "method": "code", "level": 3, "turn": 0, "present": 1, "place": "3k2a", "recipient": HERE.id,
}  # fmt: skip


def fill(tx: SqliteTransaction) -> None:
    """A row of theirs in every table of the registry that has none yet; words name them."""
    meant = whose.of_account(tx.session, HERE, whole=False)
    for entry in reversed(PERSONAL):
        if "." in entry.table or entry.table in ("reconnected", "import_before"):
            continue
        (there,) = tx.session.execute(f"SELECT count(*) FROM {entry.table} WHERE {entry.of}", meant.values).fetchone()
        if not there:
            _one(tx, entry.table, meant)


def _one(tx: SqliteTransaction, table: str, meant: whose.Whose) -> None:
    own = {"account": HERE.id if table == "listed" else meant.rows[0], "person": meant.person, "claim": _claim(tx)}
    values: dict[str, Any] = {}
    for name, kind, wanted, default, key in tx.session.execute(
        "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?)", (table,)
    ):
        if name in own or name in KNOWN:
            values[name] = own.get(name, KNOWN.get(name))
        elif wanted and default is None and not (key and kind == "INTEGER"):
            values[name] = HERE.handle if kind == "TEXT" else b"" if kind == "BLOB" else 1_700_000_000_000_000
    values["batch"] = tx.session.execute("SELECT max(id) FROM import_batch").fetchone()[0]
    columns = {row[0] for row in tx.session.execute("SELECT name FROM pragma_table_info(?)", (table,))}
    values = {name: value for name, value in values.items() if name in columns}
    marks = ", ".join("?" * len(values))
    tx.session.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", (*values.values(),))


def _claim(tx: SqliteTransaction) -> int:
    return int(tx.session.execute("SELECT max(id) FROM claim").fetchone()[0])


def enrich(tx: SqliteTransaction) -> int:
    """Make them; their number."""
    tx.inbox.first_start("bluesky", NOW)
    person = tx.people.register(X_ID, X_HANDLE, "fr", NOW).id
    other = tx.people.register(99, "Otheronx", "fr", NOW).id
    tx.people.link(person, HERE, 4, "s", NOW)
    tx.people.link(person, THERE, 4, "s", NOW)
    tx.people.link(other, OTHER, 4, "s", NOW)
    for purpose, value in (("named", "yes"), ("told", "weekly")):
        tx.people.set_consent(person, purpose, value, NOW)
    for account in (HERE, THERE):
        tx.people.arrive(account, "bluesky", "follow", NOW)
        tx.people.voice(account, NOW)
    tx.people.claim(HERE, X_HANDLE, "at://did:plc:richperson/app.bsky.feed.post/9", NOW)
    tx.people.ask(HERE, "consent", NOW)
    tx.people.mark(HERE, "welcome", NOW)
    tx.graph.replace_list(person, 0, "archive", [99, 100], NOW, whole=True)
    tx.graph.replace_list(other, 0, "archive", [X_ID, 100], NOW, whole=True)
    tx.graph.replace_list(other, 1, "archive", [X_ID], NOW)
    _seen(tx)
    _told(tx, person, other)
    fill(tx)
    return person


def _seen(tx: SqliteTransaction) -> None:
    own = "at://did:plc:richperson/app.bsky.feed.post/1"
    tx.inbox.add(a_mention(own, account=HERE, text="find", thread=own), NOW)
    tx.inbox.add(a_mention("follow:did:plc:richperson", account=HERE), NOW)
    words = "look, @richperson.bsky.social and https://x.com/richonx and https://e.example/?u=did%3Aplc%3Arichperson"
    tx.inbox.add(a_mention("at://did:plc:other/app.bsky.feed.post/2", account=OTHER, text=words, thread=own), NOW)
    tx.inbox.add(a_mention("at://did:plc:other/app.bsky.feed.post/3", account=OTHER, text="find"), NOW)


def _told(tx: SqliteTransaction, person: int, other: int) -> None:
    own = "at://did:plc:richperson/app.bsky.feed.post/1"
    post = post_to(tx, HERE, own)
    tx.graph.tell(person, post, 1, NOW)
    listing = post_to(tx, OTHER, "at://did:plc:other/app.bsky.feed.post/3", names=HERE.handle)
    tx.graph.list_names(other, listing, tx.graph.matches(other, Platform.BLUESKY, 1).ranked, public=True)
    post_to(tx, OTHER, "at://did:plc:other/app.bsky.feed.post/2", thread=own, root={"uri": own})
    tx.digests.keep(person, post)
    batch = tx.imports.begin("s", NOW)
    tx.session.execute("UPDATE import_batch SET state = 'done'")
    tx.session.execute(
        "INSERT INTO import_before (batch, kind, person, before) VALUES (?, 'link', ?, ?)",
        (batch, other, json.dumps({"stable_id": HERE.id, "handle": HERE.handle})),
    )
