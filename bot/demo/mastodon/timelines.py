"""Timelines, tags, search."""

from __future__ import annotations

from bot.demo.http import Routes
from bot.demo.mastodon.accounts import Accounts
from bot.demo.mastodon.content import tag_name
from bot.demo.mastodon.service import Service
from bot.demo.mastodon.state import Account, Status
from bot.demo.messages import Problem, Request, Response, answer

ON = ("true", "1")


class Timelines:
    """The handlers."""

    def __init__(self, service: Service, accounts: Accounts) -> None:
        self.service = service
        self.world = service.world
        self.accounts = accounts

    def routes(self) -> Routes:
        return {
            ("GET", "/api/v1/timelines/tag/{tag}"): self.tag_timeline,
            ("GET", "/api/v1/timelines/home"): self.home,
            ("GET", "/api/v1/timelines/public"): self.public,
            ("GET", "/api/v1/tags/{tag}"): self.tag,
            ("POST", "/api/v1/tags/{tag}/follow"): self.follow_tag,
            ("POST", "/api/v1/tags/{tag}/unfollow"): self.unfollow_tag,
            ("GET", "/api/v1/followed_tags"): self.followed_tags,
            ("GET", "/api/v2/search"): self.search,
        }

    def tag_timeline(self, request: Request) -> Response:
        """Public statuses with the tag, or with one of `any[]`, with all of `all[]`, with none of `none[]`."""
        if self.world.flavour.tag_needs_token:
            self.service.me(request, "read:statuses")
        any_of = {tag_name(tag) for tag in [request.params["tag"], *request.every("any[]")]}
        all_of = {tag_name(tag) for tag in request.every("all[]")}
        none_of = {tag_name(tag) for tag in request.every("none[]")}
        found = [
            item
            for item in self._public(request)
            if any_of & set(item.tags) and all_of <= set(item.tags) and not none_of & set(item.tags)
        ]
        return self._page(request, found)

    def home(self, request: Request) -> Response:
        me = self.service.me(request, "read:statuses")
        return self._page(request, [item for item in self.world.statuses.values() if self._at_home(item, me)])

    def _at_home(self, item: Status, me: Account) -> bool:
        followed = (me.id, item.account.id) in self.world.relations.follows
        tagged = item.visibility == "public" and bool(me.followed_tags & set(item.tags))
        return self.world.visible(item, me) and item.visibility != "direct" and (
            item.account is me or followed or tagged
        )  # fmt: skip

    def public(self, request: Request) -> Response:
        return self._page(request, [item for item in self._public(request) if not item.reply_to])

    def _public(self, request: Request) -> list[Status]:
        viewer = self.service.viewer(request)
        local, remote = request.one("local") in ON, request.one("remote") in ON
        return [
            item
            for item in self.world.statuses.values()
            if item.visibility == "public"
            and self.world.visible(item, viewer)
            and not (local and item.account.host)
            and not (remote and not item.account.host)
            and not (request.one("only_media") in ON and not item.media)
        ]

    def tag(self, request: Request) -> Response:
        return answer(self.service.entities.tag(request.params["tag"], self.service.viewer(request)))

    def follow_tag(self, request: Request) -> Response:
        me = self.service.me(request, "write:follows")
        me.followed_tags.add(tag_name(request.params["tag"]))
        return self.tag(request)

    def unfollow_tag(self, request: Request) -> Response:
        me = self.service.me(request, "write:follows")
        me.followed_tags.discard(tag_name(request.params["tag"]))
        return self.tag(request)

    def followed_tags(self, request: Request) -> Response:
        me = self.service.me(request, "read:follows")
        return answer([self.service.entities.tag(name, me) for name in sorted(me.followed_tags)])

    def search(self, request: Request) -> Response:
        """Accounts by address or name, hashtags by their beginning, statuses by their address."""
        me, wanted, kind = self.service.me(request, "read:search"), request.one("q"), request.one("type")
        if not wanted:
            raise Problem(400, "Bad Request")
        accounts = self.accounts.matching(request) if kind in ("", "accounts") else []
        statuses = [item for item in self.world.statuses.values() if wanted.endswith(f"/{item.id}")]
        readable = [item for item in statuses if kind in ("", "statuses") and self.world.visible(item, me)]
        tags = sorted({tag for item in self.world.statuses.values() for tag in item.tags})
        prefix = tag_name(wanted.removeprefix("#"))
        show = self.service.entities
        return answer({
            "accounts": [show.account(one) for one in accounts],
            "statuses": [show.status(item, me) for item in readable],
            "hashtags": [show.tag(tag) for tag in tags if kind in ("", "hashtags") and tag.startswith(prefix)],
        })  # fmt: skip

    def _page(self, request: Request, found: list[Status]) -> Response:
        viewer, show = self.service.viewer(request), self.service.entities.status
        return self.service.page(request, found, lambda item: item.id, lambda item: show(item, viewer), 20, 40)
