"""What is kept for how long: the one table of it. PRIVACY.md repeats it, and a test compares them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.accounts import Platform
from bot.domain.lives import ALONE_FOR, GONE_FOR
from bot.domain.proving import CODE_LIFE


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing: what, in English and French, for how long, and which setting changes that ("": none does)."""

    what: str
    quoi: str
    days: int
    setting: str = ""

    @property
    def span(self) -> timedelta:
        """As a duration."""
        return timedelta(days=self.days)


ENCOUNTERS: Final = Kept("what people wrote to the bot, and who", "ce que les gens écrivent au robot, et qui", 30)
WORDS: Final = Kept("the words of what the bot sent", "les mots de ce que le robot a envoyé", 30)
CODES: Final = Kept("one-time codes", "les codes à usage unique", CODE_LIFE.days)
COPIES: Final = Kept("copies made before an update", "les copies faites avant une mise à jour", 14)
UNRESOLVED: Final = Kept(
    "X follows of people who never registered, as pseudonyms",
    "les abonnements X de personnes jamais inscrites, en pseudonymes",
    180,
    "storage.unresolved_edges_days",
)
GONE: Final = Kept("an account that is gone", "un compte disparu", GONE_FOR[Platform.BLUESKY].days)
ALONE: Final = Kept(
    "what somebody without any account left brought", "ce qu’a apporté qui n’a plus de compte", ALONE_FOR.days
)

RETENTION: Final = (ENCOUNTERS, WORDS, CODES, COPIES, UNRESOLVED, GONE, ALONE)
"""All else about somebody is kept until they say "forget me"."""
