"""What a network shows us that may call for an act, in words that hold for every network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.domain.accounts import Account
    from bot.domain.lives import Sign


class Kind(StrEnum):
    """Why an Encounter reached us. A post that mentions us and carries a tag is a mention."""

    MENTION = "mention"  # a post or reply that names us, or a reply to one of our posts
    TAG = "tag"  # a post with a campaign tag that does not name us
    FOLLOW = "follow"  # somebody follows the bot
    MESSAGE = "message"  # Bluesky chat; a Mastodon direct status is a mention with DIRECT visibility
    PROFILE = "profile"  # a profile that changed
    SIGN_UP = "sign-up"  # a new account on the bot's own server


class Visibility(StrEnum):
    """Who can read a post, from widest to narrowest."""

    PUBLIC = "public"
    UNLISTED = "unlisted"
    PRIVATE = "private"  # followers
    DIRECT = "direct"  # the recipients only; Bluesky chat

    @property
    def width(self) -> int:
        """0 is the widest; a larger number reaches fewer people."""
        return list(Visibility).index(self)

    def narrowed_to(self, other: Visibility) -> Visibility:
        """The narrower of the two: an answer is never more visible than the question."""
        return max(self, other, key=lambda v: v.width)


@dataclass(frozen=True, slots=True)
class Encounter:
    """One thing a network showed us.

    `account` is who they are: behind a bridge's copy the Account on its own network. `via` is the copy then, which is
    what was seen and what is answered.
    `uri` is unique in its network and stable: the AT URI of a post or follow, the ActivityPub URI of a status,
    `chat:CONVO/MESSAGE`, `follow:ACCOUNT_ID`, `sign-up:ACCOUNT_ID`, the profile's AT URI + `#` + its CID.
    `at` is when the network witnessed it (UTC), never what the author's clock says.
    `text` is plain text without lone surrogates or control characters, our own mention removed.
    `reply` is what the network's own `compose` needs to answer; JSON, opaque to everybody else.
    """

    network: str
    kind: Kind
    uri: str
    account: Account
    at: datetime
    text: str = ""
    languages: tuple[str, ...] = ()
    visibility: Visibility = Visibility.PUBLIC
    tags: frozenset[str] = frozenset()  # folded, without '#': see text.fold_tag
    thread: str = ""  # URI of the thread's first post; the post's own URI when it starts one
    parent: str = ""  # the post it replies to, as a Receipt names it where it is ours; "" when it replies to none
    thread_author: str = ""  # stable id of who wrote the thread's first post, where the network itself says so
    reply_to_us: bool = False  # the parent post is ours
    addressed: bool = False  # the author wrote our name in it (not merely a reply to us or our name carried along)
    others_mentioned: bool = False  # the post mentions somebody who is neither the author nor us
    bot: bool = False  # the author is labelled as automated
    bridged: bool = False  # the author is a bridge's copy of nobody knows whom
    via: Account | None = None  # the bridge's copy by which the author was seen
    names: tuple[str, ...] = ()  # other addresses of the same post: its page, its original behind a bridge
    moved: bool = False  # the author's account says that it lives elsewhere now
    bio: str = ""  # the author's profile text, when the network gave it along; for PROFILE always
    reply: Mapping[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> Account:
        """The Account that is answered, on the network that showed it."""
        return self.via or self.account

    @property
    def private(self) -> bool:
        """Only the author and we can read it."""
        return self.kind is Kind.MESSAGE or self.visibility is Visibility.DIRECT


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time of which we may have missed something, or chose not to answer (UTC)."""

    network: str
    source: str
    since: datetime
    until: datetime
    reason: str
    missed: int = 0  # Encounters known and left unanswered; 0 when nobody can know


@dataclass(frozen=True, slots=True)
class Batch:
    """Encounters of one source, oldest first, and the Cursor to commit with the last of them.

    `seen` means: record them as seen and answer none (the first start of a network).
    """

    source: str
    encounters: tuple[Encounter, ...] = ()
    cursor: str | None = None
    seen: bool = False
    gap: Gap | None = None
    signs: tuple[Sign, ...] = ()  # of how Accounts live, oldest first
