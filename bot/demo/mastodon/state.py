"""The plain values of the demo's Mastodon: accounts, statuses, notifications, media, tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Account:
    """One account; `host` is empty for those of this server. `token` is empty for remote ones."""

    id: str
    username: str
    host: str
    created: datetime
    display_name: str = ""
    note: str = ""
    fields: list[tuple[str, str]] = field(default_factory=list)
    verified: set[str] = field(default_factory=set)  # values of fields that link back
    bot: bool = False
    locked: bool = False
    admin: bool = False
    suspended: bool = False
    deleted: bool = False
    memorial: bool = False
    moved_to: Account | None = None
    aliases: list[str] = field(default_factory=list)
    actor: str = ""  # its stable address, when it is not that of the server's usual form
    password: str = ""
    token: str = ""
    policy: dict[str, str] = field(default_factory=dict)
    followed_tags: set[str] = field(default_factory=set)
    posted: int = 0
    last_posted: datetime | None = None

    @property
    def acct(self) -> str:
        """`user` here, `user@host` elsewhere."""
        return f"{self.username}@{self.host}" if self.host else self.username


@dataclass
class Media:
    """One uploaded file; attached to one status for good."""

    id: str
    owner: str
    data: bytes
    mime: str
    description: str = ""
    status_id: str = ""


@dataclass
class Status:
    """One status. `mentions` are account ids in the order of the text."""

    id: str
    account: Account
    text: str
    visibility: str
    created: datetime
    language: str | None = None
    reply_to: Status | None = None
    mentions: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    spoiler: str = ""
    sensitive: bool = False
    edited: datetime | None = None
    favourites: set[str] = field(default_factory=set)
    uri: str = ""  # as for `Account.actor`
    replies: list[Status] = field(default_factory=list)


@dataclass
class Notification:
    """One line of somebody's notifications. `filtered` ones are only seen when asked for."""

    id: str
    type: str
    to: str
    by: Account
    at: datetime
    status: Status | None = None
    filtered: bool = False


@dataclass(frozen=True)
class Happening:
    """Something the streams tell: to these channels, as seen by these accounts."""

    event: str
    channels: frozenset[str]
    status: Status | None = None
    notification: Notification | None = None


@dataclass(frozen=True)
class Token:
    """What an access token opens; an app's own token has no account."""

    account: Account | None
    scopes: frozenset[str]
    app: str = "demo"


POLICY = {
    "for_not_following": "accept",
    "for_not_followers": "accept",
    "for_new_accounts": "accept",
    "for_private_mentions": "filter",
    "for_limited_accounts": "filter",
}
"""The notification policy of a new account on Mastodon >= 4.3 (stored schema: filter_private_mentions TRUE)."""
