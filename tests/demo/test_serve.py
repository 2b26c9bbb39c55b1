"""A network in a process of its own: ready, bent and asked over HTTP, gone with its standard input."""

from __future__ import annotations

import pytest

from bot.demo.serve import spawn


def test_a_mastodon_in_its_own_process_is_asked_and_bent() -> None:
    with spawn("gotosocial", "quittex", "alice") as remote:
        question = remote.act("post", "alice", text="@quittex find", visibility="direct")
        answer = remote.act("post", "quittex", text="@alice 3", reply_to=question)
        remote.fault("drop_answer", path="/api/v1/statuses", probability=0.3)
        told = remote.state()["statuses"]
        assert [(status["id"], status["parent"]) for status in told] == [(question, None), (answer, question)]
        assert remote.faults()[0]["probability"] == 0.3
        remote.clear_faults()
        assert remote.faults() == []
        with pytest.raises(RuntimeError, match="nobody can do 'fly'"):
            remote.act("fly", "alice")
        with pytest.raises(RuntimeError, match="nobody is called bob"):
            remote.act("post", "bob", text="hello")
    assert remote.process.returncode == 0
    assert {account["name"] for account in remote.described["accounts"]} == {"quittex", "alice"}


def test_a_bluesky_in_its_own_process_takes_accounts_and_settings_later() -> None:
    with spawn("bluesky") as remote:
        alice = remote.act("account", name="alice.test", description="x.com/alice")
        assert alice["did"].startswith("did:plc:")
        remote.act("lag", seconds=0.5)
        uri = remote.act("post", "alice.test", text="hello #QuitteX")
        assert [post["uri"] for post in remote.state()["posts"]] == [uri]
        assert remote.state()["commits"] == {"alice.test": 2}
        with pytest.raises(RuntimeError, match="400"):
            remote.fault("earthquake")
    assert remote.process.returncode == 0
