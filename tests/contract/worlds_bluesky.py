"""The demo's Bluesky and the real npm network, as Worlds."""

import os
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from bot.demo.bluesky import BlueskyNetwork
from bot.demo.bluesky.records import LISTITEM
from bot.domain.text import fold_tag
from bot.networks.bluesky import Bluesky, Settings
from tests.contract.world import SystemClock
from tests.realnet.network import RealNetwork

TAG = "QuitteX"
POST = "app.bsky.feed.post"


def settings(url: str, jetstream: str, handle: str, password: str) -> Settings:
    """Settings for tests: patient with the server, quick to look again."""
    return Settings(
        service=url,
        handle=handle,
        password=password,
        jetstream=(jetstream,),
        tags=frozenset({fold_tag(TAG)}),
        settle_seconds=0.0,
        scan_seconds=0.5,
        chat_seconds=0.1,
    )


class DemoWorld:
    """The demo's Bluesky in this process."""

    tag = TAG

    def __init__(self, server: BlueskyNetwork) -> None:
        self.server = server
        self.bot = server.account("quittex.test", "QuitteX")
        self.bot.allow_messages("all")

    def network(self, folder: Path, *, secret: str = "", url: str = "") -> Bluesky:
        chosen = settings(
            url or self.server.url, self.server.jetstream.url, self.bot.handle, secret or self.bot.password
        )
        return Bluesky("bluesky", chosen, session_file=folder / "bluesky.session", clock=SystemClock())

    async def person(self, name: str) -> str:
        return self.server.account(f"{name}.test", name.title()).handle

    async def describe(self, who: str, words: str) -> None:
        self.server.person(who).set_profile(description=words)

    async def mention(self, who: str, words: str) -> str:
        return self.server.person(who).post(f"@{self.bot.handle} {words}", langs=["fr"])

    async def tagged(self, who: str, words: str) -> str:
        return self.server.person(who).post(f"{words} #{TAG}", langs=["fr"])

    async def chatter(self, who: str, words: str) -> str:
        return self.server.person(who).post(words)

    async def follow(self, who: str) -> None:
        self.server.person(who).follow(self.bot)

    async def follow_somebody(self, who: str, whom: str, *, follow: bool = True) -> None:
        person = self.server.person(who)
        (person.follow if follow else person.unfollow)(whom)

    async def block(self, who: str) -> None:
        self.server.person(who).block(self.bot)

    async def message(self, who: str, words: str) -> None:
        self.server.person(who).message(self.bot, words)

    async def delete(self, who: str, uri: str) -> None:
        self.server.person(who).delete(uri)

    async def answers(self, uri: str) -> Sequence[str]:
        return [reply["text"] for reply in self.server.replies_to(uri, by=self.bot)]

    async def messages(self, who: str) -> Sequence[str]:
        said = self.server.messages(self.bot, who)
        return [line.partition(": ")[2] for line in said if line.startswith(f"{self.bot.handle}: ")]

    async def on_the_list(self) -> Sequence[str]:
        items = [item for item in self.server.world.every(LISTITEM) if item.did == self.bot.did]
        return [self.server.world.repos[item.record["subject"]].handle for item in items]


@dataclass
class RealWorld:
    """The npm network: real PDS, AppView and stream, reached as any client would."""

    net: RealNetwork
    bot: str
    did: str
    dids: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    follows: dict[tuple[str, str], str] = field(default_factory=dict)  # records, by who and whom
    tag = TAG
    password = "a-password-of-the-tests"

    @classmethod
    def start(cls, net: RealNetwork) -> "RealWorld":
        """A world of its own on the shared network: a new bot, nobody else yet."""
        handle = f"quittex-{secrets.token_hex(3)}.test"
        world = cls(net, handle, net.create_account(handle, cls.password))
        world._log_in(handle)
        # Otherwise its first answer would be the AppView's first sight of its profile.
        return world

    def network(self, folder: Path, *, secret: str = "", url: str = "") -> Bluesky:
        chosen = settings(url or self.net.pds, self.net.jetstream, self.bot, secret or self.password)
        return Bluesky("bluesky", chosen, session_file=folder / "bluesky.session", clock=SystemClock())

    async def person(self, name: str) -> str:
        handle = f"{name}-{secrets.token_hex(3)}.test"
        self.net.create_account(handle, self.password)
        self._log_in(handle)
        return handle

    async def describe(self, who: str, words: str) -> None:
        kind = "app.bsky.actor.profile"
        record = {"$type": kind, "description": words}
        self._call(who, "com.atproto.repo.putRecord", {"collection": kind, "rkey": "self", "record": record})
        self.net.settle()

    async def mention(self, who: str, words: str) -> str:
        name = f"@{self.bot}"
        feature = {"$type": "app.bsky.richtext.facet#mention", "did": self.did}
        facet = {"index": {"byteStart": 0, "byteEnd": len(name)}, "features": [feature]}
        return self._post(who, f"{name} {words}", facets=[facet])

    async def tagged(self, who: str, words: str) -> str:
        start = len(f"{words} ".encode())
        feature = {"$type": "app.bsky.richtext.facet#tag", "tag": TAG}
        facet = {"index": {"byteStart": start, "byteEnd": start + len(TAG) + 1}, "features": [feature]}
        return self._post(who, f"{words} #{TAG}", facets=[facet])

    async def chatter(self, who: str, words: str) -> str:
        return self._post(who, words)

    async def follow(self, who: str) -> None:
        self._write(who, "app.bsky.graph.follow", {"subject": self.did})

    async def follow_somebody(self, who: str, whom: str, *, follow: bool = True) -> None:
        if follow:
            self.follows[who, whom] = self._write(who, "app.bsky.graph.follow", {"subject": self.dids[whom]})
        else:
            where = {"collection": "app.bsky.graph.follow", "rkey": self.follows.pop((who, whom)).rpartition("/")[2]}
            self._call(who, "com.atproto.repo.deleteRecord", where)
            self.net.settle()

    async def block(self, who: str) -> None:
        self._write(who, "app.bsky.graph.block", {"subject": self.did})

    async def message(self, who: str, words: str) -> None:
        raise NotImplementedError("this network has no chat")

    async def delete(self, who: str, uri: str) -> None:
        self._call(who, "com.atproto.repo.deleteRecord", {"collection": POST, "rkey": uri.rpartition("/")[2]})
        self.net.settle()

    async def answers(self, uri: str) -> Sequence[str]:
        self.net.settle()
        told = self._thread(uri)
        replies = [reply["post"] for reply in told["thread"].get("replies", [])]
        return [post["record"]["text"] for post in replies if post["author"]["did"] == self.did]

    async def messages(self, who: str) -> Sequence[str]:
        return []

    async def on_the_list(self) -> Sequence[str]:
        self.net.settle()
        lists = self._shown("app.bsky.graph.getLists", {"actor": self.did})["lists"]
        shown = [self._shown("app.bsky.graph.getList", {"list": one["uri"]}) for one in lists]
        return [item["subject"]["handle"] for one in shown for item in one["items"]]

    def _shown(self, method: str, asked: dict[str, str]) -> dict[str, Any]:
        """What the AppView tells anybody."""
        return dict(httpx.get(f"{self.net.appview}/xrpc/{method}", params=asked, timeout=30).json())

    def records(self) -> list[dict[str, Any]]:
        """The bot's posts as its PDS holds them."""
        asked = {"repo": self.did, "collection": POST, "limit": 100}
        told = httpx.get(f"{self.net.pds}/xrpc/com.atproto.repo.listRecords", params=asked, timeout=30).json()
        return [record["value"] for record in told["records"]]

    def _thread(self, uri: str) -> dict[str, Any]:
        asked = {"uri": uri, "depth": 1, "parentHeight": 0}
        told = httpx.get(f"{self.net.appview}/xrpc/app.bsky.feed.getPostThread", params=asked, timeout=30)
        return dict(told.json())

    def _post(self, who: str, text: str, **more: Any) -> str:
        return self._write(who, POST, {"text": text, "langs": ["fr"], **more})

    def _write(self, who: str, collection: str, record: dict[str, Any]) -> str:
        now = datetime.now(UTC).isoformat().replace("+00:00", "Z")
        whole = {"$type": collection, "createdAt": now, **record}
        uri = self._call(who, "com.atproto.repo.createRecord", {"collection": collection, "record": whole})["uri"]
        self.net.settle()
        return str(uri)

    def act(self, who: str, method: str, body: dict[str, Any] | None) -> None:
        """Something an account does to itself: another name, a break."""
        headers = {"Authorization": f"Bearer {self.tokens[who]}"}
        httpx.post(f"{self.net.pds}/xrpc/{method}", json=body, headers=headers, timeout=30).raise_for_status()

    def _call(self, who: str, method: str, body: dict[str, Any]) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self.tokens[who]}"}
        told = httpx.post(
            f"{self.net.pds}/xrpc/{method}", json={"repo": self.dids[who], **body}, headers=headers, timeout=30
        )
        told.raise_for_status()
        return dict(told.json())

    def _log_in(self, handle: str) -> None:
        body = {"identifier": handle, "password": self.password}
        told = httpx.post(f"{self.net.pds}/xrpc/com.atproto.server.createSession", json=body, timeout=30)
        told.raise_for_status()
        self.dids[handle], self.tokens[handle] = told.json()["did"], told.json()["accessJwt"]


NAMED = "QUITTEX_TEST_BLUESKY"


class NamedNetwork:
    """A real server named by the environment: QUITTEX_TEST_BLUESKY_URL, _APPVIEW and _JETSTREAM."""

    def __init__(self) -> None:
        self.pds = os.environ[f"{NAMED}_URL"].rstrip("/")
        self.appview = os.environ.get(f"{NAMED}_APPVIEW", "https://public.api.bsky.app").rstrip("/")
        self.jetstream = os.environ.get(f"{NAMED}_JETSTREAM", "wss://jetstream.us-east.bsky.network")

    def settle(self) -> None:
        """Nobody tells when its AppView has caught up."""
        time.sleep(1.0)  # noqa: TID251 - the tests' hands may block


class NamedWorld(RealWorld):
    """Two accounts of that server: _HANDLE and _PASSWORD are the bot's, _HANDLE_2 and _PASSWORD_2 everybody else's."""

    @classmethod
    def begin(cls) -> "NamedWorld":
        """Logged in as both."""
        handle = os.environ[f"{NAMED}_HANDLE"]
        world = cls(NamedNetwork(), handle, "")  # type: ignore[arg-type]
        world.password = os.environ[f"{NAMED}_PASSWORD"]
        world._log_in(handle)
        world.did = world.dids[handle]
        return world

    async def person(self, name: str) -> str:
        handle = os.environ[f"{NAMED}_HANDLE_2"]
        ours, self.password = self.password, os.environ[f"{NAMED}_PASSWORD_2"]
        try:
            self._log_in(handle)
        finally:
            self.password = ours
        self.forgive(handle)
        return handle

    def forgive(self, who: str) -> None:
        """Whatever an earlier test did to the bot, they block it no more."""
        asked = {"repo": self.dids[who], "collection": "app.bsky.graph.block", "limit": 100}
        told = httpx.get(f"{self.net.pds}/xrpc/com.atproto.repo.listRecords", params=asked, timeout=30).json()
        for record in told["records"]:
            if record["value"]["subject"] == self.did:
                rkey = record["uri"].rpartition("/")[2]
                body = {"collection": "app.bsky.graph.block", "rkey": rkey}
                self._call(who, "com.atproto.repo.deleteRecord", body)
        self.net.settle()
