"""What the contract of the Network port is tested against: a server, a bot's account on it, and people's hands."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from bot.domain.encounters import Batch, Encounter
from bot.domain.outbox import DELETES, DELETION, Draft, Post, State, derive_key
from bot.domain.text import Text
from bot.ports import Network


class World(Protocol):
    """Acts return once the server has taken them in; an address is the `uri` of the Encounter they make."""

    tag: str  # as people write it, without '#'; the network was given its folded form

    def network(self, folder: Path, *, secret: str = "", url: str = "") -> Network:
        """The adapter of the bot's account, not opened; `secret` and `url` replace the right ones."""

    async def person(self, name: str) -> str:
        """A new account; the handle by which the other acts know it."""

    async def describe(self, who: str, words: str) -> None:
        """What their profile says of them."""

    async def mention(self, who: str, words: str) -> str:
        """A public post that names the bot before these words."""

    async def tagged(self, who: str, words: str) -> str:
        """A public post with these words and the campaign's tag."""

    async def chatter(self, who: str, words: str) -> str:
        """A public post that has nothing to do with the bot."""

    async def follow(self, who: str) -> None:
        """They follow the bot."""

    async def follow_somebody(self, who: str, whom: str, *, follow: bool = True) -> None:
        """One person follows another, or no longer."""

    async def block(self, who: str) -> None:
        """They block the bot."""

    async def message(self, who: str, words: str) -> None:
        """A private message to the bot."""

    async def delete(self, who: str, uri: str) -> None:
        """They delete a post of theirs."""

    async def answers(self, uri: str) -> Sequence[str]:
        """The words of the bot's answers to a post, as the server holds them."""

    async def messages(self, who: str) -> Sequence[str]:
        """The words of the bot's private messages to somebody."""

    async def on_the_list(self) -> Sequence[str]:
        """The handles on the bot's public list, as the network shows them to everybody."""


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class Ear:
    """Listens as the loop would: keeps the Cursors, knows what it has seen."""

    network: Network
    cursors: dict[str, str]
    batches: AsyncIterator[Batch]
    seen: dict[str, Encounter]  # by URI, everything; `old` holds those marked seen
    old: set[str]

    async def until(self, *uris: str) -> None:
        """Listen until these have come."""
        while not set(uris) <= set(self.seen):
            self.take(await anext(self.batches))

    async def until_source_settles(self, *sources: str) -> None:
        """Listen until these sources have a Cursor."""
        while not set(sources) <= set(self.cursors):
            self.take(await anext(self.batches))

    async def one(self, kind: str) -> Encounter:
        """Listen until an Encounter of this kind has come."""
        while True:
            for encounter in self.seen.values():
                if encounter.kind == kind:
                    return encounter
            self.take(await anext(self.batches))

    def take(self, batch: Batch) -> None:
        for encounter in batch.encounters:
            self.seen.setdefault(encounter.uri, encounter)
            if batch.seen:
                self.old.add(encounter.uri)
        if batch.cursor is not None:
            self.cursors[batch.source] = batch.cursor


@asynccontextmanager
async def listening(network: Network, since: Mapping[str, str] | None = None) -> AsyncIterator[Ear]:
    """An Ear on a network that is open."""
    cursors = dict(since or {})
    async with aclosing(network.encounters(dict(cursors))) as batches:
        yield Ear(network, cursors, batches, {}, set())


def answer_to(network: Network, encounter: Encounter, text: Text, kind: str = "find") -> Post:
    """The Post that answers an Encounter, as the outbox would hold it."""
    draft = Draft(
        key=derive_key(encounter.uri, kind),
        text=text,
        language="fr",
        visibility=encounter.visibility,
        created_at=datetime(2027, 1, 20, 12, tzinfo=UTC),
        trigger=encounter.uri,
        recipient=encounter.account.handle,
        recipient_id=encounter.account.id,
        reply=encounter.reply,
    )
    record: Mapping[str, Any] = network.compose(draft)
    return Post(
        id=1,
        key=draft.key,
        network=network.name,
        kind=kind,
        state=State.READY,
        trigger=draft.trigger,
        record=record,
        created_at=draft.created_at,
        recipient_id=draft.recipient_id,
        thread=encounter.thread,
    )


def other_words(network: Network, encounter: Encounter, post: Post, text: Text) -> Post:
    """The same Post with other words: what a changed catalogue would make of the same trigger."""
    return replace(post, record=answer_to(network, encounter, text, post.kind).record)


def listing(network: Network, record: Mapping[str, Any]) -> Post:
    """A Post about the campaign's list, as the outbox would hold it."""
    trigger = f"list:{network.name}:{record['rkey']}"
    key, at = derive_key(trigger, "listed"), datetime(2027, 1, 20, 12, tzinfo=UTC)
    return Post(1, key, network.name, "listed", State.READY, trigger, record, at)


def removal_of(network: Network, receipt: str) -> Post:
    """The Post that takes back the one with this receipt."""
    key, at = derive_key(receipt, DELETION), datetime(2027, 1, 20, 12, tzinfo=UTC)
    return Post(2, key, network.name, DELETION, State.READY, f"deletion:{key}", {DELETES: receipt}, at)
