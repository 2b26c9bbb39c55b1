"""The engine of the story: somebody speaks, the servers are watched, what came is compared with what was promised."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.demo.checks import Answer, Expected, faults, seen
from bot.demo.program import Program, Result
from bot.demo.screen import Screen, place
from bot.demo.stage import Question, Stage

PATIENCE_SECONDS = 12.0  # for one answer
START_SECONDS = 30.0
LOOK_SECONDS = 0.02  # between two looks at the servers
LONGEST_REST = 2.6  # to read what was just said


class Broken(Exception):  # noqa: N818 - how a story ends too early
    """The story cannot go on; the text says why."""


@dataclass(frozen=True)
class Verdict:
    """What is there, and whether it is right."""

    seen: str
    ok: bool


@dataclass(frozen=True)
class Step:
    """One promise of the story. `look` compares it with what the servers hold now, as often as it is called.

    `says` is how many posts and messages of the bot belong to it.
    """

    title: str
    where: str
    expected: str
    look: Callable[[], Verdict]
    says: int = 0


class Pace:
    """Spreads the rests over the time that is left, so that one can read; none when there is no time."""

    def __init__(self, seconds: float, scenes: int, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._end = now() + seconds
        self._scenes = scenes

    def rest(self, work_left: float) -> float:
        """Seconds to rest after a scene, when those to come need `work_left` seconds themselves."""
        self._scenes -= 1
        left = self._end - self._now() - work_left
        return min(max(left / max(self._scenes + 1, 1), 0.0), LONGEST_REST)


@dataclass
class Play:
    """Everything a scene needs."""

    stage: Stage
    program: Program
    screen: Screen
    past: Sequence[tuple[date, Path]] = ()
    steps: list[Step] = field(default_factory=list)

    async def ask(self, who: str, network: str, text: str, *, private: bool = False) -> Question:
        """`who` says something, and everybody can watch it."""
        question = self.stage.say(who, network, text, private=private)
        self.screen.said(network, self.stage.name(who), text, private=private)
        return question

    async def answered(self, title: str, question: Question, expected: Expected) -> list[Answer]:
        """Wait for the answers to come, show them, and promise that it stays so."""
        step = self.promise(title, question, expected)
        wanted = expected.answers
        if wanted:
            await self.until(lambda: len(self.stage.answers(question)) >= wanted)
        answers = self.stage.answers(question)
        for answer in answers:
            self.screen.said(answer.network, "QuitteX", answer.text, private=question.private, bot=True)
        verdict = step.look()
        if wanted or not verdict.ok:
            self.screen.verdict(verdict.seen, verdict.ok)
        return answers

    def promise(self, title: str, question: Question, expected: Expected) -> Step:
        """Put down what must be there; looked at once more at the very end."""
        where = place(question.network, private=question.private)

        def look() -> Verdict:
            answers = self.stage.answers(question)
            return Verdict(seen(expected, answers), not faults(expected, answers))

        return self.keep(Step(title, where, str(expected), look, expected.answers))

    def keep(self, step: Step) -> Step:
        """A promise of any kind."""
        self.steps.append(step)
        return step

    async def until(self, there: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> bool:
        """Watch until `there` says so, at most so long. Broken when the bot, which should run, does not."""
        end = time.monotonic() + seconds
        while not there():
            if time.monotonic() > end:
                return False
            if self.program.started and not self.program.runs:
                raise Broken("the bot ended by itself")
            await asyncio.sleep(LOOK_SECONDS)
        return True

    async def start_bot(self) -> float:
        """Start it and wait until it hears both networks; how long that took, in seconds."""
        before, begun = self.stage.ears(), time.monotonic()
        await self.program.start()

        def hears() -> bool:
            return all(now > then for now, then in zip(self.stage.ears(), before, strict=True))

        if not await self.until(hears, START_SECONDS):
            raise Broken("the bot does not listen to both networks after 30 s")
        return time.monotonic() - begun

    async def admin(self, *words: str) -> None:
        """One of the admin's commands. Broken when it fails."""
        self.screen.command("quittex " + " ".join(words))
        done_or_broken(words[0], await self.program.command(*words))


def done_or_broken(name: str, result: Result) -> None:
    """Broken, with its last words, when a command of the admin did not exit with 0."""
    if result.code != 0:
        said = (result.err or result.out).strip().splitlines()
        raise Broken(f"quittex {name} ended with {result.code}: {' / '.join(said[-3:])}")


Act = Callable[[Play], Awaitable[None]]


@dataclass(frozen=True)
class Scene:
    """A part of the story: what it shows, and what happens. `work` is about how long that takes, in seconds."""

    title: str
    act: Act
    work: float = 0.5
    pictured: bool = False


async def perform(scenes: Sequence[Scene], play: Play, seconds: float) -> None:
    """Play the scenes in order, with rests to read them, in about `seconds`. Broken when one cannot go on."""
    pace = Pace(seconds, len(scenes))
    for number, scene in enumerate(scenes, start=1):
        play.screen.scene(number, scene.title, pictured=scene.pictured)
        await scene.act(play)
        await asyncio.sleep(pace.rest(sum(later.work for later in scenes[number:])))
