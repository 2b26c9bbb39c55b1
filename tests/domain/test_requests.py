"""What people write, and what we make of it: several hundred phrases, and the rules behind them."""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.consent import Told
from bot.domain.requests import LANGUAGES, REQUESTS, Request, Understood, understand
from tests.domain.test_text import HOSTILE

PHRASES = Path(__file__).parent / "phrases"
CERTAIN = (Request.STOP, Request.FORGET, Request.DELETE, Request.NOT_ME)


MORE: dict[str, object] = {"often": None, "agrees": None, "choice": None, "x_post": "", "unsure": False}


def found(understood: Understood, name: str) -> object:
    """A field as the rows have it: how often somebody wants to be told only where it is never."""
    value = getattr(understood, name)
    if name == "often":
        return value.value if value is Told.NEVER else None
    return list(value) if isinstance(value, tuple) else value


def rows(name: str) -> Iterator[dict[str, Any]]:
    for line in (PHRASES / f"{name}.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)


def acts(text: str) -> Request | None:
    """The request that cannot be undone, if it is made without asking back."""
    understood = understand(text)
    return understood.request if understood.request in CERTAIN and not understood.unsure else None


def mistakes(name: str) -> list[str]:
    wrong = []
    for row in rows(name):
        understood = understand(row["text"], mention=row["mention"])
        if (understood.request, understood.x_handle) != (row["request"], row.get("x_handle", "")):
            wrong.append(f"{row['text']!r}: {understood.request} {understood.x_handle}, not {row['request']}")
        elif any(found(understood, name) != row.get(name, value) for name, value in MORE.items()):
            wrong.append(f"{row['text']!r}: {[(name, found(understood, name)) for name in MORE]}")
        elif understood.language != row.get("language", understood.language):
            wrong.append(f"{row['text']!r}: in {understood.language or 'no language'}")
    return wrong


@pytest.mark.parametrize("name", [*(language.code for language in LANGUAGES), "nothing", "tagged"])
def test_every_phrase_is_understood(name: str) -> None:
    assert mistakes(name) == []


def test_there_are_phrases_enough() -> None:
    for language in LANGUAGES:
        assert sum(1 for _ in rows(language.code)) >= (400 if language.code in ("fr", "en") else 130)
    assert sum(1 for _ in rows("nothing")) >= 200


def test_nothing_that_cannot_be_undone_is_done_in_doubt() -> None:
    wrong = [(row["text"], r) for row in rows("not_certain") if (r := acts(row["text"]))]
    assert wrong == []


@pytest.mark.parametrize("words", ["oublie-moi @bob", "delete my data @elonmusk", "efface toutes mes données @cnrs"])
def test_an_erasure_beside_another_name_is_asked_back(words: str) -> None:
    understood = understand(words)
    assert (understood.request, understood.unsure) == (Request.FORGET, True)


def test_nobody_can_ask_anything_about_somebody_else() -> None:
    asked = [(row["text"], found.request) for row in rows("others") if (found := understand(row["text"])).request not in
             (Request.NOTHING, Request.UNCLEAR)]  # fmt: skip
    assert asked == [] and sum(1 for _ in rows("others")) >= 60


def test_every_request_has_phrases() -> None:
    told = {row["request"] for name in ("fr", "en", "nothing") for row in rows(name)}
    assert told == set(Request)
    assert {entry.request for entry in REQUESTS} == set(Request) - {Request.NOTHING, Request.UNCLEAR}


def test_every_request_has_words_in_every_language() -> None:
    for language in LANGUAGES:
        for entry in REQUESTS:
            if entry.request is not Request.LINK:  # made of names, not of phrases
                table = language.whole if entry.certain else {**language.clause, **language.inside}
                assert table[entry.request], (language.code, entry.request)


# The same words in other clothes.

DECORATIONS = [
    "{}", "  {}  ", "{}!", "{} !!", "{} 🙏", "👋 {}", "Bonjour, {}", "hello {}", "{} stp", "{}, please", "#QuitteX {}",
    "{} #HelloQuitteX", "@alice@piaille.fr {}", "{} @bob.bsky.social", "bot, {}",
    "Bonjour !\n\n{}\n\nMerci", "\u200b{}\u200d",
    "{}…", "-- {} --", "*{}*", "\u202e{}",
]  # fmt: skip
PLAIN = {
    "trouve": Request.FIND, "find": Request.FIND, "aide": Request.HELP, "help": Request.HELP, "combien": Request.COUNT,
    "how many": Request.COUNT, "stop": Request.STOP, "arrête": Request.STOP, "leave me alone": Request.STOP,
    "oublie-moi": Request.FORGET, "forget me": Request.FORGET, "reprends": Request.RESUME, "resume": Request.RESUME,
    "pourquoi": Request.WHY, "why": Request.WHY, "pas moi": Request.NOT_ME, "not me": Request.NOT_ME,
    "supprime": Request.DELETE, "delete": Request.DELETE, "préviens-moi": Request.TELL_ME, "preuve": Request.PROVE,
}  # fmt: skip


@pytest.mark.parametrize("words", PLAIN)
def test_clothes_do_not_change_a_request(words: str) -> None:
    for decoration in DECORATIONS:
        for form in (words, words.upper(), words.capitalize()):
            text = decoration.format(form)
            if not (PLAIN[words] is Request.DELETE and text.endswith(f"{form} @bob.bsky.social")):  # delete Bob?
                assert understand(text).request is PLAIN[words], text


@pytest.mark.parametrize("words", ["trouve mes amis", "cherche mes contacts", "combien sommes-nous", "search my list"])
def test_one_wrong_letter_is_forgiven_in_a_long_word(words: str) -> None:
    request = understand(words).request
    first = words.split()[0]
    for i in range(1, len(first)):
        for wrong in (first[:i] + first[i + 1 :], first[:i] + "x" + first[i:], first[:i] + "x" + first[i + 1 :]):
            text = words.replace(first, wrong)
            assert understand(text).request is request, text


@pytest.mark.parametrize("words", ["arrête de m'écrire", "silence", "oublie-moi", "forget me", "supprime", "delete"])
def test_no_wrong_letter_is_forgiven_where_nothing_can_be_undone(words: str) -> None:
    for i in range(1, len(words)):
        if words[i].isalpha():
            text = words[:i] + "x" + words[i:]
            assert understand(text).request not in CERTAIN, text


def test_somebody_who_is_named_in_a_question_is_not_asked_about() -> None:
    assert understand("who does @bob follow on X?").request is Request.NOTHING


def test_copying_our_example_as_it_stands_asks_for_help() -> None:
    assert understand("je suis x.com/pseudo").request is Request.UNCLEAR
    assert understand("“I was x.com/handle”").request is Request.UNCLEAR


def test_the_bare_mention_says_so() -> None:
    assert understand("") == Understood(Request.FIND, bare=True)
    assert understand("Bonjour 👋 #QuitteX @bob") == Understood(Request.FIND, language="fr", bare=True)
    assert not understand("trouve").bare


def test_the_tags_are_the_campaigns_own() -> None:
    assert understand("#AdiosX", tags=frozenset({"adiosx"}), mention=False).bare
    assert understand("#AdiosX Who is here?", tags=frozenset({"adiosx"})).request is Request.FIND


def test_words_of_two_languages_take_the_language_of_those_around_them() -> None:
    assert understand("stop").language == ""
    assert understand("stop, please").language == "en"
    assert understand("stop s'il te plaît").language == "fr"


@given(st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12)), max_size=40).map("".join), st.booleans())
def test_anything_can_be_read(text: str, mention: bool) -> None:
    understood = understand(text, mention=mention)
    assert (understood.x_handle != "") == (understood.request is Request.LINK)
    assert mention or understood.request in (Request.FIND, Request.NOTHING)


@given(st.sampled_from([row["text"] for row in rows("not_certain")]), st.sampled_from(DECORATIONS))
def test_no_clothes_make_it_certain(words: str, decoration: str) -> None:
    assert not acts(decoration.format(words))


@given(st.from_regex(r"[A-Za-z0-9_]{1,15}", fullmatch=True))
def test_any_handle_can_be_claimed(handle: str) -> None:
    text = f"Bonjour, j'étais @{handle} sur X."
    expected = Request.UNCLEAR if handle.lower() in ("pseudo", "handle") else Request.LINK
    understood = understand(text)
    if understood.request is not Request.UNCLEAR:
        assert understood == Understood(expected, handle.lower(), "fr")


@given(st.from_regex(r"[A-Za-z0-9_]{16,40}", fullmatch=True))
def test_no_longer_handle_can_be_claimed(handle: str) -> None:
    assert understand(f"I was @{handle} on X").request is Request.UNCLEAR
    assert understand(f"I was x.com/{handle}").request is not Request.LINK


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("préviens-moi", None),
        ("préviens-moi chaque jour", Told.DAILY),
        ("préviens-moi tous les matins stp", Told.DAILY),
        ("préviens-moi tout de suite", Told.AT_ONCE),
        ("préviens-moi dès que quelqu'un arrive", Told.AT_ONCE),
        ("préviens-moi le jour où mes amis arrivent", None),
        ("une fois par semaine", Told.WEEKLY),
        ("notify me", None),
        ("notify me at once", Told.AT_ONCE),
        ("notify me daily", Told.DAILY),
        ("please notify me weekly", Told.WEEKLY),
        ("tell me every week, not every day", Told.WEEKLY),
        ("let me know as soon as they come", Told.AT_ONCE),
    ],
)
def test_tell_me_may_say_how_often(text: str, often: Told | None) -> None:
    found = understand(text)
    assert (found.request, found.often) == (Request.TELL_ME, often)


@pytest.mark.parametrize("text", ["stop", "arrête de me prévenir chaque jour", "stop telling me every day"])
def test_however_often_stop_is_stop(text: str) -> None:
    found = understand(text)
    assert found.request is not Request.TELL_ME and found.often is None


@pytest.mark.parametrize(
    "text", ["stop " * 600, "find, " * 500, "i am @a on x " * 200, "x.com/alice " * 250, "can you " * 400, "'" * 3000]
)
def test_no_post_takes_long_to_read(text: str) -> None:
    understand("warm")
    start = time.process_time()
    understand(text)
    assert time.process_time() - start < 2
