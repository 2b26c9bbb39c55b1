"""The requests people can make of us, and `understand`, which finds one in a post."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from bot.domain.consent import Told
from bot.domain.grammar import Request, Understood, word_set
from bot.domain.grammar.book import CHOICES, EVERY, audible, book, codes, marks, purposes, spoken
from bot.domain.grammar.handles import PLACEHOLDERS, claimed, misnamed, shown, speaks_of_x
from bot.domain.grammar.languages import LANGUAGES
from bot.domain.grammar.patterns import Span, is_run
from bot.domain.grammar.reading import SOMEBODY, Reading, read
from bot.domain.grammar.said import (
    COURTESY,
    ORDERS,
    PADDED,
    Said,
    clause_of,
    language_of,
    pieces_of,
    said_in,
    sentences_in,
)  # fmt: skip

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
    Entry(Request.FORGET, help="help-forget", certain=True),
    Entry(Request.DELETE, help="help-delete", certain=True),
    Entry(Request.NOT_ME, help="help-not-me", certain=True),
    Entry(Request.LINK, help="help-link"),
    Entry(Request.PLEDGE),
    Entry(Request.EXPORT, help="help-export"),
    Entry(Request.TELL_ME, help="help-tell-me"),
    Entry(Request.WHY),
    Entry(Request.PROVE, help="help-prove"),
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

CAMPAIGN_TAGS: Final = frozenset({"quittex", "helloquittex"})

_CERTAIN: Final = tuple(entry.request for entry in REQUESTS if entry.certain)
_OTHERS: Final = tuple(entry.request for entry in REQUESTS if not entry.certain and entry.request is not Request.LINK)
_TO_US: Final = frozenset(word for each in LANGUAGES for word in each.to_us)
_TALK: Final = marks("talk")
_CHAT: Final = marks("chat")
_COMPLAINT: Final = marks("complaint")
_WHOLE: Final = {request: marks(("whole", request)) for request in _CERTAIN}
_ASKING: Final = marks(*purposes("clause")), marks(*purposes("inside"))
_HINTS: Final = marks(*purposes("hints"))
_YES, _NO = marks("yes"), marks("no")
_DENIAL, _CLOSING, _UNSURE = marks("denials"), marks("closing"), marks("unsure")
_MAY_ASK, _REFUSAL, _ALONE = marks("may_ask"), marks("refusals"), marks("alone")
_OFTEN: Final = {often: marks(("often", often)) for often in (Told.WEEKLY, Told.DAILY, Told.AT_ONCE, Told.NEVER)}
_CHOOSING: Final = marks(*purposes("choices"))
_HIDING: Final = frozenset({("found", "nobody"), ("found", "followed"), ("counted", "no")})
_AIMED: Final = frozenset({Request.STOP, Request.DELETE, Request.EXPORT, Request.TELL_ME})
"""Words for these may be meant for an account that is named beside them: "delete @bob", "stop following @bob"."""

_FIRST_PERSON: Final = word_set("me us my moi m nous mes mon ma mich mir uns meine mig oss mina mi nos ci mim")
_ENCLITICS: Final = ("arme", "erme", "irme", "armi", "ermi", "irmi", "dme", "ame", "eme", "ami", "imi")
"""Ends of verbs that say whom they mean: "escribirme", "scrivermi"."""

_ABOUT_US: Final = frozenset({Request.HELP, Request.COUNT})
"""Those who ask these talk about us: "how does this bot work?"."""
_US: Final = word_set(
    "bot robot roboter boten botten bots campaign campagne kampagne kampanjen campana campagna campanha account compte "
    "konto kontot cuenta conta tool thing truc outil"
)

_WAYS: Final = 16
"""Readings of a misspelt clause that are tried."""

_SHORT: Final = 5
"""Words in a clause short enough to be an order rather than a story."""


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
        return _tagged(reading)
    about_x = None if reading.quoted or not speaks_of_x(text) else _about_x(text, reading)
    return about_x or _asked(reading)


def _about_x(text: str, reading: Reading) -> Understood | None:
    """A claim, or a post that proves one."""
    if proof := shown(text):
        return Understood(Request.PROVE, language=language_of(reading, EVERY), x_post=proof)
    claim = claimed(text)
    if claim and claim.x_handle not in PLACEHOLDERS:
        return Understood(Request.LINK, claim.x_handle, language_of(reading, EVERY))
    if claim or misnamed(text):
        return Understood(Request.UNCLEAR, language=language_of(reading, EVERY))
    return None


def _tagged(reading: Reading) -> Understood:
    understood = _asked(reading)
    if understood.request is not Request.FIND:
        return Understood(Request.NOTHING)
    talks = not understood.bare and any(said.marks & _CHAT for said in said_in(reading))
    return Understood(Request.NOTHING) if talks else understood


def _asked(reading: Reading) -> Understood:
    everything = said_in(reading)
    clauses = [said for said in everything if said.rest]
    answer = _agreed(reading, everything)
    if answer is not None:
        return answer
    if not clauses:
        return _bare(reading, everything)
    sentences = sentences_in(reading)
    for look, said in (
        (_certain, clauses), (_certain, [] if any(said.has(_ALONE) for said in sentences) else sentences),
        (_choice, clauses), (_choice, sentences), (_in_a_clause, sentences), (_in_a_clause, clauses),
        (_misspelt, clauses), (_hinted, clauses),
    ):  # fmt: skip
        if said and (found := look(reading, said)):
            return found
    return Understood(_nothing_or_unclear(reading, clauses))


def _agreed(reading: Reading, clauses: Sequence[Said]) -> Understood | None:
    """A plain yes or no: nothing else is said, and nothing is asked. A no beside a yes wins, as it changes nothing."""
    answers = 0
    for said in clauses:
        answers |= said.marks & (_YES | _NO)
        if said.asks or not is_run(said.words, said.spans, _YES | _NO | COURTESY):
            return None
    if not answers or reading.quoted or reading.url:
        return None
    agrees = not answers & _NO
    return Understood(
        Request.NOTHING, language=language_of(reading, spoken(answers, "yes" if agrees else "no")), agrees=agrees
    )


def _bare(reading: Reading, clauses: Sequence[Said]) -> Understood:
    """Nothing but greetings, numbers, emoji, tags and names is left: that asks to find, unless it thanks or agrees."""
    if reading.url or reading.quoted or any(said.has(_CLOSING) for said in clauses):
        return Understood(Request.NOTHING)
    return Understood(Request.FIND, language=language_of(reading, EVERY), bare=True)


def _certain(reading: Reading, clauses: Sequence[Said]) -> Understood | None:
    """stop, forget, delete, not me: every piece of the post says so, or complains; nothing jokes, asks or adds."""
    if reading.playful or reading.quoted or not any(said.has(ORDERS) or said.rest != said.words for said in clauses):
        return None
    pieces = [piece for said in clauses for piece in pieces_of(said)]
    wanted = [(_wanted(piece), piece) for piece in pieces]
    if any(request is None and not _stands_beside(piece) for request, piece in wanted):
        return None
    asked = {request for request, _ in wanted}
    first = next((request for request in _CERTAIN if request in asked), None)
    if first is None or (len(pieces) > 1 and any(piece.whole & _ALONE for piece in pieces)):
        return None
    if reading.unquoted and len(pieces[0].words) > 1:
        return None
    if _is_meant_for_somebody(first, reading, pieces):
        return Understood(Request.UNCLEAR)
    doubted = any(piece.asks and not (request is Request.STOP and piece.has(_MAY_ASK)) for request, piece in wanted)
    if doubted and first is not Request.FORGET:
        return None
    # Of two who may be meant, the other has no right to be forgotten by these words, nor did the author surely say so.
    doubted = doubted or (first is Request.FORGET and (reading.to_somebody or SOMEBODY in reading.words))
    own = _spoken_by(first, pieces)
    return Understood(first, language=language_of(reading, own or EVERY), unsure=doubted)


def _is_meant_for_somebody(request: Request, reading: Reading, clauses: Sequence[Said]) -> bool:
    """Whether words beside another account's name are about that account, as far as one can tell."""
    words = [word for said in clauses for word in said.words]
    if request not in _AIMED or not (reading.to_somebody or SOMEBODY in reading.words):
        return False
    if len(words) == 1:
        return request is not Request.STOP
    return not any(word in _FIRST_PERSON or word.endswith(_ENCLITICS) for word in words)


def _wanted(piece: Said) -> Request | None:
    for request in _CERTAIN:
        if piece.has(_WHOLE[request]) and is_run(piece.words, piece.spans, _WHOLE[request] | _COMPLAINT):
            return request
    return None


def _stands_beside(piece: Said) -> bool:
    return bool(piece.whole & _REFUSAL) or is_run(piece.words, piece.spans, _COMPLAINT)


def _spoken_by(request: Request, pieces: Sequence[Said]) -> int:
    """The languages that have the words of all pieces, else those of one of them."""
    every, some = EVERY, 0
    for piece in pieces:
        own = [Span(start, end, _spoken_there(found, request)) for start, end, found in piece.spans]
        languages = sum(bit for bit in (1 << at for at in range(len(LANGUAGES))) if is_run(piece.words, own, bit))
        every, some = every & languages, some | languages
    return every or some


def _spoken_there(found: int, request: Request) -> int:
    return spoken(found, ("whole", request)) | spoken(found, "complaint") | spoken(found, "refusals")


def _choice(reading: Reading, clauses: Sequence[Said]) -> Understood | None:
    """No more news of arrivals, or who may find the asker, or whether they count: a clause of its own."""
    for said in clauses:
        if said.asks and not said.has(_MAY_ASK):
            continue
        if said.has(_OFTEN[Told.NEVER]) and is_run(said.words, said.spans, _OFTEN[Told.NEVER] | PADDED):
            told = spoken(said.marks, ("often", Told.NEVER))
            return Understood(Request.TELL_ME, language=language_of(reading, told), often=Told.NEVER)
        if said.has(_CHOOSING) and is_run(said.words, said.spans, _CHOOSING | PADDED):
            choice = _longest_choice(said)
            language = language_of(reading, spoken(said.marks, ("choices", choice)))
            request = Request.PRIVATE if choice in _HIDING else Request.PUBLIC
            return Understood(request, language=language, choice=choice)
    return None


def _longest_choice(said: Said) -> tuple[str, str]:
    """That of the longest phrase: "don't hide me" holds "hide me"."""
    found = ((span.end - span.start, choice) for span in said.spans for choice in CHOICES if _offers(span, choice))
    return max(found, key=lambda one: one[0])[1]


def _offers(span: Span, choice: tuple[str, str]) -> int:
    return spoken(span.marks, ("choices", choice))


def _in_a_clause(reading: Reading, clauses: Sequence[Said]) -> Understood | None:
    """The other requests: a clause of their own, or words inside a clause that asks rather than tells."""
    if unsure := _points_to_forget(reading, clauses):
        return unsure
    asking = [said for said in clauses if said.whole & _ASKING[0] or said.has(_ASKING[1])]
    for request in _OTHERS if asking else ():
        speaking = 0
        for said in asking:
            speaking |= _asks_for(request, said)
        if speaking and _is_meant_for_somebody(request, reading, asking):
            return Understood(Request.UNCLEAR)
        if speaking and request is Request.PROVE and reading.url:
            return Understood(Request.NOTHING)  # "the proof: https://..." is about something else
        if speaking:
            often = _often(clauses) if request is Request.TELL_ME else None
            return Understood(request, language=language_of(reading, speaking), often=often)
    return None


def _points_to_forget(reading: Reading, clauses: Sequence[Said]) -> Understood | None:
    if reading.playful or reading.quoted or any(said.has(_TALK | _CHAT) for said in clauses):
        return None
    speaking = 0
    for said in clauses:
        speaking |= spoken(said.marks, "unsure")
    return Understood(Request.FORGET, language=language_of(reading, speaking), unsure=True) if speaking else None


def _asks_for(request: Request, said: Said) -> int:
    """The languages in which the clause asks for it."""
    if request is Request.TELL_ME and said.has(_DENIAL):
        return 0  # "stop telling me every day": nobody agrees to be written to by these words
    if speaking := spoken(said.whole, ("clause", request)):
        return speaking
    about_us = said.asks and request in _ABOUT_US and SOMEBODY not in said.words and not _US.isdisjoint(said.words)
    talks = said.has(_TALK) and not about_us
    return 0 if talks else spoken(said.marks, ("inside", request))


def _often(clauses: Sequence[Said]) -> Told | None:
    """How often they want to be told; the least often of what they say, None if they do not say."""
    rhythms = (Told.WEEKLY, Told.DAILY, Told.AT_ONCE)
    return next((often for often in rhythms if any(said.has(_OFTEN[often]) for said in clauses)), None)


def _misspelt(reading: Reading, clauses: Sequence[Said]) -> Understood | None:
    """The same with one letter wrong in a word of five or more, in short clauses that chat about nothing else."""
    heard = audible(frozenset(codes(EVERY)))
    for said in clauses:
        if len(said.words) > _SHORT or said.has(_CHAT | _TALK):
            continue
        ways = product(*map(book().spelling.near, said.words))
        for right in islice(ways, _WAYS):
            if list(right) != said.words and (
                found := _in_a_clause(reading, [clause_of(list(right), said.asks, heard)])
            ):
                return found if not found.unsure else None
    return None


def _hinted(reading: Reading, clauses: Sequence[Said]) -> Understood | None:
    """One plain word among few others is enough: "help plz fam"."""
    for said in clauses:
        if len(said.rest) > 3 or said.has(_TALK | _CHAT):
            continue
        found = 0
        for span in book().lexicon.spans(said.rest):
            found |= span.marks & _HINTS
        for request in (Request.FIND, Request.HELP):
            if speaking := spoken(found, ("hints", request)):
                return Understood(request, language=language_of(reading, speaking))
    return None


def _nothing_or_unclear(reading: Reading, clauses: Sequence[Said]) -> Request:
    """Talk about us, about leaving X, thanks, jokes, insults: nothing. Few words, or words to us: they asked
    something."""
    asks = any(said.asks for said in clauses)
    if reading.playful or (reading.url and not asks) or any(said.has(_CHAT | _TALK | _COMPLAINT) for said in clauses):
        return Request.NOTHING
    words = [word for said in clauses for word in said.rest]
    to_us = asks or not _TO_US.isdisjoint(words)
    return Request.UNCLEAR if to_us or len(words) <= _SHORT else Request.NOTHING
