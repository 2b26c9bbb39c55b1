"""The requests people can make of us, and `understand`, which finds one in a post."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

import regex

from bot.domain.consent import Told
from bot.domain.grammar import Language, Request, Understood, word_set
from bot.domain.grammar.english import ENGLISH
from bot.domain.grammar.french import FRENCH
from bot.domain.grammar.german import GERMAN
from bot.domain.grammar.handles import PLACEHOLDERS, claimed, misnamed
from bot.domain.grammar.italian import ITALIAN
from bot.domain.grammar.patterns import holds, is_one, is_run, near, vocabulary, without
from bot.domain.grammar.portuguese import PORTUGUESE
from bot.domain.grammar.reading import SOMEBODY, Clause, Reading, read
from bot.domain.grammar.spanish import SPANISH
from bot.domain.grammar.swedish import SWEDISH

__all__ = ["LANGUAGES", "REQUESTS", "Entry", "Request", "Understood", "understand"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One request: the line of `help` that tells of it ("" while it cannot be answered yet), and whether it needs
    words that leave no doubt."""

    request: Request
    help: str = ""
    certain: bool = False


REQUESTS: Final = (
    Entry(Request.STOP, help="help-stop", certain=True),
    Entry(Request.FORGET, certain=True),
    Entry(Request.DELETE, certain=True),
    Entry(Request.NOT_ME, certain=True),
    Entry(Request.LINK, help="help-link"),
    Entry(Request.PLEDGE),
    Entry(Request.EXPORT),
    Entry(Request.TELL_ME, help="help-tell-me"),
    Entry(Request.WHY),
    Entry(Request.PROVE),
    Entry(Request.PRIVATE),
    Entry(Request.PUBLIC),
    Entry(Request.RESUME, help="help-resume"),
    Entry(Request.FIND, help="help-find"),
    Entry(Request.COUNT, help="help-count"),
    Entry(Request.HELP),
    Entry(Request.INSTANCE_STOP, certain=True),
)
"""Every request, in the order in which they are looked for. Where two stand in one post, the first is answered: of two
that need certain words the one that can be undone, of the others the one with the more particular words."""

LANGUAGES: Final = tuple(
    language for language in (FRENCH, ENGLISH, GERMAN, SPANISH, ITALIAN, PORTUGUESE, SWEDISH) if language.whole
)

CAMPAIGN_TAGS: Final = frozenset({"quittex", "helloquittex"})

_CERTAIN: Final = tuple(entry.request for entry in REQUESTS if entry.certain)
_OTHERS: Final = tuple(entry.request for entry in REQUESTS if not entry.certain and entry.request is not Request.LINK)
_COURTESY: Final = ("#", SOMEBODY, *(phrase for language in LANGUAGES for phrase in language.courtesy))
_FILLER: Final = (*_COURTESY, *(phrase for language in LANGUAGES for phrase in language.padding))
_COMPLAINTS: Final = tuple(phrase for language in LANGUAGES for phrase in language.complaint)
_TALK: Final = tuple(phrase for language in LANGUAGES for phrase in language.talk)
_CHAT: Final = tuple(phrase for language in LANGUAGES for phrase in language.chat)
_TO_US: Final = word_set("tu te t toi ton ta tes vous moi me you your can could please")
_MAY_ASK: Final = ("^ (peux|pourrais|pouvez|pourriez|tu peux|tu pourrais|vous|veux|est ce que|can|could|will|would) _",)


def understand(
    text: str, *, languages: Sequence[str] = (), mention: bool = True, tags: Set[str] = CAMPAIGN_TAGS
) -> Understood:
    """What a post asks.

    `languages` are the campaign's, in its order: they break a tie between two languages; all known ones are
    understood. Without a `mention` (a tag alone) only the bare tag and clear words for `find` count.
    `tags` are folded (`text.fold_tag`).

    >>> understand("Bonjour ! Qui est là ?")
    Understood(request=<Request.FIND: 'find'>, x_handle='', language='fr', bare=False)
    """
    reading = read(text, tags)
    if not mention:
        return _tagged(reading, languages)
    return (None if reading.quoted else _claimed(text, reading, languages)) or _asked(reading, languages)


def _claimed(text: str, reading: Reading, languages: Sequence[str]) -> Understood | None:
    claim, language = claimed(text), _language(reading.words, LANGUAGES, languages)
    if claim and claim.x_handle not in PLACEHOLDERS:
        return Understood(Request.LINK, claim.x_handle, language)
    if claim or misnamed(text):
        return Understood(Request.UNCLEAR, language=language)
    return None


def _tagged(reading: Reading, languages: Sequence[str]) -> Understood:
    understood = _asked(reading, languages)
    talks = any(holds(_CHAT, clause.words) for clause in reading.clauses)
    if understood.request is Request.FIND and (understood.bare or not talks):
        return understood
    return Understood(Request.NOTHING)


def _asked(reading: Reading, languages: Sequence[str]) -> Understood:
    clauses = [_Said(clause, _rest(clause.words)) for clause in reading.clauses]
    clauses = [said for said in clauses if said.rest]
    if not clauses:
        return _bare(reading, languages)
    for look in (_certain, _in_a_clause, _misspelt, _hinted):
        found = look(reading, clauses)
        if found:
            request, spoken = found
            often = _often(clauses) if request is Request.TELL_ME else None
            return Understood(request, language=_language(reading.words, spoken, languages), often=often)
    return Understood(_nothing_or_unclear(reading, clauses))


def _often(clauses: Sequence[_Said]) -> Told | None:
    """How often they want to be told; the least often of what they say, None if they do not say."""
    for often in (Told.WEEKLY, Told.DAILY, Told.AT_ONCE):
        phrases = tuple(phrase for each in LANGUAGES for phrase in each.often.get(often, ()))
        if any(holds(phrases, said.words) for said in clauses):
            return often
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause, and what is left of it without greetings, politeness, numbers and names."""

    clause: Clause
    rest: str

    @property
    def words(self) -> str:
        return self.clause.words


Found = tuple[Request, Sequence[Language]]


def _rest(words: str) -> str:
    return without(_FILLER, words)


def _bare(reading: Reading, languages: Sequence[str]) -> Understood:
    """Nothing but greetings, numbers, emoji, tags and names is left: that asks to find, unless it thanks or agrees."""
    language = _language(reading.words, LANGUAGES, languages)
    if reading.url or reading.quoted or any(holds(_CLOSING, clause.words) for clause in reading.clauses):
        return Understood(Request.NOTHING)
    return Understood(Request.FIND, language=language, bare=True)


def _certain(reading: Reading, clauses: Sequence[_Said]) -> Found | None:
    """stop, forget, delete, not me: every piece of the post says so, or complains; nothing jokes, asks or adds."""
    if reading.playful or reading.quoted:
        return None
    pieces = [(said.clause, piece) for said in clauses for piece in _pieces(said.words)]
    asked: set[Request] = set()
    for clause, piece in pieces:
        request = _certain_request(piece)
        if request and (not clause.asks or (request is Request.STOP and holds(_MAY_ASK, piece))):
            asked.add(request)
        elif request or not (is_run(_COMPLAINTS, piece) or is_one(_REFUSALS, piece)):
            return None
    if len(pieces) > 1 and any(is_one(_ALONE, piece) for _, piece in pieces):
        return None
    first = next((request for request in _CERTAIN if request in asked), None)
    if first is None or (reading.unquoted and len(pieces[0][1].split()) > 1):
        return None
    own = [each for each in LANGUAGES if any(is_run(each.whole[first], piece) for _, piece in pieces)]
    return first, own or LANGUAGES


def _pieces(words: str) -> list[str]:
    return [rest for piece in _AND.split(words) if (rest := without(_COURTESY, piece))]


def _certain_request(piece: str) -> Request | None:
    for request in _CERTAIN:
        phrases = tuple(phrase for each in LANGUAGES for phrase in each.whole[request])
        if holds(phrases, piece) and is_run((*phrases, *_COMPLAINTS), piece):
            return request
    return None


def _in_a_clause(_: Reading, clauses: Sequence[_Said]) -> Found | None:
    """The other requests: a clause of their own, or words inside a clause that asks rather than tells."""
    for request in _OTHERS:
        spoken = [each for each in LANGUAGES if any(_asks_for(request, said, each) for said in clauses)]
        if spoken:
            return request, spoken
    return None


def _asks_for(request: Request, said: _Said, language: Language) -> bool:
    if request is Request.TELL_ME and holds(_DENIALS, said.words):
        return False  # "stop telling me every day": nobody agrees to be written to by these words
    if is_one(language.clause.get(request, ()), said.rest):
        return True
    return holds(language.inside.get(request, ()), said.words) and not holds(_TALK, said.words)


def _misspelt(reading: Reading, clauses: Sequence[_Said]) -> Found | None:
    """The same with one letter wrong in a word of five or more, in short clauses that chat about nothing else."""
    for said in clauses:
        words = said.words.split()
        if len(words) <= _SHORT and not holds(_CHAT, said.words):
            ways = product(*(near(word, _VOCABULARY) for word in words))
            for right in islice((" ".join(way) for way in ways), _WAYS):
                found = _in_a_clause(reading, [_Said(Clause(right, said.clause.asks), _rest(right))])
                if found:
                    return found
    return None


def _hinted(_: Reading, clauses: Sequence[_Said]) -> Found | None:
    """One plain word among few others is enough: "help plz fam"."""
    for said in clauses:
        if len(said.rest.split()) > 3 or holds((*_TALK, *_CHAT), said.words):
            continue
        for request, hint in _HINTS:
            spoken = [each for each in LANGUAGES if is_one(each.clause[request], hint) and hint in said.rest.split()]
            if spoken:
                return request, spoken
    return None


def _nothing_or_unclear(reading: Reading, clauses: Sequence[_Said]) -> Request:
    """Talk about us, about leaving X, thanks, jokes, insults: nothing. Few words, or words to us: they asked "
    "something."""
    asks = any(said.clause.asks for said in clauses)
    if reading.playful or (reading.url and not asks):
        return Request.NOTHING
    if any(holds((*_CHAT, *_TALK, *_COMPLAINTS), said.words) for said in clauses):
        return Request.NOTHING
    words = [word for said in clauses for word in said.rest.split()]
    to_us = asks or not _TO_US.isdisjoint(words)
    return Request.UNCLEAR if to_us or len(words) <= _SHORT else Request.NOTHING


def _language(words: Iterable[str], spoken: Sequence[Language], languages: Sequence[str]) -> str:
    """The language of the words: the only one that has them, else the one most words belong to, else none."""
    if len(spoken) == 1:
        return spoken[0].code
    said = list(words)
    score = {each.code: sum(word in _OWN_WORDS[each.code] for word in said) for each in LANGUAGES}
    best = max(score.values())
    leaders = [code for code in score if score[code] == best]
    return leaders[0] if best and len(leaders) == 1 else ""


_OWN_WORDS: Final = {each.code: each.words | vocabulary(each.courtesy) for each in LANGUAGES}
_AND: Final = regex.compile(r"\b(?:et|and|puis|then)\b")
_WAYS: Final = 16
"""Readings of a misspelt clause that are tried."""

_SHORT: Final = 5
"""Words in a clause short enough to be an order rather than a story."""

_DENIALS: Final = (
    "(stop|quit|do not|don t|dont|never|no more|not)", "(arrete|arretez|arreter|cesse|cessez|ne|n|pas|plus|jamais)"
)
# "Oh no, not me": certain only if the post says nothing else.
_ALONE: Final = ("(pas moi|not me)",)
_REFUSALS: Final = ("(no|nope|nah|non|nan|spam)",)
_CLOSING: Final = (
    "merci~", "thank~", "cheers", "bye", "bonne (nuit|journee|soiree)", "good night", "ok", "okay", "oui", "ouais",
    "yes", "yep", "yeah", "d accord",
    "(good|nice|bon|gentil|brave) (bot|robot)", "a bientot",
)
_HINTS: Final = (
    (Request.FIND, "trouve"), (Request.FIND, "retrouve"), (Request.FIND, "cherche"), (Request.FIND, "find"), (Request.
    FIND, "search"),
    (Request.HELP, "aide"), (Request.HELP, "help"),
)
_VOCABULARY: Final = vocabulary(
    tuple(phrase for each in LANGUAGES for table in(each.clause, each.inside) for phrases in table.values() for phrase
    in phrases)
)
