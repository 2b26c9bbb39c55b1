"""Mentions, tags, lengths and HTML; the traps are those of research/mastodon.md section 6."""

from __future__ import annotations

import pytest

from bot.demo.mastodon.content import Target, length, mentions_of, tags_of, to_html


@pytest.mark.parametrize("text", ["@bob", "(@bob)", ".@bob", "twitter:@bob", "@BOB!", "« @bob »"])
def test_what_mentions_bob(text: str) -> None:
    assert [(user.lower(), host) for user, host in mentions_of(text)] == [("bob", "")]


@pytest.mark.parametrize(
    "text", ["https://host.test/@bob", "x.com/bob", "bob@host.test", "＠bob", "@\u2060bob", "x@bob", "`@bob`", "@"]
)
def test_what_does_not(text: str) -> None:
    assert mentions_of(text) == []


def test_remote_mentions_keep_their_host_and_leave_the_full_stop() -> None:
    assert mentions_of("@zoe@far.example. and @max@127.0.0.1:4000!") == [
        ("zoe", "far.example"),
        ("max", "127.0.0.1:4000"),
    ]


def test_tags_are_folded() -> None:
    assert tags_of("#QuitteX ＃ＱuitteX #2027 a#b #Été #x_1") == ["quittex", "été", "x_1"]


def test_links_count_as_agreed_and_remote_names_without_their_host() -> None:
    assert length("https://example.test/" + "y" * 400, 23) == 23
    assert length("@zoe@far.example é👨‍👩‍👧‍👦", 23) == len("@zoe") + 3


def find(user: str, host: str) -> Target | None:
    return Target(f"https://{host or 'here.test'}/@{user}", user) if user != "nobody" else None


def test_html_is_written_as_mastodon_does() -> None:
    made = to_html(
        "@zoe@far.example <b> & #QuitteX\n@nobody\n\nhttps://example.test/a?b=1&c=2", find, "https://here.test/tags/"
    )
    assert made == (
        '<p><span class="h-card" translate="no"><a href="https://far.example/@zoe" class="u-url mention">@<span>zoe'
        '</span></a></span> &lt;b&gt; &amp; <a href="https://here.test/tags/quittex" class="mention hashtag" rel="tag">'
        "#<span>QuitteX</span></a><br />@nobody</p>"
        '<p><a href="https://example.test/a?b=1&amp;c=2" target="_blank" rel="nofollow noopener" translate="no">'
        '<span class="invisible">https://</span><span class="">example.test/a?b=1&amp;c=2</span>'
        '<span class="invisible"></span></a></p>'
    )
    assert to_html(" \n", find, "") == ""


def test_long_links_are_shown_short() -> None:
    made = to_html("https://example.test/" + "y" * 30, find, "")
    assert '<span class="ellipsis">example.test/yyyyyyyyyyyyyyyyy</span>' in made
