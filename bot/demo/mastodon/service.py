"""What all handlers of one demo Mastodon share: the world, its entities, who is signed in, pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlencode

from bot.demo.mastodon.entities import Entities
from bot.demo.mastodon.ids import order
from bot.demo.mastodon.state import Account, Status, Token
from bot.demo.mastodon.world import World
from bot.demo.messages import Problem, Request, Response, answer

T = TypeVar("T")
ALL_SCOPES = frozenset({"read", "write", "follow", "push", "profile", "admin:read", "admin:write"})
CURSORS = ("max_id", "since_id", "min_id")


@dataclass(frozen=True)
class Service:
    """Shared by every handler. `tokens` opens accounts; `keys` remembers Idempotency-Keys by account."""

    world: World
    entities: Entities
    tokens: dict[str, Token] = field(default_factory=dict)

    def token(self, request: Request, scope: str = "") -> Token:
        """The token of a request. Raises 401 when it is missing or dead, 403 when it is too narrow."""
        text = request.bearer or request.one("access_token")
        token = self.tokens.get(text)
        if token is None:
            raise Problem(401, "The access token is invalid")
        if scope and not {scope, scope.partition(":")[0]} & token.scopes:
            raise Problem(403, "This action is outside the authorized scopes")
        return token

    def me(self, request: Request, scope: str = "") -> Account:
        """The account of the token."""
        account = self.token(request, scope).account
        if account is None:
            raise Problem(422, "This method requires an authenticated user")
        if account.suspended:
            raise Problem(403, "Your login is currently disabled")
        return account

    def viewer(self, request: Request) -> Account | None:
        """The account of the token, or nobody when there is none."""
        given = request.bearer or request.one("access_token")
        return self.token(request).account if given else None

    def account(self, request: Request) -> Account:
        """The account named in the path."""
        found = self.world.accounts.get(request.params["id"])
        if found is None or found.suspended or found.deleted:
            raise Problem(404, "Record not found")
        return found

    def status(self, status_id: str, viewer: Account | None) -> Status:
        """A status the viewer may read; 404 otherwise."""
        found = self.world.statuses.get(status_id)
        if found is None or not self.world.visible(found, viewer):
            raise Problem(404, "Record not found")
        return found

    def refuse(self, mastodon: str, gotosocial: str = "") -> Problem:
        """A refusal of what was asked, in the words and status of the flavour."""
        plain = self.world.flavour.refusal_status == 422
        return Problem(
            self.world.flavour.refusal_status, mastodon if plain else f"Bad Request: {gotosocial or mastodon}"
        )

    def page(
        self,
        request: Request,
        items: Iterable[T],
        key: Callable[[T], str],
        show: Callable[[T], object],
        usual: int,
        most: int,
    ) -> Response:
        """One page newest first, cut by max_id, since_id and min_id, with the Link header to its neighbours."""
        found = sorted(items, key=lambda item: order(key(item)))
        if before := request.one("max_id"):
            found = [item for item in found if order(key(item)) < order(before)]
        if after := request.one("min_id") or request.one("since_id"):
            found = [item for item in found if order(key(item)) > order(after)]
        limit = request.number("limit", usual, 1, most)
        chosen = found[:limit] if request.one("min_id") else found[-limit:]
        response = answer([show(item) for item in reversed(chosen)])
        if not chosen:
            return response
        return response.with_headers(("Link", self._links(request, key(chosen[0]), key(chosen[-1]))))

    def _links(self, request: Request, oldest: str, newest: str) -> str:
        kept = [(name, value) for name, value in request.query if name not in (*CURSORS, "access_token")]
        base = f"{self.entities.url}{request.path}?"
        older, newer = urlencode([*kept, ("max_id", oldest)]), urlencode([*kept, ("min_id", newest)])
        return f'<{base}{older}>; rel="next", <{base}{newer}>; rel="prev"'
