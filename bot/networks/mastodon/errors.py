"""Every fault of a Mastodon-compatible server, of its SDK and of our own requests, in the words of `bot.errors`."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

import httpx
from mastodon import MastodonError, MastodonIllegalArgumentError, MastodonNetworkError, MastodonRatelimitError
from requests.exceptions import ConnectTimeout, ProxyError, TooManyRedirects

from bot.errors import BotError, NotSent, Refused, Stopped, Unknown
from bot.networks.pacing import BACK_OFF, parse_retry

Outcome = NotSent | Refused | Stopped | Unknown

NEVER_LEFT = (
    *(ConnectionRefusedError, socket.gaierror, ssl.SSLCertVerificationError),
    *(ConnectTimeout, ProxyError, TooManyRedirects),
    *(httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol),
)
"""With one of these in the chain of causes our request never reached a server that could have obeyed it.

Both clients hide it under the same class as an answer that was lost (measured, Mastodon.py 2.3.3 and httpx 0.28.1).
We follow no redirect, so one means that nothing was done.
"""

MAYBE_DONE = frozenset({408, 425, 499})
"""With every 5xx: a proxy may give up while the server behind it goes on, and some Mastodon releases answer 500 to a
key they know already (https://github.com/mastodon/mastodon/issues/40399)."""

ACCOUNT_CLOSED = re.compile(
    r"authorized scopes|login is currently disabled|login is pending|confirm(ed)? your e-?mail|account.*suspended", re.I
)
"""What a 403 says when nothing will ever work with this token, in Mastodon's and Doorkeeper's English."""

LONGEST_REASON = 160


class Missing(Refused):
    """There is no such thing on the server, or not for us."""


class Forbidden(Stopped):
    """The token or its account may not do this, and no waiting will change it."""


class Patience(NotSent):
    """The server asks for patience: nothing may be asked of it for `wait` seconds."""


def from_status(status: int, headers: Mapping[str, str], reason: str, now: datetime) -> Outcome:
    """The outcome of a request that was answered with `status`, for requests that change something."""
    said = f"{status} {_harmless(reason)}".strip()
    if status == 401:
        return Stopped("the server refuses the token (401): make a new one and put it into the configuration")
    if status == 403 and ACCOUNT_CLOSED.search(reason):
        return Forbidden(f"the server refuses the account or the rights of its token ({said})")
    if status == 429:
        return Patience("the server asks for patience (429)", parse_retry(headers, now))
    if status >= 500 or status in MAYBE_DONE:
        return Unknown(f"the server failed ({said})")
    if 300 <= status < 400:
        return NotSent("the server points to another address: check `url`", BACK_OFF)
    if status in (404, 410):
        return Missing(f"not there, or not for us ({said})")
    if status >= 400:
        return Refused(f"refused by the server ({said})")
    return Unknown("the server's answer makes no sense")


def from_sdk(error: MastodonError, headers: Mapping[str, str], now: datetime) -> Outcome:
    """The outcome behind an error of Mastodon.py; `headers` are those of the last answer, which it keeps to itself."""
    if isinstance(error, MastodonRatelimitError):
        return from_status(429, headers, "", now)
    if isinstance(error, MastodonNetworkError):
        return _from_connection(error)
    if isinstance(error, MastodonIllegalArgumentError):
        return Refused(_harmless(str(error)))
    if len(error.args) > 1 and isinstance(error.args[1], int):
        return from_status(error.args[1], headers, str(error.args[3] or "") if len(error.args) > 3 else "", now)
    return Unknown("the server's answer makes no sense")  # its message would hold the whole answer


def from_httpx(error: httpx.HTTPError | httpx.InvalidURL) -> Outcome:
    """The outcome of a request of our own that was not answered."""
    return _from_connection(error)


def for_reading(outcome: BotError) -> BotError:
    """The same for a request that changes nothing: what is unknown there may simply be asked again.

    A question we may not ask is one thing less that we know, and no reason to fall silent.
    """
    if isinstance(outcome, Forbidden):
        return Refused(str(outcome))
    return NotSent(str(outcome)) if isinstance(outcome, Unknown) else outcome


def _from_connection(error: BaseException) -> Outcome:
    if any(isinstance(cause, NEVER_LEFT) for cause in _chain(error)):
        return NotSent("the server cannot be reached")
    return Unknown("the connection was lost before the answer came")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error, what caused it, and what urllib3 wraps in `args` or `reason`; each once."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop()
        if not isinstance(one, BaseException) or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__, getattr(one, "reason", None), *one.args]


_SHORTEN: tuple[Callable[[str], str], ...] = (
    lambda text: re.sub(r"[\x00-\x1f\x7f]+", " ", text),
    lambda text: re.sub(r"\S*@\S+", "(somebody)", text),
    lambda text: text.strip()[:LONGEST_REASON],
)


def _harmless(reason: str) -> str:
    """What a server said, fit for a log and a terminal: one short line without anybody's handle."""
    for shorten in _SHORTEN:
        reason = shorten(reason)
    return reason
