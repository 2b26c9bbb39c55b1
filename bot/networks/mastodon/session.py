"""One account on one server: Mastodon.py on a thread of its own to speak, plain JSON by httpx to read.

Mastodon.py turns every answer into typed objects, 54 to 145 times the cost of `json.loads` (measured); it stays
where its knowledge counts and the calls are few. Both halves share the token, the bounds and the words for faults.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

import httpx
import requests
from mastodon import Mastodon as Sdk
from mastodon import MastodonError

from bot.errors import BotError, NotSent, Unknown
from bot.networks.mastodon.errors import Patience, for_reading, from_httpx, from_sdk, from_status
from bot.networks.mastodon.settings import DELETE_WINDOWS, PAGING_WINDOWS, POST_WINDOWS, USER_AGENT, Settings
from bot.networks.pacing import Budget, ahead, later
from bot.networks.threads import OneThread
from bot.ports import Clock

T = TypeVar("T")
Json = dict[str, Any]
Params = Mapping[str, str | int | Sequence[str]]
Headers = Mapping[str, str]
NO_HEADERS: Headers = {}

LARGEST_ANSWER = 16_000_000
"""Bytes. A page of 80 notifications of 5,000 characters each has about two million."""

ODD_ANSWERS = (AttributeError, KeyError, TypeError, ValueError, RecursionError)
"""What Mastodon.py raises when it makes typed objects of something that is none."""

PATIENCE = 4
"""A whole answer may take this many times the request timeout, which only bounds the silence between two bytes."""


class Session:
    """Our connection with one server. Every fault it raises is one of `bot.errors`."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.posts = Budget(POST_WINDOWS, settings.budget_share)
        self.deletions = Budget(DELETE_WINDOWS, settings.budget_share)
        self.paging = Budget(PAGING_WINDOWS, settings.budget_share)
        self.reads = Budget(())  # held when the server asks for patience
        self.ahead = timedelta()  # how far the server's clock is ahead of ours
        self._headers: Mapping[str, str] = {}
        self._thread = OneThread("mastodon")
        self._sdk = Sdk(
            access_token=settings.token,
            api_base_url=settings.base,
            ratelimit_method="throw",
            request_timeout=settings.request_timeout_seconds,
            version_check_mode="none",
            user_agent=USER_AGENT,
            session=self._requests(),
        )
        self.web = httpx.AsyncClient(
            base_url=settings.base,
            headers={"Authorization": f"Bearer {settings.token}", "User-Agent": USER_AGENT},
            timeout=settings.request_timeout_seconds,
            follow_redirects=False,
        )

    async def call(self, work: Callable[[Sdk], T], budget: Budget | None = None) -> T:
        """Run `work`, which changes something, with Mastodon.py on its thread. Refused, NotSent, Unknown or Stopped.

        When the server asks for patience, `budget` rests: that of statuses, unless another is given.
        """

        def one() -> T:
            self._headers = {}
            try:
                return work(self._sdk)
            except MastodonError as error:
                raise from_sdk(error, self._headers, self.clock.now()) from error
            except ODD_ANSWERS as error:
                raise Unknown("the server's answer makes no sense") from error

        try:
            return await self._thread.run(one)
        except Patience as fault:
            (budget or self.posts).hold_until(later(self.clock.now(), fault.wait))
            raise

    async def get(self, path: str, params: Params | None = None) -> Any:
        """The JSON at `path`. Missing, Refused, NotSent or Stopped: a question may always be asked again."""
        return (await self._read(path, params or {}))[0]

    async def actor(self, uri: str) -> Json:
        """The ActivityPub document of somebody on this very server; {} for anybody else. As `get`."""
        wanted, ours = urlsplit(uri), urlsplit(self.settings.base)
        if (wanted.scheme, wanted.netloc) != (ours.scheme, ours.netloc):
            return {}
        told = (await self._read(wanted.path, {}, {"Accept": "application/activity+json"}))[0]
        return told if isinstance(told, dict) else {}

    async def page(self, path: str, params: Params) -> tuple[list[Json], bool]:
        """One page of a list, and whether the server has more behind it."""
        told, headers = await self._read(path, params)
        items = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
        link = headers.get("link")
        return items, bool(items) and ('rel="next"' in link if link else len(items) >= int(str(params["limit"])))

    async def _read(self, path: str, params: Params, headers: Headers = NO_HEADERS) -> tuple[Any, httpx.Headers]:
        if (wait := self.reads.wait(1, self.clock.now())) > 0:
            raise NotSent("the server asked for patience", wait)
        try:
            return await self._ask(path, params, headers)
        except BotError as fault:
            raise for_reading(fault) from fault

    async def _ask(self, path: str, params: Params, wanted: Headers) -> tuple[Any, httpx.Headers]:
        try:
            async with asyncio.timeout(self.settings.request_timeout_seconds * PATIENCE):
                status, headers, body = await self._fetch(path, params, wanted)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise from_httpx(error) from error
        except TimeoutError as error:
            raise Unknown("the answer took too long") from error
        if status >= 300:
            raise self._refused(status, headers, body)
        try:
            return json.loads(body), headers
        except (ValueError, RecursionError) as error:
            raise Unknown("the server's answer makes no sense") from error

    def _refused(self, status: int, headers: Mapping[str, str], body: bytes) -> BotError:
        fault = from_status(status, headers, _said(body), self.clock.now())
        if isinstance(fault, Patience):
            self.reads.hold_until(later(self.clock.now(), fault.wait))
        return fault

    async def _fetch(self, path: str, params: Params, headers: Headers) -> tuple[int, httpx.Headers, bytes]:
        body = bytearray()
        async with self.web.stream("GET", path, params=dict(params), headers=dict(headers)) as answer:
            async for chunk in answer.aiter_bytes():
                body += chunk
                if len(body) > LARGEST_ANSWER:
                    raise Unknown("the server's answer is too large")
            self.ahead = ahead(answer.headers.get("date", ""), self.clock.now())
            return answer.status_code, answer.headers, bytes(body)

    def server_now(self) -> datetime:
        """The time on the server's clock, by which it dates what it shows."""
        return self.clock.now() + self.ahead

    def here(self, moment: datetime) -> datetime:
        """A time of the server's on our clock, never ahead of it."""
        return min(moment - self.ahead, self.clock.now())

    async def close(self) -> None:
        """Let go of the connections."""
        self._thread.close()
        self._sdk.session.close()
        await self.web.aclose()

    def _requests(self) -> requests.Session:
        session = requests.Session()
        session.max_redirects = 0  # a POST that is sent elsewhere becomes a GET, and the token goes with it
        session.hooks["response"].append(self._receive)
        return session

    def _receive(self, response: requests.Response, *_args: object, **_kwargs: object) -> None:
        """Keep the headers, which Mastodon.py hides, and read the body within bounds, which it does not."""
        self._headers = response.headers
        until = time.monotonic() + self.settings.request_timeout_seconds * PATIENCE
        body = bytearray()
        for chunk in response.iter_content(65_536):
            body += chunk
            if len(body) > LARGEST_ANSWER or time.monotonic() > until:
                response.close()
                raise requests.exceptions.ContentDecodingError("the answer is too large or too slow")
        response._content = bytes(body)


def _said(body: bytes) -> str:
    """The text of an error's answer."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    return str(told.get("error") or "") if isinstance(told, dict) else ""
