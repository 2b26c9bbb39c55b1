"""Every way out: whoever takes a consent back is shown, named, counted and told nowhere, whatever was composed before.

The columns and conditions in SQL are compared with the one function that decides, `domain.consent.may`; and whoever
makes a new way out has to add it here, because what gives other people away is called from known places only.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.actions import deliver, digest
from bot.actions.desk import Desk
from bot.actions.digest import Office, office_of
from bot.actions.listing import Editor, edit, plan
from bot.actions.receive import ANSWERED, receive
from bot.domain.accounts import Account, Platform
from bot.domain.answers import ANSWERS
from bot.domain.consent import Consent, Found, Told, Use, may, may_be_shown, values_of
from bot.domain.digests import Terms
from bot.domain.effects import Facts, Policy, Say
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.matching import Evidence, Witness
from bot.domain.outbox import Post
from bot.domain.people import Link, Person
from bot.domain.reconnecting import Verdict
from bot.domain.requests import Request
from bot.domain.text import plain
from bot.domain.wording import render
from bot.locales import Catalogues
from bot.storage.sqlite.transaction import SqliteTransaction
from tests.domain.answers import cases
from tests.paper import PaperNetwork
from tests.paper_list import PaperLists
from tests.storage.builders import NOW, SECOND, a_mention, bluesky, mastodon

ROOT = Path(__file__).parents[2]
SKY = Platform.BLUESKY
TERMS = Terms(ZoneInfo("UTC"))
AGREED = NOW - timedelta(days=30)
DESK = Desk(
    network=PaperNetwork(),
    policy=Policy(operator="admin@example.org", campaign="QuitteX", tags=frozenset({"quittex"}), per_person_hour=0,
                  per_person_day=0, per_thread=0, languages=("en",)),
    words=Catalogues(("en",)),
    minimum=1,
    answer_within=timedelta(hours=72),
)  # fmt: skip
WILLING = {"found": "network", "told": "weekly", "named": "yes", "counted": "yes"}
REFUSALS = {"found": "nobody", "told": "never", "named": "no", "counted": "no"}


# What is kept in columns, and asked in SQL, is what `may` says.


@dataclass
class World:
    """Persons with random consents, Links and lists."""

    consents: dict[int, Consent]
    accounts: dict[int, list[Account]]
    follows: set[tuple[int, int]]


def world(tx: SqliteTransaction, seed: int, size: int = 9) -> World:
    chance = random.Random(seed)
    made = World({}, {}, set())
    people = [tx.people.register(number, f"x{number}", "", NOW).id for number in range(1, size + 1)]
    for number, person in enumerate(people, start=1):
        consent = Consent(
            chance.choice(list(Found)), chance.choice(list(Told)), chance.random() < 0.5, chance.random() < 0.7
        )
        made.consents[person] = consent
        for purpose, value in values_of(consent).items():
            tx.people.set_consent(person, purpose, value, NOW)
        homes = chance.sample([bluesky(f"p{number}"), mastodon(f"p{number}")], chance.randint(0, 2))
        made.accounts[person] = homes
        for account in homes:
            tx.people.link(person, account, 4, "s", NOW)
        followed = [x for x in range(1, size + 1) if x != number and chance.random() < 0.4]
        tx.graph.replace_list(person, 0, "s", followed, NOW)
        made.follows |= {(person, people[x - 1]) for x in followed}
    return made


def visible(made: World, asker: int) -> set[int]:
    """Whom this asker may be shown, as the product says it."""
    around = {b for a, b in made.follows if a == asker} | {a for a, b in made.follows if b == asker}
    return {
        other
        for other in around
        if made.accounts[other]
        and may_be_shown(made.consents[other], subject_followed_asker=(other, asker) in made.follows)
    }


@pytest.mark.parametrize("seed", range(6))
def test_matches_show_count_and_name_whom_may_allows(tx: SqliteTransaction, seed: int) -> None:
    made = world(tx, seed)
    for asker in made.consents:
        allowed = visible(made, asker)
        found = tx.graph.matches(asker, SKY, 1)
        named = tx.graph.matches(asker, SKY, 1, named_only=True)
        assert {match.person for match in found.ranked} == allowed and found.total == len(allowed)
        assert {m.person for m in named.ranked} == {
            other for other in allowed if may(made.consents[other], Use.NAMED_IN_PUBLIC)
        }
        assert named.total == len(allowed)
        followed = {other for other in allowed if (asker, other) in made.follows}
        assert tx.graph.matches(asker, SKY, 1, followed_only=True, limit=0).followed == len(followed)


@pytest.mark.parametrize("seed", range(6))
def test_the_list_the_digests_and_the_counters_take_whom_may_allows(tx: SqliteTransaction, seed: int) -> None:
    made = world(tx, seed)
    for platform in (SKY, Platform.MASTODON):
        theirs = {
            account.id
            for person, accounts in made.accounts.items()
            for account in accounts
            if account.platform is platform and may(made.consents[person], Use.ON_THE_LIST)
        }
        assert set(tx.listed.joining("net", platform, 99)) == theirs
    told = {person for often in Told for person, _ in tx.digests.agreed(often, 0, 99)}
    assert told == {person for person, consent in made.consents.items() if may(consent, Use.TOLD)}
    counted = {p for p, consent in made.consents.items() if may(consent, Use.COUNTED) and made.accounts[p]}
    tallies = tx.tallies.now()
    assert tallies["people"] == len(counted)
    assert tallies["matches"] == sum(a in counted and b in counted for a, b in made.follows)
    assert tallies == tx.tallies.recount()


# Every path, before and after the consent it needs is taken back.


@dataclass
class Stage:
    """Ann asks; she and Bob followed each other on X, and both allow everything."""

    tx: SqliteTransaction
    ann: int
    bob: int
    asked: int = 0

    def refuse(self, purpose: str) -> None:
        self.tx.people.set_consent(self.bob, purpose, REFUSALS[purpose], NOW + SECOND)

    def asks(self, text: str, who: str = "ann", kind: Kind = Kind.MENTION) -> str:
        """What the Post that answers says; "" for silence."""
        self.asked += 1
        more = {"visibility": Visibility.DIRECT} if kind is Kind.MESSAGE else {}
        tags = frozenset({"quittex"}) if kind is Kind.TAG else frozenset()
        met: Encounter = a_mention(
            f"at://{who}/{self.asked}", text=text, addressed=kind is not Kind.TAG, network="paper", languages=("en",),
            account=bluesky(who), kind=kind, tags=tags, **more,
        )  # fmt: skip
        outcome = receive(self.tx, met, DESK, NOW)
        return self.latest("text") if outcome == ANSWERED else ""

    def latest(self, part: str) -> str:
        post = self.tx.outbox.get(self.tx.outbox.rows(limit=1)[0].id)
        assert post is not None
        return str(post.record[part])

    def next(self) -> Post | None:
        return deliver.next_post(self.tx, "paper", SKY, NOW + 2 * SECOND, timedelta(hours=72), TERMS)


@pytest.fixture
def stage(tx: SqliteTransaction) -> Stage:
    tx.inbox.first_start("paper", NOW - SECOND)
    people = []
    for number, name in enumerate(("ann", "bob"), start=1):
        person = tx.people.register(number, name, "", AGREED).id
        tx.people.link(person, bluesky(name), 4, "s", AGREED)
        for purpose, value in WILLING.items():
            tx.people.set_consent(person, purpose, value, AGREED)
        tx.graph.replace_list(person, 0, "s", [3 - number], AGREED)
        people.append(person)
    return Stage(tx, *people)


def office() -> Office:
    return office_of([DESK], {"paper"}, TERMS)


def a_digest(stage: Stage, person: int) -> str:
    owed = digest.owe_digest(stage.tx, person, Told.WEEKLY, AGREED, office(), NOW)
    return stage.latest("text") if owed else ""


def an_entry(stage: Stage) -> str:
    editor = Editor(DESK, PaperLists())
    stage.tx.set_meta("list:paper", "there")
    edit(stage.tx, editor, replace(plan(stage.tx, editor), joining=("did:plc:bob",)), NOW)
    rows = stage.tx.outbox.rows()
    return rows[0].kind if rows else ""


def seen_again(stage: Stage) -> str:
    stage.tx.reconnections.keep(SKY, [Verdict(stage.ann, stage.bob, True)], NOW)
    return str(stage.tx.tallies.now()["reconnected"])


def tally(name: str) -> Callable[[Stage], str]:
    return lambda stage: str(stage.tx.tallies.now()[name])


def a_voice(stage: Stage) -> str:
    stage.asks("#QuitteX", "bob", Kind.TAG)
    return str(stage.tx.tallies.now()["voices"])


def everything(stage: Stage) -> str:
    """What `quittex matches` and its CSV are made from."""
    return " ".join(match.account.id for match in stage.tx.graph.matches(stage.ann, SKY, 1).ranked)


PRIVATE, BOB = Kind.MESSAGE, "did:plc:bob"
PATHS: dict[str, tuple[str, Callable[[Stage], str], str]] = {
    # path: the consent of Bob's that it needs, what comes out of it, and what shows Bob in it
    "the list of find, in private": ("found", lambda s: s.asks("find", kind=PRIVATE), BOB),
    "the numbers of find, in private": ("found", lambda s: s.asks("find", kind=PRIVATE), "1 person"),
    "the names of find, in public": ("named", lambda s: s.asks("find"), BOB),
    "the names of find, in public, of the hidden": ("found", lambda s: s.asks("find"), BOB),
    "the numbers of find, in public": ("found", lambda s: s.asks("find"), "1 person"),
    "the evidence of why": ("found", lambda s: s.asks("why", kind=PRIVATE), BOB),
    "a digest of arrivals": ("found", lambda s: a_digest(s, s.ann), BOB),
    "being told in a digest": ("told", lambda s: a_digest(s, s.bob), "did:plc:ann"),
    "being answered for the tag alone": ("told", lambda s: s.asks("#QuitteX", "bob", Kind.TAG), "1 person"),
    "the public list": ("named", an_entry, "listed"),
    "the public list, of the hidden": ("found", an_entry, "listed"),
    "the matches an admin sees, and their CSV": ("found", everything, BOB),
    "the counter of people": ("counted", tally("people"), "2"),
    "the counter of accounts": ("counted", tally("accounts:bluesky"), "2"),
    "the counter of edges": ("counted", tally("edges"), "2"),
    "the counter of matches": ("counted", tally("matches"), "2"),
    "the counter of people reunited": ("counted", tally("reunited"), "2"),
    "the counter of voices": ("counted", a_voice, "1"),
    "the counter of follows that exist again": ("counted", seen_again, "1"),
}


AT_ONCE = ("the counter", "the matches")
"""Paths of which nothing waits in the outbox that would have to be asked again."""


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_open_while_its_consent_holds_up_to_the_sending(stage: Stage, path: str) -> None:
    purpose, come_out, shows = PATHS[path]
    assert shows in come_out(stage)
    if not path.startswith(AT_ONCE):
        assert stage.next() is not None
        stage.refuse(purpose)
        assert stage.next() is None


@pytest.mark.parametrize("path", PATHS)
def test_taking_the_consent_back_closes_it(stage: Stage, path: str) -> None:
    purpose, come_out, shows = PATHS[path]
    stage.refuse(purpose)
    assert shows not in come_out(stage)


# Nothing else tells of other people.


TELL_OF_OTHERS = {
    (Request.FIND, Visibility.DIRECT), (Request.FIND, Visibility.PUBLIC), (Request.WHY, Visibility.DIRECT),
}  # fmt: skip


def test_no_other_answer_tells_of_anybody() -> None:
    found = cases.FEW
    evidence = tuple(Evidence(m, Link(m.account, 4, "s", NOW), Witness.THEIRS) for m in found.ranked)
    person = Person(1, 123, "alice", links=(Link(cases.ALICE, 4, "s", NOW),))
    known = Facts(person=person, matches=found, evidence=evidence)
    for request, seen in product(ANSWERS, (Visibility.DIRECT, Visibility.PUBLIC)):
        asked = cases.case(request, facts=known, visibility=seen, handle="alice2")
        said = [effect for effect in ANSWERS[request](asked) if isinstance(effect, Say)]
        told = " ".join(plain(render(say.wording, cases.WORDS, "en", cases.BLUESKY)) for say in said)
        names = [match.account.handle.partition(".")[0] for match in found.ranked]
        assert any(name in told for name in names) is ((request, seen) in TELL_OF_OTHERS), (request, seen)


BOOKS = (".graph", ".listed", ".digests")
TELLING = {"matches", "told_by_lists", "joining", "agreed"}
CALLED_FROM = {
    "actions/receive.py", "actions/evidence.py", "actions/digest.py", "actions/listing.py", "loops/digests.py",
    "cli/matches.py",
}  # fmt: skip
"""The places from which other people come out. A new one needs a path above."""


def callers() -> Iterator[str]:
    for file in sorted((ROOT / "bot").rglob("*.py")):
        path = file.relative_to(ROOT / "bot").as_posix()
        if path.startswith(("storage/", "ports/", "bench/")):
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in TELLING and ast.unparse(node.value).endswith(BOOKS):
                yield path


def test_other_people_come_out_of_known_places_only() -> None:
    assert set(callers()) == CALLED_FROM


def test_a_choice_is_read_in_known_places_only() -> None:
    """Everywhere else `may` is asked. `answers/choosing.py` says what holds, `digest.py` how often."""
    read = set()
    for file in sorted((ROOT / "bot").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute | ast.Name):
                owner = node.value.attr if isinstance(node.value, ast.Attribute) else node.value.id
                if owner == "consent" and node.attr in REFUSALS:
                    read.add(file.relative_to(ROOT / "bot").as_posix())
    assert read <= {
        "domain/consent.py", "domain/answers/choosing.py", "actions/digest.py", "archives/exports.py",
        "storage/sqlite/shown.py",
    }  # fmt: skip
