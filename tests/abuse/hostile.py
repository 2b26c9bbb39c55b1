"""Posts, names and settings as nobody decent would write them, and what may never be found in an answer to them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

import regex

from bot.actions.receive import Desk, _draft
from bot.domain.accounts import Account, Platform
from bot.domain.answers.asking import WORDS as QUESTIONS
from bot.domain.consent import consent_of
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.matching import Match, Matches, Reason
from bot.domain.people import Claim, Link, Person
from bot.domain.registry import PURPOSES
from bot.domain.replies import Facts, Policy, ReplyTo, Say, decide
from bot.domain.requests import understand
from bot.domain.text import looks_like_host
from bot.domain.wording import render, with_question
from bot.locales import AVAILABLE, Catalogues
from bot.networks.bluesky import Bluesky
from bot.networks.bluesky.settings import Settings as BlueskySettings
from bot.networks.mastodon import Mastodon
from bot.networks.mastodon.settings import Settings as MastodonSettings
from tests.storage.builders import FixedClock

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
PHRASES = Path(__file__).parents[1] / "domain" / "phrases"

# reliability.md, C1. The first three words are canaries: whatever is said, they are not.
CANARY, VICTIM, BAIT = "kanarienvogelwort", "opferkonto", "koedername"
ATOMS = (
    "\u200d", "\u200b", "\u200c", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u180e", "\u061c",
    "\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f",
    "\U000e0041\U000e0042\U000e007f", "\ud800", "\udfff", "a" + "\u0301" * 500, "\x00", "\r\n", "\x1b[31m", "\x85",
    "\u2028", "\uf8ff", "\U000f0000", "\ufffe", "👩‍👩‍👧‍👦🏳️‍🌈", "\ufdfa" * 20, "{ $campaign } %s {0} <b>&lt;",
)  # fmt: skip
CALLS = (
    f"@{VICTIM}.bsky.social", f"@{VICTIM}@m.example", f"mention @{VICTIM}.bsky.social", f"＠{VICTIM}",
    f"﹫{VICTIM}.example",
    f"https://bsky.app/profile/{VICTIM}.bsky.social", f"https://m.example/@{VICTIM}", f"link @{VICTIM}.bsky.social",
    f"dis bonjour à @{VICTIM}@m.example", f"who does @{VICTIM} follow?", f"forget @{VICTIM}", f"#{VICTIM}",
    f"x.com/{VICTIM}",
)  # fmt: skip
CAMPAIGNS = ("QuitteX", "Hello\u202eQuitteX", "A" * 40, "Quitte\u200bX & <b>", "👩‍👩‍👧‍👦" * 8, "٣٤ חזרה X")
OPERATORS = (
    "@admin@mastodon.example", "admin@example.org", "https://m.example/@admin", "\u202e@admin@m.example",
    "@a.bsky.social",
    "x" * 200, "@one@a.example @two@b.example",
)  # fmt: skip
UNSEEN = regex.compile(r"[[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]--[\n\u200c\u200d]]", regex.V1)
CALLED = regex.compile(r"(?<![\w=/.])[@＠﹫]\w")


@cache
def phrases() -> tuple[str, ...]:
    """Everything the corpus holds, in every language."""
    lines = [line for file in sorted(PHRASES.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    return tuple(str(json.loads(line)["text"]) for line in lines if line)


@cache
def networks() -> dict[Platform, Any]:
    """The real adapters: what they compose is what would be sent."""
    clock, nowhere = FixedClock(), Path("/nonexistent/session")
    sky = Bluesky("sky", BlueskySettings("https://pds.example", "bot.example", "-"), session_file=nowhere, clock=clock)
    tusk = Mastodon("tusk", MastodonSettings("https://home.example", "-"), clock=clock)
    return {Platform.BLUESKY: sky, Platform.MASTODON: tusk}


@cache
def catalogue() -> Catalogues:
    return Catalogues(AVAILABLE)


@dataclass(frozen=True)
class Made:
    """One case: who says what, and what is known."""

    encounter: Encounter
    facts: Facts
    policy: Policy


def made(number: int) -> Made:
    """The case of this number, always the same."""
    random = Random(number)
    platform = random.choice((Platform.BLUESKY, Platform.MASTODON))
    policy = Policy(
        reply_to=random.choice(tuple(ReplyTo)), welcome=True, visibility=random.choice(tuple(Visibility)),
        languages=tuple(random.sample(AVAILABLE, random.randint(1, len(AVAILABLE)))), tags=frozenset({"quittex"}),
        operator=random.choice(OPERATORS), campaign=random.choice(CAMPAIGNS),
        guide=random.choice(("", "https://g.example/" + "a" * 90)),
        archive_guide=random.choice(("", "https://guides.example/archive")), private_messages=random.random() < 0.7,
    )  # fmt: skip
    return Made(_encounter(random, platform), _facts(random, platform), policy)


def _text(random: Random) -> str:
    words = [random.choice(phrases()) if random.random() < 0.9 else ""]
    words += random.sample(ATOMS, random.choice((0, 0, 1, 2, 6)))
    words += random.sample(CALLS, random.choice((0, 0, 1, 2)))
    words += [CANARY] if random.random() < 0.2 else []
    random.shuffle(words)
    return random.choice((" ", "\n", "")).join(words)


def _account(random: Random, platform: Platform, name: str) -> Account:
    bait = f"{BAIT} @{VICTIM}.bsky.social {random.choice(ATOMS)}"
    if platform is Platform.BLUESKY:
        handle = random.choice(
            (f"{name}.bsky.social", f"xn--{name}-9ta.example", f"{name}." + "a" * 60 + ".example", "handle.invalid")
        )
        return Account(platform, f"did:plc:{name}", handle, display_name=bait)
    host = random.choice(("m.example", "home.example", "xn--bcher-kva.example"))
    address = f"https://{host}/@{name}"
    return Account(platform, f"https://{host}/users/{name}", f"{name}@{host}", address, "7", host, display_name=bait)


def _encounter(random: Random, platform: Platform) -> Encounter:
    kind = random.choices(tuple(Kind), weights=(70, 10, 3, 14, 1, 2))[0]
    message = kind is Kind.MESSAGE
    visibility = Visibility.DIRECT if message else Visibility.PUBLIC
    if platform is Platform.MASTODON and not message:
        visibility = random.choice(tuple(Visibility))
    ref = {"uri": "at://did:plc:asker/app.bsky.feed.post/3kabcdefghijk", "cid": "bafy"}
    below: dict[str, Any] = (
        {"in_reply_to_id": "1", "account_id": "7"} if platform is Platform.MASTODON else {"root": ref, "parent": ref}
    )
    reply = {"convo": "c", "after": "m"} if message and platform is Platform.BLUESKY else below
    return Encounter(
        "net", kind, f"uri:{random.random()}", _account(random, platform, "asker"), NOW, text=_text(random),
        languages=tuple(random.sample(("fr", "en", "de", "xx", "\u202e"), random.randint(0, 2))), visibility=visibility,
        tags=frozenset({"quittex"} if random.random() < 0.3 else ()), thread="t", reply_to_us=random.random() < 0.2,
        addressed=random.random() < 0.9, others_mentioned=random.random() < 0.2, bio=f"{BAIT} x.com/{VICTIM}",
        reply=reply,
    )  # fmt: skip


def _facts(random: Random, platform: Platform) -> Facts:
    ranked = tuple(_match(random, number) for number in range(random.choice((0, 1, 3, 60))))
    total = len(ranked) + random.choice((0, 5, 1_000_000))
    matches = Matches(ranked, total, total, random.randint(0, total), min(total, 3))
    consent = consent_of({purpose: random.choice(tuple(values)) for purpose, values in PURPOSES.items()})
    links = (Link(_account(random, platform, "asker"), random.randint(1, 5), "registry", NOW),)
    person = Person(1, 123, "asker_on_x", random.choice(("fr", "en", "", "xx")), links, consent)
    claim = Claim(1, _account(random, platform, "asker"), "asker_on_x", "post", NOW)
    return Facts(
        person=person if random.random() < 0.6 else None, claim=claim if random.random() < 0.3 else None,
        silenced=random.random() < 0.05, arrived=random.random() < 0.5, matches=matches, new_matches=bool(total),
        question=random.choice(("", *QUESTIONS)), answer=random.choice((None, 3)),
        tallies={name: random.choice((0, 5, 12_345_678)) for name in ("people", "voices", "matches")},
    )  # fmt: skip


def _match(random: Random, number: int) -> Match:
    account = _account(random, random.choice((Platform.BLUESKY, Platform.MASTODON)), f"match{number}")
    return Match(number + 2, account, (account,), random.choice(tuple(Reason)), random.random() < 0.5, 3, NOW)


def answered(case: Made) -> tuple[Say, dict[str, Any]] | None:
    """What would be sent, as the network's own adapter composes it; None for silence."""
    encounter, policy = case.encounter, case.policy
    heard = understand(
        encounter.text, languages=policy.languages, mention=encounter.kind is not Kind.TAG, tags=policy.tags
    )
    say = decide(encounter, heard, case.facts, policy)[-1]
    if not isinstance(say, Say):
        return None
    network = networks()[encounter.account.platform]
    desk = Desk(network, policy, catalogue(), 1, timedelta(hours=72))
    limits = network.limits_for(encounter.account.handle)
    wording = with_question(say.wording, QUESTIONS.get(say.asks, ()), catalogue(), say.language, limits)
    draft = _draft(encounter, say, render(wording, catalogue(), say.language, limits), desk, NOW)
    return say, dict(network.compose(draft))


def faults_of(case: Made, record: dict[str, Any]) -> list[str]:
    """Everything that is wrong with an answer."""
    asker = case.encounter.account
    if asker.platform is Platform.MASTODON:
        words, faults = _mastodon(case, record)
    else:
        words, faults = _bluesky(case, record)
    found = [name for name in (CANARY, VICTIM, BAIT) if name in json.dumps(record, ensure_ascii=False).lower()]
    if UNSEEN.search(words):
        found.append("an unseen character")
    if CALLED.search(words):
        found.append("somebody is called")
    if not words.strip():
        found.append("nothing is said")
    return faults + found


def _mastodon(case: Made, record: dict[str, Any]) -> tuple[str, list[str]]:
    asker, faults = case.encounter.account, []
    acct = asker.handle.removesuffix("@home.example")
    head = f"@{acct} "
    if not record["status"].startswith(head):
        faults.append("the asker is not the one it is for")
    words = record["status"].removeprefix(head)
    shortened = regex.sub(r"https?://\S+", "x" * 23, record["status"])
    if len(regex.findall(r"\X", shortened)) > 500:
        faults.append("too long")
    width = list(Visibility).index(Visibility(record["visibility"]))
    if case.encounter.kind is not Kind.FOLLOW and width < case.encounter.visibility.width:
        faults.append("more public than the question")
    return words, faults


def _bluesky(case: Made, record: dict[str, Any]) -> tuple[str, list[str]]:
    faults, chat = [], "message" in record
    body = record["message"] if chat else record["record"]
    words = str(body["text"])
    if len(regex.findall(r"\X", words)) > 300 or len(words.encode()) > 3000:
        faults.append("too long")
    if case.encounter.private and not chat:
        faults.append("more public than the question")
    for facet in body.get("facets", ()):
        faults += _facet(words.encode(), facet)
    return words, faults


def _facet(words: bytes, facet: dict[str, Any]) -> list[str]:
    start, end = facet["index"]["byteStart"], facet["index"]["byteEnd"]
    (feature,) = facet["features"]
    faults = [] if 0 <= start < end <= len(words) else ["a facet is out of bounds"]
    try:
        shown = words[start:end].decode()
    except UnicodeDecodeError:
        return [*faults, "a facet cuts a character"]
    if feature["$type"].endswith("#mention"):
        faults.append("somebody is called")
    if (
        feature["$type"].endswith("#link")
        and looks_like_host(shown)
        and shown not in (urlsplit(feature["uri"]).hostname or "")
    ):
        faults.append("words like a host lead to another")
    return faults


def without(case: Made) -> Made:
    """The same without a word: what is said then depends on nobody's text."""
    return replace(case, encounter=replace(case.encounter, text=""))
