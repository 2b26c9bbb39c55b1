"""receive: one Encounter, one transaction: seen once, decided on, and what follows from it written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from bot.actions import bridging, lives, officials
from bot.actions.courtesy import EVER, ask_late, ask_server
from bot.actions.desk import Desk as Desk
from bot.actions.evidence import read_evidence
from bot.actions.proving import carry_out, with_proofs
from bot.actions.rights import answer_meant, forget, grant, had_receipt, retract_late
from bot.actions.waiting import answers_to, tell_of_wait
from bot.domain.accounts import Platform
from bot.domain.answers import ALWAYS_OBEYED, LISTED, listed_in
from bot.domain.answers.asking import CONSENT
from bot.domain.answers.asking import WORDS as QUESTION_WORDS
from bot.domain.answers.case import answers_in_private
from bot.domain.answers.choosing import withdrawal
from bot.domain.answers.rights import FORGET
from bot.domain.answers.why import EXPLAINED
from bot.domain.courtesy import places_of
from bot.domain.effects import AskServer, Disown, Give, Look
from bot.domain.encounters import Batch, Encounter, Gap, Kind, Visibility
from bot.domain.matching import Evidence, Matches
from bot.domain.outbox import ERASED, REHEARSAL, Draft, State, derive_key
from bot.domain.people import DISCREET, WROTE
from bot.domain.replies import (
    Choose,
    Effect,
    Fact,
    Facts,
    Forget,
    Ignore,
    Link,
    Policy,
    Remember,
    Reply,
    Retract,
    Say,
    Why,
    decide,
    too_many,
)
from bot.domain.requests import Request, Understood, understand
from bot.domain.rights import Kept
from bot.domain.text import Text
from bot.domain.waiting import priority_of
from bot.domain.wording import render, with_question
from bot.ports import Transaction

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
ANSWERABLE = WEEK  # so long one word answers a question of ours; a day, if it erases
ANSWERED, SEEN = "answered", "seen before"
WELCOME = "welcome"
ONCE_FOR_LIFE = frozenset({WELCOME})
"""Kinds that nobody asked for: each goes to a Person once, through whichever Account."""
ONCE_A_DAY = frozenset({"stop", "delete"})
"""Acknowledgements that count towards no limit: what they confirm is done every time, and said once a day."""


def receive(tx: Transaction, encounter: Encounter, desk: Desk, now: datetime, *, ends: Batch | None = None) -> str:
    """Record `encounter` and do what it earns; the outcome that is kept beside it.

    Seeing it a second time does nothing. `ends` is the Batch it is the last of: its Cursor commits with it.
    No network is called.
    """
    if ends is not None:
        finish_batch(tx, encounter.network, ends, now)
    encounter = _in_its_language(bridging.at_home(tx, encounter), desk.policy)
    if not tx.inbox.add(encounter, now):
        return SEEN
    outcome = bridging.distrusted(tx, encounter, desk) or _too_old(tx, encounter, desk, now)
    outcome = outcome or _seen_elsewhere(tx, encounter, desk)
    if outcome is None:
        outcome = _answer(tx, encounter, desk, now)
        bridging.take(tx, encounter, desk, now, answered=outcome == ANSWERED)
    tx.inbox.settle(encounter.network, encounter.uri, outcome)
    return outcome


def record_seen(tx: Transaction, network: str, encounters: Iterable[Encounter], now: datetime) -> int:
    """Record, in one go, what was there before the first start; how many. The others are not touched.

    A bot killed during its first look finds newer Encounters among them at its second: those are answered.
    """
    first_start = tx.inbox.first_start(network, now)
    older = [encounter for encounter in encounters if encounter.at < first_start]
    for encounter in older:
        if tx.inbox.add(encounter, now):
            tx.inbox.settle(network, encounter.uri, Why.BEFORE_FIRST_START)
    return len(older)


def finish_batch(tx: Transaction, network: str, batch: Batch, now: datetime) -> None:
    """Move the Cursor past a Batch, with its last Encounter, and keep its Gap."""
    lives.notice(tx, batch.signs, now)
    if batch.gap:
        tx.inbox.add_gap(batch.gap, now)
    if batch.cursor is not None:
        tx.inbox.move_cursor(network, batch.source, batch.cursor)


def record_fault(
    tx: Transaction, encounter: Encounter, fault: str, now: datetime, *, ends: Batch | None = None
) -> None:
    """An Encounter that broke its own transaction is kept with the fault, so that it stops nobody else."""
    tx.inbox.add(encounter, now)
    tx.inbox.settle(encounter.network, encounter.uri, f"fault: {fault}")
    if ends is not None:
        finish_batch(tx, encounter.network, ends, now)


def _too_old(tx: Transaction, encounter: Encounter, desk: Desk, now: datetime) -> str | None:
    if encounter.at < tx.inbox.first_start(encounter.network, now):
        return Why.BEFORE_FIRST_START
    if encounter.at >= now - desk.answer_within:
        return None
    if encounter.kind in (Kind.MENTION, Kind.MESSAGE):
        missed = Gap(encounter.network, "answers", encounter.at, now - desk.answer_within, Why.TOO_OLD, missed=1)
        tx.inbox.add_gap(missed, now)
        _obey(tx, encounter, desk)
        understood = _understood(encounter, desk.policy)
        ask_late(tx, encounter, understood, desk.policy, now)
        retract_late(tx, encounter, understood, now)
    return Why.TOO_OLD


def _seen_elsewhere(tx: Transaction, encounter: Encounter, desk: Desk) -> str | None:
    """What was dealt with on another network, or by another of our accounts, earns nothing more."""
    if not bridging.is_taken(tx, encounter):
        return None
    _obey(tx, encounter, desk)
    return Why.COPY


def _obey(tx: Transaction, encounter: Encounter, desk: Desk) -> None:
    """A wish for silence, or what takes a consent back, never grows too old; it is not acknowledged any more."""
    understood = _understood(encounter, desk.policy)
    asked, taken_back = understood.request, withdrawal(understood)
    if bridging.is_us(encounter.account, desk):
        return
    if asked in (Request.STOP, Request.RESUME):
        tx.people.silence(encounter.account, asked is Request.STOP, encounter.at)
    elif asked is Request.FORGET and not understood.unsure:
        forget(tx, encounter.account, encounter.at)
    elif taken_back and (person := tx.people.by_account(encounter.account, desk.minimum)):
        tx.people.set_consent(person.id, *taken_back, encounter.at)


def _answer(tx: Transaction, encounter: Encounter, desk: Desk, now: datetime) -> str:
    if bridging.is_us(encounter.account, desk):
        return Why.OURSELVES
    lives.act_of(tx, encounter.account, encounter.at, now, moved=encounter.moved)
    officials.notice(tx, encounter.account, encounter.bio, now)
    understood = _understood(encounter, desk.policy)
    facts = read_facts(tx, encounter, understood, desk, now)
    if understood.agrees is None and encounter.kind in (Kind.MENTION, Kind.MESSAGE, Kind.TAG):
        # Whoever speaks of something else is not asked any more whether everything of theirs shall go.
        tx.people.close(encounter.account, FORGET, now)
    effects = decide(encounter, understood, facts, desk.policy)
    return apply(tx, encounter, effects, desk, now, facts)


def _in_its_language(encounter: Encounter, policy: Policy) -> Encounter:
    """A chat does not tell the language of a message. Its words may, and what we write out of the blue follows them."""
    if encounter.languages or encounter.kind is not Kind.MESSAGE:
        return encounter
    spoken = _understood(encounter, policy).language
    return replace(encounter, languages=(spoken,)) if spoken else encounter


def _understood(encounter: Encounter, policy: Policy) -> Understood:
    if encounter.kind not in (Kind.MENTION, Kind.MESSAGE, Kind.TAG):
        return Understood(Request.NOTHING)
    spoken = encounter.kind is not Kind.TAG
    understood = understand(encounter.text, languages=policy.languages, mention=spoken, tags=policy.tags)
    if understood.request is Request.FORGET and encounter.others_mentioned and not encounter.parent:
        return replace(understood, unsure=True)  # in replies the names of others are carried along, here not
    return understood


def read_facts(tx: Transaction, encounter: Encounter, understood: Understood, desk: Desk, now: datetime) -> Facts:
    """What is known about the author, in the same transaction as what follows from it."""
    account, platform = encounter.account, encounter.account.platform
    counted = _counted(tx, encounter, understood, desk, now)
    if too_many(counted, desk.policy) and understood.request not in ALWAYS_OBEYED and not understood.x_post:
        return counted  # a flood costs no more than this
    person = counted.person
    marks: frozenset[str] = tx.people.marks(account) if person else frozenset()
    matches, new_matches, tagged = Matches(), False, encounter.kind is Kind.TAG
    # A tagged post need not ask in words: `decide` looks whether there is something new to tell.
    if person and (understood.request is Request.FIND or tagged):
        find = partial(tx.graph.matches, person.id, platform, desk.minimum)
        matches = find(limit=LISTED, named_only=not answers_in_private(encounter, marks, desk.policy))
        new_matches = tagged and find(limit=0, new_only=True).total > 0
    evidence: tuple[Evidence, ...] = ()
    if person and understood.request is Request.WHY and answers_in_private(encounter, marks, desk.policy):
        matches = tx.graph.matches(person.id, platform, desk.minimum, limit=EXPLAINED)
        evidence = read_evidence(tx, person, matches)
    known = replace(
        counted,
        evidence=evidence,
        claim=tx.people.waiting_claim(account),
        answered=person is None and tx.outbox.answers(platform, account.id, EVER) > 0,
        helped_this_week=tx.outbox.answers(platform, account.id, now - WEEK, kind="unclear") > 0,
        erased_lately=understood.request is Request.FORGET and had_receipt(tx, encounter, now),
        kept=_kept(tx, encounter, understood, counted),
        answer=answer_meant(tx, encounter) if understood.request is Request.DELETE else None,
        matches=matches,
        new_matches=new_matches,
        marks=marks,
        consent_asked=bool(person and not person.consulted and CONSENT in tx.people.questions(account)),
        tallies=tx.tallies.now(),
    )
    return with_proofs(tx, account, understood.request, known, now)


def _counted(tx: Transaction, encounter: Encounter, understood: Understood, desk: Desk, now: datetime) -> Facts:
    """Who it is, and how many answers they had: all that somebody over their limit is judged by."""
    account, network = encounter.account, encounter.network
    person = tx.people.by_account(account, desk.minimum)
    return Facts(
        person=person,
        denied=desk.courtesy.denies(account) or tx.courtesy.denies(places_of(account)),
        silenced=tx.people.is_silent(account),
        arrived=tx.people.has_arrived(account),
        answers_last_hour=answers_to(tx, account, person, desk.minimum, now - HOUR),
        answers_last_day=answers_to(tx, account, person, desk.minimum, now - DAY),
        # A conversation in private is one thread for ever, and nobody else reads it.
        answers_in_thread=0 if encounter.private else tx.outbox.answers_in_thread(network, _thread(encounter)),
        question=_open_question(tx, encounter, understood, now),
    )


def _kept(tx: Transaction, encounter: Encounter, understood: Understood, facts: Facts) -> Kept | None:
    """Only for those who want to see it, or want it gone."""
    asked = understood.request in (Request.EXPORT, Request.FORGET) or facts.question == FORGET
    return tx.rights.kept(encounter.account, whole=False) if asked else None


def _open_question(tx: Transaction, encounter: Encounter, understood: Understood, now: datetime) -> str:
    """The question a plain yes or no would answer; nobody else's words are compared with it."""
    if understood.agrees is None:
        return ""
    found = tx.people.question(encounter.account, now - ANSWERABLE)
    stale = found == FORGET and tx.people.question(encounter.account, now - DAY) is None
    return "" if stale else found or ""


def apply(
    tx: Transaction, encounter: Encounter, effects: Iterable[Effect], desk: Desk, now: datetime, facts: Facts
) -> str:
    """Write the Effects down, in their order; the outcome to keep in the inbox."""
    outcome: str = Why.RECORDED
    for effect in effects:
        match effect:
            case Ignore(why=why):
                outcome = why
            case Say():
                unsaid = Why.TOO_MANY if effect.kind in ONCE_A_DAY else SEEN
                outcome = ANSWERED if _say(tx, encounter, effect, desk, now, facts) else unsaid
            case Look():
                tx.proving.look(encounter, effect, _place(encounter, effect, desk), now)
            case _:
                _do(tx, encounter, effect, now, facts)
    return outcome


def _do(tx: Transaction, encounter: Encounter, effect: Effect, now: datetime, facts: Facts) -> None:
    """What is done without a word."""
    match effect:
        case Remember():
            _remember(tx, encounter, effect, now)
            if effect.fact is Fact.SILENCE and facts.person and not facts.person.consulted:
                _ask_no_more(tx, encounter, now)
        case Choose(purpose=purpose, value=value) if facts.person:
            tx.people.set_consent(facts.person.id, purpose, value, now)
        case Reply(agrees=agrees):
            tx.people.answer(encounter.account, agrees, now)
        case Forget() | Retract():
            grant(tx, encounter.account, effect, now)
        case AskServer(language=language):
            ask_server(tx, encounter, language, now)
        case Link() | Give() | Disown():
            carry_out(tx, encounter, effect, facts.person, now)


def _remember(tx: Transaction, encounter: Encounter, effect: Remember, now: datetime) -> None:
    match effect.fact:
        case Fact.ARRIVAL:
            tx.people.arrive(encounter.account, encounter.network, effect.detail, now)
        case Fact.VOICE:
            tx.people.voice(encounter.account, now)
        case Fact.SILENCE | Fact.SPEECH:
            tx.people.silence(encounter.account, effect.fact is Fact.SILENCE, encounter.at)
        case Fact.DISCREET | Fact.WROTE:
            tx.people.mark(encounter.account, _MARKS[effect.fact], now)
        case Fact.OPENNESS:
            tx.people.unmark(encounter.account, DISCREET)


_MARKS = {Fact.DISCREET: DISCREET, Fact.WROTE: WROTE}


def _ask_no_more(tx: Transaction, encounter: Encounter, now: datetime) -> None:
    """Who wanted silence does not want to be told of arrivals either."""
    if tx.people.ask(encounter.account, CONSENT, now):
        tx.people.answer(encounter.account, False, now)


def _say(tx: Transaction, encounter: Encounter, say: Say, desk: Desk, now: datetime, facts: Facts) -> bool:
    """Freeze the words for the network and owe them; False if they are owed already: the key makes sure of it."""
    once = say.kind in ONCE_FOR_LIFE
    if once and say.kind in tx.people.marks(encounter.account):
        return False
    limits = desk.network.limits_for(encounter.address.handle)
    wording = with_question(say.wording, QUESTION_WORDS.get(say.asks, ()), desk.words, say.language, limits)
    draft = _draft(encounter, say, render(wording, desk.words, say.language, limits), desk, now)
    priority = priority_of(say.kind, known=facts.person is not None, answered=facts.answered)
    owed = tx.outbox.add(
        draft,
        desk.network.compose(draft),
        network=encounter.network,
        kind=say.kind,
        state=State.HELD if desk.rehearsal else State.READY,
        reason=REHEARSAL if desk.rehearsal else None,
        thread=_thread(encounter),
        counts=say.counts,
        priority=priority,
    )
    if owed is None:
        return False
    if say.wording.message == FORGET:  # it tells somebody who is erased by now
        tx.rights.scrub_at_end(owed)
        if desk.rehearsal:
            tx.outbox.withdraw(owed, now, ERASED)
        return True
    if say.kind != "stop":
        tell_of_wait(tx, encounter, draft, priority, desk, now)
    _keep_whom(tx, say, owed, draft, facts, desk)
    if once:
        tx.people.mark(encounter.account, say.kind, now)
    if (wording is not say.wording or say.asks == FORGET) and not desk.rehearsal:
        tx.people.ask(encounter.account, say.asks, now, again=say.asks == FORGET, post=owed)
    return True


def _draft(encounter: Encounter, say: Say, words: Text, desk: Desk, now: datetime) -> Draft:
    account = encounter.account
    return Draft(
        key=_key(encounter, say),
        text=words,
        language=say.language,
        visibility=say.visibility,
        created_at=now,
        trigger=encounter.uri,
        recipient=encounter.address.handle,
        recipient_id=account.id,
        reply=_place(encounter, say, desk),
    )


def _key(encounter: Encounter, say: Say) -> str:
    """A welcome is once for life, whatever event earned it; some are once a day; everything else is once per trigger.

    The day is that of the words, not of their reading: after restoring an old backup it is the same one.
    """
    whom = f"{say.kind}:{encounter.account.id}"
    if say.kind in ONCE_FOR_LIFE:
        return derive_key(whom, say.kind)
    if say.kind in ONCE_A_DAY and not say.counts:
        return derive_key(f"{whom}:{encounter.at.astimezone(UTC):%Y-%m-%d}", say.kind)
    return derive_key(encounter.uri, ANSWERED)


def _keep_whom(tx: Transaction, say: Say, owed: int, draft: Draft, facts: Facts, desk: Desk) -> None:
    """Whom an answer tells of, and whom it names: asked again when it is sent."""
    if not facts.person:
        return
    if say.told:
        tx.graph.tell(facts.person.id, owed, desk.minimum, draft.created_at)
    listed = listed_in(draft.text, facts.matches)
    tx.graph.list_names(facts.person.id, owed, listed, public=say.visibility is not Visibility.DIRECT)


def _place(encounter: Encounter, say: Say | Look, desk: Desk) -> Mapping[str, Any]:
    """Below the question; a private answer to a public post goes to the chat on Bluesky, whose posts are all public."""
    apart = say.visibility is Visibility.DIRECT and not encounter.private
    if apart and encounter.address.platform is Platform.BLUESKY:
        return desk.network.private_to(encounter.address)
    return encounter.reply


def _thread(encounter: Encounter) -> str:
    return encounter.thread or encounter.uri
