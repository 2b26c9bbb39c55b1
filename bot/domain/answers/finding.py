"""find: who of somebody's X network is here."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import Final

from bot.domain.accounts import Account, Platform
from bot.domain.answers.asking import asking
from bot.domain.answers.case import Case
from bot.domain.answers.linking import proofs
from bot.domain.effects import Effect, Say
from bot.domain.matching import Match, Matches
from bot.domain.text import Link as Words
from bot.domain.text import Text, plain
from bot.domain.wording import Value, Wording

NAMED_IN_PUBLIC: Final = 5
"""product.md, Answering with matches: at most five people who chose to be named."""

LISTED: Final = 60
"""Matches to know for a private answer: more lines than any one post holds; the rest is told as a number."""


def find(case: Case) -> list[Effect]:
    """Matches to somebody with a Link; to anybody else, how to get one."""
    person, matches = case.facts.person, case.facts.matches
    if not person:
        return [case.say("find", case.unlinked, lines=proofs(case))]
    if not matches.total:
        return [asking(case, case.say("find", "find-none"))]
    wording = _listed(case) if case.in_private else _summed_up(case)
    return [asking(case, Say("find", wording, case.visibility, case.language, told=True))]


def _listed(case: Case) -> Wording:
    """The private form: everybody the asker may see, best first."""
    return _headed(case.facts.matches, lines_for(case.facts.matches, case.platform), "find-more")


def lines_for(matches: Matches, platform: Platform) -> tuple[Wording, ...]:
    """A line for each Match that is listed and has a handle, for a reader on `platform`; for their eyes only."""
    return tuple(
        Wording(f"find-line-{match.reason}", {"who": who(match.account, platform)})
        for match in matches.ranked
        if match.account.handle
    )


def listed_in(text: Text, matches: Matches) -> tuple[Match, ...]:
    """Those of the Matches whose handle is in the words; one whose handle is part of another's may be among them."""
    said = plain(text)
    return tuple(match for match in matches.ranked if match.account.handle and match.account.handle in said)


def _summed_up(case: Case) -> Wording:
    """The public form: numbers, and a few people who chose to be named."""
    matches = case.facts.matches
    most = 0 if case.discreet else NAMED_IN_PUBLIC
    named = islice((m for m in matches.ranked if m.named and m.account.handle), most)
    lines = tuple(Wording("find-public-line", {"who": who(match.account, case.platform)}) for match in named)
    if not case.policy.private_messages:
        return _headed(matches, lines, "find-public-rest" if lines else "")
    return _headed(matches, lines, "find-public-more" if lines else "find-public-list")


def _headed(matches: Matches, lines: tuple[Wording, ...], more: str) -> Wording:
    numbers: Mapping[str, Value] = {
        "followed": matches.followed,
        "followers": matches.followers,
        "mutual": matches.mutual,
        "reverse": matches.followers - matches.mutual,
    }
    message = "find-public" if matches.followed else "find-reverse"
    return Wording(message, numbers, lines, more, others=matches.total - len(lines))


def who(account: Account, platform: Platform) -> Text:
    """Somebody's handle, without the '@' that would call them; a link where, for readers on `platform`, it is a facet.

    Only the part before the first dot or '@' is the link: Bluesky labels words like a host that lead to another.
    """
    if platform is not Platform.BLUESKY:
        return (account.handle,)
    mark = "@" if account.platform is Platform.MASTODON else "."
    name, dot, host = account.handle.partition(mark)
    return (Words(name, _profile_url(account, name, host)), dot + host)


def _profile_url(account: Account, name: str, host: str) -> str:
    if account.platform is Platform.BLUESKY:
        return f"https://bsky.app/profile/{account.id or account.handle}"
    return account.url or f"https://{host}/@{name}"
