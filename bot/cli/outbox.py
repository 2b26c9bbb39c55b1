"""quittex outbox list | show | retry | withdraw"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from bot.cli.common import NUMBER, command, config_option, json_option, say, show

STATES = ["ready", "sending", "sent", "refused", "unknown", "held", "withdrawn"]


@click.group()
def outbox() -> None:
    """The posts the bot owes."""


@outbox.command("list")
@config_option
@json_option
@click.option("--network", help="Only this network.")
@click.option("--state", type=click.Choice(STATES), help="Only this state.")
@click.option("--rehearsal", is_flag=True, help="Only what a rehearsal would have sent.")
@click.option("--limit", type=NUMBER, default=100, show_default=True, help="Newest first.")
@command
def list_posts(
    config: Path, as_json: bool, network: str | None, state: str | None, rehearsal: bool, limit: int
) -> None:
    """Posts, newest first."""
    from bot.cli.database import reading
    from bot.domain.outbox import State

    wanted = State.HELD if rehearsal else State(state) if state else None
    with reading(config) as snapshot:
        rows = [row_document(row) for row in snapshot.outbox.rows(network=network, state=wanted, limit=limit)]
        if rehearsal:
            rows = [row for row in rows if row["reason"] == "rehearsal"]
        said = {row["id"]: _words(snapshot.outbox.get(row["id"])) for row in rows} if rehearsal else {}
    show(rows, as_json, lambda: _table(rows, said))


@outbox.command("show")
@config_option
@json_option
@click.argument("post_id", metavar="ID", type=NUMBER)
@command
def show_post(config: Path, as_json: bool, post_id: int) -> None:
    """One post, whole: its words are in `record`."""
    from bot.cli.database import reading

    with reading(config) as snapshot:
        post = _found(snapshot.outbox.get(post_id), post_id)
    document = row_document(post) | {
        "priority": post.priority.name.lower(),
        "record": dict(post.record),
        "attempts": post.attempts,
        "not_before": _moment(post.not_before),
        "image": len(post.image) if post.image else None,
    }
    show(document, as_json, lambda: _whole(document, _words(post)))


@outbox.command()
@config_option
@json_option
@click.argument("post_id", metavar="ID", type=NUMBER)
@command
def retry(config: Path, as_json: bool, post_id: int) -> None:
    """Send a refused, held or withdrawn post after all; one that was ever tried is looked for first."""
    _move(config, as_json, post_id, lambda tx, now: tx.outbox.retry(post_id, now))


@outbox.command()
@config_option
@json_option
@click.argument("post_id", metavar="ID", type=NUMBER)
@command
def withdraw(config: Path, as_json: bool, post_id: int) -> None:
    """Never send this post."""
    _move(config, as_json, post_id, lambda tx, now: tx.outbox.withdraw(post_id, now))


def row_document(row: Any) -> dict[str, Any]:
    """An outbox row as the interface promises it."""
    return {
        "id": row.id,
        "key": row.key,
        "network": row.network,
        "kind": row.kind,
        "state": str(row.state),
        "trigger": row.trigger,
        "created_at": _moment(row.created_at),
        "sent_at": _moment(row.sent_at),
        "receipt": row.receipt,
        "reason": row.reason,
    }


def _move(config: Path, as_json: bool, post_id: int, move: Callable[[Any, Any], bool]) -> None:
    from datetime import UTC, datetime

    from bot.cli.database import write
    from bot.errors import BotError

    def work(tx: Any) -> tuple[bool, Any]:
        _found(tx.outbox.get(post_id), post_id)
        return move(tx, datetime.now(UTC)), tx.outbox.get(post_id)

    moved, post = write(config, work)
    if not moved:
        raise BotError(f"post {post_id} is {post.state}: that cannot be done with it")
    document = row_document(post)
    show(document, as_json, lambda: [f"post {post_id} is {post.state} now"])


def _found(post: Any, post_id: int) -> Any:
    from bot.errors import InputError

    if post is None:
        raise InputError(f"there is no post {post_id}; see `quittex outbox list`")
    return post


def _whole(document: dict[str, Any], words: str) -> Iterator[str]:
    """What is known, a line each, and the words as people will read them."""
    import json

    for key, value in document.items():
        if key == "record":
            yield from (f"words: {line}" for line in words.splitlines())
            value = json.dumps(value, ensure_ascii=False)
        if value is not None:
            yield f"{key}: {value}"


def _words(post: Any) -> str:
    """The words of a record, wherever its network keeps them."""
    record = post.record if post else {}
    inner = record.get("record") or record.get("message") or {}
    return str(record.get("status") or record.get("text") or inner.get("text") or "")


def _table(rows: list[dict[str, Any]], said: dict[int, str]) -> Iterator[str]:
    """A line each; with what would have been said below it, if asked for."""
    if not rows:
        say("nothing here")
    for row in rows:
        reason = f"  ({row['reason']})" if row["reason"] else ""
        yield f"{row['id']:>6}  {row['created_at'][:16]}  {row['network']:<12} {row['kind']:<12} {row['state']}{reason}"
        yield from (f"        {line}" for line in said.get(row["id"], "").splitlines())


def _moment(value: Any) -> str | None:
    return value.isoformat() if value else None
