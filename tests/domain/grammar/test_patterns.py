"""The notation of phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.grammar.patterns import holds, is_one, is_run, near, vocabulary, without


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("find friends", "find friends"),
        ("find (my|the) friends", "find my friends"),
        ("find [my] friends", "find friends"),
        ("find [my|the old] friends", "find the old friends"),
        ("find * friends", "find all my old friends"),
        ("find _ friends", "find some friends"),
        ("quitt~", "quitter"),
        ("if #", "if 10"),
        ("^ find", "find"),
    ],
)
def test_a_phrase_matches(phrase: str, words: str) -> None:
    assert is_one((phrase,), words)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("find friends", "find friendship"),
        ("find friends", "find my friends"),
        ("find * friends", "find all my very old good friends"),
        ("find _ friends", "find friends"),
        ("if #", "if ten"),
        ("a.b", "axb"),
    ],
)
def test_a_phrase_does_not_match(phrase: str, words: str) -> None:
    assert not is_one((phrase,), words)


def test_a_phrase_stands_anywhere_but_never_inside_a_word() -> None:
    assert holds(("stop",), "please stop now")
    assert not holds(("stop",), "nonstop stopping")
    assert not holds(("^ stop",), "please stop")
    assert not holds((), "anything")


def test_a_run_is_nothing_but_phrases() -> None:
    assert is_run(("stop", "please [now]"), "stop stop please now")
    assert not is_run(("stop",), "stop it")


def test_phrases_can_be_taken_out() -> None:
    assert without(("please", "hello there"), "hello there stop please") == "stop"


def test_one_letter_may_be_wrong_in_a_long_word() -> None:
    known = vocabulary(("(trouve|prove) [moi]", "quitt~"))
    assert known == {"trouve", "prove", "moi", "quitt"}
    for wrong in ("trouv", "trouvee", "trouxe", "truove", "troouve"):
        assert near(wrong, known) == ["trouve"], wrong
    assert near("trove", known) == ["prove", "trouve"]
    for other in ("mois", "treuva", "tro", "trouve"):
        assert near(other, known) == [other]


@given(st.text("abc", min_size=5, max_size=9), st.integers(0, 8), st.sampled_from("abcz"))
def test_any_one_letter_added_is_forgiven(word: str, at: int, letter: str) -> None:
    assert word in near(word[:at] + letter + word[at:], frozenset({word}))
