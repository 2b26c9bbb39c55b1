"""Structured logs on stderr, with secrets and people's names taken out whoever wrote the line."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Iterable, MutableMapping
from typing import Any

import structlog

HIDDEN = "[hidden]"
NOISY = ("httpx", "httpcore", "urllib3", "websockets", "apscheduler", "mastodon", "atproto", "asyncio")
"""Libraries whose INFO lines hold addresses, some with a token in the query (measured: httpx, urllib3)."""

_PEOPLE = re.compile(
    r"""
    (?:at://)?did:(?:plc|web):[A-Za-z0-9._:%-]+(?:/[\w./-]+)?   # DIDs and AT URIs
    | @?[\w.-]+@[\w-]+(?:\.[\w-]+)+                             # user@host
    | (?<![\w/.])@[\w.-]+                                       # @handle
    | \b[\w-]+\.bsky\.social\b
    | https?://\S+/(?:@|users/)\S+                              # profile and status pages
    | (?:access_)?token=[^&\s]+
    | \b[Bb]earer\s+\S+
    | \b\d{6,19}\b                                              # X ids, status ids
    """,
    re.VERBOSE,
)


class Redactor:
    """Takes known secret values and anything that looks like a person out of every text of a log line."""

    def __init__(self, secrets: Iterable[str]) -> None:
        known = sorted((re.escape(s) for s in secrets if len(s) >= 4), key=len, reverse=True)
        self._secrets = re.compile("|".join(known)) if known else None

    def clean(self, text: str) -> str:
        """`text` without secrets and names."""
        if self._secrets:
            text = self._secrets.sub(HIDDEN, text)
        return _PEOPLE.sub(HIDDEN, text)

    def __call__(self, _logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        return {key: value if key == "timestamp" else self._clean_value(value) for key, value in event.items()}

    def _clean_value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.clean(value)
        if isinstance(value, int | float | bool) or value is None:
            return value
        return self.clean(str(value))


def configure(secrets: Iterable[str] = (), *, level: str = "INFO", as_json: bool = False) -> None:
    """Send every logger of the process through the redactor to stderr; `as_json` for machines."""
    redactor = Redactor(secrets)
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        # Locals are never shown: they hold tokens and people's words.
        structlog.processors.format_exc_info,
        redactor,
    ]
    plain = structlog.dev.plain_traceback
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), exception_formatter=plain)
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
