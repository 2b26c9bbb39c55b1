"""The table of letters that look like Latin ones."""

from bot.domain.confusables import CONFUSABLES


def test_a_letter_is_meant_for_one_latin_letter_only() -> None:
    chars = "".join(CONFUSABLES.values())
    assert len(chars) == len(set(chars)) > 300
    assert not any(char.isascii() for char in chars)
    assert all(meant.isascii() and meant.isalnum() for meant in CONFUSABLES)


def test_the_scripts_impostors_use_are_there() -> None:
    meant = {char: letter for letter, chars in CONFUSABLES.items() for char in chars}
    assert "".join(meant[char] for char in "аеорсухіјѕ") == "aeopcyxijs"
    assert "".join(meant[char] for char in "αικνορτυχ") == "aikvoptux"
