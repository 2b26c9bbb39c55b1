"""Every alert there is has its words in every language; when they are told is in tests/loops/test_alert.py."""

import pytest

from bot.locales import AVAILABLE, Catalogues


@pytest.mark.parametrize("language", AVAILABLE)
def test_an_alert_names_the_network_and_what_to_do(language: str) -> None:
    words = Catalogues((language,)).say("alert-stopped", language, {"campaign": "QuitteX", "network": "sky"})
    assert "sky" in words and "quittex check" in words and "@" not in words
