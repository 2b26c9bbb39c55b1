"""What a server says of itself, in either version of the API, or does not say."""

from bot.domain.text import Limits
from bot.networks.mastodon.settings import Settings, read_instance

BASE = "https://piaille.example"


def test_the_second_version() -> None:
    told = {
        "domain": "Piaille.example",
        "version": "4.5.2",
        "configuration": {
            "urls": {"streaming": "wss://streaming.piaille.example"},
            "statuses": {"max_characters": 1000, "characters_reserved_per_url": 25, "max_media_attachments": 6},
            "media_attachments": {"description_limit": 1200},
        },
    }
    instance = read_instance(told, BASE)
    assert instance.limits == Limits(1000, url_length=25, images=6, alt_graphemes=1200)
    assert (instance.domain, instance.version) == ("piaille.example", "4.5.2")
    assert instance.streaming == "wss://streaming.piaille.example"


def test_the_first_version() -> None:
    told = {"uri": "https://Piaille.example/", "urls": {"streaming_api": "wss://s.example"}, "max_toot_chars": 5000}
    instance = read_instance(told, BASE)
    assert (instance.domain, instance.streaming) == ("piaille.example", "wss://s.example")
    assert instance.limits.graphemes == 5000


def test_what_is_not_said_is_mastodons_default() -> None:
    for told in ({}, {"configuration": [], "urls": "x"}, {"configuration": {"statuses": {"max_characters": "many"}}}):
        instance = read_instance(told, "http://127.0.0.1:3000")
        assert instance.limits == Limits(500, url_length=23)
        assert (instance.domain, instance.streaming) == ("127.0.0.1:3000", "")


def test_the_token_is_not_shown() -> None:
    settings = Settings("https://piaille.example/", "a-secret-token")
    assert "a-secret-token" not in repr(settings)
    assert settings.base == "https://piaille.example"
