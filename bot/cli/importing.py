"""`registry import`, step by step: check everything, stage it, seal it, apply it."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from bot.actions.register import objections, unregistered
from bot.archives.tables import read
from bot.cli.database import open_for_writing, pace_of
from bot.cli.progress import Bar, Progress
from bot.config.settings import Settings
from bot.domain.people import REGISTRY, VERIFIED_DOMAIN
from bot.domain.registry import BadRow, Contradictions, Import, ListsRow, PersonRow, completed, file_and_line, place
from bot.errors import BotError, InputError
from bot.loops.imports import finish_imports, undo_import
from bot.ports import Clock, Store, Transaction
from bot.storage import import_lock, open_store

SHOWN = 50  # bad rows reported one by one
ROWS_AT_ONCE = 500  # staged, or compared with the registry, in one go
FAR_ENDS_AT_ONCE = 100_000  # of lists, staged in one go


@dataclass(frozen=True, slots=True)
class Plan:
    """What the admin asked for. `level` is None where they gave none."""

    files: tuple[Path, ...]
    source: str
    level: int | None
    consent: Mapping[str, str]
    dry_run: bool
    keep_good: bool

    def complete(self, row: PersonRow) -> PersonRow:
        """With what the command says where the row is silent; a level given on purpose is also the most it can have."""
        return completed(row, self.level or REGISTRY, self.level or VERIFIED_DOMAIN, self.consent)


@dataclass(slots=True)
class Checked:
    """What a first reading of everything found. A place is a file and a line, see `registry.place`."""

    names: list[str]
    contradictions: Contradictions
    bad: dict[int, str] = field(default_factory=dict)  # place -> why
    owners: array[int] = field(default_factory=lambda: array("q"))  # X ids of lists, in the order of reading
    places: array[int] = field(default_factory=lambda: array("q"))  # of those lists
    stamps: list[tuple[int, int]] = field(default_factory=list)  # of each file as it was read

    def first_bad(self) -> list[BadRow]:
        """The first bad rows, in the order of reading."""
        found = ((file_and_line(at), self.bad[at]) for at in sorted(self.bad)[:SHOWN])
        return [BadRow(self.names[file], line, why) for (file, line), why in found]


async def import_files(settings: Settings, plan: Plan, clock: Clock) -> dict[str, Any]:
    """Import, or only look; the document of what happened. InputError, StorageError, AlreadyRunning."""
    async with AsyncExitStack() as stack:
        if not plan.dry_run and not stack.enter_context(import_lock(settings.database)):
            raise BotError("another import or undo is at work on this database: wait for it to end")
        store = await _store(settings, plan)
        if store:
            stack.push_async_callback(store.close)
        with Progress() as progress:
            checked = await _check(plan, store, progress)
            document = _document(plan, checked)
            refused = bool(checked.bad) and not plan.keep_good
            if plan.dry_run or store is None or refused or not (document["people"] or document["lists"]):
                return document
            batch = await _stage(plan, checked, store, clock, progress)
            total = document["people"] + document["lists"]
            with progress.bar("importing", total) as bar:
                await finish_imports(store, clock, pace=pace_of(settings), progress=bar.advance)
        done = await store.read(lambda view: view.imports.get(batch))
        return document | {"batch": batch, "stored": True, "left_out": done.left_out if done else 0}


async def _store(settings: Settings, plan: Plan) -> Store | None:
    if not plan.dry_run:
        return await open_for_writing(settings, alone=True)
    if settings.database.exists():
        return await open_store(settings.database, settings.key_file, role="reader")
    return None


async def _check(plan: Plan, store: Store | None, progress: Progress) -> Checked:
    """Read every file once: what cannot be read, what contradicts itself, what the registry cannot take."""
    names = [str(path) for path in plan.files]
    checked = Checked(names, Contradictions(names))
    for file, path in enumerate(plan.files):
        checked.stamps.append(_stamp(path, names[file]))
        with progress.bar(f"checking {path.name}", checked.stamps[file][0]) as bar:
            some: list[PersonRow] = []
            for row in read(path, names[file], bar.reach):
                _look(checked, file, row)
                if isinstance(row, PersonRow):
                    some.append(plan.complete(row))
                if len(some) >= ROWS_AT_ONCE:
                    await _compare(plan, checked, store, file, some)
                    some = []
            await _compare(plan, checked, store, file, some)
    await _check_owners(checked, store)
    return checked


def _look(checked: Checked, file: int, row: PersonRow | ListsRow | BadRow) -> None:
    """Take note of a row."""
    at = place(file, row.line)
    if isinstance(row, BadRow):
        checked.bad[at] = row.reason
    elif isinstance(row, ListsRow):
        checked.owners.append(row.x_id)
        checked.places.append(at)
    else:
        checked.bad.update(checked.contradictions.check(file, row))


async def _compare(plan: Plan, checked: Checked, store: Store | None, file: int, rows: list[PersonRow]) -> None:
    if store and rows:
        for line, why in await store.read(lambda view: objections(view, rows, plan.source)):
            checked.bad.setdefault(place(file, line), why)


async def _check_owners(checked: Checked, store: Store | None) -> None:
    """Lists need a Person: of this import, whichever comes first, or of the registry."""
    coming = {x_id for x_id, _ in checked.contradictions.good(checked.bad)}
    orphans = sorted({x_id for x_id in checked.owners if x_id not in coming})
    unknown: set[int] = set()
    for start in range(0, len(orphans), ROWS_AT_ONCE):
        some = orphans[start : start + ROWS_AT_ONCE]
        unknown.update(await store.read(partial(unregistered, x_ids=some)) if store else some)
    for x_id, at in zip(checked.owners, checked.places, strict=True):
        if x_id in unknown:
            checked.bad.setdefault(at, "x_id: nobody registered has it")


async def _stage(plan: Plan, checked: Checked, store: Store, clock: Clock, progress: Progress) -> int:
    """Read everything again, keep the good rows, seal them. Up to the seal a crash leaves nothing."""
    batch = await store.write(lambda tx: tx.imports.begin(plan.source, clock.now()))
    for file, path in enumerate(plan.files):
        with progress.bar(f"staging {path.name}", checked.stamps[file][0]) as bar:
            for rows in _portions(_good(plan, checked, file, bar)):
                await store.write(partial(_keep, batch=batch, rows=rows))
        if _stamp(path, checked.names[file]) != checked.stamps[file]:
            raise InputError(f"{path}: it was changed while it was read: nothing was stored")
    await store.write(lambda tx: tx.imports.seal(batch, len(checked.bad)))
    return batch


def _keep(tx: Transaction, batch: int, rows: list[PersonRow | ListsRow]) -> None:
    tx.imports.stage(batch, rows)


def _good(plan: Plan, checked: Checked, file: int, bar: Bar) -> Iterator[PersonRow | ListsRow]:
    for row in read(plan.files[file], checked.names[file], bar.reach):
        if isinstance(row, BadRow) or place(file, row.line) in checked.bad:
            continue
        yield plan.complete(row) if isinstance(row, PersonRow) else row


def _portions(rows: Iterator[PersonRow | ListsRow]) -> Iterator[list[PersonRow | ListsRow]]:
    """Rows for one short transaction each."""
    portion: list[PersonRow | ListsRow] = []
    weight = 0
    for row in rows:
        portion.append(row)
        if isinstance(row, ListsRow):
            weight += len(row.follows or ()) + len(row.followers or ())
        if len(portion) >= ROWS_AT_ONCE or weight >= FAR_ENDS_AT_ONCE:
            yield portion
            portion, weight = [], 0
    if portion:
        yield portion


def _document(plan: Plan, checked: Checked) -> dict[str, Any]:
    good = list(checked.contradictions.good(checked.bad))
    return {
        "batch": None,
        "source": plan.source,
        "dry_run": plan.dry_run,
        "stored": False,
        "people": len({x_id for x_id, _ in good}),
        "accounts": sum(accounts for _, accounts in good),
        "lists": sum(at not in checked.bad for at in checked.places),
        "bad": len(checked.bad),
        "bad_rows": [{"file": row.file, "line": row.line, "reason": row.reason} for row in checked.first_bad()],
        "left_out": 0,
    }


def _stamp(path: Path, name: str) -> tuple[int, int]:
    """What changes when a file does."""
    try:
        found = path.stat()
    except OSError as fault:
        raise InputError(f"{name}: {fault.strerror}") from None
    return found.st_size, found.st_mtime_ns


async def undo_batch(settings: Settings, batch: int) -> dict[str, Any]:
    """Take back an Import. InputError if there is none that could be."""
    with import_lock(settings.database) as alone:
        if not alone:
            raise BotError("another import or undo is at work on this database: wait for it to end")
        store = await open_for_writing(settings, alone=True)
        try:
            found = await store.read(lambda view: view.imports.get(batch))
            if found is None or found.state != "done":
                why = f"is {found.state} already" if found else "does not exist"
                raise InputError(f"batch {batch} {why}; see `quittex registry batches`")
            await undo_import(store, batch, pace=pace_of(settings))
            undone = await store.read(lambda view: view.imports.get(batch))
        finally:
            await store.close()
    return batch_document(undone or found)


def batch_document(found: Import) -> dict[str, Any]:
    """An Import as people see it."""
    return {
        "batch": found.id,
        "source": found.source,
        "state": found.state,
        "at": found.at.isoformat(),
        "people": found.people,
        "lists": found.lists,
        "bad": found.bad,
        "left_out": found.left_out,
    }
