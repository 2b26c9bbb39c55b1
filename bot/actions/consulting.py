"""consulting: the question whether somebody wants to be told of arrivals, below what tells them of their Link."""

from __future__ import annotations

from datetime import datetime

from bot.actions.desk import Desk
from bot.domain.accounts import Account
from bot.domain.answers.asking import CONSENT, WORDS
from bot.domain.wording import Wording, with_question
from bot.ports import Transaction


def consulting(
    tx: Transaction, account: Account, wording: Wording, desk: Desk, language: str, handle: str, now: datetime
) -> Wording:
    """The wording with the question, once for life; as it is for whoever was asked, or has said it already."""
    person = tx.people.by_account(account, desk.minimum)
    if person is None or person.consulted or CONSENT in tx.people.questions(account):
        return wording
    asked = with_question(wording, WORDS[CONSENT], desk.words, language, desk.network.limits_for(handle))
    if asked is not wording and not desk.rehearsal:
        tx.people.ask(account, CONSENT, now)
    return asked
