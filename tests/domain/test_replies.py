"""decide: each policy of product.md as a sentence."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.consent import Consent, Told
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.matching import Match, Matches, Reason
from bot.domain.people import Claim, Person
from bot.domain.people import Link as ProvenLink
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
    ReplyTo,
    Retract,
    Say,
    Why,
    decide,
    opted_out,
)  # fmt: skip
from bot.domain.requests import Request, Understood, understand

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ALICE = Account(Platform.BLUESKY, "did:plc:alice", "alice.bsky.social")
LEMONDE = Account(Platform.BLUESKY, "did:plc:lemonde", "lemonde.fr")
POLICY = Policy(
    tags=frozenset({"quittex"}), operator="@admin@mastodon.example", campaign="QuitteX", guide="https://guide.example/x"
)
PERSON = Person(1, 123, "alice", "fr", (ProvenLink(ALICE, 4, "registry", NOW),))
TOLD = replace(PERSON, consent=Consent(told=Told.WEEKLY))
MATCHES = Matches(
    ranked=(Match(2, LEMONDE, (LEMONDE,), Reason.MUTUAL, True, 4, NOW),), total=1, followed=1, followers=1, mutual=1
)
STRANGER = Facts()
REGISTERED = Facts(person=PERSON, arrived=True, matches=MATCHES, new_matches=True)
AGREED = replace(REGISTERED, person=TOLD)


def encounter(text: str = "", kind: Kind = Kind.MENTION, **more: Any) -> Encounter:
    more.setdefault("addressed", kind is Kind.MENTION)
    return Encounter("bluesky", kind, f"at://{kind}/1", ALICE, NOW, text=text, **more)


def effects(met: Encounter, facts: Facts = STRANGER, policy: Policy = POLICY) -> list[Effect]:
    spoken = met.kind in (Kind.MENTION, Kind.MESSAGE, Kind.TAG)
    mention = met.kind is not Kind.TAG
    understood = understand(met.text, mention=mention) if spoken else Understood(Request.NOTHING)
    found = decide(met, understood, facts, policy)
    assert isinstance(found[-1], Say | Ignore)
    assert not any(isinstance(effect, Say | Ignore) for effect in found[:-1])
    return found


def mentioned(text: str, facts: Facts = STRANGER, policy: Policy = POLICY, **more: Any) -> list[Effect]:
    return effects(encounter(text, **more), facts, policy)


def tagged(facts: Facts = STRANGER, policy: Policy = POLICY, **more: Any) -> list[Effect]:
    return effects(encounter("Bonjour #QuitteX", Kind.TAG, tags=frozenset({"quittex"}), **more), facts, policy)


def said(found: list[Effect]) -> str | Why:
    last = found[-1]
    if isinstance(last, Say):
        return last.wording.message
    assert isinstance(last, Ignore)
    return last.why


# A mention is answered, once.


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("trouve", "find-public"), ("", "find-public"), ("combien", "announcement-counters-early"), ("aide", "help"),
        ("stop", "stop"), ("reprends", "resume"), ("je suis @bob sur X", "claim"), ("blabla", "unclear"),
        ("pourquoi", "why-own"), ("preuve", "prove-known"), ("pas moi", "not-me"), ("oublie-moi", "forget"),
        ("mes données", "export-public"), ("privé", "private"), ("en public", "public"),
    ],
)  # fmt: skip
def test_a_mention_is_answered_with_what_it_asks(text: str, message: str) -> None:
    assert said(mentioned(text, REGISTERED)) == message


def test_private_and_public_are_a_choice_of_those_who_have_a_link() -> None:
    assert mentioned("privé", REGISTERED)[:-1] == [Choose("named", "no"), Remember(Fact.DISCREET)]
    assert mentioned("en public", REGISTERED)[:-1] == [Choose("named", "yes"), Remember(Fact.OPENNESS)]
    assert [said(found) for found in (mentioned("privé"), mentioned("en public"))] == ["not-linked", "not-linked"]
    assert not any(isinstance(effect, Choose) for effect in mentioned("en public"))


@pytest.mark.parametrize(
    ("text", "present", "often", "message"),
    [
        ("préviens-moi", Told.NEVER, Told.WEEKLY, "tell-me-weekly"),
        ("préviens-moi", Told.DAILY, None, "tell-me-daily"),
        ("notify me daily", Told.NEVER, Told.DAILY, "tell-me-daily"),
        ("préviens-moi tout de suite", Told.WEEKLY, Told.AT_ONCE, "tell-me-at-once"),
        ("tell me every week", Told.WEEKLY, None, "tell-me-weekly"),
    ],
)
def test_tell_me_is_a_choice_of_those_who_have_a_link(
    text: str, present: Told, often: Told | None, message: str
) -> None:
    assert REGISTERED.person
    facts = replace(REGISTERED, person=replace(REGISTERED.person, consent=Consent(told=present)))
    found = mentioned(text, facts)
    assert found[:-1] == ([Choose("told", often)] if often else [])
    assert said(found) == message
    assert said(mentioned(text)) == "not-linked"


def test_tell_me_says_where_there_are_no_private_messages() -> None:
    public = replace(POLICY, private_messages=False)
    assert said(mentioned("préviens-moi", REGISTERED, public)) == "tell-me-elsewhere"


def test_private_is_obeyed_beyond_the_limits() -> None:
    busy = replace(REGISTERED, answers_last_hour=POLICY.per_person_hour)
    assert mentioned("privé", busy) == [Choose("named", "no"), Remember(Fact.DISCREET), Ignore(Why.TOO_MANY)]
    assert mentioned("en public", busy) == [Ignore(Why.TOO_MANY)]


def test_nothing_is_said_to_who_asks_nothing() -> None:
    assert mentioned("merci !") == [Ignore(Why.NOTHING_ASKED)]


def test_an_asker_without_a_link_is_told_how_to_link() -> None:
    assert said(mentioned("trouve")) == "not-linked"


def test_an_asker_whose_claim_waits_is_told_so() -> None:
    waiting = Facts(claim=Claim(1, ALICE, "alice", "mention", NOW))
    assert said(mentioned("trouve", waiting)) == "claim-waiting"


# The tag alone.


def test_a_tag_of_a_stranger_counts_a_voice_and_is_not_answered() -> None:
    assert tagged() == [Remember(Fact.VOICE), Ignore(Why.NOT_REGISTERED)]


def test_a_tag_of_somebody_who_did_not_agree_to_be_told_is_not_answered() -> None:
    assert tagged(REGISTERED) == [Remember(Fact.VOICE), Ignore(Why.NOT_TOLD)]


def test_a_tag_of_somebody_who_agreed_is_answered_when_something_is_new() -> None:
    assert said(tagged(AGREED)) == "find-public"
    assert said(tagged(replace(AGREED, new_matches=False))) == Why.NOTHING_NEW


def test_a_tag_is_enough_whatever_else_the_post_says() -> None:
    talk = encounter("Je quitte X, adieu ! #QuitteX", Kind.TAG, tags=frozenset({"quittex"}))
    assert said(effects(talk, AGREED)) == "find-public"


def test_a_stricter_campaign_answers_mentions_only() -> None:
    assert said(tagged(AGREED, replace(POLICY, reply_to=ReplyTo.MENTION))) == Why.MENTIONS_ONLY


def test_a_campaign_may_answer_everyone() -> None:
    everyone = replace(POLICY, reply_to=ReplyTo.EVERYONE)
    assert said(tagged(STRANGER, everyone)) == "not-linked"
    assert said(tagged(replace(REGISTERED, new_matches=False), everyone)) == "find-public"


def test_a_mention_with_the_tag_is_a_voice_too_but_a_private_one_is_not() -> None:
    tags = frozenset({"quittex"})
    assert Remember(Fact.VOICE) in mentioned("trouve", tags=tags)
    assert Remember(Fact.VOICE) not in mentioned("trouve", tags=tags, visibility=Visibility.DIRECT)
    assert Remember(Fact.VOICE) not in mentioned("trouve", tags=frozenset({"cats"}))


def test_who_does_not_want_to_be_counted_is_no_voice() -> None:
    uncounted = replace(REGISTERED, person=replace(PERSON, consent=Consent(counted=False)))
    assert Remember(Fact.VOICE) not in tagged(uncounted)


# stop.


def test_stop_is_acknowledged_once_and_counts_towards_no_limit() -> None:
    found = mentioned("stop")
    assert found[0] == Remember(Fact.SILENCE)
    assert isinstance(found[1], Say) and found[1].wording.message == "stop" and not found[1].counts


@pytest.mark.parametrize("text", ["stop", "trouve", "aide", "je suis @alice sur X", "", "blabla"])
def test_after_stop_there_is_silence(text: str) -> None:
    assert mentioned(text, replace(REGISTERED, silenced=True)) == [Ignore(Why.SILENCED)]


def test_after_stop_an_erasure_is_obeyed_without_a_word() -> None:
    assert mentioned("oublie-moi", replace(REGISTERED, silenced=True)) == [Forget(), Ignore(Why.SILENCED)]


def test_after_stop_a_tag_is_still_a_voice_and_never_answered() -> None:
    assert tagged(replace(AGREED, silenced=True)) == [Remember(Fact.VOICE), Ignore(Why.SILENCED)]


def test_resume_ends_the_silence() -> None:
    found = mentioned("reprends", replace(REGISTERED, silenced=True))
    assert found[0] == Remember(Fact.SPEECH)
    assert said(found) == "resume"


# Limits.

LIMITS = [{"answers_last_hour": 3}, {"answers_last_day": 5}, {"answers_in_thread": 2}]


@pytest.mark.parametrize("made", LIMITS)
def test_over_a_limit_nothing_is_said(made: dict[str, int]) -> None:
    assert said(mentioned("trouve", replace(REGISTERED, **made))) == Why.TOO_MANY  # type: ignore[arg-type]
    assert said(tagged(replace(AGREED, **made))) == Why.TOO_MANY  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["stop", "oublie-moi", "supprime"])
def test_over_a_limit_stop_forget_and_delete_are_obeyed(text: str) -> None:
    tired = replace(REGISTERED, answers_last_hour=99, answers_last_day=99, answers_in_thread=99)
    assert mentioned(text, tired)[-1] != Ignore(Why.TOO_MANY)


def test_over_a_limit_resume_is_obeyed_without_a_word() -> None:
    tired = replace(REGISTERED, silenced=True, answers_last_hour=99)
    assert mentioned("reprends", tired) == [Remember(Fact.SPEECH), Ignore(Why.TOO_MANY)]


def test_zero_lifts_a_limit() -> None:
    free = replace(POLICY, per_person_hour=0, per_person_day=0, per_thread=0)
    tired = replace(REGISTERED, answers_last_hour=99, answers_last_day=99, answers_in_thread=99)
    assert said(mentioned("trouve", tired, free)) == "find-public"


def test_below_a_limit_there_is_an_answer() -> None:
    busy = replace(REGISTERED, answers_last_hour=2, answers_last_day=4, answers_in_thread=1)
    assert said(mentioned("trouve", busy)) == "find-public"


def test_the_short_help_comes_once_a_week() -> None:
    assert said(mentioned("blabla")) == "unclear"
    assert said(mentioned("blabla", Facts(helped_this_week=True))) == Why.HELPED
    assert said(mentioned("trouve", replace(REGISTERED, helped_this_week=True))) == "find-public"


# Loops, and talk that is not for us.


def test_a_bot_is_never_answered_but_its_stop_is_obeyed() -> None:
    assert mentioned("trouve", bot=True) == [Ignore(Why.BOT)]
    assert mentioned("stop", bot=True) == [Remember(Fact.SILENCE), Ignore(Why.BOT)]
    assert mentioned("supprime", Facts(answer=7), bot=True) == [Retract(7), Ignore(Why.BOT)]
    assert tagged(AGREED, bot=True) == [Ignore(Why.BOT)]


def test_a_bridged_copy_is_never_answered() -> None:
    assert mentioned("trouve", bridged=True) == [Ignore(Why.BRIDGED)]


@pytest.mark.parametrize("text", ["merci", "", "👍", "Bonjour", "blabla", "tu es sûr ?"])
def test_a_reply_to_us_that_asks_nothing_is_left_alone(text: str) -> None:
    assert said(mentioned(text, REGISTERED, reply_to_us=True, addressed=False)) == Why.NOTHING_ASKED


@pytest.mark.parametrize(("text", "message"), [("combien", "announcement-counters-early"), ("stop", "stop")])
def test_a_reply_to_us_that_asks_is_answered(text: str, message: str) -> None:
    assert said(mentioned(text, REGISTERED, reply_to_us=True, addressed=False)) == message


def test_who_speaks_to_somebody_else_gets_no_short_help() -> None:
    assert said(mentioned("qu'en penses-tu ?", others_mentioned=True)) == Why.NOTHING_ASKED


def test_in_private_everything_is_for_us() -> None:
    assert said(effects(encounter("blabla", Kind.MESSAGE))) == "unclear"
    assert said(effects(encounter("", Kind.MESSAGE), REGISTERED)) == "find-public"


def test_nobot_keeps_us_away_unless_they_write_to_us() -> None:
    assert said(tagged(AGREED, bio="Prof. #nobot")) == Why.OPTED_OUT
    assert said(mentioned("trouve", REGISTERED, bio="Prof. #nobot")) == "find-public"


@pytest.mark.parametrize("bio", ["#nobot", "#NoBots please", "nobot", "#\u200bnobot"])
def test_nobot_has_several_forms(bio: str) -> None:
    assert opted_out(bio)


def test_nobot_is_a_word_of_its_own() -> None:
    assert not opted_out("nobotany, robots")


# Arrivals.


@pytest.mark.parametrize("kind", [Kind.FOLLOW, Kind.SIGN_UP])
def test_a_newcomer_is_an_arrival_once(kind: Kind) -> None:
    assert effects(encounter(kind=kind)) == [Remember(Fact.ARRIVAL, kind), Ignore(Why.RECORDED)]
    assert effects(encounter(kind=kind), Facts(arrived=True)) == [Ignore(Why.RECORDED)]


@pytest.mark.parametrize("kind", [Kind.FOLLOW, Kind.SIGN_UP])
def test_a_newcomer_is_welcomed_in_private_where_the_admin_wants_it(kind: Kind) -> None:
    found = effects(encounter(kind=kind), STRANGER, replace(POLICY, welcome=True))
    assert found[0] == Remember(Fact.ARRIVAL, kind)
    assert isinstance(found[1], Say) and found[1].visibility is Visibility.DIRECT and found[1].kind == "welcome"


@pytest.mark.parametrize(
    ("facts", "bio", "why"),
    [
        (Facts(silenced=True), "", Why.SILENCED),
        (Facts(), "#nobot", Why.OPTED_OUT),
    ],
)
def test_some_newcomers_are_not_welcomed(facts: Facts, bio: str, why: Why) -> None:
    assert said(effects(encounter(kind=Kind.FOLLOW, bio=bio), facts, replace(POLICY, welcome=True))) == why


def test_a_profile_that_names_x_is_an_arrival() -> None:
    named = encounter(kind=Kind.PROFILE, bio="I was @alice on X")
    assert effects(named) == [Remember(Fact.ARRIVAL, "profile"), Ignore(Why.RECORDED)]
    assert effects(named, Facts(arrived=True)) == [Ignore(Why.RECORDED)]
    assert effects(encounter(kind=Kind.PROFILE, bio="I like cats")) == [Ignore(Why.NOTHING_ASKED)]


def test_a_registered_person_seen_here_for_the_first_time_arrives() -> None:
    assert mentioned("trouve", replace(REGISTERED, arrived=False))[0] == Remember(Fact.ARRIVAL, "registered")
    assert mentioned("trouve")[0] != Remember(Fact.ARRIVAL, "registered")


def test_a_claim_is_put_down() -> None:
    assert mentioned("je suis @bob sur X")[0] == Link("bob")


# A plain yes or no answers our own open question, and nothing else.


def agreed(agrees: bool, question: str = "consent", *, facts: Facts = REGISTERED, **more: Any) -> list[Effect]:
    understood = Understood(Request.NOTHING, agrees=agrees)
    return decide(encounter("oui", **more), understood, replace(facts, question=question), POLICY)


def test_yes_or_no_answers_the_open_question() -> None:
    assert agreed(True)[:2] == [Reply(True), Choose("told", "weekly")]
    assert agreed(False)[:2] == [Reply(False), Choose("told", "never")]


def test_yes_without_a_question_or_to_somebody_else_earns_nothing() -> None:
    assert agreed(True, "") == [Ignore(Why.NOTHING_ASKED)]
    assert agreed(True, addressed=False) == [Ignore(Why.NOTHING_ASKED)]
    assert agreed(True, addressed=False, reply_to_us=True)[0] == Reply(True)
    assert agreed(True, others_mentioned=True) == [Ignore(Why.NOTHING_ASKED)]
    assert agreed(True, facts=replace(REGISTERED, silenced=True)) == [Ignore(Why.SILENCED)]


def test_an_answer_to_our_question_holds_over_the_limits() -> None:
    found = agreed(True, facts=replace(REGISTERED, answers_last_hour=3))
    assert found == [Reply(True), Choose("told", "weekly"), Ignore(Why.TOO_MANY)]


# Servers that want nothing of us

DENIED = replace(STRANGER, denied=True)


@pytest.mark.parametrize("text", ["trouve", "combien", "aide", "je suis @alice sur X", "préviens-moi"])
def test_people_of_a_denied_server_get_no_answer(text: str) -> None:
    assert mentioned(text, DENIED) == [Ignore(Why.DENIED)]


def test_what_people_of_a_denied_server_may_always_ask_for_is_done_without_a_word() -> None:
    assert mentioned("stop", DENIED) == [Remember(Fact.SILENCE), Ignore(Why.DENIED)]
    assert mentioned("reprends", replace(DENIED, silenced=True)) == [Remember(Fact.SPEECH), Ignore(Why.DENIED)]
    found = mentioned("privé", replace(DENIED, person=PERSON))
    assert found[-3:] == [Choose("named", "no"), Remember(Fact.DISCREET), Ignore(Why.DENIED)]
    for text in ("oublie-moi", "supprime"):
        found = mentioned(text, DENIED)
        assert found[-1] == Ignore(Why.DENIED) and not any(isinstance(effect, Say) for effect in found)


def test_nobody_of_a_denied_server_is_welcomed() -> None:
    met = encounter(kind=Kind.FOLLOW)
    assert effects(met, DENIED, replace(POLICY, welcome=True))[-1] == Ignore(Why.DENIED)
