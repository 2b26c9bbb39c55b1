"""The proof ladder, and a Person nobody has told us anything about."""

from bot.domain import people
from bot.domain.consent import Consent


def test_the_ladder_has_six_rungs_and_a_self_claim_is_the_lowest() -> None:
    ladder = (
        people.SELF_CLAIM, people.ARCHIVE, people.ARCHIVE_AND_PROFILE, people.CODE_OR_ADMIN, people.REGISTRY,
        people.VERIFIED_DOMAIN,
    )  # fmt: skip
    assert ladder == (0, 1, 2, 3, 4, 5)


def test_a_person_starts_with_the_strict_consent_and_no_link() -> None:
    person = people.Person(1, None)
    assert person.consent == Consent()
    assert person.links == ()


def test_nobody_is_recognised_by_a_handle_that_was_only_heard() -> None:
    assert people.Person(1, 7, "ann").vouched_handle == "ann"
    assert people.Person(1, 7, "ann", x_heard=True).vouched_handle == ""
