"""Whatever people write, or call themselves: no answer calls a third person, is too long or hides a character."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.domain.accounts import Platform
from tests.abuse.hostile import ATOMS, answered, faults_of, made

QUICK, SLICE, LONG = range(1_500), range(1_500, 10_000), range(10_000, 100_000)


@pytest.mark.parametrize(
    "cases",
    [
        pytest.param(QUICK, id="1500"),
        pytest.param(SLICE, id="10000", marks=pytest.mark.slice),
        pytest.param(LONG, id="100000", marks=pytest.mark.long),
    ],
)
def test_no_answer_to_a_hostile_post_harms_anybody(cases: range) -> None:
    found: dict[int, list[str]] = {}
    kinds: Counter[tuple[Platform, str]] = Counter()
    for number in cases:
        case = made(number)
        if (answer := answered(case)) is None:
            continue
        say, record = answer
        kinds[case.encounter.account.platform, say.kind] += 1
        if faults := faults_of(case, record):
            found[number] = faults
    assert found == {}
    # Silence would be no proof: a good part is answered, with every sort of answer there is.
    assert sum(kinds.values()) > len(cases) / 3
    assert len({kind for _, kind in kinds}) >= 8


def test_the_list_of_hostile_atoms_is_whole() -> None:
    assert len(set(ATOMS)) == 35
