"""A Draft as the record the network will hold, frozen to the last byte: pure, and the same for the same Draft.

A retry puts the same record on the same key, which the PDS answers without writing. Had the record a new `createdAt`,
or a picture named by the server's answer, the retry would be another record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import libipld

from bot.domain.outbox import Draft
from bot.domain.text import Link, Mention, Tag, Text, graphemes, plain
from bot.networks.bluesky.keys import record_key
from bot.networks.bluesky.settings import CHAT, GRAPHEMES, IMAGE_BYTES, MENTION, POST, UTF8_BYTES

Json = dict[str, Any]

_CID_RAW_SHA256: Final = b"\x01\x55\x12\x20"
_PNG: Final = b"\x89PNG\r\n\x1a\n"


def compose(draft: Draft) -> Json:
    """`{"collection", "rkey", "record"}` of a post, or `{"collection": CHAT, ...}` of a private message.

    AssertionError when it is longer than a post may be: the words are fitted before.
    """
    words = plain(draft.text)
    assert len(graphemes(words)) <= GRAPHEMES and len(words.encode()) <= UTF8_BYTES, "too long for a post"
    if "convo" in draft.reply or "member" in draft.reply:
        return _message(draft, words)
    record: Json = {
        "$type": POST,
        "text": words,
        "createdAt": iso(draft.created_at),
        "langs": [draft.language],
    }
    if found := facets(draft.text):
        record["facets"] = found
    if draft.reply:
        record["reply"] = {"root": dict(draft.reply["root"]), "parent": dict(draft.reply["parent"])}
    if draft.image is not None:
        record["embed"] = _picture(draft.image, draft.alt, draft.image_size)
    return {"collection": POST, "rkey": record_key(draft.trigger, draft.key), "record": record}


def facets(text: Text) -> list[Json]:
    """Links, tags and mentions of a text, on exact UTF-8 byte offsets."""
    found, at = [], 0
    for part in text:
        end = at + len(plain((part,)).encode())
        if isinstance(part, Link):
            found.append(_facet(at, end, {"$type": "app.bsky.richtext.facet#link", "uri": part.url}))
        elif isinstance(part, Tag):
            found.append(_facet(at, end, {"$type": "app.bsky.richtext.facet#tag", "tag": part.name}))
        elif isinstance(part, Mention):
            found.append(_facet(at, end, {"$type": MENTION, "did": part.id}))
        at = end
    return found


def blob_cid(data: bytes) -> str:
    """The name a PDS gives to these bytes: CIDv1, raw, sha-256."""
    return str(libipld.encode_cid(_CID_RAW_SHA256 + hashlib.sha256(data).digest()))


def _message(draft: Draft, words: str) -> Json:
    message: Json = {"text": words}
    if found := facets(draft.text):
        message["facets"] = found
    where = {name: draft.reply[name] for name in ("convo", "member", "after") if name in draft.reply}
    return {"collection": CHAT, "message": message, **where, **({"mark": draft.mark} if draft.mark else {})}


def _picture(image: bytes, alt: str, size: tuple[int, int]) -> Json:
    assert len(image) <= IMAGE_BYTES, "too large for a post's picture"
    assert image.startswith(_PNG), "charts are PNG"
    blob = {"$type": "blob", "ref": {"$link": blob_cid(image)}, "mimeType": "image/png", "size": len(image)}
    shown: Json = {"alt": alt, "image": blob}
    if all(size):
        shown["aspectRatio"] = {"width": size[0], "height": size[1]}
    return {"$type": "app.bsky.embed.images", "images": [shown]}


def _facet(start: int, end: int, feature: Mapping[str, str]) -> Json:
    return {"index": {"byteStart": start, "byteEnd": end}, "features": [dict(feature)]}


def iso(moment: datetime) -> str:
    """A moment as records hold it: UTC, milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
