"""What a profile says about X."""

import pytest

from bot.domain.arrivals import names_x_account

TAGS = frozenset({"quittex"})


@pytest.mark.parametrize(
    "bio",
    [
        "x.com/alice",
        "https://twitter.com/alice_b",
        "Photographe. www.x.com/alice",
        "I was @alice on Twitter",
        "@alice on X",
        "alice sur X.",
        "ex-Twitter",
        "ex-X, enfin libre",
        "Ex Twitter @alice",
        "Anciennement sur Twitter",
        "anciennement @alice sur X",
        "Formerly on Twitter, now here",
        "Twitter: alice",
        "X : @alice",
        "Twitter refugee 🐘",
        "Réfugiée de Twitter",
        "Prof. #QuitteX",
        "＃ＱｕｉｔｔｅＸ",
    ],
)
def test_a_profile_names_x(bio: str) -> None:
    assert names_x_account(bio, TAGS)


@pytest.mark.parametrize(
    "bio",
    [
        "",
        "Journalist in Paris",
        "netflix.com/alice",
        "I work on X-rays",
        "on x axis",
        "fox.com/news",
        "x.com/intent/follow",
        "Never on Twitter",
        "jamais sur X",
        "Generation X",
        "#AdieuX",
        "photos de x et y",
        "ex-journaliste",
        "Malcolm X’s reader on X’s life",
    ],
)
def test_a_profile_does_not(bio: str) -> None:
    assert not names_x_account(bio, TAGS)
