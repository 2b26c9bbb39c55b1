"""One Encounter, one transaction: seen once, decided on, owed once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.actions.deliver import next_post as next_one
from bot.actions.receive import (
    ANSWERED,
    SEEN,
    Desk,
    _place,
    apply,
    finish_batch,
    read_facts,
    receive,
    record_fault,
    record_seen,
)  # fmt: skip
from bot.domain.accounts import Account, Platform
from bot.domain.consent import Told
from bot.domain.effects import Policy, Say, Why
from bot.domain.encounters import Batch, Encounter, Gap, Kind, Visibility
from bot.domain.outbox import Post, State
from bot.domain.people import DISCREET, WROTE, Said
from bot.domain.replies import decide
from bot.domain.requests import Request, Understood
from bot.locales import Catalogues
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, SECOND, a_mention, bluesky, mastodon

DESK = Desk(
    network=PaperNetwork(),
    policy=Policy(operator="admin@example.org", campaign="QuitteX", tags=frozenset({"quittex"})),
    words=Catalogues(("fr", "en")),
    minimum=1,
    answer_within=timedelta(hours=72),
    ourselves=frozenset({"did:plc:bot"}),
)


def asks(text: str = "combien", uri: str = "at://ann/1", **more: object) -> Encounter:
    return a_mention(uri, text=text, addressed=True, **{"network": "paper", "languages": ("fr",), **more})


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await opened.write(lambda tx: tx.inbox.first_start("paper", NOW - SECOND))
    yield opened
    await opened.close()


async def took(store: SqliteStore, encounter: Encounter, desk: Desk = DESK, at: timedelta = timedelta(0)) -> str:
    return await store.write(lambda tx: receive(tx, encounter, desk, NOW + at))


async def owed(store: SqliteStore) -> list[State]:
    return [row.state for row in await store.read(lambda tx: tx.outbox.rows())]


async def test_a_mention_earns_one_post_however_often_it_is_seen(store: SqliteStore) -> None:
    assert [await took(store, asks()) for _ in range(3)] == [ANSWERED, SEEN, SEEN]
    assert await owed(store) == [State.READY]


async def test_the_same_trigger_on_another_of_our_accounts_is_not_answered_twice(store: SqliteStore) -> None:
    await store.write(lambda tx: tx.inbox.first_start("other", NOW - SECOND))
    assert await took(store, asks()) == ANSWERED
    assert await took(store, asks(network="other")) == Why.COPY
    assert len(await owed(store)) == 1


async def test_what_is_older_than_the_first_start_is_seen_and_not_answered(store: SqliteStore) -> None:
    assert await took(store, asks(at=NOW - timedelta(hours=1))) == Why.BEFORE_FIRST_START
    assert await owed(store) == []


async def test_a_question_found_too_late_becomes_a_gap(store: SqliteStore) -> None:
    assert await took(store, asks(), at=timedelta(hours=73)) == Why.TOO_OLD
    assert await took(store, asks(uri="at://ann/2"), at=timedelta(hours=74)) == Why.TOO_OLD
    (gap,) = await store.read(lambda tx: tx.inbox.gaps("paper"))
    assert (gap.missed, gap.since, gap.until) == (2, NOW, NOW + timedelta(hours=2))
    assert await owed(store) == []


async def test_a_wish_for_silence_found_too_late_is_obeyed_and_not_acknowledged(store: SqliteStore) -> None:
    assert await took(store, asks("stop"), at=timedelta(hours=73)) == Why.TOO_OLD
    assert await store.read(lambda tx: tx.people.is_silent(asks().account))
    assert await took(store, asks("reprends", "at://ann/2"), at=timedelta(hours=73)) == Why.TOO_OLD
    assert not await store.read(lambda tx: tx.people.is_silent(asks().account))
    assert await owed(store) == []


async def test_private_and_public_are_kept_as_consent_even_found_too_late(store: SqliteStore) -> None:
    def link(tx: Transaction) -> int:
        ann = tx.people.register(1, "ann", "fr", NOW)
        tx.people.link(ann.id, asks().account, 4, "s", NOW)
        return ann.id

    async def named() -> bool:
        person = await store.read(lambda tx: tx.people.get(ann))
        return person is not None and person.consent.named

    ann = await store.write(link)
    assert await took(store, asks("en public")) == ANSWERED
    assert await named()
    late = asks("privé", "at://ann/2")
    assert await took(store, late, at=DESK.answer_within + SECOND) == Why.TOO_OLD
    assert not await named()
    assert await owed(store) == [State.READY]


async def test_our_own_posts_are_not_answered(store: SqliteStore) -> None:
    assert await took(store, asks(account=bluesky("bot"))) == Why.OURSELVES


async def test_a_rehearsal_holds_what_it_would_have_sent(store: SqliteStore) -> None:
    await took(store, asks(), replace(DESK, rehearsal=True))
    (row,) = await store.read(lambda tx: tx.outbox.rows())
    assert (row.state, row.reason) == (State.HELD, "rehearsal")


async def test_a_word_of_before_the_stop_does_not_end_the_silence(store: SqliteStore) -> None:
    hour = timedelta(hours=1)
    for uri, words, age in (("2", "stop", hour), ("1", "reprends", 2 * hour), ("0", "reprends", 80 * hour)):
        await took(store, asks(words, f"at://ann/{uri}", at=NOW + 80 * hour - age), at=80 * hour)
        assert await store.read(lambda tx: tx.people.is_silent(asks().account))
    await took(store, asks("reprends", "at://ann/3", at=NOW + 80 * hour), at=80 * hour)
    assert not await store.read(lambda tx: tx.people.is_silent(asks().account))


async def test_stop_is_acknowledged_once_and_then_there_is_silence(store: SqliteStore) -> None:
    assert await took(store, asks("stop")) == ANSWERED
    assert await took(store, asks("combien", "at://ann/2")) == Why.SILENCED
    assert await took(store, asks("stop", "at://ann/3")) == Why.SILENCED
    assert len(await owed(store)) == 1
    assert await took(store, asks("reprends", "at://ann/4")) == ANSWERED
    assert await took(store, asks("combien", "at://ann/5")) == ANSWERED


async def test_a_claim_is_put_down_and_answered(store: SqliteStore) -> None:
    assert await took(store, asks("je suis x.com/alice_x")) == ANSWERED
    (claim,) = await store.read(lambda tx: tx.people.claims("waiting"))
    assert claim.x_handle == "alice_x"


async def test_a_voice_and_an_arrival_are_counted_once_an_account(store: SqliteStore) -> None:
    for number in range(3):
        tag = asks("bonjour", f"at://ann/t{number}", kind=Kind.TAG, tags=frozenset({"quittex"}))
        await took(store, tag)
        await took(store, asks("", f"at://ann/f{number}", kind=Kind.FOLLOW))
    tallies = await store.read(lambda tx: tx.tallies.now())
    assert (tallies["voices"], tallies["arrivals"]) == (1, 1)


async def test_a_limit_keeps_the_mention_with_its_reason(store: SqliteStore) -> None:
    outcomes = [await took(store, asks(uri=f"at://ann/{n}")) for n in range(5)]
    assert outcomes == [ANSWERED] * 3 + [Why.TOO_MANY] * 2
    assert await store.read(lambda tx: tx.inbox.outcomes("paper")) == {"answered": 3, "limit reached": 2}


async def test_a_registered_asker_gets_numbers_of_people_who_allow_it(store: SqliteStore) -> None:
    def registry(tx: object) -> None:
        people, graph = tx.people, tx.graph  # type: ignore[attr-defined]
        for x_id, name in ((1, "ann"), (2, "bob"), (3, "cleo")):
            person = people.register(x_id, name, "fr", NOW)
            people.link(person.id, bluesky(name), 4, "test", NOW)
        graph.replace_list(people.by_x(1).id, 0, "test", [2, 3, 99], NOW)
        people.set_consent(people.by_x(3).id, "found", "nobody", NOW)

    await store.write(registry)
    assert await took(store, asks("trouve")) == ANSWERED
    post = await store.read(lambda tx: tx.outbox.get(1))
    assert post is not None
    words = post.record["text"]
    assert "1" in words
    assert "2" not in words and "3" not in words
    assert "bob" not in words and "cleo" not in words


def connected(tx: Transaction) -> None:
    """Ann, who wants to be told, follows bob and cleo; everybody is here, only cleo may be named."""
    for x_id, name in ((1, "ann"), (2, "bob"), (3, "cleo")):
        tx.people.link(tx.people.register(x_id, name, "fr", NOW).id, bluesky(name), 4, "test", NOW)
    tx.people.set_consent(1, "told", "weekly", NOW)
    tx.people.set_consent(3, "named", "yes", NOW)
    tx.graph.replace_list(1, 0, "test", [2, 3], NOW)


async def test_a_tagged_post_is_answered_when_there_is_news(store: SqliteStore) -> None:
    desk = replace(DESK, policy=replace(DESK.policy, per_person_hour=0, per_person_day=0))

    async def tags(number: int) -> str:
        tagged = asks("bonjour", f"at://ann/t{number}", kind=Kind.TAG, tags=frozenset({"quittex"}))
        return await took(store, tagged, desk)

    await store.write(connected)
    assert [await tags(1), await tags(2)] == [ANSWERED, Why.NOTHING_NEW]
    await store.write(lambda tx: tx.people.link(2, mastodon("bob"), 4, "test", NOW))
    assert [await tags(3), await tags(4)] == [ANSWERED, Why.NOTHING_NEW]
    (last, *_) = await store.read(lambda tx: tx.outbox.rows())
    await store.write(lambda tx: tx.outbox.settle(last.id, State.REFUSED, NOW))
    assert [await tags(5), await tags(6)] == [ANSWERED, Why.NOTHING_NEW]


async def test_in_public_those_are_named_who_chose_it_in_private_everybody(store: SqliteStore) -> None:
    await store.write(connected)
    await took(store, asks("trouve"))
    await took(store, asks("trouve", "at://ann/2", visibility=Visibility.DIRECT))
    words = [(await store.read(lambda tx, n=n: tx.outbox.get(n))).record["text"] for n in (1, 2)]  # type: ignore[misc]
    assert ["bob" in said for said in words] == [False, True]
    assert ["cleo" in said for said in words] == [True, True]


async def test_the_cursor_and_the_gap_of_a_batch_commit_with_its_last_encounter(store: SqliteStore) -> None:
    gap = Gap("paper", "stream", NOW - SECOND, NOW, "cursor too old")
    batch = Batch("stream", (asks(),), cursor="42", gap=gap)
    await store.write(lambda tx: receive(tx, batch.encounters[0], DESK, NOW, ends=batch))
    assert await store.read(lambda tx: tx.inbox.cursors("paper")) == {"stream": "42"}
    assert len(await store.read(lambda tx: tx.inbox.gaps("paper"))) == 1


async def test_a_first_look_records_the_old_and_leaves_the_new(store: SqliteStore) -> None:
    old, new = asks(at=NOW - timedelta(days=1)), asks(uri="at://ann/2")
    assert await store.write(lambda tx: record_seen(tx, "paper", [old, new], NOW)) == 1
    assert await took(store, old) == SEEN
    assert await took(store, new) == ANSWERED


async def test_a_poisoned_encounter_is_kept_as_a_fault(store: SqliteStore) -> None:
    await store.write(lambda tx: record_fault(tx, asks(), "KeyError", NOW))
    await store.write(lambda tx: finish_batch(tx, "paper", Batch("stream", cursor="7"), NOW))
    assert await store.read(lambda tx: tx.inbox.outcomes("paper")) == {"fault": 1}
    assert await took(store, asks()) == SEEN


async def test_a_welcome_comes_once_for_life_whatever_event_earned_it(store: SqliteStore) -> None:
    desk = replace(DESK, policy=replace(DESK.policy, welcome=True))
    kinds = (Kind.FOLLOW, Kind.SIGN_UP, Kind.FOLLOW)
    meetings = [asks("", f"{kind}:ann/{number}", kind=kind) for number, kind in enumerate(kinds)]
    assert [await took(store, one, desk) for one in meetings] == [ANSWERED, SEEN, SEEN]
    assert [row.kind for row in await store.read(lambda tx: tx.outbox.rows())] == ["welcome"]


@pytest.mark.parametrize("private", [True, False])
async def test_an_answer_that_waited_names_nobody_who_hid_meanwhile(store: SqliteStore, private: bool) -> None:
    def registered(tx: Transaction) -> int:
        ann, bob = (tx.people.register(x, "", "", NOW).id for x in (1, 2))
        for person, account in ((ann, bluesky("ann")), (bob, bluesky("bob"))):
            tx.people.link(person, account, 4, "s", NOW)
        tx.people.set_consent(bob, "named", "yes", NOW)
        tx.graph.replace_list(ann, 0, "s", [2], NOW)
        return bob

    def next_post(tx: Transaction) -> Post | None:
        return next_one(tx, "paper", Platform.BLUESKY, NOW, timedelta(hours=72))

    bob = await store.write(registered)
    more = {"kind": Kind.MESSAGE, "visibility": Visibility.DIRECT} if private else {}
    assert await took(store, asks("find", **more)) == ANSWERED
    post = await store.write(next_post)
    assert post is not None and "bob" in post.record["text"]
    purpose, value = ("found", "nobody") if private else ("named", "no")
    await store.write(lambda tx: tx.people.set_consent(bob, purpose, value, NOW))
    assert await store.write(next_post) is None


async def linked(store: SqliteStore, *accounts: Account) -> int:
    def link(tx: Transaction) -> int:
        ann = tx.people.register(1, "ann", "fr", NOW)
        for account in accounts:
            tx.people.link(ann.id, account, 4, "s", NOW)
        return ann.id

    return await store.write(link)


async def said(store: SqliteStore) -> list[str]:
    rows = await store.read(lambda tx: tx.outbox.rows())
    posts = [await store.read(lambda tx, row=row: tx.outbox.get(row.id)) for row in rows]
    return [str(post.record["text"]) for post in posts if post][::-1]


QUESTION = "Voulez-vous que je vous prévienne chaque lundi"


async def test_the_question_comes_once_for_life_of_a_person_and_one_word_answers_it(store: SqliteStore) -> None:
    there = mastodon("ann")
    ann = await linked(store, asks().account, there)
    for number, who in enumerate((asks().account, asks().account, there)):
        await took(store, asks("trouve", f"at://ann/{number}", account=who))
    assert [QUESTION in words for words in await said(store)] == [True, False, False]
    yes = replace(asks(), uri="at://ann/yes")
    await store.write(lambda tx: [tx.outbox.settle(post.id, State.SENT, NOW) for post in tx.outbox.rows()])
    facts = await store.write(lambda tx: read_facts(tx, yes, Understood(Request.NOTHING, agrees=True), DESK, NOW))
    assert facts.question == "consent"
    effects = decide(yes, Understood(Request.NOTHING, agrees=True), facts, DESK.policy)
    await store.write(lambda tx: apply(tx, yes, effects, DESK, NOW, facts))
    person = await store.read(lambda tx: tx.people.get(ann))
    assert person is not None and person.consent.told is Told.WEEKLY
    assert await store.read(lambda tx: tx.people.question(yes.account, NOW)) is None


async def test_what_a_rehearsal_would_have_asked_is_asked_when_it_is_over(store: SqliteStore) -> None:
    await linked(store, asks().account)
    await took(store, asks("trouve"), replace(DESK, rehearsal=True))
    await took(store, asks("trouve", "at://ann/2"))
    assert [QUESTION in words for words in await said(store)] == [True, True]


async def test_whoever_wanted_silence_or_came_with_a_registry_is_not_asked(store: SqliteStore) -> None:
    ann = await linked(store, asks().account)
    for number, words in enumerate(("stop", "reprends", "trouve")):
        await took(store, asks(words, f"at://ann/{number}", at=NOW + number * SECOND))
    bob = await store.write(lambda tx: tx.people.register(2, "bob", "fr", NOW).id)
    await store.write(lambda tx: tx.people.link(bob, bluesky("bob"), 4, "s", NOW))
    await store.write(lambda tx: tx.people.set_consent(bob, "found", "network", NOW, batch=1))
    await took(store, asks("trouve", "at://bob/1", account=bluesky("bob")))
    assert not any(QUESTION in words for words in await said(store)) and ann


async def test_a_private_answer_to_a_public_post_goes_to_the_chat_on_bluesky_alone(store: SqliteStore) -> None:
    there = mastodon("ann")
    await linked(store, asks().account, there)
    await took(store, asks("privé", "chat:1/1", kind=Kind.MESSAGE, visibility=Visibility.DIRECT, reply={"convo": "1"}))
    reply = {"root": {}, "parent": {}}
    met = asks("trouve", "at://ann/2", reply=reply)
    facts = await store.write(lambda tx: read_facts(tx, met, Understood(Request.FIND), DESK, NOW))
    assert facts.marks == {DISCREET, WROTE}
    say = decide(met, Understood(Request.FIND), facts, DESK.policy)[-1]
    assert isinstance(say, Say) and say.visibility is Visibility.DIRECT
    assert _place(met, say, DESK) == {"to": met.account.id}
    assert _place(replace(met, account=there), say, DESK) == reply
    await took(store, asks("public", "at://ann/3"))
    assert await store.read(lambda tx: tx.people.marks(there)) == {WROTE}


async def test_what_takes_a_consent_back_is_obeyed_even_found_too_late(store: SqliteStore) -> None:
    ann = await linked(store, asks().account)
    await store.write(lambda tx: tx.people.set_consent(ann, "named", "yes", NOW))
    await took(store, asks("privé"), at=DESK.answer_within + SECOND)
    said_of = await store.read(lambda tx: tx.people.consents(ann))
    assert said_of["named"] == Said("no", NOW)


async def test_a_welcome_comes_once_for_life_to_a_person_of_both_networks(store: SqliteStore) -> None:
    there, desk = mastodon("ann"), replace(DESK, policy=replace(DESK.policy, welcome=True))
    await linked(store, asks().account, there)
    for number, who in enumerate((asks().account, there)):
        await took(store, asks("", f"follow:{number}", kind=Kind.FOLLOW, account=who), desk)
    rows = await store.read(lambda tx: tx.outbox.rows())
    assert [row.kind for row in rows] == ["welcome"]


async def test_a_welcome_before_the_link_counts_for_the_person_too(store: SqliteStore) -> None:
    there, desk = mastodon("ann"), replace(DESK, policy=replace(DESK.policy, welcome=True))
    await took(store, asks("", "follow:1", kind=Kind.FOLLOW), desk)
    await linked(store, asks().account, there)
    await took(store, asks("", "follow:2", kind=Kind.FOLLOW, account=there), desk)
    assert len(await owed(store)) == 1


async def test_a_private_conversation_is_not_over_after_two_answers(store: SqliteStore) -> None:
    said = {"kind": Kind.MESSAGE, "visibility": Visibility.DIRECT, "thread": "chat:1"}
    days = [timedelta(days=2 * n) for n in range(4)]
    for number, later in enumerate(days):
        met = asks("aide", f"chat:1/{number}", at=NOW + later, **said)
        assert await took(store, met, at=later) == ANSWERED


async def test_the_language_of_a_private_message_is_that_of_its_words(store: SqliteStore) -> None:
    await took(store, asks("Je suis x.com/ann", kind=Kind.MESSAGE, visibility=Visibility.DIRECT, languages=()))
    assert await store.read(lambda tx: tx.inbox.languages(asks().account.id)) == ("fr",)
