"""Accounts: one's own, others', who follows and blocks whom."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from bot.demo.http import Routes
from bot.demo.mastodon.content import tag_name
from bot.demo.mastodon.service import Service
from bot.demo.mastodon.state import Account, Status
from bot.demo.messages import Json, Problem, Request, Response, answer

FLAGS = {"bot", "locked"}
TEXTS = {"display_name", "note"}
Act: TypeAlias = Callable[[Account, Account], None]


class Accounts:
    """The handlers."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.world = service.world

    def routes(self) -> Routes:
        base, one = "/api/v1/accounts", "/api/v1/accounts/{id}"
        acts = {"follow": self._follow, "unfollow": self._unfollow, "block": self._block, "unblock": self._unblock}
        acts |= {"mute": self._mute, "unmute": self._unmute}
        return {
            ("GET", base + "/verify_credentials"): self.verify_credentials,
            ("PATCH", base + "/update_credentials"): self.update_credentials,
            ("GET", base + "/relationships"): self.relationships,
            ("GET", base + "/lookup"): self.lookup,
            ("GET", base + "/search"): self.search,
            ("POST", base): self.register,
            ("GET", one): self.get,
            ("GET", "/users/{username}"): self.actor,
            ("GET", one + "/statuses"): self.statuses,
            ("GET", one + "/followers"): self.followers,
            ("GET", one + "/following"): self.following,
            **{("POST", f"{one}/{name}"): self._acting(act) for name, act in acts.items()},
            ("GET", "/api/v1/follow_requests"): self.follow_requests,
            ("POST", "/api/v1/follow_requests/{id}/authorize"): lambda request: self._settle(request, True),
            ("POST", "/api/v1/follow_requests/{id}/reject"): lambda request: self._settle(request, False),
        }

    def verify_credentials(self, request: Request) -> Response:
        return answer(self.service.entities.own_account(self.service.me(request, "read:accounts")))

    def update_credentials(self, request: Request) -> Response:
        me, said = self.service.me(request, "write:accounts"), request.fields()
        for name in FLAGS & set(said):
            setattr(me, name, str(said[name]).lower() in ("true", "1"))
        for name in TEXTS & set(said):
            setattr(me, name, str(said[name]))
        if fields := _fields_of(said):
            me.fields = fields
        return answer(self.service.entities.own_account(me))

    def relationships(self, request: Request) -> Response:
        me = self.service.me(request, "read:follows")
        ids = [one for one in request.every("id[]") + request.every("id") if one in self.world.accounts]
        return answer([self.world.relations.view(me.id, one) for one in ids])

    def lookup(self, request: Request) -> Response:
        found = self.world.who(request.one("acct"))
        if found is None or found.suspended:
            raise Problem(404, "Record not found")
        return answer(self.service.entities.account(found))

    def actor(self, request: Request) -> Response:
        """What other servers see of one of ours."""
        found = self.world.who(request.params["username"])
        if found is None or found.host or "application/activity+json" not in request.headers.get("accept", ""):
            raise Problem(404, "Record not found")
        return answer(self.service.entities.actor(found))

    def search(self, request: Request) -> Response:
        self.service.me(request, "read:accounts")
        return answer([self.service.entities.account(one) for one in self.matching(request)])

    def matching(self, request: Request) -> list[Account]:
        """Accounts whose address begins with `q` or whose name holds it."""
        wanted = request.one("q").removeprefix("@").lower()
        wanted = wanted.removesuffix(f"@{self.world.domain.lower()}")
        everybody = [one for one in self.world.accounts.values() if not one.suspended]
        found = [one for one in everybody if one.acct.lower().startswith(wanted) or wanted in one.display_name.lower()]
        return found[: request.number("limit", 40, 1, 80)] if wanted else []

    def register(self, request: Request) -> Response:
        """Sign up through an app: tells the admins."""
        self.service.token(request, "write:accounts")
        said = request.fields()
        account = self.world.create(str(said.get("username") or ""))
        self.signed_up(account)
        return answer({"access_token": account.token, "token_type": "Bearer", "scope": "read write", "created_at": 0})

    def signed_up(self, account: Account) -> None:
        for admin in [one for one in self.world.accounts.values() if one.admin and one is not account]:
            self.world.notify("admin.sign_up", admin, account)

    def get(self, request: Request) -> Response:
        """Also of those who are suspended; of those who are gone nothing."""
        found = self.world.accounts.get(request.params["id"])
        if found is None or found.deleted:
            raise Problem(404, "Record not found")
        return answer(self.service.entities.account(found))

    def statuses(self, request: Request) -> Response:
        """What the viewer may read of an account; of one's own also the direct ones."""
        viewer, account = self.service.viewer(request), self.service.account(request)
        if viewer and (account.id, viewer.id) in self.world.relations.blocks:
            raise Problem(404, "Record not found")
        found = [item for item in self.world.statuses.values() if self._shown(item, account, viewer, request)]
        show = self.service.entities.status
        return self.service.page(request, found, lambda item: item.id, lambda item: show(item, viewer), 20, 40)

    def _shown(self, item: Status, account: Account, viewer: Account | None, request: Request) -> bool:
        on = ("true", "1")
        return (
            item.account is account
            and self.world.visible(item, viewer)
            and not (request.one("exclude_replies") in on and item.reply_to)
            and not (request.one("only_media") in on and not item.media)
            and request.one("pinned") not in on
            and (not request.one("tagged") or tag_name(request.one("tagged")) in item.tags)
        )

    def followers(self, request: Request) -> Response:
        return self._people(request, self.world.relations.followers(self.service.account(request).id))

    def following(self, request: Request) -> Response:
        return self._people(request, self.world.relations.following(self.service.account(request).id))

    def _people(self, request: Request, ids: list[str]) -> Response:
        accounts = [self.world.accounts[one] for one in ids]
        return self.service.page(request, accounts, lambda one: one.id, self.service.entities.account, 40, 80)

    # acts on somebody

    def _acting(self, act: Act) -> Callable[[Request], Response]:
        def handler(request: Request) -> Response:
            me, other = self.service.me(request, "write:follows"), self.service.account(request)
            act(me, other)
            return answer(self.world.relations.view(me.id, other.id))

        return handler

    def _follow(self, me: Account, other: Account) -> None:
        if (other.id, me.id) in self.world.relations.blocks or me is other:
            raise Problem(403, "This action is not allowed")
        if kind := self.world.relations.follow(me, other):
            self.world.notify(kind, other, me)

    def _unfollow(self, me: Account, other: Account) -> None:
        self.world.relations.unfollow(me, other)

    def _block(self, me: Account, other: Account) -> None:
        self.world.relations.block(me, other)

    def _unblock(self, me: Account, other: Account) -> None:
        self.world.relations.blocks.discard((me.id, other.id))

    def _mute(self, me: Account, other: Account) -> None:
        self.world.relations.mutes.add((me.id, other.id))

    def _unmute(self, me: Account, other: Account) -> None:
        self.world.relations.mutes.discard((me.id, other.id))

    def follow_requests(self, request: Request) -> Response:
        me = self.service.me(request, "read:follows")
        return self._people(request, [who for who, whom in self.world.relations.requests if whom == me.id])

    def _settle(self, request: Request, accept: bool) -> Response:
        me, other = self.service.me(request, "write:follows"), self.service.account(request)
        if not self.world.relations.settle(other, me, accept):
            raise Problem(404, "Record not found")
        if accept:
            self.world.notify("follow", me, other)
        return answer(self.world.relations.view(me.id, other.id))


def _fields_of(said: Json) -> list[tuple[str, str]]:
    """`fields_attributes[0][name]` and `[value]` as pairs, in order."""
    found: dict[str, dict[str, str]] = {}
    for key, value in said.items():
        if match := re.fullmatch(r"fields_attributes\[(\d+)\]\[(name|value)\]", key):
            found.setdefault(match[1], {})[match[2]] = str(value)
    return [(one.get("name", ""), one.get("value", "")) for _, one in sorted(found.items())]
