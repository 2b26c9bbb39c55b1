"""Who people are, in few calls; and the label on our own profile."""

import pytest

from bot.demo.bluesky import BlueskyNetwork, Person
from bot.domain.accounts import Account, Platform
from bot.errors import NotSent
from bot.networks.bluesky.lookup import Lookup
from bot.networks.bluesky.session import Keeper
from bot.networks.bluesky.translate import Author
from tests.networks.bluesky.conftest import HandClock


@pytest.fixture
def lookup(keeper: Keeper, clock: HandClock) -> Lookup:
    return Lookup(keeper, clock)


def asked(server: BlueskyNetwork, method: str = "getProfiles") -> int:
    return sum(seen.path.endswith(method) for seen in server.http.requests)


async def test_profiles_are_asked_for_together_and_kept_a_while(
    server: BlueskyNetwork, lookup: Lookup, clock: HandClock
) -> None:
    people = [server.account(f"p{n}.test", f"P{n}", description="x.com/p") for n in range(60)]
    found = await lookup.authors(person.did for person in people)
    assert [found[person.did].handle for person in people] == [f"p{n}.test" for n in range(60)]
    assert found[people[0].did] == Author(people[0].did, "p0.test", "P0", "x.com/p")
    assert asked(server) == 3
    people[0].rename("new.test")
    assert (await lookup.authors([people[0].did]))[people[0].did].handle == "p0.test"
    clock.turn(minutes=6)
    assert (await lookup.authors([people[0].did]))[people[0].did].handle == "new.test"
    assert asked(server) == 4


async def test_nobody_and_nonsense_are_bare(server: BlueskyNetwork, lookup: Lookup, alice: Person) -> None:
    unknown = "did:plc:" + "a" * 24
    alice.set_profile(labels=["bot"])
    found = await lookup.authors([unknown, alice.did, "did:plc:not a did"])
    assert found[unknown] == Author(unknown)
    assert found[alice.did].bot


async def test_handles_become_accounts(lookup: Lookup, alice: Person) -> None:
    account = Account(
        Platform.BLUESKY, alice.did, "alice.test", url=f"https://bsky.app/profile/{alice.did}", display_name="Alice"
    )
    assert await lookup.resolve(["Alice.test", "@alice.test", alice.did, "nobody.test", "", "not a handle"]) == {
        "Alice.test": account,
        "@alice.test": account,
        alice.did: account,
        "nobody.test": None,
        "": None,
        "not a handle": None,
    }
    assert await lookup.account("alice.test") == account


async def test_an_absent_appview_is_no_verdict(server: BlueskyNetwork, lookup: Lookup) -> None:
    server.faults.add("status", path=".*getProfiles", status=502)
    with pytest.raises(NotSent):
        await lookup.account("alice.test")


async def test_the_label_is_added_once_and_nothing_else_changes(
    server: BlueskyNetwork, lookup: Lookup, bot: Person
) -> None:
    bot.set_profile(description="Je réponds", labels=["!no-unauthenticated"])
    assert not await lookup.is_labelled_bot()
    before = server.commits(bot)
    await lookup.label_as_bot()
    await lookup.label_as_bot()
    assert await lookup.is_labelled_bot()
    assert server.commits(bot) == before + 1
    record = server.record(f"at://{bot.did}/app.bsky.actor.profile/self")
    assert record is not None
    assert (record["displayName"], record["description"]) == ("QuitteX", "Je réponds")
    assert [label["val"] for label in record["labels"]["values"]] == ["!no-unauthenticated", "bot"]


async def test_a_profile_and_a_declaration_are_made_where_there_are_none(
    server: BlueskyNetwork, keeper: Keeper, lookup: Lookup, bot: Person
) -> None:
    for uri in ("app.bsky.actor.profile/self", "chat.bsky.actor.declaration/self"):
        bot.delete(f"at://{bot.did}/{uri}")
    await lookup.label_as_bot()
    await lookup.allow_messages()
    await lookup.allow_messages()
    assert await lookup.is_labelled_bot()
    declared = server.record(f"at://{bot.did}/chat.bsky.actor.declaration/self")
    assert declared is not None
    assert declared["allowIncoming"] == "all"
