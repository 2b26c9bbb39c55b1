"""Whose names are protected, and from whom."""

import pytest

from bot.domain.accounts import Account, Platform
from bot.domain.officials import Flag, Official, domains_of, flag, hosts_above
from bot.domain.proof import LEVELS, Method

LEMONDE = Official("lemonde.fr", "lemondefr", 24744541, "Le Monde", below=True)


@pytest.mark.parametrize("method", [Method.ARCHIVE, Method.ARCHIVE_AND_PROFILE, Method.CODE])
def test_a_protected_name_is_given_to_nobody_by_a_weaker_proof(method: Method) -> None:
    assert flag(LEMONDE, [], LEVELS[method], method, 24744541) is Flag.PROTECTED


@pytest.mark.parametrize("method", [Method.DOMAIN, Method.ADMIN])
def test_the_domain_and_an_admin_give_it(method: Method) -> None:
    assert flag(LEMONDE, ["lemonde"], LEVELS[method], method) is Flag.NONE


@pytest.mark.parametrize(("x_id", "found"), [(24744541, Flag.NONE), (7, Flag.PROTECTED), (None, Flag.PROTECTED)])
def test_a_registry_is_believed_with_the_right_number_only(x_id: int | None, found: Flag) -> None:
    assert flag(LEMONDE, [], 4, Method.REGISTRY, x_id) is flag(LEMONDE, [], 5, Method.REGISTRY, x_id) is found


def test_nobodys_number_is_no_right_number() -> None:
    assert flag(Official("lemonde.fr", "lemondefr"), [], 4, Method.REGISTRY, None) is Flag.PROTECTED


@pytest.mark.parametrize(
    ("method", "found"),
    [(Method.CODE, Flag.LOOKALIKE), (Method.ARCHIVE, Flag.LOOKALIKE), (Method.REGISTRY, Flag.NONE)],
)
def test_what_looks_like_a_known_name_waits(method: Method, found: Flag) -> None:
    assert flag(None, ["alice"], LEVELS[method], method) is found
    assert flag(None, [], LEVELS[method], method) is Flag.NONE


def test_only_a_whole_part_of_a_domain_is_theirs() -> None:
    assert LEMONDE.covers("a.b.lemonde.fr") and not LEMONDE.covers("fauxlemonde.fr")
    assert hosts_above("a.b.lemonde.fr") == ("a.b.lemonde.fr", "b.lemonde.fr", "lemonde.fr")
    assert domains_of(Account(Platform.MASTODON, "u", "a@lemonde.fr")) == ()
