"""What a cell may hold, and that a fault names the field and not the person."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.archives import fields
from bot.domain.accounts import MAX_X_ID, Account, Platform
from bot.errors import InputError

NAMES = ("id", "name", "server")


@pytest.mark.parametrize(
    ("cells", "account"),
    [
        (("109", "alice", "https://piaille.fr"),
         Account(Platform.MASTODON, "", "alice@piaille.fr", local_id="109", local_host="piaille.fr")),
        (("", "@alice@piaille.fr", ""), Account(Platform.MASTODON, "", "alice@piaille.fr")),
        (("", "https://piaille.fr/users/alice", ""), Account(Platform.MASTODON, "", "alice@piaille.fr")),
        (("109", "alice@example.org", "social.example.org"),
         Account(Platform.MASTODON, "", "alice@example.org", local_id="109", local_host="social.example.org")),
        (("https://piaille.fr/users/alice", "alice", "piaille.fr"),
         Account(Platform.MASTODON, "https://piaille.fr/users/alice", "alice@piaille.fr")),
        (("https://piaille.fr/ap/users/12", "", ""), Account(Platform.MASTODON, "https://piaille.fr/ap/users/12")),
        (("", "", ""), None),
    ],
)  # fmt: skip
def test_mastodon_accounts(cells: tuple[str, str, str], account: Account | None) -> None:
    assert fields.mastodon_account(*cells, names=NAMES) == account


@pytest.mark.parametrize(
    ("cells", "name"),
    [
        (("109", "", "piaille.fr"), "name: missing"), (("", "", "piaille.fr"), "name: missing"),
        (("109", "alice", ""), "server: missing"), (("1 9", "alice", "piaille.fr"), "id: not"),
        (("", "al ice", "piaille.fr"), "name: "), (("", "alice", "pia ille"), "server: "),
        (("https:///x", "alice", "piaille.fr"), "id: "),
    ],
)  # fmt: skip
def test_a_broken_mastodon_account_names_its_field(cells: tuple[str, str, str], name: str) -> None:
    with pytest.raises(InputError, match=f"^{name}"):
        fields.mastodon_account(*cells, names=NAMES)


def test_bluesky_accounts_by_did_handle_or_both() -> None:
    both = fields.bluesky_account("did:plc:abc", "@Alice", ("id", "name"))
    assert both == Account(Platform.BLUESKY, "did:plc:abc", "alice.bsky.social")
    assert fields.bluesky_account("", "alice", ("id", "name")) == Account(Platform.BLUESKY, "", "alice.bsky.social")
    assert fields.bluesky_account("did:plc:abc", "handle.invalid", ("id", "name")) == Account(
        Platform.BLUESKY, "did:plc:abc"
    )
    assert fields.bluesky_account("", "", ("id", "name")) is None
    with pytest.raises(InputError, match=r"^name: "):
        fields.bluesky_account("", "handle.invalid", ("id", "name"))


def test_languages() -> None:
    assert [fields.language(text) for text in ("", "fr", "pt_BR", " EN ")] == ["", "fr", "pt-br", "en"]
    for wrong in ("french", "f", "fr;drop", "fr-"):
        with pytest.raises(InputError):
            fields.language(wrong)


def test_lists_keep_each_number_once_and_never_their_own_person() -> None:
    assert fields.x_ids(["3", 1, "3", "2", 9], without=9) == array("q", [3, 1, 2])
    assert fields.x_ids([], without=9) == array("q")


@given(st.lists(st.integers(1, MAX_X_ID) | st.integers(1, MAX_X_ID).map(str)))
def test_good_lists_are_exact(values: list[int | str]) -> None:
    assert list(fields.x_ids(values, without=0)) == list(dict.fromkeys(int(value) for value in values))


@pytest.mark.parametrize("wrong", ["", "0", "01", "-1", "+1", " 1", "1.0", "1_0", "١", "a", str(2**63), 0, -1, 2**63,
                                   2**64, 2**200, "9" * 5000])  # fmt: skip
@pytest.mark.parametrize("beside", [[], ["1"], [1]])
def test_one_wrong_number_spoils_a_list(wrong: int | str, beside: list[int | str]) -> None:
    with pytest.raises(InputError, match="whole number"):
        fields.x_ids([*beside, wrong, *beside], without=0)
