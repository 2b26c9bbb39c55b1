"""Protected names, and what a name may be taken for. What known people look like is an index of the database itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from bot.domain.accounts import Account
from bot.domain.lookalikes import RULES, near, skeleton
from bot.domain.officials import Official, hosts_above
from bot.domain.people import CODE_OR_ADMIN
from bot.storage.sqlite.accounts import HELD, AccountRows
from bot.storage.sqlite.values import clean, micros

_COLUMNS = "domain, x_handle, x_id, name, below"
_OFFICIAL = f"SELECT {_COLUMNS} FROM official WHERE {{}}"  # noqa: S608
_KEEP = f"INSERT INTO official ({_COLUMNS}, skeleton, look) VALUES (?, ?, ?, ?, ?, ?, ?)"  # noqa: S608

_LOOKS = "lower(x_handle)"
_BARE = "replace(substr(domain, 1, instr(domain, '.') - 1), '-', '')"
for _sign, _alike in RULES:
    _LOOKS = f"replace({_LOOKS}, '{_sign}', '{_alike}')"
    _BARE = f"replace({_BARE}, '{_sign}', '{_alike}')"
# What the first word of a domain looks like; one of three letters is too common to be anybody's.
_BARE = f"instr(domain, '.') > 4 AND {_BARE}"
# The index is by this very expression. Somebody whose Link is held is known all the same.
_KNOWN = f"""
SELECT p.x_handle FROM person p WHERE {_LOOKS} = ?1 AND p.x_handle <> '' AND p.x_handle <> ?2 AND p.x_heard = 0
  AND EXISTS (SELECT 1 FROM account a WHERE a.person = p.id AND (a.level >= ?3 OR a.level BETWEEN ?3 - {HELD} AND -1))
LIMIT 9
"""  # noqa: S608


class Officials:
    """The part of `ports.People` that deals with protected names."""

    _rows: AccountRows
    _execute: Callable[..., Any]

    def set_officials(self, officials: Iterable[Official], now: datetime) -> None:
        """See the port."""
        self._execute("DELETE FROM official")
        self._execute("UPDATE proof SET due_at = ? WHERE method = 'domain' AND due_at IS NOT NULL", (micros(now),))
        for one in officials:
            looks = (skeleton(one.x_handle), skeleton(one.domain))
            values = (one.domain, clean(one.x_handle), one.x_id, clean(one.name), int(one.below), *looks)
            self._execute(_KEEP, values)

    def officials(self) -> list[Official]:
        """See the port."""
        return self._officials("1 ORDER BY domain")

    def protected(self, x_handle: str, x_id: int | None = None) -> Official | None:
        """See the port."""
        found = self._officials("x_handle = ? AND x_handle <> ''", x_handle) if x_handle else []
        if not found and x_id is not None:
            found = self._officials("x_id = ?", x_id)
        return found[0] if found else None

    def official_at(self, host: str) -> Official | None:
        """See the port."""
        above = hosts_above(host)
        found = self._officials(f"domain IN ({_marks(above)}) ORDER BY length(domain) DESC", *above)
        return next((one for one in found if one.covers(host)), None)

    def held_for(self, reason: str) -> list[Account]:
        """See the port."""
        return self._accounts_where("SELECT account FROM hold WHERE reason = ?", reason)

    def accounts_at(self, domain: str) -> list[Account]:
        """See the port."""
        return self._accounts_where("SELECT id FROM account WHERE platform = 'bluesky' AND handle = ?", domain)

    def lookalikes(self, name: str) -> list[str]:
        """See the port."""
        if not name:
            return []
        looks = skeleton(name)
        plain = looks and "." not in name  # a server may have an X account of its own name, and its people none of it
        known = [handle for (handle,) in self._execute(_KNOWN, (looks, name, CODE_OR_ADMIN))] if plain else []
        return [*dict.fromkeys([*self._protected_like(name, looks), *known])]

    def _protected_like(self, name: str, looks: str) -> list[str]:
        """Where nothing is protected, the additions are not even looked for."""
        if self._execute("SELECT 1 FROM official LIMIT 1").fetchone() is None:
            return []
        some = sorted({looks, *near(name)} - {""})
        same = f"skeleton IN ({_marks(some)}) OR look = ?"
        # The people of a server may go by a domain of their own that begins with the same word.
        bare = [] if "." in name else some
        found = self._officials(f"{same} OR ({_BARE} IN ({_marks(bare)}))", *some, looks, *bare)
        if any(name in (one.x_handle, one.domain) for one in found):
            return []  # it is that name: another rule protects it
        return [one.x_handle or one.domain for one in found]

    def _accounts_where(self, sql: str, name: str) -> list[Account]:
        return [self._rows.get(row).account for (row,) in self._execute(sql, (name,)).fetchall()]

    def _officials(self, where: str, *values: Any) -> list[Official]:
        rows = self._execute(_OFFICIAL.format(where), values).fetchall()
        return [Official(domain, handle, x_id, name, bool(below)) for domain, handle, x_id, name, below in rows]


def _marks(values: Iterable[object]) -> str:
    return ",".join("?" for _ in values)
