"""What an admin chose for one Mastodon account, and what the server allows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from bot.domain.text import Limits
from bot.networks.pacing import Window

POST_WINDOWS: Final = (Window(points=300, seconds=10_800),)
"""https://github.com/mastodon/mastodon/blob/main/app/lib/rate_limiter.rb: 300 statuses in 3 hours per account."""

DELETE_WINDOWS: Final = (Window(points=30, seconds=1800),)
"""https://github.com/mastodon/mastodon/blob/main/config/initializers/rack_attack.rb: 30 deletions in 30 minutes."""

PAGING_WINDOWS: Final = (Window(points=300, seconds=900),)
"""https://github.com/mastodon/mastodon/blob/main/config/initializers/rack_attack.rb: 300 requests with min_id,
max_id or since_id in 15 minutes."""

USER_AGENT: Final = "quittex-bot"


@dataclass(frozen=True, slots=True)
class Settings:
    """One account on one Mastodon-compatible server; durations in seconds.

    `tags` are the campaign's, folded -> as written. `budget_share` is the part of the server's limits that we use; 0
    lifts our own count of them.
    """

    url: str
    token: str = field(repr=False)
    tags: Mapping[str, str] = field(default_factory=dict)
    request_timeout_seconds: float = 15.0
    settle_seconds: float = 60.0
    budget_share: float = 0.8
    poll_seconds: float = 15.0  # between two looks at the notifications
    tag_seconds: float = 10.0  # between two looks at one tag
    sweep_seconds: float = 3600.0  # between two long looks at one tag
    heartbeat_seconds: float = 45.0  # of silence after which a stream is taken for dead; Mastodon thumps each 15 s

    @property
    def base(self) -> str:
        """The server's address without a slash at its end."""
        return self.url.rstrip("/")


@dataclass(frozen=True, slots=True)
class Instance:
    """What a server says of itself. `domain` is the part of its people's handles after the @."""

    domain: str
    limits: Limits
    streaming: str = ""  # base address of its streams, as announced
    version: str = ""


def read_instance(told: Mapping[str, Any], base: str) -> Instance:
    """An instance of either API version; what it does not say is Mastodon's default."""
    configuration = _table(told, "configuration")
    statuses, media = _table(configuration, "statuses"), _table(configuration, "media_attachments")
    urls = {**_table(told, "urls"), **_table(configuration, "urls")}
    return Instance(
        domain=_domain(told, base),
        limits=Limits(
            graphemes=_number(statuses.get("max_characters"), _number(told.get("max_toot_chars"), 500)),
            url_length=_number(statuses.get("characters_reserved_per_url"), 23),
            images=_number(statuses.get("max_media_attachments"), 4),
            alt_graphemes=_number(media.get("description_limit"), 1500),
        ),
        streaming=str(urls.get("streaming") or urls.get("streaming_api") or ""),
        version=str(told.get("version") or ""),
    )


def _domain(told: Mapping[str, Any], base: str) -> str:
    """v2 says `domain`, v1 `uri` (which some servers give as an address)."""
    said = str(told.get("domain") or told.get("uri") or "").strip().lower()
    if "://" in said:
        said = urlsplit(said).netloc
    return said.rstrip("/") or urlsplit(base).netloc.lower()


def _table(told: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = told.get(name)
    return value if isinstance(value, Mapping) else {}


def _number(value: object, default: int) -> int:
    return value if isinstance(value, int) and value > 0 else default
