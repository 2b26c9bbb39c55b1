"""`bench forget`: people asked to be forgotten, one after the other; then every byte of every file is looked at.

Each person has accounts, links, what they wrote and what they were told, and some a list; others mention them and have
them in their lists. Nothing is compared: what counts is the time from each wish to clean files, and that nothing
is left.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np

from bot.actions import rights
from bot.bench.graph.oracle import Disagreement
from bot.bench.graph.place import workplace
from bot.bench.measure import Figure, Goal, Report
from bot.cli.common import say
from bot.domain.accounts import Account, Platform
from bot.domain.outbox import derive_key
from bot.storage import open_store
from bot.storage.sqlite import derived
from bot.storage.sqlite.values import micros
from bot.storage.sqlite.verify import files_of

SEED: Final = 21
SIZES: Final = {"S": (600, 12), "M": (20_000, 200), "L": (100_000, 1_000)}
"""People, and how many of them go."""

LIST: Final = 40  # entries of each list
BRINGS_A_LIST: Final = 50  # one in so many
AT_ONCE: Final = 2_000
FIRST_X: Final = 1_500_000_000_000_000_000
BYTES_PER_PERSON: Final = 6_000
SECONDS: Final = 60.0
_PERSON: Final = "INSERT INTO person (id, x_id, x_handle, language, created_at) VALUES (?, ?, ?, ?, ?)"
_ACCOUNT: Final = """
INSERT INTO account (platform, stable_id, url, handle, local_id, local_host, person, level, source, linked_at)
VALUES (?, ?, ?, ?, '', '', ?, 4, 'bench', ?)
"""
_CONSENT: Final = "INSERT INTO consent (person, purpose, value, at) VALUES (?, 'named', 'yes', ?)"
_SEEN: Final = """
INSERT INTO inbox (network, uri, kind, account, handle, text, language, visibility, thread, at, seen_at, outcome)
VALUES ('sky', ?, 'mention', ?, ?, ?, 'fr', 'public', ?, ?, ?, 'answered')
"""
_SENT: Final = """
INSERT INTO outbox (network, kind, state, counts, key, trigger, thread, recipient, record, created_at, sent_at, receipt)
VALUES ('sky', 'find', 'sent', 1, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_NAMES: Final = re.compile(rb"zq[0-9]{7}[a-z]{2}")
"""Every name of somebody has one of these in it, and nothing else has."""


def bench(size: str) -> Report:
    """Fill, forget, look."""
    people, gone = SIZES[size]
    chosen = np.random.default_rng(SEED).choice(people, gone, replace=False).tolist()
    with workplace(people * BYTES_PER_PERSON) as folder:
        path = folder / "quittex.db"
        waits, works = asyncio.run(_forgotten(path, people, chosen))
        say("every byte is looked at …")
        names, numbers, size_of_all = left(path, set(chosen))
    if names or numbers:
        raise Disagreement(f"{len(names)} names and {numbers} numbers of people who were erased are left")
    facts = {"people": people, "forgotten": gone, "bytes_looked_at": size_of_all}
    return Report("forget", size, facts, _figures(waits, works))


def _figures(waits: list[float], works: list[float]) -> list[Figure]:
    most = Goal("<=", SECONDS, of="ours")
    return [
        Figure("forget.clean", max(waits), "s", goal=most, note="from the wish to clean files, the longest"),
        Figure("forget.clean", median(waits), "s", note="p50"),
        Figure("forget.person", median(works) * 1000, "ms", note="the transaction, p50, on the clock"),
        Figure("forget.person", max(works) * 1000, "ms", note="the longest"),
        Figure("forget.left", 0, "bytes", note="found by looking at all"),
    ]


async def _forgotten(path: Path, people: int, chosen: list[int]) -> tuple[list[float], list[float]]:
    """Seconds from each wish to clean files, and of each transaction."""
    store = await open_store(path, path.with_name("pseudonym.key"), role="command")
    now = datetime.now(UTC)
    await store.write(lambda tx: tx.inbox.first_start("sky", now))
    for start in range(0, people, AT_ONCE):
        await store.write(partial(_fill, some=range(start, min(start + AT_ONCE, people)), people=people))
    await store.write(partial(_finish, people=people))
    say("they go …")
    wishes: dict[int, float] = {}
    waits: list[float] = []
    works: list[float] = []
    for number in chosen:
        began = time.monotonic()
        last = await store.write(partial(_forget, number=number))
        wishes[last] = began
        works.append(time.monotonic() - began)
        waits += await _done(store, wishes)
    while wishes:
        await asyncio.sleep(0.1)
        waits += await _done(store, wishes)
    await store.close()
    return waits, works


async def _done(store: Any, wishes: dict[int, float]) -> list[float]:
    """Of the erasures that are over by now, how long each took."""
    left = await store.read(lambda tx: {row for (row,) in tx.session.execute("SELECT id FROM erasure")})
    over = [row for row in wishes if row not in left]
    return [time.monotonic() - wishes.pop(row) for row in over]


def _forget(tx: Any, number: int) -> int:
    rights.forget(tx, _account(number), datetime.now(UTC))
    (last,) = tx.session.execute("SELECT max(id) FROM erasure").fetchone()
    return int(last)


def _fill(tx: Any, some: range, people: int) -> None:
    """In an order that splits pages, as years of arrivals would; written as rows, or this would take the most time."""
    connection, at = tx.session.connection, micros(datetime.now(UTC))
    numbers = [place * 7_919 % people for place in some]
    persons = [(number + 1, FIRST_X + number, f"{name(number)}x", "fr", at) for number in numbers]
    connection.executemany(_PERSON, persons)
    connection.executemany(_ACCOUNT, [_row(of(number), number + 1, at) for number in numbers for of in _BOTH])
    connection.executemany(_CONSENT, [(number + 1, at) for number in numbers])
    connection.executemany(_SEEN, [_seen(number, people, at) for number in numbers])
    connection.executemany(_SENT, [_sent(number, at) for number in numbers])


def _finish(tx: Any, people: int) -> None:
    """What is counted and derived, and the lists."""
    derived.recount_people(tx.session)
    for number in range(0, people, BRINGS_A_LIST):
        ids = [FIRST_X + (number + step * 37) % people for step in range(1, LIST)]
        tx.graph.replace_list(number + 1, 0, "archive", ids, datetime.now(UTC))


def _row(account: Account, person: int, at: int) -> tuple[Any, ...]:
    return account.platform.value, account.id, account.url, account.handle, person, at


def _seen(number: int, people: int, at: int) -> tuple[Any, ...]:
    """They wrote, naming somebody else."""
    account, uri = _account(number), _uri(number)
    return uri, account.id, account.handle, f"find {name((number + 1) % people)}.example", uri, at, at


def _sent(number: int, at: int) -> tuple[Any, ...]:
    """They were answered."""
    uri = _uri(number)
    key, record = derive_key(uri, "answered"), f'{{"text":"here","root":"{uri}"}}'
    return key, uri, uri, _account(number).id, record, at, at, f"at://did:plc:bot/app.bsky.feed.post/{number}"


def _uri(number: int) -> str:
    return f"at://{_account(number).id}/app.bsky.feed.post/1"


def name(number: int) -> str:
    """In every name of this person."""
    return f"zq{number:07}{chr(97 + number % 26)}q"


def _account(number: int) -> Account:
    return Account(Platform.BLUESKY, f"did:plc:{name(number)}", f"{name(number)}.example")


def _elsewhere(number: int) -> Account:
    url = f"https://m.example/users/{name(number)}"
    return Account(Platform.MASTODON, url, f"{name(number)}@m.example", url=f"https://m.example/@{name(number)}")


_BOTH: Final = (_account, _elsewhere)


def left(path: Path, gone: set[int]) -> tuple[set[int], int, int]:
    """Whose names are left, how many of their X numbers, and how many bytes were looked at."""
    names, numbers, total = set[int](), 0, 0
    wanted = np.array(sorted(FIRST_X + number for number in gone), np.uint64)
    for file in files_of(path):
        held = file.read_bytes()
        total += len(held)
        names |= {int(found[2:9]) for found in _NAMES.findall(held.lower())} & gone
        numbers += sum(int(np.isin(words, wanted).sum()) for words in _words(held))
        numbers += sum(str(FIRST_X + number).encode() in held for number in sorted(gone)[:50])
    return names, numbers, total


def _words(held: bytes) -> Iterator[Any]:
    """The bytes as integers of eight, from each of eight places, the larger byte first and last."""
    for start in range(8):
        some = held[start : start + (len(held) - start) // 8 * 8]
        yield np.frombuffer(some, ">u8").astype(np.uint64)
        yield np.frombuffer(some, "<u8").astype(np.uint64)
