"""How people ask: what a Request is, and what the words of a language look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.consent import Told


class Request(StrEnum):
    """What an Encounter asks."""

    FIND = "find"
    LINK = "link"
    PROVE = "prove"
    PRIVATE = "private"
    PUBLIC = "public"
    TELL_ME = "tell-me"
    WHY = "why"
    NOT_ME = "not-me"
    PLEDGE = "pledge"
    DELETE = "delete"
    EXPORT = "export"
    FORGET = "forget"
    STOP = "stop"
    RESUME = "resume"
    COUNT = "count"
    HELP = "help"
    NOTHING = "nothing"
    UNCLEAR = "unclear"  # addressed to us and not understood: the short help, once a week at most


@dataclass(frozen=True, slots=True)
class Understood:
    """A request, the X handle it names (link only), and the language of the words that gave it ("" if none did).

    `bare` means that nothing was asked in words: the mention or the tag alone, with greetings at most. `often` is how
    often somebody wants to be told, if they say it (tell me only; NEVER: not any more). `agrees` is a plain yes or no
    to a question of ours, with NOTHING as request. `choice` is another purpose of consent and its value than `named`
    (private and public only: "hide me" gives found, nobody). `x_post` is the address of a post on X (prove only).
    """

    request: Request
    x_handle: str = ""
    language: str = ""
    bare: bool = False
    often: Told | None = field(default=None, repr=False)
    agrees: bool | None = field(default=None, repr=False)
    choice: tuple[str, str] | None = field(default=None, repr=False)
    x_post: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language, in the notation of `patterns`, without accents, in lower case.

    A post is read as clauses; `courtesy` (greetings, politeness, our own names, insistence) and `padding` (words
    without a meaning of their own) are taken out before anything else.

    - `whole`: requests that need words that leave no doubt. Every clause of the post must be one of these, or one
      of `complaint`, or courtesy; padding is not taken out here.
    - `clause`: the request is a clause by itself; one word is enough, one letter may be wrong.
    - `inside`: the request stands anywhere in a clause, unless `talk` is in the same clause.
    - `talk`: the clause tells something instead of asking: about us, somebody else, the past; or it denies.
    - `chat`: the post asks nothing: thanks, laughter, news of leaving X, insults.
    - `often`: how often somebody wants to be told.
    - `words`: small words by which the language of a post is told, where the request's own words do not tell it.
    """

    code: str
    courtesy: tuple[str, ...]
    padding: tuple[str, ...]
    whole: Mapping[Request, tuple[str, ...]]
    complaint: tuple[str, ...]
    clause: Mapping[Request, tuple[str, ...]]
    inside: Mapping[Request, tuple[str, ...]]
    talk: tuple[str, ...]
    chat: tuple[str, ...]
    words: frozenset[str]
    often: Mapping[Told, tuple[str, ...]] = field(default_factory=dict)


def word_set(words: str) -> frozenset[str]:
    """Words written one after the other."""
    return frozenset(words.split())
