"""What all handlers of one demo Bluesky share."""

from __future__ import annotations

from dataclasses import dataclass

from bot.demo.bluesky.notices import Notices
from bot.demo.bluesky.state import Repo
from bot.demo.bluesky.tokens import ACCESS, Tokens
from bot.demo.bluesky.views import Views
from bot.demo.bluesky.world import World
from bot.demo.messages import Problem, Request

DEAD = {
    "takendown": "AccountTakedown",
    "suspended": "AccountSuspended",
    "deactivated": "AccountDeactivated",
    "deleted": "AuthenticationRequired",
}
"""The error's name for an account that is not in order, by its status."""


@dataclass(frozen=True)
class Service:
    """The world, who was told what, how it is shown, who is signed in."""

    world: World
    tokens: Tokens
    notices: Notices
    views: Views

    def signed_in(self, request: Request) -> Repo:
        """The account of the access token. Raises the Problem a PDS answers otherwise."""
        return self.world.repos[self.tokens.read(request.bearer, ACCESS).did]

    def writer(self, request: Request) -> Repo:
        """The same, and in order: a taken-down account may still read, never write."""
        repo = self.signed_in(request)
        check_active(repo)
        return repo


def check_active(repo: Repo) -> None:
    """Raise the Problem a PDS answers to a login, refresh or write of an account that is not in order."""
    if repo.status != "active":
        raise Problem(401, DEAD[repo.status], f"Account is {repo.status}")
