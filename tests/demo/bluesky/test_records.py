"""Keys, content ids and checks, against values of the real implementations."""

from __future__ import annotations

from typing import Any

import pytest

from bot.demo.bluesky.records import (
    POST,
    PROFILE,
    TID,
    check_key,
    check_record,
    cid_of,
    did_plc,
    graphemes,
    mentioned,
    moment,
    tags_of,
    tid,
)
from bot.demo.messages import Problem

WITH_PICTURE = {
    "$type": "app.bsky.feed.post",
    "text": "é😀 hi",
    "createdAt": "2026-11-20T10:00:00.000Z",
    "langs": ["fr"],
    "embed": {
        "$type": "app.bsky.embed.images",
        "images": [
            {
                "alt": "x",
                "aspectRatio": {"width": 400, "height": 300},
                "image": {
                    "$type": "blob",
                    "ref": {"$link": "bafkreib6mywgqjnfe7fkpwdknyfca4uayvbhysx5yn3xsnf7iwrbbuhmh4"},
                    "mimeType": "image/png",
                    "size": 16,
                },
            }
        ],
    },
}
ODD = {"a": None, "b": True, "c": [1, -5, {"zz": "", "y": "x"}], "d": {"$bytes": "AQID"}}


@pytest.mark.parametrize(
    ("record", "cid"),
    [
        (WITH_PICTURE, "bafyreie2tm2pgvb5gzqfd25uf36fneazmp4d4gih442647cxfb5tto343m"),
        (ODD, "bafyreidflrcu42ozzxawx3rh7jyh6ll36hkykngtezsisls47vwkxbmwg4"),
    ],
)
def test_content_ids_are_those_of_the_real_pds(record: dict[str, Any], cid: str) -> None:
    """The expected ids were made by @atproto/common's cidForCbor."""
    assert cid_of(record) == cid


def test_a_tid_counts_microseconds_and_sorts_by_them() -> None:
    assert tid(0) == "2222222222222"
    assert TID.fullmatch(tid(1_790_000_000_000_000, 1023))
    assert tid(1_790_000_000_000_000, 1023) < tid(1_790_000_000_000_001)


def test_a_did_is_always_the_same_for_a_name() -> None:
    assert did_plc("alice.test") == did_plc("alice.test") != did_plc("bob.test")
    assert len(did_plc("alice.test")) == len("did:plc:") + 24


@pytest.mark.parametrize(
    ("collection", "rkey", "fits"),
    [
        (POST, tid(5), True),
        (POST, "self", False),
        (PROFILE, "self", True),
        (PROFILE, tid(5), False),
        ("org.example.thing", "any~key", True),
        ("org.example.thing", "..", False),
        ("org.example.thing", "a/b", False),
    ],
)
def test_keys_by_collection(collection: str, rkey: str, fits: bool) -> None:
    if fits:
        check_key(collection, rkey)
    else:
        with pytest.raises(Problem):
            check_key(collection, rkey)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "x" * 3001},
        {"text": 12},
        {"createdAt": "yesterday"},
        {"$type": "app.bsky.feed.like"},
        {"tags": ["t"] * 9},
        {"tags": ["t" * 65]},
        {"embed": {"images": [{}] * 5}},
        {"reply": {"root": {"uri": "at://x", "cid": "y"}}},
    ],
)
def test_posts_a_pds_does_not_take(wrong: dict[str, Any]) -> None:
    good = {"text": "hello", "createdAt": "2026-11-20T10:00:00Z"}
    assert check_record(POST, good)["$type"] == POST
    with pytest.raises(Problem):
        check_record(POST, good | wrong)


def test_a_post_without_text_or_that_is_no_object() -> None:
    for wrong in ({"createdAt": "2026-11-20T10:00:00Z"}, None, []):
        with pytest.raises(Problem):
            check_record(POST, wrong)


def test_graphemes_tags_and_moments() -> None:
    assert graphemes("é👨‍👩‍👧‍👦") == 2
    facet = {"features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "QuitteX"}]}
    assert tags_of({"facets": [facet, "odd"], "tags": ["other"]}) == {"QuitteX", "other"}
    assert moment("2026-11-20T10:00:00Z") is not None
    assert moment("2026-13-20T10:00:00Z") is None
    assert moment("2026-11-20") is None


def test_odd_facets_hide_nobody_who_is_named_beside_them() -> None:
    named = {"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:bob"}
    odd: list[Any] = [None, 3, "x", [], {}, {"features": {"a": 1}}, {"features": [None, 4, "y", {}]}]
    assert mentioned({"text": "", "facets": [*odd, {"features": [None, named]}]}) == {"did:plc:bob"}
    assert mentioned({"text": "", "facets": "none"}) == set()
