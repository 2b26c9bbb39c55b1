"""A client that only works in a thread gets one thread, in order, and nobody waits for it at the end."""

import asyncio
import threading

import pytest

from bot.networks.threads import OneThread


async def test_calls_run_one_after_the_other_on_one_thread() -> None:
    thread, seen = OneThread("one"), list[tuple[int, int]]()

    def work(number: int) -> int:
        seen.append((number, threading.get_ident()))
        return number

    assert await asyncio.gather(*(thread.run(lambda n=n: work(n)) for n in range(20))) == list(range(20))
    assert [number for number, _ in seen] == list(range(20))
    assert len({ident for _, ident in seen}) == 1
    assert seen[0][1] != threading.get_ident()
    thread.close()


async def test_what_it_raises_is_raised_to_the_caller_and_the_thread_lives_on() -> None:
    thread = OneThread("faulty")
    with pytest.raises(ZeroDivisionError):
        await thread.run(lambda: 1 // 0)
    assert await thread.run(lambda: "well") == "well"
    thread.close()


async def test_a_caller_that_leaves_does_not_stop_the_next() -> None:
    thread, gate = OneThread("left"), threading.Event()
    held = asyncio.get_running_loop().create_task(thread.run(gate.wait))
    behind = asyncio.get_running_loop().create_task(thread.run(lambda: pytest.fail("cancelled before it began")))
    await asyncio.sleep(0)
    for task in (held, behind):
        task.cancel()
    gate.set()
    assert await thread.run(lambda: 3) == 3
    thread.close()


async def test_a_closed_one_takes_nothing_and_ends() -> None:
    thread = OneThread("closed")
    await thread.run(lambda: None)
    thread.close()
    thread.close()
    with pytest.raises(RuntimeError):
        await thread.run(lambda: None)
    assert thread._thread is not None
    thread._thread.join(5)
    assert not thread._thread.is_alive()


def test_a_call_that_hangs_outlives_its_loop_without_a_word() -> None:
    thread, gate = OneThread("hangs"), threading.Event()

    async def leave() -> None:
        asyncio.get_running_loop().create_task(thread.run(gate.wait))
        await asyncio.sleep(0.01)

    asyncio.run(leave())
    gate.set()
    thread.close()
    assert thread._thread is not None and thread._thread.daemon
    thread._thread.join(5)
    assert not thread._thread.is_alive()
