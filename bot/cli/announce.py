"""quittex announce"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import command, config_option, json_option, show

if TYPE_CHECKING:
    from datetime import datetime

    from bot.actions.announce import Press
    from bot.config.settings import Settings
    from bot.domain.announcements import Announcement, Bulletin, Counters
    from bot.ports import Network, Transaction


@click.command()
@config_option
@json_option
@click.argument("name", metavar="ID|KIND")
@click.option("--dry-run", is_flag=True, help="Show the words, post nothing; no login and no database are needed.")
@click.option(
    "--image", type=click.Path(path_type=Path, dir_okay=False, writable=True), help="Write the chart to this PNG file."
)
@command
def announce(config: Path, as_json: bool, name: str, dry_run: bool, image: Path | None) -> None:
    """Post an announcement now; the running bot sends it. Its slot is this minute, so twice in a minute is once.

    ID is one of [[announcements]]; KIND (counters) stands for the first of that kind, or for all networks when none
    is configured.
    """
    from datetime import UTC, datetime
    from zoneinfo import ZoneInfo

    from bot.config import load
    from bot.domain.announcements import slot_of
    from bot.locales import Catalogues
    from bot.loops.schedule import press_of

    settings = load(config)
    now = datetime.now(UTC)
    local = now.astimezone(ZoneInfo(settings.campaign.timezone))
    press = press_of(settings, Catalogues(tuple(settings.campaign.languages)))
    slot = Slot(_chosen(settings, name), slot_of(local), press, now)
    bulletin = _bulletin(_counters(settings, local), slot)
    if image:
        _write_image(image, bulletin)
    networks = [_speechless(settings, name) for name in slot.announcement.networks]
    document = {
        "announcement": slot.announcement.id,
        "kind": slot.announcement.kind,
        "slot": slot.slot,
        "dry_run": dry_run,
        "alt": bulletin.alt,
        "image": str(image) if image else None,
        "posts": [
            _shown(slot, bulletin, network) | ({} if dry_run else _owe(settings, slot, bulletin, network))
            for network in networks
        ],
    }
    show(document, as_json, lambda: _lines(document))


@dataclass(frozen=True, slots=True)
class Slot:
    """What is announced now."""

    announcement: Announcement
    slot: str
    press: Press
    now: datetime


def _chosen(settings: Settings, name: str) -> Announcement:
    from bot.domain.announcements import COUNTERS, Announcement
    from bot.errors import InputError
    from bot.loops.schedule import announcements_of

    configured = announcements_of(settings)
    for announcement in configured:
        if announcement.id == name:
            return announcement
    for announcement in configured:
        if announcement.kind == name:
            return announcement
    if name == COUNTERS:
        return Announcement(name, COUNTERS, tuple(settings.networks))
    known = ", ".join([*(announcement.id for announcement in configured), COUNTERS])
    raise InputError(f"there is no announcement {name}; known here: {known}")


def _counters(settings: Settings, local: datetime) -> Counters:
    from bot.actions.announce import read_counters
    from bot.domain.announcements import Counters
    from bot.storage import snapshot

    if not settings.database.exists():
        return Counters(local, {}, {})
    with snapshot(settings.database) as view:
        return read_counters(view, local)


def _bulletin(counters: Counters, slot: Slot) -> Bulletin:
    from bot.actions.announce import write_bulletin
    from bot.charts.render import png_of

    bulletin = write_bulletin(counters, slot.slot, slot.press)
    return replace(bulletin, image=png_of(bulletin.chart, slot.press.speech))


def _write_image(image: Path, bulletin: Bulletin) -> None:
    from bot.errors import InputError

    try:
        image.write_bytes(bulletin.image or b"")
    except OSError as fault:
        raise InputError(f"cannot write {image}: {fault.strerror}") from None


def _shown(slot: Slot, bulletin: Bulletin, network: Network) -> dict[str, Any]:
    from bot.actions.announce import draft_of
    from bot.domain.text import plain

    draft = draft_of(slot.announcement, slot.slot, bulletin, network, slot.press, slot.now)
    return {
        "network": network.name,
        "key": draft.key,
        "text": plain(draft.text),
        "id": None,
        "state": "dry run",
        "reason": None,
    }


def _owe(settings: Settings, slot: Slot, bulletin: Bulletin, network: Network) -> dict[str, Any]:
    """Put it into the outbox, once; what became of it."""
    from bot.actions.announce import announce as owe
    from bot.cli.database import write_with

    rehearsal = settings.networks[network.name].mode == "rehearsal"

    def work(tx: Transaction) -> dict[str, Any]:
        number = owe(tx, slot.announcement, slot.slot, bulletin, network, slot.press, slot.now, rehearsal=rehearsal)
        post = tx.outbox.get(number) if number is not None else None
        if post is None:
            return {"state": "announced before", "reason": "this minute was announced already"}
        return {"id": post.id, "state": str(post.state), "reason": post.reason}

    return write_with(settings, work)


def _speechless(settings: Settings, name: str) -> Network:
    """A network that can compose but not log in: the secrets belong to the running bot, not to this shell."""
    from bot.app import WallClock, network_of
    from bot.config.secret import Secret

    chosen = settings.networks[name]
    field = "password" if chosen.kind == "bluesky" else "token"
    stub = chosen.model_copy(update={field: Secret("none")})
    return network_of(settings.model_copy(update={"networks": {name: stub}}), name, WallClock())


def _lines(document: dict[str, Any]) -> Iterator[str]:
    for post in document["posts"]:
        number = f" post {post['id']}," if post["id"] else ""
        reason = f" ({post['reason']})" if post["reason"] else ""
        yield f"{post['network']}:{number} {post['state']}{reason}"
        yield from (f"  {line}" for line in post["text"].splitlines())
    yield f"alt: {document['alt']}"
    if document["image"]:
        yield f"image: {document['image']}"
