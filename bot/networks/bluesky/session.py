"""One login, kept on disk and refreshed; every call to the PDS goes through here and fails in our words.

Logins are few on purpose: the PDS allows 30 in five minutes and 300 a day, and a bot that logs in for every message
soon cannot speak at all. Answers are plain JSON: the SDK's models raise on a whole page when one record in it is odd.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from atproto_client import AsyncClient, Session, SessionEvent
from atproto_client.exceptions import UnauthorizedError
from atproto_client.request import AsyncRequest, Response

from bot.errors import BotError, NotSent, Refused, Stopped, Unknown
from bot.networks.bluesky.bounded import UNPACKED, bound
from bot.networks.bluesky.errors import SDK_FAULTS, TokenRejected, Unreachable, as_read, error_name, translated
from bot.networks.bluesky.mending import mend
from bot.networks.bluesky.settings import REQUEST_WINDOWS, Settings
from bot.networks.pacing import UNASKED_SHARE, Budget, Window, ahead, later
from bot.ports import Clock

T = TypeVar("T")
Json = dict[str, Any]
NOTHING: Mapping[str, Any] = {}

LOGIN_WINDOWS = (Window(points=3, seconds=900),)
"""Logins with the password, whatever happens; all at once if need be: a session may be ended right after the start."""
REFUSED_PAUSE = 300.0
"""Seconds after a login that was refused."""
NO_MESSAGES = "com.atproto.appPass"
"""The scope of an app password that was not allowed private messages."""
CHAT_SERVICE = {"atproto-proxy": "did:web:api.bsky.chat#bsky_chat"}


class Keeper:
    """The PDS as the bot's account. `did` and `handle` are known after `open`."""

    def __init__(self, settings: Settings, file: Path, clock: Clock) -> None:
        self._settings, self._file, self._clock = settings, file, clock
        self._client = _client(settings)
        self._client.on_session_change(self._changed)
        self._logging_in = asyncio.Lock()
        self._logins = Budget(LOGIN_WINDOWS, share=1.0)
        self._requests = Budget(REQUEST_WINDOWS, settings.budget_share)
        self.ahead = timedelta()  # how far the network's clock is ahead of ours
        self.did = ""
        self.handle = ""
        self.scope = ""

    async def open(self) -> None:
        """Resume the stored session, else log in. Stopped when the network refuses us, NotSent when it is not there."""
        if not await self._resume():
            await self._log_in()
        told = await self._session()
        if told.get("active") is False:
            raise Stopped(f"Bluesky: the account is {told.get('status') or 'not active'}")
        self._learn()

    async def _session(self) -> Json:
        """What the network says of our session; a stored one may name a PDS the account has left."""
        try:
            return await self.query("com.atproto.server.getSession")
        except Unreachable:
            if self._logins.wait(1, self._clock.now()) > 0:
                raise  # it is away, and has been for a while
            await self._log_in()
        return await self.query("com.atproto.server.getSession")

    async def query(self, method: str, params: Mapping[str, Any] = NOTHING, *, chat: bool = False) -> Json:
        """The JSON answer of a reading call; a list is a repeated parameter. Refused, NotSent or Stopped."""
        self._may_chat(chat)
        told = {name: str(v).lower() if isinstance(v, bool) else v for name, v in params.items()}
        target = f"{method}?{urlencode(told, doseq=True)}" if told else method
        headers = CHAT_SERVICE if chat else {}
        try:
            return _json(await self._through(lambda: self._client.invoke_query(target, headers=headers)))
        except (NotSent, Unknown) as fault:
            raise as_read(fault) from fault

    async def procedure(self, method: str, body: Mapping[str, Any], *, chat: bool = False) -> Json:
        """The JSON answer of a writing call; null values are sent as they are, which the SDK's models do not do."""
        self._may_chat(chat)
        headers = {"Content-Type": "application/json", **(CHAT_SERVICE if chat else {})}
        content = json.dumps(body, ensure_ascii=False).encode()
        return _json(await self._through(lambda: self._post(method, content, headers)))

    async def upload(self, data: bytes) -> Json:
        """Put a blob on the PDS, which finds out its type; the answer's `blob`."""
        headers = {"Content-Type": "*/*"}
        answer = _json(await self._through(lambda: self._post("com.atproto.repo.uploadBlob", data, headers)))
        blob = answer.get("blob")
        if not isinstance(blob, dict):
            raise Unknown("the server did not say where the picture is")
        return blob

    def busy_for(self) -> float:
        """Seconds until less than half of what we may ask is used up; 0.0 when it is."""
        return self._requests.wait(1, self._clock.now(), UNASKED_SHARE)

    def here(self, moment: datetime) -> datetime:
        """A time of the network's on our clock, never ahead of it."""
        return min(moment - self.ahead, self._clock.now())

    async def close(self) -> None:
        await self._client.request.close()

    def _may_chat(self, chat: bool) -> None:
        # The PDS would call the token invalid, and no login would help.
        if chat and self.scope == NO_MESSAGES:
            raise Refused("the app password does not allow private messages")

    async def _post(self, method: str, content: bytes, headers: Mapping[str, str]) -> Response:
        return await self._client.invoke_procedure(method, content=content, headers=headers)

    async def _through(self, call: Callable[[], Awaitable[Response]]) -> Response:
        """Make a call, with one new login when the network no longer knows our session."""
        wait = self._requests.wait(1, self._clock.now())
        if wait > 0:
            raise NotSent("our own budget of requests is spent", wait)
        used = self._token()
        try:
            answer = await self._once(call)
        except TokenRejected:
            await self._log_in(instead_of=used)
            answer = await self._once(call)
        self.ahead = ahead(answer.headers.get("date", ""), self._clock.now())
        return answer

    async def _once(self, call: Callable[[], Awaitable[T]]) -> T:
        self._requests.spend(1, self._clock.now())
        try:
            return await call()
        except SDK_FAULTS as error:
            raise translated(error, self._clock.now()) from error

    async def _log_in(self, instead_of: str = "") -> None:
        async with self._logging_in:
            if instead_of and self._token() != instead_of:
                return  # somebody else did it while we waited
            now = self._clock.now()
            if (wait := self._logins.wait(1, now)) > 0:
                raise NotSent("logged in a moment ago", wait)
            try:
                await self._once(self._create_session)
            except Unreachable:
                raise  # nobody heard us
            except BotError as fault:
                self._logins.spend(1, now)
                raise self._login_fault(fault) from fault
            self._logins.spend(1, now)

    def _login_fault(self, fault: BotError) -> BotError:
        if isinstance(fault, (TokenRejected, Refused)):
            self._logins.hold_until(later(self._clock.now(), REFUSED_PAUSE))
            return Stopped("Bluesky refuses the handle or the password")
        return as_read(fault) if isinstance(fault, Unknown) else fault

    async def _create_session(self) -> None:
        self._client.update_base_url(self._settings.service)
        try:
            await self._client.login(self._settings.handle, self._settings.password, fetch_bsky_profile=False)
        except UnauthorizedError as error:
            if error_name(error) == "AuthFactorTokenRequired":
                raise Stopped("Bluesky asks for an e-mailed code: give the bot an app password") from error
            raise

    async def _resume(self) -> bool:
        stored = self._stored()
        if not stored:
            return False
        try:
            await self._client.login(session_string=stored, fetch_bsky_profile=False)
            self._learn()
        except SDK_FAULTS:  # an unreadable session is no session
            return False
        return True

    def _stored(self) -> str:
        try:
            kept = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return ""
        ours = {"service": self._settings.service, "handle": self._settings.handle}
        if not isinstance(kept, dict) or {name: kept.get(name) for name in ours} != ours:
            return ""
        return str(kept.get("session", ""))

    def _changed(self, event: SessionEvent, session: Session) -> None:
        self._learn()
        if event is not SessionEvent.IMPORT:
            self._keep(session.export())

    def _keep(self, session: str) -> None:
        kept = {"service": self._settings.service, "handle": self._settings.handle, "session": session}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        beside = self._file.with_name(f"{self._file.name}.{os.getpid()}")
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(kept, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._file)

    def _learn(self) -> None:
        session = self._client._session
        assert session is not None
        self.did, self.handle = session.did, session.handle
        self.scope = session.access_jwt_payload.scope or ""

    def _token(self) -> str:
        session = self._client._session
        return session.access_jwt if session else ""


class ServerClock:
    """The time on the network's clock, by which it dates what it shows."""

    def __init__(self, keeper: Keeper, clock: Clock) -> None:
        self._keeper, self._clock = keeper, clock

    def now(self) -> datetime:
        return self._clock.now() + self._keeper.ahead


def _client(settings: Settings) -> AsyncClient:
    request = AsyncRequest(
        timeout=settings.request_timeout_seconds, headers=UNPACKED, event_hooks={"response": [bound, mend]}
    )
    # A redirect may lead to http or into our own network, and turns a POST into a GET.
    request._client.follow_redirects = False
    return AsyncClient(settings.service, request=request)


def _json(response: Response) -> Json:
    """The answer as an object; a 200 that holds anything else (a proxy's HTML page) tells nothing."""
    if not isinstance(response.content, dict):
        raise Unknown("the answer is not of this network")
    return response.content
