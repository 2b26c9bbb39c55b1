"""Notifications and the policy that filters them."""

from __future__ import annotations

from bot.demo.http import Routes
from bot.demo.mastodon.service import Service
from bot.demo.mastodon.state import POLICY, Account, Notification
from bot.demo.messages import Json, Problem, Request, Response, answer

VERDICTS = {"accept", "filter", "drop"}


class Notifications:
    """The handlers."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.world = service.world

    def routes(self) -> Routes:
        base = "/api/v1/notifications"
        return {
            ("GET", base): self.index,
            ("GET", base + "/unread_count"): self.unread_count,
            ("POST", base + "/clear"): self.clear,
            ("GET", base + "/requests"): self.requests,
            ("GET", "/api/v2/notifications/policy"): self.policy,
            ("PATCH", "/api/v2/notifications/policy"): self.change_policy,
            ("GET", base + "/{id}"): self.get,
            ("POST", base + "/{id}/dismiss"): self.dismiss,
        }

    def index(self, request: Request) -> Response:
        """Newest first; `types[]` and `exclude_types[]` choose, filtered ones only with `include_filtered`."""
        me = self.service.me(request, "read:notifications")
        types, without = request.every("types[]"), request.every("exclude_types[]")
        everything = request.one("include_filtered") in ("true", "1")
        found = [
            item
            for item in self._mine(me)
            if (not types or item.type in types)
            and item.type not in without
            and (everything or not item.filtered)
            and request.one("account_id", item.by.id) == item.by.id
        ]
        return self.service.page(request, found, lambda item: item.id, lambda item: self._view(item, me), 40, 80)

    def unread_count(self, request: Request) -> Response:
        me = self.service.me(request, "read:notifications")
        return answer({"count": len([item for item in self._mine(me) if not item.filtered])})

    def get(self, request: Request) -> Response:
        me = self.service.me(request, "read:notifications")
        return answer(self._view(self._one(request, me), me))

    def clear(self, request: Request) -> Response:
        me = self.service.me(request, "write:notifications")
        self.world.notifications = [item for item in self.world.notifications if item.to != me.id]
        return answer({})

    def dismiss(self, request: Request) -> Response:
        me = self.service.me(request, "write:notifications")
        if not self.world.flavour.dismisses_one:
            raise Problem(405, "Method Not Allowed")
        self.world.notifications.remove(self._one(request, me))
        return answer({})

    def requests(self, request: Request) -> Response:
        """Who wrote to us and was filtered, one line per account."""
        me = self.service.me(request, "read:notifications")
        self._check_policy()
        filtered = {item.by.id: item for item in self._mine(me) if item.filtered}
        return self.service.page(request, filtered.values(), lambda item: item.id, self._request, 40, 80)

    def _request(self, item: Notification) -> Json:
        when = self.service.entities.notification(item, item.by)["created_at"]
        account = self.service.entities.account(item.by)
        return {"id": item.id, "created_at": when, "updated_at": when, "notifications_count": "1", "account": account}

    def policy(self, request: Request) -> Response:
        self._check_policy()
        return self._policy(self.service.me(request, "read:notifications"))

    def change_policy(self, request: Request) -> Response:
        self._check_policy()
        me = self.service.me(request, "write:notifications")
        wanted = {name: str(value) for name, value in request.fields().items() if name in POLICY}
        if set(wanted.values()) - VERDICTS:
            raise Problem(422, "Validation failed: Policy is not included in the list")
        me.policy |= wanted
        return self._policy(me)

    def _policy(self, me: Account) -> Response:
        pending = [item for item in self._mine(me) if item.filtered]
        senders = {item.by.id for item in pending}
        summary = {"pending_requests_count": len(senders), "pending_notifications_count": len(pending)}
        return answer({**me.policy, "summary": summary})

    def _check_policy(self) -> None:
        if not self.world.flavour.has_policy:
            raise Problem(404, "Not Found")

    def _mine(self, me: Account) -> list[Notification]:
        return [item for item in self.world.notifications if item.to == me.id]

    def _one(self, request: Request, me: Account) -> Notification:
        for item in self._mine(me):
            if item.id == request.params["id"]:
                return item
        raise Problem(404, "Record not found")

    def _view(self, item: Notification, me: Account) -> Json:
        return self.service.entities.notification(item, me)
