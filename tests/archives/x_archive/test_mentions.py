"""Names from the owner's own tweets."""

import io
import json
from typing import Any

import pytest

from bot.archives.x_archive import mentions_of
from bot.errors import InputError
from tests.archives.x_archive.builder import YEARS, Invented, archive_zip, files, zipped


def tweet(number: int, *users: tuple[Any, Any]) -> dict[str, Any]:
    said = [{"id_str": ident, "screen_name": name, "indices": ["0", "4"]} for ident, name in users]
    return {
        "tweet": {"full_text": '} , {"tweet', "entities": {"user_mentions": said, "urls": []}, "id_str": str(number)}
    }


def found(*tweets: object, name: str = "data/tweets.js", more: dict[str, bytes] | None = None) -> dict[int, str]:
    text = f"window.YTD.tweets.part0 = {json.dumps(tweets, indent=2)}".encode()
    return mentions_of(io.BytesIO(zipped({name: text, **(more or {})})))


def test_the_newest_name_counts() -> None:
    two = tweet(5, ("7", "Old_name"), ("8", "Bob"))
    assert found(tweet(9, ("7", "New_name")), two) == {7: "new_name", 8: "bob"}
    part = {"data/tweets-part1.js": f"window.YTD.tweets.part1 = {json.dumps([tweet(11, ('8', 'Rob'))])}".encode()}
    assert found(tweet(9, ("7", "New_name")), two, more=part) == {7: "new_name", 8: "rob"}


@pytest.mark.parametrize(
    "user", [("-1", "gone"), (None, "a"), ("7", None), ("7", "no handle"), (7.5, "a"), ("07", "a")]
)
def test_a_mention_of_nobody_is_left_out(user: tuple[Any, Any]) -> None:
    assert found(tweet(1, user, ("8", "Bob"))) == {8: "bob"}


def test_tweets_without_mentions() -> None:
    assert found() == {}
    assert found({"tweet": {"id_str": "1"}}, {"tweet": {"entities": {}}}) == {}


def test_long_files_and_those_of_2018() -> None:
    tweets = [tweet(number, (str(number), f"u{number}")) for number in range(1, 5000)]
    assert found(*tweets) == found(*(each["tweet"] for each in tweets), name="tweet.js")
    assert len(found(*tweets)) == 4999
    mixed = [each if number % 2 else each["tweet"] for number, each in enumerate(tweets)]
    assert found(*mixed) == found(*tweets)


def test_every_year_has_some() -> None:
    for layout in YEARS.values():
        assert mentions_of(io.BytesIO(archive_zip(Invented(), layout))) == {2001: "bob_x"}


@pytest.mark.parametrize(
    ("entry", "why"),
    [(7, "no tweet"), ({"tweet": []}, "no tweet"), ({"tweet": {"entities": 7}}, "no tweet")],
)
def test_what_is_no_tweet(entry: object, why: str) -> None:
    with pytest.raises(InputError, match=rf"^the archive: data/tweets\.js: entry 2: {why}$"):
        found(tweet(1), entry)


def test_an_archive_without_tweets_is_told() -> None:
    members = {name: text for name, text in files(Invented(), YEARS["2021"]).items() if "tweets" not in name}
    with pytest.raises(InputError, match=r"^the archive: holds no tweets\.js: X's archives hold data/tweets\.js$"):
        mentions_of(io.BytesIO(zipped(members)))
