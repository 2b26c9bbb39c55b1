"""Private messages (chat.bsky.convo), where the account may read and send them.

A message has no key of ours: what was sent is found by reading the conversation back, newest first, down to the message
that is answered. https://docs.bsky.app/docs/api/chat-bsky-convo-send-message
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.domain.accounts import Account, Platform
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.outbox import Post
from bot.domain.text import clean
from bot.errors import NotSent, Refused, Unknown
from bot.networks.bluesky.errors import Broken, as_read
from bot.networks.bluesky.scan import after, moment
from bot.networks.bluesky.send import keeps_away
from bot.networks.bluesky.session import NO_MESSAGES, Keeper
from bot.networks.bluesky.translate import Us
from bot.ports import Gate

Json = dict[str, Any]

LOG_PAGES: Final = 50
NO_CHAT: Final = "the server has no private messages for the bot: digests are public, and tell numbers only"
BACK_PAGES: Final = 10  # of 100 messages, read back to find ours


@dataclass(frozen=True, slots=True)
class Said:
    """A message somebody sent us."""

    convo: str
    id: str
    did: str
    text: str
    at: datetime


class Chat:
    """The conversations of the bot's account."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    async def lacking(self) -> str:
        """Why the account has no private messages, for people; "" if it has. A chat that is merely away lacks nothing.

        Measured on PDS 0.5.35: one that knows of no chat fails with 500, one whose chat is away with 502.
        """
        if self._keeper.scope == NO_MESSAGES:
            return "the app password does not allow private messages: those written to the bot stay unread"
        try:
            await self._keeper.query("chat.bsky.convo.getLog", chat=True)
        except Refused:
            return NO_CHAT
        except NotSent as fault:
            return NO_CHAT if isinstance(fault.__cause__, Broken) else ""
        return ""

    async def news(self, cursor: str) -> tuple[list[Said], str]:
        """Messages of others since `cursor`, oldest first, and the new cursor. NotSent, Refused (no chat), Stopped."""
        found: list[Said] = []
        for _ in range(LOG_PAGES):
            told = await self._keeper.query("chat.bsky.convo.getLog", after(cursor), chat=True)
            logs = told.get("logs")
            found += self._said((entry.get("convoId"), entry.get("message")) for entry in _objects(logs))
            last, cursor = cursor, str(told.get("cursor") or cursor)
            if not logs or cursor == last:
                break
        return found, cursor

    async def latest(self) -> list[Said]:
        """The last message of each conversation, when it is not ours: what a log that was cut off may have lost."""
        told = await self._keeper.query("chat.bsky.convo.listConvos", {"limit": 100}, chat=True)
        found = self._said((convo.get("id"), convo.get("lastMessage")) for convo in _objects(told.get("convos")))
        return sorted(found, key=lambda said: said.at)

    async def gate(self, post: Post) -> Gate:
        """Whether the other side still takes messages from us."""
        try:
            convo = await self._convo(post.record)
        except Refused:
            return Gate.CLOSED
        for member in _objects(convo.get("members")):
            if keeps_away(member):
                return Gate.CLOSED
        return Gate.OPEN

    async def find(self, post: Post, taken: frozenset[str]) -> str | None:
        """The receipt of this message, when it stands in the conversation after the one it answers.

        By all its words, or by the mark of one whose words may have been other ones in a lost part of history.
        """
        convo = str((await self._convo(post.record)).get("id"))
        ours = str(post.record["message"]["text"])
        async for message in self._back(convo):
            if message.get("id") == post.record.get("after"):
                return None
            receipt = _receipt(convo, message)
            if _sender(message) == self._keeper.did and receipt not in taken and _is_this(message, post, ours):
                return receipt
        return None

    async def send(self, post: Post) -> str:
        """Send it, whatever was sent before, or forget our copy of one. The receipt."""
        if "gone" in post.record:
            return await self._forget(post.record)
        try:
            convo = await self._convo(post.record)
        except Unknown as fault:
            raise as_read(fault) from fault
        where = str(convo.get("id"))
        body = {"convoId": where, "message": post.record["message"]}
        told = await self._keeper.procedure("chat.bsky.convo.sendMessage", body, chat=True)
        if not told.get("id"):
            raise Unknown("the server did not say which message it is")
        return _receipt(where, told)

    async def _forget(self, record: Mapping[str, Any]) -> str:
        """Ours alone: the other side keeps theirs. One that is gone already is refused, which is as good."""
        body = {"convoId": str(record["convo"]), "messageId": str(record["gone"])}
        with suppress(Refused):
            await self._keeper.procedure("chat.bsky.convo.deleteMessageForSelf", body, chat=True)
        return _receipt(body["convoId"], {"id": body["messageId"]})

    async def _convo(self, record: Mapping[str, Any]) -> Json:
        """The conversation a record goes to; one with a new member begins here."""
        if "convo" in record:
            told = await self._keeper.query("chat.bsky.convo.getConvo", {"convoId": str(record["convo"])}, chat=True)
        else:
            members = [str(record["member"])]
            told = await self._keeper.query("chat.bsky.convo.getConvoForMembers", {"members": members}, chat=True)
        convo = told.get("convo")
        if not isinstance(convo, dict) or not convo.get("id"):
            raise NotSent("the server did not name the conversation", 5.0)
        return convo

    async def _back(self, convo: str) -> AsyncIterator[Json]:
        cursor = ""
        for _ in range(BACK_PAGES):
            wanted = {"convoId": convo, "limit": 100, **after(cursor)}
            told = await self._keeper.query("chat.bsky.convo.getMessages", wanted, chat=True)
            for message in _objects(told.get("messages")):
                yield message
            cursor = str(told.get("cursor") or "")
            if not cursor:
                return

    def _said(self, entries: Any) -> list[Said]:
        found = []
        for convo, message in entries:
            if not isinstance(message, dict):
                continue
            text, at, did = message.get("text"), moment(message.get("sentAt")), _sender(message)
            if isinstance(text, str) and at is not None and did and did != self._keeper.did:
                found.append(Said(str(convo), str(message.get("id")), did, text, at))
        return found


def encounter(said: Said, us: Us) -> Encounter:
    """The Encounter a private message makes; who wrote it is filled in by whoever looked them up."""
    return Encounter(
        network=us.network,
        kind=Kind.MESSAGE,
        uri=f"chat:{said.convo}/{said.id}",
        account=Account(Platform.BLUESKY, said.did),
        at=said.at,
        text=clean(said.text).strip(),
        visibility=Visibility.DIRECT,
        thread=f"chat:{said.convo}",
        addressed=True,
        reply={"convo": said.convo, "after": said.id},
    )


def _is_this(message: Mapping[str, Any], post: Post, ours: str) -> bool:
    mark = str(post.record.get("mark") or "")
    return message.get("text") == ours or bool(mark and mark in str(message.get("text")))


def _receipt(convo: str, message: Mapping[str, Any]) -> str:
    return f"chat:{convo}/{message.get('id')}"


def _sender(message: Mapping[str, Any]) -> str:
    sender = message.get("sender")
    return str(sender.get("did", "")) if isinstance(sender, dict) else ""


def _objects(value: object) -> list[Json]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
