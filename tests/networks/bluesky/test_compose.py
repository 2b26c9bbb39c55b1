"""A record is frozen: the same Draft, the same bytes; facets lie on exact byte offsets of any Unicode."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.encounters import Visibility
from bot.domain.outbox import Draft, derive_key
from bot.domain.text import Link, Mention, Part, Tag, clean, plain
from bot.networks.bluesky.compose import blob_cid, compose, facets

TRIGGER = "at://did:plc:alice/app.bsky.feed.post/3lbqzd2bk7c2a"
REF = {"uri": TRIGGER, "cid": "bafyparent"}
DRAFT = Draft(
    key=derive_key(TRIGGER, "find"),
    text=("Bonjour é😀 ", Link("le guide", "https://guide.example/fr"), " ", Tag("QuitteX")),
    language="fr",
    visibility=Visibility.PUBLIC,
    created_at=datetime(2027, 1, 20, 12, 0, 0, 123456, tzinfo=UTC),
    trigger=TRIGGER,
    reply={"root": {"uri": "at://did:plc:zoe/app.bsky.feed.post/3lbqzd2bk7c2b", "cid": "bafyroot"}, "parent": REF},
)


def test_a_reply() -> None:
    made = compose(DRAFT)
    assert made["collection"] == "app.bsky.feed.post"
    assert made["record"] == {
        "$type": "app.bsky.feed.post",
        "text": "Bonjour é😀 le guide #QuitteX",
        "createdAt": "2027-01-20T12:00:00.123Z",
        "langs": ["fr"],
        "facets": [
            {
                "index": {"byteStart": 15, "byteEnd": 23},
                "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://guide.example/fr"}],
            },
            {
                "index": {"byteStart": 24, "byteEnd": 32},
                "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "QuitteX"}],
            },
        ],
        "reply": dict(DRAFT.reply),
    }
    assert compose(DRAFT) == json.loads(json.dumps(made))


def test_another_kind_of_answer_has_another_key() -> None:
    other = replace(DRAFT, key=derive_key(TRIGGER, "help"))
    assert compose(other)["rkey"] != compose(DRAFT)["rkey"]
    assert compose(other)["record"] == compose(DRAFT)["record"]


def test_a_picture_is_named_before_it_is_uploaded() -> None:
    image = b"\x89PNG\r\n\x1a\n" + b"chart"
    made = compose(replace(DRAFT, reply={}, image=image, alt="Une courbe", image_size=(1200, 675)))
    assert "reply" not in made["record"]
    assert made["record"]["embed"] == {
        "$type": "app.bsky.embed.images",
        "images": [
            {
                "alt": "Une courbe",
                "image": {
                    "$type": "blob",
                    "ref": {"$link": blob_cid(image)},
                    "mimeType": "image/png",
                    "size": len(image),
                },
                "aspectRatio": {"width": 1200, "height": 675},
            }
        ],
    }


def test_a_known_blob_name() -> None:
    # What the real PDS answered to an upload of these bytes.
    assert blob_cid(b"hello world") == "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"


def test_who_is_called_out_of_the_blue_is_named_by_did() -> None:
    text = (Mention("alice.test", "did:plc:alice"), " é")
    made = compose(replace(DRAFT, text=text, reply={}, trigger="digest:1:2026-W48"))
    assert made["record"]["text"] == "@alice.test é" and "reply" not in made["record"]
    assert made["record"]["facets"] == [
        {
            "index": {"byteStart": 0, "byteEnd": 11},
            "features": [{"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:alice"}],
        }
    ]


def test_a_private_message_goes_where_the_question_came_from() -> None:
    made = compose(replace(DRAFT, reply={"convo": "c1", "after": "m1"}))
    assert made == {
        "collection": "chat.bsky.convo",
        "convo": "c1",
        "after": "m1",
        "message": {"text": "Bonjour é😀 le guide #QuitteX", "facets": facets(DRAFT.text)},
    }
    assert compose(replace(DRAFT, text=("Oui",), reply={"member": "did:plc:alice"}))["member"] == "did:plc:alice"


@pytest.mark.parametrize("text", ["é" * 301, "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" * 121])
def test_what_is_too_long_is_a_mistake_of_ours(text: str) -> None:
    with pytest.raises(AssertionError):
        compose(replace(DRAFT, text=(text,)))


words = st.text(max_size=12).map(clean)
parts = st.lists(
    st.one_of(
        words,
        words.filter(bool).map(lambda w: Link(w, "https://x.example")),
        words.filter(bool).map(Tag),
        words.filter(bool).map(lambda w: Mention(w, "did:plc:x")),
    ),
    max_size=8,
)


@given(parts)
def test_facets_lie_on_the_bytes_of_their_words(text: list[Part]) -> None:
    record = compose(replace(DRAFT, text=tuple(text)))["record"]
    whole = record["text"].encode()
    marked = [part for part in text if not isinstance(part, str)]
    found = record.get("facets", [])
    assert len(found) == len(marked)
    for part, facet in zip(marked, found, strict=True):
        shown = plain((part,))
        assert whole[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode() == shown
