"""The engine: what is promised is looked at, early and late; rests fill the time that is left."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.cast import BLUESKY, Registry
from bot.demo.checks import Expected
from bot.demo.play import LONGEST_REST, Broken, Pace, Play, Scene, Step, Verdict, done_or_broken, perform
from bot.demo.program import Program, Result
from bot.demo.screen import Screen
from bot.demo.stage import Stage


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    async with Stage(Registry()) as stage:
        yield Play(stage, Program(tmp_path / "none.toml", tmp_path / "bot.log", {}), Screen(io.StringIO()))


EXPECTED = Expected(1, "camille.sky.test", "fr", "public")


async def test_waits_for_the_answer_and_looks_again_later(play: Play):
    question = await play.ask("camille", BLUESKY, "@quittex.sky.test trouve")

    def reply() -> None:
        play.stage.bot_there.post("Merci, c’est pour vous.", reply_to=question.ref, langs=["fr"])

    asyncio.get_running_loop().call_later(0.1, reply)
    answers = await play.answered("Camille asks", question, EXPECTED)
    assert [answer.text for answer in answers] == ["Merci, c’est pour vous."]
    [step] = play.steps
    assert (step.look().ok, step.says, step.where) == (True, 1, "Bluesky")
    reply()
    assert step.look() == Verdict("2 answers instead of 1", False)
    assert [said["bot"] for said in play.screen.transcript] == [False, True]


async def test_an_answer_that_never_comes_is_a_failed_step(play: Play, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Play.until, "__defaults__", (0.1,))
    question = await play.ask("camille", BLUESKY, "@quittex.sky.test trouve")
    assert await play.answered("Camille asks", question, EXPECTED) == []
    assert play.steps[0].look() == Verdict("no answer instead of 1", False)


async def test_silence_is_broken_by_a_word(play: Play):
    question = await play.ask("camille", BLUESKY, "Bonjour")
    step = play.promise("Camille greets", question, Expected(0))
    assert step.look() == Verdict("silence", True)
    play.stage.bot_there.post("Bonjour", reply_to=question.ref)
    assert not step.look().ok


async def test_a_bot_that_ends_by_itself_breaks_the_story(play: Play):
    with pytest.raises(Broken, match="ended by itself"):
        await play.start_bot()


async def test_a_failed_command_breaks_the_story_with_its_last_words(play: Play):
    with pytest.raises(Broken, match=r"quittex check ended with 2: .*none\.toml"):
        await play.admin("check", "--offline")
    done_or_broken("check", Result(0, "", ""))


async def test_scenes_in_order_in_the_time_there_is(play: Play):
    seen: list[str] = []

    def scene(name: str) -> Scene:
        async def act(_: Play) -> None:
            seen.append(name)
            play.keep(Step(name, "", "", lambda: Verdict("", True)))

        return Scene(name, act)

    await perform([scene("one"), scene("two")], play, seconds=0.0)
    assert seen == [step.title for step in play.steps] == ["one", "two"]


def test_rests_share_what_is_left():
    now = [100.0]
    pace = Pace(10.0, 2, lambda: now[0])
    assert pace.rest(work_left=6.0) == 2.0
    now[0] = 109.0
    assert pace.rest(work_left=0.0) == 1.0


def test_no_rest_when_there_is_no_time_and_none_too_long():
    now = [0.0]
    hurried, idle = Pace(5.0, 2, lambda: now[0]), Pace(500.0, 2, lambda: now[0])
    assert idle.rest(0.0) == LONGEST_REST
    now[0] = 7.0
    assert hurried.rest(1.0) == 0.0
