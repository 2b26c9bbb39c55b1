"""The notation of phrases."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.grammar import patterns
from bot.domain.grammar.patterns import Lexicon, Spelling, is_run, taken_out, vocabulary


def is_one(phrases: tuple[str, ...], words: str) -> bool:
    return Lexicon((phrase, 1) for phrase in phrases).whole(words.split()) == 1


def holds(phrases: tuple[str, ...], words: str) -> bool:
    return bool(Lexicon((phrase, 1) for phrase in phrases).spans(words.split()))


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
    lexicon = Lexicon([("stop", 1), ("please [now]", 2)])
    words = ["stop", "stop", "please", "now"]
    assert is_run(words, lexicon.spans(words), 3)
    assert not is_run(words, lexicon.spans(words), 1)
    assert not is_run(["stop", "it"], lexicon.spans(["stop", "it"]), 3)


def test_phrases_can_be_taken_out() -> None:
    lexicon = Lexicon([("please", 1), ("hello [there]", 1), ("stop", 2)])
    words = ["hello", "there", "stop", "please"]
    assert taken_out(words, lexicon.spans(words), 1) == ["stop"]
    assert taken_out(words, lexicon.spans(words), 2) == ["hello", "there", "please"]


def test_every_phrase_is_found_with_its_marks_and_its_place() -> None:
    lexicon = Lexicon([("find (my|the) friends", 1), ("friends", 2), ("my friends here", 4)])
    spans = lexicon.spans(["please", "find", "my", "friends", "here"])
    assert [(span.start, span.end, span.marks) for span in spans] == [(1, 4, 1), (2, 5, 4), (3, 4, 2)]


def test_the_ends_of_a_clause_take_no_room() -> None:
    lexicon = Lexicon([("^ find _", 1), ("friends $", 2)])
    assert lexicon.spans(["find", "my", "friends"]) == [(0, 2, 1), (2, 3, 2)]


@pytest.mark.parametrize("phrase", ["", "[now]", "*", "(a|[b])", "find )"])
def test_what_is_no_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="no phrase"):
        Lexicon([(phrase, 1)])


@given(st.lists(st.sampled_from("abcdxyz"), max_size=9))
def test_a_walk_finds_what_an_expression_finds(words: list[str]) -> None:
    phrases = {"a [b|c d] (x|y)": r"a (b |c d )?(x |y )", "b * d": r"b (\S+ ){0,4}d ", "_ c": r"\S+ c "}
    text = "".join(f"{word} " for word in words)
    for phrase, expression in phrases.items():
        starts = {span.start for span in Lexicon([(phrase, 1)]).spans(words)}
        assert starts == {at for at in range(len(words)) if re.compile(expression).match(text, 2 * at)}


def test_however_many_words_are_seen_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_MOST", 10)
    lexicon = Lexicon([("find * friends", 1)])
    for number in range(100):
        assert lexicon.spans(["find", f"word{number}", "friends"]) == [(0, 3, 1)]
    assert len(lexicon._kinds) < 20 and len(lexicon._states) < 20


def test_one_letter_may_be_wrong_in_a_long_word() -> None:
    known = vocabulary(("(trouve|prove) [moi]", "quitt~"))
    near = Spelling(known).near
    assert known == {"trouve", "prove", "moi", "quitt"}
    for wrong in ("trouv", "trouvee", "trouxe", "truove", "troouve"):
        assert near(wrong) == ["trouve"], wrong
    assert near("trove") == ["prove", "trouve"]
    for other in ("mois", "treuva", "tro", "trouve"):
        assert near(other) == [other]


@given(st.text("abc", min_size=5, max_size=9), st.integers(0, 8), st.sampled_from("abcz"))
def test_any_one_letter_added_is_forgiven(word: str, at: int, letter: str) -> None:
    assert word in Spelling([word]).near(word[:at] + letter + word[at:])
