"""The notation in which a language writes its phrases, and what matches them.

`find (my|the) [old] friends`: words; one of several; perhaps. `*` up to four words, `_` one word, `quitt~` any word
that begins so, `#` a number, `^` and `$` the ends of the clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

import regex

_PIECE: Final = regex.compile(r"[\[\]()|]|[^\s\[\]()|]+")
_SIGNS: Final = {
    "[": "(?:", "]": ")?", "(": "(?:", ")": ")", "|": "|", "*": r"(?:\S+ ){0,4}", "_": r"\S+ ", "#": r"\d+ ",
    "^": "^", "$": "$",
}  # fmt: skip

_FORGIVEN: Final = 5
"""Letters of the shortest word in which one may be wrong: below that, another word is too near."""


def matcher(phrases: Iterable[str]) -> regex.Pattern[str]:
    """One expression for all these phrases, for clauses written by `spaced`."""
    return _compiled(tuple(phrases))


@cache
def _compiled(phrases: tuple[str, ...]) -> regex.Pattern[str]:
    if not phrases:
        return regex.compile(r"(?!)")
    return regex.compile(r"(?:^|(?<= ))(?:" + "|".join(_expression(phrase) for phrase in phrases) + ")")


def _expression(phrase: str) -> str:
    return "".join(_SIGNS.get(piece) or _word(piece) for piece in _PIECE.findall(phrase))


def _word(piece: str) -> str:
    return regex.escape(piece.removesuffix("~")) + (r"\S* " if piece.endswith("~") else " ")


def spaced(words: str) -> str:
    """A clause as matchers want it: every word is followed by one space."""
    return f"{words} " if words else ""


def holds(phrases: Iterable[str], words: str) -> bool:
    """Whether one of the phrases stands somewhere in the clause."""
    return matcher(phrases).search(spaced(words)) is not None


def is_one(phrases: Iterable[str], words: str) -> bool:
    """Whether the clause is one of the phrases, whole."""
    return matcher(phrases).fullmatch(spaced(words)) is not None


def is_run(phrases: Iterable[str], words: str) -> bool:
    """Whether the clause is nothing but such phrases, one after the other."""
    return regex.fullmatch(f"(?:{matcher(phrases).pattern})+", spaced(words)) is not None


def without(phrases: Iterable[str], words: str) -> str:
    """The clause without these phrases, wherever they stand."""
    return " ".join(matcher(phrases).sub("", spaced(words)).split())


@cache
def vocabulary(phrases: tuple[str, ...]) -> frozenset[str]:
    """The words these phrases are made of."""
    pieces = (piece.removesuffix("~") for phrase in phrases for piece in _PIECE.findall(phrase))
    return frozenset(piece for piece in pieces if piece.isalpha())


def near(word: str, known: frozenset[str]) -> list[str]:
    """The known words of five letters or more that `word` becomes by one letter (added, lost, changed, or two swapped).

    The word itself if it is known, or nothing is near.
    """
    if len(word) < _FORGIVEN - 1 or word in known:
        return [word]
    return sorted(o for o in known if len(o) >= _FORGIVEN and _one_letter_apart(word, o)) or [word]


def _one_letter_apart(a: str, b: str) -> bool:
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[start:] == b[start + 1 :]
    swapped = a[start : start + 2] == b[start : start + 2][::-1]
    return a[start + 1 :] == b[start + 1 :] or (swapped and a[start + 2 :] == b[start + 2 :])
