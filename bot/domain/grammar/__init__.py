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
    INSTANCE_STOP = "instance-stop"  # said in private by who answers for a server: leave everybody on it in peace
    NOTHING = "nothing"
    UNCLEAR = "unclear"  # addressed to us and not understood: the short help, once a week at most


@dataclass(frozen=True, slots=True)
class Understood:
    """A request, the X handle it names (link only), and the language of the words that gave it ("" if none did).

    `bare` means that nothing was asked in words: the mention or the tag alone, with greetings at most. `often` is how
    often somebody wants to be told, if they say it (tell me only; NEVER: not any more). `agrees` is a plain yes or no
    to a question of ours, with NOTHING as request. `unsure` (forget only) means that the words only point there: ask
    back, erase nothing. `choice` is another purpose of consent and its value than `named`
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
    unsure: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """How a language says which X account is one's own; each text is a regular expression of what `plain` leaves.

    `be` opens a claim in the first person ("i was"); `my`, `old`, `account` and `is_` make "my old account is",
    and those of `handle` are always followed by a name;
    `on` leads to X ("on", "from"), `then` and `there` may stand before it; `with_` stands between X and the name
    ("as", "under"); `adverb` between being and the name ("also", "known as"); `article` before X or an account;
    `me` and `that_was` make "@alice on X, that was me"; `formerly` opens "formerly @alice on X"; `here` and `but`
    join another network's name to it; `hello` and `thanks` may stand around a claim that is all there is. `not_said`
    are words right before a claim that make it none ("if", "not", "she says"); `is_somebody` makes "@bob is".

    `names_nobody` are words that follow "I was" and are no handle ("happy"); most others end like `endings`.
    `pointing` may stand around the bare address of one's profile, `showing` around that of a post that proves it.
    """

    be: tuple[str, ...] = ()
    my: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    account: tuple[str, ...] = ()
    handle: tuple[str, ...] = ()
    is_: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    adverb: tuple[str, ...] = ()
    article: tuple[str, ...] = ()
    me: tuple[str, ...] = ()
    that_was: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    hello: tuple[str, ...] = ()
    thanks: tuple[str, ...] = ()
    not_said: tuple[str, ...] = ()
    is_somebody: tuple[str, ...] = ()
    names_nobody: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    pointing: frozenset[str] = frozenset()
    showing: frozenset[str] = frozenset()
    placeholders: frozenset[str] = frozenset()


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
    - `often`: how often somebody wants to be told; under NEVER the words that end it, told as `whole` ones.
    - `words`: small words by which the language of a post is told, where the request's own words do not tell it.
    - `yes`, `no`: answers to a question of ours, alone or with courtesy.
    - `choices`: words for a purpose of consent and its value, told as `clause` and as `inside` ones.
    - `unsure`: words that point to `forget` and leave a doubt, anywhere in a clause without `talk`.
    - `refusals` stand beside a `whole` request ("no, stop"); `alone` are those certain only if nothing else is said.
    - `denials` in a clause take `tell me` out of it; `closing` ends a talk: such a post asks nothing.
    - `may_ask` opens a question that asks us to stop ("can you stop?"); `to_us` are words that address somebody.
    - `hints`: one such word in a short clause is enough for that request.
    - `joining`: words for "and" and "then", which separate two orders.
    - `short_forms`: quick writing and contractions (apostrophes are spaces) -> what they stand for, one or two words.
    - `claims`: how one says who one is on X.
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
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    choices: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    unsure: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    may_ask: tuple[str, ...] = ()
    to_us: frozenset[str] = frozenset()
    hints: Mapping[Request, tuple[str, ...]] = field(default_factory=dict)
    joining: frozenset[str] = frozenset()
    short_forms: Mapping[str, str] = field(default_factory=dict)
    claims: ClaimWords = field(default_factory=ClaimWords)


def word_set(words: str) -> frozenset[str]:
    """Words written one after the other."""
    return frozenset(words.split())
