"""The languages whose words are known."""

from bot.domain.grammar.languages import LANGUAGES


def test_every_language_stands_there_once() -> None:
    codes = [language.code for language in LANGUAGES]
    assert len(set(codes)) == len(codes) and {"fr", "en"} <= set(codes)
