"""What differs between Mastodon and its kin, as one value; the figures are those of research/mastodon.md section 1."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Flavour:
    """One kind of server. Take `dataclasses.replace(MASTODON, …)` for a kind of your own.

    `honours_keys`: an Idempotency-Key makes a second post the first one (for an hour); else it is ignored.
    `repeated_key_status`: answer this instead of the first post; 500 was a real Mastodon bug (issue 40399).
    `filters_private_mentions`: private mentions by strangers give no notification until the policy accepts them.
    """

    name: str
    version: str
    ulids: bool = False
    honours_keys: bool = True
    repeated_key_status: int = 0
    sse: bool = True
    hashtag_stream: bool = True
    refusal_status: int = 422
    max_characters: int = 500
    url_length: int = 23
    locked_by_default: bool = False
    default_visibility: str = "public"
    has_policy: bool = True
    filters_private_mentions: bool = True
    dismisses_one: bool = True
    tag_needs_token: bool = False


MASTODON = Flavour("mastodon", "4.5.2")
GOTOSOCIAL = Flavour(
    "gotosocial",
    "0.20.0+git-57cb4fe",
    ulids=True,
    honours_keys=False,
    sse=False,
    hashtag_stream=False,
    refusal_status=400,
    max_characters=5000,
    url_length=25,
    locked_by_default=True,
    default_visibility="unlisted",
    has_policy=False,
    filters_private_mentions=False,
    dismisses_one=False,
    tag_needs_token=True,
)
FLAVOURS = {flavour.name: flavour for flavour in (MASTODON, GOTOSOCIAL)}
