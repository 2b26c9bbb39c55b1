"""Mastodon's rate limits, counted and told in headers as the real one does."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.demo.messages import Problem, Request, Response

PAGING = {"max_id", "min_id", "since_id"}
Clock = Callable[[], float]


@dataclass(frozen=True)
class Family:
    """So many calls in so many seconds."""

    calls: int
    seconds: int


@dataclass
class Limits:
    """Per token and family (source: rack_attack.rb, rate_limiter.rb). Windows are counted from 1970."""

    requests: Family = Family(300, 300)
    paging: Family = Family(300, 900)
    media: Family = Family(30, 1800)
    deletes: Family = Family(30, 1800)
    statuses: Family = Family(300, 10_800)
    clock: Clock = time.time
    _used: dict[tuple[str, str, int], int] = field(default_factory=dict)

    def guard(self, request: Request, work: Callable[[], Response]) -> Response:
        """Answer, with the headers of the tightest family; a spent one raises 429 with X-RateLimit-Reset."""
        if not request.bearer:
            return work()
        spent = [self._spend(name, request.bearer) for name in self._families(request)]
        limit, left, reset = min(spent, key=lambda one: one[1])
        headers = (
            ("X-RateLimit-Limit", str(limit)),
            ("X-RateLimit-Remaining", str(max(0, left))),
            ("X-RateLimit-Reset", datetime.fromtimestamp(reset, UTC).strftime("%Y-%m-%dT%H:%M:%S.000000Z")),
        )
        if left < 0:
            raise Problem(429, "Too many requests", headers=headers)
        return work().with_headers(*headers)

    def _families(self, request: Request) -> list[str]:
        found = ["requests"]
        if PAGING & {name for name, _ in request.query}:
            found.append("paging")
        by_call = {("POST", "/api/v1/statuses"): "statuses", ("POST", "/api/v2/media"): "media"}
        if (request.method, request.path) in by_call:
            found.append(by_call[request.method, request.path])
        if request.method == "DELETE" and request.path.startswith("/api/v1/statuses/"):
            found.append("deletes")
        return found

    def _spend(self, name: str, token: str) -> tuple[int, int, int]:
        """Count one call: (limit, calls left, when the window ends)."""
        family: Family = getattr(self, name)
        window = math.floor(self.clock() / family.seconds)
        key = (name, token, window)
        self._used[key] = self._used.get(key, 0) + 1
        return family.calls, family.calls - self._used[key], (window + 1) * family.seconds
