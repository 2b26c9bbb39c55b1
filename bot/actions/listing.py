"""listing: the campaign's public list follows who is willing; each coming and going is one Post of the outbox.

Derived keys and a number for each turn of a place make it exactly once: the same decision is owed once, and a Post
that was overtaken by a later decision is withdrawn when its turn to be sent comes (`deliver`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.actions.receive import Desk
from bot.actions.report import LIST
from bot.domain.announcements import SMALLEST_GROUP
from bot.domain.encounters import Visibility
from bot.domain.listing import COMING, DESCRIPTION, ENTRY, GOING, HEAD, REMOVAL, Place, head_trigger, turn_trigger
from bot.domain.outbox import Draft, State, derive_key
from bot.ports import Lists, Snapshot, Transaction

Json = Mapping[str, Any]

AT_ONCE = 50  # Posts about the list that wait at any moment: consents are asked late, and the outbox stays short


@dataclass(frozen=True, slots=True)
class Editor:
    """What answers the Encounters of a network that has lists, and those lists."""

    desk: Desk
    lists: Lists

    @property
    def network(self) -> str:
        """Its name."""
        return self.desk.network.name


@dataclass(frozen=True, slots=True)
class Plan:
    """What takes the list nearer to who is willing."""

    leaving: Sequence[Place] = ()
    joining: Sequence[str] = ()  # Accounts

    def __bool__(self) -> bool:
        return bool(self.leaving or self.joining)


def plan(snapshot: Snapshot, editor: Editor) -> Plan:
    """What to owe now. Whoever leaves waits for nobody; those who join wait until others have joined.

    It may be carried out a little later: who joins is asked again then, and whatever changes is planned anew.
    """
    platform = editor.desk.network.platform
    leaving = snapshot.listed.leaving(editor.network, platform, AT_ONCE)
    room = AT_ONCE - snapshot.listed.pending(editor.network)
    joining = snapshot.listed.joining(editor.network, platform, room) if room > 0 else []
    large = has_list(snapshot, editor) or snapshot.listed.willing(platform) >= SMALLEST_GROUP
    return Plan(leaving, joining if large else ())


def edit(tx: Transaction, editor: Editor, planned: Plan, now: datetime) -> None:
    """Owe it, those who leave first; of those who join, who still wants to."""
    for place in planned.leaving:
        _leave(tx, editor, place, now)
    platform = editor.desk.network.platform
    joining = [account for account in planned.joining if tx.listed.belongs(account, platform)]
    if joining:
        _head(tx, editor, now)
    for account in joining:
        _owe(tx, editor, Place(editor.lists.place(account), account), now)


def differences(snapshot: Snapshot, editor: Editor, places: Set[str], seen_at: datetime) -> list[Place]:
    """What we believe wrongly of the list, given the entries the network held at `seen_at`: as it is.

    After a restored backup this is what takes off somebody who joined in the lost part of history.
    """
    lost, kept = [], []
    for place in snapshot.listed.settled(editor.network, seen_at):
        if place.present and place.key not in places:
            lost.append(Place(place.key, "", present=False))
        elif not place.present and place.key in places:
            kept.append(Place(place.key, ""))
    strangers = (key for key in sorted(places) if not snapshot.listed.knows(editor.network, key))
    return [*lost, *kept, *(Place(key, "") for key in strangers)]


def believe(tx: Transaction, editor: Editor, places: Sequence[Place]) -> None:
    """Take the list for what it is; the next plans make it what it should be."""
    for place in places:
        tx.listed.turn(editor.network, place)


def has_list(snapshot: Snapshot, editor: Editor) -> bool:
    """Whether the list itself is owed or there; where people find it is kept for `status`."""
    return snapshot.get_meta(LIST + editor.network) is not None


def _leave(tx: Transaction, editor: Editor, place: Place, now: datetime) -> None:
    """Off the list; the Account is remembered only if it may come back by itself."""
    if place.present:
        _owe(tx, editor, replace(place, account=place.account if place.away else "", present=False), now)
    else:
        tx.listed.turn(editor.network, Place(place.key, "", present=False))


def _head(tx: Transaction, editor: Editor, now: datetime) -> None:
    """The list itself, once."""
    if has_list(tx, editor):
        return
    desk, language = editor.desk, editor.desk.policy.languages[0]
    described = desk.words.say(DESCRIPTION, language, {"campaign": desk.policy.campaign})
    record = editor.lists.head(desk.policy.campaign, described, now)
    _post(tx, editor, HEAD, head_trigger(editor.network), record, now)
    tx.set_meta(LIST + editor.network, editor.lists.address())


def _owe(tx: Transaction, editor: Editor, place: Place, now: datetime) -> None:
    trigger = turn_trigger(editor.network, place.key, tx.listed.turn(editor.network, place))
    if place.present:
        post = _post(tx, editor, ENTRY, trigger, editor.lists.entry(place.account, now), now, place.account)
    else:
        post = _post(tx, editor, REMOVAL, trigger, editor.lists.removal(place.key), now)
    if post is not None:
        tx.listed.owe(editor.network, place.key, post)


def _post(
    tx: Transaction, editor: Editor, kind: str, trigger: str, record: Json, now: datetime, account: str = ""
) -> int | None:
    draft = Draft(
        key=derive_key(trigger, kind),
        text=(),
        language=editor.desk.policy.languages[0],
        visibility=Visibility.PUBLIC,
        created_at=now,
        trigger=trigger,
        recipient_id=account,
    )
    return tx.outbox.add(
        draft,
        record,
        network=editor.network,
        kind=kind,
        state=State.READY,
        thread="",
        counts=False,
        priority=GOING if kind == REMOVAL else COMING,
    )


def accounts(snapshot: Snapshot, editor: Editor, after: str, limit: int) -> list[str]:
    """The next Accounts that are on the list, or were when the network last showed them."""
    return snapshot.listed.accounts(editor.network, after, limit)


def keep_away(tx: Transaction, editor: Editor, shown: Mapping[str, bool]) -> None:
    """Keep which Accounts of the list the network shows and which it does not."""
    for away in (True, False):
        tx.listed.mark_away(editor.network, _those(shown, shown_as=not away), away=away)


def _those(shown: Mapping[str, bool], *, shown_as: bool) -> Iterable[str]:
    return (account for account, is_shown in shown.items() if is_shown is shown_as)
