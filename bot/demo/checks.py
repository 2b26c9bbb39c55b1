"""What the story promises of an answer, and what is wrong with those that came. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LANGUAGES = {"fr": "French", "en": "English"}
# Small words that stand in nearly every answer of one language and in none of the other.
_SMALL_WORDS = {
    "fr": {"vous", "est", "sont", "de", "le", "la", "les", "que", "pour", "une", "ici", "merci", "dans", "je"},
    "en": {"you", "the", "is", "are", "who", "your", "of", "to", "for", "and", "here", "thank", "i", "on"},
}
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\w.])\d+(?![\w.]*\w)")
_CALL = re.compile(r"(?<![\w/@])@([\w.-]*\w(?:@[\w.-]*\w)?)")


@dataclass(frozen=True)
class Answer:
    """Something the bot said, as the server holds it. `calls` are the handles of those it mentions."""

    network: str
    text: str
    language: str
    visibility: str
    calls: frozenset[str] = frozenset()


def numbers_in(text: str) -> tuple[int, ...]:
    """Every number, in order.

    >>> numbers_in("12 people are here, 3 of whom followed you too.")
    (12, 3)
    """
    return tuple(int(found) for found in _NUMBER.findall(text))


def figures_in(text: str) -> tuple[int, ...]:
    """The first number of each line below the heading, as in the counters."""
    return tuple(found[0] for line in text.splitlines()[1:] if (found := numbers_in(line)))


def listed(text: str) -> tuple[frozenset[str], int]:
    """The handles on the lines of a list, and how many more the line below it tells of, whatever else is said.

    >>> listed("3 people are here.\\n→ tom@piaf.test (you followed them)\\nAnd 2 more.")
    (frozenset({'tom@piaf.test'}), 2)
    """
    lines = text.splitlines()[1:]
    shown = frozenset(line.split()[1] for line in lines if line.startswith("→ "))
    rest = numbers_in("\n".join(line for line in lines if not line.startswith("→ ")))
    return shown, rest[0] if rest else 0


@dataclass(frozen=True)
class Expected:
    """What must be there: how many answers, to whom, and what each of them says and does not say.

    `total` people are listed or counted as the rest; only those `among` may be listed, and all of `names` are.
    """

    answers: int
    to: str = ""
    language: str = ""
    visibility: str = ""
    numbers: tuple[int, ...] = ()
    read: Callable[[str], tuple[int, ...]] = numbers_in
    total: int = 0
    among: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    holds: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    moral: str = ""  # what `never` comes to, in words

    def __str__(self) -> str:
        if not self.answers:
            return "silence"
        words = [_times(self.answers), f"in {LANGUAGES[self.language]}" if self.language else ""]
        said = [" ".join(word for word in words if word), self.visibility]
        said.append("says " + ", ".join(map(str, self.numbers)) if self.numbers else "")
        said.append(f"names {len(self.names)}" if self.names else "lists them" if self.among else "")
        said.append(self.moral)
        return "; ".join(part for part in said if part)


def faults(expected: Expected, answers: Sequence[Answer]) -> list[str]:
    """Everything that is not as expected, each in a few words."""
    found = [] if len(answers) == expected.answers else [f"{_times(len(answers))} instead of {expected.answers}"]
    for answer in answers if expected.answers else ():
        found += [words for words, wrong in _looks(expected, answer) if wrong]
    return found


def seen(expected: Expected, answers: Sequence[Answer]) -> str:
    """What came, in a few words."""
    found = faults(expected, answers)
    if found:
        return "; ".join(found)
    return str(expected)


def language_of(text: str) -> str:
    """The language of an answer by its small words; "" when they do not tell."""
    words = [word.casefold() for word in _WORD.findall(text)]
    known = {language: sum(word in small for word in words) for language, small in _SMALL_WORDS.items()}
    best = max(known, key=lambda language: known[language])
    return best if known[best] > min(known.values()) else ""


def calls_in(text: str) -> frozenset[str]:
    """Everybody an @ calls by name."""
    return frozenset(found.casefold() for found in _CALL.findall(text))


def _looks(expected: Expected, answer: Answer) -> list[tuple[str, bool]]:
    text, language = answer.text, expected.language
    strangers = answer.calls - {expected.to}
    told = expected.read(text)[: len(expected.numbers)]
    shown, rest = listed(text)
    return [
        (f"declared {answer.language}", bool(language and answer.language and answer.language != language)),
        (f"not in {LANGUAGES.get(language, '')}", bool(language) and language_of(text) != language),
        (f"it is {answer.visibility}", bool(expected.visibility) and answer.visibility != expected.visibility),
        (f"it says {told} instead of {expected.numbers}", told != expected.numbers),
        ("it calls a third person", bool(strangers)),
        ("it lists somebody else", bool(expected.total) and not shown <= expected.among),
        (f"{len(shown)} and {rest} more are not {expected.total}", expected.total not in (0, len(shown) + rest)),
        *((f"it lacks “{words}”", words not in text) for words in (*sorted(expected.names), *expected.holds)),
        *((f"it says “{words}”", words.casefold() in text.casefold()) for words in expected.never),
    ]


def _times(count: int) -> str:
    return {0: "no answer", 1: "one answer"}.get(count, f"{count} answers")
