"""A small Mastodon on real sockets, and the bot's account on it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.demo.mastodon import GOTOSOCIAL, MASTODON, MastodonServer
from bot.domain.encounters import Visibility
from bot.domain.outbox import Draft, Post, State, derive_key
from bot.networks.mastodon import Mastodon, Settings
from bot.networks.mastodon.session import Session


class Wall:
    """The wall clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@pytest.fixture
async def server() -> AsyncIterator[MastodonServer]:
    async with MastodonServer(MASTODON) as started:
        yield started


@pytest.fixture(params=[MASTODON, GOTOSOCIAL], ids=lambda flavour: flavour.name)
async def any_server(request: pytest.FixtureRequest) -> AsyncIterator[MastodonServer]:
    async with MastodonServer(request.param) as started:
        yield started


def settings_for(server: MastodonServer, **more: Any) -> Settings:
    """The bot's account `qxbot`, made if it is not there."""
    bot = server.account("qxbot") if "qxbot" not in names(server) else server.person("qxbot")
    told = {"tags": {"quittex": "QuitteX"}, "request_timeout_seconds": 1.0, "settle_seconds": 0.0, **more}
    return Settings(server.url, bot.token, **told)


def names(server: MastodonServer) -> set[str]:
    return {account["name"] for account in server.described()["accounts"]}


def session_for(server: MastodonServer, **more: Any) -> Session:
    return Session(settings_for(server, **more), Wall())


async def network_on(server: MastodonServer, **more: Any) -> Mastodon:
    """The bot, logged in and labelled."""
    network = Mastodon("home", settings_for(server, **more), clock=Wall())
    await network.open()
    await network.label_as_bot()
    return network


def draft(words: str = "Hello", **more: Any) -> Draft:
    """A Draft with what nobody cares about filled in."""
    trigger = more.pop("trigger", "https://x.example/1")
    told = {
        "key": derive_key(trigger, "answer"),
        "text": (words,),
        "language": "en",
        "visibility": Visibility.UNLISTED,
        "created_at": Wall().now(),
        "trigger": trigger,
    }
    return Draft(**{**told, **more})


def post_of(network: Mastodon, drafted: Draft, **more: Any) -> Post:
    """The row that the outbox would hold for a Draft."""
    record = network.compose(drafted)
    told = {"created_at": drafted.created_at, "image": drafted.image, **more}
    return Post(1, drafted.key, network.name, "answer", State.READY, drafted.trigger, record, **told)
