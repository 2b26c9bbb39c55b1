"""Which links of a page say who its owner is; pages meant to hang us are left in time."""

import time

import pytest

from bot.proofs.links import rel_me

ME = "https://piaille.fr/@lemonde"


@pytest.mark.parametrize(
    "html",
    [
        f'<a rel="me" href="{ME}">Mastodon</a>',
        f'<LINK HREF="{ME}" REL="noopener Me">',
        f"<a href='{ME}' rel=me>x</a>",
        f'<head><link rel="me" href=" {ME}\n"/></head><body><p>Hello',
        f'<!DOCTYPE html><script>if (a < b) "</a>"</script><a rel="me" href="{ME}">',
    ],
)
def test_a_link_marked_me(html: str) -> None:
    assert rel_me(html) == {ME}


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="{ME}">no mark</a>',
        f'<a rel="author" href="{ME}">another</a>',
        f'<!-- <a rel="me" href="{ME}"> -->',
        f"<script>'<a rel=\"me\" href=\"{ME}\">'</script>",
        f'<template><a rel="me" href="{ME}"></a></template>',
        f'<a rel="me ugc" href="{ME}">a comment</a>',
        f'<a rel="nofollow me" href="{ME}">a comment</a>',
        f'<p title=\'<a rel="me" href="{ME}">\'>quoted</p>',
        f'<a rel="me" href="https://other.example" href="{ME}">the first counts</a>',
        f'&lt;a rel="me" href="{ME}"&gt;',
    ],
)
def test_what_only_looks_like_one(html: str) -> None:
    assert ME not in rel_me(html)


@pytest.mark.parametrize(
    "part", ["<a ", "<", "<!--", "<![", "<?", "</", '<a x="', "<script>", "<a rel=me href=", "&", "<!a", "<a\n/"]
)
def test_a_page_made_to_hang_a_parser_takes_little_time(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.proofs.links.SECONDS", 0.3)
    hostile = (part * (1_000_000 // len(part)))[:1_000_000]
    began = time.monotonic()
    rel_me(hostile)
    assert time.monotonic() - began < 10
