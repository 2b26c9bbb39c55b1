"""What decisions are made of: the admin's Policy, the Facts about an author, and the Effects decided on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.encounters import Visibility
from bot.domain.matching import Evidence, Matches
from bot.domain.people import Claim, Person
from bot.domain.proving import Code
from bot.domain.rights import Kept
from bot.domain.wording import Wording


class ReplyTo(StrEnum):
    """Whose tagged posts are answered; mentions always are."""

    MENTION = "mention"
    REGISTERED = "registered"
    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Policy:
    """What the admin chose for one network."""

    reply_to: ReplyTo = ReplyTo.REGISTERED
    welcome: bool = False
    per_person_hour: int = 3  # 0 lifts a limit
    per_person_day: int = 5
    per_thread: int = 2
    visibility: Visibility = Visibility.UNLISTED  # of answers, never wider than the question
    languages: tuple[str, ...] = ("fr", "en")  # the first is the default
    tags: frozenset[str] = frozenset()  # folded
    operator: str = ""
    campaign: str = ""
    guide: str = ""
    archive_guide: str = ""  # how to download one's X archive
    private_messages: bool = True  # whether the network has private messages we can answer


@dataclass(frozen=True, slots=True)
class Facts:
    """What we know when an Encounter comes, read in the same transaction as what follows from it."""

    person: Person | None = None  # with a Link at or above the threshold for the author's Account
    claim: Claim | None = None  # the author's latest Claim that nobody has decided about
    denied: bool = False  # of a server whose people get nothing
    silenced: bool = False  # said stop
    arrived: bool = False  # this Account's arrival is already recorded
    answered: bool = False  # had an answer of ours before
    answers_last_hour: int = 0
    answers_last_day: int = 0
    answers_in_thread: int = 0
    helped_this_week: bool = False
    matches: Matches = field(default_factory=Matches)
    consent_asked: bool = False  # the author, a Person, was asked before whether they want to be told
    marks: frozenset[str] = frozenset()  # of the author, a Person: DISCREET, WROTE
    question: str = ""  # the kind of our open question to the author, not older than it may be answered
    erased_lately: bool = False  # the author was erased in the last day, with a receipt
    kept: Kept | None = None  # all that is kept about the author; asked for by those who want to see it, or it gone
    answer: int | None = None  # our answer that the author means by "delete" and may have deleted
    evidence: tuple[Evidence, ...] = ()  # behind the first of the matches; for `why` in private only
    code: Code | None = None  # theirs that still works, else a new one; asked for proofs only
    looks_last_hour: int = 0  # posts on X we were asked to look at
    joined: bool = False  # they were just told of another Account on their X id; asked for "not me" only
    new_matches: bool = False  # of some match this Person was never told, or not on that network; asked for tags only
    tallies: Mapping[str, int] = field(default_factory=dict)


class Why(StrEnum):
    """Why nothing is said; kept in the inbox, so that an admin can see it."""

    OURSELVES = "ourselves"
    BOT = "bot"
    BRIDGED = "bridged copy"
    COPY = "copy of a post already seen"
    SILENCED = "asked for silence"
    DENIED = "server denied"
    SERVER_ASKED = "server asked"
    OPTED_OUT = "#nobot"
    NOTHING_ASKED = "nothing asked"
    NOT_REGISTERED = "not registered"
    NOT_TOLD = "did not agree to be told"
    NOTHING_NEW = "nothing new"
    MENTIONS_ONLY = "mentions only"
    TOO_MANY = "limit reached"
    HELPED = "helped this week"
    FORGOTTEN = "erased again, without a second receipt"
    TAKEN_BACK = "answer taken back"
    NOTHING_TO_DELETE = "no answer of theirs, nor in their thread"
    RECORDED = "recorded"
    TOO_OLD = "too old"
    CHECKING = "a post on X is looked at first"
    BEFORE_FIRST_START = "before the first start"


@dataclass(frozen=True, slots=True)
class Say:
    """Answer with these words. `kind` enters the Post's key, so one trigger gets one answer of a kind."""

    kind: str
    wording: Wording
    visibility: Visibility
    language: str
    counts: bool = True  # towards the limits; the acknowledgement of stop does not
    told: bool = False  # it tells of everybody the author may see: nobody of them is new afterwards
    asks: str = ""  # the kind of the question of ours to put below it, where there is room


@dataclass(frozen=True, slots=True)
class Link:
    """Put down the Claim that the author is this X account."""

    x_handle: str


class Fact(StrEnum):
    """What Remember can keep about the author."""

    ARRIVAL = "arrival"
    VOICE = "voice"
    SILENCE = "silence"
    SPEECH = "speech"  # silence is over
    DISCREET = "discreet"  # wants answers in private
    OPENNESS = "openness"  # wants them where they asked
    WROTE = "wrote"  # has written to us in private


@dataclass(frozen=True, slots=True)
class Remember:
    """Keep a fact about the author; `detail` says how it came to be known."""

    fact: Fact
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Choose:
    """Keep what the author, a Person, allows from now on: a purpose of Consent and its value."""

    purpose: str
    value: str


@dataclass(frozen=True, slots=True)
class Reply:
    """The author said yes or no to our open question."""

    agrees: bool


@dataclass(frozen=True, slots=True)
class Give:
    """Keep the code the author is told: from now on it works."""

    code: Code


@dataclass(frozen=True, slots=True)
class Look:
    """Look at a post on X, by its number, for the author's code; the answer comes afterwards, in this form."""

    post: str
    visibility: Visibility
    language: str


@dataclass(frozen=True, slots=True)
class Disown:
    """The author says that it was not they: their own Link, or the Account they were just told of, is disputed."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase the author. What is said of it afterwards is forgotten too, once it is sent."""


@dataclass(frozen=True, slots=True)
class Retract:
    """Take one of our answers back, by its number in the outbox."""

    post: int


@dataclass(frozen=True, slots=True)
class AskServer:
    """Ask the author's own server whether they speak for it; the answer to them waits for that, in this language."""

    language: str


@dataclass(frozen=True, slots=True)
class Ignore:
    """Say nothing, for a reason that is kept."""

    why: Why


Effect = (
    Say | Link | Remember | Choose | Reply | Forget | Retract | Ignore | AskServer | Give | Look | Disown
)
