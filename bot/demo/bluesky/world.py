"""What the demo's Bluesky knows: accounts, their repositories, notices, the log of events. No sockets here."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from bot.demo.bluesky.records import BLOCK, FOLLOW, LIKE, POST, PROFILE, cid_of, did_plc, tid
from bot.demo.bluesky.state import Commit, Event, Repo, Stored, Write, parent_of, subject_of
from bot.demo.messages import Json, Problem


class World:
    """Accounts and records, and what follows from them at once.

    `lag` is the time in seconds before the AppView shows a new record; `float("inf")` holds it back until changed.
    Listeners get every Event at once; watchers get every record that comes (True) or goes (False).
    """

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.now = now
        self.lag = 0.0
        self.repos: dict[str, Repo] = {}
        self.blobs: dict[str, tuple[bytes, str]] = {}
        self.watchers: list[Callable[[Stored, bool], None]] = []
        self.listeners: list[Callable[[Event], None]] = []
        self._last_tick = 0
        self._edges: dict[tuple[str, str, str], Stored] = {}
        self._likes: dict[str, set[str]] = {}
        self._replies: dict[str, list[Stored]] = {}

    # accounts

    def create(self, handle: str, password: str) -> Repo:
        """A new, empty account. Raises Problem when the handle is taken."""
        handle = handle.lower()
        if self.who(handle):
            raise Problem(400, "HandleNotAvailable", f"Handle already taken: {handle}")
        repo = Repo(did_plc(handle), handle, password, created=self.now())
        self.repos[repo.did] = repo
        repo.head = Commit(cid_of({"did": repo.did}), self.tick())
        self.emit("identity", repo.did, {"did": repo.did, "handle": handle})
        self.emit("account", repo.did, {"active": True, "did": repo.did})
        self.emit("sync", repo.did, {"blocks": {"$bytes": ""}, "did": repo.did, "rev": repo.head.rev})
        return repo

    def who(self, name: str) -> Repo | None:
        """The account of a DID or handle."""
        if name in self.repos:
            return self.repos[name]
        name = name.lower().removeprefix("@")
        return next((repo for repo in self.repos.values() if repo.handle == name and repo.status != "deleted"), None)

    def set_status(self, repo: Repo, status: str) -> None:
        """`active`, `takendown`, `suspended`, `deactivated`, `deleted`...; tells the stream."""
        repo.status = status
        body = {"active": status == "active", "did": repo.did}
        self.emit("account", repo.did, body if status == "active" else body | {"status": status})

    def rename(self, repo: Repo, handle: str) -> None:
        repo.handle = handle.lower()
        self.emit("identity", repo.did, {"did": repo.did, "handle": repo.handle})

    def lose_handle(self, repo: Repo) -> None:
        """Its name does not prove itself any more; the AppView shows none until it is renamed."""
        repo.handle = "handle.invalid"
        self.emit("identity", repo.did, {"did": repo.did})

    # records

    def tick(self) -> str:
        """A TID later than every one before it."""
        self._last_tick = max(self._last_tick + 1, time.time_ns() // 1000)
        return tid(self._last_tick)

    def commit(self, repo: Repo, writes: Iterable[Write]) -> Commit:
        """Apply writes as one commit, tell the stream and the AppView."""
        rev = self.tick()
        writes = list(writes)
        for write in writes:
            body = self._apply(repo, write) | {"rev": rev}
            self.emit("commit", repo.did, body, write.collection)
        repo.commits += 1
        repo.head = Commit(cid_of({"did": repo.did, "rev": rev, "prev": repo.head.cid}), rev)
        return repo.head

    def _apply(self, repo: Repo, write: Write) -> Json:
        key = (write.collection, write.rkey)
        body: Json = {"operation": write.action, "collection": write.collection, "rkey": write.rkey}
        if old := repo.records.pop(key, None):
            self._unindex(old)
        if write.record is None:
            return body
        stored = Stored(repo.did, *key, write.record, cid_of(write.record), self.now())
        repo.records[key] = stored
        self._index(stored)
        return body | {"record": write.record, "cid": stored.cid}

    def emit(self, kind: str, did: str, body: Json, collection: str = "") -> None:
        event = Event(kind, did, self.now(), body, collection)
        for listener in self.listeners:
            listener(event)

    def get(self, uri: str) -> Stored | None:
        """The record at an `at://` address, whatever the AppView thinks of it."""
        did, _, path = uri.removeprefix("at://").partition("/")
        collection, _, rkey = path.partition("/")
        repo = self.who(did)
        return repo.records.get((collection, rkey)) if repo else None

    def every(self, collection: str) -> list[Stored]:
        """All records of a collection, in the order they arrived."""
        found = [item for repo in self.repos.values() for key, item in repo.records.items() if key[0] == collection]
        return sorted(found, key=lambda item: item.arrived)

    # what follows from the records

    def shown(self, stored: Stored) -> bool:
        """Whether the AppView has this record, and its author's account is in order."""
        late = (self.now() - stored.arrived).total_seconds() < self.lag
        return not late and self.repos[stored.did].status == "active"

    def edge(self, collection: str, a: str, b: str) -> Stored | None:
        """The follow or block record of `a` about `b`."""
        return self._edges.get((collection, a, b))

    def ends(self, collection: str, did: str, incoming: bool) -> list[Stored]:
        """The follow or block records about somebody (incoming) or by them, oldest first."""
        near = 2 if incoming else 1
        return [item for key, item in self._edges.items() if key[0] == collection and key[near] == did]

    def apart(self, a: str, b: str) -> bool:
        """Whether either blocks the other."""
        return bool(self.edge(BLOCK, a, b) or self.edge(BLOCK, b, a))

    def replies(self, uri: str) -> list[Stored]:
        """Direct replies to a post, oldest first."""
        return list(self._replies.get(uri, ()))

    def likes(self, uri: str) -> int:
        return len(self._likes.get(uri, ()))

    def profile(self, did: str) -> Stored | None:
        repo = self.repos.get(did)
        return repo.records.get((PROFILE, "self")) if repo else None

    def _index(self, stored: Stored) -> None:
        if stored.collection == POST and (parent := parent_of(stored.record)):
            self._replies.setdefault(parent, []).append(stored)
        if stored.collection == LIKE:
            self._likes.setdefault(subject_of(stored.record), set()).add(stored.did)
        if stored.collection in (FOLLOW, BLOCK):
            self._edges[(stored.collection, stored.did, subject_of(stored.record))] = stored
        self._tell(stored, True)

    def _unindex(self, stored: Stored) -> None:
        if stored.collection == POST and (parent := parent_of(stored.record)):
            self._replies[parent].remove(stored)
        if stored.collection == LIKE:
            self._likes.get(subject_of(stored.record), set()).discard(stored.did)
        key = (stored.collection, stored.did, subject_of(stored.record))
        if self._edges.get(key) is stored:
            del self._edges[key]
        self._tell(stored, False)

    def _tell(self, stored: Stored, came: bool) -> None:
        for watcher in self.watchers:
            watcher(stored, came)
