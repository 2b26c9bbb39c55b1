"""Who waits for whom, and for how long: the order of answers, and when an asker is told that theirs takes time."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from bot.domain.outbox import TURNS, Priority
from bot.domain.wording import Wording

NOTICE: Final = "waiting"
"""The kind of the Post that says how long an answer takes."""

LONG: Final = timedelta(minutes=5)
"""From here on an asker is told."""

NOTICE_SHARE: Final = 0.1
"""Of what a network's budget sends in an hour, at most: telling people to wait must not make them wait."""

_OF_KIND: Final[Mapping[str, Priority]] = {
    "delete": Priority.RIGHTS,
    "prove": Priority.PROOF,
    "not-me": Priority.PROOF,
}

_OF_THOSE_WE_MET: Final = frozenset({"stop", "forget", "instance-stop"})
"""Rights, but anybody may make up accounts that say so: to those we never spoke to, the sentence takes its turn."""


def priority_of(kind: str, *, known: bool, answered: bool) -> Priority:
    """Of an answer of this kind to somebody who is registered (`known`), or had an answer before (`answered`).

    Only of the sentence: what they ask for by right is done at once.

    >>> priority_of("find", known=False, answered=False), priority_of("stop", known=False, answered=True)
    (<Priority.NEWCOMER: 4>, <Priority.RIGHTS: 0>)
    """
    if kind in _OF_KIND:
        return _OF_KIND[kind]
    if kind in _OF_THOSE_WE_MET and (known or answered):
        return Priority.RIGHTS
    if known:
        return Priority.KNOWN
    return Priority.ANSWER if answered else Priority.NEWCOMER


def position(ahead: int, all_that_wait: int) -> int:
    """How many Posts go before the last of `ahead`, itself counted, with those of others whose turn comes meanwhile.

    >>> position(7, 100), position(7, 8)
    (10, 8)
    """
    return min(math.ceil(ahead * 10 / (10 - len(TURNS))), max(all_that_wait, ahead))


def notice(seconds: float) -> Wording | None:
    """The words for an answer that takes so long; None if that is not worth telling.

    Minutes up to an hour, five minutes' steps up to two, then whole hours; never less than what is expected.
    """
    if seconds <= LONG.total_seconds() or not math.isfinite(seconds):
        return None
    minutes = math.ceil(seconds / 60)
    if minutes > 120:
        return Wording("waiting-hours", {"hours": math.ceil(minutes / 60)})
    return Wording("waiting-minutes", {"minutes": _rounded(minutes)})


def _rounded(minutes: int) -> int:
    return minutes if minutes < 60 else math.ceil(minutes / 5) * 5


def may_tell(told_last_hour: int, answers_per_hour: float) -> bool:
    """Whether one more notice stays below its share of the budget."""
    return told_last_hour + 1 <= answers_per_hour * NOTICE_SHARE


def notice_trigger(account: str, day: str) -> str:
    """What a notice is derived from: one per person and day."""
    return f"{NOTICE}:{account}:{day}"
