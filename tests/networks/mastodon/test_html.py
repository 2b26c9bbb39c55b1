"""Any HTML a server may send becomes plain text, with our own name taken out and nobody else's changed."""

import html as stdlib
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.text import clean
from bot.networks.mastodon.html import LARGEST, Mention, read, to_text

US = Mention("qxbot@bots.example", frozenset({"https://bots.example/@qxbot"}), ours=True)
BOB = Mention("bob@far.example", frozenset({"https://far.example/@bob"}))


def card(name: str, url: str) -> str:
    """A mention as Mastodon writes it."""
    return f'<span class="h-card" translate="no"><a href="{url}" class="u-url mention">@<span>{name}</span></a></span>'


OURS = card("qxbot", "https://bots.example/@qxbot")
HIS = card("bob", "https://far.example/@bob")
TAG = '<a href="https://bots.example/tags/quittex" class="mention hashtag" rel="tag">#<span>QuitteX</span></a>'
HIDDEN = (
    '<a href="https://example.org/a/very/long/path?x=1"><span class="invisible">https://</span>'
    '<span class="ellipsis">example.org/a/very</span><span class="invisible">/long/path?x=1</span></a>'
)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<p>{OURS} bonjour {TAG}</p>", "bonjour #QuitteX"),
        (f"<p>{OURS} {HIS} hello</p>", "bob@far.example hello"),
        ("<p>one<br>two<br />three</p><p>four</p>", "one\ntwo\nthree\n\nfour"),
        ("<p>a &amp; b &lt;c&gt; &eacute;&#x1F600;</p>", "a & b <c> é😀"),
        (f"<p>see {HIDDEN}</p>", "see https://example.org/a/very/long/path?x=1"),
        ('<p><a href="https://example.org/">example.org</a></p>', "https://example.org/"),
        ('<p><a href="https://example.org/x">my page</a></p>', "my page https://example.org/x"),
        ("<p>x<script>alert(1)</script><style>p{}</style>y</p>", "xy"),
        ('<p><a href="javascript:alert(1)">click</a></p>', "click"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<p>&nbsp; wide  \t blanks </p>", "wide blanks"),
        ("<p>\u202eevil\u202c a\x00b</p>", "evil ab"),
        ("not html at all", "not html at all"),
        ("<p>unclosed <b>bold", "unclosed bold"),
        ("a < b and c > d", "a < b and c > d"),
        ("<p>@qxbot hi, @QXBOT@bots.example. mail@qxbot @bob</p>", "hi, . mail@qxbot bob@far.example"),
        ("<p>@qxbotty and @nobody stay</p>", "@qxbotty and @nobody stay"),
        ("", ""),
    ],
)
def test_a_status_reads_as_its_author_meant(html: str, text: str) -> None:
    assert read(html, (US, BOB)).text == text


@pytest.mark.parametrize(
    ("html", "leading", "written"),
    [
        (f"<p>{OURS} find</p>", ("qxbot@bots.example",), False),
        (f"<p>{HIS} {OURS} find</p>", ("bob@far.example", "qxbot@bots.example"), False),
        (f"<p>{HIS} ask {OURS}!</p>", ("bob@far.example",), True),
        (f"<p>ask {OURS}</p>", (), True),
        ("<p>@bob @qxbot find</p>", ("bob@far.example", "qxbot@bots.example"), False),
        ("<p>hello @qxbot</p>", (), True),
        (f"<p>{HIS}</p>", ("bob@far.example",), False),
    ],
)
def test_where_our_name_stands_is_told(html: str, leading: tuple[str, ...], written: bool) -> None:
    plain = read(html, (US, BOB))
    assert (plain.leading, plain.ours_written) == (leading, written)


def test_two_people_of_one_name_are_told_apart() -> None:
    other = Mention("qxbot@far.example", frozenset({"https://far.example/@qxbot"}))
    html = f"<p>{card('qxbot', 'https://far.example/@qxbot')} {OURS} hi</p>"
    assert read(html, (US, other)).text == "qxbot@far.example hi"
    assert read("<p>@qxbot@far.example @qxbot@bots.example hi</p>", (US, other)).text == "qxbot@far.example hi"


@pytest.mark.parametrize("tag", ["div", "p", "span", "a", "b", "script", "svg", "blockquote"])
def test_ten_thousand_nested_tags_are_nothing(tag: str) -> None:
    deep = f"<{tag}>" * 10_000
    assert to_text(f"<p>before</p>{deep}in{f'</{tag}>' * 10_000}").startswith("before")


def test_a_huge_text_is_cut() -> None:
    assert len(to_text("x" * (3 * LARGEST))) == LARGEST


@pytest.mark.parametrize(
    "odd", ["<![x[", "<!", "<!--", "<?php", "<![CDATA[a]]>b", "</", "<a href='", "&#xffffffff;", "&#x0;"]
)
def test_broken_markup_is_no_fault(odd: str) -> None:
    assert to_text(f"<p>before</p>{odd}").startswith("before")


@pytest.mark.parametrize("opened", ["<a b='", "<a", "<!--", "<?", "</"])
@pytest.mark.parametrize("end", ["", ">", "-->"])
def test_a_hundred_thousand_characters_that_nothing_closes_cost_little(opened: str, end: str) -> None:
    assert to_text(f"<p>before</p>{opened * (LARGEST // len(opened) - 5)}{end}").startswith("before")


def test_comments_are_not_shown() -> None:
    assert to_text("<p>one<!-- two > --> three<!-- four --></p>") == "one three"


@given(st.text())
def test_any_text_survives_as_html(text: str) -> None:
    assert "".join(to_text(stdlib.escape(text)).split()) == "".join(clean(text).split())


PIECES = (
    *("<p>", "</p>", "<br>", "<a href='x'>", "</a>", "<script>", "</script>"),
    *("<![", "<!", ">", "&", "'", '"', " ", "x"),
    *("@qxbot", "@bob", OURS, HIS, TAG, HIDDEN, "\x00", "\ud800"),
)


@given(st.lists(st.sampled_from(PIECES)))
def test_any_mixture_gives_clean_text(pieces: list[str]) -> None:
    plain = read("".join(pieces), (US, BOB))
    assert plain.text == plain.text.strip()
    plain.text.encode()
    assert not set(plain.text) & set("\x00\x1b\r\t")


@given(st.text(string.ascii_letters + " éà'", min_size=1))
def test_words_between_marks_are_kept(words: str) -> None:
    assert read(f"<p>{OURS} {stdlib.escape(words)} {HIDDEN}</p>", (US,)).text.split()[:-1] == words.split()
