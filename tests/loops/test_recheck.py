"""Proofs are looked at again where they are: a real store, pages over TLS, profiles of a network on paper."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from bot.actions.officials import notice, take_officials
from bot.actions.rechecking import Look
from bot.demo.bluesky import BlueskyNetwork
from bot.demo.mastodon import MASTODON, MastodonServer
from bot.domain.accounts import Account, Platform
from bot.domain.officials import Official
from bot.domain.people import Person
from bot.domain.portraits import Portrait
from bot.domain.proof import Method, Seen, fresh, pending
from bot.errors import NotSent, Stopped, StorageError
from bot.loops import recheck as loop
from bot.loops.recheck import Eyes, recheck
from bot.ports import Transaction
from bot.proofs.pages import Pages
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.contract.worlds_bluesky import DemoWorld as SkyWorld
from tests.contract.worlds_mastodon import DemoWorld as TuskWorld
from tests.paper import PaperNetwork
from tests.proofs.site import TEXT, Site, a_site, pages_of
from tests.storage.builders import NOW, FixedClock, bluesky, mastodon

LEMONDE = Official("lemonde.example", "lemondefr", 24744541, "Le Monde")
PAPER = Account(Platform.BLUESKY, "did:plc:lm", "lemonde.example")
TOOT = mastodon("lm")
ANN = bluesky("ann")
PERSON = Person(1, 1, "ann")
WELL_KNOWN = "/.well-known/atproto-did"


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    async with a_site() as made:
        yield made


class World:
    """Both networks on paper, and posts on X by number."""

    def __init__(self, pages: Pages) -> None:
        self.clock = FixedClock()
        self.networks = {platform: PaperNetwork(platform=platform) for platform in Platform}
        self.posts: dict[str, str] = {}
        self.eyes = Eyes(self.networks.get, pages, self.author_of, self.clock)

    async def author_of(self, handle: str, number: str) -> str | None:
        if number == "0":
            raise NotSent("X is away")
        return self.posts.get(number)

    def portrait(self, account: Account, words: str = "", *verified: str) -> None:
        found = Portrait(account, words, frozenset(verified))
        self.networks[account.platform].portraits[account.id] = found


@pytest.fixture
def world(site: Site) -> World:
    return World(pages_of(site))


def at_domain(account: Account = PAPER) -> Look:
    return Look(account, None, pending(Method.DOMAIN, NOW, LEMONDE.domain), LEMONDE)


def linked_back() -> Look:
    return Look(ANN, PERSON, pending(Method.ARCHIVE_AND_PROFILE, NOW))


def posted(number: str) -> Look:
    return Look(ANN, PERSON, fresh(Method.CODE, NOW, f"https://x.com/Ann/status/{number}"))


async def test_a_bluesky_handle_is_its_domains_word(world: World, site: Site) -> None:
    assert await world.eyes.see(at_domain()) is Seen.GONE
    site.says(WELL_KNOWN, "did:plc:lm", TEXT)
    assert await world.eyes.see(at_domain()) is Seen.HOLDS
    assert await world.eyes.see(at_domain(replace(PAPER, id="did:plc:thief"))) is Seen.GONE
    asked = len(site.asked)
    assert await world.eyes.see(at_domain(replace(PAPER, handle="lm.bsky.social"))) is Seen.GONE
    assert len(site.asked) == asked, "another name is not asked for"


async def test_a_name_below_counts_only_where_the_list_says_so(world: World, site: Site) -> None:
    site.says(WELL_KNOWN, "did:plc:lm", TEXT)
    look = at_domain(replace(PAPER, handle="live.lemonde.example"))
    assert await world.eyes.see(look) is Seen.GONE
    assert await world.eyes.see(replace(look, official=replace(LEMONDE, below=True))) is Seen.HOLDS


async def test_what_the_mastodon_server_verified_needs_no_page(world: World, site: Site) -> None:
    world.portrait(TOOT, "", "www.lemonde.example")
    assert await world.eyes.see(at_domain(TOOT)) is Seen.HOLDS and not site.asked
    world.portrait(TOOT, "", "fauxlemonde.example")
    assert await world.eyes.see(at_domain(TOOT)) is Seen.GONE


async def test_else_the_front_page_must_link_to_the_profile_and_is_asked_once(world: World, site: Site) -> None:
    world.portrait(TOOT, "https://lemonde.example")
    site.says("/", f'<a rel="me" href="{TOOT.url}/">Mastodon</a>')
    assert await world.eyes.see(at_domain(TOOT)) is Seen.HOLDS
    for number in range(20):
        liar = mastodon(f"liar{number}")
        world.portrait(liar, "https://lemonde.example")
        assert await world.eyes.see(at_domain(liar)) is Seen.GONE
    assert site.asked == [("lemonde.example", "/")]
    world.clock.time += loop.KEPT
    await world.eyes.see(at_domain(TOOT))
    assert len(site.asked) == 2


async def test_an_account_that_is_not_there_proves_nothing(world: World) -> None:
    assert await world.eyes.see(at_domain(TOOT)) is Seen.GONE
    assert await world.eyes.see(linked_back()) is Seen.GONE
    assert await world.eyes.see(replace(at_domain(), official=None)) is Seen.GONE


async def test_a_profile_links_back_by_the_whole_handle(world: World) -> None:
    world.portrait(ANN, "x.com/annabelle")
    assert await world.eyes.see(linked_back()) is Seen.GONE
    world.portrait(ANN, "Twitter : x.com/Ann")
    assert await world.eyes.see(linked_back()) is Seen.HOLDS
    heard = replace(linked_back(), person=replace(PERSON, x_heard=True))
    assert await world.eyes.see(heard) is Seen.GONE


async def test_a_post_is_still_there_and_still_theirs(world: World) -> None:
    world.posts = {"1": "ann", "2": "thief"}
    seen = [await world.eyes.see(posted(number)) for number in ("1", "2", "3", "0")]
    assert seen == [Seen.HOLDS, Seen.GONE, Seen.GONE, Seen.UNKNOWN]


async def test_a_network_that_is_away_counts_for_nothing(world: World) -> None:
    world.networks[Platform.BLUESKY].faults["portrait"] = [NotSent("away"), Stopped("refused")]
    assert await world.eyes.see(linked_back()) is Seen.UNKNOWN
    assert await world.eyes.see(linked_back()) is None
    del world.networks[Platform.BLUESKY]
    assert await world.eyes.see(linked_back()) is None


async def test_a_fault_of_ours_stops_nobody(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise KeyError("a bug")

    monkeypatch.setattr(world.networks[Platform.BLUESKY], "portrait", broken)
    assert await world.eyes.see(linked_back()) is None
    assert await world.eyes.see(replace(linked_back(), proof=fresh(Method.ADMIN, NOW))) is None


async def test_a_hostile_page_is_no_proof_and_stops_nothing(world: World, site: Site) -> None:
    world.portrait(TOOT)
    site.leads("/", "https://127.0.0.1/")
    assert await world.eyes.see(at_domain(TOOT)) is Seen.UNKNOWN


async def until(store: SqliteStore, account: Account, level: int) -> None:
    async with asyncio.timeout(30):
        while not await store.read(lambda tx: tx.people.by_account(account, level)):  # noqa: ASYNC110
            await asyncio.sleep(0.05)


async def test_whoever_was_met_is_proven_by_their_domain(
    world: World, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loop, "REST_SECONDS", 0.05)
    monkeypatch.setattr(loop, "BREATH_SECONDS", 0.0)
    site.says(WELL_KNOWN, "did:plc:lm", TEXT)
    store = await open_store(tmp_path / "quittex.db", tmp_path / "pseudonym.key", clock=world.clock)

    def meet(tx: Transaction) -> None:
        take_officials(tx, [LEMONDE], NOW)
        notice(tx, PAPER, "", NOW)
        tx.people.link(tx.people.register(1, "ann", "", NOW).id, ANN, 1, "archive", NOW)
        tx.people.await_proof(ANN, pending(Method.ARCHIVE_AND_PROFILE, NOW))

    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(recheck(store, world.clock, world.eyes))
        await store.write(meet)
        await until(store, PAPER, 5)
        world.portrait(ANN, "x.com/ann")
        world.clock.time += timedelta(days=1)
        await until(store, ANN, 2)
        task.cancel()
    await store.close()


class Full:
    """A store whose disk is full."""

    def __init__(self) -> None:
        self.asked = 0

    async def read(self, _: Any) -> Any:
        self.asked += 1
        raise StorageError("the disk is full")


async def test_a_full_disk_does_not_end_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "REST_SECONDS", 0.01)
    full = Full()
    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(recheck(cast(SqliteStore, full), world.clock, world.eyes))
        async with asyncio.timeout(30):
            while full.asked < 3:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        task.cancel()


async def test_profiles_of_real_servers_are_read(site: Site, tmp_path: Path) -> None:
    """The demo's Bluesky and Mastodon, over HTTP."""
    async with BlueskyNetwork() as sky, MastodonServer(MASTODON) as tusk:
        worlds = {Platform.BLUESKY: SkyWorld(sky), Platform.MASTODON: TuskWorld(tusk)}
        networks = {platform: world.network(tmp_path) for platform, world in worlds.items()}
        for network in networks.values():
            await network.open()
        eyes = Eyes(networks.get, pages_of(site), World(pages_of(site)).author_of, FixedClock())
        ann = await networks[Platform.BLUESKY].profile(await worlds[Platform.BLUESKY].person("ann"))
        lemonde = await networks[Platform.MASTODON].profile(await worlds[Platform.MASTODON].person("lm"))
        assert ann is not None and lemonde is not None
        look = replace(linked_back(), account=ann)
        assert [await eyes.see(look), await eyes.see(at_domain(lemonde))] == [Seen.GONE, Seen.GONE]
        await worlds[Platform.BLUESKY].describe(ann.handle, "Journaliste, sur X : @ann")
        fields = {"fields": [("Site", "https://lemonde.example")], "verified": ["https://lemonde.example"]}
        tusk.person("lm").set_profile(**fields)
        assert [await eyes.see(look), await eyes.see(at_domain(lemonde))] == [Seen.HOLDS, Seen.HOLDS]
        for network in networks.values():
            await network.close()
