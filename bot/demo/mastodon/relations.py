"""Who follows, asks to follow, blocks or mutes whom."""

from __future__ import annotations

from bot.demo.mastodon.state import Account
from bot.demo.messages import Json


class Relations:
    """Pairs of account ids, `(who, whom)`."""

    def __init__(self) -> None:
        self.follows: dict[tuple[str, str], None] = {}
        self.requests: dict[tuple[str, str], None] = {}
        self.blocks: set[tuple[str, str]] = set()
        self.mutes: set[tuple[str, str]] = set()

    def follow(self, who: Account, whom: Account) -> str:
        """Follow, or ask to when the other is locked. Returns the notification's type; empty when nothing changed."""
        pair = (who.id, whom.id)
        if pair in self.follows or pair in self.requests or self.apart(who.id, whom.id):
            return ""
        (self.requests if whom.locked else self.follows)[pair] = None
        return "follow_request" if whom.locked else "follow"

    def settle(self, who: Account, whom: Account, accept: bool) -> bool:
        """Answer `who`'s request to follow `whom`; False when there is none."""
        asked = (who.id, whom.id) in self.requests
        self.requests.pop((who.id, whom.id), None)
        if asked and accept:
            self.follows[(who.id, whom.id)] = None
        return asked

    def unfollow(self, who: Account, whom: Account) -> None:
        self.follows.pop((who.id, whom.id), None)
        self.requests.pop((who.id, whom.id), None)

    def block(self, who: Account, whom: Account) -> None:
        """A block ends follows both ways."""
        self.unfollow(who, whom)
        self.unfollow(whom, who)
        self.blocks.add((who.id, whom.id))

    def apart(self, one: str, other: str) -> bool:
        """Whether either blocks the other."""
        return (one, other) in self.blocks or (other, one) in self.blocks

    def followers(self, whom: str) -> list[str]:
        return [who for who, other in self.follows if other == whom]

    def following(self, who: str) -> list[str]:
        return [whom for other, whom in self.follows if other == who]

    def view(self, me: str, other: str) -> Json:
        """A Relationship entity."""
        return {
            "id": other,
            "following": (me, other) in self.follows,
            "showing_reblogs": (me, other) in self.follows,
            "notifying": False,
            "languages": None,
            "followed_by": (other, me) in self.follows,
            "blocking": (me, other) in self.blocks,
            "blocked_by": (other, me) in self.blocks,
            "muting": (me, other) in self.mutes,
            "muting_notifications": (me, other) in self.mutes,
            "requested": (me, other) in self.requests,
            "requested_by": (other, me) in self.requests,
            "domain_blocking": False,
            "endorsed": False,
            "note": "",
        }
