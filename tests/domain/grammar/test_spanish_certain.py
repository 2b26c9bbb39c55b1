"""The words of Spanish that leave no doubt."""

from bot.domain.grammar.spanish import SPANISH
from bot.domain.grammar.spanish_certain import WHOLE
from tests.domain.grammar.tables import CERTAIN, is_one


def test_no_small_word_is_certain() -> None:
    assert SPANISH.whole is WHOLE and set(WHOLE) == CERTAIN
    small = SPANISH.words | {*SPANISH.to_us, *SPANISH.joining, "no", "non", "nao", "para", "basta", "x"}
    assert [word for word in small if any(is_one(of, word) for of in WHOLE.values())] == []
