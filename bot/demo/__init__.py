"""Two small local networks over real HTTP and WebSocket: for the demo, and for every fault and crash test.

In the same process
-------------------
>>> async with BlueskyNetwork() as network:            # from bot.demo.bluesky
...     bot = network.account("quittex.test", "QuitteX")
...     alice = network.account("alice.test", description="x.com/alice")
...     question = alice.post("@quittex.test find", langs=["en"])      # facets are made by themselves
...     network.faults.add("drop_answer", path=".*putRecord", count=1)
...     network.replies_to(question, by=bot)                            # as the server holds them

`network.url` is the service, `network.jetstream.url` the base address of the stream; a person logs in with `handle`
and `password`. A `Person` (bot/demo/bluesky/people.py) can post (`reply_to`, `quote`, `tags`, `langs`, `created_at`,
`facets`), edit, delete, like, gate, follow, unfollow, block, unblock, set_profile(display_name=, description=,
labels=), message(other, text), messages(other), allow_messages("all"|"following"|"none"), rename, set_status
("active"|"takendown"|"deactivated"|"deleted"), revoke_sessions, write(collection, record, rkey).

The network tells `replies_to(uri, by)`, `posts_of(who)`, `record(uri)`, `messages(one, other)`, `commits(who)`,
`state()`, `http.requests`, `tokens.logins`. It is bent with `lag` (seconds before the AppView shows a record; inf holds
it), `tokens.access_seconds`, `tokens.revoke(did)`, `jetstream.floor | delay | paused | refuse_with`,
`jetstream.cut_clients()`, `.freeze()`, `await jetstream.drop_clients(code)`, `await jetstream.send_raw(frame)`.

>>> async with MastodonServer(MASTODON) as server:     # from bot.demo.mastodon; or GOTOSOCIAL
...     bot = server.account("quittex", bot=True)
...     alice = server.account("alice")                 # "zoe@far.example" is a remote account, without a token
...     question = alice.post("@quittex trouve", visibility="direct", language="fr")   # the id of the status
...     server.replies_to(question, by=bot)

`server.url` is the instance, `person.token` an access token with all scopes (`server.token(person, "read write")` for
fewer). A `Person` (bot/demo/mastodon/people.py) can post (`reply_to`, `visibility`, `language`, `created_at`), edit,
delete, favourite, follow, unfollow, block, unblock, set_profile(display_name=, note=, fields=, bot=, locked=).
`server.sign_up(username)` makes an account and tells the admins (`server.account("root", admin=True)`).
The server tells `replies_to(status_id, by)`, `statuses_of(who)`, `status(id)`, `state()`, `http.requests`. It is bent
with `hub.drop()` (ends the streams), `hub.heartbeat_seconds`, `limits = Limits()` (the real rate limits),
`world.ids.jitter` (seconds by which ids may be too old, as on servers that number before they commit),
`person.revoke_token()`, `person.suspend()`, and a flavour of one's own: `replace(MASTODON, repeated_key_status=500)`.
As on the real one, private mentions by strangers are filtered until the account's notification policy accepts them
(`person.set_policy(for_private_mentions="accept")`).

Faults (bot/demo/faults.py: KINDS, RATE_LIMIT_FORMS, GARBAGE_FORMS)
-------------------------------------------------------------------
`network.faults.add(kind, path=regex, method=regex, holding=text in the body, count=, after=, probability=, seconds=,
status=, body=, headers=, form=)`; `faults.seed(n)`, `faults.clear()`; each fault counts its `hits`.
`await network.http.stop()` refuses connections, `await network.http.start(port)` opens the same door again.

In another process
------------------
`with spawn("gotosocial", "quittex", "alice") as remote:` (bot/demo/serve.py) gives a `Remote`: `described` (addresses,
accounts, tokens), `act("post", "alice", text="@quittex find")`, `fault("drop_answer", path=…)`, `faults()`,
`clear_faults()`, `state()`. It is `python -m bot.demo.serve bluesky|mastodon|gotosocial --account NAME ...`, which
prints one JSON line when ready and ends when its stdin closes, under the control of `POST|GET|DELETE /_demo/faults`,
`GET /_demo/state` and `POST /_demo/act` (bot/demo/control.py).
"""
