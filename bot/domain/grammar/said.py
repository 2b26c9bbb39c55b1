"""The clauses of a post with the phrases that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.grammar.book import audible, book, codes, marks, purposes
from bot.domain.grammar.hearing import likeliest
from bot.domain.grammar.languages import LANGUAGES
from bot.domain.grammar.patterns import Span, taken_out
from bot.domain.grammar.reading import Clause, Reading

COURTESY: Final = marks("filler", "courtesy")
PADDED: Final = marks("filler", "courtesy", "padding")
ORDERS: Final = marks(*purposes("whole"))
"""Requests that need words that leave no doubt."""
_JOINING: Final = frozenset(word for each in LANGUAGES for word in each.joining)


@dataclass(frozen=True, slots=True)
class Said:
    """Words, the phrases that stand in them, and what is left without greetings, politeness, numbers and names."""

    words: list[str]
    asks: bool
    audible: int  # marks that count in its languages
    spans: list[Span]
    marks: int
    rest: list[str]
    whole: int  # marks of the phrases that the words are, or the rest

    def has(self, purposes: int) -> bool:
        """Whether a phrase for one of these purposes stands in it."""
        return bool(self.marks & purposes)


def clause_of(words: list[str], asks: bool, audible: int) -> Said:
    """These words, by what counts in their languages."""
    lexicon, found = book().lexicon, 0
    spans = [Span(start, end, shown) for start, end, known in lexicon.spans(words) if (shown := known & audible)]
    for span in spans:
        found |= span.marks
    rest = taken_out(words, spans, PADDED)
    whole = lexicon.whole(words) | (lexicon.whole(rest) if rest != words else 0)
    return Said(words, asks, audible, spans, found, rest, whole & audible)


def said_in(reading: Reading) -> list[Said]:
    """The clauses of a post."""
    return [clause_of(clause.words.split(), clause.asks, audible(clause.heard)) for clause in reading.clauses]


def sentences_in(reading: Reading) -> list[Said]:
    """The clauses between which there are only commas, as one: "I leave, if ten leave". None if there are no two."""
    if not any(clause.goes_on for clause in reading.clauses):
        return []
    parts: list[list[Clause]] = []
    for clause in reading.clauses:
        if clause.goes_on:
            parts[-1].append(clause)
        else:
            parts.append([clause])
    joined = []
    for part in parts:
        words = [word for clause in part for word in clause.words.split()]
        heard = frozenset().union(*(clause.heard for clause in part))
        joined.append(clause_of(words, part[-1].asks, audible(heard)))
    return [said for said in joined if said.rest]


def pieces_of(said: Said) -> list[Said]:
    """The clause without courtesy, parted where two orders are joined; whole if it is one order: "my data and me"."""
    everything = _without_courtesy(said)
    if everything.whole & ORDERS or _JOINING.isdisjoint(said.words):
        return [everything] if everything.words else []
    parts: list[list[str]] = [[]]
    for word in said.words:
        if word in _JOINING:
            parts.append([])
        else:
            parts[-1].append(word)
    whole = (clause_of(part, said.asks, said.audible) for part in parts)
    return [piece for part in whole if (piece := _without_courtesy(part)).words]


def _without_courtesy(part: Said) -> Said:
    rest = taken_out(part.words, _loose(part.spans), COURTESY)
    return part if rest == part.words else clause_of(rest, part.asks, part.audible)


def _loose(spans: Sequence[Span]) -> list[Span]:
    """Those not inside an order: "yo" greets in English, and ends "no soy yo"."""
    orders = [(start, end) for start, end, found in spans if found & ORDERS]
    return [span for span in spans if not any(start <= span.start and span.end <= end for start, end in orders)]


def language_of(reading: Reading, speaking: int) -> str:
    """The language of the words: the only one that has them, else the one most words belong to, else none."""
    said_in = codes(speaking)
    return said_in[0] if len(said_in) == 1 else likeliest(reading.words, said_in)
