"""One classifier for all sources: what of a record concerns us, in words that hold for every network."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.accounts import Account, Platform
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.networks.bluesky.translate import Author, Sight, Us, author, concerns, encounter, may_name_x

NOW = datetime(2027, 1, 20, 12, tzinfo=UTC)
US = Us("bluesky", "did:plc:us", frozenset({"quittex", "helloquittex"}))
ALICE = Author("did:plc:alice", "alice.test", "Alice", "bio", bot=False, bridged=False)
URI = "at://did:plc:alice/app.bsky.feed.post/3lbqzd2bk7c2a"
OURS = {"uri": "at://did:plc:us/app.bsky.feed.post/3lbqzd2bk7c2b", "cid": "bafyours"}
THEIRS = {"uri": "at://did:plc:zoe/app.bsky.feed.post/3lbqzd2bk7c2c", "cid": "bafytheirs"}


def mention(*dids: str) -> list[dict[str, Any]]:
    features = [{"$type": "app.bsky.richtext.facet#mention", "did": did} for did in dids]
    return [{"index": {"byteStart": 0, "byteEnd": 8}, "features": features}]


def tagged(name: str) -> list[dict[str, Any]]:
    feature = {"$type": "app.bsky.richtext.facet#tag", "tag": name}
    return [{"index": {"byteStart": 0, "byteEnd": 4}, "features": [feature]}]


def post(who: Author = ALICE, uri: str = URI, **record: Any) -> Encounter | None:
    return encounter(Sight(uri, "bafypost", who.did, {"text": "hello", **record}, NOW), who, US)


def test_a_mention() -> None:
    assert post(text="@us.test  qui est là ?", facets=mention(US.did), langs=["fr", "en"]) == Encounter(
        network="bluesky",
        kind=Kind.MENTION,
        uri=URI,
        account=Account(
            Platform.BLUESKY,
            "did:plc:alice",
            "alice.test",
            url="https://bsky.app/profile/did:plc:alice",
            display_name="Alice",
        ),
        at=NOW,
        text="qui est là ?",
        languages=("fr", "en"),
        visibility=Visibility.PUBLIC,
        thread=URI,
        addressed=True,
        bio="bio",
        reply={"root": {"uri": URI, "cid": "bafypost"}, "parent": {"uri": URI, "cid": "bafypost"}},
    )


def test_a_reply_to_us_needs_no_name() -> None:
    made = post(reply={"root": THEIRS, "parent": OURS})
    assert made is not None
    assert (made.kind, made.reply_to_us, made.addressed, made.thread) == (Kind.MENTION, True, False, THEIRS["uri"])
    assert made.reply == {"root": THEIRS, "parent": {"uri": URI, "cid": "bafypost"}}


@pytest.mark.parametrize(
    "record",
    [
        {"reply": {"root": OURS, "parent": THEIRS}},  # merely goes on in a thread of ours
        {"embed": {"$type": "app.bsky.embed.record", "record": OURS}},  # a quote
        {"text": "@us.test without a facet"},
        {"text": "did:plc:us"},
        {"facets": tagged("QuitteXX")},
        {"facets": mention("did:plc:us2")},
    ],
)
def test_what_is_no_encounter(record: dict[str, Any]) -> None:
    assert post(**record) is None


@pytest.mark.parametrize("name", ["QuitteX", "#quittex", "ＱＵＩＴＴＥＸ", "Qui\u200dtte\u2060X", "HELLOQUITTEX"])
def test_a_tag_in_every_spelling(name: str) -> None:
    made = post(facets=tagged(name))
    assert made is not None
    assert (made.kind, made.addressed, made.tags <= US.tags) == (Kind.TAG, False, True)


def test_a_tag_beside_the_text_and_a_mention_that_carries_one() -> None:
    hidden, both = post(tags=["quittex", "chats"]), post(facets=mention(US.did), tags=["quittex"])
    assert hidden is not None
    assert both is not None
    assert (hidden.kind, hidden.tags) == (Kind.TAG, {"quittex", "chats"})
    assert (both.kind, both.tags) == (Kind.MENTION, {"quittex"})


def test_others_in_the_conversation() -> None:
    assert [post(facets=mention(US.did, other)).others_mentioned for other in ("did:plc:alice", "did:plc:bob")] == [  # type: ignore[union-attr]
        False,
        True,
    ]


def test_ourselves_are_nobody() -> None:
    assert post(Author(US.did), facets=mention(US.did)) is None


def test_bots_and_bridges_are_known_by_their_labels() -> None:
    view = {"did": "did:plc:b", "handle": "Zoe.Mastodon.Example.ap.brid.gy", "labels": [{"val": "bot"}]}
    bridged = author(view)
    assert (bridged.handle, bridged.bot, bridged.bridged) == ("zoe.mastodon.example.ap.brid.gy", True, True)
    own_domain = {"did": "did:plc:c", "handle": "zoe.example", "labels": [{"val": "bridged-from-bridgy-fed-web"}]}
    assert author(own_domain).bridged
    assert not author({"did": "did:plc:c", "labels": [{"val": "bot", "neg": True}]}).bot
    assert author({"did": "did:plc:d", "handle": "handle.invalid", "labels": 12}) == Author("did:plc:d")
    made = post(bridged, facets=mention(US.did))
    assert made is not None
    assert (made.bot, made.bridged) == (True, True)
    assert post(labels={"values": [{"val": "bot"}]}, facets=mention(US.did)).bot  # type: ignore[union-attr]


def test_a_follow_of_us_and_of_somebody_else() -> None:
    uri = "at://did:plc:alice/app.bsky.graph.follow/3lbqzd2bk7c2a"
    ours, other = (Sight(uri, "bafy", ALICE.did, {"subject": did}, NOW) for did in (US.did, "did:plc:bob"))
    made = encounter(ours, ALICE, US)
    assert made is not None
    assert (made.kind, made.uri, made.account.handle, made.bio) == (Kind.FOLLOW, uri, "alice.test", "bio")
    assert not concerns(other, US)


@pytest.mark.parametrize("bio", ["Malcolm X quotes", "never on Twitter", "I work on X-rays"])
def test_a_stranger_who_names_no_account_on_x_is_not_even_noted(bio: str) -> None:
    sight = Sight("at://did:plc:alice/app.bsky.actor.profile/self", "bafy", ALICE.did, {"description": bio}, NOW)
    assert not concerns(sight, US)


def test_a_profile_that_names_x() -> None:
    uri = "at://did:plc:alice/app.bsky.actor.profile/self"
    sight = Sight(uri, "bafyprofile", ALICE.did, {"description": "ex-Twitter, x.com/alice\u202e"}, NOW)
    made = encounter(sight, ALICE, US)
    assert made is not None
    assert (made.kind, made.uri, made.bio) == (Kind.PROFILE, f"{uri}#bafyprofile", "ex-Twitter, x.com/alice")
    assert not concerns(Sight(uri, "bafy", ALICE.did, {"description": "xylophone, experte"}, NOW), US)
    assert not concerns(Sight(uri, "bafy", ALICE.did, {"description": 12}, NOW), US)
    assert not concerns(Sight(uri, "bafy", ALICE.did, {}, NOW), US)


@pytest.mark.parametrize(
    ("bio", "may"),
    [
        ("@alice on X", True), ("sur x : alice", True), ("X/Twitter alice", True), ("twitter.com/alice", True),
        ("J'ai quitté X #QuitteX", True), ("#ＱuitteX", True), ("", False), ("Taxi à Luxembourg", False),
        ("2x2 excellent", False),
    ],
)  # fmt: skip
def test_the_wide_net_for_profiles(bio: str, may: bool) -> None:
    assert may_name_x(bio, US.tags) is may


def test_text_is_plain_afterwards() -> None:
    made = post(text="@us.test a\ud800\u202eb\r\nc\x00\u200b", facets=mention(US.did))
    assert made is not None
    assert made.text == "ab\nc"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.just(US.did),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
fields = st.sampled_from(["text", "facets", "tags", "reply", "langs", "labels", "subject", "description", "embed"])


@given(
    st.sampled_from(["app.bsky.feed.post", "app.bsky.graph.follow", "app.bsky.actor.profile", "x.y.z"]),
    st.dictionaries(fields, json_values),
)
def test_no_record_breaks_us(collection: str, record: dict[str, Any]) -> None:
    sight = Sight(f"at://did:plc:alice/{collection}/3lbqzd2bk7c2a", "bafy", ALICE.did, record, NOW)
    made = encounter(sight, ALICE, US)
    if made is not None:
        (made.text + made.bio).encode()


@given(st.dictionaries(st.sampled_from(["did", "handle", "displayName", "description", "labels"]), json_values))
def test_no_profile_breaks_us(view: dict[str, Any]) -> None:
    author(view).account.handle.encode()


def test_somebody_of_the_fediverse_behind_a_bridge_is_who_they_are() -> None:
    copy = Author("did:plc:copy", "zoe.m.example.ap.brid.gy", "Zoé", bridged=True)
    made = post(copy, facets=mention(US.did), bridgyOriginalUrl="https://m.example/@zoe/7")
    assert made is not None
    assert (made.account.platform, made.account.handle) == (Platform.MASTODON, "zoe@m.example")
    assert (made.account.url, made.account.display_name) == ("https://m.example/@zoe", "Zoé")
    assert (made.via, made.address) == (copy.account, copy.account)
    assert (made.names, made.bridged) == (("https://m.example/@zoe/7",), False)


@pytest.mark.parametrize("original", [None, 7, "", "https://m.example/@bob/7", "https://other.example/notes/7"])
def test_a_copy_whose_home_cannot_be_told_is_marked(original: object) -> None:
    copy = Author("did:plc:copy", "zoe.m.example.ap.brid.gy", "Zoé", bridged=True)
    made = post(copy, facets=mention(US.did), bridgyOriginalUrl=original)
    assert made is not None
    assert (made.account, made.via, made.names, made.bridged) == (copy.account, None, (), True)


def test_nobody_passes_for_a_copy_by_a_link_in_their_own_post() -> None:
    made = post(facets=mention(US.did), bridgyOriginalUrl="https://m.example/@zoe/7", fediverseId="https://m.example/7")
    assert made is not None
    assert (made.account, made.via, made.names) == (ALICE.account, None, ())
