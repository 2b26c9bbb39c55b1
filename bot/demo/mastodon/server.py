"""The demo's Mastodon as one thing: the API and SSE on one HTTP port, the WebSocket stream on another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from bot.demo.control import act, control_routes
from bot.demo.faults import Faults
from bot.demo.http import HttpServer, Routes
from bot.demo.mastodon.accounts import Accounts
from bot.demo.mastodon.entities import Entities
from bot.demo.mastodon.flavours import MASTODON, Flavour
from bot.demo.mastodon.instance import Instance
from bot.demo.mastodon.limits import Limits
from bot.demo.mastodon.notifications import Notifications
from bot.demo.mastodon.oauth import OAuth
from bot.demo.mastodon.people import Person, Who, find
from bot.demo.mastodon.service import ALL_SCOPES, Service
from bot.demo.mastodon.state import Status
from bot.demo.mastodon.statuses import Statuses
from bot.demo.mastodon.streaming import Hub, Sse, StreamSocket
from bot.demo.mastodon.timelines import Timelines
from bot.demo.mastodon.world import World
from bot.demo.messages import Json, Problem, Request, Response, answer

PASSWORD = "demo-password"


class MastodonServer:
    """`async with MastodonServer(GOTOSOCIAL) as server:`; `server.url` is the instance.

    `server.account(name)` makes a person; `server.faults` puts faults in; `server.hub.drop()` ends the streams;
    `server.limits = Limits()` turns the real rate limits on. What the server holds is read with `replies_to`,
    `statuses_of`, `status`. `domain` is for pretty addresses; without it they begin with `url`.
    """

    def __init__(
        self,
        flavour: Flavour = MASTODON,
        domain: str = "",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        seed: int = 0,
    ) -> None:
        self.flavour = flavour
        self.world = World(flavour, now, seed)
        self.world.domain = domain
        self.entities = Entities(self.world)
        self.service = Service(self.world, self.entities)
        self.hub = Hub(self.service)
        self.socket = StreamSocket(self.service, self.hub)
        self.oauth = OAuth(self.service)
        self.accounts = Accounts(self.service)
        self.faults = Faults(seed)
        self.limits: Limits | None = None
        self.people: dict[str, Person] = {}
        self.http = HttpServer(self._routes(), _problem, self.faults, self._guard)

    @property
    def url(self) -> str:
        return self.http.url

    async def start(self, port: int = 0, streaming_port: int = 0) -> None:
        await self.http.start(port)
        await self.socket.start(streaming_port)
        self.entities.url = self.url
        self.entities.origin = f"https://{self.world.domain}" if self.world.domain else self.url
        self.world.domain = self.world.domain or self.url.removeprefix("http://")

    async def stop(self) -> None:
        await self.socket.stop()
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
        self,
        name: str,
        display_name: str = "",
        *,
        note: str = "",
        bot: bool = False,
        locked: bool | None = None,
        admin: bool = False,
        password: str = PASSWORD,
    ) -> Person:
        """A new account, `user` or `user@host`; those of this server get a token with every scope."""
        account = self.world.create(name)
        account.admin, account.password = admin, password
        if not account.host:
            account.token = self.oauth.issue(account, ALL_SCOPES)
        person = self.people.setdefault(account.id, Person(self.service, account))
        person.set_profile(display_name=display_name, note=note, bot=bot, locked=locked)
        return person

    def sign_up(self, name: str, display_name: str = "", note: str = "") -> Person:
        """A new local account that came by itself: the admins are told."""
        person = self.account(name, display_name, note=note)
        self.accounts.signed_up(person.account)
        return person

    def person(self, who: Who) -> Person:
        """The person of an id or address. Raises LookupError."""
        account = find(self.service, who)
        return self.people.setdefault(account.id, Person(self.service, account))

    def token(self, who: Who, scopes: str) -> str:
        """A narrower token: scopes parted by spaces."""
        return self.oauth.issue(find(self.service, who), frozenset(scopes.split()))

    # what the server holds

    def status(self, status_id: str) -> Json | None:
        """A status as the server has it: `{id, acct, text, visibility, parent, mentions, media}`; None when gone."""
        found = self.world.statuses.get(status_id)
        return self._told(found) if found else None

    def replies_to(self, status_id: str, by: Who = "") -> list[Json]:
        """Direct replies to a status in the form of `status`, oldest first; also when the status itself is gone."""
        only = find(self.service, by) if by else None
        everything = self.world.statuses.values()
        found = [item for item in everything if item.reply_to is not None and item.reply_to.id == status_id]
        return [self._told(item) for item in found if only is None or item.account is only]

    def statuses_of(self, who: Who) -> list[Json]:
        """All statuses of an account in the form of `status`, in the order they came."""
        account = find(self.service, who)
        return [self._told(item) for item in self.world.statuses.values() if item.account is account]

    def state(self) -> Json:
        """Everything a test in another process wants to count."""
        return {
            "statuses": [self._told(item) for item in self.world.statuses.values()],
            "notifications": len(self.world.notifications),
            "stream_connections": self.socket.connections,
            "streams": len(self.hub.listeners),
            "requests": len(self.http.requests),
            "faults": self.faults.state(),
        }

    def described(self) -> Json:
        """Addresses and accounts, for whoever starts us in a process of our own."""
        accounts = [self.person(one.id).described() for one in self.world.accounts.values() if not one.host]
        return {"kind": self.flavour.name, "url": self.url, "streaming": self.socket.url, "accounts": accounts}

    def _told(self, status: Status) -> Json:
        return {
            "id": status.id,
            "acct": status.account.acct,
            "text": status.text,
            "visibility": status.visibility,
            "language": status.language,
            "parent": status.reply_to.id if status.reply_to else None,
            "mentions": [self.world.accounts[one].acct for one in status.mentions],
            "media": [{"id": medium.id, "description": medium.description} for medium in status.media],
        }

    # serving

    def _routes(self) -> Routes:
        return {
            **control_routes(self.state, self._act),
            **self.oauth.routes(),
            **self.accounts.routes(),
            **Statuses(self.service).routes(),
            **Notifications(self.service).routes(),
            **Timelines(self.service, self.accounts).routes(),
            **Instance(self.service, lambda: self.socket.url).routes(),
            **Sse(self.service, self.hub).routes(),
        }

    def _guard(self, request: Request, work: Callable[[], Response]) -> Response:
        return self.limits.guard(request, work) if self.limits else work()

    def _act(self, said: Json) -> Json:
        return act(said, self.account, self.person, _ACTS, {"sign_up": self._sign_up, "drop_streams": self.hub.drop})

    def _sign_up(self, name: str, **more: str) -> Json:
        return self.sign_up(name, **more).described()


_ACTS = {
    "post", "edit", "delete", "favourite", "follow", "unfollow", "block", "unblock", "set_profile", "set_policy",
    "suspend", "delete_account", "remember", "move", "rename", "revoke_token",
}  # fmt: skip


def _problem(problem: Problem) -> Response:
    body = {"error": problem.error} | ({"error_description": problem.message} if problem.message else {})
    return answer(body, problem.status).with_headers(*problem.headers)
