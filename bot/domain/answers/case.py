"""Everything an answer is made from."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from bot.domain.accounts import Platform
from bot.domain.announcements import publishable
from bot.domain.effects import Facts, Policy, Say
from bot.domain.encounters import Encounter, Visibility
from bot.domain.people import DISCREET, WROTE
from bot.domain.requests import Understood
from bot.domain.text import contact_words
from bot.domain.wording import Value, Wording


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a decision looks at."""

    encounter: Encounter
    understood: Understood
    facts: Facts
    policy: Policy

    @property
    def private(self) -> bool:
        """Only the author and we read the question."""
        return self.encounter.private

    @property
    def in_private(self) -> bool:
        """Only the author will read the answer."""
        return answers_in_private(self.encounter, self.facts.marks, self.policy)

    @property
    def discreet(self) -> bool:
        """They asked to be answered in private. Where that cannot be, nobody is named in public to them."""
        return DISCREET in self.facts.marks

    @property
    def reaches_in_private(self) -> bool:
        """Whether the author has written to us in private."""
        return self.private or WROTE in self.facts.marks

    @property
    def platform(self) -> Platform:
        """Of the author."""
        return self.encounter.account.platform

    @property
    def visibility(self) -> Visibility:
        """Of the answer: never wider than the question.

        A post for the author's followers is answered to the author alone: our followers are other people.
        """
        if self.in_private or self.encounter.visibility is Visibility.PRIVATE:
            return Visibility.DIRECT
        return self.encounter.visibility.narrowed_to(self.policy.visibility)

    @property
    def language(self) -> str:
        """Of the words understood, else the post's, else the person's, among the campaign's, else the first."""
        person = self.facts.person.language if self.facts.person else ""
        for language in (self.understood.language, *self.encounter.languages, person):
            known = language.partition("-")[0].lower()
            if known in self.policy.languages:
                return known
        return self.policy.languages[0]

    @property
    def unlinked(self) -> str:
        """The message to somebody without a Link: what became of their Claim, else how to make one."""
        return f"claim-{self.facts.claim.state}" if self.facts.claim else "not-linked"

    def campaign(self) -> dict[str, Value]:
        """Values that any message may use."""
        return {
            "campaign": self.policy.campaign,
            "operator": contact_words(self.policy.operator),
            "people": publishable(self.facts.tallies).get("people", 0),
        }

    def say(self, kind: str, message: str = "", *, counts: bool = True, lines: tuple[Wording, ...] = ()) -> Say:
        """Answer with one message (`kind` itself if none is given) that needs only the campaign's own values."""
        return Say(kind, Wording(message or kind, self.campaign(), lines), self.visibility, self.language, counts)


def answers_in_private(encounter: Encounter, marks: Set[str], policy: Policy) -> bool:
    """Whether the author alone will read the answer: they asked in private, or asked for private answers once.

    On Bluesky that takes a chat: nobody gets a first message from somebody they neither follow nor have written to.
    """
    if encounter.private:
        return True
    opened = encounter.address.platform is not Platform.BLUESKY or WROTE in marks
    return DISCREET in marks and policy.private_messages and opened
