"""A public list on paper, for `PaperNetwork`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.domain.outbox import Post


@dataclass
class PaperLists:
    """`ports.Lists`: `held` is what the network has, place -> Account; `carry_out` does to it what a Post says."""

    held: dict[str, str] = field(default_factory=dict)
    heads: list[Mapping[str, Any]] = field(default_factory=list)

    def place(self, account: str) -> str:
        return f"place of {account}"

    def head(self, name: str, description: str, created_at: datetime) -> Mapping[str, Any]:
        return {"name": name, "description": description}

    def entry(self, account: str, created_at: datetime) -> Mapping[str, Any]:
        return {"place": self.place(account), "account": account}

    def removal(self, place: str) -> Mapping[str, Any]:
        return {"place": place, "account": None}

    def address(self) -> str:
        return "https://paper.example/list"

    async def places(self) -> frozenset[str]:
        return frozenset(self.held)

    def carry_out(self, post: Post) -> None:
        """As the network would."""
        if "place" not in post.record:
            self.heads.append(post.record)
        elif post.record["account"]:
            self.held.setdefault(post.record["place"], post.record["account"])
        else:
            self.held.pop(post.record["place"], None)
