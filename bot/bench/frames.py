"""A made-up stretch of Bluesky as Jetstream v2 sends it, for the stream's benchmarks: the same seed, the same frames.

In 100 events 52 likes, 13 posts, 12 follows, 9 deletions, 7 reposts and 7 others; about 620 bytes each. One post in
500 is for us.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Final

SEED: Final = 42
US: Final = "did:plc:k7wz3fq5vrnoxd2gmc4htaeb"
TAG: Final = "quittex"
ONE_POST_IN: Final = 500
TYPE: Final = "network.bsky.jetstream.subscribeEvents"

_BEGAN: Final = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
_A_SECOND: Final = 2000  # events
_BASE32: Final = "abcdefghijklmnopqrstuvwxyz234567"
_POOL: Final = 5000
_WORDS: Final = {
    "en": "the of and a to in is that it was for on are with they at this from have by not but what all were when we "
    "there can said which their time will each about how up out them then she many some so these would other into",
    "ja": "今日 朝 散歩 猫 空 本当 ありがとう 楽しい 写真 は が を に です ました おはよう 仕事 明日 好き",
    "pt": "não você também amanhã gente muito com para uma que isso hoje ainda mais bom dia aqui sempre",
    "de": "der die und schön größer über ist nicht ein für mit auf auch heute morgen immer noch wieder",
    "fr": "le la les des une est pas que pour dans avec sur plus être tout même très où déjà après",
}
_LANGUAGES: Final = ("en", "en", "en", "en", "ja", "pt", "de", "fr")
_EMOJI: Final = ("😀", "🎉", "❤️", "🏳️‍🌈", "’")
_LISTS: Final = {language: words.split() for language, words in _WORDS.items()}
_TOPICS: Final = ("art", "Caturday", "photography", "今日の空", "NSFW", "écriture", "gamedev", "FollowFriday")

Make = Callable[["_Maker"], tuple[str, Any]]


def frames(count: int, seed: int = SEED) -> Iterator[bytes]:
    """`count` frames, numbered from 1; the last one is a post for us, so that a reader knows it has them all."""
    maker = _Maker(Random(seed))  # noqa: S311 - chance that can be repeated
    weights = [weight for weight, _ in _MIX]
    for seq in range(1, count):
        _, make = maker.dice.choices(_MIX, weights)[0]
        yield maker.frame(seq, make)
    yield maker.frame(count, _post_for_us)


class _Maker:
    """Names to choose from, and the form of a frame."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.dids = [f"did:plc:{self.letters(24)}" for _ in range(_POOL)]
        self.cids = [f"bafyrei{self.letters(52)}" for _ in range(_POOL)]

    def letters(self, count: int) -> str:
        return "".join(self.dice.choices(_BASE32, k=count))

    def pick(self, of: Sequence[str]) -> str:
        return of[int(self.dice.random() * len(of))]

    def key(self) -> str:
        return f"3m{self.letters(11)}"

    def chance(self, of: float) -> bool:
        return self.dice.random() < of

    def text(self, language: str) -> str:
        words = self.dice.choices(_LISTS[language], k=self.dice.randrange(3, 40))
        return " ".join(words) + (f" {self.pick(_EMOJI)}" if self.chance(0.2) else "")

    def ref(self, collection: str = "app.bsky.feed.post", did: str = "") -> dict[str, str]:
        return {"cid": self.pick(self.cids), "uri": f"at://{did or self.pick(self.dids)}/{collection}/{self.key()}"}

    def frame(self, seq: int, make: Make) -> bytes:
        at = (_BEGAN + timedelta(seconds=seq / _A_SECOND)).isoformat(timespec="microseconds")[:26] + "Z"
        kind, body = make(self)
        head = {"$type": f"{TYPE}#{kind}", "seq": seq, "did": self.pick(self.dids), "time": at, "witnessedAt": at}
        if kind == "commit":
            head |= {"rev": self.key(), **body}
            if "record" in body:
                body["record"]["createdAt"] = at
                head["cid"] = self.pick(self.cids)
        else:
            head[kind] = {"did": head["did"], "seq": seq, "time": at, **body}
        message = {"$type": "message", "payload": head}
        return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()


def _commit(maker: _Maker, collection: str, record: dict[str, Any], operation: str = "create") -> tuple[str, Any]:
    rkey = "self" if collection == "app.bsky.actor.profile" else maker.key()
    record = {"$type": collection, **record}
    return "commit", {"operation": operation, "collection": collection, "rkey": rkey, "record": record}


def _like(maker: _Maker) -> tuple[str, Any]:
    via = {"via": maker.ref("app.bsky.feed.repost")} if maker.chance(0.15) else {}
    return _commit(maker, "app.bsky.feed.like", {"subject": maker.ref(), **via})


def _repost(maker: _Maker) -> tuple[str, Any]:
    return _commit(maker, "app.bsky.feed.repost", {"subject": maker.ref()})


def _follow(maker: _Maker) -> tuple[str, Any]:
    return _commit(maker, "app.bsky.graph.follow", {"subject": maker.pick(maker.dids)})


def _delete(maker: _Maker) -> tuple[str, Any]:
    kind = maker.pick(("app.bsky.feed.like", "app.bsky.graph.follow", "app.bsky.feed.post", "app.bsky.feed.repost"))
    return "commit", {"operation": "delete", "collection": kind, "rkey": maker.key()}


def _post(maker: _Maker) -> tuple[str, Any]:
    if maker.chance(1 / ONE_POST_IN):
        return _post_for_us(maker)
    language = maker.pick(_LANGUAGES)
    record: dict[str, Any] = {"text": maker.text(language)}
    if maker.chance(0.85):
        record["langs"] = [language]
    if maker.chance(0.45):
        record["reply"] = {"parent": maker.ref(), "root": maker.ref()}
    if maker.chance(0.2):
        record["embed"] = _picture(maker)
    if maker.chance(0.15):
        record["facets"] = [_facet(maker) for _ in range(maker.dice.randrange(1, 5))]
    if maker.chance(0.01):
        record["tags"] = [maker.pick(_TOPICS)]
    return _commit(maker, "app.bsky.feed.post", record)


def _post_for_us(maker: _Maker) -> tuple[str, Any]:
    """A mention, a reply to one of our posts, or our tag, by turns of chance."""
    feature = maker.pick(("mention", "tag", "reply"))
    record: dict[str, Any] = {"text": f"#QuitteX {maker.text('fr')}", "langs": ["fr"]}
    if feature == "reply":
        record["reply"] = {"parent": maker.ref(did=US), "root": maker.ref()}
    else:
        record["facets"] = [_spanned(feature, {"did": US} if feature == "mention" else {"tag": "QuitteX"})]
    return _commit(maker, "app.bsky.feed.post", record)


def _facet(maker: _Maker) -> dict[str, Any]:
    kind = maker.pick(("link", "tag", "mention"))
    words = {"link": {"uri": f"https://example.org/{maker.key()}"}, "tag": {"tag": maker.pick(_TOPICS)}}
    return _spanned(kind, words.get(kind, {"did": maker.pick(maker.dids)}))


def _spanned(kind: str, words: dict[str, str]) -> dict[str, Any]:
    feature = {"$type": f"app.bsky.richtext.facet#{kind}", **words}
    return {"features": [feature], "index": {"byteEnd": 8, "byteStart": 0}}


def _picture(maker: _Maker) -> dict[str, Any]:
    blob = {"$type": "blob", "mimeType": "image/jpeg", "ref": {"$link": maker.pick(maker.cids)}, "size": 345_678}
    image = {"alt": maker.text("en"), "aspectRatio": {"height": 1500, "width": 2000}, "image": blob}
    return {"$type": "app.bsky.embed.images", "images": [image]}


def _profile(maker: _Maker) -> tuple[str, Any]:
    elsewhere = " x.com/someone" if maker.chance(0.05) else ""
    words = maker.text(maker.pick(_LANGUAGES))
    about = {"displayName": maker.letters(8), "description": words + elsewhere}
    return _commit(maker, "app.bsky.actor.profile", about, "update")


def _block(maker: _Maker) -> tuple[str, Any]:
    return _commit(maker, "app.bsky.graph.block", {"subject": maker.pick(maker.dids)})


def _listed(maker: _Maker) -> tuple[str, Any]:
    list_uri = f"at://{maker.pick(maker.dids)}/app.bsky.graph.list/{maker.key()}"
    return _commit(maker, "app.bsky.graph.listitem", {"list": list_uri, "subject": maker.pick(maker.dids)})


def _gate(maker: _Maker) -> tuple[str, Any]:
    rules = [{"$type": "app.bsky.feed.threadgate#followingRule"}]
    return _commit(maker, "app.bsky.feed.threadgate", {"post": maker.ref()["uri"], "allow": rules, "hiddenReplies": []})


def _identity(maker: _Maker) -> tuple[str, Any]:
    return "identity", {"handle": f"{maker.letters(9)}.bsky.social"}


def _account(maker: _Maker) -> tuple[str, Any]:
    return "account", {"active": maker.chance(0.5)}


_MIX: Final[Sequence[tuple[float, Make]]] = (
    (52, _like),
    (13, _post),
    (12, _follow),
    (9, _delete),
    (7, _repost),
    (1, _profile),
    (2.5, _block),
    (2, _listed),
    (0.5, _gate),
    (0.5, _identity),
    (0.5, _account),
)
