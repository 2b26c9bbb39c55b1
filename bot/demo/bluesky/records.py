"""Record keys, content ids and the checks a PDS makes before it writes. Pure.

Measured on the real server: research/bluesky.md section 2 (TID keys, 300 graphemes, 3000 bytes, InvalidSwap).
"""

from __future__ import annotations

import base64
import hashlib
import re
from datetime import UTC, datetime
from typing import Any

import libipld
import regex

from bot.demo.messages import Json, Problem

POST = "app.bsky.feed.post"
LIKE = "app.bsky.feed.like"
GATE = "app.bsky.feed.threadgate"
FOLLOW = "app.bsky.graph.follow"
BLOCK = "app.bsky.graph.block"
LIST = "app.bsky.graph.list"
LISTITEM = "app.bsky.graph.listitem"
PROFILE = "app.bsky.actor.profile"
DECLARATION = "chat.bsky.actor.declaration"

TID = re.compile(r"[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}")
KEY = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9._:~-]{1,512}")
DATETIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
LIST_NAME_BYTES = 64
POST_GRAPHEMES, POST_BYTES, POST_TAGS, POST_IMAGES, TAG_GRAPHEMES = 300, 3000, 8, 4, 64

NEEDED = {
    POST: ("text", "createdAt"),
    LIKE: ("subject", "createdAt"),
    GATE: ("post", "createdAt"),
    FOLLOW: ("subject", "createdAt"),
    BLOCK: ("subject", "createdAt"),
    LIST: ("name", "purpose", "createdAt"),
    LISTITEM: ("subject", "list", "createdAt"),
    PROFILE: (),
    DECLARATION: ("allowIncoming",),
}
"""Known collections and the fields the lexicon requires; other collections are stored unchecked."""
SINGLE = {PROFILE, DECLARATION}
"""Collections whose only key is `self`; the other known ones take TIDs."""


def tid(microseconds: int, clock_id: int = 0) -> str:
    """A TID: 53 bits of unix microseconds and 10 bits of clock id; https://atproto.com/specs/tid."""
    number = (microseconds << 10) | (clock_id & 1023)
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(60, -1, -5))


def did_plc(name: str) -> str:
    """A did:plc for a name, always the same: 24 characters of base32."""
    digest = hashlib.sha256(name.encode()).digest()[:15]
    return "did:plc:" + base64.b32encode(digest).decode().lower()


def cid_of(record: Any) -> str:
    """The CIDv1 (dag-cbor, sha-256) of a record in atproto JSON."""
    encoded = libipld.encode_dag_cbor(_binary(record))
    return libipld.encode_cid(b"\x01\x71\x12\x20" + hashlib.sha256(encoded).digest())


def blob_cid(data: bytes) -> str:
    """The CIDv1 (raw, sha-256) of a blob."""
    return libipld.encode_cid(b"\x01\x55\x12\x20" + hashlib.sha256(data).digest())


def _binary(value: Any) -> Any:
    """atproto JSON -> the data model; libipld writes bytes that look like a CID as a link."""
    if isinstance(value, dict):
        if set(value) == {"$link"}:
            text = value["$link"][1:].upper()
            return base64.b32decode(text + "=" * (-len(text) % 8))
        if set(value) == {"$bytes"}:
            return base64.b64decode(value["$bytes"] + "=" * (-len(value["$bytes"]) % 4))
        return {key: _binary(item) for key, item in value.items()}
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()  # CBOR holds no lone surrogate
    return [_binary(item) for item in value] if isinstance(value, list) else value


def moment(text: object) -> datetime | None:
    """An atproto datetime; None when it is not one."""
    if not isinstance(text, str) or not DATETIME.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def stamp(when: datetime) -> str:
    """A time as the AppView writes it: UTC, milliseconds."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{when.microsecond // 1000:03d}Z"


def check_key(collection: str, rkey: str) -> None:
    """Raise the Problem a PDS answers for a key its lexicon does not allow."""
    why = None
    if not KEY.fullmatch(rkey):
        why = f'Invalid record key (got "{rkey}") at $.rkey'
    elif collection in SINGLE and rkey != "self":
        why = f'Invalid record key for {collection}: Expected "self" (got "{rkey}") at $'
    elif collection in NEEDED and collection not in SINGLE and not TID.fullmatch(rkey):
        why = f'Invalid record key for {collection}: Invalid TID string (got "{rkey}") at $'
    if why:
        raise Problem(400, "InvalidRequest", why)


def check_record(collection: str, record: object) -> Json:
    """The record with its `$type`; raises the Problem a PDS answers when the lexicon does not allow it."""
    if not isinstance(record, dict):
        raise Problem(400, "InvalidRequest", "Input/record must be an object")
    record = {"$type": collection} | record
    if record["$type"] != collection:
        raise Problem(400, "InvalidRequest", f"Invalid $type: expected {collection}, got {record['$type']}")
    for name in NEEDED.get(collection, ()):
        if name not in record:
            raise _invalid(collection, f'Missing required key "{name}" at $.record')
    if "createdAt" in NEEDED.get(collection, ()) and moment(record["createdAt"]) is None:
        raise _invalid(collection, f'Invalid datetime (got "{record["createdAt"]}") at $.record.createdAt')
    if collection == POST:
        _check_post(record)
    if collection == LIST and not 0 < len(str(record["name"]).encode()) <= LIST_NAME_BYTES:
        raise _invalid(LIST, f"string too big (maximum {LIST_NAME_BYTES}) at $.record.name")
    return record


def _check_post(record: Json) -> None:
    text = record["text"]
    if not isinstance(text, str):
        raise _invalid(POST, f"Expected string value type (got {text}) at $.record.text")
    _check_size("string", POST_BYTES, len(text.encode("utf-8", "surrogatepass")), "text")
    _check_size("grapheme", POST_GRAPHEMES, graphemes(text), "text")
    _check_size("array", POST_TAGS, len(record.get("tags") or []), "tags")
    for tag in tags_of(record):
        _check_size("grapheme", TAG_GRAPHEMES, graphemes(tag), "tags")
    _check_size("array", POST_IMAGES, len((record.get("embed") or {}).get("images") or []), "embed.images")
    for side in ("root", "parent") if "reply" in record else ():
        if not {"uri", "cid"} <= set(record["reply"].get(side) or {}):
            raise _invalid(POST, f'Missing required key "{side}" at $.record.reply')


def _check_size(what: str, most: int, size: int, where: str) -> None:
    if size > most:
        raise _invalid(POST, f"{what} too big (maximum {most}, got {size}) at $.record.{where}")


def _invalid(collection: str, why: str) -> Problem:
    return Problem(400, "InvalidRequest", f"Invalid {collection} record: {why}")


def graphemes(text: str) -> int:
    """User-perceived characters, as the PDS counts them."""
    return len(regex.findall(r"\X", text))


def features(record: Json, kind: str) -> list[Json]:
    """The facet features of one kind (`mention`, `tag`, `link`) in a post."""
    wanted = f"app.bsky.richtext.facet#{kind}"
    found = (item for facet in _objects(record.get("facets")) for item in _objects(facet.get("features")))
    return [item for item in found if item.get("$type") == wanted]


def _objects(value: object) -> list[Json]:
    """The objects of a list, however odd the rest of it, or it, may be: a repository holds what its owner wrote."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def tags_of(record: Json) -> set[str]:
    """Tags of a post: of its facets and of its `tags`."""
    return {str(item.get("tag")) for item in features(record, "tag")} | {str(tag) for tag in record.get("tags") or []}


def mentioned(record: Json) -> set[str]:
    """DIDs mentioned by facets."""
    return {str(item.get("did")) for item in features(record, "mention")}
