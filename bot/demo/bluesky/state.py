"""The plain values of the demo's Bluesky: records, accounts, commits, events, notices."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.demo.bluesky.records import moment
from bot.demo.messages import Json


@dataclass
class Stored:
    """One record as the repository holds it. `arrived` is the AppView's clock at its last write."""

    did: str
    collection: str
    rkey: str
    record: Json
    cid: str
    arrived: datetime

    @property
    def uri(self) -> str:
        return f"at://{self.did}/{self.collection}/{self.rkey}"

    @property
    def sort_at(self) -> datetime:
        """The earlier of `createdAt` and arrival: the AppView orders by it and shows it as `indexedAt`."""
        created = moment(self.record.get("createdAt"))
        return min(created, self.arrived) if created else self.arrived


@dataclass(frozen=True)
class Notice:
    """One line of somebody's notifications."""

    reason: str
    to: str
    source: Stored
    subject: str = ""


@dataclass(frozen=True)
class Write:
    """One operation of a commit: `create`, `update` or `delete`; `record` is None for a delete."""

    action: str
    collection: str
    rkey: str
    record: Json | None = None


@dataclass(frozen=True)
class Commit:
    cid: str
    rev: str


@dataclass(frozen=True)
class Event:
    """What the relay would carry: `kind` is commit, identity, account or sync; `body` is its payload."""

    kind: str
    did: str
    at: datetime
    body: Json
    collection: str = ""


@dataclass
class Repo:
    """One account's data, without its behaviour."""

    did: str
    handle: str
    password: str
    status: str = "active"
    records: dict[tuple[str, str], Stored] = field(default_factory=dict)
    head: Commit = Commit("", "")
    seen_at: datetime | None = None
    commits: int = 0
    created: datetime = datetime(2026, 1, 1, tzinfo=UTC)


def parent_of(record: Json) -> str:
    """The address a post replies to, or an empty text."""
    return str(((record.get("reply") or {}).get("parent") or {}).get("uri") or "")


def root_of(record: Json) -> str:
    """The address of the thread a post replies in, or an empty text."""
    return str(((record.get("reply") or {}).get("root") or {}).get("uri") or "")


def subject_of(record: Json) -> str:
    """The address or DID a like, follow or block is about."""
    subject: Any = record.get("subject")
    return str(subject.get("uri") if isinstance(subject, dict) else subject)
