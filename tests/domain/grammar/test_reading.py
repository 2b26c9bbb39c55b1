"""A post taken apart."""

import pytest
from hypothesis import given

from bot.domain.grammar.reading import LONGEST, plain, read
from tests.domain.test_text import hostile_words

TAGS = frozenset({"quittex"})


def clauses(text: str) -> list[str]:
    return [clause.words for clause in read(text, TAGS).clauses]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Qui est là ?", ["qui est la"]),
        ("L’été, trouve-moi !", ["l ete", "trouve moi"]),
        ("I don't know who's here", ["i do not know who is here"]),
        ("STOOOP", ["stop"]),
        ("S.T.O.P.", ["stop"]),
        ("Ｓｔｏｐ 𝐧𝐨𝐰", ["stop now"]),
        ("stop🛑now", ["stop", "now"]),
        ("slt, stp", ["salut", "s il te plait"]),
        ("#QuitteX trouve #Bluesky #Mastodon", ["trouve"]),
        ("mes #amis sont là", ["mes amis sont la"]),
        ("@alice@piaille.fr @bob trouve", ["trouve"]),
        ("trouve @alice.bsky.social", ["trouve"]),
        ("who does @bob follow", ["who does @ follow"]),
        ("> trouve\nstop", ["stop"]),
        ("RT @bob: trouve", []),
        ("lisez https://lemonde.fr/trouve?a=stop", ["lisez"]),
        ("il dit « stop » souvent", ["il dit quotedwords souvent"]),
        ("« trouve »", ["trouve"]),
        ("« un long discours sur autre chose »", ["quotedwords"]),
        ("\u200bstop\u202e", ["stop"]),
    ],
)
def test_the_words_of_a_post(text: str, words: list[str]) -> None:
    assert clauses(text) == words


def test_what_stood_around_the_words_is_kept() -> None:
    reading = read("Stop 😂 https://a.example/b #Bluesky", TAGS)
    assert (reading.playful, reading.url, reading.hashtags) == (True, True, ("bluesky",))
    assert read('he said "stop" to me', TAGS).quoted
    assert read("“stop”", TAGS).unquoted
    assert [clause.asks for clause in read("trouve. Qui est là ? merci", TAGS).clauses] == [False, True, False]


def test_plain_words_have_no_accents() -> None:
    assert plain("Œuvre ÉTÉ L’Île @Bob_1") == "oeuvre ete l'ile @bob_1"


def test_a_very_long_post_is_read_in_its_beginning() -> None:
    assert len(" ".join(clauses("mot " * 9000))) <= LONGEST


@given(hostile_words)
def test_anything_can_be_read(text: str) -> None:
    for clause in read(text, TAGS).clauses:
        assert clause.words == " ".join(clause.words.split()) != ""
