"""Only what matters is written in a test."""

from datetime import UTC, datetime, timedelta
from typing import Any

from bot.domain.accounts import Account, Platform
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.outbox import Draft, derive_key

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)

NEW_ENOUGH = "from bot.storage.sqlite import engine\nengine.VERSION = max(engine.VERSION, engine.SAFE_VERSION)\n"
"""The first lines of a program in another process; see the fixture of that name."""


class FixedClock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.time = NOW

    def now(self) -> datetime:
        return self.time


def bluesky(name: str, did: str | None = None) -> Account:
    return Account(Platform.BLUESKY, f"did:plc:{name}" if did is None else did, f"{name}.bsky.social")


def mastodon(name: str, host: str = "m.example", **more: Any) -> Account:
    """As its own server shows it: actor URI, profile URL, local id."""
    known = {"id": f"https://{host}/users/{name}", "url": f"https://{host}/@{name}", "handle": f"{name}@{host}"}
    return Account(Platform.MASTODON, **{**known, **more})


def a_mention(uri: str = "at://did:plc:ann/post/1", **more: Any) -> Encounter:
    known: dict[str, Any] = {"network": "bluesky", "kind": Kind.MENTION, "account": bluesky("ann"), "at": NOW}
    return Encounter(uri=uri, **{**known, **more})


def a_draft(trigger: str = "at://did:plc:ann/post/1", **more: Any) -> Draft:
    known: dict[str, Any] = {
        "key": derive_key(trigger, "answered"),
        "text": ("hello",),
        "language": "en",
        "visibility": Visibility.PUBLIC,
        "created_at": NOW,
        "recipient_id": "did:plc:ann",
    }
    return Draft(trigger=trigger, **{**known, **more})
