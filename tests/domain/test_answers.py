"""What each Request is answered: forms, visibility, language, names, numbers."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import text
from bot.domain.accounts import Account, Platform
from bot.domain.answers import ALWAYS_OBEYED, ANSWERS, Case
from bot.domain.effects import Effect, Facts, Link, Policy, Say
from bot.domain.encounters import Encounter, Kind, Visibility
from bot.domain.matching import Match, Matches, Reason
from bot.domain.people import Claim, Person
from bot.domain.requests import Request, Understood
from bot.domain.text import Limits
from bot.domain.wording import render
from bot.locales import AVAILABLE, Catalogues

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ALICE = Account(Platform.BLUESKY, "did:plc:alice", "alice.bsky.social")
BOB = Account(Platform.MASTODON, "https://piaille.fr/users/bob", "bob@piaille.fr", url="https://piaille.fr/@bob")
POLICY = Policy(tags=frozenset({"quittex"}), operator="@admin@mastodon.example", campaign="QuitteX")
BLUESKY, MASTODON = Limits(graphemes=300, utf8_bytes=3000), Limits(graphemes=500, url_length=23)
WORDS = Catalogues()


def account(name: str, platform: Platform = Platform.BLUESKY) -> Account:
    if platform is Platform.BLUESKY:
        return Account(platform, f"did:plc:{name}", f"{name}.bsky.social")
    return Account(platform, f"https://piaille.fr/users/{name}", f"{name}@piaille.fr")


def matches(*people: tuple[str, Reason, bool], platform: Platform = Platform.BLUESKY) -> Matches:
    ranked = tuple(
        Match(number, account(name, platform), (account(name, platform),), reason, named, 4, NOW)
        for number, (name, reason, named) in enumerate(people)
    )
    count = {reason: sum(match.reason is reason for match in ranked) for reason in Reason}
    return Matches(
        ranked,
        total=len(ranked),
        followed=count[Reason.MUTUAL] + count[Reason.FOLLOWED],
        followers=count[Reason.MUTUAL] + count[Reason.FOLLOWER],
        mutual=count[Reason.MUTUAL],
    )


def case(
    request: Request = Request.FIND,
    *,
    found: Matches | None = None,
    facts: Facts | None = None,
    policy: Policy = POLICY,
    author: Account = ALICE,
    visibility: Visibility = Visibility.PUBLIC,
    languages: tuple[str, ...] = (),
    spoken: str = "",
    handle: str = "",
) -> Case:
    known = facts or Facts(person=Person(1, 123, "alice"), matches=found or Matches())
    met = Encounter(
        "net", Kind.MENTION, "uri", author, NOW, languages=languages, visibility=visibility, addressed=True
    )
    return Case(met, Understood(request, handle, spoken), known, policy)


def say(effects: list[Effect]) -> Say:
    last = effects[-1]
    assert isinstance(last, Say)
    return last


def words(asked: Case, language: str = "en", limits: Limits = BLUESKY) -> str:
    rendered = render(say(ANSWERS[asked.understood.request](asked)).wording, WORDS, language, limits)
    assert text.fits(rendered, limits)
    return text.plain(rendered) if limits.url_length is None else text.spelled(rendered)


MUTUAL, FOLLOWED, FOLLOWER = Reason.MUTUAL, Reason.FOLLOWED, Reason.FOLLOWER
FEW = matches(("zoe", MUTUAL, False), ("lemonde", MUTUAL, True), ("yan", FOLLOWED, False), ("xia", FOLLOWER, True))


def test_every_request_has_an_answer() -> None:
    assert set(ANSWERS) == set(Request) - {Request.NOTHING}
    assert set(ANSWERS) > ALWAYS_OBEYED


# Find.


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


# Visibility and language.


@pytest.mark.parametrize("policy", list(Visibility))
@pytest.mark.parametrize("question", list(Visibility))
def test_an_answer_is_never_more_visible_than_the_question(question: Visibility, policy: Visibility) -> None:
    answered = case(visibility=question, policy=replace(POLICY, visibility=policy)).visibility
    assert answered.width >= question.width
    assert answered.width >= policy.width or question is Visibility.DIRECT


def test_a_question_to_followers_is_answered_to_its_author_alone() -> None:
    assert case(visibility=Visibility.PRIVATE).visibility is Visibility.DIRECT


def test_a_question_to_followers_is_still_no_private_one() -> None:
    assert "zoe" not in words(case(found=FEW, visibility=Visibility.PRIVATE))


@pytest.mark.parametrize(
    ("spoken", "post", "person", "answered"),
    [
        ("en", ("fr",), "fr", "en"),
        ("", ("en-GB",), "fr", "en"),
        ("", ("de", "en"), "fr", "en"),
        ("", ("de",), "en", "en"),
        ("sv", (), "de", "fr"),
        ("", (), "", "fr"),
    ],
)
def test_the_language_is_that_of_the_words_then_the_post_then_the_person(
    spoken: str, post: tuple[str, ...], person: str, answered: str
) -> None:
    facts = Facts(person=Person(1, 123, "alice", person))
    assert case(spoken=spoken, languages=post, facts=facts).language == answered


# Link.


def test_a_claim_is_put_down_and_says_who_confirms_it() -> None:
    effects = ANSWERS[Request.LINK](case(Request.LINK, handle="bob"))
    assert effects[0] == Link("bob")
    assert "admin@mastodon.example" in words(case(Request.LINK, handle="bob"))


def test_a_claim_is_never_echoed() -> None:
    for handle, facts in (("slur", None), ("slur", Facts(claim=Claim(1, ALICE, "slur", "", NOW)))):
        for language in AVAILABLE:
            assert "slur" not in words(case(Request.LINK, handle=handle, facts=facts), language)


def test_what_is_linked_already_is_not_claimed_again() -> None:
    effects = ANSWERS[Request.LINK](case(Request.LINK, handle="alice"))
    assert len(effects) == 1 and say(effects).wording.message == "link-known"


def test_a_claim_that_waits_is_not_claimed_again() -> None:
    facts = Facts(claim=Claim(1, ALICE, "Alice", "mention", NOW))
    effects = ANSWERS[Request.LINK](case(Request.LINK, handle="alice", facts=facts))
    assert len(effects) == 1 and say(effects).wording.message == "claim-waiting"


# The others.


def test_counters_are_told_without_the_small_groups() -> None:
    facts = Facts(tallies={"people": 1234, "accounts:bluesky": 9, "voices": 10})
    assert words(case(Request.COUNT, facts=facts)) == (
        "QuitteX, right now:\n1,234 people registered\n10 voices for the campaign"
    )


def test_a_campaign_too_small_says_so() -> None:
    assert "from 10 on" in words(case(Request.COUNT, facts=Facts(tallies={"people": 9})))


def test_help_says_who_runs_us_what_can_be_asked_and_where_the_guide_is() -> None:
    guided = replace(POLICY, guide="https://guide.example/quittex")
    for language, asks in (("fr", "trouve"), ("en", "find")):
        told = words(case(Request.HELP, policy=guided), language)
        assert "admin@mastodon.example" in told and asks in told and "stop" in told and "guide.example" in told
        assert asks in told.splitlines()[1] and "guide" in told.splitlines()[5]


def test_help_keeps_the_guide_when_the_campaign_has_long_names() -> None:
    long = replace(
        POLICY, campaign="HelloQuitteX Confédération", operator="@administration@mastodon.campagne.example",
        guide="https://guides.helloquittex.example/quittex",
    )  # fmt: skip
    for language in AVAILABLE:
        told = words(case(Request.HELP, policy=long), language)
        assert "guides.helloquittex.example" in told and "stop" in told


def test_on_mastodon_the_guide_is_its_address() -> None:
    guided = replace(POLICY, guide="https://guide.example/quittex")
    assert "https://guide.example/quittex" in words(case(Request.HELP, policy=guided), limits=MASTODON)


@pytest.mark.parametrize("waiting", [None, Claim(1, ALICE, "alice", "post", NOW)])
@pytest.mark.parametrize("request_", [Request.FIND, Request.LINK])
def test_who_has_no_link_is_told_how_to_get_their_archive(request_: Request, waiting: Claim | None) -> None:
    guided = replace(POLICY, archive_guide="https://guide.example/archive")
    for language, asks in (("fr", "Votre archive X"), ("en", "Your X archive")):
        for limits in (BLUESKY, MASTODON):
            told = words(case(request_, facts=Facts(claim=waiting), policy=guided, handle="alice"), language, limits)
            assert asks in told.splitlines()[1] and "guide.example" in told
    assert len(words(case(request_, facts=Facts(claim=waiting), handle="alice")).splitlines()) == 1


def test_small_numbers_of_people_are_told_to_nobody() -> None:
    few, many = Facts(tallies={"people": 9}), Facts(tallies={"people": 10})
    assert "9" not in words(case(facts=few)) and "10 people" in words(case(facts=many))


def test_what_is_not_built_yet_names_somebody_who_can() -> None:
    for request in (Request.PROVE, Request.EXPORT, Request.FORGET, Request.WHY):
        assert "admin@mastodon.example" in words(case(request))


handles = st.from_regex(r"[a-z0-9-]{1,60}", fullmatch=True)


@given(
    st.lists(st.tuples(handles, st.sampled_from(list(Reason)), st.booleans()), max_size=80),
    st.sampled_from(list(Platform)[1:]), st.sampled_from([ALICE, BOB]), st.sampled_from(list(Visibility)),
    st.sampled_from(AVAILABLE),
)  # fmt: skip
def test_no_answer_ever_calls_anybody(
    people: list[tuple[str, Reason, bool]], platform: Platform, author: Account, seen: Visibility, language: str
) -> None:
    limits = BLUESKY if author is ALICE else MASTODON
    told = words(case(found=matches(*people, platform=platform), author=author, visibility=seen), language, limits)
    assert not any(word.startswith("@") for word in told.replace("(", " ").split())
