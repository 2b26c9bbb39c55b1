"""The world of the benchmarks: the real bot answers in it, and its end is noticed."""

import pytest

from bot.bench.world import NETWORKS, Broken, at_work


async def test_the_real_bot_answers_on_both_networks() -> None:
    async with at_work() as world:
        for network in NETWORKS:
            question, before = world.ask(network, world.askers(network)[0], "find")
            answer = await world.answered(question)
            assert before.at < answer.at
            assert 0 < answer.busy - before.busy < answer.at - before.at
            assert len(world.stage.answers(question)) == 1
        resident, highest = world.resident()
        assert 20 < resident <= highest
        await world.program.kill()
        question, _ = world.ask(network, world.askers(network)[0], "find")
        with pytest.raises(Broken, match="no answer on mastodon"):
            await world.answered(question)
