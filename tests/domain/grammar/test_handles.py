"""Who says to be whom on X."""

import pytest

from bot.domain.grammar.handles import PAGES, PLACEHOLDERS, claimed, misnamed


def handle(text: str) -> str:
    claim = claimed(text)
    return claim.x_handle if claim else ""


@pytest.mark.parametrize(
    "text",
    [
        "je suis @alice sur X",
        "J'étais @Alice sur Twitter, et maintenant je suis là",
        "I was @alice on X",
        "when I was @alice on Twitter I had many followers",
        "my X handle is alice",
        "mon pseudo sur X : alice",
        "X: @alice",
        "@alice on X, thanks!",
        "x.com/alice",
        "https://mobile.twitter.com/alice?s=20",
        "I am x.com/alice and I love cats",
        "x.com/alice et twitter.com/alice",
        "I am alice.bsky.social here and @alice on X",
        "je suis @bob@piaille.fr sur Mastodon et @alice sur X",
        "On X my handle was @alice",
        "@alice sur X, c'était moi",
        "@alice on Twitter was me",
        "c'était twitter.com/alice en fait",
    ],
)
def test_the_first_person_is_a_claim(text: str) -> None:
    assert handle(text) == "alice"


@pytest.mark.parametrize(
    "text",
    [
        "she is @bob on X",
        "mon ami est @bob sur X",
        "my friend is x.com/bob",
        "I am a fan of x.com/bob",
        "I'm not @bob on X",
        "je ne suis pas @bob sur X",
        "people think I'm @bob on X",
        "si j'étais @bob sur X",
        "am I @bob on X?",
        "I'm @bob on X?",
        "who is @bob on X",
        "@bob on X is a liar",
        "je suis @alice et @bob sur X",
        "x.com/alice x.com/bob",
        "x.com/bob/status/123",
        "look at x.com/bob",
        "netflix.com/bob",
        "fox.com/bob",
        "I was happy on X",
        "I was banned on Twitter",
        "je suis toujours sur X",
        "j'étais inscrite sur X",
        "my X account is suspended",
        "my name is Bob",
        "I am @alice.bsky.social",
        "je suis @alice@piaille.fr sur Mastodon",
        "I was @averyveryverylonghandle on X",
    ],
)
def test_everything_else_is_none(text: str) -> None:
    assert handle(text) == ""


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_page_of_x_is_nobody(page: str) -> None:
    assert handle(f"x.com/{page}") == handle(f"je suis https://x.com/{page}") == ""


def test_our_own_examples_are_seen_as_such() -> None:
    assert handle("je suis x.com/pseudo") in PLACEHOLDERS
    assert handle("I was x.com/handle") in PLACEHOLDERS


@pytest.mark.parametrize("text", ["I was @averyveryverylonghandle on X", "je suis @alice-b sur X"])
def test_a_name_that_is_no_handle_is_noticed(text: str) -> None:
    assert misnamed(text)


def test_nothing_is_noticed_where_nothing_is_tried() -> None:
    assert not misnamed("I like @averyveryverylonghandle on X")
    assert not misnamed("if I was @averyveryverylonghandle on X")
