"""Nobody passes for somebody else: every look-alike we know of, and as many innocents, by each proof there is."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.actions.guarding import flag_of
from bot.domain.accounts import Account, Platform
from bot.domain.officials import Flag, Official
from bot.domain.proof import LEVELS, Method
from bot.ports import Transaction
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.storage.builders import NOW, bluesky, mastodon

PAIRS: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "domain" / "lookalikes.jsonl").read_text("utf-8").splitlines()
]
WEAK = (Method.ARCHIVE, Method.ARCHIVE_AND_PROFILE, Method.CODE)
LEMONDE = Official("lemonde.fr", "lemondefr", 24744541, "Le Monde", below=True)
ANN = bluesky("ann")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    found = await open_store(tmp_path / "quittex.db", tmp_path / "pseudonym.key")
    yield found
    await found.close()


def everybody(tx: Transaction) -> None:
    """Each name the corpus tells of is either protected or well known."""
    names = {pair["like"]: pair["protected"] for pair in PAIRS}
    tx.people.set_officials((Official(f"{name}.example", name) for name, protected in names.items() if protected), NOW)
    for x_id, name in enumerate((name for name, protected in names.items() if not protected), 1):
        tx.people.link(tx.people.register(x_id, name, "", NOW).id, mastodon(f"p{x_id}"), 3, "admin", NOW)


async def test_no_lookalike_is_linked_and_no_innocent_stopped(store: SqliteStore) -> None:
    await store.write(everybody)

    def flags(tx: Transaction) -> list[tuple[dict[str, Any], set[Flag]]]:
        return [(pair, {flag_of(tx, ANN, pair["name"], LEVELS[by], by) for by in WEAK}) for pair in PAIRS]

    found = await store.write(flags)
    passed = [pair for pair, seen in found if pair["alike"] and Flag.NONE in seen]
    stopped = [pair for pair, seen in found if not pair["alike"] and seen != {Flag.NONE}]
    assert not passed and not stopped and len(found) > 400


async def test_an_account_that_looks_like_somebody_waits_whatever_it_claims(store: SqliteStore) -> None:
    await store.write(everybody)
    impostors = [bluesky("1emonde"), bluesky("mediapart"), mastodon("lemonde_officiel"), bluesky("a1ice_martin")]
    impostors.append(Account(Platform.BLUESKY, "did:plc:x", "lernonde.example"))
    impostors.append(Account(Platform.BLUESKY, "did:plc:x", "lеmondе".encode("idna").decode() + ".example"))
    for account in impostors:
        found = await store.write(lambda tx, a=account: flag_of(tx, a, "bob", 3, Method.CODE))  # type: ignore[misc]
        assert found is Flag.LOOKALIKE, account.handle


async def test_whoever_is_at_an_officials_domain_pretends_nothing(store: SqliteStore) -> None:
    def found(tx: Transaction) -> Flag:
        tx.people.set_officials([LEMONDE, Official("other.example", "lemonde")], NOW)
        return flag_of(tx, Account(Platform.BLUESKY, "did:plc:j", "jane.lemonde.fr"), "jane", 3, Method.CODE)

    assert await store.write(found) is Flag.NONE


async def test_a_protected_name_needs_its_domain_or_an_admin(store: SqliteStore) -> None:
    def found(tx: Transaction) -> list[Flag]:
        tx.people.set_officials([LEMONDE], NOW)
        methods = (Method.CODE, Method.DOMAIN, Method.ADMIN)
        return [flag_of(tx, ANN, "lemondefr", LEVELS[by], by) for by in methods]

    assert await store.write(found) == [Flag.PROTECTED, Flag.NONE, Flag.NONE]


async def test_ones_own_former_name_is_no_lookalike(store: SqliteStore) -> None:
    def found(tx: Transaction) -> list[Flag]:
        person = tx.people.register(7, "alice_m", "", NOW)
        tx.people.link(person.id, ANN, 3, "admin", NOW)
        return [flag_of(tx, ANN, "alicem", 1, Method.ARCHIVE, x_id) for x_id in (7, 8)]

    assert await store.write(found) == [Flag.NONE, Flag.LOOKALIKE]
