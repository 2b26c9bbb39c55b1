"""What was seen is kept in one transaction, with the next look."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.actions import reconnecting
from bot.actions.reconnecting import Seen
from bot.domain.accounts import Platform
from bot.domain.reconnecting import Follows
from bot.ports import Transaction
from bot.storage import open_store
from tests.storage.builders import NOW, bluesky


def two_people(tx: Transaction) -> None:
    for x_id, name in ((1, "ann"), (2, "bob")):
        person = tx.people.register(x_id, name, "", NOW)
        tx.people.link(person.id, bluesky(name), 4, "s", NOW)
    ann = tx.people.by_x(1)
    assert ann is not None
    tx.graph.replace_list(ann.id, 0, "s", [2], NOW)


async def test_what_was_seen_is_counted_and_the_next_look_waits(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "quittex.db", tmp_path / "key")
    await store.write(two_people)
    looks = await store.read(lambda tx: reconnecting.due(tx, Platform.BLUESKY, NOW))
    assert len(looks) == 2
    told = {
        bluesky("ann").id: Follows(following={bluesky("bob").id: True}, followed_by={bluesky("bob").id: True}),
        bluesky("bob").id: Follows(following={bluesky("ann").id: True}, followed_by={bluesky("ann").id: True}),
    }
    seen = [Seen(look, (told[look.accounts[0].id],)) for look in looks]
    await store.write(lambda tx: reconnecting.keep(tx, Platform.BLUESKY, seen, NOW))
    assert await store.read(lambda tx: tx.tallies.now()["reconnected"]) == 1  # Bob never followed Ann on X
    assert await store.read(lambda tx: reconnecting.due(tx, Platform.BLUESKY, NOW)) == []
    later = NOW + timedelta(days=1)
    assert len(await store.read(lambda tx: reconnecting.due(tx, Platform.BLUESKY, later))) == 2
    await store.close()
