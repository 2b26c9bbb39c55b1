"""Which sentence, with which values: the bridge between decisions and the catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Protocol

import regex

from bot.domain.text import Limits, Link, Mention, Part, Tag, Text, clean, cut, fits, measure, merged

Value = str | int | datetime | Link | Tag | Mention | Text
"""A moment is said as a day."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One message of the catalogue with its values.

    `items` are optional lines, best first; as many are kept as fit. Those left out, and `others` for whom there is
    no item at all, are told as a number by the message `more` (with `count`, beside this Wording's own values);
    nothing is told when nobody is left out. An item is a message of its own. `foot` is a last line that always stays.
    """

    message: str
    values: Mapping[str, Value] = field(default_factory=dict)
    items: tuple[Wording, ...] = ()
    more: str = ""
    others: int = 0
    foot: str = ""


class Catalogue(Protocol):
    """The part of `ports.Words` that is needed here."""

    def say(self, message: str, language: str, values: Mapping[str, str | int]) -> str:
        """One message in a language."""

    def day(self, local: datetime, language: str) -> str:
        """A date in short words."""


# Links, tags and mentions travel through the catalogue as one character of this private plane each; `clean` keeps
# everybody else's characters out of it.
_FIRST: Final = 0xF0000
_PLACE: Final = regex.compile(r"([\U000F0000-\U000FFFFD])")


def render(wording: Wording, words: Catalogue, language: str, limits: Limits) -> Text:
    """The message as one post: its head, as many items as fit, the number of those left out, and its foot.

    Always fits `limits`: a head too long by itself is cut. ValueError only if not even an ellipsis fits.
    """
    head = _message(wording, words, language)
    foot = _message(Wording(wording.foot, wording.values), words, language) if wording.foot else ()
    least = _assembled(head, [], (), foot)
    if not fits(least, limits):
        return cut(least, limits)
    page = _Page(wording, words, language, limits, measure(least, limits))
    lines, rest = page.filled()
    return _assembled(head, lines, rest, foot)


def with_question(
    wording: Wording, questions: Sequence[str], words: Catalogue, language: str, limits: Limits
) -> Wording:
    """The wording with the first of these messages as its foot that leaves room; as it is when none does.

    The first must leave room for everything; the last, which is the shortest, for the head and the number of those
    left out.
    """
    if wording.foot or not questions:
        return wording
    whole = replace(wording, foot=questions[0])
    if _holds_all(whole, wording.items, words, language, limits):
        return whole
    short = replace(wording, foot=questions[-1])
    return short if _holds_all(short, (), words, language, limits) else wording


def _holds_all(wording: Wording, items: tuple[Wording, ...], words: Catalogue, language: str, limits: Limits) -> bool:
    head, foot = (_message(Wording(name, wording.values), words, language) for name in (wording.message, wording.foot))
    lines = [_message(item, words, language) for item in items]
    rest = _rest(wording, len(wording.items) - len(items), words, language)
    return fits(_assembled(head, lines, rest, foot), limits)


class _Page:
    """What fits beside the head and the foot. Lines stand apart, so sizes add up, and each is said once at most."""

    def __init__(
        self, wording: Wording, words: Catalogue, language: str, limits: Limits, taken: tuple[int, int]
    ) -> None:
        self._wording, self._words, self._language, self._limits = wording, words, language, limits
        self._graphemes = limits.graphemes - taken[0]
        self._around: dict[str, tuple[int, int]] = {}
        self._rests: dict[int, Text] = {}
        self._bytes = (_ENDLESS if limits.utf8_bytes is None else limits.utf8_bytes) - taken[1]

    def filled(self) -> tuple[list[Text], Text]:
        """As many items as fit with the number of the others, best first, and the words for that number."""
        items = self._wording.items
        if self._may_hold(*items):
            everything = [self._line(item) for item in items]
            if self._holds(*everything, self._rest(0)):
                return everything, self._rest(0)
        kept: list[Text] = []
        rest = self._rest(len(items))
        told = rest if self._holds(rest) else ()
        for item in items:
            if not self._may_hold(item):
                continue
            line, rest = self._line(item), self._rest(len(items) - len(kept) - 1)
            if self._holds(line, rest):
                kept, told = [*kept, line], rest
                self._take(line)
        return kept, told

    def _line(self, item: Wording) -> Text:
        line = _message(item, self._words, self._language)
        if own := _values(item):
            (length, size), (own_length, own_size) = self._size(line), self._size(own)
            self._around[item.message] = max(length - own_length - _JOINED, 0), max(size - own_size, 0)
        return line

    def _rest(self, left_out: int) -> Text:
        if left_out not in self._rests:
            self._rests[left_out] = _rest(self._wording, left_out, self._words, self._language)
        return self._rests[left_out]

    def _may_hold(self, *items: Wording) -> bool:
        """False where even their values are too long: of most of a long list, and saying it costs a hundred times more.

        A message cannot tell one value that is a text from another, so what it says around it is always as long.
        """
        return self._room(self._size(_values(item), *self._around.get(item.message, (0, 0))) for item in items)

    def _holds(self, *texts: Text) -> bool:
        return self._room(self._size(text) for text in texts)

    def _room(self, sizes: Iterable[tuple[int, int]]) -> bool:
        taken = list(sizes)
        return sum(n for n, _ in taken) <= self._graphemes and sum(n for _, n in taken) <= self._bytes

    def _take(self, line: Text) -> None:
        length, size = self._size(line)
        self._graphemes, self._bytes = self._graphemes - length, self._bytes - size

    def _size(self, text: Text, around: int = 0, bytes_around: int = 0) -> tuple[int, int]:
        """Of a line with the end of the line before it; nothing is no line."""
        if not text:
            return 0, 0
        length, size = measure(text, self._limits)
        return length + around + 1, size + bytes_around + 1


def _values(item: Wording) -> Text:
    """Its values, if they are all texts."""
    texts = [value for value in item.values.values() if isinstance(value, tuple)]
    return merged(part for text in texts for part in text) if len(texts) == len(item.values) else ()


_ENDLESS: Final = 1 << 62
_JOINED: Final = 8
"""Graphemes that may be fewer where words meet: an accent that begins one belongs to the end of the other."""


def _message(wording: Wording, words: Catalogue, language: str) -> Text:
    """One message as a tree: values that are links, tags or texts stand at their places."""
    places: list[Text] = []
    values: dict[str, str | int] = {}
    for name, value in wording.values.items():
        if isinstance(value, int):
            values[name] = value
        elif isinstance(value, str):
            values[name] = clean(value)
        elif isinstance(value, datetime):
            values[name] = words.day(value, language)
        else:
            places.append(value if isinstance(value, tuple) else (value,))
            values[name] = chr(_FIRST + len(places) - 1)
    return _with_places(words.say(wording.message, language, values), places)


def _with_places(said: str, places: list[Text]) -> Text:
    parts: list[Part] = []
    for piece in _PLACE.split(said):
        if _PLACE.fullmatch(piece):
            parts.extend(places[ord(piece) - _FIRST])
        else:
            parts.append(piece)
    return merged(parts)


def _rest(wording: Wording, left_out: int, words: Catalogue, language: str) -> Text:
    count = wording.others + left_out
    if not wording.more or not count:
        return ()
    return _message(Wording(wording.more, {**wording.values, "count": count}), words, language)


def _assembled(head: Text, lines: list[Text], *ends: Text) -> Text:
    parts: list[Part] = [*head]
    for line in [*lines, *ends]:
        if line:
            parts += ["\n", *line]
    return merged(parts)
