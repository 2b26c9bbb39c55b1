"""The two local networks with everybody on them, what people do there, and what the servers hold of the bot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from bot.demo import bluesky, mastodon
from bot.demo.bluesky import BlueskyNetwork
from bot.demo.cast import BLUESKY, HOST, MASTODON, SKY, Registry
from bot.demo.checks import Answer, calls_in
from bot.demo.mastodon import MastodonServer

BOT = "quittex"
PUBLIC, PRIVATE = "public", "private"
_STREAMS = "/api/v1/streaming/"


@dataclass(frozen=True)
class Question:
    """Something said to the bot: `ref` is the post's address, the status's id, or the place in the chat."""

    network: str
    who: str
    text: str
    private: bool
    ref: str


@dataclass(frozen=True)
class Bulletin:
    """A public announcement, with its picture."""

    network: str
    text: str
    alt: str
    image: bytes


class Stage:
    """`async with Stage(registry) as stage:` both networks are up, and everybody has their accounts."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self.bluesky = BlueskyNetwork()
        self.mastodon = MastodonServer(domain=HOST)
        self.spoke: set[tuple[str, str]] = set()  # (network, key)
        self.tagged: set[tuple[str, str]] = set()
        self.news: set[tuple[str, int]] = set()  # messages (key, place in the chat) that answer no question

    async def __aenter__(self) -> Self:
        await self.bluesky.start()
        await self.mastodon.start()
        self._cast()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.bluesky.stop()
        await self.mastodon.stop()

    def _cast(self) -> None:
        self.bot_there = self.bluesky.account(f"{BOT}.{SKY}", "QuitteX")
        self.bot_there.allow_messages("all")
        self.bot_here = self.mastodon.account(BOT, "QuitteX")
        self.there: dict[str, bluesky.Person] = {}
        self.here: dict[str, mastodon.Person] = {}
        for key, person in self.registry.everybody.items():
            if BLUESKY in person.networks:
                self.there[key] = self.bluesky.account(person.handle(BLUESKY), person.name)
                self.there[key].allow_messages("all")
            if MASTODON in person.networks:
                self.here[key] = self.mastodon.account(key, person.name)

    @property
    def instance(self) -> str:
        """The origin of the Mastodon server's pages."""
        return f"https://{HOST}"

    def ids(self) -> Mapping[tuple[str, str], str]:
        """(network, key) -> the id a registry has."""
        found = {(BLUESKY, key): person.did for key, person in self.there.items()}
        return found | {(MASTODON, key): person.id for key, person in self.here.items()}

    def name(self, key: str) -> str:
        return self.registry.everybody[key].name

    # what people do

    def say(self, who: str, network: str, text: str, *, private: bool = False) -> Question:
        """`who` writes to everybody, or to the bot alone."""
        language = self.registry.everybody[who].language
        self.spoke.add((network, who))
        if "#" in text and not private:
            self.tagged.add((network, who))
        if network == MASTODON:
            visibility = "direct" if private else "public"
            ref = self.here[who].post(text, visibility=visibility, language=language)
        elif private:
            ref = str(len(self._chat(who)))
            self.there[who].message(self.bot_there, text)
        else:
            ref = self.there[who].post(text, langs=[language])
        return Question(network, who, text, private, ref)

    def take_back(self, question: Question) -> None:
        """The author deletes their public post."""
        if question.network == MASTODON:
            self.here[question.who].delete(question.ref)
        else:
            self.there[question.who].delete(question.ref)

    # what the servers hold

    def answers(self, question: Question) -> list[Answer]:
        """Everything the bot said to this question, oldest first."""
        if question.network == MASTODON:
            return [_on_mastodon(told) for told in self.mastodon.replies_to(question.ref, by=self.bot_here)]
        if question.private:
            return self._chat_answers(question)
        return [self._on_bluesky(told) for told in self.bluesky.replies_to(question.ref, by=self.bot_there)]

    def news_for(self, who: str) -> list[Answer]:
        """What the bot said to somebody in the chat without being asked, oldest first."""
        chat = self._chat(who)
        return [self._in_chat(chat[place]) for key, place in sorted(self.news) if key == who]

    def said_since(self, who: str) -> int:
        """How often the bot spoke in the chat since somebody's own last word there."""
        mine = self.bot_there.did
        chat = [message.did == mine for message in self._chat(who)]
        return len(chat) - max((place for place, ours in enumerate(chat, start=1) if not ours), default=0)

    def set_apart(self, who: str) -> None:
        """The last message in the chat is news, and no answer."""
        self.news.add((who, len(self._chat(who)) - 1))

    def bulletins(self) -> list[Bulletin]:
        """Everything the bot said to nobody in particular."""
        there, here = self.bluesky.posts_of(self.bot_there), self.mastodon.statuses_of(self.bot_here)
        return [
            *(self._bulletin_there(told) for told in there if not told["parent"]),
            *(self._bulletin_here(told) for told in here if not told["parent"] and not told["mentions"]),
        ]

    def everything_said(self) -> int:
        """How often the bot spoke, wherever and to whomever."""
        chats: int = sum(message.did == self.bot_there.did for convo in self._convos() for message in convo.messages)
        return chats + len(self.bluesky.posts_of(self.bot_there)) + len(self.mastodon.statuses_of(self.bot_here))

    def ears(self) -> tuple[int, int]:
        """How many streams each network was asked for so far."""
        streams = sum(seen.path.startswith(_STREAMS) for seen in self.mastodon.http.requests)
        return self.bluesky.jetstream.connections, self.mastodon.socket.connections + streams

    def looks(self) -> int:
        """How often a Bluesky post was asked for so far."""
        return sum("getPosts" in seen.path for seen in self.bluesky.http.requests)

    def _convos(self) -> list[Any]:
        return list(self.bluesky.chat.convos.values())

    def _chat(self, who: str) -> list[Any]:
        return self.bluesky.chat.messages([self.there[who].did, self.bot_there.did])

    def _chat_answers(self, question: Question) -> list[Answer]:
        found = []
        for place, message in enumerate(self._chat(question.who)):
            if place > int(question.ref) and message.did != self.bot_there.did:
                break
            if place > int(question.ref) and (question.who, place) not in self.news:
                found.append(self._in_chat(message))
        return found

    def _in_chat(self, message: Any) -> Answer:
        return Answer(BLUESKY, message.text, "", PRIVATE, self._called(message.text, message.facets))

    def _on_bluesky(self, told: Mapping[str, Any]) -> Answer:
        record = told["record"]
        languages = [str(language) for language in record.get("langs", [])]
        calls = self._called(told["text"], record.get("facets") or [])
        return Answer(BLUESKY, told["text"], languages[0] if len(languages) == 1 else "", PUBLIC, calls)

    def _called(self, text: str, facets: list[Any]) -> frozenset[str]:
        dids = [feature["did"] for facet in facets for feature in facet["features"] if "did" in feature]
        return calls_in(text) | {self.bluesky.person(did).handle for did in dids}

    def _bulletin_there(self, told: Mapping[str, Any]) -> Bulletin:
        images = (told["record"].get("embed") or {}).get("images") or []
        if not images:
            return Bulletin(BLUESKY, told["text"], "", b"")
        data, _ = self.bluesky.world.blobs[images[0]["image"]["ref"]["$link"]]
        return Bulletin(BLUESKY, told["text"], images[0]["alt"], data)

    def _bulletin_here(self, told: Mapping[str, Any]) -> Bulletin:
        if not told["media"]:
            return Bulletin(MASTODON, told["text"], "", b"")
        medium = told["media"][0]
        return Bulletin(MASTODON, told["text"], medium["description"], self.mastodon.world.media[medium["id"]].data)


def _on_mastodon(told: Mapping[str, Any]) -> Answer:
    # The recipient is named once at the beginning; it is no part of the words.
    first, _, rest = told["text"].partition(" ")
    words = rest if first.startswith("@") else told["text"]
    calls = frozenset(told["mentions"]) | calls_in(words)
    return Answer(MASTODON, words, told["language"] or "", told["visibility"], calls)
