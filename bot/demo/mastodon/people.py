"""What a person does on the demo's Mastodon, without a client: for the story and for tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias, Union

from bot.demo.mastodon.service import Service
from bot.demo.mastodon.state import Account, Media, Status
from bot.demo.mastodon.world import Draft
from bot.demo.messages import Json

Who: TypeAlias = Union["Person", str]
"""A person, id, `user` or `user@host`."""


class Person:
    """One account and its hands, here or on another server. Every act is seen by everybody at once."""

    def __init__(self, service: Service, account: Account) -> None:
        self.service = service
        self.world = service.world
        self.account = account

    @property
    def id(self) -> str:
        return self.account.id

    @property
    def acct(self) -> str:
        """`user` here, `user@host` elsewhere."""
        return self.account.acct

    @property
    def token(self) -> str:
        """An access token with every scope; empty for a remote account."""
        return self.account.token

    @property
    def url(self) -> str:
        return str(self.service.entities.account(self.account)["url"])

    def described(self) -> Json:
        """What a client needs to sign in."""
        account = self.account
        return {"name": account.acct, "id": self.id, "token": self.token, "password": account.password}

    # statuses

    def post(
        self,
        text: str,
        reply_to: str = "",
        *,
        visibility: str = "public",
        language: str | None = "en",
        created_at: datetime | None = None,
        spoiler: str = "",
        media: Iterable[Media] = (),
        uri: str = "",
    ) -> str:
        """Write a status and return its id. `created_at` in the past plays one that arrives late, `uri` a bridge's."""
        parent = self.world.statuses[reply_to] if reply_to else None
        draft = Draft(text, visibility, parent, language, tuple(media), spoiler, created=created_at, uri=uri)
        return self.world.post(self.account, draft).id

    def edit(self, status_id: str, text: str) -> None:
        self.world.edit(self._mine(status_id), text)

    def delete(self, status_id: str) -> None:
        self.world.delete(self._mine(status_id))

    def favourite(self, status_id: str) -> None:
        status = self.world.statuses[status_id]
        status.favourites.add(self.id)
        self.world.notify("favourite", status.account, self.account, status)

    # people

    def follow(self, other: Who) -> None:
        """Follow somebody, or ask to when they are locked."""
        whom = find(self.service, other)
        if kind := self.world.relations.follow(self.account, whom):
            self.world.notify(kind, whom, self.account)

    def unfollow(self, other: Who) -> None:
        self.world.relations.unfollow(self.account, find(self.service, other))

    def block(self, other: Who) -> None:
        self.world.relations.block(self.account, find(self.service, other))

    def unblock(self, other: Who) -> None:
        self.world.relations.blocks.discard((self.id, find(self.service, other).id))

    def set_profile(
        self,
        *,
        display_name: str | None = None,
        note: str | None = None,
        fields: Iterable[tuple[str, str]] | None = None,
        verified: Iterable[str] | None = None,
        bot: bool | None = None,
        locked: bool | None = None,
    ) -> None:
        """Change what is given of the profile."""
        given = {"display_name": display_name, "note": note, "bot": bot, "locked": locked}
        for name, value in given.items():
            if value is not None:
                setattr(self.account, name, value)
        if verified is not None:
            self.account.verified = set(verified)
        if fields is not None:
            self.account.fields = [(name, value) for name, value in fields]

    def set_policy(self, **verdicts: str) -> None:
        """Change the notification policy: `for_private_mentions="accept"`."""
        self.account.policy |= verdicts

    # the account

    def be_copy_of(self, actor: str) -> None:
        """Be what a bridge shows of somebody elsewhere, at this address."""
        self.account.actor = actor

    def suspend(self, suspended: bool = True) -> None:
        """By the server's moderators: the others see an empty profile that says so."""
        self.account.suspended = suspended

    def delete_account(self) -> None:
        """For good: nothing of it is shown any more."""
        self.account.deleted = True

    def remember(self) -> None:
        """The account becomes a memorial."""
        self.account.memorial = True

    def move(self, other: Who, *, alias: bool = True) -> None:
        """Say that one lives elsewhere now; with `alias` the new account names this one in `alsoKnownAs`."""
        self.account.moved_to = find(self.service, other)
        if alias:
            self.account.moved_to.aliases.append(str(self.service.entities.account(self.account)["uri"]))

    def rename(self, username: str) -> None:
        """Another name, as some servers let their people choose."""
        self.account.username = username

    def revoke_token(self) -> None:
        """Every token of this account is refused from now on."""
        for text in [text for text, token in self.service.tokens.items() if token.account is self.account]:
            del self.service.tokens[text]

    def _mine(self, status_id: str) -> Status:
        status = self.world.statuses[status_id]
        if status.account is not self.account:
            raise LookupError(f"no status of this account: {status_id}")
        return status


def find(service: Service, who: Who) -> Account:
    """The account of a person, id or address. Raises LookupError."""
    account = who.account if isinstance(who, Person) else service.world.who(who)
    if account is None:
        raise LookupError(f"nobody is called {who}")
    return account
