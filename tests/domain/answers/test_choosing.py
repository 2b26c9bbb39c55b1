"""Answers: what somebody allows."""

from dataclasses import replace
from itertools import product

import pytest

from bot.domain import text
from bot.domain.answers import ANSWERS
from bot.domain.answers.choosing import holds_now, withdrawal
from bot.domain.consent import Consent, Found, Told
from bot.domain.effects import Choose, Fact, Facts, Ignore, Remember, Say, Why
from bot.domain.people import WROTE, Person
from bot.domain.requests import Request, Understood
from bot.domain.wording import Wording, render
from bot.locales import AVAILABLE
from tests.domain.answers.cases import BLUESKY, BOB, MASTODON, WORDS, case, say, words
from tests.domain.test_replies import REGISTERED, mentioned


def test_stop_is_acknowledged_once_and_counts_towards_no_limit() -> None:
    silence, said = ANSWERS[Request.STOP](case(Request.STOP))
    assert silence == Remember(Fact.SILENCE)
    assert not say([said]).counts


def test_only_a_person_has_something_to_choose() -> None:
    for request in (Request.PRIVATE, Request.PUBLIC, Request.TELL_ME):
        (said,) = ANSWERS[request](case(request, facts=Facts()))
        assert say([said]).wording.message == "not-linked"


def test_private_and_public_say_who_may_be_named() -> None:
    assert ANSWERS[Request.PRIVATE](case(Request.PRIVATE))[0] == Choose("named", "no")
    assert ANSWERS[Request.PUBLIC](case(Request.PUBLIC))[0] == Choose("named", "yes")


def test_who_does_not_say_how_often_is_told_weekly() -> None:
    assert ANSWERS[Request.TELL_ME](case(Request.TELL_ME))[0] == Choose("told", Told.WEEKLY.value)
    assert "Monday" in words(case(Request.TELL_ME))


def test_every_choice_says_what_holds_from_now_on() -> None:
    told = words(case(Request.PRIVATE, author=BOB), limits=MASTODON)
    assert told.endswith(
        "From now on: your X network can find you, I don’t name you in public, I don’t tell you of arrivals, "
        "you count in the figures."
    )
    hidden = replace(case(Request.PRIVATE), understood=Understood(Request.PRIVATE, choice=("found", "nobody")))
    effects = ANSWERS[Request.PRIVATE](hidden)
    assert effects[0] == Choose("found", "nobody")
    said = text.plain(render(say(effects).wording, WORDS, "en", BLUESKY))
    assert said.startswith("Noted") and "nobody can find you" in said


def test_what_holds_fits_below_every_choice_in_every_language() -> None:
    for language, found, told, named, counted in product(AVAILABLE, Found, Told, (True, False), (True, False)):
        now = holds_now(Consent(found, told, named, counted))
        for message in ("private", "public", "consent-chosen", "consent-no"):
            wording = Wording(message, {"choice": "counted-yes"}, (now,))
            both = render(wording, WORDS, language, BLUESKY)
            assert "\n" in text.plain(both), (language, message)


def test_never_ends_being_told() -> None:
    asked = replace(case(Request.TELL_ME), understood=Understood(Request.TELL_ME, often=Told.NEVER))
    effects = ANSWERS[Request.TELL_ME](asked)
    assert effects[0] == Choose("told", "never") and say(effects).wording.message == "consent-no"


def test_what_takes_a_consent_back() -> None:
    assert withdrawal(Understood(Request.PRIVATE)) == ("named", "no")
    assert withdrawal(Understood(Request.PRIVATE, choice=("counted", "no"))) == ("counted", "no")
    assert withdrawal(Understood(Request.TELL_ME, often=Told.NEVER)) == ("told", "never")
    assert withdrawal(Understood(Request.TELL_ME)) is None and withdrawal(Understood(Request.PUBLIC)) is None


def test_on_bluesky_private_says_how_to_open_the_chat_until_it_is_open() -> None:
    person = Person(1, 123, "alice")
    assert say(ANSWERS[Request.PRIVATE](case(Request.PRIVATE))).wording.foot == "private-open"
    opened = Facts(person=person, marks=frozenset({WROTE}))
    assert say(ANSWERS[Request.PRIVATE](case(Request.PRIVATE, facts=opened))).wording.foot == ""
    assert say(ANSWERS[Request.PRIVATE](case(Request.PRIVATE, author=BOB))).wording.foot == ""


WITHDRAWN = [
    ("cache-moi", Choose("found", "nobody")),
    ("ne me compte pas", Choose("counted", "no")),
    ("privé", Choose("named", "no")),
    ("ne me préviens plus", Choose("told", "never")),
]


@pytest.mark.parametrize(("text", "choice"), WITHDRAWN)
def test_consent_is_taken_back_whoever_is_silent_denied_or_labelled_as_a_bot(text: str, choice: Choose) -> None:
    for why, facts, more in (
        (Why.SILENCED, replace(REGISTERED, silenced=True), {}),
        (Why.DENIED, replace(REGISTERED, denied=True), {}),
        (Why.BOT, REGISTERED, {"bot": True}),
    ):
        found = mentioned(text, facts, **more)
        assert choice in found and found[-1] == Ignore(why)
        assert not any(isinstance(effect, Say) for effect in found)


def test_what_gives_consent_is_not_heard_from_somebody_silent() -> None:
    assert mentioned("en public", replace(REGISTERED, silenced=True)) == [Ignore(Why.SILENCED)]
