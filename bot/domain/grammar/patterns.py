"""The notation in which a language writes its phrases, and the automaton that finds them all in one walk.

`find (my|the) [old] friends`: words; one of several; perhaps. `*` up to four words, `_` one word, `quitt~` any word
that begins so, `#` a number, `^` and `$` the ends of the clause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import regex

_PIECE: Final = regex.compile(r"[\[\]()|]|[^\s\[\]()|]+")
_ANY, _NUMBER, _BEGIN, _END = range(4)
_SIGNS: Final = {"_": _ANY, "*": _ANY, "#": _NUMBER, "^": _BEGIN, "$": _END}
_GAP: Final = 4
"""Words that `*` may stand for."""

_MOST: Final = 50_000
"""Words, and states, that are remembered; then they are made anew, so that nobody can fill the memory."""


class Span(NamedTuple):
    """A phrase that stands in a clause: its words from `start` to before `end`, and the marks of its phrases."""

    start: int
    end: int
    marks: int


class _Part(NamedTuple):
    """A piece of a phrase: the places where it can begin and end, and whether it may be left out."""

    first: list[int]
    last: list[int]
    empty: bool


class _State:
    """How far some phrases have come; `marks` are those of the phrases that end here."""

    __slots__ = ("choices", "marks", "moves", "places")

    def __init__(self, places: frozenset[int], marks: int) -> None:
        self.places, self.marks = places, marks
        self.moves: dict[int, _State | None] = {}
        self.choices: dict[int, list[int]] | None = None


class Lexicon:
    """Phrases with marks (bits of an int), and which of them stand where in a clause.

    A place is one word of one phrase; a state, the set of places a walk may be at. States and their moves are made
    when a clause first needs them: a clause that has been seen costs one look into a table per step.
    """

    def __init__(self, phrases: Iterable[tuple[str, int]]) -> None:
        self._takes: list[int] = []
        self._follow: list[list[int]] = []
        self._marks: list[int] = []
        self._words: dict[str, int] = {}
        self._prefixes: dict[str, int] = {}
        self._atoms = len(_SIGNS)
        first: dict[int, list[int]] = {}
        for phrase, marks in phrases:
            part = self._parsed(phrase)
            for place in part.last:
                self._marks[place] |= marks
            for place in part.first:
                first.setdefault(self._takes[place], []).append(place)
        self._first = first
        self._longest = max(map(len, self._prefixes), default=0)
        self._forget()

    def spans(self, words: Sequence[str]) -> list[Span]:
        """Every phrase in the clause, by its beginning, the shorter first."""
        kinds = [0, *map(self._kind, words), 1]
        last, found, begin = len(words), [], self._begin
        for start in range(last + 1):
            state = begin
            for at in range(start, last + 2):
                kind = kinds[at]
                after = state.moves[kind] if kind in state.moves else self._moved(state, kind)
                if after is None:
                    break
                state = after
                if state.marks:
                    found.append(Span(start - 1 if start else 0, at if at <= last else last, state.marks))
        return found

    def whole(self, words: Sequence[str]) -> int:
        """The marks of the phrases that the clause is, from its first word to its last."""
        state = self._begin
        for kind in map(self._kind, words):
            after = state.moves[kind] if kind in state.moves else self._moved(state, kind)
            if after is None:
                return 0
            state = after
        return state.marks

    def _forget(self) -> None:
        self._kinds: dict[str, int] = {}
        self._atoms_of: list[tuple[int, ...]] = [(_BEGIN,), (_END,)]
        self._kind_of: dict[tuple[int, ...], int] = {}
        self._states: dict[frozenset[int], _State] = {}
        self._begin = _State(frozenset(), 0)
        self._begin.choices = self._first

    def _kind(self, word: str) -> int:
        """Words that the same places take are of one kind."""
        kind = self._kinds.get(word)
        if kind is not None:
            return kind
        if len(self._kinds) > _MOST:
            self._kinds.clear()
        atoms = [_ANY, *([_NUMBER] if word.isdecimal() else [])]
        if word in self._words:
            atoms.append(self._words[word])
        starts = (word[:end] for end in range(1, min(len(word), self._longest) + 1))
        atoms.extend(self._prefixes[start] for start in starts if start in self._prefixes)
        key = tuple(atoms)
        if key not in self._kind_of:
            self._atoms_of.append(key)
            self._kind_of[key] = len(self._atoms_of) - 1
        self._kinds[word] = self._kind_of[key]
        return self._kinds[word]

    def _moved(self, state: _State, kind: int) -> _State | None:
        if state.choices is None:
            state.choices = {}
            for place in state.places:
                for after in self._follow[place]:
                    state.choices.setdefault(self._takes[after], []).append(after)
        places = frozenset(place for atom in self._atoms_of[kind] for place in state.choices.get(atom, ()))
        moved = self._state(places) if places else None
        state.moves[kind] = moved
        return moved

    def _state(self, places: frozenset[int]) -> _State:
        if len(self._states) > _MOST:
            self._states.clear()
            self._begin.moves.clear()
        if places not in self._states:
            marks = 0
            for place in places:
                marks |= self._marks[place]
            self._states[places] = _State(places, marks)
        return self._states[places]

    # Reading the notation.

    def _parsed(self, phrase: str) -> _Part:
        pieces = _PIECE.findall(phrase)
        part, end = self._one_of(pieces, 0)
        if end != len(pieces) or part.empty:
            raise ValueError(f"no phrase: {phrase!r}")
        return part

    def _one_of(self, pieces: list[str], at: int) -> tuple[_Part, int]:
        """Sequences between bars."""
        part, at = self._sequence(pieces, at)
        while at < len(pieces) and pieces[at] == "|":
            other, at = self._sequence(pieces, at + 1)
            part = _Part(part.first + other.first, part.last + other.last, part.empty or other.empty)
        return part, at

    def _sequence(self, pieces: list[str], at: int) -> tuple[_Part, int]:
        part = _Part([], [], True)
        while at < len(pieces) and pieces[at] not in ")]|":
            piece = pieces[at]
            if piece in "([":
                other, at = self._one_of(pieces, at + 1)
                if piece == "[":
                    other = other._replace(empty=True)
                part = self._joined(part, other)
            else:
                for _ in range(_GAP if piece == "*" else 1):
                    part = self._joined(part, self._place(piece))
            at += 1
        return part, at

    def _place(self, piece: str) -> _Part:
        place = len(self._takes)
        self._takes.append(_SIGNS[piece] if piece in _SIGNS else self._atom(piece))
        self._follow.append([])
        self._marks.append(0)
        return _Part([place], [place], piece == "*")

    def _atom(self, piece: str) -> int:
        known, word = (self._prefixes, piece[:-1]) if piece.endswith("~") else (self._words, piece)
        if word not in known:
            known[word] = self._atoms
            self._atoms += 1
        return known[word]

    def _joined(self, one: _Part, other: _Part) -> _Part:
        for place in one.last:
            self._follow[place].extend(other.first)
        first = one.first + other.first if one.empty else one.first
        last = one.last + other.last if other.empty else other.last
        return _Part(first, last, one.empty and other.empty)


def taken_out(words: Sequence[str], spans: Iterable[Span], marks: int) -> list[str]:
    """The words without the phrases that have one of these marks: from left to right, the longest each time."""
    ends = {start: end for start, end, found in spans if found & marks}
    if not ends:
        return list(words)
    kept, at = [], 0
    while at < len(words):
        if at in ends:
            at = ends[at]
        else:
            kept.append(words[at])
            at += 1
    return kept


def is_run(words: Sequence[str], spans: Iterable[Span], marks: int) -> bool:
    """Whether the words are nothing but phrases with one of these marks, one after the other."""
    reached = {0}
    for start, end, found in spans:
        if found & marks and start in reached:
            reached.add(end)
    return len(words) in reached


def vocabulary(phrases: Iterable[str]) -> frozenset[str]:
    """The words these phrases are made of."""
    pieces = (piece.removesuffix("~") for phrase in phrases for piece in _PIECE.findall(phrase))
    return frozenset(piece for piece in pieces if piece.isalpha())


_FORGIVEN: Final = 5
"""Letters of the shortest word in which one may be wrong: below that, another word is too near."""


class Spelling:
    """The known words that a word with one wrong letter may be."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)
        self._near: dict[str, list[str]] = {}
        for word in sorted(word for word in self._known if len(word) >= _FORGIVEN):
            for form in {word, *_shorter(word)}:
                self._near.setdefault(form, []).append(word)

    def near(self, word: str) -> list[str]:
        """The known words of five letters or more that `word` becomes by one letter (added, lost, changed, or two
        swapped). The word itself if it is known, or nothing is near."""
        if len(word) < _FORGIVEN - 1 or word in self._known:
            return [word]
        forms = {word, *_shorter(word)}
        maybe = {other for form in forms for other in self._near.get(form, ())}
        return sorted(other for other in maybe if _one_letter_apart(word, other)) or [word]


def _shorter(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))]


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
