"""quittex check"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.cli.common import command, config_option, json_option, say, show

if TYPE_CHECKING:
    from bot.config.settings import Settings
    from bot.ports import Identity, Network

ADVICE = "run `quittex check --fix` to set it"


@click.command()
@config_option
@json_option
@click.option("--offline", is_flag=True, help="Only what needs no network; absent secrets are warnings.")
@click.option("--fix", is_flag=True, help="Label the accounts as bots and open them to private mentions.")
@command
def check(config: Path, as_json: bool, offline: bool, fix: bool) -> None:
    """Validate every key, log in, show rights, limits and the next five firings of every schedule.

    Exit 2: a bad key or a refused login. Exit 1: a server that cannot be reached.
    """
    import sys

    from bot.cli.configuration import load_whole
    from bot.config.loading import absent_secrets

    settings, warnings = load_whole(config, secrets=not offline)
    absent = absent_secrets(settings)
    document: dict[str, Any] = {
        "config": str(config),
        "warnings": [*warnings, *absent],
        "schedules": _schedules(settings),
        "courtesy": {name: _courtesy(settings, name) for name in settings.networks},
        "networks": {} if offline else asyncio.run(_visit_all(settings, fix)),
    }
    for line in document["warnings"]:
        say(f"warning: {line}")
    show(document, as_json, lambda: _lines(document))
    sys.exit(max([network["exit"] for network in document["networks"].values()], default=0))


def _schedules(settings: Settings) -> dict[str, list[str]]:
    from datetime import UTC, datetime

    from bot.loops.schedule import next_firings

    now, zone = datetime.now(UTC), settings.campaign.timezone
    return {
        announcement.id: [moment.isoformat() for moment in next_firings(announcement.cron, zone, now)]
        for announcement in settings.announcements
    }


async def _visit_all(settings: Settings, fix: bool) -> dict[str, Any]:
    from tempfile import TemporaryDirectory

    from bot.app import WallClock, network_of

    # A session kept from an earlier login would hide that the password is wrong by now.
    with TemporaryDirectory() as folder:
        networks = {name: network_of(settings, name, WallClock(), Path(folder)) for name in settings.networks}
        return {name: await _visit(network, settings, fix) for name, network in networks.items()}


async def _visit(network: Network, settings: Settings, fix: bool) -> dict[str, Any]:
    """Log in and look around; a refusal is exit 2, an unreachable server exit 1."""
    from bot.errors import BotError, Refused, Stopped

    try:
        identity = await network.open()
        if fix:
            await network.label_as_bot()
            identity = await network.open()
        return {"exit": 0, **_described(network, identity, settings)}
    except (Stopped, Refused) as fault:
        return {"exit": 2, "problem": f"login refused: {fault}"}
    except BotError as fault:
        return {"exit": 1, "problem": f"cannot be reached: {fault}"}
    finally:
        await network.close()


def _described(network: Network, identity: Identity, settings: Settings) -> dict[str, Any]:
    limits = network.limits_for("")
    return {
        "account": identity.account.handle,
        "labelled_bot": identity.labelled_bot,
        "rights": list(identity.rights),
        "limits": {
            "graphemes": limits.graphemes,
            "bytes": limits.utf8_bytes,
            "url_length": limits.url_length,
            "images": limits.images,
        },
        "budgets": network.budgets(),
        "budget_share": settings.limits.budget_share,
        "notes": list(identity.notes),
    }


def _courtesy(settings: Settings, name: str) -> dict[str, Any]:
    chosen = settings.networks[name].courtesy
    return {"hours": chosen.hours and str(chosen.hours), "deny": list(chosen.deny), "per_day": chosen.per_day}


def _polite(courtesy: dict[str, Any]) -> str:
    """What is set, in words; "" when nothing is."""
    parts = [
        f"speaks {courtesy['hours']}" if courtesy["hours"] else "",
        f"leaves {', '.join(courtesy['deny'])} alone" if courtesy["deny"] else "",
        f"{courtesy['per_day']} posts a day at most" if courtesy["per_day"] else "",
    ]
    return "; ".join(part for part in parts if part)


def _lines(document: dict[str, Any]) -> Iterator[str]:
    yield f"{document['config']}: every key is right"
    for name, network in document["networks"].items():
        if "problem" in network:
            yield f"{name}: {network['problem']}"
            continue
        yield f"{name}: logged in as {network['account']}"
        yield f"  labelled as a bot: {'yes' if network['labelled_bot'] else f'no; {ADVICE}'}"
        yield f"  rights: {', '.join(network['rights']) or 'as the server gives them'}"
        yield f"  limits: {', '.join(f'{name} {value}' for name, value in network['limits'].items() if value)}"
        kept = f"kept at {network['budget_share']:.0%}" if network["budget_share"] else "not kept by us"
        yield f"  budgets, {kept}: {', '.join(network['budgets'])}"
        yield from (f"  note: {note}" for note in network["notes"])
    for name, courtesy in document["courtesy"].items():
        if polite := _polite(courtesy):
            yield f"{name}: courtesy: {polite}"
    for name, moments in document["schedules"].items():
        yield f"schedule {name}: next {', '.join(moments)}"
