"""Cases to answer, and the words of the answers."""

from datetime import UTC, datetime

from bot.domain import text
from bot.domain.accounts import Account, Platform
from bot.domain.answers import ANSWERS, Case
from bot.domain.effects import Effect, Facts, Policy, Say
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.matching import Match, Matches, Reason
from bot.domain.people import Person
from bot.domain.requests import Request, Understood
from bot.domain.text import Limits
from bot.domain.wording import render
from bot.locales import Catalogues

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ALICE = Account(Platform.BLUESKY, "did:plc:alice", "alice.bsky.social")
BOB = Account(Platform.MASTODON, "https://piaille.fr/users/bob", "bob@piaille.fr", url="https://piaille.fr/@bob")
POLICY = Policy(tags=frozenset({"quittex"}), operator="@admin@mastodon.example", campaign="QuitteX")
BLUESKY, MASTODON = Limits(graphemes=300, utf8_bytes=3000), Limits(graphemes=500, url_length=23)
WORDS = Catalogues()
MUTUAL, FOLLOWED, FOLLOWER = Reason.MUTUAL, Reason.FOLLOWED, Reason.FOLLOWER


def account(name: str, platform: Platform = Platform.BLUESKY) -> Account:
    if platform is Platform.BLUESKY:
        return Account(platform, f"did:plc:{name}", f"{name}.bsky.social")
    return Account(platform, f"https://piaille.fr/users/{name}", f"{name}@piaille.fr")


def matches(*people: tuple[str, Reason, bool], platform: Platform = Platform.BLUESKY) -> Matches:
    ranked = tuple(
        Match(number, account(name, platform), (account(name, platform),), reason, named, 4, NOW)
        for number, (name, reason, named) in enumerate(people)
    )
    count = {reason: sum(match.reason is reason for match in ranked) for reason in Reason}
    return Matches(
        ranked,
        total=len(ranked),
        followed=count[Reason.MUTUAL] + count[Reason.FOLLOWED],
        followers=count[Reason.MUTUAL] + count[Reason.FOLLOWER],
        mutual=count[Reason.MUTUAL],
    )


def case(
    request: Request = Request.FIND,
    *,
    found: Matches | None = None,
    facts: Facts | None = None,
    policy: Policy = POLICY,
    author: Account = ALICE,
    visibility: Visibility = Visibility.PUBLIC,
    languages: tuple[str, ...] = (),
    spoken: str = "",
    handle: str = "",
) -> Case:
    known = facts or Facts(person=Person(1, 123, "alice"), matches=found or Matches())
    met = Encounter("net", Kind.MENTION, "uri", author, NOW, languages=languages, visibility=visibility, addressed=True)
    return Case(met, Understood(request, handle, spoken), known, policy)


def say(effects: list[Effect]) -> Say:
    last = effects[-1]
    assert isinstance(last, Say)
    return last


def words(asked: Case, language: str = "en", limits: Limits = BLUESKY) -> str:
    rendered = render(say(ANSWERS[asked.understood.request](asked)).wording, WORDS, language, limits)
    assert text.fits(rendered, limits)
    return text.plain(rendered) if limits.url_length is None else text.spelled(rendered)


FEW = matches(("zoe", MUTUAL, False), ("lemonde", MUTUAL, True), ("yan", FOLLOWED, False), ("xia", FOLLOWER, True))
