"""quittex understand"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from click.core import ParameterSource

from bot.cli.common import command, config_option, json_option, show
from bot.domain.consent import Told
from bot.domain.requests import CAMPAIGN_TAGS, Request, Understood
from bot.domain.requests import understand as read_post
from bot.domain.text import fold_tag


@click.command()
@config_option
@json_option
@click.option("--no-mention", is_flag=True, help="The posts carry the campaign's tag and do not name the bot.")
@click.pass_context
@command
def understand(ctx: click.Context, config: Path, as_json: bool, no_mention: bool) -> None:
    """Read posts from stdin, one per line (a JSON string, or plain text), and print the request each one makes.

    A link is followed by the X handle it names, `prove` by the post that shows the code, `private` and `public` by
    what is chosen, `tell-me` by `never` where that is said, `forget` by `unsure` where we ask back, and `nothing` by
    `yes` or `no` where that is said. A handle that is a campaign's tag (@quittex.bsky.social) is the bot's own. No
    configuration is needed; the tags and languages of one that exists are used.
    """
    named = ctx.get_parameter_source("config") is not ParameterSource.DEFAULT
    tags, languages = _campaign(config) if named or config.exists() else (CAMPAIGN_TAGS, ())
    posts = (_without_us(post, tags) for post in _posts())
    found = (read_post(post, languages=languages, mention=not no_mention, tags=tags) for post in posts)
    if as_json:
        show([_document(one) for one in found], True, list)
        return
    for one in found:
        click.echo(" ".join([one.request, *_told(one).values()]))


def _campaign(config: Path) -> tuple[frozenset[str], tuple[str, ...]]:
    from bot.config import load

    campaign = load(config).campaign
    return frozenset(fold_tag(tag) for tag in campaign.tags), tuple(campaign.languages)


def _without_us(post: str, tags: frozenset[str]) -> str:
    """The post as a network gives it on: without the name by which it calls us."""
    ours = "|".join(re.escape(tag) for tag in sorted(tags))
    return re.sub(rf"(?<![\w@])@(?:{ours})(?:_?bot)?(?:[.@][\w.-]*\w)?(?!\w)", " ", post, flags=re.IGNORECASE).strip()


def _posts() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield _post(line.decode("utf-8", errors="replace").rstrip("\r\n"))


def _post(line: str) -> str:
    """The post in a line: a JSON string if it is one, so that a post of several lines fits; else the line itself."""
    if line.strip().startswith('"'):
        try:
            post = json.loads(line)
        except (ValueError, RecursionError):
            return line
        return post if isinstance(post, str) else line
    return line


def _told(one: Understood) -> dict[str, str]:
    """What goes with the request, where there is something."""
    told = {
        "x_handle": one.x_handle if one.request is Request.LINK else "",
        "x_post": one.x_post,
        "choice": "=".join(one.choice or ()),
        "often": "never" if one.often is Told.NEVER else "",
        "sure": "unsure" if one.unsure else "",
        "agrees": {True: "yes", False: "no", None: ""}[one.agrees],
    }
    return {name: word for name, word in told.items() if word}


def _document(one: Understood) -> dict[str, str | bool | None]:
    return {
        "request": one.request.value,
        "x_handle": one.x_handle if one.request is Request.LINK else None,
        "language": one.language or None,
        "bare": one.bare,
        **_told(one),
    }
