"""Which languages are heard in the words of a post, and quick writing made long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final

from bot.domain.grammar import Language, word_set
from bot.domain.grammar.languages import LANGUAGES
from bot.domain.grammar.patterns import vocabulary

_BITS: Final = 13
"""Of one language's score; a post has too few words to need more."""
_NAMES: Final = word_set("x twitter bluesky mastodon bsky quittex bot stop")
"""The same in every language."""
_SMALL_WORDS_COUNT: Final = 2
"""Words that hold sentences together tell more about a language than the others."""


def heard(words: Iterable[str]) -> frozenset[str]:
    """The codes of the languages these words may be in: all if no word is known, else the likely ones.

    >>> sorted(heard(["wer", "ist", "hier"]) & {"de", "en"})
    ['de']
    """
    known, total = _known(), 0
    for word in words:
        total += known.get(word, 0)
    return _likely(total)


@lru_cache(maxsize=4096)
def _likely(total: int) -> frozenset[str]:
    scores = {each.code: total >> at * _BITS & (1 << _BITS) - 1 for at, each in enumerate(LANGUAGES)}
    best = max(scores.values())
    return frozenset(code for code, score in scores.items() if 2 * score >= best)


@cache
def _known() -> dict[str, int]:
    """A word -> its score in every language, in one number."""
    known: dict[str, int] = {}
    for at, language in enumerate(LANGUAGES):
        for word in _words_of(language) - _NAMES:
            weight = _SMALL_WORDS_COUNT if word in language.words else 1
            known[word] = known.get(word, 0) + (weight << at * _BITS)
    return known


def _words_of(language: Language) -> frozenset[str]:
    tables = (language.whole, language.clause, language.inside, language.often, language.choices)
    phrases = [phrase for table in tables for of in table.values() for phrase in of]
    for name in ("courtesy", "padding", "complaint", "talk", "chat", "yes", "no", "unsure", "closing"):
        phrases.extend(getattr(language, name))
    return language.words | vocabulary(phrases) | frozenset(short.split()[0] for short in language.short_forms)


def written_out(words: Sequence[str], languages: frozenset[str]) -> list[str]:
    """The words as the tables have them: short forms of these languages made long, and `ue` for `ü` undone."""
    short, begins, known = _short_forms(languages), _begins(), _known()
    if begins.isdisjoint(words) and all(word in known for word in words):
        return list(words)
    found: list[str] = []
    at = 0
    while at < len(words):
        word, pair = words[at], " ".join(words[at : at + 2])
        if pair != word and pair in short:
            found += short[pair].split()
            at += 2
            continue
        found += short[word].split() if word in short else [word if word in known else _without_umlauts(word)]
        at += 1
    return found


@cache
def _begins() -> frozenset[str]:
    return frozenset(short.split()[0] for each in LANGUAGES for short in each.short_forms)


@cache
def _short_forms(languages: frozenset[str]) -> dict[str, str]:
    """Of these languages, and of the others where they are no words here; of two the first language's."""
    known, forms = _known(), dict[str, str]()
    own = sum((1 << _BITS) - 1 << at * _BITS for at, each in enumerate(LANGUAGES) if each.code in languages)
    for each in sorted(LANGUAGES, key=lambda language: language.code in languages):
        taken = 0 if each.code in languages else own
        forms.update({short: long for short, long in each.short_forms.items() if not known.get(short, 0) & taken})
    return forms


def _without_umlauts(word: str) -> str:
    """`fuer` is `für`, which is read as `fur`: so it is, where that is a word."""
    bare = word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return bare if bare in _known() else word


def likeliest(words: Iterable[str], codes: Sequence[str]) -> str:
    """Which of these languages most of the words belong to; "" if two have as many, or none has any."""
    own = _own_words()
    said = list(words)
    score = {code: sum(word in own[code] for word in said) for code in codes}
    best = max(score.values())
    leaders = [code for code in score if score[code] == best]
    return leaders[0] if best and len(leaders) == 1 else ""


@cache
def _own_words() -> dict[str, frozenset[str]]:
    return {each.code: each.words | vocabulary(each.courtesy) for each in LANGUAGES}
