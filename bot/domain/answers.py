"""What each Request is answered: one function per Request, gathered in ANSWERS."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from bot.domain.accounts import Account, Platform
from bot.domain.announcements import LINES, SMALLEST_GROUP, publishable
from bot.domain.consent import Told
from bot.domain.effects import Choose, Effect, Fact, Facts, Link, Policy, Remember, Say
from bot.domain.encounters import Encounter, Visibility
from bot.domain.matching import Match, Matches
from bot.domain.requests import REQUESTS, Request, Understood
from bot.domain.text import Link as Words
from bot.domain.text import Text, address, contact_words, plain
from bot.domain.wording import Value, Wording

NAMED_IN_PUBLIC: Final = 5
"""product.md, Answering with matches: at most five people who chose to be named."""

HELPED_FIRST: Final = (Request.FIND, Request.LINK, Request.COUNT, Request.STOP)

LISTED: Final = 60
"""Matches to know for a private answer: more lines than any one post holds; the rest is told as a number."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a decision looks at."""

    encounter: Encounter
    understood: Understood
    facts: Facts
    policy: Policy

    @property
    def private(self) -> bool:
        """Only the author and we read the question."""
        return self.encounter.private

    @property
    def platform(self) -> Platform:
        """Of the author."""
        return self.encounter.account.platform

    @property
    def visibility(self) -> Visibility:
        """Of the answer: never wider than the question.

        A post for the author's followers is answered to the author alone: our followers are other people.
        """
        if self.private or self.encounter.visibility is Visibility.PRIVATE:
            return Visibility.DIRECT
        return self.encounter.visibility.narrowed_to(self.policy.visibility)

    @property
    def language(self) -> str:
        """Of the words understood, else the post's, else the person's, among the campaign's, else the first."""
        person = self.facts.person.language if self.facts.person else ""
        for language in (self.understood.language, *self.encounter.languages, person):
            known = language.partition("-")[0].lower()
            if known in self.policy.languages:
                return known
        return self.policy.languages[0]

    def campaign(self) -> dict[str, Value]:
        """Values that any message may use."""
        return {
            "campaign": self.policy.campaign,
            "operator": contact_words(self.policy.operator),
            "people": publishable(self.facts.tallies).get("people", 0),
        }

    def say(self, kind: str, message: str = "", *, counts: bool = True, lines: tuple[Wording, ...] = ()) -> Say:
        """Answer with one message (`kind` itself if none is given) that needs only the campaign's own values."""
        return Say(kind, Wording(message or kind, self.campaign(), lines), self.visibility, self.language, counts)


def find(case: Case) -> list[Effect]:
    """Matches to somebody with a Link; to anybody else, how to get one."""
    person, matches = case.facts.person, case.facts.matches
    if not person:
        return [case.say("find", "claim-waiting" if case.facts.claim else "not-linked", lines=_proofs(case))]
    if not matches.total:
        return [case.say("find", "find-none")]
    wording = _listed(case) if case.private else _summed_up(case)
    return [Say("find", wording, case.visibility, case.language, told=True)]


def _listed(case: Case) -> Wording:
    """The private form: everybody the asker may see, best first."""
    return _headed(case.facts.matches, lines_for(case.facts.matches, case.platform), "find-more")


def lines_for(matches: Matches, platform: Platform) -> tuple[Wording, ...]:
    """A line for each Match that is listed and has a handle, for a reader on `platform`; for their eyes only."""
    return tuple(
        Wording(f"find-line-{match.reason}", {"who": _who(match.account, platform)})
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
    named = islice((m for m in matches.ranked if m.named and m.account.handle), NAMED_IN_PUBLIC)
    lines = tuple(Wording("find-public-line", {"who": _who(match.account, case.platform)}) for match in named)
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


def _who(account: Account, platform: Platform) -> Text:
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


def claim(case: Case) -> list[Effect]:
    """A Claim is put down, and the operator has to confirm it; what is known already is not asked again."""
    facts, handle = case.facts, case.understood.x_handle
    if facts.person and facts.person.x_handle.casefold() == handle:
        return [case.say("link", "link-known")]
    if facts.claim and facts.claim.x_handle.casefold() == handle:
        return [case.say("link", "claim-waiting", lines=_proofs(case))]
    return [Link(handle), case.say("link", "claim", lines=_proofs(case))]


def _proofs(case: Case) -> tuple[Wording, ...]:
    """What proves who somebody was on X, and the guide to it, if there is one."""
    guide = case.policy.archive_guide
    return (Wording("archive-guide", case.campaign() | {"guide": address(guide)}),) if guide else ()


def stop(case: Case) -> list[Effect]:
    """Silence, acknowledged in one sentence that counts towards no limit."""
    return [Remember(Fact.SILENCE), case.say("stop", counts=False)]


def resume(case: Case) -> list[Effect]:
    """Silence is over."""
    return [Remember(Fact.SPEECH), case.say("resume")]


def private(case: Case) -> list[Effect]:
    """Never named in public again: in no answer, on no list."""
    return _named(case, "no")


def public(case: Case) -> list[Effect]:
    """They choose to be named in public."""
    return _named(case, "yes")


def _named(case: Case, value: str) -> list[Effect]:
    """Only a Person has something to choose; to anybody else, how to become one."""
    kind = case.understood.request.value
    if not case.facts.person:
        return [case.say(kind, "claim-waiting" if case.facts.claim else "not-linked")]
    return [Choose("named", value), case.say(kind)]


def tell_me(case: Case) -> list[Effect]:
    """They choose to be told of arrivals: as often as they say, else as before, else every week."""
    person = case.facts.person
    if not person:
        return [case.say("tell-me", "claim-waiting" if case.facts.claim else "not-linked")]
    present = person.consent.told
    often = case.understood.often or (Told.WEEKLY if present is Told.NEVER else present)
    where = often.value if case.policy.private_messages else "elsewhere"
    chosen: list[Effect] = [] if often is present else [Choose("told", often.value)]
    # Nobody gets a first message on Bluesky from somebody they neither follow nor have written to.
    opens = "tell-me-open" if where != "elsewhere" and case.platform is Platform.BLUESKY and not case.private else ""
    wording = Wording(f"tell-me-{where}", case.campaign(), foot=opens)
    return [*chosen, Say("tell-me", wording, case.visibility, case.language)]


def count(case: Case) -> list[Effect]:
    """The campaign's counters, without the small ones."""
    values = publishable(case.facts.tallies)
    lines = tuple(
        Wording(f"announcement-counters-{name.replace(':', '-')}", {"count": values[name]})
        for name in LINES
        if name in values
    )
    if not lines:
        early = Wording("announcement-counters-early", {"smallest": SMALLEST_GROUP})
        return [Say("count", early, case.visibility, case.language)]
    return [Say("count", Wording("count", case.campaign(), lines), case.visibility, case.language)]


def show_help(case: Case) -> list[Effect]:
    """Who runs us, what can be asked, and the guide; where not all of it fits, the last lines are left out."""
    helps = {entry.request: Wording(entry.help) for entry in REQUESTS if entry.help}
    guide = [Wording("help-guide", {"guide": address(case.policy.guide)})] if case.policy.guide else []
    first = [helps.pop(request) for request in HELPED_FIRST]
    lines = [*first, *guide, *helps.values()]
    return [Say("help", Wording("help", case.campaign(), tuple(lines)), case.visibility, case.language)]


def unclear(case: Case) -> list[Effect]:
    """The short help."""
    return [case.say("unclear")]


def later(case: Case) -> list[Effect]:
    """Understood, but not built yet: the operator can do it by hand."""
    return [case.say("later")]


def later_data(case: Case) -> list[Effect]:
    """A right of the person that the operator serves until we can."""
    return [case.say("later", "later-data")]


ANSWERS: Final[Mapping[Request, Callable[[Case], list[Effect]]]] = {
    Request.FIND: find,
    Request.LINK: claim,
    Request.STOP: stop,
    Request.RESUME: resume,
    Request.COUNT: count,
    Request.HELP: show_help,
    Request.UNCLEAR: unclear,
    Request.PROVE: later,
    Request.PRIVATE: private,
    Request.PUBLIC: public,
    Request.TELL_ME: tell_me,
    Request.WHY: later,
    Request.NOT_ME: later,
    Request.PLEDGE: later,
    Request.DELETE: later,
    Request.EXPORT: later_data,
    Request.FORGET: later_data,
}
"""Every Request but NOTHING."""

ALWAYS_OBEYED: Final = frozenset({Request.STOP, Request.FORGET, Request.DELETE})
"""Whatever the limits say."""
