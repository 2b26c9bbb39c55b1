"""Which X account an author says is theirs: "I was @alice on X", "mon compte X : @alice", x.com/alice.

Only the first person counts. Who somebody else is, or was, is nobody's claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import regex

from bot.domain.grammar import word_set
from bot.domain.grammar.languages import LANGUAGES
from bot.domain.grammar.reading import plain

_CLAIMS_OF: Final = tuple(language.claims for language in LANGUAGES)
"""Every language's own words; what holds them together is the same here for all."""


def _any(*fields: str) -> str:
    """An expression for any of these words of any language."""
    return "|".join(dict.fromkeys(word for field in fields for claims in _CLAIMS_OF for word in getattr(claims, field)))


def _every(field: str) -> frozenset[str]:
    return frozenset(word for claims in _CLAIMS_OF for word in getattr(claims, field))


PLACEHOLDERS: Final = _every("placeholders")
"""What our own help writes where a handle belongs."""

PAGES: Final = word_set(
    "about account compose download explore hashtag home i intent jobs login logout messages notifications "
    "privacy search settings share signup status tos who_to_follow "
)
"""Pages of x.com that are nobody's profile."""

_NAME: Final = r"(?P<h>[a-z0-9_]{1,15})(?![\w@-])(?!\.\w)"
_AT: Final = "[@＠]" + _NAME
_BARE: Final = r"(?P<bare>[a-z0-9_]{1,15})(?![\w@'-])(?!\.\w|://)"
_LINE: Final = regex.compile(r"[\n]+|(?<=[.!?…])\s+")
_END: Final = r"/?(?:[?#][^\s]*)?(?=[\s,;:!?)\]»”\"']|\.?(?:\s|$)|$)"
_ADDRESS: Final = regex.compile(
    rf"(?<![\w.@/-])(?:https?://)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com/(?:#!/)?@?{_NAME}{_END}"
)
_X: Final = (
    rf"(?:(?:{_any('article')}|ex-? ?) ?)*(?:x ?[/(] ?(?:ex-?|ex |formerly )?(?:known as )?twitter\)?"
    r"|twitter ?[/(] ?x\)?|x\.com|twitter\.com|x|twitter|tuiter)(?![\w'/-])(?!\.\w)"
)
# "On X it was alice", but not "on X is alice": a verb alone asks who that is.
_IT_IS: Final = "|".join(word for word in _any("that_was").split("|") if " " in word or "'" in word)
_MY, _BE, _ON, _OLD = _any("my"), f"(?:{_any('be')})", _any("on"), rf"(?:(?:{_any('old')})[ -]?)*"
_ON_X: Final = rf"(?:,? (?:{_any('then')}))?(?: ?\(?(?:,? ?(?:(?:{_any('then')}) )?)(?:{_ON})(?: (?:{_MY}))? {_X})"
_ELSEWHERE: Final = (
    rf"(?:(?:@?[\w-]+(?:@[\w.-]+|(?:\.[\w-]+)+)|@?[\w-]+(?= (?:{_ON}) [mbl]))"
    rf"(?: (?:{_ON}) (?:mastodon|bluesky|bsky|(?:\w+ )?fediverse|[\w-]+\.[\w.-]+))?"
    rf"(?: (?:{_any('here')}))?,? (?:{_any('but')}|&|ex|aka) )?"
)
_ACCOUNT: Final = rf"(?:{_any('account')})"
_IS: Final = rf"(?: ?[:=→-]+ ?|,? (?:{_any('is_')}) (?:: ?)?)"
_OF_X: Final = rf"(?: (?:(?:{_ON}) ?)?{_X})"
_ADVERB: Final = rf"(?:(?:{_any('adverb')}) )*"
_AS: Final = rf"(?: ?[:,]| (?:{_any('with_')}))"
_CIVILITY: Final = regex.compile(
    rf"^(?:{_any('hello')})(?: (?:there|le bot|bot))?[ ,!.]+"
    rf"|[ ,!.]+(?:{_any('thanks')})(?: (?:beaucoup|d'avance|a lot))?[ .!]*$"
)
_NAMED: Final = rf"(?:{_AT}|{_BARE})"
_CLAIMS: Final = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"\b{_BE} {_ELSEWHERE}{_ADVERB}{_NAMED}{_ON_X}",
        rf"\b(?:{_ON}) {_X},? (?:{_BE}|{_IT_IS}"
        rf"|(?:{_MY}) {_OLD}{_ACCOUNT} (?:{_any('is_')})|(?:{_any('is_')}) (?:{_MY}) {_OLD}{_ACCOUNT}) "
        rf"{_ADVERB}{_NAMED}",
        rf"\b{_BE} (?:{_ON}) {_X}{_AS}(?: (?:le|the))?(?: (?:{_MY}))?(?: {_ACCOUNT})?(?: de)? {_AT}",
        rf"\b(?:{_MY}) {_OLD}{_X} {_ACCOUNT}{_IS}{_ADVERB}{_NAMED}",
        rf"\b(?:{_MY}) {_OLD}{_ACCOUNT}{_OF_X}{_IS}{_ADVERB}{_NAMED}",
        rf"\b(?:{_MY}) {_OLD}{_ACCOUNT}{_IS}{_ADVERB}{_NAMED}{_ON_X}",
        rf"\b(?:{_MY}) {_OLD}{_X}{_IS}{_NAMED}",
        rf"{_AT}{_ON_X},? (?:{_any('that_was')}) (?:{_any('me')})\b",
        rf"\b(?:{_any('formerly')})[ -]{_AT}{_ON_X}",
    )
)
_TRIED: Final = regex.compile(rf"\b{_BE} {_ADVERB}[@＠][\w@.-]+{_ON_X}")
_WHOLE: Final = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"{_AT}{_ON_X}(?: (?:{_any('here')}))?",
        rf"(?:it's|it is|this is) {_AT} from {_X}",
        rf"{_AT} ?\({_X}\)",
        rf"(?:(?:{_any('me', 'formerly')}) )?(?:{_ON}) {_X} ?[:=→-]+ ?{_NAMED}",
        rf"(?:{_OLD})?{_X}(?: ?[:=→-]+ ?){_NAMED}",
        rf"(?:{_OLD})?{_X} {_ACCOUNT}(?: ?[:=→-]+ ?| ){_NAMED}",
        rf"{_ACCOUNT}{_OF_X}(?: ?[:=→-]+ ?| ){_NAMED}",
        rf"{_X} {_AT}",
    )
)
# Behind one of these a word is a name, whatever it looks like.
_CALLS_A_NAME: Final = regex.compile(rf"\b(?:{_any('handle')})\b|[:=]")
# Right before a claim, these make it somebody else's words, or no claim at all.
_NOT_SAID: Final = regex.compile(rf"\b(?:{_any('not_said')})\W+$")
_MINE: Final = regex.compile(rf"\b(?:{_BE} {_ADVERB}|(?:{_MY}) {_OLD}(?:{_X} )?{_ACCOUNT}{_OF_X}?(?:{_IS}| ?))$")

# "mein Twitteraccount", "mitt X-konto".
_JOINED: Final = "konto|account|namn|name|profil|handle"
_SPEAKS_OF_X: Final = regex.compile(rf"(?<![a-z0-9_@])(?:x|twitter|tuiter)(?![a-z0-9_])|twitter(?={_JOINED})")
_COMPOUND: Final = regex.compile(rf"\b(x|twitter)(?:-(?=[a-z])|(?={_JOINED}))")
_POST: Final = regex.compile(
    r"(?<![\w.@/-])(?:https?://)?(?:www\.|mobile\.|m\.)?(?:x|twitter)\.com/"
    r"(?P<by>i/web|\w{1,15})/status(?:es)?/(?P<id>\d{1,20})(?![\w])[^\s]*"
)
_SHOWING: Final = _every("showing")


_MANY: Final = 10
"""Claims of one kind that are looked at in one line; nobody means more."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim to an X account: its handle, in lower case."""

    x_handle: str


def claimed(text: str) -> Claimed | None:
    """The X account the author says is theirs, if they say so in so many words, and one only.

    It may be one of PLACEHOLDERS: somebody copied our example as it stands.
    """
    found = {claim for line in _lines(text) for claim in (*_in_words(line), *_by_address(line))}
    return found.pop() if len(found) == 1 else None


def misnamed(text: str) -> bool:
    """Whether the author tries to say so with something that is no X handle."""
    for line in _lines(text):
        match = _TRIED.search(line)
        if match and not _NOT_SAID.search(line[: match.start()]) and not line[match.end() :].startswith("?"):
            return True
    return False


def _lines(text: str) -> list[str]:
    words = _COMPOUND.sub(r"\1 ", plain(text))
    return [" ".join(line.split()) for line in _LINE.split(words)]


def _in_words(line: str) -> Iterator[Claimed]:
    whole = _CIVILITY.sub("", line).strip(" .!,")
    matches = [match for pattern in _CLAIMS for match in islice(pattern.finditer(line), _MANY)]
    matches += [match for pattern in _WHOLE if (match := pattern.fullmatch(whole))]
    for match in matches:
        claim = _said(match, line if match.string is line else whole)
        if claim:
            yield claim


def _said(match: regex.Match[str], line: str) -> Claimed | None:
    groups = match.groupdict()
    name = groups.get("h") or groups.get("bare") or ""
    asked = line[match.end() :].lstrip(" )").startswith("?")
    if not name or asked or _NOT_SAID.search(line[: match.start()]):
        return None
    if not groups.get("h") and not _is_a_name(name, match[0]):
        return None
    return Claimed(name)


def _is_a_name(name: str, said: str) -> bool:
    """Whether a word without '@' is more likely a handle than a word: "I was happy on X" names nobody."""
    if name.isdigit() or name in _NAMES_NOBODY or len(name) < 3:
        return False
    if regex.search(r"[0-9_]", name):
        return True
    return _CALLS_A_NAME.search(said) is not None or not name.endswith(_ENDINGS)


def _by_address(line: str) -> Iterator[Claimed]:
    """x.com/alice by itself, or as the first person; the address of somebody else's profile is told of, not claimed."""
    for match in islice(_ADDRESS.finditer(line), _MANY):
        before, after = line[: match.start()], line[match.end() :]
        mine = _MINE.search(before)
        said = not _NOT_SAID.search(before[: mine.start()]) if mine else _only_points(f"{before} {after}")
        if said and match["h"] not in PAGES:
            yield Claimed(match["h"])


_NAMES_NOBODY: Final = _every("names_nobody")
_ENDINGS: Final = tuple(_every("endings"))
_CODE: Final = regex.compile(r"(?<!\w)qx-\w{4,12}(?!\w)")  # as `domain/proving.py` makes them
_POINTING: Final = _every("pointing")
_SOMEBODY_IS: Final = regex.compile(rf"[@＠]\S+ (?:{_any('is_somebody')})\b")


def _only_points(rest: str) -> bool:
    if _SOMEBODY_IS.search(rest):
        return False
    words = regex.sub(r"[#＃@]\w[\w@.-]*|[^\w\s]", " ", _ADDRESS.sub(" ", rest)).split()
    return _POINTING.issuperset(words)


def speaks_of_x(text: str) -> bool:
    """Whether X is named at all: without it nothing here is found, and this is quickly seen."""
    return _SPEAKS_OF_X.search(plain(text)) is not None


def shown(text: str) -> str:
    """The address of the one post on X that somebody shows us as their proof, "" if they do not.

    It stands alone, or beside words that point to it and the code itself; anywhere else it is a post that people talk
    about.
    """
    said = plain(text)
    posts = {f"https://x.com/{match['by']}/status/{match['id']}" for match in _POST.finditer(said)}
    around = _CODE.sub(" ", _POST.sub(" ", said))
    words = regex.sub(r"[#＃@]\w[\w@.-]*|[^\w\s']", " ", around).split()
    return posts.pop() if len(posts) == 1 and _SHOWING.issuperset(words) else ""
