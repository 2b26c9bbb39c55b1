"""The bot at work: every loop from start to SIGTERM, each network apart from the others."""

from __future__ import annotations

import asyncio
import logging
import shutil
import signal
from collections.abc import Awaitable, Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import partial

from bot.actions.lives import forget_alone
from bot.actions.receive import Desk
from bot.app import App, build
from bot.charts.render import png_of
from bot.config.settings import Settings
from bot.domain import retention
from bot.domain.accounts import Platform
from bot.domain.alerts import Alarm
from bot.domain.requests import understand
from bot.errors import BotError, Stopped, StorageError
from bot.loops import heartbeat, schedule, tidy
from bot.loops.alert import alert
from bot.loops.courtesy import ask_servers
from bot.loops.digests import Digests
from bot.loops.listen import listen
from bot.loops.listing import keep_list
from bot.loops.lives import watch_lives
from bot.loops.prove import prove
from bot.loops.recheck import Eyes, recheck
from bot.loops.reconnect import reconnect
from bot.loops.resolve import resolve
from bot.loops.schedule import Chore
from bot.loops.send import Sender
from bot.loops.watch import Watch
from bot.ports import Network, Transaction
from bot.storage import upkeep

log = logging.getLogger(__name__)

DRAIN_SECONDS = 10.0
INSIST_SECONDS = 1.0  # a task that missed its cancellation (a library may swallow one) gets another
FAULT_SECONDS = 30.0  # before a loop that failed begins again
FIRST_RETRY, LONGEST_RETRY = 1.0, 60.0  # seconds between tries to reach a network that does not answer
WORDS_AT_ONCE = 200  # Posts that lose their words in one transaction
LISTS_AT_ONCE, REST_BETWEEN_LISTS = 20, 0.1  # small steps (seconds between), so that answering goes on
HEALTHY = timedelta(minutes=1)  # a network that held this long is tried again at once
BUDGET_MEMORY = timedelta(days=1)  # the longest window of any network's budget


async def run(settings: Settings) -> None:
    """The bot, until the first SIGTERM or SIGINT; a second one ends the process at once."""
    async with build(settings) as app:
        stopping = asyncio.Event()
        with stop_on_signals(stopping):
            await asyncio.to_thread(make_grammar)
            await _serve_until(app, stopping)


def make_grammar() -> None:
    """Read words of every sort. The lexicon is made at first use: a fifth of a second, too long for a transaction."""
    for words in ("stop it", "trouve mes amis", "I am @alice on X", "oublie moi", "fnid xyzzy", "merci"):
        understand(words)


async def _serve_until(app: App, stopping: asyncio.Event) -> None:
    """Every loop; then what is being sent gets 10 s to end. What is still open is left `unknown`, which is safe."""
    async with asyncio.TaskGroup() as tasks:
        serving = {name: tasks.create_task(serve(app, name, stopping)) for name in app.networks}
        helpers = [
            tasks.create_task(heartbeat.beat(app.store, app.clock)),
            tasks.create_task(outlived("watch", watch_of(app).run, ())),
            tasks.create_task(prove(app.parts_of_proving())),
            tasks.create_task(outlived("recheck", partial(recheck, app.store, app.clock, eyes_of(app)), ())),
            tasks.create_task(Digests(app.store, app.office, app.clock).run()),
            tasks.create_task(tidy.keep_tidy(partial(_tidy, app), app.clock, app.settings.campaign.timezone)),
            tasks.create_task(
                schedule.run(app.store, app.settings, app.networks, app.words, app.clock, png_of, chores(app))
            ),
        ]
        await stopping.wait()
        log.info("stopping")
        for task in [*helpers, *(task for name, task in serving.items() if name not in app.speaking)]:
            task.cancel()
        # The last beat is also the bell that wakes the senders, so that they see they are asked to stop.
        await app.store.write(partial(heartbeat.keep_beat, now=app.clock.now(), pid=0))
        await asyncio.wait(serving.values(), timeout=DRAIN_SECONDS)
        await end_all([*serving.values(), *helpers])


def eyes_of(app: App) -> Eyes:
    """What looks at proofs again: through the networks we speak on now."""

    def network(platform: Platform) -> Network | None:
        there = (app.networks[name] for name in app.networks if name in app.speaking)
        return next((one for one in there if one.platform is platform), None)

    async def author_of(x_handle: str, number: str) -> str | None:
        post = await app.posts.read(x_handle, number)
        return post.author if post else None

    return Eyes(network, app.pages, author_of, app.clock)


def watch_of(app: App) -> Watch:
    """What is looked at every minute."""

    def disk() -> tuple[int, int] | None:
        try:
            usage = shutil.disk_usage(app.settings.database.parent)
        except OSError:
            return None
        return usage.free, usage.total

    def desks() -> list[Desk]:
        return [app.desk(name) for name in app.networks if name in app.speaking]

    return Watch(app.store, desks, app.networks, app.settings.alerts.to, disk, app.clock)


async def end_all(tasks: Iterable[asyncio.Task[None]]) -> None:
    """Cancel them until they have ended."""
    left = {task for task in tasks if not task.done()}
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=INSIST_SECONDS)


async def _tidy(app: App, at_least: int) -> None:
    await upkeep.tidy_beside(app.store, app.settings.database, app.settings.key_file, at_least)


def chores(app: App) -> list[Chore]:
    """Housekeeping: nothing readable is kept longer than it is needed."""

    async def forget_old_encounters(local: datetime) -> None:
        await app.store.write(lambda tx: tx.inbox.drop_before(local - retention.ENCOUNTERS.span))

    async def forget_old_words(local: datetime) -> None:
        before = local - retention.WORDS.span
        posts = 1
        while posts:
            posts = await app.store.write(lambda tx: tx.rights.unword(before, WORDS_AT_ONCE))
            await asyncio.sleep(REST_BETWEEN_LISTS)

    async def drop_old_copies(local: datetime) -> None:
        await asyncio.to_thread(upkeep.drop_copies, app.settings.database, local - retention.COPIES.span)

    async def forget_old_proofs(local: datetime) -> None:
        await app.store.write(lambda tx: tx.proving.drop_old(local))

    async def expire_edges(local: datetime) -> None:
        limit = local - timedelta(days=app.settings.storage.unresolved_edges_days)
        lists = 1
        while lists:
            lists = await app.store.write(partial(_expire, before=limit))
            await asyncio.sleep(REST_BETWEEN_LISTS)

    async def forget_who_is_gone(local: datetime) -> None:
        await app.store.write(partial(forget_alone, now=local))

    return [
        Chore("forget old encounters", "17 3 * * *", forget_old_encounters),
        Chore("forget old words", "27 3 * * *", forget_old_words),
        Chore("drop old copies", "47 3 * * *", drop_old_copies),
        Chore("forget old codes", "*/15 * * * *", forget_old_proofs),
        Chore("expire edges", "37 3 * * *", expire_edges),
        Chore("forget who is gone", "57 3 * * *", forget_who_is_gone),
    ]


def _expire(tx: Transaction, before: datetime) -> int:
    return tx.graph.expire(before, LISTS_AT_ONCE)


@contextmanager
def stop_on_signals(stopping: asyncio.Event) -> Iterator[None]:
    """The first signal asks to stop and uninstalls itself, so that the second kills."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGTERM, signal.SIGINT)

    def ask() -> None:
        stopping.set()
        for number in signals:
            loop.remove_signal_handler(number)

    for number in signals:
        loop.add_signal_handler(number, ask)
    try:
        yield
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


async def serve(app: App, name: str, stopping: asyncio.Event) -> None:
    """One network, for ever and apart from the others: reconnects by itself, ends when it refuses us."""
    wait = FIRST_RETRY
    while not stopping.is_set():
        started = app.clock.now()
        fault = await _serve_once(app, name, stopping)
        if isinstance(fault, Stopped):
            app.stopped.add(name)
            log.error("network stopped: it refuses us", extra={"network": name, "reason": str(fault)})
            await _note(app, name, "stopped", str(fault))
            await _tell_admin(app, name, stopping)
            return
        if app.clock.now() - started > HEALTHY:
            wait = FIRST_RETRY
        if fault is not None:
            await _note(app, name, "connecting", _reason(fault))
            log.warning("network lost", exc_info=_trace(fault), extra={"network": name, "reason": str(fault)})
            with suppress(TimeoutError):
                async with asyncio.timeout(max(wait, getattr(fault, "wait", 0.0))):
                    await stopping.wait()
            wait = min(wait * 2, LONGEST_RETRY)


async def _tell_admin(app: App, name: str, stopping: asyncio.Event) -> None:
    """One private message that a network has stopped, through another that works, as soon as one does."""
    to, wait = app.settings.alerts.to, FIRST_RETRY
    while to is not None and not stopping.is_set():
        desks = [app.desk(other) for other in app.networks if other in app.speaking and other != name]
        with suppress(StorageError):
            if await alert(app.store, desks, to, Alarm("stopped", name, {"network": name}), app.clock):
                return
        with suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await stopping.wait()
        wait = min(wait * 2, LONGEST_RETRY)


def _reason(fault: Exception) -> str:
    """Our own words for it; those of a library may hold anybody's name."""
    return str(fault) if isinstance(fault, BotError) else type(fault).__name__


def _trace(fault: Exception) -> Exception | None:
    """Faults we have a word for need no traceback."""
    return None if isinstance(fault, BotError) else fault


async def _serve_once(app: App, name: str, stopping: asyncio.Event) -> Exception | None:
    """Log in, then listen and speak until asked to stop; the fault that ended it, the gravest if several did."""
    try:
        await _open(app, name)
        app.speaking.add(name)
        await _listen_and_speak(app, name, stopping)
    except ExceptionGroup as faults:
        return min(_leaves(faults), key=lambda fault: not isinstance(fault, Stopped))
    except Exception as fault:  # noqa: BLE001 - one network must not reach the others; `serve` logs it
        return fault
    finally:
        app.speaking.discard(name)
    return None


def _leaves(faults: ExceptionGroup[Exception]) -> Iterator[Exception]:
    for fault in faults.exceptions:
        if isinstance(fault, ExceptionGroup):
            yield from _leaves(fault)
        else:
            yield fault


async def _open(app: App, name: str) -> None:
    """Log in, and tell the budget once what was sent before; from then on it counts by itself."""
    network = app.networks[name]
    await _note(app, name, "connecting")
    identity = await network.open()
    ours = identity.account
    app.ourselves.update({ours.id, ours.url, ours.handle} - {""})  # behind a bridge we go by any of them
    (app.public_only.discard if identity.private_messages else app.public_only.add)(name)
    if name not in app.budgeted:
        since = app.clock.now() - BUDGET_MEMORY
        network.spent(await app.store.read(lambda tx: tx.outbox.sent_since(name, since)))
        app.budgeted.add(name)
        for note in identity.notes:
            log.warning("%s; see `quittex check`", note, extra={"network": name})
    await _note(app, name, "listening")
    log.info("network open", extra={"network": name})


async def _listen_and_speak(app: App, name: str, stopping: asyncio.Event) -> None:
    network = app.networks[name]
    async with asyncio.TaskGroup() as tasks:
        hearing = [
            tasks.create_task(listen(app.store, app.desk(name), app.clock)),
            *(tasks.create_task(outlived(loop, work, BotError)) for loop, work in beside(app, name).items()),
        ]
        if app.settings.networks[name].mode == "rehearsal":
            await stopping.wait()  # whatever is ready, whoever made it so: nothing is sent
        else:
            await tasks.create_task(sender_of(app, network).run(stopping))
        for task in hearing:
            task.cancel()


def beside(app: App, name: str) -> dict[str, Callable[[], Awaitable[None]]]:
    """What a network does beside listening and speaking."""
    store, network, clock = app.store, app.networks[name], app.clock
    return {
        "resolve": partial(resolve, store, network, clock),
        "keep_list": partial(keep_list, store, app.desk(name), clock),
        "reconnect": partial(reconnect, store, network, clock),
        "watch_lives": partial(watch_lives, store, network, clock, app.actors),
        "ask_servers": partial(ask_servers, store, app.desk(name), app.servers, clock),
    }


async def outlived(
    name: str, work: Callable[[], Awaitable[None]], known: type[Exception] | tuple[type[Exception], ...]
) -> None:
    """A loop that a fault nobody thought of does not end, nor what runs beside it; `known` faults are its caller's."""
    while True:
        try:
            return await work()
        except known:
            raise
        except Exception:
            log.exception("a loop failed; it begins again soon", extra={"loop": name})
        await asyncio.sleep(FAULT_SECONDS)


def sender_of(app: App, network: Network) -> Sender:
    """After a restored backup only what was there at the start is suspect, not what is written at each reconnection."""
    restored = app.store.restored and network.name not in app.recovered
    app.recovered.add(network.name)
    return Sender(
        app.store, network, app.clock, app.answer_within, restored=restored,
        terms=app.terms_of(network.name),
    )


async def _note(app: App, name: str, state: str, reason: str = "") -> None:
    keep = partial(heartbeat.keep_network_state, name=name, state=state, now=app.clock.now(), reason=reason)
    try:
        await app.store.write(keep)
    except StorageError as fault:  # only news: whoever has work to write down waits for the disk
        log.warning("the state of a network could not be kept", extra={"network": name, "reason": str(fault)})
