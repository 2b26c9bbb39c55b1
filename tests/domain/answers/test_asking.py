"""Answers: what we ask ourselves."""

import re
from dataclasses import replace
from itertools import product

import pytest

from bot.domain import text
from bot.domain.answers import ANSWERS, QUESTIONS
from bot.domain.answers.asking import CONSENT, consent_question
from bot.domain.answers.asking import WORDS as QUESTION_WORDS
from bot.domain.consent import Told
from bot.domain.effects import Choose, Facts
from bot.domain.encounters import Kind, Visibility
from bot.domain.people import Person
from bot.domain.requests import Request, understand
from bot.domain.wording import render, with_question
from bot.locales import AVAILABLE
from tests.domain.answers.cases import BLUESKY, FEW, FOLLOWED, WORDS, case, matches, say


def test_yes_means_weekly_and_no_is_kept_as_never() -> None:
    asked = case(Request.NOTHING)
    yes, no = (QUESTIONS[CONSENT](asked, agrees) for agrees in (True, False))
    assert yes[0] == Choose("told", Told.WEEKLY.value) and say(yes).wording.message == "tell-me-weekly"
    assert not say(yes).counts and not say(no).counts
    assert no[0] == Choose("told", Told.NEVER.value) and say(no).wording.message == "consent-no"


PERSON = Person(1, 123, "alice")


def test_a_person_who_never_said_anything_is_asked_once() -> None:
    assert consent_question(Facts(person=PERSON)) == CONSENT
    assert consent_question(Facts(person=PERSON, consent_asked=True)) == ""
    assert consent_question(Facts(person=replace(PERSON, consulted=True))) == ""
    assert consent_question(Facts()) == ""


def test_the_question_comes_with_the_first_answers_to_somebody_with_a_link() -> None:
    for request, handle in ((Request.FIND, ""), (Request.LINK, "alice")):
        assert say(ANSWERS[request](case(request, handle=handle, found=FEW))).asks == CONSENT
    assert say(ANSWERS[Request.FIND](case(found=FEW, facts=Facts()))).asks == ""


def test_who_only_uses_the_tag_is_asked_nothing() -> None:
    tagged = case(found=FEW)
    tagged = replace(tagged, encounter=replace(tagged.encounter, kind=Kind.TAG))
    assert say(ANSWERS[Request.FIND](tagged)).asks == ""


def test_the_question_fits_below_a_long_answer_in_every_language() -> None:
    crowd = matches(*((f"person{n}", FOLLOWED, n % 2 == 0) for n in range(200)))
    for language, seen in product(AVAILABLE, (Visibility.PUBLIC, Visibility.DIRECT)):
        wording = say(ANSWERS[Request.FIND](case(found=crowd, visibility=seen))).wording
        asked = with_question(wording, QUESTION_WORDS[CONSENT], WORDS, language, BLUESKY)
        assert asked.foot, (language, seen)
        told = render(asked, WORDS, language, BLUESKY)
        assert text.fits(told, BLUESKY) and text.plain(told).endswith(WORDS.say(asked.foot, language, {}))


QUOTED = re.compile(r"[«“„”]\s*([^«»“”„]+?)\s*[»”“]")
OFFERED: dict[str, list[object]] = {
    # message: what its quoted words ask, in their order
    "consent-question": [True, False],
    "consent-question-whole": [True, False, ("found", "nobody"), Request.PUBLIC],
    "consent-no": [Request.TELL_ME],
    "private": [Request.PUBLIC],
    "private-elsewhere": [Request.PUBLIC],
    "public": [Request.PRIVATE],
    "why-ask": [Request.WHY],
}
UNDONE = {
    "found-nobody": ("found", "network"), "found-network": ("found", "nobody"),
    "counted-no": ("counted", "yes"), "counted-yes": ("counted", "no"),
}  # fmt: skip


def asked_by(message: str, language: str, **values: str) -> list[object]:
    """What the words a message offers are understood as."""
    understood = [understand(words) for words in QUOTED.findall(WORDS.say(message, language, values))]
    return [u.agrees if u.agrees is not None else u.choice or u.request for u in understood]


@pytest.mark.parametrize("language", AVAILABLE)
def test_every_word_that_is_offered_is_understood(language: str) -> None:
    assert {message: asked_by(message, language) for message in OFFERED} == OFFERED
    assert {choice: asked_by("consent-chosen", language, choice=choice) for choice in UNDONE} == {
        choice: [undo] for choice, undo in UNDONE.items()
    }
