"""The words of Portuguese that leave no doubt."""

from bot.domain.grammar.portuguese import PORTUGUESE
from bot.domain.grammar.portuguese_certain import WHOLE
from tests.domain.grammar.tables import CERTAIN, is_one


def test_no_small_word_is_certain() -> None:
    assert PORTUGUESE.whole is WHOLE and set(WHOLE) == CERTAIN
    small = PORTUGUESE.words | {*PORTUGUESE.to_us, *PORTUGUESE.joining, "no", "non", "nao", "para", "basta", "x"}
    assert [word for word in small if any(is_one(of, word) for of in WHOLE.values())] == []
