"""announce, on the real store: one Post per natural key, held when implausible, the same numbers everywhere."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from bot.actions.announce import (
    IMAGE_SIZE,
    Press,
    announce,
    deal_until,
    dealt_until,
    draft_of,
    keep_day,
    read_counters,
    skip,
    write_bulletin,
)
from bot.domain.accounts import Account, Platform
from bot.domain.announcements import Announcement, Bulletin
from bot.domain.encounters import Visibility
from bot.domain.outbox import Draft, Post, State, derive_key
from bot.domain.text import Limits, plain
from bot.locales import Catalogues
from bot.ports import Network, Store, Transaction
from bot.storage import open_store

NOW = datetime(2026, 11, 23, 8, 0, 5, tzinfo=UTC)
LOCAL = NOW.astimezone(ZoneInfo("Europe/Paris"))
SLOT = "2026-11-23T09:00"
WEEKLY = Announcement("weekly", "counters", ("bluesky", "piaille"), "0 9 * * mon")
PRESS = Press("QuitteX", "QuitteX", "Europe/Paris", "fr", Catalogues(("fr", "en")))


class Mute:
    """A network that can compose and no more."""

    def __init__(self, name: str, graphemes: int = 300) -> None:
        self.name = name
        self.graphemes = graphemes

    def limits_for(self, recipient: str) -> Limits:
        return Limits(self.graphemes)

    def compose(self, draft: Draft) -> dict[str, Any]:
        return {"text": plain(draft.text), "alt": draft.alt, "visibility": str(draft.visibility)}


BLUESKY, PIAILLE = cast(Network, Mute("bluesky")), cast(Network, Mute("piaille"))


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await open_store(tmp_path / "quittex.db", tmp_path / "pseudonym.key")
    yield opened
    await opened.close()


async def raise_voices(store: Store, count: int, first: int = 0) -> None:
    def work(tx: Transaction) -> None:
        for number in range(first, first + count):
            tx.people.voice(Account(Platform.BLUESKY, f"did:plc:{number}", f"p{number}.example"), NOW)

    await store.write(work)


async def bulletin(store: Store, slot: str = SLOT) -> Bulletin:
    counters = await store.read(lambda tx: read_counters(tx, LOCAL))
    return replace(write_bulletin(counters, slot, PRESS), image=b"png")


async def owe(
    store: Store, slot: str = SLOT, network: Network = BLUESKY, *, now: datetime = NOW, rehearsal: bool = False
) -> int | None:
    said = await bulletin(store, slot)
    return await store.write(lambda tx: announce(tx, WEEKLY, slot, said, network, PRESS, now, rehearsal=rehearsal))


async def post(store: Store, number: int | None) -> Post:
    assert number is not None
    found = await store.read(lambda tx: tx.outbox.get(number))
    assert found is not None
    return found


async def test_one_slot_is_one_public_post_per_network(store: Store) -> None:
    await raise_voices(store, 12)
    first = await post(store, await owe(store))
    assert first.state is State.READY
    assert first.trigger == f"announcement:weekly:{SLOT}:bluesky"
    assert first.key == derive_key(first.trigger, "counters")
    assert first.record["visibility"] == Visibility.PUBLIC
    assert first.image == b"png"
    assert await owe(store) is None
    assert await owe(store, now=NOW + timedelta(days=1)) is None
    assert await owe(store, network=PIAILLE) is not None
    assert await owe(store, "2026-11-30T09:00") is not None


async def test_owed_at_the_same_time_from_several_sides_it_is_one_post(store: Store) -> None:
    posts = await asyncio.gather(*(owe(store) for _ in range(8)))
    assert len([number for number in posts if number is not None]) == 1


async def test_once_even_when_the_slots_were_lost_with_an_old_backup(store: Store) -> None:
    await owe(store)

    def lose(tx: Any) -> None:
        tx.session.execute("DELETE FROM slot")

    await store.write(lose)
    assert await owe(store) is None


async def test_text_alt_and_chart_tell_the_same_snapshot(store: Store) -> None:
    await raise_voices(store, 17)
    said = await bulletin(store)
    await raise_voices(store, 100, first=100)
    number = await store.write(lambda tx: announce(tx, WEEKLY, SLOT, said, BLUESKY, PRESS, NOW))
    text = (await post(store, number)).record["text"]
    assert "17 voix" in text
    assert "117" not in text


async def test_a_small_campaign_publishes_no_number(store: Store) -> None:
    await raise_voices(store, 9)
    text = (await post(store, await owe(store))).record["text"]
    assert "voix" not in text
    assert "à partir de 10" in text


async def test_the_draft_carries_its_mark_its_alt_and_the_size_of_its_picture(store: Store) -> None:
    said = await bulletin(store)
    draft = draft_of(WEEKLY, SLOT, said, BLUESKY, PRESS, NOW)
    assert draft.mark
    assert plain(draft.text).startswith(draft.mark)
    assert draft.alt == said.alt
    assert draft.image_size == IMAGE_SIZE
    assert draft_of(WEEKLY, SLOT, replace(said, image=None), BLUESKY, PRESS, NOW).image_size == (0, 0)


async def test_in_a_rehearsal_it_is_held(store: Store) -> None:
    held = await post(store, await owe(store, rehearsal=True))
    assert (held.state, held.reason) == (State.HELD, "rehearsal")


async def test_an_implausible_jump_waits_for_the_admin_on_every_network(store: Store) -> None:
    await raise_voices(store, 12)
    await owe(store)
    await raise_voices(store, 1100, first=100)
    for network in (BLUESKY, PIAILLE):
        held = await post(store, await owe(store, "2026-11-30T09:00", network))
        assert held.state is State.HELD
        assert "voices went from 12 to 1112" in (held.reason or "")


async def test_a_jump_the_admin_let_go_is_the_new_measure(store: Store) -> None:
    await raise_voices(store, 12)
    await owe(store)
    await raise_voices(store, 1100, first=100)
    held = await owe(store, "2026-11-30T09:00")
    assert held is not None
    assert (await post(store, await owe(store, "2026-12-07T09:00"))).state is State.HELD
    await store.write(lambda tx: tx.outbox.retry(held, NOW))
    assert (await post(store, await owe(store, "2026-12-14T09:00"))).state is State.READY


async def test_a_withdrawn_jump_is_no_measure(store: Store) -> None:
    await raise_voices(store, 12)
    await owe(store)
    await raise_voices(store, 1100, first=100)
    held = await owe(store, "2026-11-30T09:00")
    assert held is not None
    await store.write(lambda tx: tx.outbox.withdraw(held, NOW))
    assert (await post(store, await owe(store, "2026-12-07T09:00"))).state is State.HELD


async def test_skipped_slots_are_recorded_once_and_never_posted(store: Store) -> None:
    slots = ("2026-11-21T09:00", "2026-11-22T09:00")
    assert await store.write(lambda tx: skip(tx, WEEKLY, slots, NOW)) == 4
    assert await store.write(lambda tx: skip(tx, WEEKLY, slots, NOW)) == 0
    assert await owe(store, slots[0]) is None
    taken = await store.read(lambda tx: tx.slots.taken("weekly", "piaille"))
    assert taken == [(slots[1], "skipped"), (slots[0], "skipped")]


async def test_how_far_a_schedule_was_dealt_with_is_forgotten_when_it_changes(store: Store) -> None:
    def until(announcement: Announcement, zone: str) -> Any:
        return store.read(lambda tx: dealt_until(tx, announcement, zone))

    assert await until(WEEKLY, "Europe/Paris") is None
    await store.write(lambda tx: deal_until(tx, WEEKLY, "Europe/Paris", NOW))
    assert await until(WEEKLY, "Europe/Paris") == NOW
    assert await until(WEEKLY, "Europe/London") is None
    assert await until(replace(WEEKLY, cron="0 10 * * mon"), "Europe/Paris") is None
    assert await until(replace(WEEKLY, id="other"), "Europe/Paris") is None


async def test_the_history_of_a_day_comes_back_as_a_curve(store: Store) -> None:
    await raise_voices(store, 12)
    await store.write(lambda tx: keep_day(tx, date(2026, 11, 22)))
    history = await store.read(lambda tx: tx.tallies.history("voices", 2, "2026-11-23"))
    assert history == [("2026-11-22", 12), ("2026-11-23", 12)]
