"""The words of all languages in one lexicon, each phrase marked with what it says and in which language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from bot.domain.consent import Told
from bot.domain.grammar import Language, Request
from bot.domain.grammar.languages import LANGUAGES
from bot.domain.grammar.patterns import Lexicon, Spelling, vocabulary
from bot.domain.grammar.reading import SOMEBODY

Purpose = str | tuple[str, Request] | tuple[str, Told] | tuple[str, tuple[str, str]]
"""What a phrase is for: a field of `Language`, and the request, the choice or the rhythm it says there."""

EVERY: Final = (1 << len(LANGUAGES)) - 1
"""All languages, as bits."""
_FILLER: Final = ("#", SOMEBODY)
"""Numbers and names say nothing by themselves in any language."""


def _phrases(language: Language) -> Iterator[tuple[Purpose, Sequence[str]]]:
    for name in ("whole", "clause", "inside", "hints"):
        yield from (((name, request), phrases) for request, phrases in getattr(language, name).items())
    yield from ((("often", often), phrases) for often, phrases in language.often.items())
    yield from ((("choices", choice), phrases) for choice, phrases in language.choices.items())
    yield from ((name, getattr(language, name)) for name in _PLAIN)
    yield "filler", _FILLER


_PLAIN: Final = (
    "courtesy", "padding", "complaint", "talk", "chat", "yes", "no", "unsure", "refusals", "alone", "denials",
    "closing", "may_ask",
)  # fmt: skip
# Told apart by languages that are heard: the same word means something else in another.
_OF_ITS_LANGUAGE: Final = frozenset(
    ("courtesy", "padding", "complaint", "talk", "chat", "clause", "inside", "hints", "unsure", "often")
)
_SHIFTS: Final[dict[Purpose, int]] = {}
for _language in LANGUAGES:
    for _purpose, _ in _phrases(_language):
        _SHIFTS.setdefault(_purpose, len(_SHIFTS) * len(LANGUAGES))


@dataclass(frozen=True, slots=True)
class Book:
    """The lexicon, and the spelling of the words with which one asks."""

    lexicon: Lexicon
    spelling: Spelling


@cache
def book() -> Book:
    """Made at first use, which takes a moment."""
    lexicon = Lexicon(
        (phrase, 1 << (_SHIFTS[purpose] + at))
        for at, language in enumerate(LANGUAGES)
        for purpose, phrases in _phrases(language)
        for phrase in phrases
    )
    asking = (table for each in LANGUAGES for table in (each.clause, each.inside))
    return Book(lexicon, Spelling(vocabulary(phrase for table in asking for of in table.values() for phrase in of)))


def marks(*purposes: Purpose) -> int:
    """The marks of the phrases for these purposes, in all languages."""
    return sum(EVERY << _SHIFTS[purpose] for purpose in purposes if purpose in _SHIFTS)


def spoken(found: int, purpose: Purpose) -> int:
    """The languages in which these marks say it, as bits in the order of LANGUAGES."""
    at = _SHIFTS.get(purpose)
    return 0 if at is None else (found >> at) & EVERY


@cache
def codes(languages: int) -> tuple[str, ...]:
    """The codes of the languages of these bits."""
    return tuple(language.code for at, language in enumerate(LANGUAGES) if languages >> at & 1)


@cache
def audible(heard: frozenset[str]) -> int:
    """The marks that count in a post where only these languages are heard."""
    bits = sum(1 << i for i, language in enumerate(LANGUAGES) if language.code in heard)
    return sum((bits if _is_of_its_language(purpose) else EVERY) << shift for purpose, shift in _SHIFTS.items())


def _is_of_its_language(purpose: Purpose) -> bool:
    return (purpose if isinstance(purpose, str) else purpose[0]) in _OF_ITS_LANGUAGE


def purposes(name: str) -> list[Purpose]:
    """Those of one field."""
    return [purpose for purpose in _SHIFTS if purpose == name or purpose[0] == name]


CHOICES: Final = tuple(dict.fromkeys(choice for language in LANGUAGES for choice in language.choices))
"""Purposes of consent and their values, for which there are words."""
