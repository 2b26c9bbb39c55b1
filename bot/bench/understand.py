"""`bench understand`: how long one message takes, beside one plain search for the same words.

The messages are made from the grammar's own phrases, in all languages: requests in several clothes, chatter, claims,
and words nobody knows. No message is seen twice, so nothing is remembered of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from random import Random
from statistics import median
from typing import Any, Final

import regex

from bot.bench.measure import Figure, Goal, Report, Took, by_turns, percentile, ratio
from bot.domain.grammar import Language
from bot.domain.grammar.patterns import vocabulary
from bot.domain.requests import LANGUAGES, understand

SEED: Final = 42
MESSAGES: Final = {"S": 500, "M": 5_000, "L": 50_000}
"""In each turn."""
WARM_UP: Final = 10_000
"""Messages before the first turn: a bot that has worked for an hour, not one that has just started."""

_GROUP: Final = regex.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")
_FORMS: Final = (
    "{}", "{}", "{} !", "{} 🙏", "👋 {}", "#QuitteX {}", "@bot@example.org {}", "{}\n\n{}", "{}, {}", "{}. {}?",
)  # fmt: skip


def bench(size: str, seed: int = SEED) -> Report:
    """Ours and the baseline by turns, each turn with messages of its own."""
    dice = Random(seed)  # noqa: S311 - chance that can be repeated
    source = messages(dice)
    for _ in range(WARM_UP):
        understand(next(source))
    turns = [[next(source) for _ in range(MESSAGES[size])] for _ in range(_TURNS)]
    search = plain_search()
    mine, theirs = iter(turns), iter(turns)
    ours, baseline, _ = by_turns(lambda: read(next(mine)), lambda: look(search, next(theirs)), _TURNS)
    fresh = [next(source) for _ in range(MESSAGES[size])]
    each = [took(understand, message) for message in fresh]
    facts = {"seed": seed, "messages": MESSAGES[size], "languages": len(LANGUAGES), "p95": _us(percentile(each, 0.95))}
    count = MESSAGES[size]
    figures = [
        Figure("understand.median", _us(median(each)), "µs", goal=Goal("<=", 100, of="ours"), note="one message"),
        Figure(
            "understand.cpu", _us(_cpu(ours) / count), "µs", _us(_cpu(baseline) / count),
            round(ratio([turn.cpu for turn in ours], [turn.cpu for turn in baseline]), 2), Goal("<=", 5),
            "mean of one message, to one regex search for the same words",
        ),
    ]  # fmt: skip
    return Report("understand", size, facts, figures)


_TURNS: Final = 5


def messages(dice: Random) -> Iterator[str]:
    """Made-up posts, for ever: of ten, six ask, two chat, one claims an account and one says what nobody knows."""
    while True:
        language = dice.choice(LANGUAGES)
        kind = dice.randrange(10)
        if kind < 6:
            yield dice.choice(_FORMS).format(asked(language, dice), chat(language, dice))
        elif kind < 8:
            yield " ".join(chat(language, dice) for _ in range(dice.randrange(2, 5)))
        elif kind == 8:
            yield f"{dice.choice(language.claims.be)} @{unknown(dice)} {dice.choice(language.claims.on)} X"
        else:
            yield " ".join(unknown(dice) for _ in range(dice.randrange(3, 15)))


def asked(language: Language, dice: Random) -> str:
    """One of the phrases that ask something, spelt out."""
    tables = [language.whole, language.clause, language.inside]
    phrases = dice.choice([phrases for table in tables for phrases in table.values()])
    return spelt(dice.choice(phrases), dice)


def chat(language: Language, dice: Random) -> str:
    """A few words of the language, said together by chance."""
    words = sorted(language.words)
    return " ".join(dice.choice(words) for _ in range(dice.randrange(2, 6)))


def unknown(dice: Random) -> str:
    """A word of no language."""
    return "".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randrange(4, 10)))


def spelt(phrase: str, dice: Random) -> str:
    """A phrase in the notation of `patterns` as somebody may say it."""
    while match := _GROUP.search(phrase):
        choice = dice.choice((match[1] if match[1] is not None else f"{match[2]}|").split("|"))
        phrase = phrase[: match.start()] + choice + phrase[match.end() :]
    words = (_said(piece, dice) for piece in phrase.split("|")[0].split())
    return " ".join(word for word in words if word)


def _said(piece: str, dice: Random) -> str:
    if piece in "^$":
        return ""
    if piece in "_*":
        return unknown(dice)
    return str(dice.randrange(100)) if piece == "#" else piece.replace("~", dice.choice(("", "s", "en")))


def plain_search() -> regex.Pattern[str]:
    """The baseline: one expression for every word with which one can ask something, in any language."""
    tables = (table for each in LANGUAGES for table in (each.whole, each.clause, each.inside))
    words = vocabulary(phrase for table in tables for phrases in table.values() for phrase in phrases)
    return regex.compile(rf"\b(?:{'|'.join(sorted(words))})\b")


def read(some: Sequence[str]) -> None:
    """Ours."""
    for message in some:
        understand(message)


def look(search: regex.Pattern[str], some: Sequence[str]) -> None:
    """The baseline."""
    for message in some:
        search.search(message.lower())


def took(work: Callable[[str], Any], message: str) -> float:
    """Seconds of this process's CPU."""
    start = time.process_time()
    work(message)
    return time.process_time() - start


def _cpu(turns: Sequence[Took]) -> float:
    return median(turn.cpu for turn in turns)


def _us(seconds: float) -> float:
    return round(seconds * 1e6, 1)
