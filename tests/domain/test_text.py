"""Text: what a reader counts, what a network sees, what is never let through."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import text
from bot.domain.text import Limits, Link, Tag, Text

BLUESKY = Limits(graphemes=300, utf8_bytes=3000)
MASTODON = Limits(graphemes=500, url_length=23)

HOSTILE = [
    "\ud800", "\udfff", "\x00", "\x07", "\r\n", "\u2028", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff",
    "\u00ad", "\U000e0041", "\U000f0000", "\ue000", "\uffff", "e" + "\u0301" * 500, "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇫🇷",
    "ＱｕｉｔｔｅＸ", "𝐬𝐭𝐨𝐩", "نص", "עברית", "漢字", "ﷺ", "@alice", "#QuitteX", "x.com/bob", "\\", "{", "}", "{$x}",
    "\t", "\n", " ", "ß", "İ", "…",
]  # fmt: skip
hostile_words = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), max_size=60).map("".join)
any_text = st.lists(
    st.one_of(
        hostile_words.map(text.clean),
        st.builds(Link, words=hostile_words.map(text.clean), url=st.just("https://guide.example/" + "a" * 60)),
        st.builds(Tag, name=st.just("QuitteX")),
    ),
    max_size=8,
).map(tuple)


@given(hostile_words)
def test_cleaned_words_hold_nothing_unseen_and_can_be_encoded(words: str) -> None:
    cleaned = text.clean(words)
    cleaned.encode()
    assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") for c in cleaned if c not in "\n\u200c\u200d")
    assert text.clean(cleaned) == cleaned


def test_line_ends_become_one_kind() -> None:
    assert text.clean("a\r\nb\rc\u2028d\te") == "a\nb\nc\nd e"


def test_a_family_stays_one_character() -> None:
    assert text.graphemes(text.clean("👩‍👩‍👧‍👦e\u0301")) == ["👩‍👩‍👧‍👦", "e\u0301"]


@pytest.mark.parametrize("tag", ["#QuitteX", "＃QuitteX", "Quitte\u200dX", "Quitte\u00adX", "ＱＵＩＴＴＥＸ"])
def test_a_disguised_tag_is_still_the_tag(tag: str) -> None:
    assert text.fold_tag(tag) == "quittex"


def test_a_cyrillic_look_alike_is_another_tag() -> None:
    assert text.fold_tag("QuitteХ") != "quittex"


def test_a_link_counts_as_its_words_where_links_are_facets() -> None:
    message: Text = ("See ", Link("the guide", "https://guide.example/" + "a" * 100), " ", Tag("QuitteX"))
    assert text.plain(message) == "See the guide #QuitteX"
    assert text.measure(message, BLUESKY) == (22, 22)


def test_a_link_counts_as_23_where_text_is_all_there_is() -> None:
    message: Text = ("See ", Link("the guide", "https://guide.example/" + "a" * 100))
    assert text.spelled(message) == "See https://guide.example/" + "a" * 100
    assert text.measure(message, MASTODON)[0] == 4 + 23


@given(any_text, st.integers(1, 300), st.sampled_from([None, 23]))
def test_a_cut_text_fits_and_is_the_beginning_of_the_whole(whole: Text, graphemes: int, url: int | None) -> None:
    limits = Limits(graphemes=graphemes, utf8_bytes=10 * graphemes, url_length=url)
    short = text.cut(whole, limits)
    assert text.fits(short, limits)
    if short != text.merged(whole) and short != whole:
        assert text.plain(whole).startswith(text.plain(short).removesuffix("…"))


def test_what_fits_is_not_cut() -> None:
    whole: Text = ("a" * 300,)
    assert text.cut(whole, BLUESKY) == whole
    assert len(text.graphemes(text.plain(text.cut(("a" * 301,), BLUESKY)))) == 300


def test_no_post_is_empty() -> None:
    with pytest.raises(ValueError, match="short"):
        text.cut(("words",), Limits(graphemes=0))


def test_what_is_said_beside_takes_its_room() -> None:
    assert text.less(BLUESKY, "@é ") == Limits(graphemes=297, utf8_bytes=2996)
    assert text.less(MASTODON, "x" * 600).graphemes == 0


def test_the_words_of_an_address_are_its_own_host() -> None:
    assert text.address("https://www.helloquittex.com/guide?a=b") == Link(
        "helloquittex.com", "https://www.helloquittex.com/guide?a=b"
    )


@pytest.mark.parametrize(
    ("operator", "words"),
    [
        ("@admin@mastodon.example", "admin@mastodon.example"),
        ("admin@mastodon.example", "admin@mastodon.example"),
        ("@admin.bsky.social", "admin.bsky.social"),
        ("https://mastodon.example/@admin", "admin@mastodon.example"),
        ("https://mastodon.example/@admin@other.example", "admin@other.example"),
        ("https://campaign.example/contact", "https://campaign.example/contact"),
        ("https://campaign.example/@a/b", "https://campaign.example/a/b"),
        ("＠", "＠"),
    ],
)
def test_the_operator_is_named_without_a_mention(operator: str, words: str) -> None:
    assert text.contact_words(operator) == words


@pytest.mark.parametrize("words", ["alice.bsky.social", "www.x.com/bob", "see lemonde.fr"])
def test_words_like_a_host_are_seen(words: str) -> None:
    assert text.looks_like_host(words)


@pytest.mark.parametrize("words", ["alice", "the guide", "3.5", "…", "fin. Début"])
def test_other_words_are_not(words: str) -> None:
    assert not text.looks_like_host(words)
