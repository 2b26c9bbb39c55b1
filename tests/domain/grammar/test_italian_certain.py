"""The words of Italian that leave no doubt."""

from bot.domain.grammar.italian import ITALIAN
from bot.domain.grammar.italian_certain import WHOLE
from tests.domain.grammar.tables import CERTAIN, is_one


def test_no_small_word_is_certain() -> None:
    assert ITALIAN.whole is WHOLE and set(WHOLE) == CERTAIN
    small = ITALIAN.words | {*ITALIAN.to_us, *ITALIAN.joining, "no", "non", "nao", "para", "basta", "x"}
    assert [word for word in small if any(is_one(of, word) for of in WHOLE.values())] == []
