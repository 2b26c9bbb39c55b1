"""One classifier for everything a server shows, whatever page or stream it came by."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.networks.mastodon.translate import (
    NOTHING_AROUND,
    Surroundings,
    Us,
    from_notification,
    from_status,
    is_bridged,
    moment,
    surroundings,
    to_account,
    to_bio,
)

NOON = datetime(2027, 1, 20, 12, tzinfo=UTC)
HOST = "bots.example"
OUR_PAGE = f"https://{HOST}/@qxbot"
ME = Account(Platform.MASTODON, f"https://{HOST}/users/qxbot", "qxbot@bots.example", OUR_PAGE, "1", HOST)
US = Us("home", ME, HOST, frozenset({"quittex"}))
NAME_US = {"id": "1", "username": "qxbot", "acct": "qxbot", "url": OUR_PAGE}
NAME_BOB = {"id": "9", "username": "bob", "acct": "bob@far.example", "url": "https://far.example/@bob"}


def person(acct: str = "Alice@Far.example", **more: Any) -> dict[str, Any]:
    told = {"id": "7", "acct": acct, "uri": "https://far.example/users/alice", "url": "https://far.example/@alice"}
    return {**told, "display_name": "Alice", "note": "", "bot": False, **more}


def status(content: str = "<p>@qxbot find</p>", **more: Any) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": "50",
        "uri": "https://far.example/users/alice/statuses/5",
        "account": person(),
        "content": content,
        "visibility": "public",
        "mentions": [NAME_US],
        "tags": [],
        "created_at": "2027-01-20T11:59:00.000Z",
    }
    return {**told, **more}


def seen(told: dict[str, Any], around: Surroundings = NOTHING_AROUND, asked: str = "") -> Encounter:
    encounter = from_status(told, US, NOON, around, asked)
    assert encounter is not None
    return encounter


def test_a_mention_becomes_an_encounter() -> None:
    assert seen(status(language="FR")) == Encounter(
        network="home",
        kind=Kind.MENTION,
        uri="https://far.example/users/alice/statuses/5",
        account=Account(
            Platform.MASTODON,
            "https://far.example/users/alice",
            "alice@far.example",
            "https://far.example/@alice",
            "7",
            HOST,
            "Alice",
        ),
        at=NOON,
        text="find",
        languages=("fr",),
        thread="https://far.example/users/alice/statuses/5",
        thread_author="https://far.example/users/alice",
        addressed=True,
        reply={"in_reply_to_id": "50", "acct": "Alice@Far.example", "account_id": "7"},
    )


def test_a_tag_alone_is_a_tag_and_with_our_name_a_mention() -> None:
    tags = [{"name": "ＱuitteX"}, {"name": "other"}]
    assert seen(status("<p>#QuitteX</p>", mentions=[], tags=tags)).kind is Kind.TAG
    assert seen(status(tags=tags)).kind is Kind.MENTION
    assert seen(status(tags=tags)).tags == {"quittex", "other"}


def test_a_timeline_vouches_for_its_tag_however_the_server_folds_it() -> None:
    assert seen(status("<p>#Départ</p>", mentions=[], tags=[{"name": "depart"}]), asked="quittex").kind is Kind.TAG


@pytest.mark.parametrize(
    "told",
    [
        status(mentions=[], tags=[{"name": "other"}]),
        status(reblog={"id": "3"}),
        status(account=person(id="1", acct="qxbot")),
        status(account=None),
        status(account=person(acct="!!")),
        status(uri=""),
        {"id": "50"},
        {},
    ],
)
def test_what_calls_for_nothing_is_nothing(told: dict[str, Any]) -> None:
    assert from_status(told, US, NOON) is None


@pytest.mark.parametrize(
    ("word", "visibility"),
    [("public", "public"), ("unlisted", "unlisted"), ("private", "private"), ("direct", "direct"),
     ("mutuals_only", "private"), ("local", "direct"), (None, "direct")],
)  # fmt: skip
def test_a_visibility_we_do_not_know_is_the_narrowest(word: str | None, visibility: str) -> None:
    assert seen(status(visibility=word)).visibility is Visibility(visibility)


REPLY = {"in_reply_to_id": "40", "in_reply_to_account_id": "9"}
ALICE = "https://far.example/users/alice"
CARRIED, FRESH = Surroundings("https://root", names_us=True), Surroundings("https://root", names_us=False)


@pytest.mark.parametrize(
    ("told", "around", "addressed"),
    [
        (status(), NOTHING_AROUND, True),
        (status("<p>@bob @qxbot thanks</p>", mentions=[NAME_BOB, NAME_US], **REPLY), CARRIED, False),
        (status("<p>@bob @qxbot find</p>", mentions=[NAME_BOB, NAME_US], **REPLY), FRESH, True),
        (status("<p>@bob @qxbot find</p>", mentions=[NAME_BOB, NAME_US], **REPLY), NOTHING_AROUND, False),
        (status("<p>@bob you could ask @qxbot</p>", mentions=[NAME_BOB, NAME_US], **REPLY), CARRIED, True),
        (status("<p>@qxbot ok</p>", in_reply_to_id="41", in_reply_to_account_id="1"), CARRIED, False),
        (status("<p>ok</p>", mentions=[], in_reply_to_id="41", in_reply_to_account_id="1"), CARRIED, False),
        (status("<p>@qxbot ok</p>", visibility="direct", in_reply_to_id="41"), CARRIED, True),
    ],
    ids=["new post", "carried along", "added by hand", "unknown", "in the words", "to us", "to us unnamed", "direct"],
)
def test_only_what_an_author_writes_is_addressed(told: dict[str, Any], around: Surroundings, addressed: bool) -> None:
    assert seen(told, around).addressed is addressed


def test_a_reply_to_us_is_a_mention_even_without_our_name() -> None:
    encounter = seen(status("<p>ok</p>", mentions=[], in_reply_to_id="41", in_reply_to_account_id="1"))
    assert (encounter.kind, encounter.reply_to_us) == (Kind.MENTION, True)


def test_others_are_those_who_are_neither_the_author_nor_us() -> None:
    herself = {"id": "7", "acct": "Alice@Far.example", "url": "https://far.example/@alice"}
    assert not seen(status(mentions=[NAME_US, herself])).others_mentioned
    assert seen(status(mentions=[NAME_US, NAME_BOB])).others_mentioned


def test_a_warning_holds_words_too() -> None:
    assert seen(status(spoiler_text="stop")).text == "stop\nfind"


def test_who_began_the_thread_is_told_by_the_server_alone() -> None:
    assert seen(status()).thread_author == ALICE
    assert seen(status(**REPLY)).thread_author == ""
    reply = seen(status(**REPLY), Surroundings("https://root", "https://far.example/users/bob"))
    assert (reply.parent, reply.thread_author) == ("40", "https://far.example/users/bob")


def test_the_context_tells_the_thread_and_whether_our_name_was_there() -> None:
    root = {"id": "30", "uri": "https://root", "account": person(id="8"), "mentions": []}
    parent = {"id": "40", "uri": "https://parent", "account": person(id="9"), "mentions": [NAME_US]}
    told = status(**REPLY)
    assert surroundings({"ancestors": [root, parent]}, told, US) == Surroundings("https://root", ALICE, names_us=True)
    told = status(in_reply_to_id="30")
    assert surroundings({"ancestors": [root]}, told, US) == Surroundings("https://root", ALICE, names_us=False)
    ours = {"id": "40", "uri": "https://ours", "account": person(id="1"), "mentions": []}
    assert surroundings({"ancestors": [root, ours]}, status(**REPLY), US).names_us
    assert surroundings({"ancestors": []}, told, US) == NOTHING_AROUND
    assert surroundings({}, told, US) == NOTHING_AROUND


def test_without_its_context_a_reply_is_of_its_parents_thread() -> None:
    assert seen(status(**REPLY)).thread == seen(status(**REPLY, uri="https://other")).thread != ""
    assert seen(status(**REPLY), CARRIED).thread == "https://root"


@pytest.mark.parametrize(
    ("type", "kind", "uri"),
    [
        ("follow", Kind.FOLLOW, "follow:https://far.example/users/alice"),
        ("follow_request", Kind.FOLLOW, "follow:https://far.example/users/alice"),
        ("admin.sign_up", Kind.SIGN_UP, "sign-up:https://far.example/users/alice"),
    ],
)
def test_meetings_are_told_once_per_account(type: str, kind: Kind, uri: str) -> None:
    told = {"type": type, "account": person(note="<p>ex-Twitter</p>", bot=True)}
    encounter = from_notification(told, US, NOON)
    assert encounter is not None
    assert (encounter.kind, encounter.uri, encounter.at) == (kind, uri, NOON)
    assert (encounter.bio, encounter.bot) == ("ex-Twitter", True)
    assert encounter.reply == {"acct": "Alice@Far.example", "account_id": "7", "met": encounter.at.isoformat()}


@pytest.mark.parametrize(
    "told",
    [
        {"type": "favourite", "account": person(), "status": status()},
        {"type": "mention", "account": person(), "status": None},
        {"type": "follow"},
        {"type": "follow", "account": person(id="1", acct="qxbot")},
        {"type": "follow", "account": person(acct="")},
        {},
    ],
)
def test_other_notifications_call_for_nothing(told: dict[str, Any]) -> None:
    assert from_notification(told, US, NOON) is None


def test_a_mention_and_its_notification_are_the_same_encounter() -> None:
    told = {"type": "mention", "account": person(), "status": status()}
    assert from_notification(told, US, NOON) == from_status(status(), US, NOON)


@pytest.mark.parametrize(
    ("acct", "uri", "bridged"),
    [
        ("alice.bsky.social@bsky.brid.gy", "https://bsky.brid.gy/ap/did:plc:1", True),
        ("alice.example@web.brid.gy", "https://web.brid.gy/alice.example", False),  # a web site: its only name here
        ("web.brid.gy@web.brid.gy", "https://web.brid.gy/users/bot", True),
        ("alice@notbrid.gy", "https://notbrid.gy/users/alice", False),
        ("alice@piaille.fr", "https://piaille.fr/users/alice", False),
    ],
)
def test_bridged_copies_are_known_by_their_host(acct: str, uri: str, bridged: bool) -> None:
    account = to_account(person(acct=acct, uri=uri), HOST)
    assert account is not None
    assert is_bridged(account) is bridged


def test_an_account_is_named_by_its_actor_or_its_page() -> None:
    local = to_account({"id": "2", "acct": "Zoé".replace("é", "e"), "url": "https://bots.example/@zoe"}, HOST)
    assert local is not None
    assert (local.id, local.handle) == ("https://bots.example/@zoe", "zoe@bots.example")
    assert to_account({"id": "2", "acct": "zoe"}, HOST) is None
    assert to_account({"acct": "zoe", "url": "https://bots.example/@zoe"}, HOST) is None


def test_a_bio_holds_the_fields() -> None:
    field = {"name": "X", "value": '<a href="https://x.com/alice"><span class="invisible">https://</span>x.com/alice</a>'}
    assert to_bio(person(note="<p>Hello</p>", fields=[field, "odd"])) == "Hello\nX: https://x.com/alice"


@pytest.mark.parametrize(
    ("told", "at"),
    [
        ("2027-01-20T11:00:00.000Z", NOON - timedelta(hours=1)),
        ("2027-01-20T12:00:00+02:00", NOON - timedelta(hours=2)),
        ("2027-01-20T11:00:00", NOON - timedelta(hours=1)),
        ("2031-01-01T00:00:00Z", NOON),
        ("yesterday", NOON),
        (None, NOON),
        (5, NOON),
    ],
)
def test_no_date_lies_ahead(told: object, at: datetime) -> None:
    assert moment(told, NOON) == at


def test_lone_surrogates_do_not_get_in() -> None:
    encounter = seen(status("<p>@qxbot \ud800find</p>", account=person(display_name="A\ud800\u202e")))
    assert (encounter.text, encounter.account.display_name) == ("find", "A")


def test_somebody_of_bluesky_behind_a_bridge_is_who_they_are_and_is_answered_where_they_were_seen() -> None:
    copy = person("ann.bsky.social@bsky.brid.gy", uri="https://bsky.brid.gy/ap/did:plc:ann", url="https://bsky.app/x")
    uri = "https://bsky.brid.gy/convert/ap/at://did:plc:ann/app.bsky.feed.post/3k"
    made = seen(status(account=copy, uri=uri, url="https://bsky.app/profile/ann.bsky.social/post/3k"))
    assert (made.account.platform, made.account.id) == (Platform.BLUESKY, "did:plc:ann")
    assert (made.account.handle, made.address.handle) == ("ann.bsky.social", "ann.bsky.social@bsky.brid.gy")
    assert made.names == ("at://did:plc:ann/app.bsky.feed.post/3k",)
    assert not made.bridged
    assert made.reply["acct"] == "ann.bsky.social@bsky.brid.gy"
    follow = from_notification({"type": "follow", "account": copy}, US, NOON)
    assert follow is not None
    assert (follow.account.id, follow.via, follow.bridged) == ("did:plc:ann", made.via, False)


def test_a_post_is_also_known_by_its_page_on_the_same_host() -> None:
    assert seen(status(url="https://far.example/@alice/5")).names == ("https://far.example/@alice/5",)
    assert seen(status(url="https://victim.example/@bob/5")).names == ()
    assert seen(status()).via is None


@pytest.mark.parametrize("acct", ["x@bird.makeup", "bsky.brid.gy@bsky.brid.gy", "n@momostr.pink"])
def test_a_copy_of_nobody_knows_whom_is_marked(acct: str) -> None:
    host = acct.partition("@")[2]
    made = seen(status(account=person(acct, uri=f"https://{host}/users/x", url=f"https://{host}/@x")))
    assert (made.bridged, made.via) == (True, None)


def test_a_server_cannot_pass_its_people_for_somebody_of_bluesky() -> None:
    forged = person("ann.bsky.social@evil.example", uri="https://evil.example/ap/did:plc:ann")
    uri = "https://bsky.brid.gy/convert/ap/at://did:plc:ann/app.bsky.feed.post/3k"
    made = seen(status(account=forged, uri=uri))
    assert (made.account.id, made.names) == ("https://evil.example/ap/did:plc:ann", ())


def test_an_account_that_says_it_moved() -> None:
    assert seen(status(account=person(moved=person("alice@new.example", id="8")))).moved
    assert not seen(status(account=person(moved=None))).moved
