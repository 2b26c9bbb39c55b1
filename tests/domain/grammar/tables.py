"""What must hold of the words of every language."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from bot.domain.consent import Found, Told
from bot.domain.grammar import ClaimWords, Language, Request
from bot.domain.grammar.patterns import Lexicon, vocabulary
from bot.domain.grammar.reading import plain
from bot.domain.requests import REQUESTS

CERTAIN = {entry.request for entry in REQUESTS if entry.certain}
OTHERS = {entry.request for entry in REQUESTS} - CERTAIN - {Request.LINK}


def faults(language: Language) -> list[str]:
    """Of the words of its requests."""
    phrases = [phrase for table in (language.whole, language.clause, language.inside) for of in table.values()
               for phrase in of]  # fmt: skip
    return [*_misplaced(language), *_miswritten(phrases)]


def faults_of_chatter(language: Language) -> list[str]:
    """Of the words around them."""
    courtesy = language.courtesy
    phrases = (*courtesy, *language.padding, *language.complaint, *language.talk, *language.chat)
    found = [*_miswritten(phrases), *(f"not plain: {word}" for word in language.words if word != plain(word))]
    certain = {word for of in language.whole.values() for word in vocabulary(of)}
    taken = [word for word in certain if is_one(courtesy, word)]
    return found + [f"courtesy takes it away: {w}" for w in taken if any(is_one(o, w) for o in language.whole.values())]


def faults_of_certain(language: Language) -> list[str]:
    """Of the words that need to leave no doubt: none is so small that it stands in any sentence, and what denies them
    is none of them."""
    phrases = [phrase for of in language.whole.values() for phrase in of]
    small = language.words | {*language.to_us, *language.joining}
    found = [f"too small: {word}" for word in small if is_one(phrases, word)]
    return found + [f"denied: {word}" for word in ("no", "non", "nein", "nicht", "not", "x") if is_one(phrases, word)]


def faults_of_choices(language: Language) -> list[str]:
    """Of the words for consent: every purpose that is chosen by words, both ways, and every rhythm."""
    missing = {("found", each.value) for each in Found} | {("counted", "no"), ("counted", "yes")}
    missing -= set(language.choices)
    phrases = [phrase for table in (language.choices, language.often) for of in table.values() for phrase in of]
    unsaid = [f"no words for {each}" for each in [*missing, *(set(Told) - set(language.often))]]
    return [*unsaid, *_miswritten([*phrases, *language.unsure])]


def faults_of_claims(claims: ClaimWords) -> list[str]:
    """Every field has words, written as `plain` leaves them."""
    texts = {each.name: getattr(claims, each.name) for each in fields(claims)}
    empty = [f"no words for {name}" for name, words in texts.items() if not words]
    return empty + [f"not plain: {word}" for words in texts.values() for word in words if word != plain(word)]


def is_one(phrases: Iterable[str], word: str) -> bool:
    return Lexicon((phrase, 1) for phrase in phrases).whole([word]) == 1


def _misplaced(language: Language) -> Iterator[str]:
    asked = {*language.clause, *language.inside}
    if set(language.whole) != CERTAIN:
        yield f"`whole` holds {sorted(set(language.whole) ^ CERTAIN)} too many or too few"
    if asked != OTHERS:
        yield f"`clause` and `inside` hold {sorted(asked ^ OTHERS)} too many or too few"


def _miswritten(phrases: Iterable[str]) -> Iterator[str]:
    """Written as clauses are read, in whole brackets, and not without a word."""
    for phrase in phrases:
        words = vocabulary((phrase,))
        if any(word != plain(word) for word in words) or "{" in phrase:
            yield f"not plain: {phrase}"
        if phrase.count("[") != phrase.count("]") or phrase.count("(") != phrase.count(")"):
            yield f"brackets: {phrase}"
        if not phrase.replace("*", "").replace("_", "").split():
            yield f"no word: {phrase}"
