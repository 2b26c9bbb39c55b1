"""A post as the grammar sees it: clauses of plain words, and what stood around them."""

from __future__ import annotations

import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

import regex

from bot.domain.grammar.hearing import heard, written_out
from bot.domain.text import clean, fold_tag

LONGEST: Final = 3000
"""Characters that are read; a request stands in the beginning of a post, if anywhere."""

_EXAMPLE: Final = 3
"""Words in the longest example of our help."""

SOMEBODY: Final = "@"
"""Stands in a clause where another account is named in the middle of it."""

_QUOTED_LINE: Final = regex.compile(r"(?m)^\s*(?:>|RT\s+@).*$")
_QUOTE: Final = regex.compile(
    r"«[^»]*»|“[^”]*”|”[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|‹[^›]*›|`[^`]*`|(?<=\s)['‘][^'’\n]{2,}['’](?=[\s.,!?]|$)"
)
_AGREED: Final = regex.compile(r"(?<![\w.])\+1(?!\w)")
_URL: Final = regex.compile(r"(?:https?://|www\.)\S+|(?<![\w@.])(?:[\w-]+\.)+[a-z]{2,}/\S*", regex.IGNORECASE)
_HANDLE: Final = regex.compile(r"(?<![\w@])@[\w.-]*\w(?:@[\w.-]*\w)?")
_EDGE_TAGS: Final = regex.compile(r"^(?:[\W_]*[#＃]\w+(?!\w))+"), regex.compile(r"(?:[#＃]\w+[\W_]*)+$")
_ONLY_TAG: Final = regex.compile(r"[#＃]\w+")
_FIRST_HANDLES: Final = regex.compile(rf"^(?:[\s.,:!]*{_HANDLE.pattern})+")
_LAST_HANDLES: Final = regex.compile(rf"(?:{_HANDLE.pattern}[\s.,:!]*)+$")
_NO_END: Final = regex.compile(r"[^?!]")
_ACCENT: Final = regex.compile(r"[[\p{M}]--[\u20e3]]", regex.V1)
_BETWEEN_LETTERS: Final = regex.compile(r"[. -]")
_TO_SOMEBODY: Final = regex.compile(rf"\w +(?:{_HANDLE.pattern}[\s.,:!]*)+$")
_TAG: Final = regex.compile(r"(?<![\w&])[#＃]([\w\p{Cf}]+)")
_LAUGHTER: Final = regex.compile(r"[😂🤣😭😹💀😆😅😄😁😜😝🤪😉❤💕💖💗💙💚💛💜🧡🖤😍🥰😘🤩🎉🔥👏😻🙃😏]")
_EMOJI: Final = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u200d\u20e3]+")
_SENTENCE: Final = regex.compile(r"[^.!?…\n]*[.!?…\n]*")
_BREAK: Final = regex.compile(r"[;:()\[\]{}/|•·–—→←<>=+*~\"«»“”]+|\s-+\s|\s'+|'+\s|\s'+$|^[\s'-]+|[\s'-]+$")
_NOT_A_WORD: Final = regex.compile(r"[^\w@\s]+|_+")
_NUMBER: Final = regex.compile(r"(?<!\S)\d+(?!\S)")
_DRAWN_OUT: Final = regex.compile(r"([a-z])\1{2,}")
_SPELT_OUT: Final = regex.compile(r"(?<!\w)(?:[^\W\d_][. -]){3,}[^\W\d_](?!\w)")
@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of plain words without accents or punctuation; `asks`: its sentence ends with a question mark;
    `heard`: the languages it may be in; `goes_on`: only a comma parts it from the clause before."""

    words: str
    asks: bool = False
    heard: frozenset[str] = frozenset()
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A post taken apart. `quoted` means that somebody else's words were left out; `unquoted` that a quoted word was
    all there was, and was taken as said. `to_somebody`: another account is named right
    behind its last word."""

    clauses: tuple[Clause, ...]
    playful: bool = False
    quoted: bool = False
    unquoted: bool = False
    url: bool = False
    hashtags: tuple[str, ...] = ()
    to_somebody: bool = False

    @property
    def words(self) -> list[str]:
        """All words, in order."""
        return " ".join(clause.words for clause in self.clauses).split()


def plain(text: str) -> str:
    """Lower case without accents, one kind of apostrophe; `@`, `_` and punctuation stay."""
    if text.isascii() and text.isprintable():  # the long way changes nothing else in these
        return text[:LONGEST].replace("`", "'").lower()
    folded = unicodedata.normalize("NFKC", clean(text)[:LONGEST]).replace("’", "'").replace("ʼ", "'").replace("`", "'")
    return _ACCENT.sub("", unicodedata.normalize("NFD", folded)).casefold().replace("œ", "oe").replace("æ", "ae")


def read(text: str, tags: Set[str]) -> Reading:
    """Take a post apart; `tags` (folded) are the campaign's own."""
    words = unicodedata.normalize("NFKC", clean(text)[:LONGEST])
    playful = not words.isascii() and _LAUGHTER.search(words) is not None
    words = _AGREED.sub(" merci ", words) if "+1" in words else words
    words, cited = _QUOTED_LINE.subn("\n", words) if ">" in words or "@" in words else (words, 0)
    words, hashtags = _without_tags(words, tags)
    words, links = _URL.subn(" ", words) if "/" in words or "." in words else (words, 0)
    to_somebody, words = "@" in words and _TO_SOMEBODY.search(words) is not None, _without_edge_handles(words)
    unquoted = _one_quote(words)
    quoted = cited > 0
    if not unquoted:
        words, quotes = _QUOTE.subn(" quotedwords ", words)
        quoted = quoted or quotes > 0
    return Reading(_clauses(words), playful, quoted, bool(unquoted), links > 0, hashtags, to_somebody)


def _without_tags(words: str, tags: Set[str]) -> tuple[str, tuple[str, ...]]:
    """The words without the campaign's tags and without the tags that open or close the post; those tags, folded."""
    if "#" not in words and "＃" not in words:
        return words, ()
    found = [fold_tag(tag) for tag in _TAG.findall(words)]
    words = _TAG.sub(lambda m: " " if fold_tag(m[1]) in tags else m[0], words)
    for edge in _EDGE_TAGS:
        words = edge.sub(lambda m: _ONLY_TAG.sub(" ", m[0]), words)
    return _TAG.sub(r"\1", words), tuple(tag for tag in found if tag not in tags)


def _without_edge_handles(words: str) -> str:
    """Handles at the beginning and the end are for whom the post is meant; one in the middle is somebody it is
    about."""
    if "@" not in words:
        return words
    words = _FIRST_HANDLES.sub(" ", words)
    words = _LAST_HANDLES.sub(lambda m: _NO_END.sub("", m[0]), words)
    return _HANDLE.sub(f" {SOMEBODY} ", words)


def _one_quote(words: str) -> str:
    """The quote that is all there is, if it is short: our own help writes its examples so, and people copy them."""
    match = _QUOTE.fullmatch(words.strip(" .!\n"))
    return match[0] if match and len(match[0].strip("«»“”„\"'‘’` \u202f").split()) <= _EXAMPLE else ""


def _clauses(words: str) -> tuple[Clause, ...]:
    found: list[tuple[list[str], bool, bool]] = []
    if not words.isascii():
        words = _EMOJI.sub(" ; ", words)
    words = _SPELT_OUT.sub(lambda m: _BETWEEN_LETTERS.sub("", m[0]), words)
    for sentence in _SENTENCE.findall(plain(words)):
        asks = "?" in sentence
        for part in _BREAK.split(sentence):
            goes_on = False
            for piece in part.split(","):
                said = _DRAWN_OUT.sub(r"\1", _NOT_A_WORD.sub(" ", piece)).split()
                if said:
                    found.append((said, asks, goes_on))
                    goes_on = True
    around = heard(word for said, _, _ in found for word in said)
    return tuple(_clause(said, asks, goes_on, around) for said, asks, goes_on in found)


def _clause(said: list[str], asks: bool, goes_on: bool, around: frozenset[str]) -> Clause:
    """A clause may be in the languages of the post, and in its own: "Bonjour! Who is here?"."""
    languages = around | heard(said)
    written = written_out(said, languages)
    return Clause(" ".join(written), asks, languages if written == said else languages | heard(written), goes_on)
