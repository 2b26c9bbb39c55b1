"""Many names, looked for at once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.names import FEW, holds_any, pattern_of

NAMES = st.text("ab.:/%", min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.lists(NAMES, min_size=FEW + 1, max_size=60, unique=True), st.text("abAB.:/%x", max_size=30))
def test_the_pattern_finds_what_a_look_for_each_finds(names: list[str], text: str) -> None:
    assert holds_any(text, tuple(names)) is any(name in text.casefold() for name in names)


def test_many_long_names_are_no_deep_recursion() -> None:
    names = tuple(f"https://m{number}.example/users/{'a' * 400}" for number in range(300))
    assert pattern_of(names).search(f"see {names[299]}!")
    assert not holds_any("https://m7.example/users/b", names)
