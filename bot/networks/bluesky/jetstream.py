"""Jetstream v2 frames and cursors: which of two thousand events a second are worth decoding, and what they say. Pure.

https://github.com/bluesky-social/jetstream, docs/README.md section 5; lexicon network.bsky.jetstream.subscribeEvents.
A frame is judged on its bytes first: a case-insensitive regular expression over them costs more than decoding.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

import msgspec

from bot.domain.text import fold_tag
from bot.networks.bluesky import translate
from bot.networks.bluesky.mending import mended
from bot.networks.bluesky.settings import FOLLOW, POST, PROFILE
from bot.networks.bluesky.translate import Sight, Us

SUBSCRIBE: Final = "/xrpc/network.bsky.jetstream.subscribeEvents"
TIME_CURSOR: Final = 10**15
"""A cursor of at least this is unix microseconds; below it is a sequence number, which only its own host knows."""
REWIND: Final = timedelta(seconds=10)
"""How far another host is rewound: it may have witnessed an event later than the one we left."""
LOOKBACK: Final = timedelta(hours=35)
"""How far back a host is asked; it keeps 36 h."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_PROFILE: Final = PROFILE.encode()
_TAG_FACET: Final = b"richtext.facet#tag"
_TAGS: Final = b'"tags"'
_OTHER_LISTS: Final = (b'"langs":', b'"images":')  # the most frequent ones
_BETWEEN: Final = b"\0"  # never in JSON


class _Payload(msgspec.Struct, gc=False):
    """Every kind of payload in one: absent fields keep their defaults, and strings that are none raise."""

    kind: str = msgspec.field(name="$type", default="")
    seq: int = 0
    did: str = ""
    time: str = ""
    witnessed_at: str = msgspec.field(name="witnessedAt", default="")
    operation: str = ""
    collection: str = ""
    rkey: str = ""
    cid: str = ""
    record: msgspec.Raw = msgspec.Raw(b"null")
    name: str = ""
    error: str = ""


class _Frame(msgspec.Struct, gc=False):
    kind: str = msgspec.field(name="$type", default="")
    payload: _Payload = msgspec.field(default_factory=_Payload)
    error: str = ""


class _About(msgspec.Struct, gc=False):
    description: str = ""


class _Feature(msgspec.Struct, gc=False):
    tag: str = ""


class _Facet(msgspec.Struct, gc=False):
    features: tuple[_Feature, ...] = ()


class _Tagged(msgspec.Struct, gc=False):
    facets: tuple[_Facet, ...] = ()
    tags: tuple[str, ...] = ()


_decoder = msgspec.json.Decoder(_Frame)
_about = msgspec.json.Decoder(_About)
_tagged = msgspec.json.Decoder(_Tagged)
_folded = lru_cache(maxsize=1024)(fold_tag)


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far we are: the host and its sequence number, and the time at which any other host can go on."""

    host: str
    seq: int
    micros: int

    def dump(self) -> str:
        return json.dumps({"host": self.host, "seq": self.seq, "time_us": self.micros})

    @classmethod
    def load(cls, text: str | None) -> Cursor | None:
        """The stored Cursor; None when there is none, or none that can be read."""
        try:
            told = json.loads(text or "")
            return cls(str(told["host"]), int(told["seq"]), int(told["time_us"]))
        except (ValueError, TypeError, KeyError):
            return None

    @classmethod
    def at(cls, moment: datetime) -> Cursor:
        """A Cursor by time alone: every host goes on from exactly `moment`."""
        return cls("", 0, micros(moment))

    @property
    def moment(self) -> datetime:
        return _EPOCH + timedelta(microseconds=self.micros)

    def on(self, host: str) -> int:
        """What to ask this host for: inclusive, so the last event is seen twice rather than the next one missed."""
        if host == self.host and self.seq > 0:
            return self.seq
        rewind = REWIND if self.host else timedelta(0)
        return max(self.micros - rewind // timedelta(microseconds=1), TIME_CURSOR)


def micros(moment: datetime) -> int:
    """Unix microseconds."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def address(host: str, cursor: int | None) -> str:
    """The subscription at a base address (`wss://host`); no cursor is from now on."""
    wanted: list[tuple[str, str | int]] = [("kinds", "commit")]
    wanted += [("collections", name) for name in (POST, PROFILE, FOLLOW)]
    if cursor is not None:
        wanted.append(("cursor", cursor))
    return f"{host.rstrip('/')}{SUBSCRIBE}?{urlencode(wanted)}"


def decode_and_filter(frames: Sequence[bytes], us: Us) -> list[Sight]:
    """What of these frames makes an Encounter: posts that name us or carry a tag, follows of us, profiles with X."""
    return [sight for frame in worth_decoding(frames, us) if (sight := sight_of(frame, us)) is not None]


def worth_decoding(frames: Sequence[bytes], us: Us) -> list[bytes]:
    """The frames that may concern us, by their bytes alone, in their order.

    They are joined and searched at once: what is in no frame costs no turn of a loop, and above 30 kB CPython skips
    ahead while it looks for a long needle.
    """
    block = _BETWEEN.join(frames)
    kept = _holding(us.did.encode(), block) | _holding(_PROFILE, block) | _with_tags(block, us)
    return [block[start:end] for start, end in sorted(kept.items())]


def _holding(needle: bytes, block: bytes) -> dict[int, int]:
    """The frames of a block that hold the needle: where each begins and ends."""
    found: dict[int, int] = {}
    at = block.find(needle)
    while at >= 0:
        start, end = _around(at, block)
        found[start] = end
        at = block.find(needle, end)
    return found


def _with_tags(block: bytes, us: Us) -> dict[int, int]:
    """The same for frames that may hold one of our tags. Tags stand in lists: most frames have none, or only others."""
    found: dict[int, int] = {}
    at = block.find(b"[")
    while at >= 0:
        end = at + 1
        if not block.endswith(_OTHER_LISTS, 0, at):
            start, end = _around(at, block)
            if _may_hold_tag(block[start:end], us):
                found[start] = end
        at = block.find(b"[", end)
    return found


def _around(at: int, block: bytes) -> tuple[int, int]:
    """Where the frame with this byte begins and ends."""
    end = block.find(_BETWEEN, at)
    return block.rfind(_BETWEEN, 0, at) + 1, len(block) if end < 0 else end


def _may_hold_tag(frame: bytes, us: Us) -> bool:
    """Whether one of our tags may be in a frame: plain ASCII can only spell it in capitals and small letters."""
    if _TAG_FACET not in frame and _TAGS not in frame:
        return False
    if not frame.isascii() or (b"\\" in frame and b"\\u" in frame):
        return True
    lowered = frame.lower()
    return any(tag in lowered for tag in _shortest(us.tags))


@lru_cache(maxsize=8)
def _shortest(tags: frozenset[str]) -> tuple[bytes, ...]:
    """The tags that hold no other tag; where `quittex` is not, `helloquittex` cannot be."""
    return tuple(tag.encode() for tag in sorted(tags) if not any(other != tag and other in tag for other in tags))


def sight_of(frame: bytes, us: Us) -> Sight | None:
    """The record of a commit frame that makes an Encounter; None for any other frame, however malformed."""
    payload = _payload(frame)
    if payload is None or payload.operation not in {"create", "update"} or payload.did == us.did:
        return None
    try:
        if not _may_concern(payload, us):
            return None
        record = msgspec.json.decode(payload.record)
        if not isinstance(record, dict):
            return None
        uri = f"at://{payload.did}/{payload.collection}/{payload.rkey}"
        sight = Sight(uri, payload.cid, payload.did, record, _moment(payload))
        return sight if translate.concerns(sight, us) else None
    except (ValueError, RecursionError):
        return None


def cursor_of(frame: bytes, host: str) -> Cursor | None:
    """Where a frame stands in its host's stream; None for frames without a place."""
    payload = _payload(frame)
    if payload is None or payload.seq <= 0:
        return None
    try:
        return Cursor(host, payload.seq, micros(_moment(payload)))
    except ValueError:
        return None


def notice_of(frame: bytes) -> str:
    """The name of an `#info` or error frame (`OutdatedCursor`, `FutureCursor`, `ConsumerTooSlow`), else ""."""
    try:
        told = _decoder.decode(frame)
    except (msgspec.DecodeError, RecursionError):
        return ""
    return told.payload.name if told.payload.kind.endswith("#info") else told.error or told.payload.error


def refusal_of(body: bytes | bytearray | None) -> str:
    """The error name in the answer to a refused upgrade (`CursorTooOld`), else ""."""
    try:
        told: Any = json.loads(body or b"")
    except (ValueError, RecursionError):
        return ""
    return str(told.get("error", "")) if isinstance(told, dict) else ""


def _payload(frame: bytes) -> _Payload | None:
    try:
        return _decoder.decode(frame).payload
    except (msgspec.DecodeError, RecursionError):
        pass  # most often garbage; perhaps half a surrogate pair
    try:
        return _decoder.decode(mended(frame)).payload
    except (msgspec.DecodeError, RecursionError):
        return None


def _may_concern(payload: _Payload, us: Us) -> bool:
    """Throw out most profiles and tagged posts before their record is decoded whole."""
    if payload.collection == PROFILE:
        return translate.may_name_x(_about.decode(payload.record).description, us.tags)
    if payload.collection != POST or us.did.encode() in bytes(payload.record):
        return True
    try:
        post = _tagged.decode(payload.record)
    except msgspec.ValidationError:
        return True  # something in it is odd: that must not hide the rest
    shown = [feature.tag for facet in post.facets for feature in facet.features]
    return not us.tags.isdisjoint(map(_folded, (*post.tags, *shown)))


def _moment(payload: _Payload) -> datetime:
    """When the host witnessed it; `time` is what the author's server says. ValueError if it is no time."""
    moment = datetime.fromisoformat(payload.witnessed_at or payload.time)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
