"""What an admin chose for Bluesky, and the names of the things we speak of there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from bot.networks.pacing import Window

POST: Final = "app.bsky.feed.post"
PROFILE: Final = "app.bsky.actor.profile"
FOLLOW: Final = "app.bsky.graph.follow"
LIST: Final = "app.bsky.graph.list"
LISTITEM: Final = "app.bsky.graph.listitem"
MENTION: Final = "app.bsky.richtext.facet#mention"
CHAT: Final = "chat.bsky.convo"
"""Stands where a record has its collection when the Post is a private message."""

GRAPHEMES: Final = 300
UTF8_BYTES: Final = 3000
IMAGE_BYTES: Final = 2_000_000
"""Limits of app.bsky.feed.post and app.bsky.embed.images; the first two are enforced by the PDS with a 400."""

WRITE_WINDOWS: Final = (Window(points=5000, seconds=3600), Window(points=35_000, seconds=86_400))
CREATE_POINTS: Final = 3
DELETE_POINTS: Final = 1
"""https://docs.bsky.app/docs/advanced-guides/rate-limits: create 3, update 2, delete 1; we update nothing."""
MENTION_WINDOWS: Final = (Window(points=10, seconds=3600),)
"""People called who had not written to us. Bluesky's published rules report a new account at 12 an hour, any at 40
(https://github.com/bluesky-social/indigo/tree/main/automod/rules)."""
REQUEST_WINDOWS: Final = (Window(points=3000, seconds=300),)


@dataclass(frozen=True, slots=True)
class Settings:
    """One Bluesky account. `jetstream` are base addresses (`wss://host`), tried in order; `tags` are folded."""

    service: str
    handle: str
    password: str = field(repr=False)
    jetstream: tuple[str, ...] = ()
    tags: frozenset[str] = frozenset()
    request_timeout_seconds: float = 15.0
    settle_seconds: float = 60.0
    budget_share: float = 0.8
    scan_seconds: float = 60.0  # between two scans of the notifications
    chat_seconds: float = 3.0  # between two looks for private messages
