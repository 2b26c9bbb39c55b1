"""The demo's Bluesky as one thing: PDS, AppView and chat on one HTTP port, Jetstream on another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from bot.demo.bluesky.appview import AppView
from bot.demo.bluesky.chat import Chat, ChatApi
from bot.demo.bluesky.jetstream import Jetstream
from bot.demo.bluesky.notices import Notices
from bot.demo.bluesky.people import Person, Who, did_of
from bot.demo.bluesky.records import POST
from bot.demo.bluesky.repos import Repos
from bot.demo.bluesky.service import Service
from bot.demo.bluesky.sessions import Sessions
from bot.demo.bluesky.state import Repo, Stored
from bot.demo.bluesky.tokens import Tokens
from bot.demo.bluesky.views import Views
from bot.demo.bluesky.world import World
from bot.demo.control import act, control_routes
from bot.demo.faults import Faults
from bot.demo.http import HttpServer, Routes
from bot.demo.messages import Json, Problem, Response, answer

PASSWORD = "demo-password"


class BlueskyNetwork:
    """`async with BlueskyNetwork() as network:`; `network.url` is the service, `network.jetstream.url` the stream.

    `network.account(handle)` makes a person; `network.faults` puts faults in; `network.lag` delays the AppView;
    `network.tokens.access_seconds` is the life of access tokens. What the servers hold is read with `replies_to`,
    `posts_of`, `messages`, `commits`.
    """

    def __init__(self, now: Callable[[], datetime] = lambda: datetime.now(UTC), seed: int = 0) -> None:
        self.world = World(now)
        self.tokens = Tokens()
        self.jetstream = Jetstream()
        self.faults = Faults(seed)
        self.people: dict[str, Person] = {}
        self.chat = Chat(self.world)
        self.service = Service(self.world, self.tokens, Notices(self.world), Views(self.world))
        self.world.listeners.append(self.jetstream.add)
        self.http = HttpServer(self._routes(), _problem, self.faults)

    @property
    def url(self) -> str:
        return self.http.url

    @property
    def lag(self) -> float:
        """Seconds before the AppView shows a new record; inf holds it back until this is lowered."""
        return self.world.lag

    @lag.setter
    def lag(self, seconds: float) -> None:
        self.world.lag = seconds

    async def start(self, port: int = 0, jetstream_port: int = 0) -> None:
        await self.http.start(port)
        await self.jetstream.start(jetstream_port)
        self.service.views.url = self.url

    async def stop(self) -> None:
        await self.jetstream.stop()
        await self.http.stop()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    # people

    def account(
        self, handle: str, display_name: str = "", *, description: str = "", password: str = PASSWORD
    ) -> Person:
        """A new account, with a profile when a name or description is given."""
        person = self._person_of(self.world.create(handle, password))
        fields = {"display_name": display_name, "description": description}
        if any(fields.values()):
            person.set_profile(**{name: value for name, value in fields.items() if value})
        return person

    def person(self, who: Who) -> Person:
        """The person of a DID or handle. Raises LookupError."""
        return self._person_of(self.world.repos[did_of(self.world, who)])

    def _person_of(self, repo: Repo) -> Person:
        return self.people.setdefault(repo.did, Person(self.service, self.chat, repo))

    # what the servers hold

    def record(self, uri: str) -> Json | None:
        """The record at an address as the PDS has it; None when there is none."""
        stored = self.world.get(uri)
        return stored.record if stored else None

    def replies_to(self, uri: str, by: Who = "") -> list[Json]:
        """Direct replies to a post as `{uri, did, handle, text, record}`, oldest first."""
        only = self.person(by).did if by else ""
        return [self._told(item) for item in self.world.replies(uri) if not only or item.did == only]

    def posts_of(self, who: Who) -> list[Json]:
        """All posts of a person, oldest first, in the form of `replies_to`."""
        did = self.person(who).did
        return [self._told(item) for item in self.world.every(POST) if item.did == did]

    def messages(self, one: Who, other: Who) -> list[str]:
        """The chat between two people, oldest first, each message as `handle: text`."""
        return self.person(one).messages(other)

    def commits(self, who: Who) -> int:
        """How many commits a repository has: a put that changed nothing is none."""
        return self.person(who).repo.commits

    def state(self) -> Json:
        """Everything a test in another process wants to count."""
        return {
            "posts": [self._told(item) for item in self.world.every(POST)],
            "commits": {repo.handle: repo.commits for repo in self.world.repos.values()},
            "messages": [
                {"id": item.id, "did": item.did, "text": item.text, "members": convo.members}
                for convo in self.chat.convos.values()
                for item in convo.messages
            ],
            "logins": self.tokens.logins,
            "refreshes": self.tokens.refreshes,
            "seq": self.jetstream.seq,
            "stream_connections": self.jetstream.connections,
            "requests": len(self.http.requests),
            "faults": self.faults.state(),
        }

    def described(self) -> Json:
        """Addresses and accounts, for whoever starts us in a process of our own."""
        accounts = [self.person(did).described() for did in self.world.repos]
        return {"kind": "bluesky", "url": self.url, "jetstream": self.jetstream.url, "accounts": accounts}

    def _told(self, stored: Stored) -> Json:
        reply = stored.record.get("reply") or {}
        return {
            "uri": stored.uri,
            "did": stored.did,
            "handle": self.world.repos[stored.did].handle,
            "text": stored.record["text"],
            "parent": (reply.get("parent") or {}).get("uri"),
            "record": stored.record,
        }

    # serving

    def _routes(self) -> Routes:
        return {
            **control_routes(self.state, self._act),
            **Repos(self.service).routes(),
            **AppView(self.service).routes(),
            **ChatApi(self.service, self.chat).routes(),
            **Sessions(self.service).routes(),
        }

    def _act(self, said: Json) -> Json:
        return act(said, self.account, self.person, _ACTS, self._settings())

    def _settings(self) -> dict[str, Callable[..., None]]:
        stream = self.jetstream
        return {
            "lag": self._set_lag,
            "stream": self._set_stream,
            "cut_stream": stream.cut_clients,
            "freeze_stream": stream.freeze,
        }

    def _set_lag(self, seconds: float) -> None:
        self.lag = seconds

    def _set_stream(self, **values: object) -> None:
        for name, value in values.items():
            if name not in ("floor", "delay", "paused", "refuse_with"):
                raise Problem(400, "InvalidRequest", f"the stream has no {name}")
            setattr(self.jetstream, name, value)
        self.jetstream.wake()


_ACTS = {
    "post", "edit", "delete", "like", "gate", "follow", "unfollow", "block", "unblock", "set_profile", "message",
    "messages", "allow_messages", "rename", "lose_handle", "set_status", "revoke_sessions",
}  # fmt: skip


def _problem(problem: Problem) -> Response:
    return answer({"error": problem.error, "message": problem.message or problem.error}, problem.status)
