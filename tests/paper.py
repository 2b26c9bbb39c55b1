"""A network on paper: keeps every promise of `ports.Network` in memory, and shows what it was asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.domain.accounts import Account, Platform
from bot.domain.encounters import Batch
from bot.domain.lives import Life, Standing
from bot.domain.outbox import Draft, Post, Priority
from bot.domain.portraits import Portrait
from bot.domain.text import Limits
from bot.errors import BotError
from bot.ports import Gate, Identity, Lists, Relations


@dataclass
class PaperNetwork:
    """`published` is what it holds: receipt -> Post. Faults are raised once each, by the name of the call."""

    name: str = "paper"
    platform: Platform = Platform.BLUESKY
    settle_seconds: float = 0.0
    looks: bool = False
    gate_says: Gate = Gate.OPEN
    waits: float = 0.0
    digests: float = float("inf")
    answers: float = float("inf")
    full: float = 0.0
    batches: list[Batch] = field(default_factory=list)
    portraits: dict[str, Portrait] = field(default_factory=dict)
    people: dict[str, Account] = field(default_factory=dict)
    published: dict[str, Post] = field(default_factory=dict)
    faults: dict[str, list[BotError]] = field(default_factory=dict)
    loses_answers: int = 0
    calls: list[str] = field(default_factory=list)
    since: dict[str, str] = field(default_factory=dict)
    public_list: Lists | None = None
    told_relations: Relations | None = None
    home: str = ""
    lives: dict[str, Life] = field(default_factory=dict)

    def _called(self, call: str) -> None:
        self.calls.append(call)
        if self.faults.get(call):
            raise self.faults[call].pop(0)

    async def open(self) -> Identity:
        self._called("open")
        return Identity(Account(self.platform, "did:plc:bot", "quittex.test"), labelled_bot=True)

    def limits_for(self, recipient: str) -> Limits:
        return Limits(graphemes=300, utf8_bytes=3000)

    async def encounters(self, since: Mapping[str, str]) -> AsyncGenerator[Batch, None]:
        self.since = dict(since)
        for batch in self.batches:
            yield batch
        await asyncio.Event().wait()

    def compose(self, draft: Draft) -> Mapping[str, Any]:
        words = "".join(part if isinstance(part, str) else str(part) for part in draft.text)
        return {"text": words, "visibility": draft.visibility}

    @property
    def relations(self) -> Relations | None:
        return self.told_relations

    @property
    def lists(self) -> Lists | None:
        return self.public_list

    def private_to(self, account: Account) -> Mapping[str, Any]:
        return {"to": account.id}

    def must_look(self, post: Post) -> bool:
        return self.looks

    def pace(self, post: Post, now: datetime) -> float:
        return self.waits

    def digests_per_hour(self) -> float:
        return self.digests

    def answers_per_hour(self) -> float:
        return self.answers

    def expected_wait(self, answers: int, now: datetime, priority: Priority = Priority.KNOWN) -> float:
        return answers * 3600 / self.answers

    def used(self, now: datetime) -> float:
        return self.full

    def spent(self, sent: Iterable[datetime]) -> None:
        self.calls.append(f"spent {len(list(sent))}")

    async def gate(self, post: Post) -> Gate:
        self._called("gate")
        return self.gate_says

    async def prepare(self, post: Post) -> Mapping[str, Any]:
        self._called("prepare")
        return {"picture": 1}

    async def send(self, post: Post) -> str:
        self._called("send")
        receipt = f"receipt:{len(self.published)}"
        self.published[receipt] = post
        if self.loses_answers:
            self.loses_answers -= 1
            from bot.errors import Unknown

            raise Unknown("the answer was lost")
        return receipt

    async def find(self, post: Post, taken: frozenset[str] = frozenset()) -> str | None:
        self._called("find")
        return next((r for r, p in self.published.items() if p.key == post.key and r not in taken), None)

    def budgets(self) -> list[str]:
        return ["as much as you like"]

    async def label_as_bot(self) -> None:
        self._called("label_as_bot")

    async def profile(self, handle: str) -> Account | None:
        self._called("profile")
        return self.people.get(handle)

    async def life(self, account: Account) -> Life:
        self._called("life")
        return self.lives.get(account.id, Life(Standing.UNKNOWN))

    async def portrait(self, account: Account) -> Portrait | None:
        self._called("portrait")
        return self.portraits.get(account.id)

    async def resolve(self, handles: Iterable[str]) -> Mapping[str, Account | None]:
        self._called("resolve")
        return {handle: self.people.get(handle) for handle in handles}

    async def close(self) -> None:
        self.calls.append("close")
