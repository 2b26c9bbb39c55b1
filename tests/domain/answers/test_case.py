"""Answers: case."""

from dataclasses import replace

import pytest

from bot.domain.effects import Facts
from bot.domain.encounters import Visibility
from bot.domain.people import Person
from tests.domain.answers.cases import (
    FEW,
    POLICY,
    case,
    words,
)


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
