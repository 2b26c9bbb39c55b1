"""`bench match`: what an answer costs: the first one, a repeated one, and the lookup of edges below both.

First: nobody wrote down yet who matches: the asker's lists and everybody's who names them are looked through. Repeat:
the pairs are written down. Both sides give whole rows of people; what they find is compared with a plain count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from statistics import fmean
from typing import Any, Final

import numpy as np

from bot.bench.graph import baseline, product
from bot.bench.graph.asking import Question, Spent, ask_by_turns, half
from bot.bench.graph.baseline import Asker
from bot.bench.graph.both import BYTES_PER_EDGE, Both
from bot.bench.graph.growth import growth
from bot.bench.graph.made import SIZES, Numbers, Size
from bot.bench.graph.oracle import agreed, gathered, plain_count
from bot.bench.graph.place import bytes_read, make_cold, workplace
from bot.bench.measure import Figure, Goal, Report, percentile
from bot.cli.common import say
from bot.domain.accounts import Platform
from bot.storage.sqlite import matching
from bot.storage.sqlite.edges import _NAMED_BY as NAMED_BY

US: Final = "us CPU"
LOOKUPS_SEED, LOOKUPS = 6, 2000
FIRST, REPEAT = "first", "repeat"
_FIRST_GOALS = Goal(">=", 2, try_for=3), Goal("<=", 1 / 2)
_REPEAT_GOALS = Goal(">=", 5, try_for=6), Goal("<=", 1 / 2)
Known = Mapping[str, Figure]


def bench(size: str, against: Known | None = None) -> Report:
    """At L the figures of M are needed too, for what must not grow: those given, or measured first."""
    smaller = against
    if size == "L" and smaller is None:
        say("M first, to compare with")
        smaller = {figure.id: figure for figure in measured(SIZES["M"])[0]}
    figures, facts = measured(SIZES[size])
    if size == "L" and smaller:
        figures += kept(smaller, {figure.id: figure for figure in figures})
    remarks = growth(SIZES[size], figures, smaller or {})
    return Report("match", size, facts, figures, remarks)


def measured(size: Size) -> tuple[list[Figure], dict[str, Any]]:
    """All figures of one size, and checksums."""
    with workplace(size.edges * BYTES_PER_EDGE) as folder:
        both = Both(folder, size)
        try:
            both.build()
            return Asking(both).figures()
        finally:
            both.close()


def kept(smaller: Known, larger: Known) -> list[Figure]:
    """What should stay as it is when everything grows tenfold."""
    pairs = [(f"match.{name}.kept", f"match.{name}", "ratio", Goal(">=", 0.9)) for name in (FIRST, REPEAT)]
    pairs.append(("match.edge.growth", "match.edge", "ours", Goal("<=", 1.5)))
    found = []
    for name, of, column, goal in pairs:
        there, here = (getattr(some[of], column) if of in some else None for some in (smaller, larger))
        if there and here:
            found.append(Figure(name, here, "x" if column == "ratio" else US, there, here / there, goal, "L to M"))
    return found


class Asking:
    """The questions, and every way they are asked."""

    def __init__(self, both: Both) -> None:
        self.both, self.size = both, both.made.size
        self.persons = both.made.queries()
        self.questions = both.questions(self.persons)
        self.asker = Asker(both.baseline.opened())
        say("a plain count …")
        self.truth = plain_count(both.made, self.persons)

    def figures(self) -> tuple[list[Figure], dict[str, Any]]:
        """First answers, then repeated ones, then edges."""
        say("first answers …")
        first = self._ask(FIRST, first_answer(self.both), _FIRST_GOALS)
        say("the pairs are written down …")
        self.both.ours.write_pairs(self.both.made)
        say("repeated answers …")
        repeat = self._ask(REPEAT, repeat_answer(self.both), _REPEAT_GOALS)
        facts = {
            "people": self.size.people,
            "edges": self.both.edges,
            "askers": len(self.persons),
            "checksum": agreed({"plain count": self.truth}),
        }
        return [*first, *repeat, *self._whole(), self._edges()], facts

    def _ask(self, name: str, ours: Callable[[int, int], Any], goals: tuple[Goal, Goal]) -> list[Figure]:
        """Both sides find what is true; then what it costs, warm and cold."""
        theirs = self.asker.answer
        parts = [part for person, x_id in self.questions for part in product.compared(person, ours(person, x_id))]
        others = [
            part
            for person, x_id in self.questions
            for part in baseline.compared(self.both.made, person, theirs(person, x_id))
        ]
        agreed({"plain count": self.truth, "ours": gathered(parts), "baseline": gathered(others)})
        spent = ask_by_turns({"baseline": theirs, "ours": ours}, self.questions)
        return [*_warm(name, spent, goals[0]), *self._cold(name, goals[1])]

    def _cold(self, name: str, goal: Goal) -> list[Figure]:
        """The same with nothing of the files in memory: KB read a question."""
        some = self.questions[: self.size.cold]
        ours, theirs = self.both.ours, self.both.baseline
        for settled in (ours, theirs):
            settled.settle()
        make_cold([theirs.path])
        read = {"baseline": _kilobytes(Asker(theirs.opened()).answer, some)}
        opened = ours.opened()
        way = first_answer(self.both, opened) if name == FIRST else repeat_answer(self.both, opened)
        way(*self.questions[-1])  # what the process knows by heart it has read at its start
        opened.close()
        make_cold(ours.files)
        opened = ours.opened()
        way = first_answer(self.both, opened) if name == FIRST else repeat_answer(self.both, opened)
        read["ours"] = _kilobytes(way, some)
        opened.close()
        cold = f"match.cold.{name}"
        share = read["ours"] / read["baseline"] if read["baseline"] else None
        return [Figure(cold, read["ours"], "KB read", read["baseline"], share, goal, f"{len(some)} questions")]

    def _whole(self) -> list[Figure]:
        """The answer as a person gets it: counted, ranked, the first ten with their accounts."""
        spent = ask_by_turns({"ours": whole_answer(self.both), "baseline": self.asker.answer}, self.questions)
        ours, theirs = spent["ours"], spent["baseline"]
        return [Figure("match.answer", ours.mean, US, theirs.mean, theirs.above(ours), note="counted and ranked")]

    def _edges(self) -> Figure:
        """The lookup of edges by their far end, of people most of whom nobody in the registry is."""
        lookups = self.both.questions(_some_persons(self.size))
        ours = edge_lookup(self.both)
        spent = ask_by_turns({"baseline": lambda _, x_id: self.asker.by_number(x_id), "ours": ours}, lookups)
        mine, other = (spent[name].share(0.5) for name in ("ours", "baseline"))
        return Figure("match.edge", mine, US, other, spent["baseline"].above(spent["ours"], half), note="p50")


def first_answer(both: Both, connection: Any = None) -> Callable[[int, int], product.Answer]:
    """Ours, before the pairs are written down; all in one transaction's session, as the baseline has one connection."""
    return partial(product.first_answer, both.ours.session(connection))


def repeat_answer(both: Both, connection: Any = None) -> Callable[[int, int], product.Answer]:
    """Ours, from the pairs."""
    session = both.ours.session(connection)
    return lambda person, _: list(matching.rows(session, person))


def whole_answer(both: Both) -> Callable[[int, int], object]:
    """What `find` answers with."""
    minimum = both.ours.session().minimum
    return lambda person, _: matching.find(both.ours.session(), person, Platform.BLUESKY, minimum, limit=10)


def edge_lookup(both: Both) -> Callable[[int, int], object]:
    """The statement below the reverse question, with the pseudonym made before."""
    session = both.ours.session()
    pseudonyms = {x_id: session.pseudonyms.one(x_id) for _, x_id in both.questions(_some_persons(both.made.size))}
    execute = both.ours.connection.execute
    return lambda _, x_id: execute(NAMED_BY, (pseudonyms[x_id],)).fetchall()


def _some_persons(size: Size) -> Numbers:
    rng = np.random.default_rng(LOOKUPS_SEED)
    return rng.choice(np.arange(1, size.people + 1), min(LOOKUPS, size.people), False)


def _warm(name: str, spent: Mapping[str, Spent], goal: Goal) -> list[Figure]:
    ours, theirs = spent["ours"], spent["baseline"]
    whole = [Figure(f"match.{name}", ours.mean, US, theirs.mean, theirs.above(ours, fmean), goal, "mean")]
    for share in (0.5, 0.99):

        def value(one: Sequence[float], share: float = share) -> float:
            return percentile(one, share)

        figure = Figure(f"match.{name}.p{share * 100:g}", ours.share(share), US, theirs.share(share))
        whole.append(replace(figure, ratio=theirs.above(ours, value)))
    return whole


def _kilobytes(side: Callable[[int, int], Any], questions: Sequence[Question]) -> float:
    before = bytes_read()
    for question in questions:
        side(*question)
    return (bytes_read() - before) / 1000 / len(questions)
