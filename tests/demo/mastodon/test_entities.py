"""Entities as a client reads them."""

from __future__ import annotations

from bot.demo.mastodon import MastodonServer


def test_a_remote_account_has_its_pages_elsewhere() -> None:
    server = MastodonServer(domain="here.test")
    server.entities.origin = "https://here.test"
    show = server.entities.account
    alice, zoe = server.account("alice"), server.account("zoe@far.example")
    assert (show(alice.account)["acct"], show(alice.account)["url"]) == ("alice", "https://here.test/@alice")
    assert (show(zoe.account)["acct"], show(zoe.account)["uri"]) == ("zoe@far.example", "https://far.example/users/zoe")


def test_counts_follow_what_happens() -> None:
    server = MastodonServer()
    alice, bob = server.account("alice"), server.account("bob")
    first = alice.post("one")
    bob.post("two", reply_to=first)
    bob.favourite(first)
    bob.follow(alice)
    alice.delete(alice.post("three"))
    account, status = (
        server.entities.account(alice.account),
        server.entities.status(server.world.statuses[first], bob.account),
    )
    assert (account["statuses_count"], account["followers_count"]) == (1, 1)
    assert account["last_status_at"] is not None
    assert (status["replies_count"], status["favourites_count"], status["favourited"]) == (1, 1, True)


def test_a_profile_is_html_to_others_and_text_to_its_owner() -> None:
    server = MastodonServer()
    alice = server.account("alice", note="ex-Twitter x.com/alice\n#QuitteX")
    alice.set_profile(fields=[("X", "https://x.com/alice")])
    mine = server.entities.own_account(alice.account)
    assert mine["source"]["note"] == "ex-Twitter x.com/alice\n#QuitteX"
    assert "<br />" in mine["note"]
    assert mine["fields"][0]["value"].startswith('<a href="https://x.com/alice"')
    assert mine["fields"][0]["verified_at"] is None
