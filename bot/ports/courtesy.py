"""Courtesy: servers whose people get nothing, and servers that have still to say who speaks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from bot.domain.accounts import Account


@dataclass(frozen=True, slots=True)
class ServerCheck:
    """Somebody said "instance stop"; `answer` is what an answer to them is made from."""

    id: int
    account: Account
    network: str
    uri: str
    answer: Mapping[str, Any]
    at: datetime
    tries: int = 0


class Courtesies(Protocol):
    """What servers asked of us."""

    def deny(self, host: str, source: str, now: datetime) -> bool:
        """From now on the people of this server get nothing; False if that was so."""

    def allow(self, host: str) -> bool:
        """Take that back; False if there was nothing."""

    def denied(self) -> list[tuple[str, str, datetime]]:
        """(host, source, since), by host."""

    def denies(self, hosts: Iterable[str]) -> bool:
        """Whether one of these servers is denied."""

    def ask(self, account: Account, network: str, uri: str, answer: Mapping[str, Any], now: datetime) -> bool:
        """Put down that their server must be asked; False if it is to be, for this Encounter or this Account."""

    def next_check(self, network: str, now: datetime) -> ServerCheck | None:
        """The oldest check that is due."""

    def postpone(self, check: int, until: datetime) -> None:
        """The server did not answer: again then."""

    def done(self, check: int) -> bool:
        """It did: nothing of the question is kept. False if nothing was there any more."""


class Servers(Protocol):
    """What other people's servers say of their own people."""

    async def speaks_for(self, account: Account) -> bool:
        """Whether their own server names them as its contact, or shows a role of theirs. NotSent, Refused."""
