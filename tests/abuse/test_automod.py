"""Every template of every language against the rules that Bluesky publishes for its own moderation (peers.md, 2.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
import regex

from bot.domain.text import Limits, Link, Mention, Tag, Text, address, looks_like_host, plain
from bot.domain.wording import Wording, render
from bot.locales import AVAILABLE, Catalogues
from bot.networks.bluesky.compose import facets
from tests.locales.test_locales import LONGEST, NUMBERS, messages

BLUESKY: Final = Limits(graphemes=300, utf8_bytes=3000)
MOST_TAGS: Final = 3

# Answers in public that have nothing of the asker's own to say, and so are the same to everybody. What is personal here
# would be somebody's own words; docs/courtesy.md says why the account should be two weeks old.
SAME_TO_ALL: Final = frozenset({
    "claim", "claim-waiting", "link-known", "stop", "resume", "private", "public", "delete", "delete-none", "unclear",
    "later", "instance-stop-operator",
})  # fmt: skip


def said() -> Iterator[tuple[str, str, Text]]:
    values = {**LONGEST, **dict.fromkeys(NUMBERS, 1234), "guide": address("https://www.guides.example/x")}
    for language in AVAILABLE:
        for message in messages(language):
            yield language, message, render(Wording(message, values), Catalogues(), language, BLUESKY)


EVERY: Final = tuple(said())


def test_no_template_uses_more_than_three_tags() -> None:
    for language, message, words in EVERY:
        tags = sum(isinstance(part, Tag) for part in words) + len(regex.findall(r"(?<!\w)#\w", _bare(words)))
        assert tags <= MOST_TAGS, (language, message)


def test_tags_are_never_most_of_a_text() -> None:
    """More than 4 tags that are over 60 % of it, more than 7 over 80 %: with three at most neither can be."""
    for language, message, words in EVERY:
        tagged = sum(len(part.name) + 1 for part in words if isinstance(part, Tag))
        assert message == "announcement-tag" or tagged <= 0.6 * len(plain(words)), (language, message)


def test_no_link_shows_another_host_than_it_leads_to() -> None:
    for language, message, words in EVERY:
        for link in (part for part in words if isinstance(part, Link)):
            shown = link.words
            assert not looks_like_host(shown) or f"//{shown}" in link.url or f".{shown}" in link.url, (
                language,
                message,
            )


def test_a_call_is_a_mention_of_the_recipient_and_of_nobody_else() -> None:
    for language, message, words in EVERY:
        called = [part for part in words if isinstance(part, Mention)]
        assert called in ([], [LONGEST["reader"]]), (language, message)
        for facet in facets(words):
            (feature,) = facet["features"]
            if feature["$type"].endswith("#mention"):
                assert feature["did"] == called[0].id
        assert not regex.search(r"(?<![\w.])@\w", _bare(words)), (language, message)


def test_no_template_shouts_or_begs() -> None:
    """What looks like bulk mail to people looks so to machines."""
    for language, message, words in EVERY:
        text = _bare(words)
        assert "!!" not in text and "!\u202f!" not in text, (language, message)
        assert not regex.search(r"\b[\p{Lu}]{4,}(?: [\p{Lu}]{4,})+\b", text), (language, message)


@pytest.mark.parametrize("language", AVAILABLE)
def test_what_is_the_same_to_everybody_is_known(language: str) -> None:
    """Everything else that is said in public carries a number or a name of the person's own, or of the day's."""
    known = messages(language)
    for message in SAME_TO_ALL & known.keys():
        personal = known[message] - {"campaign", "operator", "guide"}
        assert not personal, message
    for message in ("find-public", "find-reverse", "find-none", "not-linked", "waiting-minutes", "waiting-hours"):
        assert known[message] - {"campaign", "operator", "guide"}, message


def _bare(words: Text) -> str:
    """The words between links, tags and mentions."""
    return " ".join(part for part in words if isinstance(part, str))
