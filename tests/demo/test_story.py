"""Each promise of the story can be broken: what it looks at is what the servers hold."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo import story
from bot.demo.cast import BLUESKY, MASTODON, Registry
from bot.demo.checks import faults
from bot.demo.faults import Fault
from bot.demo.play import Play
from bot.demo.program import Program
from bot.demo.screen import Screen
from bot.demo.stage import Bulletin, Stage

COUNTERS = (69, 56, 27, 69, 187)
TEXT = "QuitteX · Monday\n69 people\n56 accounts\n27 accounts\n69 people\n187 connections\n#QuitteX"
GOOD = Bulletin(BLUESKY, TEXT, "Chart: to 69", story.PNG + b"...")


@pytest.fixture
async def play(tmp_path: Path) -> AsyncIterator[Play]:
    async with Stage(Registry()) as stage:
        yield Play(stage, Program(tmp_path / "none.toml", tmp_path / "bot.log", {}), Screen(io.StringIO()))


def test_the_story_fits_into_a_minute():
    titles = [scene.title for scene in story.STORY]
    assert len(set(titles)) == len(titles)
    assert sum(scene.work for scene in story.STORY) < 40
    assert any(scene.pictured for scene in story.STORY)


async def test_in_public_only_those_who_chose_to_be_named_may_be(play: Play):
    expected = story.found(play, "camille", BLUESKY, "public")
    assert (expected.numbers, expected.total) == ((11, 7, 7), 18)
    assert expected.names == expected.among == {"radio.sky.test"}
    question = play.stage.say("camille", BLUESKY, "@quittex.sky.test trouve")
    words = "11 personnes que vous suiviez sur X sont ici, dont 7 qui vous suivaient. 7 autres.\n→ {}\nEt 17 autres."
    play.stage.bot_there.post(words.format("radio.sky.test"), reply_to=question.ref, langs=["fr"])
    assert faults(expected, play.stage.answers(question)) == []
    play.stage.bot_there.post(words.format("tom@piaf.test"), reply_to=question.ref, langs=["fr"])
    assert faults(expected, play.stage.answers(question))


async def test_in_private_everybody_may_be_listed_but_the_hidden(play: Play):
    expected = story.found(play, "tom", MASTODON, "direct")
    assert expected.to == "tom"
    assert expected.among == {"camille.sky.test", "priya.sky.test", "radio@piaf.test", "eddaabel.sky.test"}
    assert "yael@piaf.test" in expected.never


@pytest.mark.parametrize(
    "bulletins",
    [
        [],
        [GOOD, GOOD],
        [Bulletin(BLUESKY, TEXT.replace("187", "186"), GOOD.alt, GOOD.image)],
        [Bulletin(BLUESKY, TEXT, "Chart: to 68", GOOD.image)],
        [Bulletin(BLUESKY, TEXT, GOOD.alt, b"")],
    ],
)
async def test_weekly_counters_must_be_one_right_and_drawn(play: Play, bulletins: list[Bulletin]):
    assert story.weekly_verdict([GOOD], COUNTERS).ok
    assert not story.weekly_verdict(bulletins, COUNTERS).ok


@pytest.mark.parametrize(("hits", "state", "ok"), [(1, "sending", True), (0, "sending", False), (1, "sent", False)])
async def test_the_kill_must_have_struck_in_between(play: Play, hits: int, state: str, ok: bool):
    story.killed_in_between(play, [{"state": state}, {"state": "sent"}], Fault("late", hits=hits))
    assert play.steps[-1].look().ok is ok


async def test_the_bots_own_count_is_compared(play: Play, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(story, "PATIENCE_SECONDS", 0.01)
    play.stage.say("gus", MASTODON, "Hello #QuitteX")
    play.stage.say("camille", BLUESKY, "@quittex.sky.test trouve")
    await story.counted(play)
    step = play.steps[-1]
    assert step.expected == "1 voices; 1 arrivals"
    assert not step.look().ok, "there is no bot that counted them"


async def test_a_word_too_many_is_noticed(play: Play, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(story, "PATIENCE_SECONDS", 0.01)
    monkeypatch.setattr(story, "SETTLE_SECONDS", 0.0)
    await story.farewell(play)
    step = play.steps[-1]
    assert step.look().ok
    play.stage.bot_here.post("One more thing")
    assert not step.look().ok
