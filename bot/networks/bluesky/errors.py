"""Every fault of the Bluesky SDK in our three words: was it posted (never mind), certainly not, or who knows.

The cases were measured on PDS 0.5.35 with atproto 0.0.73: the SDK's own classes mix faults that may be retried with
faults that may not (413 and 502 are both NetworkError), so the HTTP status and the XRPC error name decide.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

import httpx
from atproto_client.exceptions import LoginRequiredError, RequestErrorBase
from atproto_core.exceptions import AtProtocolError

from bot.errors import BotError, NotSent, Refused, Stopped, Unknown
from bot.networks.pacing import BACK_OFF, parse_retry

SDK_FAULTS: Final = (AtProtocolError, httpx.HTTPError, httpx.InvalidURL, OSError, ValueError)
"""What a call through the SDK may raise; ValueError is an answer that is no JSON, or no token."""

UNREACHABLE_WAIT = 5.0
"""Seconds until a server that did not even accept the connection is asked again."""

_NEVER_CONNECTED: Final = (
    httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)  # fmt: skip
_TOKEN: Final = {"ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired"}
_NOT_ALLOWED: Final = ("Bad token scope", "Bad token method")
"""A good token of an app password that may not do this: a new login would not help, and 300 a day are allowed."""
_ACCOUNT: Final = {
    "AccountTakedown": "the account was taken down",
    "AccountDeactivated": "the account is deactivated",
    "AccountSuspended": "the account is suspended",
}
_REFUSED_WITHOUT_A_NAME: Final = {400, 413}  # also said by gateways, and final all the same
_MAY_HAVE_HAPPENED: Final = {408, 499}


class TokenRejected(NotSent):
    """The network no longer accepts our session; a new login may help."""


class Unreachable(NotSent):
    """The server cannot be reached."""


class Broken(Unknown):
    """The server itself failed with 500: what it passes on fails with 502 or more."""


class RefusedAs(Refused):
    """Refused with an XRPC error name: `InvalidSwap`, `RecordNotFound`..."""

    def __init__(self, name: str, status: int) -> None:
        self.name = name
        super().__init__(f"the server refused it with {status} {name}".rstrip())


def translated(error: Exception, now: datetime) -> BotError:
    """The fault as Refused(As), NotSent, Unknown or Stopped; TokenRejected asks for a new login."""
    if isinstance(error, BotError):
        return error
    if isinstance(error, LoginRequiredError):
        return TokenRejected()
    if isinstance(error, RequestErrorBase) and error.response is not None:
        if error_name(error) == "InvalidToken" and _told(error, "message").startswith(_NOT_ALLOWED):
            return RefusedAs("InvalidToken", error.response.status_code)
        return _of_status(error.response.status_code, error_name(error), error.response.headers, now)
    if isinstance(error, _NEVER_CONNECTED) or isinstance(error.__cause__, _NEVER_CONNECTED):
        return Unreachable(wait=UNREACHABLE_WAIT)
    return Unknown(f"the answer was lost ({type(error.__cause__ or error).__name__})")


def as_read(fault: BotError) -> BotError:
    """The same fault of a call that only reads: a lost answer did no harm, so it may simply be asked again."""
    return NotSent(str(fault), UNREACHABLE_WAIT) if isinstance(fault, Unknown) else fault


def error_name(error: Exception) -> str:
    """The XRPC error name the server gave (`InvalidSwap`), or "" when there was none."""
    return _told(error, "error")


def _told(error: Exception, field: str) -> str:
    content = error.response.content if isinstance(error, RequestErrorBase) and error.response else None
    # The SDK makes its model of it only when there is a message too.
    value = content.get(field) if isinstance(content, dict) else getattr(content, field, None)
    return value if isinstance(value, str) else ""


def _of_status(status: int, name: str, headers: Mapping[str, str], now: datetime) -> BotError:
    if 300 <= status < 400:
        return NotSent(f"the server points elsewhere with {status}", BACK_OFF)
    if name in _ACCOUNT and status in {401, 403}:
        return Stopped(f"Bluesky: {_ACCOUNT[name]}")
    if name in _TOKEN or status == 401:
        return TokenRejected(f"Bluesky: {name or status}")
    if status == 429:
        return NotSent("the network asks us to wait", parse_retry(headers, now))
    if status == 500:
        return Broken(f"the server failed with 500 {name}".rstrip())
    if (status > 500 and status != 501) or status in _MAY_HAVE_HAPPENED:
        return Unknown(f"the server failed with {status} {name}".rstrip())
    if name or status in _REFUSED_WITHOUT_A_NAME or status == 501:
        return RefusedAs(name, status)
    return NotSent(f"something before the server refused it with {status}", BACK_OFF)
