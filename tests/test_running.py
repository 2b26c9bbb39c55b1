"""The whole program: networks live and fail apart, it stops in order, and only one runs on a database."""

from __future__ import annotations

import asyncio
import json
import signal
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from bot.actions.rechecking import Look
from bot.actions.report import NETWORK
from bot.app import App, WallClock
from bot.config import load
from bot.demo.bluesky import BlueskyNetwork
from bot.demo.mastodon import GOTOSOCIAL, MASTODON, MastodonServer
from bot.demo.program import Program
from bot.domain.encounters import Batch
from bot.domain.grammar.book import book
from bot.domain.people import Person
from bot.domain.portraits import Portrait
from bot.domain.proof import Method, Seen, fresh, pending
from bot.domain.requests import understand
from bot.errors import BotError, Stopped, StorageError
from bot.locales import Catalogues
from bot.ports import Identity, Store, Transaction
from bot.proofs.oembed import OEmbed
from bot.proofs.pages import Pages
from bot.running import end_all, eyes_of, make_grammar, outlived, sender_of, serve, watch_of
from bot.storage import open_store
from bot.storage.sqlite.connection import SqliteStore
from tests.paper import PaperNetwork
from tests.storage.builders import NOW, bluesky

HEAD = """
[campaign]
name = "QuitteX"
operator = "operator@example.org"
"""
TUSK = """
[networks.{name}]
kind = "mastodon"
url = "{url}"
token = "env:{name}"
settle_seconds = 0.2
"""
SKY = """
[networks.sky]
kind = "bluesky"
service = "{network.url}"
handle = "{bot.handle}"
password = "env:sky"
jetstream = ["{network.jetstream.url}"]
"""


def program_of(folder: Path, text: str, **secrets: str) -> Program:
    config = folder / "config.toml"
    config.write_text(HEAD + text, encoding="utf-8")
    return Program(config, folder / "log", secrets)


async def status_of(program: Program) -> dict[str, Any]:
    result = await program.command("status", "--json")
    document: dict[str, Any] = result.document
    return document


async def states(program: Program, wanted: dict[str, str]) -> dict[str, str]:
    """The states of the networks, once they are as wanted or patience is at its end."""
    found: dict[str, str] = {}
    for _ in range(60):
        networks = (await status_of(program)).get("networks", {})
        found = {name: network.get("state", "") for name, network in networks.items()}
        if found == wanted:
            break
        await asyncio.sleep(0.2)
    return found


async def test_a_dead_token_stops_its_network_and_no_other(tmp_path: Path) -> None:
    async with MastodonServer(MASTODON) as one, MastodonServer(GOTOSOCIAL) as two:
        bot, asker = two.account("quittex", bot=True), two.account("alice")
        one.account("quittex", bot=True)
        text = TUSK.format(name="one", url=one.url) + TUSK.format(name="two", url=two.url)
        text += f'[alerts]\nto = "{asker.url}"\n'
        program = program_of(tmp_path, text, one="revoked-token", two=bot.token)
        await program.start()
        try:
            wanted = {"one": "stopped", "two": "listening"}
            assert await states(program, wanted) == wanted
            question = asker.post("@quittex combien", visibility="public")
            for _ in range(100):
                if two.replies_to(question, by=bot):
                    break
                await asyncio.sleep(0.1)
            assert len(two.replies_to(question, by=bot)) == 1
            assert (await program.command("doctor")).code == 1
            for _ in range(100):
                if private := [post for post in two.statuses_of(bot) if post["visibility"] == "direct"]:
                    break
                await asyncio.sleep(0.1)
            assert [post["mentions"] for post in private] == [["alice"]]
            assert "one" in private[0]["text"]
        finally:
            assert await program.stop() == 0
        log = program.log.read_text()
        assert sum("network stopped" in line for line in log.splitlines()) == 1
        assert "revoked-token" not in log and bot.token not in log


async def test_what_is_not_right_with_an_account_is_logged_once(tmp_path: Path) -> None:
    async with MastodonServer(MASTODON) as server:
        bot = server.account("quittex")
        program = program_of(tmp_path, TUSK.format(name="one", url=server.url), one=bot.token)
        await program.start()
        assert await states(program, {"one": "listening"}) == {"one": "listening"}
        assert await program.stop() == 0
    assert program.log.read_text().count("not labelled as a bot") == 1


async def test_an_unreachable_network_is_waited_for(tmp_path: Path) -> None:
    async with MastodonServer(MASTODON) as server:
        bot = server.account("quittex", bot=True)
        port = int(server.url.rpartition(":")[2])
        await server.http.stop()
        program = program_of(tmp_path, TUSK.format(name="one", url=server.url), one=bot.token)
        await program.start()
        try:
            assert await states(program, {"one": "connecting"}) == {"one": "connecting"}
            await server.http.start(port)
            assert await states(program, {"one": "listening"}) == {"one": "listening"}
        finally:
            assert await program.stop() == 0


class BreakingNetwork(PaperNetwork):
    """Its ears break once, with words nobody chose."""

    broken = False

    async def encounters(self, since: Mapping[str, str]) -> AsyncGenerator[Batch, None]:
        if not self.broken:
            self.broken = True
            raise ValueError("alice@m.example")
        async for batch in super().encounters(since):
            yield batch


class BreakingDisk:
    """The real store, whose disk is full for some of the first writes."""

    def __init__(self, store: SqliteStore, full: int) -> None:
        self._store, self._full = store, full

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    async def write(self, work: Callable[[Transaction], object]) -> object:
        if self._full:
            self._full -= 1
            raise StorageError("the disk is full")
        return await self._store.write(work)


@asynccontextmanager
async def serving(folder: Path, network: PaperNetwork, full: int = 0) -> AsyncIterator[App]:
    """One network on paper, served until the end."""
    (folder / "config.toml").write_text(HEAD + TUSK.format(name="paper", url="https://m.example"), encoding="utf-8")
    store = await open_store(folder / "quittex.db", folder / "key")
    disk, words = cast(Store, BreakingDisk(store, full)), Catalogues(("fr", "en"))
    posts = OEmbed("http://127.0.0.1:9/", 1.0)
    app = App(load(folder / "config.toml"), disk, words, WallClock(), {"paper": network}, posts, Pages())
    task = asyncio.get_running_loop().create_task(serve(app, "paper", asyncio.Event()))
    try:
        yield app
        assert not task.done()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await store.close()


async def network_state(store: Store, wanted: str) -> dict[str, Any]:
    """How the network on paper fares, once it is as wanted or patience is at its end."""
    found: dict[str, Any] = {}
    for _ in range(500):
        found = json.loads(await store.read(lambda tx: tx.get_meta(f"{NETWORK}paper")) or "{}")
        if found.get("state") == wanted and (found.get("reason") or wanted == "listening"):
            break
        await asyncio.sleep(0.01)
    return found


async def test_what_was_sent_before_this_start_is_counted_once(tmp_path: Path) -> None:
    network = BreakingNetwork()
    async with serving(tmp_path, network) as app:
        for _ in range(500):
            if network.calls.count("open") == 2:
                break
            await asyncio.sleep(0.01)
        await network_state(app.store, "listening")
    assert [call for call in network.calls if call != "close"] == ["open", "spent 0", "open"]


async def test_only_what_was_there_at_the_start_is_suspect_after_a_restored_backup(tmp_path: Path) -> None:
    network = PaperNetwork()
    async with serving(tmp_path, network) as app:
        app.recovered.clear()
        app.store.restored = True
        assert [sender_of(app, network).restored for _ in range(2)] == [True, False]


async def test_status_shows_no_words_that_nobody_chose(tmp_path: Path) -> None:
    async with serving(tmp_path, BreakingNetwork()) as app:
        found = await network_state(app.store, "connecting")
    assert (found["state"], found["reason"]) == ("connecting", "ValueError")


async def test_a_full_disk_is_outlived(tmp_path: Path) -> None:
    async with serving(tmp_path, PaperNetwork(), full=3) as app:
        assert (await network_state(app.store, "listening"))["state"] == "listening"


async def test_the_watch_sees_the_networks_that_work_and_the_disk_of_the_database(tmp_path: Path) -> None:
    async with serving(tmp_path, PaperNetwork()) as app:
        await network_state(app.store, "listening")
        watching = watch_of(app)
        assert [desk.network.name for desk in watching.desks()] == ["paper"]
        assert watching.disk() is None  # what is not there cannot be full
        app.settings.database.parent.mkdir()
        disk = watching.disk()
        assert disk is not None and 0 < disk[0] <= disk[1]
        await watching.look()
        assert await app.store.read(lambda tx: tx.get_meta("queue:paper")) == '{"seconds": 0}'
        app.speaking.clear()
        assert watching.desks() == []


async def test_proofs_are_looked_at_through_the_networks_that_work(tmp_path: Path) -> None:
    ann, network = bluesky("ann"), PaperNetwork()
    network.portraits[ann.id] = Portrait(ann, "x.com/ann")
    profile = Look(ann, Person(1, 1, "ann"), pending(Method.ARCHIVE_AND_PROFILE, NOW))
    post = Look(ann, None, fresh(Method.CODE, NOW, "https://x.com/ann/status/1"))
    async with serving(tmp_path, network) as app:
        await network_state(app.store, "listening")
        eyes = eyes_of(app)
        assert await eyes.see(profile) is Seen.HOLDS
        assert await eyes.see(post) is Seen.UNKNOWN  # nobody answers at that address
        app.speaking.clear()
        assert await eyes.see(profile) is None


@pytest.mark.parametrize("may_write", [True, False])
async def test_nobody_is_sent_to_private_messages_that_we_do_not_have(tmp_path: Path, may_write: bool) -> None:
    class Network(PaperNetwork):
        async def open(self) -> Identity:
            return replace(await super().open(), private_messages=may_write)

    async with serving(tmp_path, Network()) as app:
        await network_state(app.store, "listening")
        assert app.desk("paper").policy.private_messages is may_write


async def test_a_second_bot_on_the_same_database_is_refused_and_a_stop_is_quick(tmp_path: Path) -> None:
    async with BlueskyNetwork() as network:
        bot = network.account("quittex.test", "QuitteX")
        program = program_of(tmp_path, SKY.format(network=network, bot=bot), sky=bot.password)
        await program.start()
        try:
            assert await states(program, {"sky": "listening"}) == {"sky": "listening"}
            second = await program.command("run")
            assert second.code == 3
            pid = json.loads(await asyncio.to_thread(_meta, tmp_path))["pid"]
            assert str(pid) in second.err
            assert len(second.err.splitlines()) == 1
        finally:
            started = time.monotonic()
            code = await program.stop()
        assert code == 0
        assert time.monotonic() - started < 9  # it was idle: nothing to drain
        assert (await status_of(program))["running"] is False


def _meta(folder: Path) -> str:
    from bot.storage import snapshot

    with snapshot(folder / "data" / "quittex.db") as view:
        return view.get_meta("heartbeat") or "{}"


async def test_a_second_signal_ends_it_at_once(tmp_path: Path) -> None:
    async with MastodonServer(MASTODON) as server:
        bot, asker = server.account("quittex", bot=True), server.account("alice")
        program = program_of(tmp_path, TUSK.format(name="one", url=server.url), one=bot.token)
        await program.start()
        assert await states(program, {"one": "listening"}) == {"one": "listening"}
        server.faults.add("hang", path=".*/api/v1/statuses", method="POST")
        asker.post("@quittex combien", visibility="public")
        await asyncio.sleep(1.5)
        process = program._process
        assert process is not None
        process.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.5)
        assert process.returncode is None  # it drains: the call is still open
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 5) == -signal.SIGTERM
        await program.kill()
        assert (await status_of(program))["networks"]["one"]["outbox"] == {"sending": 1}


def test_no_mention_waits_for_the_grammar() -> None:
    make_grammar()
    made = book.cache_info().misses
    for words in ("find my friends", "@alice.bsky.social is me on X", "combien ?", "stop", "aide moi", "nice bot"):
        understand(words, languages=("fr", "en"))
    assert book.cache_info().misses == made == 1


async def test_a_rehearsal_sends_nothing_whoever_made_it_ready(tmp_path: Path) -> None:
    async with MastodonServer(MASTODON) as server:
        bot, asker = server.account("quittex", bot=True), server.account("alice")
        text = TUSK.format(name="one", url=server.url).replace("kind =", 'mode = "rehearsal"\nkind =')
        program = program_of(tmp_path, text, one=bot.token)
        await program.start()
        try:
            assert await states(program, {"one": "listening"}) == {"one": "listening"}
            asker.post("@quittex combien", visibility="public")
            for _ in range(100):
                held = (await program.command("outbox", "list", "--rehearsal", "--json")).document
                if held:
                    break
                await asyncio.sleep(0.1)
            assert (await program.command("outbox", "retry", str(held[0]["id"]))).code == 0
            await asyncio.sleep(1.0)
            assert server.statuses_of(bot) == []
        finally:
            assert await program.stop() == 0


async def test_a_task_that_misses_one_cancellation_is_ended_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.running.INSIST_SECONDS", 0.01)
    missed = 0

    async def hard_of_hearing() -> None:
        nonlocal missed
        while True:
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                missed += 1
                if missed == 3:
                    raise

    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(hard_of_hearing())
        await asyncio.sleep(0)
        await end_all([task])
    assert task.cancelled() and missed == 3


async def test_a_fault_nobody_thought_of_does_not_end_a_loop_and_one_we_know_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.running.FAULT_SECONDS", 0.0)
    faults: list[Exception] = [RecursionError("deep"), ValueError("odd"), Stopped("refused")]

    async def work() -> None:
        raise faults.pop(0)

    with pytest.raises(Stopped):
        await outlived("lives", work, BotError)
    assert faults == []
