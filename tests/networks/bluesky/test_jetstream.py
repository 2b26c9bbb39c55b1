"""Frames: nothing of ours is thrown away on its bytes, nothing malformed breaks us, cursors find their place."""

import json
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import fold_tag
from bot.networks.bluesky.jetstream import (
    TIME_CURSOR,
    Cursor,
    address,
    cursor_of,
    decode_and_filter,
    micros,
    notice_of,
    refusal_of,
    worth_decoding,
)
from bot.networks.bluesky.translate import Us

US = Us("bluesky", "did:plc:usususususususususususus", frozenset({"quittex", "été"}))
NOW = datetime(2027, 1, 20, 12, 0, 0, 250_000, tzinfo=UTC)
POST = "app.bsky.feed.post"
PROFILE = "app.bsky.actor.profile"
FOLLOW = "app.bsky.graph.follow"


def frame(collection: str, record: Any, seq: int = 7, ascii_only: bool = False, **more: Any) -> bytes:
    at = NOW.isoformat().replace("+00:00", "Z")
    payload = {
        "$type": "network.bsky.jetstream.subscribeEvents#commit",
        "seq": seq,
        "did": "did:plc:alice",
        "time": "1970-01-01T00:00:00Z",
        "witnessedAt": at,
        "rev": "3lbqzd2bk7c2a",
        "operation": "create",
        "collection": collection,
        "rkey": f"3lbqzd2bk7{seq}",
        "record": record,
        "cid": "bafy",
    }
    message = {"$type": "message", "payload": payload | more}
    return json.dumps(message, separators=(",", ":"), ensure_ascii=ascii_only).encode("utf-8", "replace")


def facets(feature: str, value: str) -> list[dict[str, Any]]:
    kind = f"app.bsky.richtext.facet#{feature}"
    name = "did" if feature == "mention" else "tag"
    return [{"index": {"byteStart": 0, "byteEnd": 1}, "features": [{"$type": kind, name: value}]}]


KEPT = [
    frame(POST, {"text": "@us", "facets": facets("mention", US.did)}),
    frame(POST, {"text": "@us", "langs": ["fr"], "facets": facets("mention", US.did)}),
    frame(POST, {"text": "re", "reply": {"parent": {"uri": f"at://{US.did}/{POST}/1", "cid": "c"}}}),
    frame(POST, {"text": "#quittex", "langs": ["fr"], "facets": facets("tag", "QUITTEX")}),
    frame(POST, {"text": "#quittex", "facets": facets("tag", "Quitte\u200dX")}),
    frame(POST, {"text": "#quittex", "facets": facets("tag", "ＱｕｉｔｔｅＸ")}, ascii_only=True),
    frame(POST, {"text": "x", "tags": ["quittex"]}),
    frame(POST, {"text": "x", "langs": ["fr"], "tags": ["chats", "quittex"]}),
    frame(POST, {"tags": ["ÉTÉ"], "text": "x"}),
    frame(POST, {"tags": ["\u00c9TE\u0301"], "text": "x"}, ascii_only=True),
    frame(POST, {"text": "x", "tags": ["quittex"], "facets": [{"features": [{"tag": 12}, 13]}, 14]}),
    frame(POST, {"text": "[x]", "langs": ["fr"], "facets": [12, *facets("tag", "été"), {"features": 1}]}),
    frame(POST, {"text": "\ud83d @us \udc00", "facets": facets("mention", US.did)}, ascii_only=True),
    frame(FOLLOW, {"subject": US.did}),
    frame(PROFILE, {"description": "x.com/alice"}),
    frame(PROFILE, {"description": "j'aime #été"}, operation="update"),
]
DROPPED = [
    frame(POST, {"text": "hello", "langs": ["en"]}),
    frame(POST, {"text": f"{US.did} in the text only"}),
    frame(POST, {"text": "#art", "facets": facets("tag", "art")}),
    frame(POST, {"text": "quittex", "langs": ["fr"], "facets": facets("tag", "art")}),
    frame(POST, {"text": "x", "tags": ["art"]}),
    frame(FOLLOW, {"subject": "did:plc:bob"}),
    frame(PROFILE, {"description": "cats"}),
    frame(PROFILE, {"description": 12}),
    frame(PROFILE, None),
    frame(POST, {"text": 12, "facets": "x", "tags": {"quittex": 1}, "reply": [US.did]}),
    frame(POST, [US.did]),
    frame(POST, None, operation="delete", did=US.did),
    frame(POST, {"text": "@us", "facets": facets("mention", US.did)}, did=US.did),
    frame(POST, {"tags": ["quittex"]}, seq="7"),
    frame(POST, {"tags": ["quittex"]}, witnessedAt="yesterday"),
    frame(POST, {"tags": ["quittex"]}, did=12),
    b"",
    b"null",
    b"\xff\xfe",
    b'{"$type":"message"}',
    b'{"payload":' + b"[" * 10_000 + US.did.encode(),
    frame(POST, {"tags": ["quittex"]})[:-20],
    json.dumps({"$type": "message", "payload": {"$type": "x#identity", "did": US.did, "seq": 3}}).encode(),
]


@pytest.mark.parametrize("one", KEPT)
def test_what_concerns_us_is_kept(one: bytes) -> None:
    [sight] = decode_and_filter([one], US)
    assert sight.at == NOW
    assert sight.uri.startswith("at://did:plc:alice/app.bsky.")


@pytest.mark.parametrize("one", KEPT)
def test_spaces_between_the_words_of_a_frame_hide_nothing(one: bytes) -> None:
    assert len(decode_and_filter([json.dumps(json.loads(one)).encode()], US)) == 1


@pytest.mark.parametrize("one", DROPPED)
def test_everything_else_is_dropped(one: bytes) -> None:
    assert decode_and_filter([one], US) == []


def test_many_at_once_are_the_same_as_one_by_one() -> None:
    pairs = ((KEPT[n % len(KEPT)], DROPPED[n % len(DROPPED)]) for n in range(40))
    frames = [one.replace(b'"seq":7,', b'"seq":%d,' % n) for n, one in enumerate(chain.from_iterable(pairs), start=10)]
    singly = [sight for one in frames for sight in decode_and_filter([one], US)]
    assert decode_and_filter(frames, US) == singly
    assert len(singly) == 40
    assert len(worth_decoding(frames, US)) < len(frames)


spellings = st.text(st.sampled_from('quitexQUITEXÉé\u0301\u200dＱ\\"n '), max_size=12)


@given(st.lists(spellings, max_size=4), st.booleans(), st.booleans(), st.booleans())
def test_the_bytes_never_drop_what_the_classifier_would_keep(
    names: list[str], as_facets: bool, ascii_only: bool, langs: bool
) -> None:
    record: dict[str, Any] = {"langs": ["fr"]} if langs else {}
    record |= {"facets": [f for name in names for f in facets("tag", name)]} if as_facets else {"tags": names}
    one = frame(POST, {**record, "text": "x"}, ascii_only=ascii_only)
    by_decoding = [tag for tag in map(fold_tag, names) if tag in US.tags]
    assert bool(decode_and_filter([one], US)) is bool(by_decoding)


def test_cursors() -> None:
    here = cursor_of(frame(POST, {}, seq=41), "wss://one")
    assert here == Cursor("wss://one", 41, micros(NOW))
    assert here is not None
    assert Cursor.load(here.dump()) == here
    assert here.moment == NOW
    assert here.on("wss://one") == 41
    assert here.on("wss://two") == micros(NOW - timedelta(seconds=10)) > TIME_CURSOR
    assert Cursor.at(NOW).on("wss://one") == micros(NOW)
    assert cursor_of(b"{}", "wss://one") is None


@pytest.mark.parametrize("text", [None, "", "x", "12", "[]", "{}", '{"host":"x","seq":"y","time_us":1}'])
def test_a_cursor_that_cannot_be_read_is_none(text: str | None) -> None:
    assert Cursor.load(text) is None


def test_the_address_asks_for_what_we_need() -> None:
    split = urlsplit(address("wss://host/", 41))
    assert split._replace(query="").geturl() == "wss://host/xrpc/network.bsky.jetstream.subscribeEvents"
    assert parse_qsl(split.query) == [
        ("kinds", "commit"),
        ("collections", POST),
        ("collections", PROFILE),
        ("collections", FOLLOW),
        ("cursor", "41"),
    ]
    assert "cursor" not in address("wss://host", None)


def test_notices() -> None:
    info = {"$type": "message", "payload": {"$type": "x#info", "name": "OutdatedCursor", "message": "m"}}
    assert notice_of(json.dumps(info).encode()) == "OutdatedCursor"
    assert notice_of(b'{"$type":"error","error":"ConsumerTooSlow"}') == "ConsumerTooSlow"
    assert notice_of(frame(POST, {}, name="OutdatedCursor")) == ""
    assert notice_of(b"garbage") == ""
    assert refusal_of(b'{"error":"CursorTooOld","message":"m"}') == "CursorTooOld"
    assert refusal_of(b"<html>") == refusal_of(None) == refusal_of(b"[]") == ""
