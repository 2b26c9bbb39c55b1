"""Answers: case."""

from dataclasses import replace

import pytest

from bot.domain.answers import ANSWERS
from bot.domain.answers.case import answers_in_private
from bot.domain.effects import Facts
from bot.domain.encounters import Visibility
from bot.domain.people import DISCREET, WROTE, Person
from bot.domain.requests import Request
from tests.domain.answers.cases import ALICE, BOB, FEW, POLICY, case, say, words


@pytest.mark.parametrize("policy", list(Visibility))
@pytest.mark.parametrize("question", list(Visibility))
def test_an_answer_is_never_more_visible_than_the_question(question: Visibility, policy: Visibility) -> None:
    answered = case(visibility=question, policy=replace(POLICY, visibility=policy)).visibility
    assert answered.width >= question.width
    assert answered.width >= policy.width or question is Visibility.DIRECT


def test_a_question_to_followers_is_answered_to_its_author_alone() -> None:
    assert case(visibility=Visibility.PRIVATE).visibility is Visibility.DIRECT


def test_a_question_to_followers_is_still_no_private_one() -> None:
    assert "zoe" not in words(case(found=FEW, visibility=Visibility.PRIVATE))


@pytest.mark.parametrize(
    ("spoken", "post", "person", "answered"),
    [
        ("en", ("fr",), "fr", "en"),
        ("", ("en-GB",), "fr", "en"),
        ("", ("de", "en"), "fr", "en"),
        ("", ("de",), "en", "en"),
        ("sv", (), "de", "fr"),
        ("", (), "", "fr"),
    ],
)
def test_the_language_is_that_of_the_words_then_the_post_then_the_person(
    spoken: str, post: tuple[str, ...], person: str, answered: str
) -> None:
    facts = Facts(person=Person(1, 123, "alice", person))
    assert case(spoken=spoken, languages=post, facts=facts).language == answered


def test_who_asked_for_private_answers_gets_them_where_the_network_can() -> None:
    quiet, wrote = frozenset({DISCREET}), frozenset({DISCREET, WROTE})
    there, here = (case(author=author).encounter for author in (ALICE, BOB))
    assert answers_in_private(here, quiet, POLICY) and not answers_in_private(here, frozenset(), POLICY)
    assert answers_in_private(there, wrote, POLICY) and not answers_in_private(there, quiet, POLICY)
    assert not answers_in_private(there, wrote, replace(POLICY, private_messages=False))


def test_a_private_answer_lists_and_a_public_one_to_the_discreet_names_nobody() -> None:
    facts = Facts(person=Person(1, 123, "alice"), marks=frozenset({DISCREET}), matches=FEW)
    private, public = (say(ANSWERS[Request.FIND](case(facts=facts, author=author))) for author in (BOB, ALICE))
    assert private.visibility is Visibility.DIRECT and private.wording.items[0].message == "find-line-mutual"
    assert public.visibility is not Visibility.DIRECT and not public.wording.items
