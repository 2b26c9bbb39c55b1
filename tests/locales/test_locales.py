"""The catalogues: complete, alike, typographically right, and always one post long."""

import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from fluent.syntax import ast, parse, visitor

from bot import locales
from bot.domain import text
from bot.domain.requests import Request, understand
from bot.domain.text import Limits, Link, Mention, Tag
from bot.domain.wording import Value, Wording, render

BLUESKY = Limits(graphemes=300, utf8_bytes=3000)
MASTODON = Limits(graphemes=500, url_length=23)
EVERY = locales.Catalogues()

# The longest a campaign is likely to use; longer ones are cut, never refused by the network.
LONGEST: dict[str, Value] = {
    "campaign": "HelloQuitteX Confédération",
    "operator": "administration@mastodon.campagne.example",
    "guide": Link("guides.helloquittex.example", "https://guides.helloquittex.example/" + "a" * 80),
    "who": "a" * 30 + "@" + "mastodon.association.example",
    "tag": Tag("HelloQuitteX"),
    "slot": "mercredi 30 septembre 2026, 09:00",
    "since": "30 sept. 2026",
    "until": "30 sept. 2026",
    "title": "HelloQuitteX Confédération",
    "label": "personnes inscrites",
    "network": "n" * 32,
    "day": "30 sept. 2026",
    "issue": "№ 2026-09-30 14h",
    "claim": "999999999",
    "post": "999999999",
    "found": "followed",
    "told": "at-once",
    "named": "no",
    "code": "QX-WWWWWWW",
    "method": "archive-and-profile",
    "relation": "mutual",
    "witness": "both",
    "choice": "counted-yes",
    "counted": "no",
    "when": "2026-09-30 14:00 UTC",
    "known": "yes",
    "reader": Mention("a" * 30 + ".pds.association.example", "did:plc:" + "a" * 24),
}
NUMBERS = (
    "followed", "followers", "mutual", "reverse", "count", "people", "growth", "level", "smallest", "first", "last",
    "accounts", "lists", "posts", "edges",
    "minutes", "hours", "megabytes", "percent",
)  # fmt: skip


class _Seen(visitor.Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.references: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:  # noqa: N802
        self.references.add(node.id.name)


def messages(language: str) -> dict[str, frozenset[str]]:
    """id -> its variables, those of the messages it refers to included."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for entry in parse(locales.source(language)).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            seen = _Seen()
            seen.visit(entry)
            assert entry.id.name not in found, f"{language}: {entry.id.name} stands there twice"
            found[entry.id.name] = (seen.variables, seen.references)
    return {
        name: frozenset(own.union(*(found[other][0] for other in references)))
        for name, (own, references) in found.items()
    }


def test_every_language_has_the_same_messages_with_the_same_values() -> None:
    first = messages(locales.AVAILABLE[0])
    for language in locales.AVAILABLE:
        assert messages(language) == first, language


def test_every_value_of_the_catalogue_is_known_to_these_tests() -> None:
    used = frozenset().union(*messages("en").values())
    assert used <= {*LONGEST, *NUMBERS}


def cases() -> Iterator[tuple[str, str, int]]:
    for language in locales.AVAILABLE:
        for message in messages(language):
            for number in (0, 1, 2, 10, 1000, 1_000_000, 999_999_999):
                yield language, message, number


@pytest.mark.parametrize("limits", [BLUESKY, MASTODON], ids=["bluesky", "mastodon"])
def test_every_message_is_one_whole_post_with_the_longest_values(limits: Limits) -> None:
    for language, message, number in cases():
        values = {**LONGEST, **dict.fromkeys(NUMBERS, number)}
        said = render(Wording(message, values), EVERY, language, limits)
        assert text.fits(said, limits)
        assert "…" not in text.plain(said), (language, message)
        assert "$" not in text.plain(said)


EXAMPLES = {f"x.com/{name}" for name in ("pseudo", "handle", "name", "usuario", "nome", "namn")}


def test_no_message_speaks_to_anybody_else_or_looks_like_a_link() -> None:
    for language, message, number in cases():
        said = EVERY.say(message, language, {**dict.fromkeys(LONGEST, "Z"), **dict.fromkeys(NUMBERS, number)})
        assert "@" not in said and "#" not in said, (language, message)
        assert not re.search(r"https?:|www\.", said), (language, message)
        hosts = set(re.findall(r"[\w-]+\.[a-z]{2,}(?:/\w+)?", said))
        assert hosts <= EXAMPLES, (language, message)


def test_no_message_holds_an_unseen_character_or_a_stray_space() -> None:
    for language, message, number in cases():
        said = EVERY.say(message, language, {**dict.fromkeys(LONGEST, "Z"), **dict.fromkeys(NUMBERS, number)})
        assert said == text.clean(said)
        assert said == said.strip() or message == "people-so-far"
        assert "  " not in said and "\n" not in said, (language, message)


ASKED = {
    "help-find": Request.FIND, "help-count": Request.COUNT, "help-tell-me": Request.TELL_ME, "help-stop": Request.STOP,
    "help-resume": Request.RESUME, "help-delete": Request.DELETE, "help-export": Request.EXPORT,
    "help-forget": Request.FORGET, "export-public": Request.EXPORT, "why-ask": Request.WHY,
    "told-joined": Request.NOT_ME, "prove-expired": Request.PROVE, "find-public-list": Request.FIND,
}  # fmt: skip


@pytest.mark.parametrize("language", locales.AVAILABLE)
def test_the_words_we_tell_people_to_say_are_understood(language: str) -> None:
    for message, request in ASKED.items():
        said = EVERY.say(message, language, {"count": 2, "campaign": "Z"})
        words = re.findall(r"[«“„”]\s?([^«»“”„]+?)\s?[»“”]", said)
        assert [understand(each).request for each in words] == [request], (language, said)


def test_french_typography_is_kept() -> None:
    words = "\n".join(line for line in locales.source("fr").splitlines() if not line.startswith("#"))
    words = re.sub(r"\{[^{}]*\}", "", words)
    assert re.findall(r"[^\u202f\s][?!;»]|«[^\u202f]|[^\u202f]:\s", words) == []
    assert "'" not in words and '"' not in words.replace('{""}', "")


def test_english_typography_is_kept() -> None:
    words = "\n".join(line for line in locales.source("en").splitlines() if not line.startswith("#"))
    assert "'" not in words
    assert re.findall(r'"', re.sub(r'\{" ?"\}', "", words)) == []


def test_millions_of_people_are_said_as_the_french_say_it() -> None:
    assert EVERY.say("announcement-counters-people", "fr", {"count": 2_000_000}).startswith(
        "2\u202f000\u202f000 de personnes"
    )


def test_an_unknown_language_is_answered_in_the_first() -> None:
    assert locales.Catalogues(["en", "fr"]).say("find-more", "sv", {"count": 2}) == "And 2 more."


def test_an_unknown_message_is_a_fault() -> None:
    with pytest.raises(KeyError):
        EVERY.say("nowhere", "fr", {})


def test_a_missing_value_is_a_fault_and_never_reaches_a_post() -> None:
    with pytest.raises(locales.CatalogueError):
        EVERY.say("find-more", "fr", {})


def test_a_language_without_catalogue_is_refused() -> None:
    with pytest.raises(KeyError):
        locales.Catalogues(["fr", "tlh"])


def test_a_moment_is_said_in_words() -> None:
    moment = datetime(2026, 11, 23, 9, 5)  # noqa: DTZ001 - local time, as the campaign reads it
    assert EVERY.moment(moment, "fr") == "lundi 23 novembre 2026, 09:05"
    assert EVERY.moment(moment, "en") == "Monday, November 23, 2026, 09:05"
    assert EVERY.moment(moment, "sv") == "måndag 23 november 2026, 09:05"
    assert EVERY.moment(moment, "tlh") == EVERY.moment(moment, "fr")
    assert EVERY.day(moment, "fr") == "23 nov. 2026"
