"""All languages in one lexicon."""

from bot.domain.grammar import Request
from bot.domain.grammar.book import CHOICES, EVERY, audible, book, codes, marks, purposes, spoken
from bot.domain.grammar.languages import LANGUAGES


def found(words: str) -> int:
    return book().lexicon.whole(words.split())


def test_a_phrase_tells_what_it_is_for_and_in_which_language() -> None:
    assert codes(spoken(found("trouve mes amis"), ("inside", Request.FIND))) == ("fr",)
    assert codes(spoken(found("who is here"), ("clause", Request.FIND))) == ("en",)
    assert {"fr", "en"} <= set(codes(spoken(found("stop"), ("whole", Request.STOP))))
    assert spoken(found("stop"), ("whole", Request.FORGET)) == 0


def test_marks_of_two_purposes_never_meet() -> None:
    taken = 0
    for name in ("whole", "clause", "inside", "talk", "chat", "courtesy", "choices", "often"):
        for purpose in purposes(name):
            assert not taken & marks(purpose)
            taken |= marks(purpose)


def test_a_language_that_is_not_heard_says_no_more_than_what_leaves_no_doubt() -> None:
    only_english = audible(frozenset({"en"}))
    assert spoken(found("merci") & only_english, "chat") == 0
    stop = ("whole", Request.STOP)
    assert spoken(found("stop") & only_english, stop) == spoken(found("stop"), stop)


def test_every_language_is_in_it() -> None:
    assert codes(EVERY) == tuple(each.code for each in LANGUAGES)


def test_choices_are_told_apart() -> None:
    assert ("found", "nobody") in CHOICES and ("counted", "yes") in CHOICES
