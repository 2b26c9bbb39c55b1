"""A post as the grammar sees it: clauses of plain words, and what stood around them."""

from __future__ import annotations

import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from typing import Final

import regex

from bot.domain.text import clean, fold_tag

LONGEST: Final = 3000
"""Characters that are read; a request stands in the beginning of a post, if anywhere."""

_EXAMPLE: Final = 3
"""Words in the longest example of our help."""

SOMEBODY: Final = "@"
"""Stands in a clause where another account is named in the middle of it."""

_QUOTED_LINE: Final = regex.compile(r"(?m)^\s*(?:>|RT\s+@).*$")
_QUOTE: Final = regex.compile(
    r"«[^»]*»|“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|‹[^›]*›|`[^`]*`|(?<=\s)['‘][^'’\n]{2,}['’](?=[\s.,!?]|$)"
)
_AGREED: Final = regex.compile(r"(?<![\w.])\+1(?!\w)")
_URL: Final = regex.compile(r"(?:https?://|www\.)\S+|(?<![\w@.])(?:[\w-]+\.)+[a-z]{2,}/\S*", regex.IGNORECASE)
_HANDLE: Final = regex.compile(r"(?<![\w@])@[\w.-]*\w(?:@[\w.-]*\w)?")
_TAG: Final = regex.compile(r"(?<![\w&])[#＃]([\w\p{Cf}]+)")
_LAUGHTER: Final = regex.compile(r"[😂🤣😭😹💀😆😅😄😁😜😝🤪😉❤💕💖💗💙💚💛💜🧡🖤😍🥰😘🤩🎉🔥👏😻🙃😏]")
_EMOJI: Final = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\ufe0f\u200d\u20e3]+")
_SENTENCE: Final = regex.compile(r"[^.!?…\n]*[.!?…\n]*")
_BREAK: Final = regex.compile(r"[,;:()\[\]{}/|•·–—→←<>=+*~\"«»“”]+|\s-+\s|\s'+|'+\s|\s'+$|^[\s'-]+|[\s'-]+$")
_NOT_A_WORD: Final = regex.compile(r"[^\w@\s]+|_+")
_NUMBER: Final = regex.compile(r"(?<!\S)\d+(?!\S)")
_DRAWN_OUT: Final = regex.compile(r"([a-z])\1{2,}")
_SPELT_OUT: Final = regex.compile(r"(?<!\w)(?:[^\W\d_][. -]){3,}[^\W\d_](?!\w)")
# Short forms of English and of quick writing; apostrophes have become spaces by now.
_LONG_FORMS: Final = tuple(
    (regex.compile(rf"\b(?:{short})\b"), long)
    for short, long in (
        ("don t|dont", "do not"), ("doesn t|doesnt", "does not"), ("didn t|didnt", "did not"),
        ("can t|cant|cannot", "can not"), ("won t|wont", "will not"), ("isn t|isnt", "is not"),
        ("aren t|arent", "are not"), ("wasn t|wasnt", "was not"), ("couldn t", "could not"),
        ("wouldn t", "would not"), ("shouldn t", "should not"), ("haven t", "have not"), ("hasn t", "has not"),
        ("i m|im", "i am"), ("who s|whos", "who is"), ("what s|whats", "what is"), ("where s", "where is"),
        ("how s", "how is"), ("that s|thats", "that is"), ("it s", "it is"), ("he s", "he is"), ("she s", "she is"),
        ("you re|youre", "you are"), ("they re", "they are"), ("we re", "we are"), ("i ve|ive", "i have"),
        ("you ve", "you have"), ("i d", "i would"), ("i ll", "i will"), ("you ll", "you will"), ("let s", "lets"),
        ("u", "you"), ("ur", "your"), ("r", "are"), ("ppl", "people"), ("pls|plz|plse|pliz", "please"),
        ("thx|thnx|thanx|tks|ty|tysm", "thanks"), ("gonna", "going to"), ("wanna", "want to"), ("gimme", "give me"),
        ("lemme", "let me"), ("jsuis|chuis|j suis", "je suis"), ("jetais", "j etais"), ("g|jai", "j ai"),
        ("ki", "qui"), ("koi", "quoi"), ("kel", "quel"), ("slt", "salut"), ("bjr", "bonjour"), ("bsr", "bonsoir"),
        ("pk|pq|pkoi", "pourquoi"), ("cb|cmb|cbien", "combien"), ("stp|svp", "s il te plait"), ("mrc|mci", "merci"),
        ("tt", "tout"), ("dsl", "desole"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of plain words without accents or punctuation; `asks`: its sentence ends with a question mark."""

    words: str
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A post taken apart. `quoted` means that somebody else's words were left out; `unquoted` that a quoted word was
    all there was, and was taken as said."""

    clauses: tuple[Clause, ...]
    playful: bool = False
    quoted: bool = False
    unquoted: bool = False
    url: bool = False
    hashtags: tuple[str, ...] = ()

    @property
    def words(self) -> list[str]:
        """All words, in order."""
        return " ".join(clause.words for clause in self.clauses).split()


def plain(text: str) -> str:
    """Lower case without accents, one kind of apostrophe; `@`, `_` and punctuation stay."""
    folded = unicodedata.normalize("NFKC", clean(text)[:LONGEST]).replace("’", "'").replace("ʼ", "'").replace("`", "'")
    bare = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c) or c == "\u20e3")
    return bare.casefold().replace("œ", "oe").replace("æ", "ae")


def read(text: str, tags: Set[str]) -> Reading:
    """Take a post apart; `tags` (folded) are the campaign's own."""
    words = unicodedata.normalize("NFKC", clean(text)[:LONGEST])
    playful = _LAUGHTER.search(words) is not None
    words = _AGREED.sub(" merci ", words)
    words, cited = _QUOTED_LINE.subn("\n", words)
    words, hashtags = _without_tags(words, tags)
    url = _URL.search(words) is not None
    words = _without_edge_handles(_URL.sub(" ", words))
    unquoted = _one_quote(words)
    quoted = cited > 0 or (not unquoted and _QUOTE.search(words) is not None)
    if not unquoted:
        words = _QUOTE.sub(" _q ", words)
    return Reading(_clauses(words.replace("_q", "quotedwords")), playful, quoted, bool(unquoted), url, hashtags)


def _without_tags(words: str, tags: Set[str]) -> tuple[str, tuple[str, ...]]:
    """The words without the campaign's tags and without the tags that open or close the post; those tags, folded."""
    found = [fold_tag(tag) for tag in _TAG.findall(words)]
    words = _TAG.sub(lambda m: " " if fold_tag(m[1]) in tags else m[0], words)
    for edge in (r"^(?:[\W_]*[#＃]\w+(?!\w))+", r"(?:[#＃]\w+[\W_]*)+$"):
        words = regex.sub(edge, lambda m: _NOT_PUNCTUATION.sub(" ", m[0]), words)
    return _TAG.sub(r"\1", words), tuple(tag for tag in found if tag not in tags)


_NOT_PUNCTUATION: Final = regex.compile(r"[#＃]\w+")


def _without_edge_handles(words: str) -> str:
    """Handles at the beginning and the end are for whom the post is meant; one in the middle is somebody it is "
    "about."""
    words = regex.sub(rf"^(?:[\s.,:!]*{_HANDLE.pattern})+", " ", words)
    words = regex.sub(rf"(?:{_HANDLE.pattern}[\s.,:!]*)+$", _only_punctuation, words)
    return _HANDLE.sub(f" {SOMEBODY} ", words)


def _only_punctuation(match: regex.Match[str]) -> str:
    return regex.sub(r"[^?!]", "", match[0])


def _one_quote(words: str) -> str:
    """The quote that is all there is, if it is short: our own help writes its examples so, and people copy them."""
    match = _QUOTE.fullmatch(words.strip(" .!\n"))
    return match[0] if match and len(match[0].strip("«»“”„\"'‘’` \u202f").split()) <= _EXAMPLE else ""


def _clauses(words: str) -> tuple[Clause, ...]:
    found: list[Clause] = []
    words = _SPELT_OUT.sub(lambda m: regex.sub(r"[. -]", "", m[0]), _EMOJI.sub(" , ", words))
    for sentence in _SENTENCE.findall(words):
        asks = "?" in sentence
        for piece in _BREAK.split(plain(sentence)):
            said = _tidy(piece)
            if said:
                found.append(Clause(said, asks))
    return tuple(found)


def _tidy(piece: str) -> str:
    said = " ".join(_NOT_A_WORD.sub(" ", piece).split())
    said = _DRAWN_OUT.sub(r"\1", said)
    for short, long in _LONG_FORMS:
        said = short.sub(long, said)
    return said
