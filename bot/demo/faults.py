"""Faults that a test, or the story of the demo, puts into a network's answers.

A fault names the requests it touches (method and path, both regular expressions matched on the whole; `holding` is a
text the body must hold), how often (`count`, `after`, `probability` with a seeded generator) and what happens.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from bot.demo.messages import Json, Problem, Request, Response

KINDS = {
    "refuse": "reset the connection as if nobody had listened; nothing is done",
    "hang": "never answer; nothing is done",
    "drop_request": "read the request, do nothing, cut the connection",
    "drop_answer": "do the work, then cut the connection without an answer: the lost answer",
    "cut_midway": "do the work, send half of the answer, then cut the connection",
    "late": "let the client wait (or cut it at once with form='cut'), and do the work `seconds` later all the same",
    "latency": "wait `seconds`, then do the work and answer",
    "status": "answer `status` with `body` and `headers`; nothing is done",
    "status_after": "do the work, then answer `status` with `body` and `headers` instead: a 500 that means success",
    "rate_limit": "answer 429 in one of the RATE_LIMIT_FORMS, with `seconds` to wait; nothing is done",
    "garbage": "do the work, then answer one of the GARBAGE_FORMS with status 200",
}


@dataclass
class Fault:
    """One fault; see KINDS for `kind`. `hits` counts how often it struck."""

    kind: str
    path: str = ".*"
    method: str = ".*"
    holding: str = ""
    count: int | None = None
    after: int = 0
    probability: float = 1.0
    seconds: float = 0.0
    status: int = 503
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    form: str = ""
    hits: int = 0
    passed: int = 0
    id: int = 0

    def touches(self, request: Request) -> bool:
        return (
            re.fullmatch(self.method, request.method) is not None
            and re.fullmatch(self.path, request.path) is not None
            and self.holding.encode() in request.body
        )

    def strikes(self, dice: random.Random) -> bool:
        """Whether a request it touches is struck; counts it either way."""
        if self.count is not None and self.hits >= self.count:
            return False
        if self.passed < self.after or (self.probability < 1 and dice.random() >= self.probability):
            self.passed += 1
            return False
        self.hits += 1
        return True


class Faults:
    """The faults of one server, asked in the order they were added; the first that strikes wins."""

    def __init__(self, seed: int = 0) -> None:
        self.dice = random.Random(seed)
        self.active: list[Fault] = []
        self._last_id = 0

    def add(self, kind: str, path: str = ".*", method: str = ".*", **more: Any) -> Fault:
        """Put a fault in. Raises ValueError on an unknown kind, form or field."""
        known = {item.name for item in fields(Fault)} - {"hits", "passed", "id"}
        if kind not in KINDS or not set(more) <= known:
            raise ValueError(f"unknown fault or field: {kind} {sorted(set(more) - known)}")
        fault = Fault(kind, path, method, **more)
        if kind == "rate_limit" and fault.form not in RATE_LIMIT_FORMS:
            raise ValueError(f"rate_limit has the forms {sorted(RATE_LIMIT_FORMS)}")
        if kind == "garbage" and fault.form not in GARBAGE_FORMS:
            raise ValueError(f"garbage has the forms {sorted(GARBAGE_FORMS)}")
        self._last_id += 1
        fault.id = self._last_id
        self.active.append(fault)
        return fault

    def add_json(self, described: Json) -> Fault:
        """The same from a JSON object; nonsense is a Problem 400."""
        try:
            return self.add(**described)
        except (TypeError, ValueError, re.error) as error:
            raise Problem(400, "InvalidFault", str(error)) from error

    def seed(self, seed: int) -> None:
        self.dice = random.Random(seed)

    def clear(self) -> None:
        self.active.clear()

    def pick(self, request: Request) -> Fault | None:
        """The fault that strikes this request, if any."""
        return next((fault for fault in self.active if fault.touches(request) and fault.strikes(self.dice)), None)

    def state(self) -> list[Json]:
        return [asdict(fault) for fault in self.active]


def _after(seconds: float) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def _iso(seconds: float) -> str:
    return _after(seconds).strftime("%Y-%m-%dT%H:%M:%S.000000Z")


RATE_LIMIT_FORMS: dict[str, Callable[[float], dict[str, str]]] = {
    "seconds": lambda wait: {"Retry-After": str(round(wait))},
    "date": lambda wait: {"Retry-After": format_datetime(_after(wait), usegmt=True)},
    "iso": lambda wait: {"X-RateLimit-Limit": "300", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": _iso(wait)},
    "epoch": lambda wait: {
        "X-RateLimit-Limit": "300",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": str(round(_after(wait).timestamp())),
    },
    "bluesky": lambda wait: {
        "ratelimit-limit": "3000",
        "ratelimit-remaining": "0",
        "ratelimit-reset": str(round(_after(wait).timestamp())),
        "ratelimit-policy": "3000;w=300",
        "retry-after": str(round(wait)),
    },
    "nothing": lambda wait: {},
    "decades": lambda wait: {"Retry-After": "315360000", "X-RateLimit-Reset": "2056-01-01T00:00:00.000Z"},
    "negative": lambda wait: {"Retry-After": "-30", "X-RateLimit-Reset": "1970-01-01T00:00:00.000Z"},
    "nonsense": lambda wait: {"Retry-After": "soon", "X-RateLimit-Reset": "tomorrow"},
}
"""How a 429 says when to come back; `seconds` of the fault is the wait it names."""

_JSON = "application/json; charset=utf-8"
GARBAGE_FORMS: dict[str, Callable[[bytes], tuple[bytes, str]]] = {
    "html": lambda true: (b"<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>", "text/html"),
    "truncated": lambda true: (true[: len(true) // 2], _JSON),
    "deep": lambda true: (b"[" * 10_000 + b"]" * 10_000, _JSON),
    "huge": lambda true: (b'{"error":"' + b"x" * 16_000_000 + b'"}', _JSON),
    "charset": lambda true: (b'{"text":"\xff\xfe\xe9"}', _JSON),
    "empty": lambda true: (b"", _JSON),
    "other": lambda true: (b'{"unexpected":[1,2,3]}', _JSON),
}
"""What a garbage answer looks like, made from the true one."""


def rate_limited(fault: Fault) -> Response:
    """The 429 of a `rate_limit` fault; its body satisfies both networks."""
    headers = RATE_LIMIT_FORMS[fault.form](fault.seconds) | fault.headers
    body = fault.body or '{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}'
    return Response(429, body.encode(), (("Content-Type", _JSON), *headers.items()))


def given_status(fault: Fault) -> Response:
    """The answer of a `status` fault."""
    body = fault.body or '{"error":"InternalServerError","message":"Internal Server Error"}'
    return Response(fault.status, body.encode(), (("Content-Type", _JSON), *fault.headers.items()))


def garbled(fault: Fault, true: Response) -> Response:
    """The answer of a `garbage` fault."""
    body, mime = GARBAGE_FORMS[fault.form](true.body)
    return Response(200, body, (("Content-Type", mime),))
