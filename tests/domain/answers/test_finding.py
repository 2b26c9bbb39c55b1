"""Answers: finding."""

from dataclasses import replace

from bot.domain import text
from bot.domain.accounts import Platform
from bot.domain.answers import ANSWERS
from bot.domain.encounters import Visibility
from bot.domain.requests import Request
from bot.domain.wording import render
from tests.domain.answers.cases import (
    BLUESKY,
    BOB,
    FEW,
    FOLLOWED,
    FOLLOWER,
    MASTODON,
    POLICY,
    WORDS,
    case,
    matches,
    say,
    words,
)


def test_in_public_there_are_numbers_and_only_those_who_chose_to_be_named() -> None:
    assert words(case(found=FEW)) == (
        "3 people you followed on X are here, 2 of whom followed you too. 1 more followed you.\n"
        "→ lemonde.bsky.social\n→ xia.bsky.social\nAnd 2 more: send me “find” in a private message for the list."
    )


def test_in_public_at_most_five_are_named() -> None:
    crowd = matches(*((f"media{n}", FOLLOWED, True) for n in range(9)))
    lines = words(case(found=crowd)).splitlines()
    assert len([line for line in lines if line.startswith("→")]) == 5
    assert lines[-1].startswith("And 4 more")


def test_in_public_nobody_is_named_who_did_not_choose_it() -> None:
    crowd = matches(*((f"person{n}", FOLLOWED, False) for n in range(9)))
    assert words(case(found=crowd)) == (
        "9 people you followed on X are here.\nFor the list, send me “find” in a private message."
    )


def test_where_we_have_no_private_messages_none_is_offered() -> None:
    public = replace(POLICY, private_messages=False)
    alone = matches(("zoe", FOLLOWED, False))
    assert words(case(found=FEW, policy=public)).endswith("And 2 more.")
    assert words(case(found=alone, policy=public)) == "1 person you followed on X is here."


def test_in_private_everybody_is_listed_with_the_reason_best_first() -> None:
    assert words(case(found=FEW, visibility=Visibility.DIRECT)).splitlines()[1:] == [
        "→ zoe.bsky.social (you followed each other)",
        "→ lemonde.bsky.social (you followed each other)",
        "→ yan.bsky.social (you followed them)",
        "→ xia.bsky.social (followed you)",
    ]


def test_in_private_as_many_as_fit_are_listed_and_the_rest_is_counted() -> None:
    crowd = matches(*((f"person{n}", FOLLOWED, False) for n in range(200)))
    lines = words(case(found=crowd, visibility=Visibility.DIRECT)).splitlines()
    listed = [line for line in lines if line.startswith("→")]
    assert lines[-1] == f"And {200 - len(listed)} more."
    assert len(listed) > 4


def test_followers_alone_are_told_as_such() -> None:
    assert words(case(found=matches(("xia", FOLLOWER, False)))).startswith("1 person who followed you on X is here.")


def test_nobody_yet_is_said_kindly() -> None:
    assert words(case()).startswith("Nobody from your X network is here yet")


def test_an_answer_with_numbers_tells_of_everybody_and_any_other_of_nobody() -> None:
    assert say(ANSWERS[Request.FIND](case(found=FEW))).told
    assert not say(ANSWERS[Request.FIND](case())).told


def test_on_bluesky_a_name_is_a_link_that_never_looks_like_a_host() -> None:
    rendered = render(say(ANSWERS[Request.FIND](case(found=FEW))).wording, WORDS, "fr", BLUESKY)
    links = [part for part in rendered if isinstance(part, text.Link)]
    assert [link.words for link in links] == ["lemonde", "xia"]
    assert links[0].url == "https://bsky.app/profile/did:plc:lemonde"
    assert not any(text.looks_like_host(link.words) for link in links)


def test_on_mastodon_a_name_is_plain_words_that_call_nobody() -> None:
    here = matches(("lemonde", FOLLOWED, True), platform=Platform.MASTODON)
    assert "\n→ lemonde@piaille.fr" in words(case(found=here, author=BOB), limits=MASTODON)


def test_a_mastodon_account_is_linked_from_bluesky_by_its_name() -> None:
    there = matches(("lemonde", FOLLOWED, True), platform=Platform.MASTODON)
    rendered = render(say(ANSWERS[Request.FIND](case(found=there))).wording, WORDS, "fr", BLUESKY)
    assert text.Link("lemonde", "https://piaille.fr/@lemonde") in rendered
