"""What Bluesky shows us, as Encounters: one classifier for the stream, the notifications and the search. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from bot.domain.accounts import Account, Platform
from bot.domain.arrivals import names_x_account
from bot.domain.bridges import home_of
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.text import clean, fold_tag
from bot.networks.bluesky import facets
from bot.networks.bluesky.settings import FOLLOW, POST, PROFILE

Json = Mapping[str, Any]

_BRIDGES: Final = (".brid.gy",)
_BRIDGE_LABEL: Final = "bridged-from-"
_SPACES: Final = re.compile(r"[ \t]{2,}")
_X_ALONE: Final = re.compile(r"\bx\b")
MOST_LANGUAGES: Final = 3
"""As many as the lexicon of a post allows."""


@dataclass(frozen=True, slots=True)
class Us:
    """Who listens: the network's name, our DID, the campaign's tags (folded)."""

    network: str
    did: str
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Author:
    """What the AppView says of an account."""

    did: str
    handle: str = ""
    display_name: str = ""
    bio: str = ""
    bot: bool = False
    bridged: bool = False

    @property
    def account(self) -> Account:
        url = f"https://bsky.app/profile/{self.did}"
        return Account(Platform.BLUESKY, self.did, self.handle, url=url, display_name=self.display_name)


@dataclass(frozen=True, slots=True)
class Sight:
    """One record and when the network witnessed it (UTC). `record` holds what its author wanted: trust no type."""

    uri: str
    cid: str
    did: str
    record: Json
    at: datetime

    @property
    def collection(self) -> str:
        return self.uri.split("/")[3]


def author(view: Json) -> Author:
    """The Author of any profile view."""
    handle, marks = _words(view.get("handle")), labels(view)
    return Author(
        did=_words(view.get("did")),
        handle="" if handle == "handle.invalid" else handle.lower(),
        display_name=_words(view.get("displayName")),
        bio=_words(view.get("description")),
        bot="bot" in marks,
        bridged=handle.endswith(_BRIDGES) or any(mark.startswith(_BRIDGE_LABEL) for mark in marks),
    )


def concerns(sight: Sight, us: Us) -> bool:
    """Whether this record makes an Encounter at all; asked before its author is looked up."""
    return encounter(sight, Author(sight.did), us) is not None


def encounter(sight: Sight, who: Author, us: Us) -> Encounter | None:
    """The Encounter a record makes, or None: a reply that merely continues a thread of ours, a profile without X..."""
    if sight.did == us.did or not sight.cid:  # what has no CID cannot be answered
        return None
    make = {POST: _post, FOLLOW: _follow, PROFILE: _profile}.get(sight.collection)
    made = make(sight, us) if make else None
    if made is None:
        return None
    original = _words(sight.record.get("bridgyOriginalUrl"))
    home = home_of(who.account, original)
    return replace(
        made,
        account=home or who.account,
        via=who.account if home else None,
        names=(original,) if home and original and sight.collection == POST else (),
        bio=made.bio or who.bio,
        bot=made.bot or who.bot,
        bridged=home is None and (made.bridged or who.bridged),
    )


def strong_ref(value: object) -> dict[str, str] | None:
    """`{"uri", "cid"}` of a reference, or None when it is none."""
    if not isinstance(value, dict):
        return None
    uri, cid = value.get("uri"), value.get("cid")
    if isinstance(uri, str) and isinstance(cid, str) and uri.startswith("at://") and cid:
        return {"uri": uri, "cid": cid}
    return None


def _post(sight: Sight, us: Us) -> Encounter | None:
    found = facets.read(sight.record, us.did)
    parent, root = _reply(sight.record)
    addressed = us.did in found.mentions
    reply_to_us = parent is not None and parent["uri"].startswith(f"at://{us.did}/")
    if not (addressed or reply_to_us or found.tags & us.tags):
        return None
    own = {"uri": sight.uri, "cid": sight.cid}
    return Encounter(
        network=us.network,
        kind=Kind.MENTION if addressed or reply_to_us else Kind.TAG,
        uri=sight.uri,
        account=Account(Platform.BLUESKY, sight.did),
        at=sight.at,
        text=_SPACES.sub(" ", clean(facets.without(facets.text_bytes(sight.record), found.ours))).strip(),
        languages=_languages(sight.record),
        visibility=Visibility.PUBLIC,
        tags=found.tags,
        thread=root["uri"] if root else sight.uri,
        parent=parent["uri"] if parent else "",
        reply_to_us=reply_to_us,
        addressed=addressed,
        others_mentioned=bool(found.mentions - {us.did, sight.did}),
        bot="bot" in labels(sight.record),
        reply={"root": root or own, "parent": own},
    )


def _follow(sight: Sight, us: Us) -> Encounter | None:
    if sight.record.get("subject") != us.did:
        return None
    return Encounter(
        network=us.network,
        kind=Kind.FOLLOW,
        uri=sight.uri,
        account=Account(Platform.BLUESKY, sight.did),
        at=sight.at,
        thread=sight.uri,
        reply={"member": sight.did},
    )


def _profile(sight: Sight, us: Us) -> Encounter | None:
    bio = clean(_words(sight.record.get("description")))
    if not (may_name_x(bio, us.tags) and names_x_account(bio, us.tags)):
        return None  # somebody who has nothing to do with us: nothing of theirs is looked up or kept
    marks = labels(sight.record)
    return Encounter(
        network=us.network,
        kind=Kind.PROFILE,
        uri=f"{sight.uri}#{sight.cid}",
        account=Account(Platform.BLUESKY, sight.did),
        at=sight.at,
        thread=sight.uri,
        bot="bot" in marks,
        bridged=any(mark.startswith(_BRIDGE_LABEL) for mark in marks),
        bio=bio,
        reply={"member": sight.did},
    )


def may_name_x(bio: str, tags: frozenset[str]) -> bool:
    """Whether a profile may name an X account or a campaign tag: a wide net, nine times as fast (5 us)."""
    small = bio.lower()
    if ("x" in small and _X_ALONE.search(small)) or "twitter" in small:
        return True
    folded = small if small.isascii() else fold_tag(bio)
    return any(tag in folded for tag in tags)


def _reply(record: Json) -> tuple[dict[str, str] | None, dict[str, str] | None]:
    """(parent, root) of a reply; a parent alone is its own root."""
    reply = record.get("reply")
    if not isinstance(reply, dict):
        return None, None
    parent = strong_ref(reply.get("parent"))
    return parent, strong_ref(reply.get("root")) or parent


def labels(view: Json) -> set[str]:
    """Label values of a view (a list) or of a record's self-labels (an object with `values`)."""
    found = view.get("labels")
    if isinstance(found, dict):
        found = found.get("values")
    if not isinstance(found, list):
        return set()
    return {_words(label.get("val")) for label in found if isinstance(label, dict) and not label.get("neg")}


def _languages(record: Json) -> tuple[str, ...]:
    langs = record.get("langs")
    if not isinstance(langs, list):
        return ()
    return tuple(_words(lang) for lang in langs[:MOST_LANGUAGES] if isinstance(lang, str))


def _words(value: object) -> str:
    return clean(value) if isinstance(value, str) else ""
