"""People who were erased and are met again: their silence holds, and their own word brings them back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from bot.storage.sqlite import tombstones
from bot.storage.sqlite.tombstones import mark_of
from bot.storage.sqlite.values import micros
from bot.storage.sqlite.whose import Whose, together

if TYPE_CHECKING:
    from bot.domain.accounts import Account
    from bot.storage.sqlite.session import Session


def was_silent(session: Session, account: Account) -> bool:
    """Whether whoever has this Account was erased, and had asked for silence. A view without the key cannot tell."""
    return any(tombstones.is_silent(session, mark) for mark in _marks(session, _of(account), surely=True))


def speak_again(session: Session, account: Account) -> None:
    """They want to hear from us again."""
    for mark in _marks(session, _of(account)):
        tombstones.speak_again(session, mark)


def come_back(session: Session, now: datetime, account: Account, x_handle: str, x_id: int | None) -> None:
    """Their own word: the Account, and the X account it says, are no longer those of somebody erased."""
    whose = Whose(x_id=x_id, x_handle=x_handle, accounts=(account,))
    tombstones.lift(session, _marks(session, whose), micros(now))


def is_erased(session: Session, accounts: Iterable[Account], x_id: int | None) -> bool:
    """Whether one of these, or this X number, is of somebody who was erased and did not come back.

    A handle may be somebody else's by now: it counts where there is no stable id.
    """
    whose = Whose(x_id=x_id, accounts=tuple(accounts))
    return any(tombstones.is_buried(session, mark) for mark in _marks(session, whose, surely=True))


def were_one(session: Session, account: Account, x_id: int) -> bool:
    """Whether this Account was erased with this X number, and the number did not come back since."""
    if not session.keyed or not account.id:
        return False
    return tombstones.is_buried(session, mark_of(session.memory.secret, *together(account, x_id)))


def _of(account: Account) -> Whose:
    return Whose(accounts=(account,))


def _marks(session: Session, whose: Whose, *, surely: bool = False) -> list[bytes]:
    """None where nobody was ever erased, or where there is no key."""
    if not session.keyed or not tombstones.any_buried(session):
        return []
    return whose.marks(session.memory.secret, surely=surely)
