"""Who follows whom on X, by keyed pseudonyms; who of them is here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from bot.domain.accounts import Platform
from bot.domain.matching import Match, Matches
from bot.domain.registry import Blind, KeptList, ListChange
from bot.storage.sqlite import matching, naming
from bot.storage.sqlite.session import Session
from bot.storage.sqlite.values import clean, micros, moment, moment_or_none

if TYPE_CHECKING:
    from bot.storage.sqlite.pseudonyms import Numbers

_LIST = "SELECT made_at, at FROM graph.archive WHERE person = ? AND direction = ? AND source = ?"

_LISTED_AT = "SELECT direction, max(coalesce(made_at, at)) FROM graph.archive WHERE person = ? GROUP BY direction"


class SqliteGraph:
    """`ports.Graph`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._execute = session.execute

    def matches(
        self,
        person: int,
        platform: Platform,
        minimum: int,
        *,
        limit: int | None = None,
        new_only: bool = False,
        named_only: bool = False,
        followed_only: bool = False,
    ) -> Matches:
        """See the port."""
        return matching.find(
            self._session, person, platform, minimum,
            limit=limit, new_only=new_only, named_only=named_only, followed_only=followed_only,
        )  # fmt: skip

    def tell(self, person: int, post: int | None, minimum: int, now: datetime, *, followed_only: bool = False) -> None:
        """See the port."""
        matching.tell(self._session, person, post, minimum, now, followed_only=followed_only)

    def list_names(self, person: int, post: int, listed: Iterable[Match], *, public: bool) -> None:
        """See the port."""
        naming.keep(self._session, person, post, listed, public=public)

    def names_stand(self, post: int, minimum: int) -> bool:
        """See the port."""
        return naming.stand(self._session, post, minimum)

    def told_by_lists(self, person: int, others: Iterable[int]) -> dict[int, int]:
        """See the port."""
        named = ",".join(str(int(other)) for other in others)
        sql = f"SELECT other, support FROM graph.match WHERE person = ? AND other IN ({named})"  # noqa: S608
        return dict(self._execute(sql, (person,)))

    def listed_at(self, person: int) -> dict[int, datetime]:
        """See the port."""
        return {direction: moment(at) for direction, at in self._execute(_LISTED_AT, (person,))}

    def replace_list(
        self,
        person: int,
        direction: int,
        source: str,
        x_ids: Iterable[int] | Blind,
        now: datetime,
        batch: int | None = None,
        *,
        made_at: datetime | None = None,
        only_add: bool = False,
        whole: bool = False,
    ) -> ListChange:
        """See the port."""
        from bot.storage.sqlite import lists  # here and below: who only reads does without arrays

        before, given, after = self._planned(person, direction, source, x_ids, only_add=only_add)
        made = None if made_at is None else micros(made_at)
        new = lists.NewList(person, direction, source, after, micros(now), batch, made)
        change = lists.keep_list(self._session, new, before)
        if whole:
            from bot.storage.sqlite import redo

            redo.note(self._session, new)
        return replace(change, count=len(given))

    def blind(self, x_ids: Iterable[int] | Blind) -> Blind:
        """See the port."""
        from bot.storage.sqlite import lists

        return lists.blind(self._session, x_ids)

    def committed(self, at: datetime) -> bool:
        """See the port."""
        from bot.storage.sqlite import redo

        return redo.settle(self._session, at)

    def compare_list(
        self, person: int, direction: int, source: str, x_ids: Iterable[int] | Blind, *, only_add: bool = False
    ) -> ListChange:
        """See the port."""
        from bot.storage.sqlite import lists

        before, given, after = self._planned(person, direction, source, x_ids, only_add=only_add)
        return replace(lists.change(before, after), count=len(given))

    def list_of(self, person: int, direction: int, source: str) -> KeptList | None:
        """See the port."""
        row = self._execute(_LIST, (person, direction, clean(source))).fetchone()
        return None if row is None else KeptList(moment_or_none(row[0]), moment(row[1]))

    def drop_list(self, person: int, direction: int, source: str) -> None:
        """See the port."""
        from bot.storage.sqlite import lists

        lists.drop_list(self._session, person, direction, source)

    def drop_person(self, person: int) -> None:
        """See the port."""
        from bot.storage.sqlite import lists

        lists.drop_lists(self._session, person)

    def expire(self, before: datetime, at_most: int) -> int:
        """See the port."""
        from bot.storage.sqlite import expiry

        return expiry.expire(self._session, before, at_most)

    def _planned(
        self, person: int, direction: int, source: str, x_ids: Iterable[int] | Blind, *, only_add: bool
    ) -> tuple[Numbers, Numbers, Numbers]:
        """A list as it is, as it is given, and as it would become."""
        from bot.storage.sqlite import lists
        from bot.storage.sqlite.sets import union

        given = lists.pseudonyms_of(self._session, x_ids)
        before = lists.list_at(self._session, person, direction, source)
        return before, given, union(before, given) if only_add else given
