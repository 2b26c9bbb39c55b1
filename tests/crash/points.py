"""Named points of the path at which a bot kills itself, put around the real functions from outside.

`before X`: X is about to run. `inside X`: its transaction has done everything but commit. `after X`: it is committed
(or the network has answered), and nobody knows yet.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from bot.networks.bluesky import Bluesky
from bot.networks.mastodon import Mastodon
from bot.storage.sqlite.connection import SqliteStore

WRITES = ("receive", "begin", "sent", "recover")
OWED = ("settle", "keep_ticket", "owe_digest", "edit", "believe")
CALLS = ("gate", "find", "send", "open")

POINTS = tuple(f"{when} {what}" for what in WRITES for when in ("before", "inside", "after")) + tuple(
    f"{when} {what}" for what in CALLS for when in ("before", "after")
)


PICTURE_POINTS = (
    "before prepare",
    "after prepare",
    "after keep_ticket",
    "before send",
    "after send",
    "inside sent",
)
"""Those of a Post with a picture."""

DIGEST_POINTS = (
    "before owe_digest",
    "inside owe_digest",
    "after owe_digest",
    "inside begin",
    "after begin",
    "before send",
    "after send",
    "inside sent",
    "after sent",
)
"""Those of a digest."""

PROOF_POINTS = (
    "before receive",
    "inside receive",
    "after receive",
    "before settle",
    "inside settle",
    "after settle",
    "inside begin",
    "after begin",
    "before send",
    "after send",
    "inside sent",
    "after sent",
)
"""Those of a look at a post on X, and its answer."""

LIST_POINTS = (
    "before edit",
    "inside edit",
    "after edit",
    "inside begin",
    "after begin",
    "before send",
    "after send",
    "inside sent",
    "after sent",
)
"""Those of an entry of the public list, or its removal."""


RIGHTS_POINTS = (
    "before receive",
    "inside receive",
    "after receive",
    "inside begin",
    "after begin",
    "before send",
    "after send",
    "inside sent",
    "after sent",
)
"""Those of a deletion, or of an erasure."""


def die() -> None:
    """Like a power cut: no handler, no flush."""
    os.kill(os.getpid(), signal.SIGKILL)


def arm(point: str, skip: int = 0) -> None:
    """Die when `point` is reached for the (skip + 1)th time."""
    when, what = point.split()
    countdown = Countdown(skip)
    if what in (*WRITES, *OWED):
        _arm_write(when, what, countdown)
    else:
        for network in (Bluesky, Mastodon):
            setattr(network, what, _deadly(getattr(network, what), when, countdown))


class Countdown:
    """Dies when it is called once more than told."""

    def __init__(self, skip: int) -> None:
        self.left = skip

    def __call__(self) -> None:
        if self.left == 0:
            die()
        self.left -= 1


def _deadly(call: Callable[..., Awaitable[Any]], when: str, countdown: Countdown) -> Callable[..., Awaitable[Any]]:
    async def wrapped(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            countdown()
        result = await call(*args, **kwargs)
        if when == "after":
            countdown()
        return result

    return wrapped


def _arm_write(when: str, what: str, countdown: Countdown) -> None:
    write = SqliteStore.write

    async def wrapped(self: SqliteStore, work: Any) -> Any:
        if not isinstance(work, partial) or work.func.__name__ != what:
            return await write(self, work)
        if when == "before":
            countdown()

        def inside(tx: Any) -> Any:
            result = work(tx)
            if when == "inside":
                countdown()
            return result

        result = await write(self, inside)
        if when == "after":
            countdown()
        return result

    SqliteStore.write = wrapped  # type: ignore[method-assign]
