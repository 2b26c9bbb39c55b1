"""Words become a status: their form, the sending, and the check of whom they reached."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from mastodon import Mastodon as Sdk

from bot.domain.accounts import Platform, normalise_handle
from bot.domain.outbox import Draft, Post
from bot.domain.text import Link, Part, Tag, clean, plain
from bot.errors import BotError, InputError, NotSent, Refused, Unknown
from bot.networks.mastodon.errors import Missing
from bot.networks.mastodon.lookup import Lookup
from bot.networks.mastodon.session import Json, Session

log = logging.getLogger(__name__)

MEDIA_WAITS: Final = (0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 5.0, 5.0)
"""Seconds between two questions whether a picture is ready; servers answer 202 and go on working."""

DELETE_TRIES: Final = 3
DELETE_PAUSE: Final = 1.0  # seconds, and twice as many after the second try

_AT: Final = re.compile(r"(?<![A-Za-z0-9_])@|@(?![A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
"""An @ that some server takes for a mention: any but that of user@host.tld (measured: `.@bob`, `twitter:@bob`)."""


def compose(draft: Draft, host: str) -> dict[str, Any]:
    """The frozen record of a Draft. It begins with its recipient, whom nothing else reaches, and names nobody else.

    A link is its address. `host` is the domain of our own server, whose people are named without it.
    """
    acct = str(draft.reply.get("acct") or "") or local_form(draft.recipient, host)
    words = "".join(_spelled(part) for part in draft.text)
    record: dict[str, Any] = {
        "status": f"@{acct} {words}" if acct else words,
        "visibility": str(draft.visibility),
        "language": draft.language,
        "sensitive": False,
        "recipients": [acct] if acct else [],
        "mark": draft.mark,
    }
    for name in ("in_reply_to_id", "account_id", "met"):
        if draft.reply.get(name):
            record[name] = str(draft.reply[name])
    if draft.image is not None:
        record["alt"] = draft.alt
    return record


def local_form(handle: str, host: str) -> str:
    """A handle as our server writes it: without the host when it is its own."""
    user, _, place = handle.partition("@")
    return user if place == host else handle


def name_nobody(words: str) -> str:
    """The words without any @ that could be taken for a mention; never longer than before.

    >>> name_nobody("ask @admin@mastodon.example or alice@piaille.fr (@bob)")
    'ask admin@mastodon.example or alice@piaille.fr (bob)'
    """
    while (changed := _AT.sub("", words)) != words:
        words = changed
    return words


def _spelled(part: Part) -> str:
    if isinstance(part, Link):
        return part.url
    if isinstance(part, Tag):
        return f"#{name_nobody(part.name)}"
    return name_nobody(clean(plain((part,))))  # whom it is for is named by what addresses it


class Sender:
    """Sends the Posts of one account."""

    def __init__(self, session: Session, lookup: Lookup) -> None:
        self._session = session
        self._lookup = lookup

    async def prepare(self, post: Post) -> Mapping[str, Any]:
        """Upload the picture, once; its id is a one-use ticket. A lost answer costs an upload that nobody sees."""
        if post.image is None or post.ticket:
            return post.ticket
        image, alt = post.image, str(post.record.get("alt") or "")
        try:
            media = await self._session.call(
                lambda sdk: sdk.media_post(image, mime_type="image/png", description=alt, file_name="chart.png")
            )
        except Unknown as fault:
            raise NotSent(str(fault), 30.0) from fault
        ticket = {"media_id": str(media["id"])}
        await self._until_ready(ticket["media_id"])
        return ticket

    async def _until_ready(self, media_id: str) -> None:
        for wait in MEDIA_WAITS:
            told = await self._session.get(f"/api/v1/media/{media_id}")
            if isinstance(told, dict) and told.get("url"):
                return
            await asyncio.sleep(wait)
        log.info("the server is slow with a picture")

    async def send(self, post: Post) -> str:
        """See ports.Network.send. Refused after a deletion when the server would have shown it to anybody else."""
        now = self._session.clock.now()
        if (wait := self._session.posts.wait(1, now)) > 0:
            raise NotSent("our own budget of statuses is spent", wait)
        self._session.posts.spend(1, now)
        try:
            status = await self._session.call(lambda sdk: _post(sdk, post))
        except Refused:
            receipt = await self._already_there(post)
            if receipt is None:
                raise
            return receipt
        receipt = str(status.get("id") or "")
        if not receipt:
            raise Unknown("the server did not say where the status is")
        if self._surplus(post, status):
            done = "was deleted at once" if await self._deleted(receipt) else "could not be deleted: do it by hand"
            raise Refused(f"surplus recipient: the status {done}")
        return receipt

    async def delete(self, status_id: str) -> str:
        """Delete a status of ours, its pictures with it; one that is not there is deleted. As `send`.

        Deletions have a budget of their own, smaller than that of statuses: those that must wait hold up nobody.
        """
        now, deletions = self._session.clock.now(), self._session.deletions
        if (wait := deletions.wait(1, now)) > 0:
            raise NotSent("our own budget of deletions is spent", wait)
        deletions.spend(1, now)
        with suppress(Missing):
            await self._session.call(lambda sdk: sdk.status_delete(status_id, delete_media=True), deletions)
        return status_id

    async def _already_there(self, post: Post) -> str | None:
        """A picture that is attached already is refused: then the Post may be out there (measured: 400 or 422)."""
        if not post.ticket:
            return None
        try:
            return await self._lookup.find(post, frozenset())
        except BotError as fault:
            raise Unknown(f"refused, and it cannot be seen whether it is there: {fault}") from fault

    def _surplus(self, post: Post, status: Json) -> bool:
        """Whether the status reaches somebody it was not written to."""
        host = self._lookup.us.host
        expected = {_folded(str(acct), host) for acct in post.record.get("recipients", ())}
        account_id = str(post.record.get("account_id") or "")
        return any(
            str(mention.get("id")) != account_id and _folded(str(mention.get("acct")), host) not in expected
            for mention in status.get("mentions") or ()
        )

    async def _deleted(self, status_id: str) -> bool:
        for turn in range(DELETE_TRIES):
            await asyncio.sleep(DELETE_PAUSE * turn)
            try:
                await self._session.call(lambda sdk: sdk.status_delete(status_id))
            except BotError as fault:
                log.error("a status with a surplus recipient could not be deleted: %s", fault)
            else:
                return True
        return False


def _post(sdk: Sdk, post: Post) -> Json:
    record = post.record
    media = [post.ticket["media_id"]] if post.ticket.get("media_id") else None
    status: Json = sdk.status_post(
        record["status"],
        in_reply_to_id=record.get("in_reply_to_id"),
        media_ids=media,
        sensitive=record["sensitive"],
        visibility=record["visibility"],
        language=record["language"],
        idempotency_key=post.key,
    )
    return status


def _folded(acct: str, host: str) -> str:
    try:
        return normalise_handle(Platform.MASTODON, acct, host)
    except InputError:
        return acct.lower()
